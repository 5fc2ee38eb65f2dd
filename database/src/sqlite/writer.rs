//! The one task that writes to SQLite: it groups the jobs that wait into one commit, so that competing
//! residents share a flush of the disk instead of fighting for a lock.

use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection as _};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use crate::job::{Finished, Job};
use crate::write::Connection;
use crate::{DatabaseError, Write};

/// Most jobs that share one commit.
const GROUP: usize = 64;

/// Longest time a group takes in further jobs.
const GROUP_TIME: Duration = Duration::from_millis(5);

/// What the queue carries.
pub(super) enum Message {
    Job(Box<dyn Job>),
    /// Finish what waits, close the file, then say so.
    Close(oneshot::Sender<()>),
}

/// The task and its connection.
pub(super) struct Writer {
    connection: SqliteConnection,
    options: SqliteConnectOptions,
    queue: mpsc::Receiver<Message>,
    closing: Vec<oneshot::Sender<()>>,
}

impl Writer {
    pub(super) fn new(
        connection: SqliteConnection,
        options: SqliteConnectOptions,
        queue: mpsc::Receiver<Message>,
    ) -> Self {
        Writer {
            connection,
            options,
            queue,
            closing: Vec::new(),
        }
    }

    /// Works until the database is closed or its last handle is dropped.
    pub(super) async fn run(mut self) {
        while let Some(message) = self.queue.recv().await {
            if let Some(first) = self.take(message) {
                self.commit_group(first).await;
            }
        }
        if let Err(error) = self.connection.close().await {
            let error = DatabaseError::from_driver(error);
            tracing::warn!(%error, "the database file was not closed cleanly");
        }
        for closed in self.closing {
            let _ = closed.send(());
        }
    }

    fn take(&mut self, message: Message) -> Option<Box<dyn Job>> {
        match message {
            Message::Job(job) => Some(job),
            Message::Close(closed) => {
                self.queue.close();
                self.closing.push(closed);
                None
            }
        }
    }

    /// The next job, if one waits already.
    fn waiting(&mut self) -> Option<Box<dyn Job>> {
        while let Ok(message) = self.queue.try_recv() {
            if let Some(job) = self.take(message) {
                return Some(job);
            }
        }
        None
    }

    async fn commit_group(&mut self, first: Box<dyn Job>) {
        if let Err(error) = self.begin().await {
            // Everybody who waits would wait as long again for the same answer.
            first.refuse(error.clone());
            while let Some(job) = self.waiting() {
                job.refuse(error.clone());
            }
            return;
        }
        let began = Instant::now();
        let mut finished = Vec::new();
        let mut next = Some(first);
        let mut group = Ok(());
        while let Some(job) = next.take() {
            let (ran, savepoint) = self.run_in_savepoint(job).await;
            finished.extend(ran);
            if savepoint.is_err() {
                group = savepoint;
                break;
            }
            if finished.len() < GROUP && began.elapsed() < GROUP_TIME {
                next = self.waiting();
            }
        }
        if group.is_ok() {
            group = self.control("COMMIT").await;
        }
        if group.is_err() {
            // Fails when SQLite has rolled back by itself (disk full): `begin` notices any other state.
            let _ = self.control("ROLLBACK").await;
        }
        for job in finished {
            (job.settle)(group.clone());
        }
    }

    /// An error of the second part means that the whole group is lost.
    async fn run_in_savepoint(
        &mut self,
        job: Box<dyn Job>,
    ) -> (Option<Finished>, Result<(), DatabaseError>) {
        if let Err(error) = self.control("SAVEPOINT job").await {
            job.refuse(error.clone());
            return (None, Err(error));
        }
        let mut write = Write::new(Connection::Sqlite(&mut self.connection));
        let finished = job.run(&mut write).await;
        let mut savepoint = Ok(());
        if !finished.keep {
            savepoint = self.control("ROLLBACK TO job").await;
        }
        if savepoint.is_ok() {
            savepoint = self.control("RELEASE job").await;
        }
        (Some(finished), savepoint)
    }

    /// Takes the write lock. A connection that cannot begin for another reason than a lock is replaced once.
    async fn begin(&mut self) -> Result<(), DatabaseError> {
        match self.control("BEGIN IMMEDIATE").await {
            Ok(()) => Ok(()),
            Err(DatabaseError::Busy) => Err(DatabaseError::Busy),
            Err(error) => {
                tracing::warn!(%error, "the writing connection is opened again");
                self.connection = self
                    .options
                    .connect()
                    .await
                    .map_err(DatabaseError::from_driver)?;
                self.control("BEGIN IMMEDIATE").await
            }
        }
    }

    async fn control(&mut self, sql: &'static str) -> Result<(), DatabaseError> {
        super::execute(&mut self.connection, sql, &[])
            .await
            .map(drop)
    }
}

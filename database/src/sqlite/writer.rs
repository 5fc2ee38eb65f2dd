//! The one thread that writes to SQLite: it groups the jobs that wait into one commit, so that competing
//! residents share a flush of the disk instead of fighting for a lock.

use std::time::Duration;

use rusqlite::Connection;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use super::File;
use crate::job::{Finished, Job};
use crate::{DatabaseError, Write, write};

/// Most jobs that share one commit.
const GROUP: usize = 128;

/// Longest time a group takes in further jobs: what the first one waits for the last one, and only while others wait.
const GROUP_TIME: Duration = Duration::from_millis(25);

/// What the queue carries.
pub(super) enum Message {
    Job(Box<dyn Job>),
    /// Finish what waits, close the file, then say so.
    Close(oneshot::Sender<()>),
}

/// The thread's work and its connection.
pub(super) struct Writer {
    connection: Connection,
    file: File,
    queue: mpsc::Receiver<Message>,
    closing: Vec<oneshot::Sender<()>>,
}

impl Writer {
    pub(super) fn new(connection: Connection, file: File, queue: mpsc::Receiver<Message>) -> Self {
        Writer {
            connection,
            file,
            queue,
            closing: Vec::new(),
        }
    }

    /// Starts the thread. It waits for the disk, which would keep residents waiting on a thread of the server.
    pub(super) fn start(self) -> Result<(), DatabaseError> {
        let runtime = Handle::current();
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || runtime.block_on(self.run()))
            .map(drop)
            .map_err(|_| DatabaseError::Unavailable("no thread for its writer"))
    }

    /// Works until the database is closed or its last handle is dropped.
    async fn run(mut self) {
        while let Some(message) = self.queue.recv().await {
            if let Some(first) = self.take(message) {
                self.commit_group(first).await;
            }
        }
        if let Err((_, error)) = self.connection.close() {
            let error = DatabaseError::from_sqlite(error);
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
        if let Err(error) = self.begin() {
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
            group = self.control("COMMIT");
        }
        if group.is_err() {
            // Fails when SQLite has rolled back by itself (disk full): `begin` notices any other state.
            let _ = self.control("ROLLBACK");
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
        if let Err(error) = self.control("SAVEPOINT job") {
            job.refuse(error.clone());
            return (None, Err(error));
        }
        let mut write = Write::new(write::Connection::Sqlite(&mut self.connection));
        let finished = job.run(&mut write).await;
        let mut savepoint = Ok(());
        if !finished.keep {
            savepoint = self.control("ROLLBACK TO job");
        }
        if savepoint.is_ok() {
            savepoint = self.control("RELEASE job");
        }
        (Some(finished), savepoint)
    }

    /// Takes the write lock. A connection that cannot begin for another reason than a lock is replaced once.
    fn begin(&mut self) -> Result<(), DatabaseError> {
        match self.control("BEGIN IMMEDIATE") {
            Ok(()) => Ok(()),
            Err(DatabaseError::Busy) => Err(DatabaseError::Busy),
            Err(error) => {
                tracing::warn!(%error, "the writing connection is opened again");
                self.connection = self.file.open_to_write()?;
                self.control("BEGIN IMMEDIATE")
            }
        }
    }

    fn control(&self, sql: &'static str) -> Result<(), DatabaseError> {
        super::execute(&self.connection, sql, &[]).map(drop)
    }
}

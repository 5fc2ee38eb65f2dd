//! SQLite: one connection writes, several read; how each is opened and runs a statement.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions, Executor};
use tokio::sync::{mpsc, oneshot};

use crate::job::{Job, QUEUE};
use crate::param::sqlite_arguments;
use crate::row::Cells;
use crate::{DatabaseError, Param, Row};

mod writer;

/// How long a process waits for another one that writes.
const WAIT_FOR_LOCK: Duration = Duration::from_secs(5);

/// Prepared statements kept for each connection: more than the portal has.
const STATEMENTS: usize = 256;

/// An open SQLite database.
pub(crate) struct Sqlite {
    /// `None` for a database in memory: only the writer's connection sees it.
    pub(crate) readers: Option<SqlitePool>,
    jobs: mpsc::Sender<writer::Message>,
}

impl Sqlite {
    pub(crate) async fn open(url: &str) -> Result<Self, DatabaseError> {
        let in_memory = url.contains(":memory:");
        let options = SqliteConnectOptions::from_str(url)
            .map_err(DatabaseError::from_driver)?
            .create_if_missing(true)
            .busy_timeout(WAIT_FOR_LOCK)
            .foreign_keys(true)
            .pragma("trusted_schema", "OFF")
            .statement_cache_capacity(STATEMENTS);
        if !in_memory {
            create_folder(options.get_filename())?;
        }
        let write_options = options
            .clone()
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let connection = write_options
            .connect()
            .await
            .map_err(DatabaseError::from_driver)?;
        let readers = if in_memory {
            None
        } else {
            Some(open_readers(options.pragma("query_only", "ON")).await?)
        };
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(writer::Writer::new(connection, write_options, queue).run());
        Ok(Sqlite { readers, jobs })
    }

    /// Puts a job in the queue; its answer comes by the channel it carries.
    pub(crate) fn enqueue(&self, job: Box<dyn Job>) {
        use mpsc::error::TrySendError;
        let (message, error) = match self.jobs.try_send(writer::Message::Job(job)) {
            Ok(()) => return,
            Err(TrySendError::Full(message)) => (message, DatabaseError::Busy),
            Err(TrySendError::Closed(message)) => {
                (message, DatabaseError::Unavailable("it was closed"))
            }
        };
        if let writer::Message::Job(job) = message {
            job.refuse(error);
        }
    }

    /// Waits until every job in the queue is answered, then closes the file.
    pub(crate) async fn close(&self) {
        let (closed, wait) = oneshot::channel();
        if self.jobs.send(writer::Message::Close(closed)).await.is_ok() {
            // An error means that another caller closed it: closed is closed.
            let _ = wait.await;
        }
        if let Some(readers) = &self.readers {
            readers.close().await;
        }
    }
}

async fn open_readers(options: SqliteConnectOptions) -> Result<SqlitePool, DatabaseError> {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    SqlitePoolOptions::new()
        .max_connections(u32::try_from(cores).unwrap_or(2).max(2))
        .acquire_timeout(WAIT_FOR_LOCK)
        // A local file needs no check that the other side still answers.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options)
        .await
        .map_err(DatabaseError::from_driver)
}

/// The folder holds personal data: only the account of the portal may look into it.
fn create_folder(file: &Path) -> Result<(), DatabaseError> {
    let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    else {
        return Ok(());
    };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|_| DatabaseError::Unavailable("its folder cannot be created"))
}

pub(crate) async fn execute(
    connection: &mut SqliteConnection,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<u64, DatabaseError> {
    let done = sqlx::query_with(sql, sqlite_arguments(params)?)
        .execute(connection)
        .await
        .map_err(DatabaseError::from_driver)?;
    Ok(done.rows_affected())
}

pub(crate) async fn fetch_all<'e, X>(
    executor: X,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<Vec<Row>, DatabaseError>
where
    X: Executor<'e, Database = sqlx::Sqlite>,
{
    let rows = sqlx::query_with(sql, sqlite_arguments(params)?)
        .fetch_all(executor)
        .await
        .map_err(DatabaseError::from_driver)?;
    Ok(rows
        .into_iter()
        .map(|row| Row(Cells::Sqlite(row)))
        .collect())
}

pub(crate) async fn fetch_optional<'e, X>(
    executor: X,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<Option<Row>, DatabaseError>
where
    X: Executor<'e, Database = sqlx::Sqlite>,
{
    let row = sqlx::query_with(sql, sqlite_arguments(params)?)
        .fetch_optional(executor)
        .await
        .map_err(DatabaseError::from_driver)?;
    Ok(row.map(|row| Row(Cells::Sqlite(row))))
}

//! SQLite: one thread writes; a read runs where it is asked for.
//!
//! A statement is a call of some microseconds: handing each to another thread and back cost more than the statements
//! themselves (decision 0019). Only what waits for the disk has a thread: the commits.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, OpenFlags};
use tokio::sync::{mpsc, oneshot};

use crate::job::{Job, QUEUE};
use crate::row::{Cells, Line};
use crate::{DatabaseError, Param, Row};

mod readers;
mod writer;

pub(crate) use readers::Readers;

/// How long a process waits for another one that writes.
const WAIT_FOR_LOCK: Duration = Duration::from_secs(5);

/// Prepared statements kept for each connection: more than the portal has.
const STATEMENTS: usize = 256;

/// What the writer keeps of the file in memory: 16 MB, so that it does not read again what it wrote a moment ago.
const CACHE: &str = "-16000";

/// Pages of the write-ahead log before they are put in their places: 32 MB. A page that changes often is moved once.
const LOG: &str = "8000";

/// An open SQLite database.
pub(crate) struct Sqlite {
    /// `None` for a database in memory: only the writer's connection sees it.
    pub(crate) readers: Option<Readers>,
    jobs: mpsc::Sender<writer::Message>,
}

impl Sqlite {
    pub(crate) async fn open(url: &str) -> Result<Self, DatabaseError> {
        let file = File::of(url)?;
        if !file.in_memory {
            create_folder(&file.path)?;
        }
        let connection = file.open_to_write()?;
        let readers = (!file.in_memory)
            .then(|| Readers::open(file.clone()))
            .transpose()?;
        let (jobs, queue) = mpsc::channel(QUEUE);
        writer::Writer::new(connection, file, queue).start()?;
        Ok(Sqlite { readers, jobs })
    }

    /// Puts a job in the queue; its answer comes by the channel it carries.
    pub(crate) fn enqueue(&self, job: Box<dyn Job>) {
        use mpsc::error::TrySendError;
        let (message, error) = match self.jobs.try_send(writer::Message::Job(job)) {
            Ok(()) => return,
            Err(TrySendError::Full(message)) => (message, DatabaseError::Busy),
            Err(TrySendError::Closed(message)) => (message, DatabaseError::CLOSED),
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
            readers.close();
        }
    }
}

/// Where a database is.
#[derive(Debug, Clone)]
struct File {
    path: PathBuf,
    in_memory: bool,
}

impl File {
    /// Reads `sqlite:/folder/file.db`, `sqlite:///folder/file.db` or `sqlite::memory:`; nothing else is asked for in it.
    fn of(url: &str) -> Result<Self, DatabaseError> {
        let name = url.strip_prefix("sqlite:").unwrap_or(url);
        let name = name.strip_prefix("//").unwrap_or(name);
        if name.is_empty() || name.contains('?') {
            return Err(DatabaseError::Address);
        }
        Ok(Self {
            path: PathBuf::from(name),
            in_memory: name == ":memory:",
        })
    }

    fn open_to_write(&self) -> Result<Connection, DatabaseError> {
        let connection = self.open()?;
        if !self.in_memory {
            // Kept by the file; a reader never waits for the writer.
            set(&connection, "journal_mode", "WAL")?;
        }
        set(&connection, "synchronous", "FULL")?;
        set(&connection, "cache_size", CACHE)?;
        set(&connection, "wal_autocheckpoint", LOG)?;
        // What takes a job back is kept in memory: each page that a job changes would be written to a file first.
        set(&connection, "temp_store", "MEMORY")?;
        Ok(connection)
    }

    fn open_to_read(&self) -> Result<Connection, DatabaseError> {
        let connection = self.open()?;
        set(&connection, "query_only", "ON")?;
        Ok(connection)
    }

    fn open(&self) -> Result<Connection, DatabaseError> {
        // A connection is used by one thread at a time, so SQLite need not see to it.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(&self.path, flags).map_err(DatabaseError::from_sqlite)?;
        connection
            .busy_timeout(WAIT_FOR_LOCK)
            .map_err(DatabaseError::from_sqlite)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        // A plan is made once for a statement, not again for each value that is bound to it.
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
            .map_err(DatabaseError::from_sqlite)?;
        set(&connection, "foreign_keys", "ON")?;
        set(&connection, "trusted_schema", "OFF")?;
        Ok(connection)
    }
}

fn set(connection: &Connection, pragma: &str, value: &str) -> Result<(), DatabaseError> {
    connection
        // Some answer with what holds now.
        .pragma_update_and_check(None, pragma, value, |_| Ok(()))
        .or_else(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => Ok(()),
            error => Err(DatabaseError::from_sqlite(error)),
        })
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

pub(crate) fn execute(
    connection: &Connection,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<u64, DatabaseError> {
    let mut statement = prepared(connection, sql, params)?;
    let mut rows = statement.raw_query();
    while rows.next().map_err(DatabaseError::from_sqlite)?.is_some() {}
    Ok(connection.changes())
}

pub(crate) fn fetch_all(
    connection: &Connection,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<Vec<Row>, DatabaseError> {
    fetch(connection, sql, params, usize::MAX)
}

pub(crate) fn fetch_optional(
    connection: &Connection,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<Option<Row>, DatabaseError> {
    Ok(fetch(connection, sql, params, 1)?.pop())
}

/// The first rows, so many at most. A statement that writes goes to its end all the same: SQLite makes its changes before
/// it returns the first row.
fn fetch(
    connection: &Connection,
    sql: &'static str,
    params: &[Param<'_>],
    most: usize,
) -> Result<Vec<Row>, DatabaseError> {
    let mut statement = prepared(connection, sql, params)?;
    let columns = statement.column_names().map(str::to_owned);
    let columns: std::sync::Arc<[String]> = columns.collect();
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while found.len() < most
        && let Some(row) = rows.next().map_err(DatabaseError::from_sqlite)?
    {
        let line = Line::read(&columns, row).map_err(DatabaseError::from_sqlite)?;
        found.push(Row(Cells::Sqlite(line)));
    }
    Ok(found)
}

/// Runs several statements without parameters.
pub(crate) fn run_script(connection: &Connection, sql: &str) -> Result<(), DatabaseError> {
    connection
        .execute_batch(sql)
        .map_err(DatabaseError::from_sqlite)
}

fn prepared<'c>(
    connection: &'c Connection,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<CachedStatement<'c>, DatabaseError> {
    let mut statement = connection
        .prepare_cached(sql)
        .map_err(DatabaseError::from_sqlite)?;
    // SQLite numbers `$1` by its first place in the text, and keeps its name.
    for at in 1..=statement.parameter_count() {
        let number = statement
            .parameter_name(at)
            .and_then(|name| name.strip_prefix('$'))
            .and_then(|number| number.parse::<usize>().ok());
        let param = number
            .and_then(|number| params.get(number.checked_sub(1)?))
            .ok_or_else(|| DatabaseError::Other {
                code: "driver".to_owned(),
                message: None,
            })?;
        if param.holds_nul() {
            return Err(DatabaseError::NulInText);
        }
        statement
            .raw_bind_parameter(at, param)
            .map_err(DatabaseError::from_sqlite)?;
    }
    Ok(statement)
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::{File, execute, fetch_all, run_script};

    #[test]
    fn a_statement_is_planned_once_whatever_values_it_gets() {
        let connection = File::of("sqlite::memory:")
            .unwrap()
            .open_to_write()
            .unwrap();
        run_script(
            &connection,
            "CREATE TABLE request (id BIGINT NOT NULL PRIMARY KEY, status TEXT NOT NULL);
             CREATE INDEX request_open ON request (id) WHERE status = 'open';",
        )
        .unwrap();
        let sql = "SELECT id FROM request WHERE status = $1";
        for (id, status) in [(1, "open"), (2, "closed"), (3, "open")] {
            let add = "INSERT INTO request (id, status) VALUES ($1, $2)";
            execute(&connection, add, &[id.into(), status.into()]).unwrap();
            assert!(
                !fetch_all(&connection, sql, &[status.into()])
                    .unwrap()
                    .is_empty()
            );
        }
        let statement = connection.prepare_cached(sql).unwrap();
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}

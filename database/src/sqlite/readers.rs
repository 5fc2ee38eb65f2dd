//! Connections that read. A read runs on the thread that asks for it and waits for nobody: in a file with a write-ahead
//! log, readers never wait for the writer.

use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use super::File;
use crate::{DatabaseError, Param, Row};

/// The connections that no thread uses now: never more than there are threads.
pub(crate) struct Readers {
    file: File,
    /// `None` once closed.
    idle: Mutex<Option<Vec<Connection>>>,
}

impl Readers {
    /// Opens the first one: a file that cannot be read is said at once.
    pub(super) fn open(file: File) -> Result<Self, DatabaseError> {
        let first = file.open_to_read()?;
        Ok(Self {
            file,
            idle: Mutex::new(Some(vec![first])),
        })
    }

    pub(crate) fn fetch_all(
        &self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<Vec<Row>, DatabaseError> {
        self.with(|connection| super::fetch_all(connection, sql, params))
    }

    pub(crate) fn fetch_optional(
        &self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<Option<Row>, DatabaseError> {
        self.with(|connection| super::fetch_optional(connection, sql, params))
    }

    fn with<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        let idle = self.idle().as_mut().ok_or(DatabaseError::CLOSED)?.pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.file.open_to_read()?,
        };
        let answer = read(&connection);
        // One that failed for a reason of its own is not used again.
        if !matches!(answer, Err(DatabaseError::Unavailable(_)))
            && let Some(idle) = self.idle().as_mut()
        {
            idle.push(connection);
        }
        answer
    }

    pub(super) fn close(&self) {
        self.idle().take();
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Option<Vec<Connection>>> {
        // A panic between two statements of this file leaves the list whole.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! What can go wrong with a database, in terms a caller can act on, and without any value of a row.

use thiserror::Error;

/// A failure of the database. PostgreSQL puts rows into the text of its errors, so that text is never kept:
/// what is shown here holds codes, names of columns and our own words only.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DatabaseError {
    /// Too many jobs wait, or another process held the write lock too long. Nothing was written: ask the
    /// person to try again in a moment (503 with `Retry-After`).
    #[error("the database has too much to do")]
    Busy,
    /// Another write got in the way (PostgreSQL: serialization, deadlock, lock). Nothing was written: the
    /// same job may be tried again.
    #[error("another write got in the way")]
    Conflict,
    /// A rule of the tables refused the write. Nothing was written.
    #[error("a {0} rule refused the write")]
    Constraint(Constraint),
    /// The database cannot be reached or cannot write. After a write the outcome is unknown: look by the
    /// job's own key before doing it again.
    #[error("the database is not available: {0}")]
    Unavailable(&'static str),
    /// The job stopped in the middle: it panicked or took longer than ten seconds. Nothing was written.
    #[error("the write stopped before its end and nothing was kept")]
    Interrupted,
    /// A row has no such column, or its value is of another kind.
    #[error("no column {0:?} of that kind")]
    Column(String),
    /// PostgreSQL cannot store the character U+0000 in text, so neither engine does.
    #[error("a text holds the character U+0000")]
    NulInText,
    /// The address of the database is wrong.
    #[error("a database address looks like sqlite:/folder/file.db or postgres://user@host/name")]
    Address,
    /// A migration that was applied has changed since, or another one stands in its place.
    #[error("migration {name} of {schema} is not the one that was applied")]
    MigrationChanged {
        /// Whose migrations.
        schema: &'static str,
        /// The migration of this program.
        name: &'static str,
    },
    /// A migration failed; none of those that were due is kept.
    #[error("migration {name} of {schema} failed: {reason}")]
    MigrationFailed {
        /// Whose migrations.
        schema: &'static str,
        /// The migration that failed.
        name: &'static str,
        /// Why.
        reason: Box<DatabaseError>,
    },
    /// Anything else: usually a mistake in the SQL.
    #[error("the database refused a statement (code {code}){}", .message.as_deref().map(|m| format!(": {m}")).unwrap_or_default())]
    Other {
        /// SQLSTATE or the number of SQLite.
        code: String,
        /// The engine's message, when it can only speak of the SQL itself.
        message: Option<String>,
    },
}

/// Which rule of the tables refused a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    /// The key exists already.
    Unique,
    /// The row it points to does not exist, or the row is still pointed to.
    ForeignKey,
    /// `NOT NULL` or `CHECK`.
    Value,
}

impl std::fmt::Display for Constraint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Constraint::Unique => "unique",
            Constraint::ForeignKey => "foreign key",
            Constraint::Value => "value",
        })
    }
}

impl DatabaseError {
    /// What every call answers once the database is closed.
    pub(crate) const CLOSED: Self = Self::Unavailable("it was closed");

    /// True when a unique key refused the write: the row exists already.
    pub fn is_unique_violation(&self) -> bool {
        *self == DatabaseError::Constraint(Constraint::Unique)
    }

    /// Sorts an error of SQLite and throws away the text that may hold values.
    pub(crate) fn from_sqlite(error: rusqlite::Error) -> Self {
        let (failure, message) = match error {
            rusqlite::Error::SqliteFailure(failure, message) => (failure, message),
            rusqlite::Error::SqlInputError { error, msg, .. } => (error, Some(msg)),
            _ => {
                return DatabaseError::Other {
                    code: "driver".to_owned(),
                    message: None,
                };
            }
        };
        from_sqlite_code(failure.extended_code, &message.unwrap_or_default())
    }

    /// Sorts an error of the driver of PostgreSQL and throws away the text that may hold values.
    pub(crate) fn from_driver(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(error) => from_engine(error.as_ref()),
            sqlx::Error::PoolTimedOut => DatabaseError::Busy,
            sqlx::Error::PoolClosed => DatabaseError::CLOSED,
            sqlx::Error::ColumnNotFound(name) => DatabaseError::Column(name),
            sqlx::Error::ColumnDecode { index, .. } => DatabaseError::Column(index),
            sqlx::Error::Configuration(_) => DatabaseError::Address,
            sqlx::Error::Tls(_) => DatabaseError::Unavailable("no encrypted connection"),
            sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed | sqlx::Error::Protocol(_) => {
                DatabaseError::Unavailable("the connection failed")
            }
            _ => DatabaseError::Other {
                code: "driver".to_owned(),
                message: None,
            },
        }
    }
}

fn from_engine(error: &dyn sqlx::error::DatabaseError) -> DatabaseError {
    use sqlx::error::ErrorKind;
    match error.kind() {
        ErrorKind::UniqueViolation => return DatabaseError::Constraint(Constraint::Unique),
        ErrorKind::ForeignKeyViolation => return DatabaseError::Constraint(Constraint::ForeignKey),
        ErrorKind::NotNullViolation | ErrorKind::CheckViolation => {
            return DatabaseError::Constraint(Constraint::Value);
        }
        _ => {}
    }
    let code = error.code().unwrap_or_default().into_owned();
    from_sqlstate(code, error.message())
}

/// Codes of PostgreSQL, appendix A of its manual.
fn from_sqlstate(code: String, message: &str) -> DatabaseError {
    match (code.get(..2), code.as_str()) {
        (_, "40001" | "40P01" | "55P03") => DatabaseError::Conflict,
        (Some("23"), _) => DatabaseError::Constraint(Constraint::Value),
        (Some("53"), _) => DatabaseError::Unavailable("the server lacks room"),
        (_, "57014") => DatabaseError::Unavailable("a statement took too long"),
        (_, "25006") => DatabaseError::Unavailable("the server only reads"),
        (_, "3D000") => DatabaseError::Unavailable("no such database"),
        (Some("28"), _) => DatabaseError::Unavailable("the server refused the account"),
        (Some("08" | "57" | "25"), _) => DatabaseError::Unavailable("the server ended the session"),
        // Class 42 is about the text of the statement, which is ours and holds no value.
        (Some("42"), _) => DatabaseError::Other {
            code,
            message: Some(message.to_owned()),
        },
        _ => DatabaseError::Other {
            code,
            message: None,
        },
    }
}

/// Extended result codes of SQLite; the low byte is the family.
fn from_sqlite_code(code: i32, message: &str) -> DatabaseError {
    use rusqlite::ffi;
    match code {
        ffi::SQLITE_CONSTRAINT_UNIQUE
        | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
        | ffi::SQLITE_CONSTRAINT_ROWID => return DatabaseError::Constraint(Constraint::Unique),
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => {
            return DatabaseError::Constraint(Constraint::ForeignKey);
        }
        _ => {}
    }
    match code & 0xff {
        ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => DatabaseError::Busy,
        ffi::SQLITE_READONLY => DatabaseError::Unavailable("the file can only be read"),
        ffi::SQLITE_IOERR => DatabaseError::Unavailable("the disk failed"),
        ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => {
            DatabaseError::Unavailable("the file is damaged")
        }
        ffi::SQLITE_FULL => DatabaseError::Unavailable("the disk is full"),
        ffi::SQLITE_CANTOPEN => DatabaseError::Unavailable("the file cannot be opened"),
        ffi::SQLITE_CONSTRAINT => DatabaseError::Constraint(Constraint::Value),
        _ => DatabaseError::Other {
            code: code.to_string(),
            // Other messages may quote a parameter (a JSON path, a search expression).
            message: [
                "no such ",
                "near ",
                "table ",
                "duplicate column",
                "incomplete",
            ]
            .iter()
            .any(|start| message.starts_with(start))
            .then(|| message.to_owned()),
        },
    }
}

//! One row of an answer, read by the names of its columns.

use std::sync::Arc;

use rusqlite::types::Value;
use sqlx::postgres::PgRow;
use sqlx::{Decode, Type};

use crate::DatabaseError;

/// One row. Reading a column that is not there, is of another kind or is unexpectedly null is
/// [`DatabaseError::Column`].
pub struct Row(pub(crate) Cells);

/// The cells as the engine gave them.
pub(crate) enum Cells {
    Sqlite(Line),
    Postgres(PgRow),
}

/// A row of SQLite, kept after its statement ended.
pub(crate) struct Line {
    columns: Arc<[String]>,
    values: Vec<Value>,
}

impl Line {
    pub(crate) fn read(columns: &Arc<[String]>, row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            columns: Arc::clone(columns),
            values: (0..columns.len())
                .map(|at| row.get(at))
                .collect::<Result<_, _>>()?,
        })
    }

    /// A cell, `None` when it is null; `wanted` takes the kind that is expected.
    fn cell<T>(
        &self,
        column: &str,
        wanted: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<Option<T>, DatabaseError> {
        let unknown = || DatabaseError::Column(column.to_owned());
        let at = self.columns.iter().position(|name| name == column);
        match at.and_then(|at| self.values.get(at)).ok_or_else(unknown)? {
            Value::Null => Ok(None),
            value => wanted(value).map(Some).ok_or_else(unknown),
        }
    }
}

impl std::fmt::Debug for Row {
    /// Without the values: they may be personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Row(***)")
    }
}

impl Row {
    /// A `BIGINT`, a count, or the truth of an expression (0 or 1).
    pub fn int(&self, column: &str) -> Result<i64, DatabaseError> {
        present(self.optional_int(column)?, column)
    }

    /// A `TEXT`.
    pub fn text(&self, column: &str) -> Result<String, DatabaseError> {
        present(self.optional_text(column)?, column)
    }

    /// A `BYTEA`.
    pub fn bytes(&self, column: &str) -> Result<Vec<u8>, DatabaseError> {
        present(self.optional_bytes(column)?, column)
    }

    /// Like [`Row::int`], `None` when the column is null.
    pub fn optional_int(&self, column: &str) -> Result<Option<i64>, DatabaseError> {
        match &self.0 {
            Cells::Sqlite(line) => line.cell(column, |value| match value {
                Value::Integer(number) => Some(*number),
                _ => None,
            }),
            // It has several types for what SQLite calls an integer: `SELECT 1` is 32 bits wide there and a
            // comparison is a truth value.
            Cells::Postgres(row) => of_postgres::<i64>(row, column)
                .or_else(|_| Ok(of_postgres::<i32>(row, column)?.map(i64::from)))
                .or_else(|_: DatabaseError| Ok(of_postgres::<bool>(row, column)?.map(i64::from))),
        }
    }

    /// Like [`Row::text`], `None` when the column is null.
    pub fn optional_text(&self, column: &str) -> Result<Option<String>, DatabaseError> {
        match &self.0 {
            Cells::Sqlite(line) => line.cell(column, |value| match value {
                Value::Text(text) => Some(text.clone()),
                _ => None,
            }),
            Cells::Postgres(row) => of_postgres(row, column),
        }
    }

    /// Like [`Row::bytes`], `None` when the column is null.
    pub fn optional_bytes(&self, column: &str) -> Result<Option<Vec<u8>>, DatabaseError> {
        match &self.0 {
            Cells::Sqlite(line) => line.cell(column, |value| match value {
                Value::Blob(bytes) => Some(bytes.clone()),
                _ => None,
            }),
            Cells::Postgres(row) => of_postgres(row, column),
        }
    }
}

fn of_postgres<T>(row: &PgRow, column: &str) -> Result<Option<T>, DatabaseError>
where
    T: for<'r> Decode<'r, sqlx::Postgres> + Type<sqlx::Postgres>,
{
    use sqlx::Row as _;
    row.try_get::<Option<T>, _>(column)
        .map_err(DatabaseError::from_driver)
}

fn present<T>(value: Option<T>, column: &str) -> Result<T, DatabaseError> {
    value.ok_or_else(|| DatabaseError::Column(column.to_owned()))
}

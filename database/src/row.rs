//! One row of an answer, read by the names of its columns.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Type};

use crate::DatabaseError;

/// One row. Reading a column that is not there, is of another kind or is unexpectedly null is
/// [`DatabaseError::Column`].
pub struct Row(pub(crate) Cells);

/// The driver's own row.
pub(crate) enum Cells {
    Sqlite(SqliteRow),
    Postgres(PgRow),
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
        // PostgreSQL has several types for what SQLite calls an integer: `SELECT 1` is 32 bits wide there
        // and a comparison is a truth value.
        self.cell::<i64>(column)
            .or_else(|_| Ok(self.cell::<i32>(column)?.map(i64::from)))
            .or_else(|_: DatabaseError| Ok(self.cell::<bool>(column)?.map(i64::from)))
    }

    /// Like [`Row::text`], `None` when the column is null.
    pub fn optional_text(&self, column: &str) -> Result<Option<String>, DatabaseError> {
        self.cell::<String>(column)
    }

    /// Like [`Row::bytes`], `None` when the column is null.
    pub fn optional_bytes(&self, column: &str) -> Result<Option<Vec<u8>>, DatabaseError> {
        self.cell::<Vec<u8>>(column)
    }

    fn cell<T>(&self, column: &str) -> Result<Option<T>, DatabaseError>
    where
        T: for<'r> Decode<'r, sqlx::Sqlite> + Type<sqlx::Sqlite>,
        T: for<'r> Decode<'r, sqlx::Postgres> + Type<sqlx::Postgres>,
    {
        use sqlx::Row as _;
        match &self.0 {
            Cells::Sqlite(row) => row.try_get::<Option<T>, _>(column),
            Cells::Postgres(row) => row.try_get::<Option<T>, _>(column),
        }
        .map_err(DatabaseError::from_driver)
    }
}

fn present<T>(value: Option<T>, column: &str) -> Result<T, DatabaseError> {
    value.ok_or_else(|| DatabaseError::Column(column.to_owned()))
}

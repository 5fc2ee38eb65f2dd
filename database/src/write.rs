//! What a write job works with: statements inside its own atomic unit.

use sqlx::postgres::PgConnection;

use crate::{DatabaseError, Engine, Param, Row, postgres, sqlite};

/// The inside of one job: see [`crate::Database::write`].
///
/// A statement that fails spoils the job on both engines, as PostgreSQL does: every later statement fails with
/// the same error and nothing is kept, whatever the job returns.
pub struct Write<'c> {
    connection: Connection<'c>,
    failure: Option<DatabaseError>,
}

/// The connection that carries the job's transaction.
pub(crate) enum Connection<'c> {
    Sqlite(&'c mut rusqlite::Connection),
    Postgres(&'c mut PgConnection),
}

impl<'c> Write<'c> {
    pub(crate) fn new(connection: Connection<'c>) -> Self {
        Write {
            connection,
            failure: None,
        }
    }

    /// Which engine runs the job, for the rare statement that differs.
    pub fn engine(&self) -> Engine {
        match self.connection {
            Connection::Sqlite(_) => Engine::Sqlite,
            Connection::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement; returns how many rows it changed.
    pub async fn execute(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<u64, DatabaseError> {
        self.not_spoiled()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::execute(connection, sql, params),
            Connection::Postgres(connection) => postgres::execute(connection, sql, params).await,
        };
        self.remember(result)
    }

    /// Runs a query, or a statement with `RETURNING`; returns every row.
    pub async fn fetch_all(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<Vec<Row>, DatabaseError> {
        self.not_spoiled()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::fetch_all(connection, sql, params),
            Connection::Postgres(connection) => {
                postgres::fetch_all(&mut **connection, sql, params).await
            }
        };
        self.remember(result)
    }

    /// Runs a query, or a statement with `RETURNING`; returns the first row, if any.
    pub async fn fetch_optional(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<Option<Row>, DatabaseError> {
        self.not_spoiled()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::fetch_optional(connection, sql, params),
            Connection::Postgres(connection) => {
                postgres::fetch_optional(&mut **connection, sql, params).await
            }
        };
        self.remember(result)
    }

    /// Runs several statements without parameters: the text of a migration.
    pub(crate) async fn run_script(&mut self, sql: &'static str) -> Result<(), DatabaseError> {
        self.not_spoiled()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::run_script(connection, sql),
            Connection::Postgres(connection) => postgres::run_script(connection, sql).await,
        };
        self.remember(result)
    }

    /// The failure of a statement, if any: then the job cannot be kept.
    pub(crate) fn failure(&self) -> Option<DatabaseError> {
        self.failure.clone()
    }

    fn not_spoiled(&self) -> Result<(), DatabaseError> {
        self.failure.clone().map_or(Ok(()), Err)
    }

    fn remember<T>(&mut self, result: Result<T, DatabaseError>) -> Result<T, DatabaseError> {
        if let Err(error) = &result {
            self.failure = Some(error.clone());
        }
        result
    }
}

//! Where rows are read: what is committed, or what the present write sees. The same readers serve both.

use database::{Database, DatabaseError, Param, Row, Write};

/// A place to read rows from.
pub(super) enum View<'a, 'c> {
    /// What every earlier write left.
    Committed(&'a Database),
    /// That, and what this write did so far.
    Within(&'a mut Write<'c>),
}

impl View<'_, '_> {
    /// Every row of a query.
    pub(super) async fn rows(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<Vec<Row>, DatabaseError> {
        match self {
            Self::Committed(database) => database.fetch_all(sql, params).await,
            Self::Within(write) => write.fetch_all(sql, params).await,
        }
    }

    /// The first row of a query, if any.
    pub(super) async fn row(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<Option<Row>, DatabaseError> {
        match self {
            Self::Committed(database) => database.fetch_optional(sql, params).await,
            Self::Within(write) => write.fetch_optional(sql, params).await,
        }
    }
}

//! The handle that the portal and the back office hold: open, read, write, close.

use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use tokio::sync::oneshot;

use crate::job::{JOB_LIMIT, Waiting};
use crate::postgres::{Begin, Postgres};
use crate::sqlite::Sqlite;
use crate::{DatabaseError, Param, Row, Write, migration, postgres};

/// Which engine a database runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file, the default.
    Sqlite,
    /// A server, for several instances of the portal.
    Postgres,
}

/// An open database. Cloning it is cheap and shares the connections.
#[derive(Clone)]
pub struct Database(Arc<Inner>);

enum Inner {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl std::fmt::Debug for Database {
    /// Without the address: it may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Database").field(&self.engine()).finish()
    }
}

impl Database {
    /// Opens `sqlite:/folder/file.db` (file and folder are created), `sqlite::memory:` (tests) or
    /// `postgres://user@host/name`. Needs a tokio runtime.
    pub async fn open(url: &str) -> Result<Self, DatabaseError> {
        let inner = if url.starts_with("sqlite:") {
            Inner::Sqlite(Sqlite::open(url).await?)
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            Inner::Postgres(Postgres::open(url).await?)
        } else {
            return Err(DatabaseError::Address);
        };
        Ok(Database(Arc::new(inner)))
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match &*self.0 {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a query outside a write and returns every row; it sees committed data only.
    pub async fn fetch_all(
        &self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<Vec<Row>, DatabaseError> {
        match &*self.0 {
            Inner::Postgres(database) => postgres::fetch_all(&database.reads, sql, params).await,
            Inner::Sqlite(database) => match &database.readers {
                Some(readers) => readers.fetch_all(sql, params),
                None => {
                    let params = owned(params);
                    self.write(move |tx| Box::pin(async move { tx.fetch_all(sql, &params).await }))
                        .await
                }
            },
        }
    }

    /// Runs a query outside a write and returns its first row, if any.
    pub async fn fetch_optional(
        &self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<Option<Row>, DatabaseError> {
        match &*self.0 {
            Inner::Postgres(database) => {
                postgres::fetch_optional(&database.reads, sql, params).await
            }
            Inner::Sqlite(database) => match &database.readers {
                Some(readers) => readers.fetch_optional(sql, params),
                None => {
                    let params = owned(params);
                    self.write(move |tx| {
                        Box::pin(async move { tx.fetch_optional(sql, &params).await })
                    })
                    .await
                }
            },
        }
    }

    /// Runs one job as one atomic unit and returns when it is durable: `database.write(move |tx|
    /// Box::pin(async move { tx.execute("…", &[id.into()]).await?; Ok(id) })).await`.
    ///
    /// An error of the job undoes all it wrote and comes back as it is. A job waits for nothing but the
    /// database (on SQLite the next ones wait for it) and is stopped after ten seconds. Dropping the returned
    /// future does not stop a job: it is kept whole or not at all.
    pub async fn write<T, E, F>(&self, job: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t mut Write<'_>) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        self.run_job(job, Some(JOB_LIMIT), Begin::Usual).await
    }

    /// The same for statements that find many rows by their keys (PostgreSQL only): each is found by an index, however
    /// few rows there were when the statement came first.
    pub async fn write_many<T, E, F>(&self, job: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t mut Write<'_>) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        self.run_job(job, Some(JOB_LIMIT), Begin::ByKeys).await
    }

    /// The same for what is reserved for writes that follow, such as numbers, and told to nobody before: if the server
    /// dies, it may be free again, and they are not there (PostgreSQL only).
    pub async fn reserve_many<T, E, F>(&self, job: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t mut Write<'_>) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        self.run_job(job, Some(JOB_LIMIT), Begin::ReserveByKeys)
            .await
    }

    pub(crate) async fn run_job<T, E, F>(
        &self,
        job: F,
        limit: Option<Duration>,
        begin: Begin,
    ) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t mut Write<'_>) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        match &*self.0 {
            Inner::Postgres(database) => database.write(job, limit, begin).await,
            Inner::Sqlite(database) => {
                let (answer, wait) = oneshot::channel();
                database.enqueue(Box::new(Waiting { job, limit, answer }));
                wait.await
                    .unwrap_or_else(|_| Err(E::from(DatabaseError::Interrupted)))
            }
        }
    }

    /// Whether the tables are there and a write becomes durable. It does write: ask every few seconds at most.
    pub async fn ready(&self) -> Result<(), DatabaseError> {
        migration::probe(self).await
    }

    /// Answers every job already accepted, then closes. Later calls fail with
    /// [`DatabaseError::Unavailable`].
    pub async fn close(&self) {
        match &*self.0 {
            Inner::Sqlite(database) => database.close().await,
            Inner::Postgres(database) => database.close().await,
        }
    }
}

fn owned(params: &[Param<'_>]) -> Vec<Param<'static>> {
    params.iter().cloned().map(Param::into_owned).collect()
}

//! PostgreSQL: a pool for reads, a pool for writes, and one transaction for each job.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions, Connection as _, Executor};
use tokio::sync::Semaphore;

use crate::job::{QUEUE, attempt};
use crate::param::arguments;
use crate::row::Cells;
use crate::write::Connection;
use crate::{DatabaseError, Param, Row, Write};

/// Connections of one instance that write and that read: a server accepts 100 by default, for all instances together. Jobs
/// wait for each other's locks, so they have connections of their own: reads never wait until a crowd has written.
const WRITERS: u32 = 12;
const READERS: u32 = 6;

/// How long a job waits for a connection.
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(5);

/// How the transaction of a job begins.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Begin {
    /// As the server is set.
    Usual,
    /// Rows are found by their keys, one by one. A plan is kept by its connection: one that was made while tables were
    /// nearly empty would read them from end to end when they no longer are.
    ByKeys,
    /// The same for a reservation that nothing needs but writes that follow: it reaches the disk with the first of them at
    /// the latest, because the log is written in order. If the server dies before, so did they.
    ReserveByKeys,
}

/// A macro, because statements are constant texts.
macro_rules! by_keys {
    () => {
        "BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; \
         SET LOCAL enable_mergejoin = off; SET LOCAL plan_cache_mode = force_generic_plan"
    };
}

impl Begin {
    const fn statement(self) -> &'static str {
        match self {
            Self::Usual => "BEGIN",
            Self::ByKeys => by_keys!(),
            Self::ReserveByKeys => concat!(by_keys!(), "; SET LOCAL synchronous_commit = off"),
        }
    }
}

/// The pools, and how many jobs may still come.
pub(crate) struct Postgres {
    pub(crate) reads: PgPool,
    writes: PgPool,
    places: Arc<Semaphore>,
}

impl Postgres {
    pub(crate) async fn open(url: &str) -> Result<Self, DatabaseError> {
        let options = PgConnectOptions::from_str(url)
            .map_err(DatabaseError::from_driver)?
            .application_name("parvis")
            .statement_cache_capacity(256)
            .options([
                ("synchronous_commit", "on"),
                ("statement_timeout", "30s"),
                ("lock_timeout", "5s"),
                ("idle_in_transaction_session_timeout", "30s"),
                // Notices would reach our logs and may quote values.
                ("client_min_messages", "error"),
            ]);
        // Said at once: the pool would try for five seconds and tell nothing but that time is up.
        options
            .connect()
            .await
            .map_err(DatabaseError::from_driver)?
            .close()
            .await
            .map_err(DatabaseError::from_driver)?;
        let pool = |connections| {
            PgPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(WAIT_FOR_CONNECTION)
                .connect_lazy_with(options.clone())
        };
        Ok(Postgres {
            reads: pool(READERS),
            writes: pool(WRITERS),
            places: Arc::new(Semaphore::new(QUEUE)),
        })
    }

    /// Runs a job in a task of its own: a caller that goes away does not cut it in the middle.
    pub(crate) async fn write<T, E, F>(
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
        let place = Arc::clone(&self.places)
            .try_acquire_owned()
            .map_err(|error| match error {
                tokio::sync::TryAcquireError::NoPermits => DatabaseError::Busy,
                tokio::sync::TryAcquireError::Closed => DatabaseError::Unavailable("it was closed"),
            })?;
        let pool = self.writes.clone();
        let task = tokio::spawn(async move {
            let _place = place;
            in_transaction(&pool, job, limit, begin).await
        });
        task.await
            .unwrap_or_else(|_| Err(E::from(DatabaseError::Interrupted)))
    }

    /// Waits for every job that was accepted, then closes the connections.
    pub(crate) async fn close(&self) {
        let all = u32::try_from(QUEUE).unwrap_or(u32::MAX);
        // An error means that another caller closed it: closed is closed.
        let _ = self.places.acquire_many(all).await;
        self.places.close();
        self.writes.close().await;
        self.reads.close().await;
    }
}

async fn in_transaction<T, E, F>(
    pool: &PgPool,
    job: F,
    limit: Option<Duration>,
    begin: Begin,
) -> Result<T, E>
where
    F: for<'t> FnOnce(&'t mut Write<'_>) -> BoxFuture<'t, Result<T, E>>,
    E: From<DatabaseError>,
{
    let begun = pool.begin_with(begin.statement()).await;
    let mut transaction = begun.map_err(DatabaseError::from_driver)?;
    let mut write = Write::new(Connection::Postgres(&mut transaction));
    match attempt(job, &mut write, limit).await {
        Ok(value) => {
            transaction
                .commit()
                .await
                .map_err(DatabaseError::from_driver)?;
            Ok(value)
        }
        Err(error) => {
            // A connection that cannot roll back is lost, and the server rolls back by itself.
            let _ = transaction.rollback().await;
            Err(error)
        }
    }
}

pub(crate) async fn execute(
    connection: &mut PgConnection,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<u64, DatabaseError> {
    let done = sqlx::query_with(sql, arguments(params)?)
        .execute(connection)
        .await
        .map_err(DatabaseError::from_driver)?;
    Ok(done.rows_affected())
}

/// Runs several statements without parameters.
pub(crate) async fn run_script(
    connection: &mut PgConnection,
    sql: &'static str,
) -> Result<(), DatabaseError> {
    sqlx::raw_sql(sql)
        .execute(connection)
        .await
        .map(drop)
        .map_err(DatabaseError::from_driver)
}

pub(crate) async fn fetch_all<'e, X>(
    executor: X,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<Vec<Row>, DatabaseError>
where
    X: Executor<'e, Database = sqlx::Postgres>,
{
    let rows = sqlx::query_with(sql, arguments(params)?)
        .fetch_all(executor)
        .await
        .map_err(DatabaseError::from_driver)?;
    Ok(rows
        .into_iter()
        .map(|row| Row(Cells::Postgres(row)))
        .collect())
}

pub(crate) async fn fetch_optional<'e, X>(
    executor: X,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<Option<Row>, DatabaseError>
where
    X: Executor<'e, Database = sqlx::Postgres>,
{
    let row = sqlx::query_with(sql, arguments(params)?)
        .fetch_optional(executor)
        .await
        .map_err(DatabaseError::from_driver)?;
    Ok(row.map(|row| Row(Cells::Postgres(row))))
}

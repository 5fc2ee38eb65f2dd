//! Fresh databases for tests, one for each engine, so that every store test runs on both.

use std::ops::Deref;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions};
use tempfile::TempDir;

use crate::{Database, DatabaseError};

/// Address of a PostgreSQL server on which tests may create databases (`scripts/with-postgres.sh` sets it).
pub const SERVER: &str = "PARVIS_TEST_POSTGRES";

/// When `1`, a test fails instead of leaving PostgreSQL out.
pub const REQUIRE: &str = "PARVIS_TEST_REQUIRE_POSTGRES";

/// An empty database that goes away with this value. Use it as a [`Database`].
pub struct TestDatabase {
    database: Database,
    url: String,
    /// Holds the SQLite file, and lends its random name to the PostgreSQL database.
    folder: TempDir,
    server: Option<String>,
}

impl TestDatabase {
    /// Its address, to open it a second time as another process would.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A handle of its own, to give away.
    pub fn handle(&self) -> Database {
        self.database.clone()
    }
}

impl Deref for TestDatabase {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.database
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some(server) = self.server.take() else {
            return;
        };
        let name = database_name(&self.folder);
        // A thread: the test's own runtime cannot wait while it drops. When it fails, the database stays
        // behind on a server made for tests.
        let dropping = std::thread::spawn(move || {
            if let Ok(runtime) = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
            {
                let _ = runtime.block_on(administer(
                    &server,
                    format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"),
                ));
            }
        });
        let _ = dropping.join();
    }
}

/// One empty database for each engine at hand: SQLite always, PostgreSQL when [`SERVER`] says where.
///
/// # Panics
/// When a database cannot be made, or when PostgreSQL is required ([`REQUIRE`]) and not there.
pub async fn databases() -> Vec<TestDatabase> {
    let mut databases = vec![or_fail(sqlite().await)];
    databases.extend(on_postgres().await);
    databases
}

/// An empty database on PostgreSQL, when [`SERVER`] says where.
///
/// # Panics
/// When it cannot be made, or when PostgreSQL is required ([`REQUIRE`]) and not there.
pub async fn on_postgres() -> Option<TestDatabase> {
    if let Some(server) = std::env::var(SERVER).ok().filter(|url| !url.is_empty()) {
        return Some(or_fail(postgres(server).await));
    }
    if std::env::var(REQUIRE).is_ok_and(|value| value == "1") {
        or_fail(Err(DatabaseError::Unavailable(
            "PostgreSQL is required and PARVIS_TEST_POSTGRES is not set",
        )))
    }
    None
}

#[expect(clippy::panic, reason = "a test without its database has failed")]
fn or_fail<T>(made: Result<T, DatabaseError>) -> T {
    made.unwrap_or_else(|error| panic!("no database for this test: {error}"))
}

async fn sqlite() -> Result<TestDatabase, DatabaseError> {
    let folder = folder()?;
    let url = format!("sqlite:{}", folder.path().join("data/test.db").display());
    Ok(TestDatabase {
        database: Database::open(&url).await?,
        url,
        folder,
        server: None,
    })
}

async fn postgres(server: String) -> Result<TestDatabase, DatabaseError> {
    let folder = folder()?;
    let name = database_name(&folder);
    administer(
        &server,
        format!("CREATE DATABASE \"{name}\" TEMPLATE template0"),
    )
    .await?;
    let url = with_database(&server, &name);
    Ok(TestDatabase {
        database: Database::open(&url).await?,
        url,
        folder,
        server: Some(server),
    })
}

fn folder() -> Result<TempDir, DatabaseError> {
    tempfile::Builder::new()
        .prefix("parvis-test-")
        .rand_bytes(12)
        .tempdir()
        .map_err(|_| DatabaseError::Unavailable("no temporary folder"))
}

fn database_name(folder: &TempDir) -> String {
    folder
        .path()
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Runs a statement about a whole database; the name in it comes from `folder`, never from a person.
async fn administer(server: &str, sql: String) -> Result<(), DatabaseError> {
    let mut connection = PgConnectOptions::from_str(server)
        .map_err(DatabaseError::from_driver)?
        .connect()
        .await
        .map_err(DatabaseError::from_driver)?;
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut connection)
        .await
        .map_err(DatabaseError::from_driver)?;
    Ok(())
}

/// The same server address with another database name.
fn with_database(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').unwrap_or((server, ""));
    let start = address.find("://").map_or(0, |at| at + 3);
    let end = address[start..]
        .find('/')
        .map_or(address.len(), |at| start + at);
    let host = &address[..end];
    if options.is_empty() {
        format!("{host}/{name}")
    } else {
        format!("{host}/{name}?{options}")
    }
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn a_developer_may_write_the_server_address_in_any_usual_way() {
        for (server, expected) in [
            (
                "postgres://me@host:5432/postgres",
                "postgres://me@host:5432/mine",
            ),
            ("postgres://me@host", "postgres://me@host/mine"),
            (
                "postgres://me@localhost/x?host=/tmp/s",
                "postgres://me@localhost/mine?host=/tmp/s",
            ),
        ] {
            assert_eq!(with_database(server, "mine"), expected);
        }
    }
}

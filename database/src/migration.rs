//! Changes of the tables: applied once, in order, all or none, even when several processes start together.

use sha2::{Digest, Sha256};

use crate::postgres::Begin;
use crate::{Database, DatabaseError, Engine, Write};

/// One change of the tables. Once released, neither name nor text changes: a correction is a new one.
/// Expand first, contract in a later version, so that two versions can run together.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// For example `0001-drafts`.
    pub name: &'static str,
    /// Statements of the common subset, each ended by `;` at the end of a line.
    pub sql: &'static str,
    /// The one engine that needs it, if the other does not. It counts as applied on both.
    pub only: Option<Engine>,
}

/// How often a start tries again while another process holds the lock of SQLite (five seconds each).
const ATTEMPTS: usize = 12;

/// `probes` changes at each check of readiness, and means nothing else.
const CREATE: &str = "CREATE TABLE IF NOT EXISTS applied_migrations (
    owner TEXT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    probes BIGINT NOT NULL,
    PRIMARY KEY (owner, position)
)";

impl Database {
    /// Applies those of `migrations` that `schema` has not had yet; `schema` says whose they are (`portal`,
    /// `backoffice`) when both share a database. An applied one that changed is
    /// [`DatabaseError::MigrationChanged`]. A database that is newer than the program is accepted.
    pub async fn migrate(
        &self,
        schema: &'static str,
        migrations: &'static [Migration],
    ) -> Result<(), DatabaseError> {
        let mut outcome = Err(DatabaseError::Busy);
        for _ in 0..ATTEMPTS {
            // No time limit: building an index may take minutes.
            outcome = self
                .run_job(
                    move |tx| Box::pin(async move { apply(tx, schema, migrations).await }),
                    None,
                    Begin::Usual,
                )
                .await;
            if outcome != Err(DatabaseError::Busy) {
                break;
            }
        }
        outcome
    }
}

async fn apply(
    tx: &mut Write<'_>,
    schema: &'static str,
    migrations: &'static [Migration],
) -> Result<(), DatabaseError> {
    if tx.engine() == Engine::Postgres {
        tx.run_script("SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0;")
            .await?;
        // One number for every process and schema: creating a table at the same time fails otherwise.
        tx.execute("SELECT pg_advisory_xact_lock(7310579614)", &[])
            .await?;
    }
    tx.execute(CREATE, &[]).await?;
    let applied = tx
        .fetch_all(
            "SELECT name, checksum FROM applied_migrations WHERE owner = $1 ORDER BY position",
            &[schema.into()],
        )
        .await?;
    for (position, migration) in (0_i64..).zip(migrations) {
        let checksum = checksum(migration.sql);
        let known = usize::try_from(position)
            .ok()
            .and_then(|at| applied.get(at));
        if let Some(row) = known {
            if row.text("name")? != migration.name || row.text("checksum")? != checksum {
                return Err(DatabaseError::MigrationChanged {
                    schema,
                    name: migration.name,
                });
            }
            continue;
        }
        if migration.only.is_none_or(|only| only == tx.engine()) {
            tx.run_script(migration.sql).await.map_err(|reason| {
                DatabaseError::MigrationFailed {
                    schema,
                    name: migration.name,
                    reason: Box::new(reason),
                }
            })?;
        }
        tx.execute(
            "INSERT INTO applied_migrations (owner, position, name, checksum, probes)
             VALUES ($1, $2, $3, $4, 0)",
            &[
                schema.into(),
                position.into(),
                migration.name.into(),
                checksum.into(),
            ],
        )
        .await?;
    }
    Ok(())
}

fn checksum(sql: &str) -> String {
    // Line ends may differ between a checkout and a packaged archive; the change is the same.
    Sha256::digest(sql.replace("\r\n", "\n"))
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A real write, to the disk: a full disk or a server that only reads is not ready. Then a read, on a connection for reads.
pub(crate) async fn probe(database: &Database) -> Result<(), DatabaseError> {
    let rows = database
        .write(|tx| {
            Box::pin(async move {
                tx.execute(
                    "UPDATE applied_migrations SET probes = 1 - probes WHERE position = 0",
                    &[],
                )
                .await
            })
        })
        .await?;
    if rows == 0 {
        return Err(DatabaseError::Unavailable("its tables are not there yet"));
    }
    let sql = "SELECT probes FROM applied_migrations WHERE position = 0";
    database.fetch_optional(sql, &[]).await.map(drop)
}

//! One small wrapper so that the portal and the reference back office run the same SQL on SQLite and PostgreSQL.
//!
//! Reads go to a pool of connections. Writes are **jobs**, on connections of their own: a closure that gets a [`Write`] and is
//! one atomic unit. [`Database::write`] answers only when the job is on the disk (decision 0003).
//!
//! # The common subset of SQL
//! - Parameters are `$1`, `$2` …; the text of a statement is `'static`, so no value ever becomes SQL.
//! - Columns are `BIGINT`, `TEXT` or `BYTEA`, each with `NOT NULL` said when it holds; keys are made by the
//!   program, not by the engine. Write `CAST(sum(x) AS BIGINT)`: PostgreSQL sums into another type.
//! - A job that may meet an existing row says `ON CONFLICT … DO NOTHING` and looks at the number of rows: a
//!   statement that failed spoils the whole job, on both engines.
//! - A guarded update repeats its guard outside a sub-query (`UPDATE … WHERE free = 1 AND id IN (SELECT …)`):
//!   PostgreSQL checks the outer condition again when it had to wait for another writer, not the inner one.
//! - Order by numbers, times or identifiers. Texts sort by their bytes on SQLite, and on PostgreSQL only when
//!   the database was made with the locale C.
//! - `ALTER TABLE` adds one column at a time.
//! - `INSERT … RETURNING`, `UPDATE … RETURNING`, partial indexes, `WITH` and row values work on both.

mod error;
mod handle;
mod job;
mod migration;
mod param;
mod postgres;
mod row;
mod sqlite;
#[cfg(feature = "testing")]
pub mod testing;
mod write;

pub use error::{Constraint, DatabaseError};
pub use futures::future::BoxFuture;
pub use handle::{Database, Engine};
pub use migration::Migration;
pub use param::{Kind, Param};
pub use row::Row;
pub use write::Write;

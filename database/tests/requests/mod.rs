//! The table of requests that the tests of writing share.

#![expect(clippy::unwrap_used, reason = "a test without its table has failed")]

use database::testing::{TestDatabase, databases};
use database::{Database, DatabaseError, Migration};

const TABLES: &[Migration] = &[Migration {
    name: "0001-requests",
    sql: "CREATE TABLE town_hall (id BIGINT NOT NULL PRIMARY KEY);
          CREATE TABLE request (
              id BIGINT NOT NULL PRIMARY KEY,
              town_hall BIGINT REFERENCES town_hall (id),
              subject TEXT NOT NULL CHECK (subject <> '')
          );",
    only: None,
}];

pub(crate) const INSERT: &str = "INSERT INTO request (id, subject) VALUES ($1, $2)";

pub(crate) async fn towns() -> Vec<TestDatabase> {
    let databases = databases().await;
    for database in &databases {
        database.migrate("portal", TABLES).await.unwrap();
    }
    databases
}

pub(crate) async fn insert(database: &Database, id: i64) -> Result<i64, DatabaseError> {
    database
        .write(move |tx| {
            Box::pin(async move {
                tx.execute(INSERT, &[id.into(), "bulky waste".into()])
                    .await?;
                Ok(id)
            })
        })
        .await
}

pub(crate) async fn ids(database: &Database) -> Vec<i64> {
    database
        .fetch_all("SELECT id FROM request ORDER BY id", &[])
        .await
        .unwrap()
        .iter()
        .map(|row| row.int("id").unwrap())
        .collect()
}

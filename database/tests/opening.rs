//! Opening, migrating and knowing whether a database is fit for residents.

use database::testing::databases;
use database::{Database, DatabaseError, Engine, Migration};
use futures::future::join_all;

const FIRST: Migration = Migration {
    name: "0001-notes",
    sql: "CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, words TEXT NOT NULL);
          CREATE INDEX note_words ON note (words);
          INSERT INTO note (id, words) VALUES (1, 'a; b');",
    only: None,
};
const ONE: &[Migration] = &[FIRST];
const TWO: &[Migration] = &[
    FIRST,
    Migration {
        name: "0002-author",
        sql: "ALTER TABLE note ADD COLUMN author BIGINT;",
        only: None,
    },
];
const CHANGED: &[Migration] = &[Migration {
    name: "0001-notes",
    sql: "CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY);",
    only: None,
}];
const RENAMED: &[Migration] = &[Migration {
    name: "0001-note",
    sql: FIRST.sql,
    only: None,
}];
const BROKEN: &[Migration] = &[
    FIRST,
    Migration {
        name: "0002-broken",
        sql: "CREATE TABLE extra (id BIGINT NOT NULL PRIMARY KEY);
              ALTER TABLE nowhere ADD COLUMN author BIGINT;",
        only: None,
    },
];

#[tokio::test]
async fn an_upgrade_applies_only_what_is_new_and_the_previous_version_still_starts() {
    for database in databases().await {
        for migrations in [ONE, ONE, TWO, TWO, ONE] {
            database.migrate("portal", migrations).await.unwrap();
        }
        let rows = database
            .fetch_all("SELECT words, author FROM note", &[])
            .await
            .unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].text("words").unwrap(), "a; b");
    }
}

#[tokio::test]
async fn several_instances_that_start_together_migrate_once() {
    for database in databases().await {
        let others = join_all((0..6).map(|_| Database::open(database.url()))).await;
        let started = join_all(
            others
                .iter()
                .flatten()
                .map(|other| other.migrate("portal", TWO)),
        )
        .await;
        assert_eq!(started, vec![Ok(()); 6]);
        let rows = database
            .fetch_all("SELECT id FROM note", &[])
            .await
            .unwrap();
        assert_eq!(rows.len(), 1);
        join_all(others.iter().flatten().map(Database::close)).await;
    }
}

#[tokio::test]
async fn a_rewritten_past_is_refused() {
    for database in databases().await {
        database.migrate("portal", ONE).await.unwrap();
        for migrations in [CHANGED, RENAMED] {
            assert_eq!(
                database.migrate("portal", migrations).await,
                Err(DatabaseError::MigrationChanged {
                    schema: "portal",
                    name: migrations[0].name
                })
            );
        }
    }
}

#[tokio::test]
async fn a_failed_upgrade_leaves_everything_as_it_was() {
    for database in databases().await {
        let failed = database.migrate("portal", BROKEN).await;
        assert!(
            matches!(
                failed,
                Err(DatabaseError::MigrationFailed {
                    name: "0002-broken",
                    ..
                })
            ),
            "{failed:?}"
        );
        assert!(
            database
                .fetch_all("SELECT id FROM note", &[])
                .await
                .is_err()
        );
        database.migrate("portal", TWO).await.unwrap();
    }
}

#[tokio::test]
async fn portal_and_back_office_may_share_a_database() {
    const OTHERS: &[Migration] = &[Migration {
        name: "0001-slots",
        sql: "CREATE TABLE slot (id BIGINT NOT NULL PRIMARY KEY);",
        only: None,
    }];
    for database in databases().await {
        database.migrate("portal", ONE).await.unwrap();
        database.migrate("backoffice", OTHERS).await.unwrap();
        database.migrate("portal", TWO).await.unwrap();
        assert!(database.fetch_all("SELECT id FROM slot", &[]).await.is_ok());
    }
}

#[tokio::test]
async fn a_database_is_ready_once_its_tables_are_there_and_not_after_it_closed() {
    for database in databases().await {
        assert!(database.ready().await.is_err());
        database.migrate("portal", ONE).await.unwrap();
        database.ready().await.unwrap();
        database.ready().await.unwrap();
        database.close().await;
        assert!(database.ready().await.is_err());
        database.close().await;
    }
}

#[tokio::test]
async fn sqlite_runs_with_the_durable_settings() {
    let databases = databases().await;
    let database = &databases[0];
    assert_eq!(database.engine(), Engine::Sqlite);
    let settings: Result<Vec<String>, DatabaseError> = database
        .write(|tx| {
            Box::pin(async move {
                let mut found = Vec::new();
                for pragma in [
                    "SELECT journal_mode AS value FROM pragma_journal_mode",
                    "SELECT CAST(synchronous AS TEXT) AS value FROM pragma_synchronous",
                    "SELECT CAST(foreign_keys AS TEXT) AS value FROM pragma_foreign_keys",
                    "SELECT CAST(trusted_schema AS TEXT) AS value FROM pragma_trusted_schema",
                    "SELECT CAST(timeout AS TEXT) AS value FROM pragma_busy_timeout",
                ] {
                    for row in tx.fetch_all(pragma, &[]).await? {
                        found.push(row.text("value")?);
                    }
                }
                Ok(found)
            })
        })
        .await;
    assert_eq!(settings.unwrap(), ["wal", "2", "1", "0", "5000"]);
}

#[tokio::test]
async fn a_database_in_memory_reads_what_it_wrote() {
    let database = Database::open("sqlite::memory:").await.unwrap();
    database.migrate("portal", ONE).await.unwrap();
    let row = database
        .fetch_optional("SELECT words FROM note WHERE id = $1", &[1.into()])
        .await
        .unwrap();
    assert_eq!(row.unwrap().text("words").unwrap(), "a; b");
    database.close().await;
}

#[tokio::test]
async fn a_wrong_address_is_said_to_be_one_without_repeating_its_password() {
    for wrong in [
        "mysql://me:secret@host/db",
        "sqlite:",
        "sqlite:/tmp/secret.db?mode=ro",
    ] {
        let error = Database::open(wrong).await.unwrap_err();
        assert_eq!(error, DatabaseError::Address);
        assert!(!format!("{error} {error:?}").contains("secret"));
    }
    let unreachable = Database::open("postgres://me:secret@127.0.0.1:1/db")
        .await
        .unwrap_err();
    assert!(matches!(unreachable, DatabaseError::Unavailable(_)));
    assert!(!format!("{unreachable} {unreachable:?}").contains("secret"));
}

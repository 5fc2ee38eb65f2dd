//! Values come back as they were given, and no value of a resident shows up in an error.

use database::testing::databases;
use database::{Database, DatabaseError, Migration, Param};

const TABLES: &[Migration] = &[Migration {
    name: "0001-values",
    sql: "CREATE TABLE kept (id BIGINT NOT NULL PRIMARY KEY, number BIGINT, words TEXT, sealed BYTEA);
          CREATE UNIQUE INDEX kept_words ON kept (words);",
    only: None,
}];

const INSERT: &str = "INSERT INTO kept (id, number, words, sealed) VALUES ($1, $2, $3, $4)";

async fn keep(
    database: &Database,
    id: i64,
    number: Option<i64>,
    words: Option<&str>,
    sealed: Option<Vec<u8>>,
) -> Result<u64, DatabaseError> {
    let words = words.map(str::to_owned);
    database
        .write(move |tx| {
            Box::pin(async move {
                let params = [id.into(), number.into(), words.into(), sealed.into()];
                tx.execute(INSERT, &params).await
            })
        })
        .await
}

#[tokio::test]
async fn a_sealed_answer_comes_back_byte_for_byte_even_when_it_looks_like_a_number() {
    for database in databases().await {
        database.migrate("portal", TABLES).await.unwrap();
        let all_bytes: Vec<u8> = (0..=255).collect();
        let sealed: [&[u8]; 8] = [
            b"",
            b"0",
            b"42",
            b"1e3",
            b"  7 ",
            b"\0\0",
            b"12345678901234567890",
            &all_bytes,
        ];
        for (id, bytes) in (0_i64..).zip(sealed) {
            keep(&database, id, None, None, Some(bytes.to_vec()))
                .await
                .unwrap();
            let row = database
                .fetch_optional("SELECT sealed FROM kept WHERE id = $1", &[id.into()])
                .await
                .unwrap()
                .unwrap();
            assert_eq!(row.bytes("sealed").unwrap(), bytes);
            let found = database
                .fetch_all("SELECT id FROM kept WHERE sealed = $1", &[bytes.into()])
                .await
                .unwrap();
            assert_eq!(found.len(), 1, "{bytes:?} is found by its own bytes only");
        }
    }
}

#[tokio::test]
async fn numbers_words_and_absent_answers_come_back_as_given() {
    for database in databases().await {
        database.migrate("portal", TABLES).await.unwrap();
        keep(&database, 1, Some(i64::MIN), Some("Zoé 🌳 ١٢٣"), None)
            .await
            .unwrap();
        keep(&database, 2, None, Some("0042"), Some(vec![0]))
            .await
            .unwrap();
        let rows = database
            .fetch_all(
                "SELECT id, number, words, sealed FROM kept WHERE number = $1 OR id = $2 ORDER BY id",
                &[i64::MIN.into(), 2.into()],
            )
            .await
            .unwrap();
        assert_eq!(rows[0].int("number").unwrap(), i64::MIN);
        assert_eq!(rows[0].text("words").unwrap(), "Zoé 🌳 ١٢٣");
        assert_eq!(rows[0].optional_bytes("sealed").unwrap(), None);
        assert_eq!(rows[1].optional_int("number").unwrap(), None);
        assert_eq!(rows[1].text("words").unwrap(), "0042");
        assert_eq!(rows[1].optional_bytes("sealed").unwrap(), Some(vec![0]));
    }
}

#[tokio::test]
async fn the_common_subset_of_sql_answers_alike() {
    for database in databases().await {
        database.migrate("portal", TABLES).await.unwrap();
        for id in 1..=5 {
            keep(&database, id, Some(id * 10), None, None)
                .await
                .unwrap();
        }
        let row = database
            .fetch_optional(
                "SELECT 1 AS one, count(*) AS how_many, CAST(sum(number) AS BIGINT) AS total,
                        EXISTS (SELECT 1 FROM kept WHERE id = $1) AS known, CAST(NULL AS TEXT) AS absent
                 FROM kept WHERE (number, id) < ($2, $3) AND ($4 IS NULL OR words = $4)",
                &[9.into(), 40.into(), 4.into(), None::<&str>.into()],
            )
            .await
            .unwrap()
            .unwrap();
        assert_eq!(row.int("one").unwrap(), 1);
        assert_eq!(row.int("how_many").unwrap(), 3);
        assert_eq!(row.int("total").unwrap(), 60);
        assert_eq!(row.int("known").unwrap(), 0);
        assert_eq!(row.optional_text("absent").unwrap(), None);

        let changed: Result<(u64, Vec<i64>), DatabaseError> = database
            .write(|tx| {
                Box::pin(async move {
                    let twice = "INSERT INTO kept (id) VALUES ($1) ON CONFLICT (id) DO NOTHING";
                    let inserted = tx.execute(twice, &[5.into()]).await?;
                    let lease = "UPDATE kept SET number = $1 WHERE id IN
                        (SELECT id FROM kept WHERE number > $2 ORDER BY id LIMIT $3) RETURNING id";
                    let leased = tx
                        .fetch_all(lease, &[0.into(), 20.into(), 2.into()])
                        .await?;
                    let ids = leased.iter().map(|row| row.int("id"));
                    Ok((inserted, ids.collect::<Result<_, _>>()?))
                })
            })
            .await;
        assert_eq!(changed, Ok((0, vec![3, 4])));
    }
}

#[tokio::test]
async fn an_absent_value_fits_a_statement_already_used_with_a_value() {
    for database in databases().await {
        database.migrate("portal", TABLES).await.unwrap();
        for (id, number) in [(1, Some(7)), (2, None), (3, Some(8))] {
            keep(&database, id, number, None, None).await.unwrap();
        }
        let without = "SELECT id FROM kept WHERE number IS NULL";
        let rows = database.fetch_all(without, &[]).await.unwrap();
        assert_eq!(rows.len(), 1);
    }
}

#[tokio::test]
async fn a_wrong_column_is_named_and_no_value_of_a_resident_appears_in_an_error() {
    const NAME: &str = "Zoé Lefèvre-Durand";
    for database in databases().await {
        database.migrate("portal", TABLES).await.unwrap();
        keep(&database, 1, Some(1), Some(NAME), None).await.unwrap();
        let row = database
            .fetch_optional("SELECT words FROM kept", &[])
            .await
            .unwrap()
            .unwrap();
        let absent = DatabaseError::Column("street".to_owned());
        assert_eq!(row.text("street"), Err(absent));
        let errors = [
            row.int("words").unwrap_err(),
            keep(&database, 2, None, Some(NAME), None)
                .await
                .unwrap_err(),
            keep(&database, 3, None, Some("a\0b"), None)
                .await
                .unwrap_err(),
            database
                .fetch_all("SELECT CAST($1 AS BIGINT) FROM nowhere", &[NAME.into()])
                .await
                .unwrap_err(),
        ];
        for error in errors {
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("Lef"), "{shown}");
        }
        assert!(!format!("{:?} {row:?}", Param::from(NAME)).contains("Lef"));
    }
}

#[tokio::test]
async fn a_read_cannot_write_on_sqlite() {
    let databases = databases().await;
    databases[0].migrate("portal", TABLES).await.unwrap();
    let sneaky = databases[0]
        .fetch_all("DELETE FROM kept RETURNING id", &[])
        .await;
    assert!(
        matches!(sneaky, Err(DatabaseError::Unavailable(_))),
        "{sneaky:?}"
    );
}

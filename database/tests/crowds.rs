//! Many residents at once, a full disk, a portal that stops: each is told the truth about their request.

mod requests;

use std::time::Duration;

use database::{Database, DatabaseError};
use futures::future::join_all;
use requests::{INSERT, ids, insert, towns};

#[tokio::test]
async fn two_hundred_residents_write_at_once_and_all_are_kept() {
    for database in towns().await {
        let written = join_all((0..200).map(|id| insert(&database, id))).await;
        assert!(written.iter().all(Result::is_ok), "{written:?}");
        assert_eq!(ids(&database).await, (0..200).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn requests_are_written_in_the_order_they_came_on_sqlite() {
    let databases = towns().await;
    let database = &databases[0];
    let jobs: Vec<_> = (0_i64..100)
        .map(|id| {
            database.write(move |tx| {
                Box::pin(async move {
                    let before = tx.fetch_all("SELECT id FROM request", &[]).await?.len();
                    tx.execute(INSERT, &[id.into(), "market".into()]).await?;
                    Ok::<_, DatabaseError>((id, i64::try_from(before).unwrap()))
                })
            })
        })
        .collect();
    for done in join_all(jobs).await {
        let (id, before) = done.unwrap();
        assert_eq!(id, before, "a job overtook another one");
    }
}

#[tokio::test]
async fn a_resident_who_leaves_while_sending_has_sent_all_or_nothing() {
    for database in towns().await {
        for id in (0..80).step_by(2) {
            let job = database.write(move |tx| {
                Box::pin(async move {
                    tx.execute(INSERT, &[id.into(), "first half".into()])
                        .await?;
                    tokio::time::sleep(Duration::from_micros(300)).await;
                    tx.execute(INSERT, &[(id + 1).into(), "second half".into()])
                        .await?;
                    Ok::<_, DatabaseError>(())
                })
            });
            let patience = Duration::from_micros(u64::try_from(id).unwrap() * 40);
            let _left_or_done = tokio::time::timeout(patience, job).await;
        }
        let url = database.url().to_owned();
        database.close().await;
        let again = Database::open(&url).await.unwrap();
        let kept = ids(&again).await;
        assert!(kept.len() >= 2);
        for pair in kept.chunks(2) {
            assert_eq!(pair, [pair[0], pair[0] + 1], "half a request was kept");
        }
        again.close().await;
    }
}

#[tokio::test]
async fn a_resident_is_told_to_come_back_when_too_many_write_at_once() {
    for database in towns().await {
        let results = join_all((0..1500).map(|id| insert(&database, id))).await;
        let refused = results
            .iter()
            .filter(|result| **result == Err(DatabaseError::Busy));
        assert!(refused.count() > 0, "an endless queue would be a lie");
        let accepted = results.iter().filter(|result| result.is_ok()).count();
        assert!(accepted >= 1000);
        assert_eq!(ids(&database).await.len(), accepted);
    }
}

#[tokio::test]
async fn closing_time_serves_everyone_already_in_the_queue() {
    for database in towns().await {
        let handle = database.handle();
        let jobs =
            tokio::spawn(async move { join_all((0..50).map(|id| insert(&handle, id))).await });
        tokio::task::yield_now().await;
        database.close().await;
        assert!(jobs.await.unwrap().iter().all(Result::is_ok));
        let late = insert(&database, 50).await.unwrap_err();
        assert!(matches!(late, DatabaseError::Unavailable(_)), "{late:?}");
        let again = Database::open(database.url()).await.unwrap();
        assert_eq!(ids(&again).await.len(), 50);
        again.close().await;
    }
}

#[tokio::test]
async fn on_a_full_disk_each_resident_learns_the_truth_and_the_portal_recovers() {
    let databases = towns().await;
    let database = &databases[0];
    let limit_pages = async |sql: &'static str| {
        database
            .write(move |tx| Box::pin(async move { tx.fetch_all(sql, &[]).await }))
            .await
            .unwrap()
    };
    limit_pages("PRAGMA max_page_count = 12").await;
    let results = join_all((0_i64..30).map(|id| {
        let length = if id % 10 == 5 { 200_000 } else { 10 };
        database.write(move |tx| {
            Box::pin(async move {
                tx.execute(INSERT, &[id.into(), "x".repeat(length).into()])
                    .await?;
                Ok::<_, DatabaseError>(id)
            })
        })
    }))
    .await;
    let told_kept: Vec<i64> = results.iter().flatten().copied().collect();
    assert!(results[5] == Err(DatabaseError::Unavailable("the disk is full")));
    assert_eq!(ids(database).await, told_kept);
    limit_pages("PRAGMA max_page_count = 100000").await;
    insert(database, 100).await.unwrap();
    database.ready().await.unwrap();
}

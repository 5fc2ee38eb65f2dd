//! What a resident may count on when something of theirs is written: whole or not at all, on both engines.

mod requests;

use std::time::Duration;

use database::{Constraint, DatabaseError, Engine};
use futures::future::join_all;
use requests::{INSERT, ids, insert, towns};

#[tokio::test]
async fn the_mistake_of_one_resident_undoes_nobody_elses_request() {
    for database in towns().await {
        let results = join_all((0..60).map(|id| {
            let database = database.handle();
            async move {
                database
                    .write(move |tx| {
                        Box::pin(async move {
                            tx.execute(INSERT, &[id.into(), "street lamp".into()])
                                .await?;
                            if id % 3 == 0 {
                                return Err(DatabaseError::Conflict);
                            }
                            Ok(())
                        })
                    })
                    .await
            }
        }))
        .await;
        assert_eq!(results.iter().filter(|result| result.is_err()).count(), 20);
        let kept: Vec<i64> = (0..60).filter(|id| id % 3 != 0).collect();
        assert_eq!(ids(&database).await, kept);
    }
}

#[tokio::test]
async fn a_second_booking_of_the_same_thing_is_told_apart_from_a_wrong_one() {
    for database in towns().await {
        insert(&database, 1).await.unwrap();
        let again = insert(&database, 1).await.unwrap_err();
        assert_eq!(again, DatabaseError::Constraint(Constraint::Unique));
        assert!(again.is_unique_violation());

        let nowhere: Result<(), DatabaseError> = database
            .write(|tx| {
                Box::pin(async move {
                    let sql = "INSERT INTO request (id, town_hall, subject) VALUES ($1, $2, $3)";
                    tx.execute(sql, &[2.into(), 99.into(), "mayor".into()])
                        .await?;
                    Ok(())
                })
            })
            .await;
        assert_eq!(
            nowhere,
            Err(DatabaseError::Constraint(Constraint::ForeignKey))
        );

        for subject in [None, Some("")] {
            let empty: Result<u64, DatabaseError> = database
                .write(move |tx| {
                    Box::pin(async move { tx.execute(INSERT, &[3.into(), subject.into()]).await })
                })
                .await;
            assert_eq!(empty, Err(DatabaseError::Constraint(Constraint::Value)));
        }
        assert_eq!(ids(&database).await, [1]);
    }
}

#[tokio::test]
async fn a_job_whose_statement_failed_is_never_kept_even_if_it_says_it_went_well() {
    for database in towns().await {
        insert(&database, 1).await.unwrap();
        let result: Result<(), DatabaseError> = database
            .write(|tx| {
                Box::pin(async move {
                    tx.execute(INSERT, &[2.into(), "kept?".into()]).await?;
                    let taken = tx.execute(INSERT, &[1.into(), "taken".into()]).await;
                    assert!(taken.is_err());
                    let later = tx.execute(INSERT, &[3.into(), "later".into()]).await;
                    assert_eq!(later, taken);
                    Ok(())
                })
            })
            .await;
        assert_eq!(result, Err(DatabaseError::Constraint(Constraint::Unique)));
        assert_eq!(ids(&database).await, [1]);
    }
}

#[tokio::test]
async fn an_agent_sees_a_request_only_once_it_is_committed() {
    for database in towns().await {
        let (written, wait_written) = tokio::sync::oneshot::channel();
        let (go_on, wait_go_on) = tokio::sync::oneshot::channel::<()>();
        let writer = database.handle();
        let job = tokio::spawn(async move {
            writer
                .write(move |tx| {
                    Box::pin(async move {
                        tx.execute(INSERT, &[1.into(), "census".into()]).await?;
                        written.send(()).unwrap();
                        wait_go_on.await.unwrap();
                        Ok::<_, DatabaseError>(())
                    })
                })
                .await
        });
        wait_written.await.unwrap();
        assert!(ids(&database).await.is_empty());
        go_on.send(()).unwrap();
        job.await.unwrap().unwrap();
        assert_eq!(ids(&database).await, [1]);
    }
}

#[tokio::test]
async fn a_panic_in_one_request_leaves_the_others_their_database() {
    for database in towns().await {
        let crashed: Result<(), DatabaseError> = database
            .write(|tx| {
                Box::pin(async move {
                    tx.execute(INSERT, &[1.into(), "lost".into()]).await?;
                    panic!("a mistake of ours");
                })
            })
            .await;
        assert_eq!(crashed, Err(DatabaseError::Interrupted));
        insert(&database, 2).await.unwrap();
        assert_eq!(ids(&database).await, [2]);
    }
}

#[tokio::test]
async fn two_jobs_that_wait_for_each_other_end_in_a_conflict_that_may_be_tried_again() {
    for database in towns().await {
        insert(&database, 1).await.unwrap();
        insert(&database, 2).await.unwrap();
        let cross = |first: i64, second: i64| {
            database.write(move |tx| {
                Box::pin(async move {
                    let sql = "UPDATE request SET subject = $1 WHERE id = $2";
                    tx.execute(sql, &["moved".into(), first.into()]).await?;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    tx.execute(sql, &["moved".into(), second.into()]).await?;
                    Ok::<_, DatabaseError>(())
                })
            })
        };
        let (here, there) = tokio::join!(cross(1, 2), cross(2, 1));
        let failed: Vec<_> = [here, there].into_iter().filter_map(Result::err).collect();
        match database.engine() {
            Engine::Sqlite => assert!(failed.is_empty(), "one writer has nobody to wait for"),
            Engine::Postgres => assert_eq!(failed, [DatabaseError::Conflict]),
        }
        cross(1, 2).await.unwrap();
    }
}

//! How long codes and their uses are kept, and how.

use app::ports::Carried;

use super::{ACT, HOUR, LOOK};
use crate::town::towns;

#[tokio::test]
async fn neither_the_disk_nor_the_logs_hold_a_code_that_can_be_read() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let (_, code) = town.give(&sender, &Carried::Request(request), ACT).await;
        town.take_up(&code, &town.resident()).await.unwrap();
        let compact = code.replace('-', "");
        let holds = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            text.contains(&code) || text.contains(&compact)
        };
        assert!(!holds(&crate::logs::logged()), "in the logs");
        town.database.close().await;
        for file in town.stored_files() {
            assert!(!holds(&std::fs::read(&file).unwrap()), "{}", file.display());
        }
    }
}

#[tokio::test]
async fn codes_are_erased_at_their_end_and_their_uses_a_week_later() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let carried = Carried::Request(request.clone());
        let (_, code) = town.give(&sender, &carried, LOOK).await;
        town.take_up(&code, &town.resident()).await.unwrap();
        town.wait(HOUR);
        town.worker.purge().await.unwrap();
        let sender = town.resident_with_code(&request).await;
        let codes = town.codes(&sender, &carried).await;
        assert_eq!((codes.len(), codes[0].uses.len()), (1, 1));
        let sealed = "SELECT 1 AS one FROM hand_overs WHERE code IS NOT NULL";
        let sealed = town.database.fetch_all(sealed, &[]).await.unwrap();
        assert!(sealed.is_empty());
        town.wait(HOUR * 24 * 7);
        town.worker.purge().await.unwrap();
        for rows in [
            "SELECT 1 AS one FROM hand_overs",
            "SELECT 1 AS one FROM hand_over_uses",
            "SELECT 1 AS one FROM draft_grants",
        ] {
            let left = town.database.fetch_all(rows, &[]).await.unwrap();
            assert!(left.is_empty(), "{rows}");
        }
    }
}

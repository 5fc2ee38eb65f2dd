//! Sending: once, whole, with a receipt.

use app::ports::Absence;
use domain::{locale::Locale, request::Status};
use futures::future::{join, join_all};
use jiff::Timestamp;
use server::{
    portal::{SaveError, SendError},
    store::journal::{self, Act},
};

use crate::{
    office::Mood,
    procedure::{YOU, typed},
    town::towns,
};

#[tokio::test]
async fn five_presses_at_once_make_one_request() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.complete_draft(&resident).await;
        let sends = (0..5).map(|_| town.desk.send(&resident, &draft, Locale::French));
        let sent = join_all(sends).await;
        let request = sent[0].clone().unwrap().request;
        assert!(
            sent.iter()
                .all(|sent| sent.as_ref().unwrap().request == request)
        );
        town.worker.deliver().await.unwrap();
        assert_eq!(town.office.books().requests.len(), 1);
        assert_eq!(
            journal::verify(&town.database).await.unwrap(),
            Ok(2),
            "recorded, delivered"
        );
        let late = town
            .desk
            .save_step(&resident, &draft, "you", 1, typed(&YOU))
            .await;
        assert_eq!(late.unwrap_err(), SaveError::Sent(request));
    }
}

#[tokio::test]
async fn an_incomplete_draft_says_where_to_go_on() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        town.desk
            .save_step(&resident, &draft, "you", 0, typed(&YOU))
            .await
            .unwrap();
        let sent = town.desk.send(&resident, &draft, Locale::French).await;
        assert_eq!(
            sent,
            Err(SendError::Incomplete {
                first_step: "children".to_owned()
            })
        );
    }
}

#[tokio::test]
async fn the_sender_reads_a_receipt_even_when_the_back_office_is_down() {
    for town in towns().await {
        town.office.feel(Mood::Down);
        let resident = town.resident();
        let request = town.request(&resident).await;
        let read = town.read(&resident, &request).await;
        assert_eq!(read.status, Status::Submitted);
        assert_eq!(
            (read.delivered_at, read.number, read.known_at),
            (None, None, None)
        );
        assert_eq!(read.tracking_code.as_ref().map(String::len), Some(14));
        assert_eq!(read.receipt_to.as_deref(), Some("C…@example.org"));
        assert!(read.timeline.is_empty(), "the service did nothing yet");
        assert!(read.answers.get("children").is_some());
        let stranger = town.desk.view(town.resident(), String::new());
        assert_eq!(
            stranger.request(&request).await.unwrap_err(),
            Absence::Unknown
        );
    }
}

#[tokio::test]
async fn the_receipt_leaves_by_mail_in_the_language_of_the_resident_without_an_answer() {
    for town in towns().await {
        for (locale, words) in [
            (Locale::English, "Your tracking code:"),
            (Locale::Arabic, "رمز المتابعة"),
        ] {
            let resident = town.resident();
            let draft = town.complete_draft(&resident).await;
            let request = town
                .desk
                .send(&resident, &draft, locale)
                .await
                .unwrap()
                .request;
            town.worker.send_receipts().await.unwrap();
            town.worker.send_receipts().await.unwrap();
            let file = town
                .folder
                .path()
                .join(format!("mail/receipt-{request}.eml"));
            let letter = lettre_body(&std::fs::read_to_string(file).unwrap());
            let code = town.read(&resident, &request).await.tracking_code.unwrap();
            assert!(letter.contains(words) && letter.contains(&code), "{letter}");
            assert!(letter.contains(&format!(
                "https://demarches.example.org/{}/suivi",
                locale.segment()
            )));
            assert!(letter.contains("02 61 91 00 10"));
            assert!(
                !letter.contains("Canari-Nom") && !letter.contains("1957"),
                "no answer"
            );
        }
        assert_eq!(
            std::fs::read_dir(town.folder.path().join("mail"))
                .unwrap()
                .count(),
            2
        );
    }
}

/// The text of a letter; it travels in base64 or quoted-printable.
fn lettre_body(letter: &str) -> String {
    let (head, body) = letter.split_once("\r\n\r\n").unwrap();
    assert!(
        head.contains("Auto-Submitted: auto-generated") && head.contains("Message-ID: <receipt-")
    );
    if head.contains("base64") {
        use base64::Engine;
        let body: String = body.split_whitespace().collect();
        return String::from_utf8(
            base64::engine::general_purpose::STANDARD
                .decode(body)
                .unwrap(),
        )
        .unwrap();
    }
    let body = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let pair = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn lines_written_at_once_follow_each_other_in_the_journal() {
    for town in towns().await {
        // The first line of a journal makes its head: that moment is a crowd's too.
        let lines = (0..40).map(|line| {
            town.database.write(move |tx| {
                let subject = format!("ré{line}");
                Box::pin(async move {
                    journal::append(tx, Act::Recorded, &subject, Timestamp::UNIX_EPOCH).await
                })
            })
        });
        let reading = async {
            for _ in 0..20 {
                journal::verify(&town.database).await.unwrap().unwrap();
            }
        };
        let (written, ()) = join(join_all(lines), reading).await;
        for written in written {
            written.unwrap();
        }
        assert_eq!(journal::verify(&town.database).await.unwrap(), Ok(40));
    }
}

#[tokio::test]
async fn a_line_changed_in_the_journal_is_noticed() {
    for town in towns().await {
        let resident = town.resident();
        town.request(&resident).await;
        town.request(&resident).await;
        assert_eq!(journal::verify(&town.database).await.unwrap(), Ok(2));
        for (sql, rank) in [
            ("UPDATE journal SET at = at + 1 WHERE rank = 2", 2),
            ("DELETE FROM journal WHERE rank = 2", 2),
            ("UPDATE journal SET subject = 'x' WHERE rank = 1", 1),
        ] {
            let write = town
                .database
                .write(move |tx| Box::pin(async move { tx.execute(sql, &[]).await }));
            write.await.unwrap();
            assert_eq!(
                journal::verify(&town.database)
                    .await
                    .unwrap()
                    .unwrap_err()
                    .rank,
                rank,
                "{sql}"
            );
        }
    }
}

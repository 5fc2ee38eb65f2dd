//! Retention: what is over goes, what did not arrive stays.

use domain::answers::Answer;
use futures::stream;
use jiff::SignedDuration;

use crate::{office::Mood, town::towns};

const DAY: SignedDuration = SignedDuration::from_hours(24);

#[tokio::test]
async fn a_request_that_did_not_arrive_is_never_erased() {
    for town in towns().await {
        town.office.feel(Mood::Down);
        let resident = town.resident();
        let draft = town.complete_draft(&resident).await;
        let bytes = stream::iter([Ok(b"%PDF-1.7\n...".as_slice().into())]);
        town.desk
            .attach(&resident, &draft, "papers", "proof", "a.pdf", bytes)
            .await
            .unwrap();
        let french = domain::locale::Locale::French;
        let request = town
            .desk
            .send(&resident, &draft, french)
            .await
            .unwrap()
            .request;
        for _ in 0..12 {
            town.wait(DAY * 31);
            town.worker.purge().await.unwrap();
            town.worker.deliver().await.unwrap();
        }
        assert_eq!(town.objects(), 1);
        town.office.feel(Mood::Works);
        town.wait(DAY);
        town.worker.deliver().await.unwrap();
        let books = town.office.books();
        assert_eq!(
            (books.requests.len(), books.uploads.len()),
            (1, 1),
            "{request}"
        );
    }
}

#[tokio::test]
async fn the_copy_of_a_delivered_request_goes_after_its_days_and_its_code_still_opens_it() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.complete_draft(&resident).await;
        let bytes = stream::iter([Ok(b"%PDF-1.7\n...".as_slice().into())]);
        town.desk
            .attach(&resident, &draft, "papers", "proof", "a.pdf", bytes)
            .await
            .unwrap();
        let french = domain::locale::Locale::French;
        let request = town
            .desk
            .send(&resident, &draft, french)
            .await
            .unwrap()
            .request;
        town.worker.deliver().await.unwrap();
        town.wait(DAY * 29);
        town.worker.purge().await.unwrap();
        assert_eq!(town.objects(), 1);
        town.wait(DAY);
        town.worker.purge().await.unwrap();
        assert_eq!(town.objects(), 0);
        let resident = town.resident_with_code(&request).await;
        let read = town.read(&resident, &request).await;
        assert!(
            matches!(read.answers.get("name"), Some(Answer::Text(_))),
            "from the back office"
        );
        assert_eq!(read.receipt_to.as_deref(), Some("C…@example.org"));
        town.office.feel(Mood::Down);
        assert_eq!(
            town.read(&resident, &request).await.answers.get("name"),
            None
        );
    }
}

#[tokio::test]
async fn what_the_back_office_deletes_is_deleted_here() {
    for town in towns().await {
        let resident = town.resident();
        let request = town.request(&resident).await;
        town.worker.deliver().await.unwrap();
        town.office.forget();
        town.worker.read_events().await.unwrap();
        let view = town.desk.view(resident, String::new());
        assert!(view.request(&request).await.is_err());
    }
}

#[tokio::test]
async fn a_file_whose_row_was_never_written_goes_after_a_day() {
    for town in towns().await {
        let folder = town.folder.path().join("objects/files");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("orphan"), b"left by a crash").unwrap();
        town.worker.purge().await.unwrap();
        assert_eq!(town.objects(), 1, "its row may be about to be written");
        town.wait(DAY * 30_000);
        town.worker.purge().await.unwrap();
        assert_eq!(town.objects(), 0);
    }
}

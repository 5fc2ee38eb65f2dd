//! Writing to the service, with files, and reading its answers.

use app::t_in;
use domain::locale::Locale;
use http::StatusCode;
use jiff::SignedDuration;

use super::{sent, words};
use crate::{
    routes::errors::plain,
    support::{PDF, Town},
};

#[tokio::test]
async fn a_resident_writes_with_a_file_and_reads_the_answer_of_the_service() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let thread = sent.thread().await;
        assert!(thread.main().contains(&t_in!(locale, "messages-none")));
        let form = thread
            .form("#step-form")
            .with("text", "Il manque le nom\r\nde ma mère.\r\n\r\nMerci.")
            .choose("files", "Livret de famille.pdf", PDF)
            .press("send");
        let thread = sent.resident.go_on(&form).await;
        assert!(
            thread
                .main()
                .contains(&t_in!(locale, "messages-sent-title"))
        );
        assert!(thread.main().contains(&t_in!(locale, "thread-waiting")));
        assert_eq!(thread.all(".thread__message").len(), 1);
        assert!(thread.main().contains("Livret de famille.pdf"));

        town.worker.deliver_follow_up().await.unwrap();
        let thread = sent.thread().await;
        assert_eq!(thread.all(".thread__message").len(), 1, "shown once");
        assert!(thread.main().contains(&t_in!(locale, "thread-arrived")));
        let staff = town.office.staff();
        let file = staff.file(&sent.number).await.unwrap();
        assert_eq!(
            file.messages[0].text,
            "Il manque le nom\nde ma mère.\n\nMerci."
        );
        let attached = &file.messages[0].files[0];
        assert_eq!(attached.filename, "Livret de famille.pdf");
        assert_eq!(staff.attachment(&attached.id).await.unwrap().content, PDF);
        staff.mark_read(&file).await.unwrap();

        town.wait(SignedDuration::from_mins(5));
        sent.staff_does(&town, words("Bonjour.\n\nC’est noté."))
            .await;
        let unread = plain(&t_in!(locale, "request-unread", count = 1));
        assert!(sent.page().await.main().contains(&unread));
        let thread = sent.thread().await;
        let read = t_in!(locale, "thread-read", at = "§");
        let start = read.split(['§', '\u{2068}']).next().unwrap().trim_end();
        let state = thread.one(".thread__state");
        assert!(state.starts_with(start), "the service read it: {state}");
        assert_eq!(thread.all(".thread__new"), [t_in!(locale, "thread-new")]);
        assert!(thread.has(".thread__text[lang=fr]"), "its language is said");
        assert_eq!(
            sent.thread().await.all(".thread__new"),
            Vec::<String>::new()
        );
        assert!(!sent.page().await.main().contains(&unread));
        let file = staff.file(&sent.number).await.unwrap();
        assert!(file.messages[1].read_at.is_some(), "the service knows it");
    }
}

#[tokio::test]
async fn a_message_sent_twice_from_one_page_is_one_message() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let form = sent.message("Deux fois ?").await;
    for _ in 0..3 {
        let answer = sent.resident.submit(&form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.errors());
    }
    town.worker.deliver_follow_up().await.unwrap();
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert_eq!(file.messages.len(), 1);
}

#[tokio::test]
async fn what_was_typed_stays_when_a_message_is_empty_or_a_file_is_refused() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let refused = sent.resident.submit(&sent.message("").await).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("#error-summary a[href='#f-text']"));

    let form = refused.form("#step-form").with("text", "Voici ma photo.");
    let form = form
        .choose("files", "notes.txt", b"only words")
        .press("send");
    let refused = sent.resident.submit(&form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("#error-summary a[href='#f-files']"));
    assert_eq!(refused.one("#f-text"), "Voici ma photo.");

    // A file is added first: the text is kept with it, also for a page opened anew.
    let form = refused.form("#step-form").choose("files", "a.pdf", PDF);
    let added = sent.resident.go_on(&form.press("add:files")).await;
    assert_eq!(added.one("#f-text"), "Voici ma photo.");
    assert_eq!(added.all(".file__item").len(), 1);
    let anew = sent.thread().await;
    assert_eq!(anew.one("#f-text"), "Voici ma photo.");
    sent.resident
        .go_on(&anew.form("#step-form").press("send"))
        .await;
    town.worker.deliver_follow_up().await.unwrap();
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert_eq!(file.messages.len(), 1);
    assert_eq!(file.messages[0].files.len(), 1);
}

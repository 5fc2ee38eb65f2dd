//! After sending: writing to the service, reading its answers, reminding it, withdrawing.

use app::{paths::Path, t_in};
use backoffice::{api::requests::Outcome, reference::Act};
use domain::{locale::Locale, message::MessageKind, request::Status};
use http::StatusCode;
use jiff::SignedDuration;

use super::through::{BY_BIRTH, follow};
use crate::{
    routes::{
        addresses::{SENT, identifier},
        errors::plain,
    },
    support::{Filler, Form, PDF, Page, Resident, Town},
};

/// Someone whose request the service has.
struct Sent {
    resident: Resident,
    request: String,
    number: String,
    code: String,
}

async fn sent(town: &Town, locale: Locale) -> Sent {
    let resident = town.resident(locale);
    let receipt = resident
        .request_of(town.procedure(SENT), &Filler::choosing(&[]))
        .await;
    town.worker.deliver().await.unwrap();
    let request = identifier(&receipt);
    let page = resident.open(&Path::Request(request.clone())).await;
    let number = page
        .all(".facts__value")
        .into_iter()
        .find(|value| value.starts_with("2026-"))
        .unwrap();
    Sent {
        resident,
        request,
        number,
        code: receipt.one(".tracking-code"),
    }
}

impl Sent {
    async fn page(&self) -> Page {
        self.resident
            .open(&Path::Request(self.request.clone()))
            .await
    }

    async fn thread(&self) -> Page {
        self.resident
            .open(&Path::Messages(self.request.clone()))
            .await
    }

    /// The same request, opened with its code by whoever holds it.
    async fn opened_again(self, town: &Town) -> Self {
        let resident = town.resident(self.resident.locale);
        let opened = follow(&resident, &self.code, &BY_BIRTH).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.errors());
        Self { resident, ..self }
    }

    /// The form of a message, filled in.
    async fn message(&self, text: &str) -> Form {
        let form = self.thread().await.form("#message-form");
        form.with("text", text).press("send")
    }

    async fn withdrawal(&self) -> Form {
        let page = self.resident.open(&Path::Withdraw(self.request.clone()));
        page.await.form("#withdraw-form")
    }

    async fn staff_does(&self, town: &Town, act: Act) -> Status {
        let staff = town.office.staff();
        let version = staff.file(&self.number).await.unwrap().version;
        staff.act(&self.number, version, "Ali", act).await.unwrap()
    }
}

fn words(text: &str) -> Act {
    Act::Write {
        words: text.to_owned(),
        language: Some(Locale::French),
    }
}

#[tokio::test]
async fn a_resident_writes_with_a_file_and_reads_the_answer_of_the_service() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let thread = sent.thread().await;
        assert!(thread.main().contains(&t_in!(locale, "messages-none")));
        let form = thread
            .form("#message-form")
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
        let read = t_in!(locale, "thread-read", at = "");
        let read = plain(&read);
        let read = read.trim_end_matches('.').trim_end();
        assert!(
            thread.main().contains(read),
            "the service read it: {}",
            thread.main()
        );
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

    let form = refused
        .form("#message-form")
        .with("text", "Voici ma photo.");
    let form = form
        .choose("files", "notes.txt", b"only words")
        .press("send");
    let refused = sent.resident.submit(&form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("#error-summary a[href='#f-files']"));
    assert_eq!(refused.one("#f-text"), "Voici ma photo.");

    // A file is added first: the text is kept with it, also for a page opened anew.
    let form = refused.form("#message-form").choose("files", "a.pdf", PDF);
    let added = sent.resident.go_on(&form.press("add:files")).await;
    assert_eq!(added.one("#f-text"), "Voici ma photo.");
    assert_eq!(added.all(".file__item").len(), 1);
    let anew = sent.thread().await;
    assert_eq!(anew.one("#f-text"), "Voici ma photo.");
    sent.resident
        .go_on(&anew.form("#message-form").press("send"))
        .await;
    town.worker.deliver_follow_up().await.unwrap();
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert_eq!(file.messages.len(), 1);
    assert_eq!(file.messages[0].files.len(), 1);
}

#[tokio::test]
async fn what_a_resident_does_while_the_back_office_is_away_arrives_later_in_order() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    town.back_office_goes_away();
    for text in ["un", "deux"] {
        sent.resident.go_on(&sent.message(text).await).await;
        town.wait(SignedDuration::from_secs(1));
    }
    let gone = sent.resident.go_on(&sent.withdrawal().await).await;
    assert_eq!(
        gone.one("h1"),
        t_in!(Locale::French, "status-withdrawal-recorded")
    );
    town.worker.deliver_follow_up().await.unwrap();
    town.back_office_is_back();
    for _ in 0..8 {
        town.wait(SignedDuration::from_mins(10));
        town.worker.deliver_follow_up().await.unwrap();
    }
    let file = town.office.staff().file(&sent.number).await.unwrap();
    let texts: Vec<&str> = file.messages.iter().map(|message| &*message.text).collect();
    assert_eq!(texts, ["un", "deux"]);
    assert_eq!(file.summary.status, Status::Withdrawn);
    let thread = sent.thread().await;
    assert_eq!(thread.all(".thread__message").len(), 2);
    assert!(
        !thread
            .main()
            .contains(&t_in!(Locale::French, "thread-waiting"))
    );
}

#[tokio::test]
async fn what_is_done_before_the_request_itself_left_follows_it() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    town.back_office_goes_away();
    let receipt = resident
        .request_of(town.procedure(SENT), &Filler::choosing(&[]))
        .await;
    let path = Path::Messages(identifier(&receipt));
    let form = resident.open(&path).await.form("#message-form");
    resident
        .go_on(&form.with("text", "Encore une chose.").press("send"))
        .await;
    town.worker.deliver_follow_up().await.unwrap();
    town.back_office_is_back();
    town.wait(SignedDuration::from_mins(10));
    town.worker.deliver().await.unwrap();
    town.worker.deliver_follow_up().await.unwrap();
    let thread = resident.open(&path).await;
    assert!(
        thread
            .main()
            .contains(&t_in!(Locale::French, "thread-arrived"))
    );
}

#[tokio::test]
async fn a_resident_withdraws_a_request_and_says_why() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        assert!(sent.page().await.has(&format!(
            "main a[href='{}']",
            sent.resident.at(&Path::Withdraw(sent.request.clone()))
        )));
        let form = sent
            .withdrawal()
            .await
            .with("reason", "J’ai retrouvé l’acte.");
        let page = sent.resident.go_on(&form).await;
        assert!(
            page.main()
                .contains(&t_in!(locale, "done-withdrawal-title"))
        );
        assert_eq!(page.one("h1"), t_in!(locale, "status-withdrawal-recorded"));
        // Pressed again, before and after the service has it: the same withdrawal.
        sent.resident.go_on(&form).await;
        town.worker.deliver_follow_up().await.unwrap();
        let again = sent.resident.go_on(&form).await;
        assert_eq!(again.one("h1"), t_in!(locale, "status-withdrawn"));
        let file = town.office.staff().file(&sent.number).await.unwrap();
        assert_eq!(file.summary.status, Status::Withdrawn);
        let reasons = file
            .timeline
            .iter()
            .filter_map(|entry| entry.text.as_deref());
        assert_eq!(reasons.collect::<Vec<_>>(), ["J’ai retrouvé l’acte."]);
        let page = sent
            .resident
            .open(&Path::Withdraw(sent.request.clone()))
            .await;
        assert!(
            page.main()
                .contains(&t_in!(locale, "withdraw-impossible-title"))
        );
        assert!(!page.has("#withdraw-form"));
    }
}

#[tokio::test]
async fn a_withdrawal_that_crosses_a_decision_says_that_it_came_too_late() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    sent.resident.go_on(&sent.withdrawal().await).await;
    let close = Act::Close {
        outcome: Outcome::Accepted,
        reason: "Document prêt.".to_owned(),
    };
    sent.staff_does(&town, close).await;
    town.worker.deliver_follow_up().await.unwrap();
    let page = sent.page().await;
    assert_eq!(page.one("h1"), t_in!(Locale::French, "status-accepted"));
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert_eq!(file.summary.status, Status::Accepted);
}

#[tokio::test]
async fn a_late_service_is_said_to_be_late_and_reminded_once_a_week() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let page = sent.page().await;
    let late = t_in!(Locale::French, "clock-overdue-title");
    assert!(!page.main().contains(&late));
    assert!(page.main().contains("il est normal"), "{}", page.main());
    let remind = sent.resident.at(&Path::Remind(sent.request.clone()));
    let button = format!("main form[action='{remind}']");
    assert!(!page.has(&button));

    town.wait(SignedDuration::from_hours(24 * 10));
    let sent = sent.opened_again(&town).await;
    let page = sent.page().await;
    assert!(page.main().contains(&late));
    for _ in 0..2 {
        let page = sent.resident.go_on(&page.form(&button)).await;
        assert!(
            page.main()
                .contains(&t_in!(Locale::French, "done-reminder-title"))
        );
        town.worker.deliver_follow_up().await.unwrap();
    }
    let staff = town.office.staff();
    let file = staff.file(&sent.number).await.unwrap();
    assert_eq!(
        file.messages.len(),
        1,
        "pressed twice, once a week is enough"
    );
    assert_eq!(file.messages[0].kind, MessageKind::Reminder);

    town.wait(SignedDuration::from_hours(24 * 8));
    let sent = sent.opened_again(&town).await;
    sent.resident.go_on(&page.form(&button)).await;
    let complaint = sent
        .page()
        .await
        .attributes("main a[href*='reclamation']", "href");
    let form = sent
        .resident
        .get(complaint[0].split('#').next().unwrap())
        .await;
    let form = form.form("#message-form").with("text", "Toujours rien.");
    sent.resident.go_on(&form.press("send")).await;
    town.worker.deliver_follow_up().await.unwrap();
    let file = staff.file(&sent.number).await.unwrap();
    let kinds: Vec<_> = file.messages.iter().map(|message| message.kind).collect();
    assert_eq!(
        kinds,
        [
            MessageKind::Reminder,
            MessageKind::Reminder,
            MessageKind::Complaint
        ]
    );
}

#[tokio::test]
async fn nobody_else_reads_writes_reminds_or_withdraws() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let stranger = town.resident(Locale::French);
    let message = sent.message("Bonjour").await;
    let withdrawal = sent.withdrawal().await;
    for form in [&message, &withdrawal] {
        let refused = stranger.submit(form).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", form.action);
    }
    for path in [
        Path::Messages(sent.request.clone()),
        Path::Withdraw(sent.request.clone()),
        Path::Remind(sent.request.clone()),
    ] {
        assert_eq!(stranger.open(&path).await.status, StatusCode::NOT_FOUND);
        let post = stranger.post(&stranger.at(&path));
        let post = post
            .header("content-type", "application/x-www-form-urlencoded")
            .body(axum::body::Body::empty());
        let refused = stranger.send(post.unwrap()).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path:?}");
    }
    town.worker.deliver_follow_up().await.unwrap();
    let file = town.office.staff().file(&sent.number).await.unwrap();
    assert!(file.messages.is_empty() && file.summary.status == Status::Submitted);
}

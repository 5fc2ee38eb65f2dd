//! Correcting: on request, by one's own initiative, until a decision.

use app::{paths::Path, t_in};
use backoffice::{
    api::requests::Outcome,
    reference::{Act, Asking, Closing, NewMark},
};
use domain::{answers::Answer, info_request::MarkReason, locale::Locale, request::Status};
use http::StatusCode;
use jiff::SignedDuration;

use super::{Sent, sent};
use crate::{
    routes::addresses::identifier,
    support::{Page, Town},
};

impl Sent {
    /// The list of answers of a correction just begun.
    pub(super) async fn correction(&self) -> Page {
        let path = Path::Correct(self.request.clone());
        let page = self.page().await;
        let button = format!("main form[action='{}']", self.resident.at(&path));
        self.resident.go_on(&page.form(&button)).await
    }

    /// Types another number of copies on its page, and comes back to the list of answers.
    pub(crate) async fn retype_copies(&self, review: &Page, copies: &str) -> Page {
        self.retype(review, "copies", copies).await
    }

    /// Corrects the e-mail address and sends it.
    pub(super) async fn corrects_email(&self, email: &str) {
        let review = self.correction().await;
        let review = self.retype(&review, "email", email).await;
        let form = review.form("#send-form");
        self.resident.go_on(&form).await;
    }

    /// Types another answer on its page, and comes back to the list of answers.
    async fn retype(&self, review: &Page, key: &str, answer: &str) -> Page {
        let href = review.attributes(".summary a[href*='/etapes/']", "href");
        for href in href {
            let page = self.resident.get(&href).await;
            if page.has(&format!("#f-{key}")) {
                let form = page.form("#step-form").with(key, answer);
                return self.resident.go_on(&form.press("continue")).await;
            }
        }
        panic!("no page asks for {key}: {}", review.main())
    }
}

async fn copies(town: &Town, number: &str) -> Answer {
    let file = town.office.staff().file(number).await.unwrap();
    file.answers.get("copies").unwrap().clone()
}

#[tokio::test]
async fn a_resident_corrects_a_mistake_of_their_own_and_both_sides_see_the_difference() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let before = copies(&town, &sent.number).await;
        let review = sent.correction().await;
        assert_eq!(review.one("h1"), t_in!(locale, "correction-heading"));
        assert!(
            review
                .main()
                .contains(&t_in!(locale, "correction-unchanged-title"))
        );
        assert!(!review.has("#send-form"), "there is nothing to send yet");
        let review = sent.retype_copies(&review, "3").await;
        assert!(review.main().contains(&t_in!(locale, "correction-changes")));
        assert_eq!(review.one(".change-list ins"), "3");
        assert!(review.main().contains("L123-1"), "no penalty, by law");
        let form = review.form("#send-form");
        let page = sent.resident.go_on(&form).await;
        assert!(
            page.main()
                .contains(&t_in!(locale, "done-correction-title"))
        );
        assert_eq!(copies(&town, &sent.number).await, before, "on its way");
        town.worker.deliver_follow_up().await.unwrap();
        assert_eq!(copies(&town, &sent.number).await, Answer::Number(3));
        let file = town.office.staff().file(&sent.number).await.unwrap();
        assert_eq!(file.corrections.len(), 1);
        assert_eq!(file.corrections[0].changes[0].before, Some(before));

        // Pressed again, it is the same correction.
        let page = sent.resident.go_on(&form).await;
        assert!(page.main().contains(&t_in!(locale, "correction-history")));
        assert_eq!(page.all(".change-list__item").len(), 1);
        town.worker.deliver_follow_up().await.unwrap();
        let file = town.office.staff().file(&sent.number).await.unwrap();
        assert_eq!(file.corrections.len(), 1);
    }
}

#[tokio::test]
async fn what_the_service_marked_is_said_first_and_ends_when_it_is_corrected() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let mark = NewMark {
            key: "copies".to_owned(),
            reason: MarkReason::Incorrect,
            words: "Deux au plus.".to_owned(),
        };
        let asking = Asking {
            due_on: Some("2026-11-30".parse().unwrap()),
            marks: vec![mark],
            ..Asking::default()
        };
        sent.staff_does(&town, Act::Ask(asking)).await;
        let page = sent.page().await;
        assert_eq!(page.one("h1"), t_in!(locale, "status-info-requested"));
        assert!(page.main().contains(&t_in!(locale, "mark-incorrect")));
        assert!(page.main().contains("Deux au plus."));
        assert!(page.has(".notice--warning strong"), "the last day is said");
        let review = sent.correction().await;
        let review = sent.retype_copies(&review, "2").await;
        sent.resident.go_on(&review.form("#send-form")).await;
        assert!(
            !sent.page().await.main().contains("Deux au plus."),
            "done here"
        );
        town.worker.deliver_follow_up().await.unwrap();
        let page = sent.page().await;
        assert_eq!(page.one("h1"), t_in!(locale, "status-in-review"));
        assert!(!page.main().contains("Deux au plus."));
    }
}

#[tokio::test]
async fn a_wrong_correction_is_refused_at_its_question_and_nothing_changes() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let before = copies(&town, &sent.number).await;
    let review = sent.correction().await;
    let draft = identifier(&review);
    for href in review.attributes(".summary a[href*='/etapes/']", "href") {
        let page = sent.resident.get(&href).await;
        if page.has("#f-copies") {
            let form = page.form("#step-form").with("copies", "900");
            let refused = sent.resident.submit(&form.press("continue")).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.has("#error-summary a[href='#f-copies']"));
        }
    }
    let review = sent.resident.open(&Path::Review(draft)).await;
    assert!(!review.has("#send-form"));
    let post = sent.resident.post(&review.path);
    let post = post.header("content-type", "application/x-www-form-urlencoded");
    let forced = sent
        .resident
        .send(post.body(axum::body::Body::empty()).unwrap());
    assert_eq!(forced.await.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.worker.deliver_follow_up().await.unwrap();
    assert_eq!(copies(&town, &sent.number).await, before);
}

#[tokio::test]
async fn after_the_decision_a_mistake_is_told_in_a_message() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let review = sent.correction().await;
    let review = sent.retype_copies(&review, "3").await;
    let close = Act::Close(Closing::new(Outcome::Rejected, "Acte introuvable."));
    assert_eq!(sent.staff_does(&town, close).await, Status::Rejected);
    // It was written before: the person is told that it came too late.
    sent.resident.go_on(&review.form("#send-form")).await;
    town.worker.deliver_follow_up().await.unwrap();
    let page = sent.page().await;
    let refused = t_in!(Locale::French, "request-refused-title");
    assert!(page.main().contains(&refused), "{}", page.main());
    let path = sent.resident.at(&Path::Correct(sent.request.clone()));
    assert!(!page.has(&format!("form[action='{path}']")));
    assert!(page.main().contains("J’ai fait une erreur"));
    let post = sent.resident.post(&path);
    let post = post.header("content-type", "application/x-www-form-urlencoded");
    let late = sent
        .resident
        .send(post.body(axum::body::Body::empty()).unwrap());
    assert_eq!(
        late.await.location(),
        page.path,
        "nothing to correct any more"
    );
}

#[tokio::test]
async fn two_corrections_at_once_never_undo_each_other() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let here = sent.correction().await;
    let here = sent.retype_copies(&here, "3").await;
    let request = sent.request.clone();
    let other = Sent {
        resident: town.resident(Locale::French),
        request: request.clone(),
        number: sent.number.clone(),
        code: sent.code.clone(),
    };
    let other = other.opened_again(&town).await;
    let there = other.correction().await;
    let there = other.retype_copies(&there, "2").await;
    other.resident.go_on(&there.form("#send-form")).await;
    town.worker.deliver_follow_up().await.unwrap();
    sent.resident.go_on(&here.form("#send-form")).await;
    town.worker.deliver_follow_up().await.unwrap();
    assert_eq!(copies(&town, &sent.number).await, Answer::Number(2));
    let refused = t_in!(Locale::French, "request-refused-title");
    assert!(sent.page().await.main().contains(&refused));
    // Begun again, it starts from what the service has now.
    let again = sent.correction().await;
    assert!(
        again
            .main()
            .contains(&t_in!(Locale::French, "correction-unchanged-title"))
    );
    let again = sent.retype_copies(&again, "3").await;
    sent.resident.go_on(&again.form("#send-form")).await;
    town.worker.deliver_follow_up().await.unwrap();
    assert_eq!(copies(&town, &sent.number).await, Answer::Number(3));
}

#[tokio::test]
async fn what_a_correction_shows_ends_with_the_access_to_its_request() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let review = sent.correction().await;
    let step = review
        .attributes(".summary a[href*='/etapes/']", "href")
        .remove(0);
    // Whoever goes on reading keeps it.
    for _ in 0..3 {
        town.wait(SignedDuration::from_mins(20));
        assert_eq!(sent.resident.get(&step).await.status, StatusCode::OK);
    }
    let form = sent.resident.get(&step).await.form("#step-form");
    town.wait(SignedDuration::from_mins(31));
    for path in [&review.path, &step] {
        let closed = sent.resident.get(path).await;
        assert_eq!(closed.status, StatusCode::NOT_FOUND, "{path}");
    }
    // What was typed is kept for whoever opens the request again, and nothing is shown before that.
    let form = form.press("continue");
    let late = sent.resident.submit(&form).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    assert!(
        late.location()
            .starts_with(&sent.resident.at(&Path::Follow))
    );
    let stranger = town.resident(Locale::French);
    stranger.begin("signaler-un-probleme").await;
    let refused = stranger.submit(&form).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

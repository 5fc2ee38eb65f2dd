//! Choosing how to be told of what happens, in every language, and seeing what became of each message.

use app::{
    pages::requests::notices::{fields, names},
    paths::Path,
    t_in,
};
use backoffice::{
    api::requests::Outcome,
    reference::{Act, Closing},
};
use domain::{locale::Locale, notice::Way};
use http::StatusCode;
use jiff::SignedDuration;

use super::{Sent, sent, words};
use crate::support::{Form, Town};

impl Sent {
    async fn choice(&self) -> Form {
        let path = Path::Notices(self.request.clone());
        self.resident.open(&path).await.form("#step-form")
    }
}

/// What stands in a field.
fn typed(form: &Form, name: &str) -> String {
    let found = form.inputs.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}

#[tokio::test]
async fn a_resident_chooses_how_to_be_told() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let address = sent.resident.at(&Path::Notices(sent.request.clone()));
        assert!(sent.page().await.has(&format!("main a[href='{address}']")));
        let form = sent.choice().await;
        // By text message, without a number: said at the question, and nothing is lost.
        let wrong = form.clone().with(names::WAY, "sms").with(names::PHONE, "");
        let page = sent.resident.submit(&wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.has("#f-phone-error"), "{}", page.errors());
        assert!(page.has("input[name='way'][value='sms'][checked]"));
        // A landline takes no text message.
        let landline = form
            .clone()
            .with(names::WAY, "sms")
            .with(names::PHONE, "02 61 91 00 10");
        let page = sent.resident.submit(&landline).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.one("#f-phone-error")
                .contains(&t_in!(locale, "fault-not-mobile"))
        );
        let right = form
            .with(names::WAY, "sms")
            .with(names::PHONE, "06 39 98 12 34");
        let page = sent.resident.go_on(&right).await;
        assert!(page.main().contains(&t_in!(locale, "done-notices-title")));
        assert!(page.main().contains(&t_in!(locale, "notices-chosen-sms")));
        // The page shows what was chosen.
        let again = sent.choice().await;
        assert_eq!(typed(&again, names::PHONE), "+33639981234");
    }
}

#[tokio::test]
async fn a_resident_sees_that_a_message_left() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    town.wait(SignedDuration::from_mins(1));
    sent.staff_does(&town, words("Venez chercher votre acte."))
        .await;
    town.worker.read_events().await.unwrap();
    let page = sent.page().await;
    assert!(page.main().contains("partira vers le 22 novembre 2026"));
    town.wait(SignedDuration::from_mins(15));
    town.worker.send_notices().await.unwrap();
    let page = sent.page().await;
    assert!(
        page.main()
            .contains("Un e-mail est parti le 22 novembre 2026")
    );
    let letters = town.letters();
    let told: Vec<_> = letters
        .iter()
        .filter(|it| it.contains("<notice-"))
        .collect();
    assert_eq!(told.len(), 1);
    assert!(!told[0].contains("chercher"));
}

#[tokio::test]
async fn a_correction_of_the_address_moves_the_notices_too() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let before = typed(&sent.choice().await, names::EMAIL);
    let corrected = "nouvelle.adresse@example.org";
    sent.corrects_email(corrected).await;
    town.worker.deliver_follow_up().await.unwrap();
    let after = sent.choice().await;
    assert_ne!(before, corrected);
    assert_eq!(typed(&after, names::EMAIL), corrected);
}

#[tokio::test]
async fn addresses_are_forgotten_a_while_after_the_end() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let close = Act::Close(Closing::new(Outcome::Accepted, "Document prêt."));
    sent.staff_does(&town, close).await;
    town.worker.read_events().await.unwrap();
    town.wait(SignedDuration::from_hours(24 * 32));
    town.worker.purge().await.unwrap();
    let sent = sent.opened_again(&town).await;
    assert_eq!(typed(&sent.choice().await, names::EMAIL), "");
}

#[tokio::test]
async fn nobody_else_chooses() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let form = sent.choice().await.with(names::WAY, "nothing");
    let stranger = town.resident(Locale::French);
    let page = stranger.submit(&form).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(sent.page().await.main().contains("prévenu par e-mail"));
}

#[test]
fn a_portal_without_a_gateway_offers_no_text_messages() {
    let keys: Vec<String> = fields(Locale::French, &[Way::Email], false)
        .into_iter()
        .map(|field| field.key)
        .collect();
    assert_eq!(keys, [names::WAY, names::EMAIL]);
}

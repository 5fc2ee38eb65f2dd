//! The three procedures of the sample commune from their first page to their follow-up.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use http::{StatusCode, header};
use jiff::SignedDuration;

use crate::support::{Filler, Page, Resident, Town};

const EMAIL: &str = "rosalie.tilleul@example.org";

/// Opens a request with its code and one proof.
pub(crate) async fn follow(someone: &Resident, code: &str, proof: &[(&str, &str)]) -> Page {
    let mut form = someone
        .open(&Path::Follow)
        .await
        .form("#step-form")
        .with("code", code);
    proof.iter().for_each(|(name, value)| form.set(name, value));
    someone.submit(&form).await
}

/// A procedure, how its form is filled in, and what opens the request again.
type Journey = (
    &'static str,
    Filler,
    &'static [(&'static str, &'static str)],
);

/// Proofs as the form takes them.
pub(crate) const BY_MAIL: [(&str, &str); 2] = [("proof", "email"), ("email", EMAIL)];
pub(crate) const BY_BIRTH: [(&str, &str); 4] = [
    ("proof", "birth_date"),
    ("birth_date.day", "27"),
    ("birth_date.month", "3"),
    ("birth_date.year", "1957"),
];

#[tokio::test]
async fn a_resident_sends_each_procedure_and_follows_it_from_another_device() {
    let town = Town::open().await;
    let journeys: [Journey; 4] = [
        ("acte-de-naissance", Filler::choosing(&[]), &BY_BIRTH),
        (
            "acte-de-naissance",
            Filler::choosing(&[("applicant", "professional")]),
            &BY_MAIL,
        ),
        (
            "inscription-scolaire",
            Filler::choosing(&[]).listing(3),
            &BY_MAIL,
        ),
        (
            "inscription-scolaire",
            Filler::choosing(&[("has_email", "no"), ("start", "during_year")]),
            &BY_BIRTH,
        ),
    ];
    for locale in Locale::ALL {
        for (procedure, filler, proof) in &journeys {
            let resident = town.resident(locale);
            let receipt = resident.request_of(town.procedure(procedure), filler).await;
            assert_eq!(receipt.one("h1"), t_in!(locale, "receipt-heading"));
            assert!(
                receipt.main().contains(&t_in!(locale, "receipt-waiting")),
                "{}",
                receipt.main()
            );
            let code = receipt.one(".tracking-code");
            assert_eq!(code.len(), 14, "{code}");
            town.worker.deliver().await.unwrap();

            let phone = town.resident(locale);
            let opened = phone
                .follow(&follow(&phone, &code.to_lowercase().replace('-', " "), proof).await)
                .await;
            assert_eq!(opened.status, StatusCode::OK);
            assert_eq!(opened.one("h1"), t_in!(locale, "status-submitted"));
            assert!(
                opened.main().contains("Rosalie Awa"),
                "what was sent can be read again"
            );
            let done = phone.open(&Path::Finish).await;
            let done = phone.go_on(&done.form("main form")).await;
            assert_eq!(done.path, phone.at(&Path::Finished));
            assert_eq!(
                phone.get(&opened.path).await.status,
                StatusCode::NOT_FOUND,
                "closed on a shared computer"
            );
        }
    }
    town.worker.send_receipts().await.unwrap();
    let with_mail = 3 * Locale::ALL.len();
    assert_eq!(
        town.letters().len(),
        with_mail,
        "one receipt by mail for each who gave an address"
    );
}

#[tokio::test]
async fn whoever_reports_a_problem_may_stay_unknown_and_keeps_a_code() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let filler = Filler::choosing(&[("category", "other"), ("wants_answer", "no")]);
    let receipt = resident
        .request_of(town.procedure("signaler-un-probleme"), &filler)
        .await;
    assert!(
        receipt
            .main()
            .contains(&t_in!(Locale::French, "receipt-no-follow"))
    );
    let code = receipt.one(".tracking-code");
    for proof in [BY_MAIL.as_slice(), &BY_BIRTH] {
        let other = town.resident(Locale::French);
        let refused = follow(&other, &code, proof).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "a code alone opens nothing"
        );
    }
    let answered = Filler::choosing(&[("category", "other")]);
    let receipt = resident
        .request_of(town.procedure("signaler-un-probleme"), &answered)
        .await;
    let other = town.resident(Locale::French);
    let opened = follow(&other, &receipt.one(".tracking-code"), &BY_MAIL).await;
    assert_eq!(other.follow(&opened).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_wrong_code_and_a_wrong_proof_are_told_in_the_same_words_and_typed_words_stay() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let receipt = resident
            .request_of(town.procedure("acte-de-naissance"), &Filler::choosing(&[]))
            .await;
        let code = receipt.one(".tracking-code");
        let other = town.resident(locale);
        let wrong_proof = follow(
            &other,
            &code,
            &[("proof", "email"), ("email", "autre@example.org")],
        )
        .await;
        let wrong_code = follow(
            &other,
            "ACDE-FGHJ-KMNA",
            &[("proof", "email"), ("email", EMAIL)],
        )
        .await;
        for page in [&wrong_proof, &wrong_code] {
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(
                page.one("#error-summary")
                    .contains(&t_in!(locale, "problem-no-request-title"))
            );
            assert!(
                page.questions().contains("email"),
                "the question that was answered is shown"
            );
        }
        assert_eq!(wrong_proof.typed("code"), [code.as_str()]);
        assert_eq!(wrong_proof.typed("email"), ["autre@example.org"]);
        assert_eq!(
            wrong_proof.one("#error-summary"),
            wrong_code.one("#error-summary")
        );
    }
}

#[tokio::test]
async fn without_javascript_choosing_a_proof_brings_its_question_and_no_reproach() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let form = resident.open(&Path::Follow).await.form("#step-form");
        let form = form.with("code", "ACDE-FGHJ-KMNA").with("proof", "email");
        let page = resident.submit(&form).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.has("#error-summary"), "{}", page.errors());
        assert!(page.questions().contains("email"));
        assert_eq!(page.typed("code"), ["ACDE-FGHJ-KMNA"]);
        let empty = resident.submit(&page.form("#step-form")).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            empty.has("#error-summary a[href='#f-email']"),
            "now it was seen"
        );
    }
}

#[tokio::test]
async fn an_access_lasts_while_it_is_read_and_ends_half_an_hour_after() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let receipt = resident
        .request_of(town.procedure("acte-de-naissance"), &Filler::choosing(&[]))
        .await;
    for _ in 0..3 {
        town.wait(SignedDuration::from_mins(20));
        assert_eq!(resident.get(&receipt.path).await.status, StatusCode::OK);
    }
    town.wait(SignedDuration::from_mins(31));
    let over = resident.get(&receipt.path).await;
    assert_eq!(over.status, StatusCode::NOT_FOUND);
    assert_eq!(over.one("h1"), t_in!(Locale::French, "error-access-title"));
}

#[tokio::test]
async fn later_the_next_person_at_the_computer_needs_the_code() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let procedure = town.procedure("signaler-un-probleme");
    let review = resident
        .fill_in(procedure, &Filler::choosing(&[]), &mut |_| {})
        .await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    assert_eq!(receipt.status, StatusCode::OK);
    town.wait(SignedDuration::from_mins(31));
    let sent = resident.get(&review.path).await;
    let again = resident.submit(&sent.form("main form[method=post]")).await;
    assert_eq!(again.location(), receipt.path);
    let over = resident.follow(&again).await;
    assert_eq!(over.status, StatusCode::NOT_FOUND);
    assert_eq!(over.one("h1"), t_in!(Locale::French, "error-access-title"));
}

#[tokio::test]
async fn five_wrong_proofs_close_a_code_for_a_while_and_say_how_long() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let receipt = resident
        .request_of(town.procedure("acte-de-naissance"), &Filler::choosing(&[]))
        .await;
    let code = receipt.one(".tracking-code");
    for _ in 0..5 {
        let other = town.resident(Locale::French);
        let wrong = follow(
            &other,
            &code,
            &[("proof", "email"), ("email", "autre@example.org")],
        )
        .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let late = follow(&resident, &code, &BY_MAIL).await;
    assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u32 = late.header(header::RETRY_AFTER).parse().unwrap();
    assert!((1..=901).contains(&wait), "{wait}");
    assert!(
        late.main().contains("15 minutes") || late.main().contains("16 minutes"),
        "{}",
        late.main()
    );
    town.wait(SignedDuration::from_mins(16));
    assert_eq!(
        follow(&resident, &code, &BY_MAIL).await.status,
        StatusCode::SEE_OTHER
    );
}

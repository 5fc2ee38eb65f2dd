//! The end of a request: its reason, what is delivered with it, what may be done against it.

use app::{paths::Path, t_in};
use backoffice::{
    api::requests::Outcome,
    reference::{Act, Closing, NewDelivery},
};
use domain::locale::Locale;
use http::{StatusCode, header};

use super::sent;
use crate::{
    routes::errors::plain,
    support::{PDF, Town},
};

#[tokio::test]
async fn a_refusal_says_why_and_what_may_be_done_against_it_until_when() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let sent = sent(&town, locale).await;
        let closing = Closing {
            legal_basis: vec!["Code civil, article 101-1".to_owned()],
            language: Some(Locale::French),
            ..Closing::new(
                Outcome::Rejected,
                "Vous n’avez pas droit à cet acte.\n\nAppelez-nous.",
            )
        };
        sent.staff_does(&town, Act::Close(closing)).await;
        let page = sent.page().await;
        assert_eq!(page.one("h1"), t_in!(locale, "status-rejected"));
        assert!(
            page.has("p[lang=fr][dir=auto]"),
            "the language of the reason is said"
        );
        for words in [
            "Vous n’avez pas droit à cet acte.",
            "Code civil, article 101-1",
        ] {
            assert!(page.main().contains(words), "{words}: {}", page.main());
        }
        let heading = t_in!(locale, "decision-remedies");
        assert!(page.all("h3").contains(&heading), "{:?}", page.all("h3"));
        assert!(
            page.main()
                .contains(&plain(&t_in!(locale, "remedy-any-time")))
        );
        assert!(page.has("main address"), "to whom it is addressed");
    }
}

#[tokio::test]
async fn a_document_delivered_is_downloaded_by_its_holder_alone() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    let delivery = NewDelivery {
        filename: "acte été.pdf".to_owned(),
        title: "Copie intégrale".to_owned(),
        valid_until: Some("2027-02-28".parse().unwrap()),
        content: PDF.to_vec(),
    };
    let closing = Closing {
        documents: vec![delivery],
        ..Closing::new(Outcome::Accepted, "Voici votre acte.")
    };
    sent.staff_does(&town, Act::Close(closing)).await;
    let page = sent.page().await;
    assert!(page.main().contains("28 février 2027"), "{}", page.main());
    let href = page.attributes("main a[download]", "href").remove(0);
    let fingerprint = page.one(".fingerprint");
    assert_eq!(fingerprint.len(), 64);

    let file = sent.resident.get(&href).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.body.as_bytes(), PDF);
    assert_eq!(
        file.header(header::CONTENT_DISPOSITION),
        "attachment; filename*=UTF-8''acte%20%C3%A9t%C3%A9.pdf"
    );
    assert_eq!(file.header(header::CACHE_CONTROL), "private, no-store");
    assert!(
        file.header(header::CONTENT_SECURITY_POLICY)
            .contains("sandbox")
    );

    let stranger = town.resident(Locale::French);
    assert_eq!(stranger.get(&href).await.status, StatusCode::NOT_FOUND);
    let unknown = Path::Document {
        request: sent.request.clone(),
        document: "unknown".to_owned(),
    };
    let unknown = sent.resident.open(&unknown).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    town.back_office_goes_away();
    let later = sent.resident.get(&href).await;
    assert_eq!(later.status, StatusCode::SERVICE_UNAVAILABLE);
    let page = sent.page().await;
    assert!(
        page.main().contains("Voici votre acte."),
        "the decision is still read"
    );
}

//! Asking to be called back when the software of the appointments does not answer: recorded at once, delivered once it does.

use app::{paths::Path, t_in};
use backoffice::{api::requests::RequestSummary, reference::ListFilter};
use domain::locale::Locale;
use http::StatusCode;

use super::appointments::{MINUTE, PASSPORT};
use crate::{
    routes::addresses::identifier,
    support::{Filler, Town},
};

const CALLBACK: &str = "etre-rappele";

/// What agents have of such requests.
async fn listed(town: &Town) -> Vec<RequestSummary> {
    let filter = ListFilter {
        procedure: Some(CALLBACK.to_owned()),
        ..ListFilter::default()
    };
    let listed = town.office.staff().list(&filter).await.unwrap();
    listed.into_iter().map(|(summary, _)| summary).collect()
}

#[tokio::test]
async fn whoever_finds_no_times_asks_to_be_called_back_and_the_service_has_it_once_it_answers() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        town.back_office_goes_away();
        let path = Path::Times(PASSPORT.to_owned());
        let times = resident.open(&path).await;
        assert_eq!(times.status, StatusCode::SERVICE_UNAVAILABLE);
        let told = t_in!(locale, "times-away-title");
        assert!(times.main().contains(&told), "{}", times.main());
        let callback = resident.at(&Path::Procedure(CALLBACK.to_owned()));
        let links = times.attributes("main a", "href");
        assert!(links.contains(&callback), "{links:?}");

        let receipt = resident
            .request_of(town.procedure(CALLBACK), &Filler::choosing(&[]))
            .await;
        assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.errors());
        let waiting = t_in!(locale, "receipt-waiting");
        assert!(receipt.main().contains(&waiting), "{}", receipt.main());
        assert_eq!(receipt.one(".tracking-code").len(), 14);
        town.worker.deliver().await.unwrap();
        assert!(listed(&town).await.is_empty(), "it is still away");

        town.back_office_is_back();
        town.wait(MINUTE * 10);
        town.worker.deliver().await.unwrap();
        let had = listed(&town).await;
        assert_eq!(had.len(), 1, "once");
        assert_eq!(had[0].locale, locale);
        let number = had[0].number.clone().unwrap();
        let file = town.office.staff().file(&number).await.unwrap();
        assert!(file.answers.get("phone").is_some(), "whom to call");
        let page = resident.open(&Path::Request(identifier(&receipt))).await;
        assert_eq!(page.one("h1"), t_in!(locale, "status-submitted"));
        let again = resident.open(&path).await;
        assert!(again.has("button[name=horaire]"), "{}", again.main());
    }
}

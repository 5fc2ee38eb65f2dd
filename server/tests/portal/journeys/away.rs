//! The back office away: residents go on, and read the truth about what is known.

use app::{paths::Path, t_in};
use domain::locale::Locale;
use jiff::SignedDuration;

use crate::{
    routes::addresses::identifier,
    support::{Filler, Town},
};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

#[tokio::test]
async fn a_resident_fills_in_and_sends_while_the_back_office_is_away() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        town.back_office_goes_away();
        town.wait(MINUTE);
        town.worker.refresh_catalogue().await.unwrap();
        let resident = town.resident(locale);
        for path in [
            Path::Home,
            Path::Procedures,
            Path::Themes,
            Path::Help,
            Path::Procedure("acte-de-naissance".to_owned()),
        ] {
            let page = resident.open(&path).await;
            assert!(
                page.main().contains(&t_in!(locale, "catalogue-old-title")),
                "{}",
                page.path
            );
        }
        let receipt = resident
            .request_of(town.procedure("acte-de-naissance"), &Filler::choosing(&[]))
            .await;
        town.worker.deliver().await.unwrap();
        assert!(receipt.main().contains(&t_in!(locale, "receipt-waiting")));
        let request = resident.open(&Path::Request(identifier(&receipt))).await;
        assert_eq!(request.one("h1"), t_in!(locale, "status-recorded"));
        assert!(
            !request.main().contains(&t_in!(locale, "status-submitted")),
            "nothing says that the service has it: {}",
            request.main()
        );

        town.back_office_is_back();
        town.wait(MINUTE * 10);
        town.worker.deliver().await.unwrap();
        town.worker.refresh_catalogue().await.unwrap();
        let request = resident.get(&request.path).await;
        assert_eq!(request.one("h1"), t_in!(locale, "status-submitted"));
        assert!(!request.main().contains(&t_in!(locale, "request-old-title")));
        let home = resident.open(&Path::Home).await;
        assert!(!home.main().contains(&t_in!(locale, "catalogue-old-title")));
    }
}

#[tokio::test]
async fn the_last_known_state_of_a_request_is_shown_and_says_since_when() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let receipt = resident
            .request_of(town.procedure("acte-de-naissance"), &Filler::choosing(&[]))
            .await;
        town.worker.deliver().await.unwrap();
        let path = Path::Request(identifier(&receipt));
        let fresh = resident.open(&path).await;
        town.back_office_goes_away();
        town.wait(MINUTE * 7);
        let old = resident.open(&path).await;
        assert_eq!(old.one("h1"), fresh.one("h1"));
        assert!(
            old.main().contains(&t_in!(locale, "request-old-title")),
            "{}",
            old.main()
        );
        // Ten o'clock in Paris: when it was last read, not when it is shown.
        let at = jiff::civil::date(2026, 11, 22).at(10, 0, 0, 0);
        assert!(
            old.main().contains(&app::l10n::moment(locale, at)),
            "{}",
            old.main()
        );
        assert!(
            old.main().contains("Rosalie Awa"),
            "what was sent is still shown"
        );
    }
}

#[tokio::test]
async fn the_first_pages_of_a_portal_say_all_that_can_be_done() {
    let town = Town::without_catalogue().await;
    town.worker.refresh_catalogue().await.unwrap();
    let resident = town.resident(Locale::French);
    let times = resident
        .open(&Path::Times("piece-identite".to_owned()))
        .await;
    assert!(times.has("button[name=horaire]"), "{}", times.main());
    assert!(times.has("main a[href*='/attente']"), "{}", times.main());
}

//! The statement of accessibility: what the authority declares of an audit by people, or that there was none.

use app::{paths::Path, t_in};
use domain::locale::Locale;

use crate::support::Town;

const FAILED: &str = "Critère 4.1 : la vidéo de l’accueil n’a pas de transcription.";

fn audited(percent: u16, failures: &str) -> String {
    format!(
        "[accessibility]\naudited_by = \"Cabinet Exemple\"\naudited_on = \"2026-10-15\"\n\
         declared_on = \"2026-11-02\"\ncriteria_met = {percent}\ntried_with = [\"NVDA et Firefox\"]\n\
         failures = [{failures}]\n"
    )
}

#[tokio::test]
async fn without_an_audit_by_people_the_portal_says_that_it_is_not_compliant() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let page = town.resident(locale).open(&Path::Accessibility).await;
        assert!(
            page.main()
                .contains(&t_in!(locale, "accessibility-state-text"))
        );
        assert!(
            page.main()
                .contains(&t_in!(locale, "accessibility-environment-text"))
        );
        let footer = page.all(".site-footer__link");
        assert!(
            footer.contains(&t_in!(locale, "footer-accessibility-none")),
            "{footer:?}"
        );
    }
}

#[tokio::test]
async fn the_share_of_criteria_met_decides_what_each_page_says() {
    let failed = format!("\"{FAILED}\"");
    for (percent, failures, state, footer) in [
        (
            100,
            "",
            "accessibility-state-total",
            "footer-accessibility-total",
        ),
        (
            87,
            &*failed,
            "accessibility-state-partial",
            "footer-accessibility-partial",
        ),
        (
            50,
            &*failed,
            "accessibility-state-partial",
            "footer-accessibility-partial",
        ),
        (
            49,
            &*failed,
            "accessibility-state-none",
            "footer-accessibility-none",
        ),
    ] {
        let town = Town::configured(&audited(percent, failures)).await;
        for locale in Locale::ALL {
            let reader = town.resident(locale);
            let page = reader.open(&Path::Accessibility).await;
            let said = page.main();
            assert!(
                said.contains(&app::l10n::loader_of(locale).get(state)),
                "{percent}: {said}"
            );
            assert!(said.contains("Cabinet Exemple") && said.contains("NVDA et Firefox"));
            assert!(said.contains(&percent.to_string()), "{said}");
            assert_eq!(said.contains(FAILED), !failures.is_empty());
            assert!(!said.contains(&t_in!(locale, "accessibility-environment-text")));
            let declared = app::l10n::date(locale, jiff::civil::date(2026, 11, 2));
            let declared = t_in!(locale, "accessibility-date-audited", day = declared);
            assert!(said.contains(&declared), "{said}");
            let home = reader.open(&Path::Home).await;
            let links = home.all(".site-footer__link");
            assert!(
                links.contains(&app::l10n::loader_of(locale).get(footer)),
                "{links:?}"
            );
        }
    }
}

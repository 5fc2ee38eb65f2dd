//! What a resident types stays text on every page: step, refusal, review, receipt, followed request, search.

use app::paths::Path;
use domain::{
    field::{Field, FieldKind, Meaning},
    locale::Locale,
};
use http::StatusCode;

use crate::{
    routes::{addresses::identifier, safety},
    support::{Filler, Form, Page, Resident, Town},
};

const BREAKS_OUT: &str = "\"><script>alert(1)</script>";
const CLOSES: &str = "</textarea><script>alert(2)</script></title><img src=x onerror=alert(4)>";
/// Accepted in a name, where apostrophes occur.
const ATTRIBUTE: &str = "' onx=alert(3) \" onx=alert(5) &lt;b&gt; ";

/// Words that no rule accepts everywhere, but that a refused page shows again.
fn hostile(field: &Field, part: &str) -> Option<String> {
    let words = match (&field.kind, part) {
        (FieldKind::LongText { .. }, _) => CLOSES,
        (_, "day" | "year") => BREAKS_OUT,
        (_, "month") => ATTRIBUTE,
        _ if field.key.len().is_multiple_of(2) => BREAKS_OUT,
        _ => CLOSES,
    };
    Some(words.to_owned())
}

/// Words that the rules accept and that every later page shows.
fn accepted(field: &Field, part: &str) -> Option<String> {
    match (&field.kind, part) {
        (
            FieldKind::ShortText {
                meaning: None | Some(Meaning::City | Meaning::Organisation),
                ..
            },
            _,
        ) => Some(BREAKS_OUT.to_owned()),
        (FieldKind::LongText { .. }, _) => Some(CLOSES.to_owned()),
        (FieldKind::Address, "line1" | "line2" | "city") => Some(BREAKS_OUT.to_owned()),
        (FieldKind::Person, _) => Some(format!("Rosalie{ATTRIBUTE}")),
        _ => None,
    }
}

/// Nothing that was typed became markup.
fn quiet(page: &Page, locale: Locale) {
    safety::check(page, locale);
    assert!(
        !page.has("[onx], [onerror], img, iframe, b"),
        "{}: {}",
        page.path,
        page.body
    );
    assert!(
        page.all("script")
            .iter()
            .all(|script| !script.contains("alert(")),
        "{}",
        page.path
    );
}

/// Everything typed stands in the form again, letter for letter.
fn typed_again(refused: &Page, sent: &Form) {
    for (name, value) in &sent.inputs {
        if value.contains("alert(") {
            assert!(
                refused.typed(name).contains(value),
                "{name} on {}: {:?}",
                refused.path,
                refused.typed(name)
            );
        }
    }
}

/// Goes through a procedure, with hostile words first on each page and accepted ones then.
async fn through(
    town: &Town,
    resident: &Resident,
    id: &str,
    choices: &[(&'static str, &'static str)],
) -> Page {
    let procedure = town.procedure(id);
    let name = "'\"><img src=x onerror=alert(6)>";
    let filler = |words: fn(&Field, &str) -> Option<String>| {
        Filler::choosing(choices).naming(name).typing(words)
    };
    let (rough, tame) = (filler(hostile), filler(accepted));
    let mut page = resident.begin(id).await;
    for _ in 0..60 {
        quiet(&page, resident.locale);
        if page.has("#send-form") {
            return page;
        }
        let Some(form) = rough.answer(&page, procedure) else {
            page = resident
                .get(&page.attributes("main a[href$='/nouveau']", "href")[0])
                .await;
            continue;
        };
        let answer = resident.submit(&form).await;
        page = if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
            quiet(&answer, resident.locale);
            typed_again(&answer, &form);
            let mended = tame.answer(&answer, procedure).unwrap();
            resident.go_on(&mended).await
        } else {
            resident.follow(&answer).await
        };
    }
    panic!("{id} never ends: {}", page.path)
}

#[tokio::test]
async fn what_a_resident_types_is_never_markup() {
    let town = Town::open().await;
    for (id, choices) in [
        ("acte-de-naissance", [("applicant", "parent"), ("x", "x")]),
        (
            "inscription-scolaire",
            [("start", "during_year"), ("other_parent_same_home", "no")],
        ),
        ("signaler-un-probleme", [("category", "other"), ("x", "x")]),
    ] {
        for locale in [Locale::French, Locale::Arabic] {
            let resident = town.resident(locale);
            let review = through(&town, &resident, id, &choices).await;
            assert!(
                review.main().contains("alert("),
                "the canary is shown: {}",
                review.main()
            );
            let receipt = resident.go_on(&review.form("#send-form")).await;
            quiet(&receipt, locale);
            assert!(receipt.main().contains("alert("));
            for delivered in [false, true] {
                if delivered {
                    town.worker.deliver().await.unwrap();
                }
                let request = resident.open(&Path::Request(identifier(&receipt))).await;
                quiet(&request, locale);
                assert!(request.main().contains("alert("));
            }
        }
    }
}

#[tokio::test]
async fn a_search_a_code_and_an_address_are_never_markup() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        for words in [BREAKS_OUT, CLOSES, ATTRIBUTE] {
            let mut url = reqwest::Url::parse("http://form.test/").unwrap();
            url.query_pairs_mut()
                .append_pair("q", words)
                .append_pair("retour", words)
                .append_pair("suite", words);
            let query = url.query().unwrap();
            let found = resident
                .get(&format!("{}?{query}", resident.at(&Path::Procedures)))
                .await;
            quiet(&found, locale);
            assert_eq!(found.attributes("#f-q", "value"), [words.trim()]);
            let form = resident.open(&Path::Follow).await.form("#step-form");
            let form = form
                .with("code", words)
                .with("proof", "email")
                .with("email", words);
            let form = form
                .with("_faults", words)
                .with("_version", words)
                .with("_back", words)
                .with("do", words);
            let refused = resident.submit(&form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            quiet(&refused, locale);
            assert_eq!(refused.typed("code"), [words]);
            let lost = resident
                .get(&format!(
                    "/{}/{}",
                    locale.segment(),
                    query.split('&').next().unwrap()
                ))
                .await;
            assert_eq!(lost.status, StatusCode::NOT_FOUND);
            quiet(&lost, locale);
        }
    }
}

#[tokio::test]
async fn the_saved_words_of_another_tab_are_never_markup() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let first = resident.begin("signaler-un-probleme").await;
    let step = Path::Step {
        draft: identifier(&first),
        step: "lieu".to_owned(),
    };
    let page = resident.open(&step).await;
    let typed = |words: &str| {
        page.form("#step-form")
            .with("place", words)
            .with("place_details", words)
            .press("continue")
    };
    resident.go_on(&typed(CLOSES)).await;
    let conflict = resident.submit(&typed(BREAKS_OUT)).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    quiet(&conflict, Locale::French);
    assert!(conflict.one("#error-summary").contains("alert(2)"));
}

//! What people wrote and what the authority did about it, under the figures: what an agent chose and nothing else, in every
//! language, also while the back office is away.

use app::{paths::Path, t_in};
use backoffice::api::opinions::{NewPublication, OpinionFilter};
use domain::{answers::Answer, locale::Locale, quality::Reply, survey::Subject};
use http::StatusCode;
use jiff::SignedDuration;

use crate::support::{Page, Town};

const HALL: &str = "mairie";
const REPLY: &str = "Merci. L’accueil est ouvert le samedi.";

fn of_hall() -> Path {
    Path::Quality(Some(Subject::Place(HALL.to_owned())))
}

/// Someone at the town hall writes this; the identifier of their opinion in the office.
async fn wrote(town: &Town, words: &str) -> String {
    let resident = town.resident(Locale::French);
    let page = resident.open(&Path::OpinionOfPlace(HALL.to_owned())).await;
    let form = page.form("#step-form").with("satisfaction", "good");
    let mut page = resident.go_on(&form).await;
    while !page.questions().contains("comment") {
        page = resident.go_on(&page.form("#step-form")).await;
    }
    // Personal data are pointed out; its author keeps them.
    let form = page.form("#step-form").with("comment", words);
    let thanks = resident.go_on(&form.with("do", "sure")).await;
    assert_eq!(thanks.status, StatusCode::OK, "{}", thanks.errors());
    town.worker.deliver_opinions().await.unwrap();
    let (staff, filter) = (town.office.staff(), OpinionFilter::default());
    let said = Answer::Text(words.to_owned());
    let mut opinions = staff.opinions(&filter).await.unwrap().into_iter();
    let own = opinions.find(|it| it.answers.get("comment") == Some(&said));
    own.unwrap().id
}

async fn publish(town: &Town, id: &str, reply: Option<&str>) -> String {
    let staff = town.office.staff();
    let new = NewPublication {
        reply: reply.map(|text| Reply {
            text: text.to_owned(),
            language: Locale::French,
        }),
        ..NewPublication::default()
    };
    let proof = staff.preview_publication(id, &new).await.unwrap().proof();
    let published = staff.publish_opinion(id, "Sam", new, &proof).await;
    published.unwrap().0.id
}

fn texts(page: &Page) -> Vec<String> {
    let mut texts = page.all(".quotation__text");
    texts.sort();
    texts
}

#[tokio::test]
async fn everybody_reads_the_texts_that_an_agent_published_and_no_other() {
    let town = Town::open().await;
    let reader = town.resident(Locale::French);
    let before = reader.open(&of_hall()).await;
    assert!(!before.has(".quotation__text"), "nothing is public yet");
    let heading = t_in!(Locale::French, "heard-opinions");
    assert!(!before.main().contains(&heading));

    let staff = town.office.staff();
    let thanks = wrote(&town, "Accueil parfait, rappelez-moi au 06 39 98 12 34").await;
    let hostile = wrote(&town, "</blockquote><script>alert(1)</script>").await;
    let withheld = wrote(&town, "Le voisin du numéro 3 gêne tout le monde").await;
    let regretted = wrote(&town, "La blonde du guichet est lente").await;
    wrote(&town, "Personne n’a encore lu ces mots").await;
    publish(&town, &thanks, Some(REPLY)).await;
    publish(&town, &hostile, None).await;
    let reason = "On reconnaît quelqu’un";
    staff
        .withhold_opinion(&withheld, "Sam", reason)
        .await
        .unwrap();
    let regretted = publish(&town, &regretted, None).await;
    town.wait(SignedDuration::from_mins(2));
    assert_eq!(texts(&reader.open(&of_hall()).await).len(), 3);
    staff.take_back(&regretted, "Sam", reason).await.unwrap();
    town.wait(SignedDuration::from_mins(2));

    let expected = [
        "</blockquote><script>alert(1)</script>",
        "Accueil parfait, rappelez-moi au […]",
    ];
    for locale in Locale::ALL {
        let reader = town.resident(locale);
        for path in [of_hall(), Path::Quality(None)] {
            let page = reader.open(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
            assert_eq!(texts(&page), expected);
            assert_eq!(page.all(".quotation__reply .quotation__words"), [REPLY]);
            let languages = page.attributes(".quotation__words", "lang");
            assert!(languages.iter().all(|it| it == "fr"), "{languages:?}");
            for word in [
                "06 39",
                "<script>alert",
                "voisin",
                "blonde",
                "encore lu",
                reason,
                "Sam",
                "2026-11-22",
                &thanks,
                &hostile,
                &withheld,
            ] {
                assert!(!page.body.contains(word), "{word} on {}", page.path);
            }
            let month = app::l10n::month_year(locale, jiff::civil::date(2026, 11, 1));
            let written = t_in!(locale, "heard-written", month = month);
            assert!(page.main().contains(&written), "{}", page.main());
        }
    }
    // Read, then not answered: what was read last is shown.
    town.back_office_goes_away();
    town.wait(SignedDuration::from_mins(5));
    assert_eq!(texts(&reader.open(&of_hall()).await), expected);
}

#[tokio::test]
async fn what_changed_leads_to_the_figure_that_it_moves() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let reader = town.resident(locale);
        let none = t_in!(locale, "quality-not-enough");
        let page = reader.open(&of_hall()).await;
        assert_eq!(page.all(".said-and-done__title").len(), 1);
        assert!(page.has(".said-and-done a[href='#mesure-pace']"));
        assert!(page.has("th #mesure-pace"), "the line that it leads to");
        assert!(page.all(".said-and-done__words").contains(&none));

        let whole = reader.open(&Path::Quality(None)).await;
        let days = whole.all(".said-and-done__title");
        let expected = [(2026, 11, 5), (2026, 10, 12), (2026, 9, 14)];
        let expected = expected
            .map(|(year, month, day)| app::l10n::date(locale, jiff::civil::date(year, month, day)));
        assert_eq!(days, expected, "the latest first");
        let of_hall = reader.at(&of_hall());
        for href in [
            format!("{of_hall}#mesure-pace"),
            "#mesure-reached_by_phone".to_owned(),
        ] {
            assert!(
                whole.has(&format!(".said-and-done a[href='{href}']")),
                "{href}"
            );
        }
        assert!(whole.has("th #mesure-reached_by_phone"));
    }
}

#[tokio::test]
async fn nothing_is_said_where_nothing_changed() {
    let town = Town::offering(|catalogue| catalogue.improvements.clear()).await;
    let reader = town.resident(Locale::French);
    let page = reader.open(&Path::Quality(None)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    let heading = t_in!(Locale::French, "heard-improvements");
    assert!(!page.main().contains(&heading) && !page.has(".said-and-done"));
}

#[tokio::test]
async fn a_page_holds_the_latest_texts_and_says_that_there_are_more() {
    let town = Town::open().await;
    for number in 0..8 {
        let text = format!("{number}{}", " Merci à vous.".repeat(65));
        let id = wrote(&town, &text).await;
        publish(&town, &id, None).await;
    }
    for locale in Locale::ALL {
        let page = town.resident(locale).open(&of_hall()).await;
        assert_eq!(page.all(".quotation__text").len(), 6);
        let latest = t_in!(locale, "heard-latest", count = 6);
        assert!(page.main().contains(&latest), "{}", page.main());
    }
}

/// Where the link of these words leads.
fn way(page: &Page, words: &str) -> Option<String> {
    let links = page.all("main a[href]").into_iter();
    let mut links = links.zip(page.attributes("main a[href]", "href"));
    links.find(|(said, _)| said == words).map(|(_, href)| href)
}

#[tokio::test]
async fn older_texts_come_page_after_page_each_once() {
    let town = Town::open().await;
    let mut expected = Vec::new();
    for n in 0..45 {
        let text = format!("Texte numéro {n}");
        let id = wrote(&town, &text).await;
        publish(&town, &id, None).await;
        expected.push(text);
    }
    // Heavy ones: their page holds fewer.
    for n in 0..3 {
        let text = format!("{n} {}", "très long ".repeat(95).trim_end());
        let id = wrote(&town, &text).await;
        publish(&town, &id, Some(&"merci ".repeat(600))).await;
        expected.push(text);
    }
    expected.sort();
    for locale in Locale::ALL {
        let reader = town.resident(locale);
        for path in [of_hall(), Path::Quality(None)] {
            let mut page = reader.open(&path).await;
            let (newest, mut read, mut pages) = (texts(&page), Vec::new(), 0);
            loop {
                pages += 1;
                assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
                read.extend(texts(&page));
                let back = way(&page, &t_in!(locale, "heard-newest"));
                assert_eq!(back.is_some(), pages > 1);
                let Some(older) = way(&page, &t_in!(locale, "heard-older")) else {
                    break;
                };
                assert!(older.ends_with("#textes"), "{older}");
                page = reader.get(older.trim_end_matches("#textes")).await;
            }
            assert!(pages >= 4, "{pages}");
            read.sort();
            assert_eq!(read, expected);
            let back = way(&page, &t_in!(locale, "heard-newest")).unwrap();
            let page = reader.get(back.trim_end_matches("#textes")).await;
            assert_eq!(texts(&page), newest);
        }
    }
    let reader = town.resident(Locale::French);
    let path = format!("{}?apres=", of_hall().in_locale(Locale::French));
    let nonsense = reader.get(&format!("{path}n%C3%A9ant")).await;
    assert_eq!(nonsense.status, StatusCode::NOT_FOUND);
    let page = reader.open(&of_hall()).await;
    let older = way(&page, &t_in!(Locale::French, "heard-older")).unwrap();
    town.back_office_goes_away();
    let away = reader.get(older.trim_end_matches("#textes")).await;
    assert_eq!(away.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(texts(&reader.open(&of_hall()).await), texts(&page));
}

//! Three ways to write, by plain forms: a page that is not clear is said so in one press, a complaint takes along what its
//! author wishes, and words of danger lead first to those who help.

use std::sync::Arc;

use app::{paths::Path, t_in};
use domain::{distress::Danger, locale::Locale, quality::Measure};
use http::StatusCode;

use super::{
    opinions::counted,
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::{SENT, identifier},
    support::{Filler, Page, Resident, Town},
};

const COMPLAINT: &str = "faire-une-reclamation";
const QUESTION: &str = "poser-une-question";
const STREET: &str = "signaler-un-probleme";
const GAS: &str = "Forte odeur de gaz devant le portail";

async fn says(resident: &Resident, path: &Path, value: &str) -> Page {
    let page = resident.open(path).await;
    resident
        .go_on(&page.form(".page-clear").with("clear", value))
        .await
}

#[tokio::test]
async fn a_page_is_said_to_be_clear_or_not_in_one_press() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let thanks = says(&resident, &Path::Help, "yes").await;
        assert_eq!(thanks.path, Path::OpinionThanks.in_locale(locale));
        let more = says(&resident, &Path::Procedure(SENT.to_owned()), "no").await;
        assert!(more.questions().contains("comment"), "{}", more.errors());
        let about = Path::Procedure(SENT.to_owned()).in_locale(locale);
        assert!(more.has(&format!("main a[href='{about}']")), "which page");
        let form = more
            .form("#step-form")
            .with("comment", "Rien sur les horaires");
        let thanks = resident.go_on(&form).await;
        assert_eq!(thanks.path, Path::OpinionThanks.in_locale(locale));
        town.worker.deliver_opinions().await.unwrap();
        assert_eq!(counted(&town, Measure::PageClear).await, 2);
    }
}

#[tokio::test]
async fn nobody_is_asked_about_a_page_in_the_middle_of_a_task_nor_about_one_that_is_not_there() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let asked = |page: &Page| page.has(".page-clear");
    let step = resident.begin(QUESTION).await;
    assert!(!asked(&step), "a form");
    let unknown = resident.open(&Path::Procedure("nowhere".to_owned())).await;
    assert!(!asked(&unknown), "an error");
    assert!(!asked(&resident.open(&Path::OpinionThanks).await));
    let place = resident.open(&Path::Place("mairie".to_owned())).await;
    assert!(asked(&place));
    for name in ["nowhere", "demarche-nowhere", "lieu-", "suivi"] {
        let path = Path::OpinionOfPage(name.to_owned());
        assert_eq!(resident.open(&path).await.status, StatusCode::NOT_FOUND);
        let mut form = place.form(".page-clear").with("clear", "no");
        form.action = path.in_locale(Locale::French);
        assert_eq!(resident.submit(&form).await.status, StatusCode::NOT_FOUND);
    }
}

fn tells_who_helps(page: &Page, locale: Locale, danger: Danger, number: &str) {
    let words = t_in!(locale, "danger-title");
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{danger:?}");
    assert!(page.errors().contains(&words), "{}", page.errors());
    assert!(page.has(&format!("#error-summary a[href='tel:{number}']")));
    assert!(page.has("#error-summary a[href='tel:112']"));
    assert!(page.has("#error-summary a[href='sms:114']"));
    // Nothing is wrong with what was typed.
    let error = t_in!(locale, "title-error", title = "");
    assert!(
        !page.one("title").starts_with(error.trim()),
        "{}",
        page.one("title")
    );
}

#[tokio::test]
async fn words_of_danger_lead_first_to_those_who_help_and_nothing_typed_is_lost() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        // In a form.
        let question = resident.begin(QUESTION).await;
        let form = question.form("#step-form").with("question", GAS);
        let told = resident.submit(&form).await;
        tells_who_helps(&told, locale, Danger::Accident, "18");
        assert_eq!(told.typed("question"), [GAS]);
        let on = resident.go_on(&told.form("#step-form")).await;
        assert!(on.questions().contains("email"), "{}", on.errors());
        // It was told once; another danger is told.
        let back = resident.get(&question.path).await;
        let form = back
            .form("#step-form")
            .with("question", "Mon mari me frappe");
        let told = resident.submit(&form).await;
        tells_who_helps(&told, locale, Danger::Violence, "3919");

        // In an opinion, before anything is said of personal data.
        let page = resident.open(&Path::OpinionOfPage("aide".to_owned())).await;
        let more = resident
            .go_on(&page.form("#step-form").with("clear", "no"))
            .await;
        let text = "J’ai envie de mourir, appelez le 06 39 98 12 34";
        let form = more.form("#step-form").with("comment", text);
        let told = resident.submit(&form).await;
        tells_who_helps(&told, locale, Danger::Life, "3114");
        let personal = resident.submit(&told.form("#step-form")).await;
        let words = t_in!(locale, "problem-personal-data-title");
        assert!(personal.errors().contains(&words), "{}", personal.errors());
        let thanks = resident
            .go_on(&personal.form("#step-form").press("sure"))
            .await;
        assert_eq!(thanks.path, Path::OpinionThanks.in_locale(locale));

        // In a message about a request.
        let receipt = resident
            .request_of(town.procedure(SENT), &Filler::choosing(&[]))
            .await;
        town.worker.deliver().await.unwrap();
        let thread = Path::Messages(identifier(&receipt));
        let form = resident.open(&thread).await.form("#step-form");
        let form = form.with("text", "Ce soir je dors dehors").press("send");
        let told = resident.submit(&form).await;
        tells_who_helps(&told, locale, Danger::Homeless, "115");
        let sent = resident.go_on(&told.form("#step-form").press("send")).await;
        assert!(sent.main().contains("je dors dehors"), "{}", sent.main());
    }
}

#[tokio::test]
async fn a_complaint_about_a_request_takes_along_what_its_author_wishes_and_is_followed_by_its_own_code()
 {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let receipt = resident
            .request_of(town.procedure(SENT), &Filler::choosing(&[]))
            .await;
        town.worker.deliver().await.unwrap();
        let request = identifier(&receipt);
        let path = Path::Complain(request.clone());
        let page = resident.open(&Path::Request(request.clone())).await;
        let link = format!("main a[href='{}']", path.in_locale(locale));
        assert!(page.has(&link), "{}", page.main());

        let before = resident.open(&path).await;
        assert_eq!(before.one("h1"), t_in!(locale, "complain-heading"));
        let alone = resident
            .go_on(&before.form("#step-form").press("alone"))
            .await;
        assert_eq!(
            alone.typed("request_number"),
            [""],
            "nothing without consent"
        );

        let before = resident.open(&path).await;
        let form = before.form("#step-form").press("carry");
        let facts = resident.go_on(&form).await;
        let number = facts.typed("request_number");
        let told = resident.open(&Path::Request(request.clone())).await;
        assert!(told.main().contains(&number[0]), "{number:?}");
        assert!(!number[0].is_empty());
        // Pressed twice, it is one complaint.
        assert_eq!(resident.go_on(&form).await.path, facts.path);
        let form = facts
            .form("#step-form")
            .with("about", "delay")
            .with("facts", "Aucune nouvelle depuis trois mois");
        let reach = resident.go_on(&form).await;
        assert_eq!(reach.typed("email"), [BY_MAIL[1].1]);

        let form = reach.form("#step-form").with("name", "Rosalie Tilleul");
        let review = resident.go_on(&form).await;
        let receipt = resident.go_on(&review.form("#send-form")).await;
        let code = receipt.one(".tracking-code");
        town.worker.deliver().await.unwrap();
        let phone = town.resident(locale);
        let opened = phone.follow(&follow(&phone, &code, &BY_MAIL).await).await;
        assert_eq!(opened.one("h1"), t_in!(locale, "status-submitted"));
        assert!(opened.main().contains(&number[0]), "which request");
        // A complaint is not complained about, but answered.
        let again = Path::Complain(identifier(&receipt));
        assert_eq!(phone.open(&again).await.status, StatusCode::NOT_FOUND);

        let other = town.resident(locale);
        assert_eq!(other.open(&path).await.status, StatusCode::NOT_FOUND);
        let stolen = other
            .submit(&before.form("#step-form").press("carry"))
            .await;
        assert_eq!(stolen.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_three_ways_to_write_are_told_apart_with_help_first() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let home = resident.open(&Path::Home).await;
        let write = Path::Write.in_locale(locale);
        assert!(home.has(&format!("footer a[href='{write}']")));
        let page = resident.open(&Path::Write).await;
        let headings = [
            t_in!(locale, "write-danger"),
            t_in!(locale, "write-question"),
            t_in!(locale, "write-complaint"),
            t_in!(locale, "write-opinion"),
        ];
        assert_eq!(page.all("main h2")[..4], headings);
        for to in [
            Path::Procedure(QUESTION.to_owned()),
            Path::Procedure(COMPLAINT.to_owned()),
        ] {
            let href = to.in_locale(locale);
            assert!(page.has(&format!("main a[href='{href}']")), "{href}");
        }
        let place = Path::OpinionOfPlace("mairie".to_owned()).in_locale(locale);
        assert!(page.has(&format!("main a[href^='{place}']")));
        let street = resident.open(&Path::Procedure(STREET.to_owned())).await;
        assert!(street.main().contains("112"));
    }
}

#[tokio::test]
async fn an_authority_may_ask_on_the_site_of_the_state_instead() {
    const ELSEWHERE: &str = "https://jedonnemonavis.numerique.gouv.fr/Demarches/1?button=2";
    let town = Town::offering(|catalogue| {
        let mut procedures = catalogue.procedures.iter_mut();
        let sent = procedures.find(|it| it.id == SENT).unwrap();
        Arc::make_mut(sent).opinion_url = Some(ELSEWHERE.to_owned());
    })
    .await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let receipt = resident
            .request_of(town.procedure(SENT), &Filler::choosing(&[]))
            .await;
        assert!(receipt.has(&format!("main a[href='{ELSEWHERE}']")));
        assert!(!receipt.has("main a[href*='/votre-avis/']"), "asked once");
        let words = t_in!(locale, "opinion-elsewhere-link");
        assert!(receipt.main().contains(&words), "{}", receipt.main());
    }
}

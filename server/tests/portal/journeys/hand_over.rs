//! Going on elsewhere: a code given here and taken up there, in every language; and what a code does not give.

use app::{
    paths::{Carried, Path},
    t_in,
};
use axum::body::Body;
use domain::locale::Locale;
use http::{StatusCode, header};
use jiff::SignedDuration;

use crate::{
    routes::{
        addresses::{DRAFT, SENT, identifier},
        errors::plain,
        safety,
    },
    support::{Filler, Form, Page, Resident, Town},
};

/// A request that the service has, of someone new.
async fn sent(town: &Town, locale: Locale) -> (Resident, String) {
    let resident = town.resident(locale);
    let filler = Filler::choosing(&[]);
    let receipt = resident.request_of(town.procedure(SENT), &filler).await;
    town.worker.deliver().await.unwrap();
    let request = identifier(&receipt);
    (resident, request)
}

/// The form that gives a code, filled in.
async fn form(giver: &Resident, carried: &Carried, choices: &[(&str, &str)]) -> Form {
    let page = giver.open(&Path::HandOver(carried.clone())).await;
    let form = page.form("#step-form");
    choices
        .iter()
        .fold(form, |form, (name, value)| form.with(name, value))
}

const LOOK: [(&str, &str); 3] = [("purpose", "helper"), ("scope", "read"), ("life", "hour")];
const ACT: [(&str, &str); 3] = [("purpose", "counter"), ("scope", "act"), ("life", "week")];
const GO_ON: [(&str, &str); 2] = [("purpose", "counter"), ("life", "day")];

/// Gives a code; its page.
async fn give(giver: &Resident, carried: &Carried, choices: &[(&str, &str)]) -> Page {
    let page = giver.go_on(&form(giver, carried, choices).await).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    page
}

fn code_of(page: &Page) -> String {
    page.one(".hand-over-code__whole")
}

async fn take_up(someone: &Resident, code: &str) -> Page {
    let page = someone.open(&Path::TakeUp).await;
    someone
        .submit(&page.form("#step-form").with("code", code))
        .await
}

#[tokio::test]
async fn a_request_is_handed_over_used_told_and_taken_back() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let (giver, request) = sent(&town, locale).await;
        let carried = Carried::Request(request.clone());
        let page = giver.open(&Path::Request(request.clone())).await;
        let link = giver.at(&Path::HandOver(carried.clone()));
        assert!(page.has(&format!("main a[href='{link}']")));

        let shown = give(&giver, &carried, &ACT).await;
        safety::check(&shown, locale);
        let code = code_of(&shown);
        assert_eq!(code.len(), 20);
        assert_eq!(shown.all(".hand-over-code__words li").len(), 3);
        let label = t_in!(locale, "hand-over-code-qr");
        assert_eq!(shown.attributes("svg.qr-code", "aria-label"), [label]);
        assert!(!shown.path.contains(&code), "no address holds a code");

        let helper = town.resident(locale);
        let taken = take_up(&helper, &code.to_uppercase().replace('-', " ")).await;
        assert!(!taken.headers.contains_key(header::LOCATION) || !taken.location().contains(&code));
        let page = helper.follow(&taken).await;
        assert_eq!(page.path, helper.at(&Path::Request(request.clone())));
        safety::check(&page, locale);
        assert!(page.main().contains(&t_in!(locale, "guest-title")));
        assert!(!page.main().contains(&t_in!(locale, "receipt-code-title")));

        let page = giver.open(&Path::Request(request.clone())).await;
        let alive = plain(&t_in!(locale, "hand-over-alive", count = 1));
        let used = plain(&t_in!(locale, "hand-over-uses", count = 1));
        assert!(app::l10n::plain(&page.main()).contains(&format!("{alive} {used}")));
        let list = giver.open(&Path::HandOver(carried.clone())).await;
        assert!(list.main().contains(&t_in!(locale, "device-unknown")));
        let revoked = giver.go_on(&list.form(".hand-overs form")).await;
        assert!(
            revoked
                .main()
                .contains(&t_in!(locale, "hand-over-revoked-title"))
        );
        assert!(!revoked.has(".hand-overs form"), "nothing left to revoke");
        let closed = helper.open(&Path::Request(request.clone())).await;
        assert_eq!(closed.status, StatusCode::NOT_FOUND);
        let over = giver.get(&shown.path).await;
        assert!(over.main().contains(&t_in!(locale, "hand-over-over-title")));
        assert!(!over.body.contains(&code));
    }
}

#[tokio::test]
async fn a_draft_goes_on_in_a_second_browser_and_is_sent_there() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let giver = town.resident(locale);
        let filler = Filler::choosing(&[]).listing(1);
        let review = giver
            .fill_in(town.procedure(DRAFT), &filler, &mut |_| {})
            .await;
        let draft = identifier(&review);
        let carried = Carried::Draft(draft.clone());
        let link = giver.at(&Path::HandOver(carried.clone()));
        assert!(review.has(&format!("main a[href='{link}']")));
        let code = code_of(&give(&giver, &carried, &GO_ON).await);

        let mediator = town.resident(locale);
        let page = mediator.follow(&take_up(&mediator, &code).await).await;
        assert_eq!(page.path, mediator.at(&Path::Review(draft.clone())));
        assert!(page.main().contains(&t_in!(locale, "guest-title")));
        assert!(!page.has("main a[href$='/effacer']") && !page.has("main a[href$='/transmettre']"));
        for path in [Path::Erase(draft.clone()), Path::HandOver(carried.clone())] {
            let refused = mediator.open(&path).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path:?}");
            let post = mediator.post(&mediator.at(&path));
            let post = post.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            let refused = mediator.send(post.body(Body::empty()).unwrap()).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path:?}");
        }
        let home = mediator.open(&Path::Home).await;
        assert!(home.main().contains(&t_in!(locale, "home-draft-shared")));

        let receipt = mediator.go_on(&page.form("#send-form")).await;
        assert_eq!(receipt.one("h1"), t_in!(locale, "receipt-heading"));
        assert!(!receipt.has(".tracking-code"));
        assert!(
            receipt
                .main()
                .contains(&t_in!(locale, "receipt-code-guest"))
        );
        let already = giver.get(&review.path).await;
        let receipt = giver.go_on(&already.form("main form")).await;
        assert!(
            receipt.has(".tracking-code"),
            "whose request it is has its code"
        );
    }
}

#[tokio::test]
async fn a_guest_says_that_they_have_finished() {
    let town = Town::open().await;
    let locale = Locale::French;
    let (giver, request) = sent(&town, locale).await;
    let code = code_of(&give(&giver, &Carried::Request(request), &LOOK).await);
    let helper = town.resident(locale);
    let page = helper.follow(&take_up(&helper, &code).await).await;
    let done = t_in!(locale, "guest-done");
    let finish = helper.at(&Path::Finish);
    assert!(page.has(&format!("main a[href='{finish}']")));
    let form = helper.get(&finish).await.form("#step-form");
    helper.go_on(&form).await;
    assert_eq!(helper.get(&page.path).await.status, StatusCode::NOT_FOUND);

    let giver = town.resident(locale);
    let draft = identifier(&giver.begin(SENT).await);
    let code = code_of(&give(&giver, &Carried::Draft(draft), &GO_ON).await);
    let page = helper.follow(&take_up(&helper, &code).await).await;
    let form = page.form(&format!("form[aria-label='{done}']"));
    helper.go_on(&form).await;
    assert_eq!(helper.get(&page.path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_a_guest_may_not_do_is_not_shown_to_them() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let (giver, request) = sent(&town, locale).await;
        let carried = Carried::Request(request.clone());
        for (choices, acts) in [(LOOK, false), (ACT, true)] {
            let code = code_of(&give(&giver, &carried, &choices).await);
            let guest = town.resident(locale);
            guest.follow(&take_up(&guest, &code).await).await;
            for path in [
                Path::Request(request.clone()),
                Path::Messages(request.clone()),
                Path::Documents(request.clone()),
                Path::Receipt(request.clone()),
            ] {
                let page = guest.open(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path:?}");
                safety::check(&page, locale);
                assert!(page.main().contains(&t_in!(locale, "guest-title")));
                let forms = page.attributes("main form", "action");
                let finish = guest.at(&Path::Finish);
                assert!(page.has(&format!("main a[href='{finish}']")), "{path:?}");
                assert!(acts || forms.is_empty(), "{path:?}: {forms:?}");
                for gone in ["/retrait", "/copie", "/transmettre", "/avis"] {
                    let found = page.has(&format!("main [href*='{gone}']"))
                        || forms.iter().any(|form| form.contains(gone));
                    assert!(!found, "{path:?} shows {gone}");
                }
            }
        }
    }
}

#[tokio::test]
async fn codes_that_open_nothing_get_one_answer_and_slips_are_told() {
    let town = Town::open().await;
    let locale = Locale::French;
    let (giver, request) = sent(&town, locale).await;
    let carried = Carried::Request(request);
    let revoked = code_of(&give(&giver, &carried, &ACT).await);
    let list = giver.open(&Path::HandOver(carried.clone())).await;
    giver.go_on(&list.form(".hand-overs form")).await;
    let over = code_of(&give(&giver, &carried, &LOOK).await);
    town.wait(SignedDuration::from_hours(1));
    let unknown = "bababa-bababa-bababa";
    let mut answers = Vec::new();
    for code in [&*revoked, &*over, unknown] {
        let page = take_up(&town.resident(locale), code).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.errors()
                .contains(&t_in!(locale, "problem-no-code-title"))
        );
        assert!(
            page.headers.get(header::SET_COOKIE).is_none(),
            "nobody is known for a wrong try"
        );
        answers.push(page.without_incident().replace(code, "CODE"));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    for (slip, words) in [
        (
            "bakoti-morafi-lidaj",
            t_in!(locale, "fault-code-short", example = "bakoti-morafi-lidaja"),
        ),
        (
            "bakoti-morafi-lidajaja",
            t_in!(locale, "fault-code-long", example = "bakoti-morafi-lidaja"),
        ),
        (
            "bakoti-morafi-lidajo",
            t_in!(locale, "fault-code-wrong", example = "bakoti-morafi-lidaja"),
        ),
    ] {
        let page = take_up(&town.resident(locale), slip).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.main().contains(&words), "{slip}: {}", page.errors());
        assert_eq!(page.typed("code"), [slip], "what was typed stays");
    }
}

#[tokio::test]
async fn whoever_guesses_is_told_to_wait_and_keeps_what_they_typed() {
    let town = Town::open().await;
    let guesser = town.resident(Locale::French);
    for _ in 0..20 {
        let page = take_up(&guesser, "bababa-bababa-bababa").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        town.wait(SignedDuration::from_secs(5));
    }
    let page = take_up(&guesser, "bababa-bababa-bababa").await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!page.header(header::RETRY_AFTER).is_empty());
    assert_eq!(page.typed("code"), ["bababa-bababa-bababa"]);
}

#[tokio::test]
async fn a_form_without_an_answer_says_which_and_gives_no_code() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let (giver, request) = sent(&town, locale).await;
        let carried = Carried::Request(request);
        let form = form(&giver, &carried, &[("purpose", "device")]).await;
        let page = giver.submit(&form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        safety::check(&page, locale);
        assert_eq!(page.all("#error-summary a").len(), 2);
        assert!(page.main().contains(&t_in!(locale, "hand-over-none")));
        let more = form.with("scope", "read").with("life", "day");
        for _ in 0..2 {
            giver.go_on(&more).await;
        }
        let list = giver.open(&Path::HandOver(carried)).await;
        assert_eq!(list.all(".hand-overs__code").len(), 1, "pressed twice");
    }
}

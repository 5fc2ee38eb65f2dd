//! Who may open and send what: every page and form that the router knows, for everyone who may come by. Files of the
//! site are for all, and webhooks are signed: they have tests of their own.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use domain::locale::Locale;
use http::{Method, StatusCode, header};
use jiff::SignedDuration;

use super::errors::alike;
use crate::support::Page;

mod cast;

use cast::{Scene, Who};

/// What one needs for something at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// The draft: one's own, or by its code.
    Draft,
    /// The draft, as the one who began it.
    OwnDraft,
    /// A request, to read it.
    Reading,
    /// A request, to act for whose it is.
    Acting,
    /// A request, as whose it is.
    Whole,
    /// It has no page: it only takes posts; or no form: it is only read.
    Absent,
    /// A download: no post is looked at.
    NoPost,
    /// A message that was sent to the holder: what one did here opens nothing.
    Message,
}

use Needs::{Absent, Acting, Draft, Message, NoPost, Nothing, OwnDraft, Reading, Whole};

/// Each address, what reading it needs, what a post to it needs. Posts are sent in this order: what ends a draft or
/// an access comes last.
const MATRIX: [(&str, Needs, Needs); 72] = [
    ("/", Nothing, Absent),
    ("/{lang}", Nothing, Absent),
    ("/{lang}/demarches", Nothing, Absent),
    ("/{lang}/demarches/{procedure}", Nothing, Nothing),
    ("/{lang}/themes", Nothing, Absent),
    ("/{lang}/rendez-vous", Nothing, Absent),
    ("/{lang}/rendez-vous/{kind}", Nothing, Absent),
    ("/{lang}/rendez-vous/{kind}/horaires", Nothing, Nothing),
    ("/{lang}/rendez-vous/{kind}/attente", Nothing, Nothing),
    ("/{lang}/rappel/{word}", Message, Message),
    ("/{lang}/rappel/{word}/nouvelles", Message, NoPost),
    ("/{lang}/attente/{word}", Message, Message),
    ("/{lang}/aide", Nothing, Absent),
    ("/{lang}/nous-ecrire", Nothing, Absent),
    ("/{lang}/lieux/{place}", Nothing, Absent),
    ("/{lang}/lieux/{place}/votre-avis", Nothing, Nothing),
    ("/{lang}/lieux/{place}/affiche", Nothing, Absent),
    ("/{lang}/pages/{page}/votre-avis", Nothing, Nothing),
    ("/{lang}/votre-avis", Nothing, Absent),
    ("/{lang}/votre-avis/{word}", Message, Message),
    ("/{lang}/votre-avis/{word}/{step}", Message, Message),
    ("/{lang}/qualite", Nothing, Absent),
    ("/{lang}/qualite/donnees.csv", Nothing, NoPost),
    ("/{lang}/qualite/donnees.json", Nothing, NoPost),
    ("/{lang}/qualite/{about}/{id}", Nothing, Absent),
    ("/{lang}/qualite/{about}/{id}/donnees.csv", Nothing, NoPost),
    ("/{lang}/qualite/{about}/{id}/donnees.json", Nothing, NoPost),
    ("/{lang}/accessibilite", Nothing, Absent),
    ("/{lang}/donnees-personnelles", Nothing, Absent),
    ("/{lang}/mentions-legales", Nothing, Absent),
    ("/{lang}/plan-du-site", Nothing, Absent),
    ("/{lang}/suivi", Nothing, Nothing),
    ("/{lang}/reprendre", Nothing, Nothing),
    ("/{lang}/termine", Nothing, Absent),
    ("/{lang}/brouillons/{draft}/etapes/{step}", Draft, Draft),
    (
        "/{lang}/brouillons/{draft}/etapes/{step}/{item}",
        Draft,
        Draft,
    ),
    ("/{lang}/brouillons/{draft}/fichiers/{file}", Draft, NoPost),
    ("/{lang}/brouillons/{draft}/horaires", Draft, Draft),
    ("/{lang}/brouillons/{draft}/prolongation", Absent, Draft),
    ("/{lang}/brouillons/{draft}/transmettre", OwnDraft, OwnDraft),
    (
        "/{lang}/brouillons/{draft}/transmettre/{code}",
        OwnDraft,
        OwnDraft,
    ),
    ("/{lang}/demandes/{request}", Reading, Absent),
    ("/{lang}/demandes/{request}/recepisse", Reading, Absent),
    ("/{lang}/demandes/{request}/dossier", Reading, Absent),
    ("/{lang}/demandes/{request}/dossier.pdf", Reading, NoPost),
    ("/{lang}/demandes/{request}/dossier.json", Reading, NoPost),
    (
        "/{lang}/demandes/{request}/documents/{document}",
        Reading,
        NoPost,
    ),
    ("/{lang}/demandes/{request}/evenements", Reading, NoPost),
    (
        "/{lang}/demandes/{request}/rendez-vous.ics",
        Reading,
        NoPost,
    ),
    ("/{lang}/demandes/{request}/horaires", Acting, Acting),
    ("/{lang}/demandes/{request}/personnes", Acting, Acting),
    (
        "/{lang}/demandes/{request}/personnes/horaires",
        Acting,
        Acting,
    ),
    ("/{lang}/demandes/{request}/retard", Absent, Acting),
    ("/{lang}/demandes/{request}/tour", Reading, Acting),
    ("/{lang}/demandes/{request}/tour/nouvelles", Reading, NoPost),
    ("/{lang}/demandes/{request}/acces", Reading, Reading),
    ("/{lang}/demandes/{request}/messages", Reading, Acting),
    ("/{lang}/demandes/{request}/documents", Reading, Acting),
    ("/{lang}/demandes/{request}/delai", Absent, Acting),
    ("/{lang}/demandes/{request}/relance", Absent, Acting),
    ("/{lang}/demandes/{request}/correction", Absent, Acting),
    ("/{lang}/demandes/{request}/copie", Absent, Whole),
    ("/{lang}/demandes/{request}/avis", Whole, Whole),
    ("/{lang}/demandes/{request}/transmettre", Whole, Whole),
    (
        "/{lang}/demandes/{request}/transmettre/{code}",
        Whole,
        Whole,
    ),
    (
        "/{lang}/demandes/{request}/votre-avis/{moment}",
        Whole,
        Whole,
    ),
    ("/{lang}/demandes/{request}/retrait", Whole, Whole),
    ("/{lang}/demandes/{request}/reclamation", Whole, Whole),
    ("/{lang}/brouillons/{draft}/verification", Draft, Draft),
    (
        // Leads home, whoever one is.
        "/{lang}/brouillons/{draft}/fin",
        Absent,
        Nothing,
    ),
    ("/{lang}/brouillons/{draft}/effacer", OwnDraft, OwnDraft),
    ("/{lang}/terminer", Nothing, Nothing),
];

/// Every address of the router: those that do something and those that show a page.
fn addresses() -> BTreeSet<String> {
    let pages = leptos_axum::generate_route_list(app::routes::Pages);
    let pages = pages.iter().map(|page| page.path().to_owned());
    let acts = server::http::routes();
    let acts = acts.iter().map(|(address, _)| (*address).to_owned());
    pages.chain(acts).collect()
}

#[test]
fn every_address_of_the_router_says_who_may_use_it() {
    let told: BTreeSet<String> = MATRIX
        .iter()
        .map(|(address, ..)| (*address).to_owned())
        .collect();
    assert_eq!(told.len(), MATRIX.len(), "each address once");
    assert_eq!(addresses(), told);
}

/// What someone must get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// The page, a redirection to it, or the page again with what is wrong in the form.
    Given,
    /// An unknown page.
    Unknown,
    /// What was theirs ended.
    Gone,
    /// They may read it, and nothing can be sent there.
    OnlyRead,
}

fn answer(who: Who, needs: Needs) -> Answer {
    let gets = |has: bool| if has { Answer::Given } else { Answer::Unknown };
    match needs {
        Nothing => Answer::Given,
        Absent | NoPost | Message => Answer::Unknown,
        Draft | OwnDraft if who == Who::Over => Answer::Gone,
        Draft => gets(matches!(who, Who::Holder | Who::Reader | Who::Actor)),
        OwnDraft | Whole => gets(who == Who::Holder),
        Reading => gets(matches!(who, Who::Holder | Who::Reader | Who::Actor)),
        Acting => gets(matches!(who, Who::Holder | Who::Actor)),
    }
}

/// What a post must get: an address that takes none says so to those who may read it.
fn answer_to_post(who: Who, read: Needs, post: Needs) -> Answer {
    match (post, answer(who, read)) {
        (Absent, Answer::Given) => Answer::OnlyRead,
        (Absent, other) => other,
        (NoPost, _) => Answer::OnlyRead,
        _ => answer(who, post),
    }
}

/// Whether an answer is the one expected; an unknown page is told by nothing from one of what does not exist.
fn is(page: &Page, expected: Answer, unknown: Option<&Page>) -> bool {
    let got = page.status;
    match expected {
        Answer::Given => {
            let given = [
                StatusCode::OK,
                StatusCode::SEE_OTHER,
                StatusCode::FOUND,
                StatusCode::UNPROCESSABLE_ENTITY,
                StatusCode::CONFLICT,
            ];
            let asks_for_a_code = got.is_redirection() && page.location().contains("/suivi");
            given.contains(&got) && !asks_for_a_code
        }
        Answer::OnlyRead => got == StatusCode::METHOD_NOT_ALLOWED,
        Answer::Gone => got == StatusCode::GONE,
        Answer::Unknown => {
            got == StatusCode::NOT_FOUND && unknown.is_none_or(|unknown| alike(page, unknown))
        }
    }
}

async fn ask(scene: &Scene, method: &Method, address: &str) -> Page {
    let request = if method == Method::POST {
        let kind = "application/x-www-form-urlencoded";
        scene
            .person
            .post(address)
            .header(header::CONTENT_TYPE, kind)
    } else {
        scene.person.request(method.clone(), address)
    };
    let request = request.body(Body::empty()).unwrap();
    scene.person.send(request).await
}

/// Everyone at every address, by both methods; what is refused looks like what does not exist, and does nothing.
#[tokio::test]
async fn everyone_gets_what_is_theirs_and_nothing_else() {
    let (mut counts, mut wrong) = (BTreeMap::new(), Vec::new());
    for who in Who::ALL {
        let scene = Scene::set(who, Locale::French).await;
        let before = scene.happened().await;
        for method in [Method::GET, Method::POST] {
            for (rank, (pattern, read, post)) in MATRIX.into_iter().enumerate() {
                // The key that forms about a request bring: it tells one press from another.
                let key = format!("?cle=AAAAAAAAAAAAAAAAAAA{rank:02}A");
                let address = scene.address(pattern) + &key;
                let place = format!("{who:?} {method} {pattern}");
                let expected = if method == Method::GET {
                    answer(who, read)
                } else {
                    answer_to_post(who, read, post)
                };
                let unknown = match scene.unknown(pattern) {
                    Some(unknown) if expected == Answer::Unknown => {
                        Some(ask(&scene, &method, &(unknown + &key)).await)
                    }
                    _ => None,
                };
                let page = ask(&scene, &method, &address).await;
                if !is(&page, expected, unknown.as_ref()) {
                    wrong.push(format!("{place}: {} and not {expected:?}", page.status));
                }
                *counts.entry(format!("{expected:?}")).or_insert(0) += 1;
                scene.town.wait(SignedDuration::from_secs(2));
            }
        }
        if answer(who, Acting) == Answer::Unknown {
            assert_eq!(scene.happened().await, before, "{who:?} changed something");
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let all: usize = counts.values().sum();
    assert_eq!(all, 2 * Who::ALL.len() * MATRIX.len());
    assert!(counts.values().all(|count| *count > 10), "{counts:?}");
}

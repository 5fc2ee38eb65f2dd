//! Every page of the portal for someone who has a draft and a request: the list that the other tests walk.

use app::paths::{Carried, ItemPath, Path};
use domain::{
    locale::Locale,
    survey::{Moment, Subject},
};

use crate::support::{Filler, Page, Resident, Town};

/// Someone with a complete draft and a request just sent, and the address of every page that they can open.
pub(crate) struct Visit {
    pub(crate) resident: Resident,
    pub(crate) draft: String,
    pub(crate) request: String,
    pub(crate) pages: Vec<String>,
}

/// The procedure of the draft: a list, files, questions that bring others.
pub(crate) const DRAFT: &str = "inscription-scolaire";
/// The procedure of the request.
pub(crate) const SENT: &str = "acte-de-naissance";

/// Identifier in an address: `/fr/brouillons/IDENTIFIER/…`, `/fr/demandes/IDENTIFIER/…`.
pub(crate) fn identifier(page: &Page) -> String {
    page.path.split('/').nth(3).unwrap().to_owned()
}

/// Prepares a visit in a language.
pub(crate) async fn visit(town: &Town, locale: Locale) -> Visit {
    let resident = town.resident(locale);
    let filler = Filler::choosing(&[]).listing(2);
    let receipt = resident.request_of(town.procedure(SENT), &filler).await;
    let review = resident
        .fill_in(town.procedure(DRAFT), &filler, &mut |_| {})
        .await;
    let (draft, request) = (identifier(&review), identifier(&receipt));
    let mut paths = vec![
        Path::Home,
        Path::Procedures,
        Path::Themes,
        Path::Follow,
        Path::TakeUp,
        Path::Help,
        Path::Place("mairie".to_owned()),
        Path::OpinionOfPlace("mairie".to_owned()),
        Path::OpinionOfPage("aide".to_owned()),
        Path::Poster("mairie".to_owned()),
        Path::OpinionThanks,
        Path::Quality(None),
        Path::Quality(Some(Subject::Place("mairie".to_owned()))),
        Path::Quality(Some(Subject::Procedure(SENT.to_owned()))),
        Path::Wait("piece-identite".to_owned()),
        Path::Write,
        Path::Accessibility,
        Path::Privacy,
        Path::Legal,
        Path::SiteMap,
        Path::Finish,
        Path::Finished,
        Path::Review(draft.clone()),
        Path::Erase(draft.clone()),
        Path::Receipt(request.clone()),
        Path::Complain(request.clone()),
        Path::Opinion {
            request: request.clone(),
            moment: Moment::Procedure,
        },
        Path::Request(request.clone()),
        Path::Messages(request.clone()),
        Path::Record(request.clone()),
        Path::Withdraw(request.clone()),
        Path::Documents(request.clone()),
        Path::HandOver(Carried::Request(request.clone())),
        Path::HandOver(Carried::Draft(draft.clone())),
    ];
    paths.extend(
        town.catalogue
            .procedures
            .iter()
            .map(|procedure| Path::Procedure(procedure.id.clone())),
    );
    for step in &town.procedure(DRAFT).steps {
        let (draft, id) = (draft.clone(), step.id.clone());
        paths.push(Path::Step {
            draft: draft.clone(),
            step: id.clone(),
        });
        if step.repeat.is_some() {
            for item in [ItemPath::New, ItemPath::Existing(1), ItemPath::Existing(2)] {
                paths.push(Path::Item {
                    draft: draft.clone(),
                    step: id.clone(),
                    item,
                });
            }
        }
    }
    let pages = paths.iter().map(|path| path.in_locale(locale)).collect();
    Visit {
        resident,
        draft,
        request,
        pages,
    }
}

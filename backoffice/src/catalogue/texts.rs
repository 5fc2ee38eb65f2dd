//! Words missing in the short files: themes, life events, services and places. Procedures have their
//! own check in the domain.

use domain::{
    place::Place,
    procedure::{Service, Term},
    procedure_check::{Defect, DefectReason, PathPart},
    text::Text,
};

use super::read::{index, key};

/// Languages missing in a theme or a life event.
pub(super) fn of_term(term: &Term) -> Vec<Defect> {
    missing(vec![key("title")], &term.title)
}

/// Languages missing in a service.
pub(super) fn of_service(service: &Service) -> Vec<Defect> {
    [
        missing(vec![key("name")], &service.name),
        missing(vec![key("hours")], &service.hours),
    ]
    .concat()
}

/// Languages missing in a place.
pub(super) fn of_place(place: &Place) -> Vec<Defect> {
    let lists = [("hours", &place.hours), ("access", &place.access)]
        .into_iter()
        .flat_map(|(name, texts)| {
            texts
                .iter()
                .enumerate()
                .flat_map(move |(at, text)| missing(vec![key(name), index(at)], text))
        });
    missing(vec![key("name")], &place.name)
        .into_iter()
        .chain(missing(vec![key("purpose")], &place.purpose))
        .chain(lists)
        .chain(
            place
                .directions
                .iter()
                .flat_map(|text| missing(vec![key("directions")], text)),
        )
        .collect()
}

pub(super) fn missing(path: Vec<PathPart>, text: &Text) -> Vec<Defect> {
    text.missing()
        .map(|locale| Defect {
            path: path.iter().cloned().chain([key(locale.tag())]).collect(),
            reason: DefectReason::MissingTranslation,
        })
        .collect()
}

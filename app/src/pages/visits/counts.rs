//! For how many a booked visit is: what a form says about it, a number for each purpose in their order. Pure: the server
//! reads the same form and the same address.

use std::sync::Arc;

use super::search::{names, written};
use domain::{
    appointment::AppointmentType,
    booking::{AskedPurpose, AskedVisit},
};

/// Hidden field: the numbers that were booked when the form was shown, as [`count_query`] says them. Whoever presses again,
/// because the answer was lost, meant to change them.
pub const BEFORE: &str = "avant";
/// Hidden field: the time that was booked when the form was shown.
pub const PRESENT: &str = "present";

/// Greatest number of documents for each person that a form offers: an identity card and a passport.
pub const DOCUMENTS_EACH: u8 = 2;

/// Whether the number of people counts.
pub(super) const fn has_people(kind: &AppointmentType) -> bool {
    kind.max_people > 1
}

/// Whether the number of documents counts.
pub(super) const fn has_documents(kind: &AppointmentType) -> bool {
    kind.length.per_document > 0
}

/// The greatest numbers of people and of documents; 0 documents where they do not count.
#[must_use]
pub const fn most(kind: &AppointmentType) -> (u8, u8) {
    let documents = if has_documents(kind) {
        kind.max_people.saturating_mul(DOCUMENTS_EACH)
    } else {
        0
    };
    (kind.max_people, documents)
}

fn type_of<'a>(
    asked: &AskedPurpose,
    types: &'a [Arc<AppointmentType>],
) -> Option<&'a AppointmentType> {
    types
        .iter()
        .find(|kind| kind.id == asked.kind)
        .map(|kind| &**kind)
}

/// Whether a visit has a number that can be another one; not when one of its purposes is unknown now.
#[must_use]
pub fn can_change(visit: &AskedVisit, types: &[Arc<AppointmentType>]) -> bool {
    let kinds: Option<Vec<_>> = visit.purposes.iter().map(|it| type_of(it, types)).collect();
    kinds.is_some_and(|kinds| {
        let mut kinds = kinds.into_iter();
        kinds.any(|kind| has_people(kind) || has_documents(kind))
    })
}

/// The visit for the numbers of a form or of an address. What is not said there, or is no number, stays as it is;
/// documents that are not counted are one for each person. `None` when a purpose is unknown now.
#[must_use]
pub fn with_counts(
    visit: &AskedVisit,
    types: &[Arc<AppointmentType>],
    pairs: &[(String, String)],
) -> Option<AskedVisit> {
    let said = |wanted: &'static str| {
        let pairs = pairs.iter().filter(move |(name, _)| name == wanted);
        pairs.map(|(_, value)| value.as_str())
    };
    let (mut people, mut documents) = (said(names::PEOPLE), said(names::DOCUMENTS));
    let mut changed = visit.clone();
    for purpose in &mut changed.purposes {
        let kind = type_of(purpose, types)?;
        if has_people(kind) {
            let count = people.next().and_then(|count| count.parse().ok());
            purpose.people = count.filter(|count| *count > 0).unwrap_or(purpose.people);
        }
        if has_documents(kind) {
            purpose.documents = match documents.next() {
                Some("") => purpose.people,
                Some(count) => count
                    .parse()
                    .ok()
                    .filter(|count| *count > 0)
                    .unwrap_or(purpose.documents),
                None => purpose.documents,
            };
        }
    }
    Some(changed)
}

/// The numbers of a visit as [`with_counts`] reads them.
#[must_use]
pub fn count_pairs(
    visit: &AskedVisit,
    types: &[Arc<AppointmentType>],
) -> Vec<(&'static str, String)> {
    let known = |asked: &AskedPurpose| type_of(asked, types).map(|kind| (kind, asked.clone()));
    let known = visit.purposes.iter().filter_map(known);
    known
        .flat_map(|(kind, asked)| {
            let people = has_people(kind).then(|| (names::PEOPLE, asked.people.to_string()));
            let documents =
                has_documents(kind).then(|| (names::DOCUMENTS, asked.documents.to_string()));
            people.into_iter().chain(documents)
        })
        .collect()
}

/// The same as a query, without `?`.
#[must_use]
pub fn count_query(visit: &AskedVisit, types: &[Arc<AppointmentType>]) -> String {
    written(&count_pairs(visit, types))
}

/// The type whose limits a visit does not keep, if there is one.
#[must_use]
pub fn exceeded<'a>(
    visit: &AskedVisit,
    types: &'a [Arc<AppointmentType>],
) -> Option<&'a AppointmentType> {
    visit.purposes.iter().find_map(|asked| {
        let kind = type_of(asked, types)?;
        let (people, documents) = most(kind);
        (asked.people > people || asked.documents > documents).then_some(kind)
    })
}

#[cfg(test)]
mod tests {
    use domain::appointment::Mode;

    use super::{
        super::search::{pairs, tests::kind},
        *,
    };

    /// A passport, with documents and for six; a call, for one.
    fn types() -> Vec<Arc<AppointmentType>> {
        let mut alone = kind("rappel", 0, &[Mode::Phone]);
        Arc::make_mut(&mut alone).max_people = 1;
        vec![
            kind("passeport", 15, &[Mode::Onsite]),
            kind("aide-numerique", 0, &[Mode::Onsite]),
            alone,
        ]
    }

    fn visit(purposes: &[(&str, u8, u8)]) -> AskedVisit {
        let asked = |(kind, people, documents): &(&str, u8, u8)| AskedPurpose {
            kind: (*kind).to_owned(),
            people: *people,
            documents: *documents,
        };
        AskedVisit {
            purposes: purposes.iter().map(asked).collect(),
            help: Vec::new(),
        }
    }

    fn told(booked: &AskedVisit, query: &str) -> AskedVisit {
        with_counts(booked, &types(), &pairs(query)).unwrap()
    }

    #[test]
    fn each_purpose_has_its_own_numbers_in_its_order() {
        let booked = visit(&[("aide-numerique", 1, 0), ("passeport", 1, 1)]);
        let query = "personnes=2&personnes=3&documents=4";
        let changed = visit(&[("aide-numerique", 2, 0), ("passeport", 3, 4)]);
        assert_eq!(told(&booked, query), changed);
        assert_eq!(count_query(&changed, &types()), query);
    }

    #[test]
    fn what_is_not_said_stays_as_it_is_booked() {
        let booked = visit(&[("passeport", 2, 3)]);
        for nothing in ["", "personnes=0&documents=0", "personnes=x&documents=-1"] {
            assert_eq!(told(&booked, nothing), booked);
        }
        let each = told(&booked, "personnes=4&documents=");
        assert_eq!(each, visit(&[("passeport", 4, 4)]));
    }

    #[test]
    fn limits_are_those_of_the_type() {
        let limits = |people, documents| {
            let types = types();
            let asked = visit(&[("passeport", people, documents)]);
            exceeded(&asked, &types).map(most)
        };
        assert_eq!(limits(6, 12), None);
        assert_eq!(limits(7, 7), Some((6, 12)));
        assert_eq!(limits(6, 13), Some((6, 12)));
    }

    #[test]
    fn only_what_is_known_and_counted_can_change() {
        assert!(can_change(&visit(&[("passeport", 1, 1)]), &types()));
        assert!(!can_change(&visit(&[("rappel", 1, 0)]), &types()));
        let unknown = visit(&[("passeport", 1, 1), ("inconnu", 1, 0)]);
        assert!(!can_change(&unknown, &types()));
        assert_eq!(with_counts(&unknown, &types(), &[]), None);
    }
}

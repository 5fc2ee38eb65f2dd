//! The address near which someone looks for a place: the page of times again, with the distances. What was typed goes no
//! further than the question that is asked about its street.

use std::collections::BTreeMap;

use app::{
    pages::visits::{
        nearby::{PLACES, address, chosen, names},
        search::query_of,
    },
    paths::Path,
    ports::{Problem, Search},
};
use domain::{
    answers::Answers,
    position::Position,
    validation::{Fault, FaultCode, check_fields},
};
use http::{StatusCode, request::Parts};

use super::form::Posted;
use crate::{
    http::{
        outcome::{Outcome, locale},
        router::State,
    },
    portal::VisitError,
};

/// Shows the times of a search with the distance of each place from an address.
pub(super) async fn place(
    state: &State,
    parts: &Parts,
    (kind, search): (&str, &Search),
    posted: Posted,
) -> Outcome {
    if let Some(position) = chosen(posted.all.first(names::STREET)) {
        return from(kind, search, position);
    }
    let checked = check_fields(
        &[address(locale(parts))],
        &posted.typed(),
        &BTreeMap::new(),
        &Answers::default(),
        state.desk.today(),
    );
    if !checked.faults.is_empty() {
        return refused(posted, checked.faults);
    }
    let typed = posted.all.first(names::ADDRESS);
    if typed.trim().is_empty() {
        return refused(posted, vec![fault(FaultCode::Missing)]);
    }
    match state.desk.addresses_like(typed).await {
        Ok(found) => match found.as_slice() {
            [] => refused(posted, vec![fault(FaultCode::Choice)]),
            [one] => from(kind, search, one.position),
            _ => Outcome::problem(
                StatusCode::UNPROCESSABLE_ENTITY,
                posted.all,
                Problem::SeveralStreets(found),
            ),
        },
        Err(VisitError::Away) => Outcome::problem(
            StatusCode::SERVICE_UNAVAILABLE,
            posted.all,
            Problem::OfficeAway,
        ),
        // Sent by hand: no page of this office has the form.
        Err(_) => Outcome::See(
            Path::Times(kind.to_owned()),
            format!("?{}", query_of(search)),
        ),
    }
}

/// The page of times, with the distances from a point of the grid: the address itself is forgotten here.
fn from(kind: &str, search: &Search, position: Position) -> Outcome {
    let search = Search {
        near: Some(position.rounded()),
        ..search.clone()
    };
    let rest = format!("?{}{PLACES}", query_of(&search));
    Outcome::See(Path::Times(kind.to_owned()), rest)
}

fn fault(code: FaultCode) -> Fault {
    Fault {
        key: names::ADDRESS.to_owned(),
        part: None,
        code,
    }
}

fn refused(posted: Posted, faults: Vec<Fault>) -> Outcome {
    let again = posted.again(&faults);
    Outcome::invalid(posted.all, faults, again)
}

//! What people book: every free time of the large town, as the office tells them.

use std::{collections::BTreeMap, sync::atomic::AtomicUsize};

use anyhow::{Context, ensure};
use backoffice::api::{
    appointments::{NewVisit, SlotPage},
    page::Page,
    requests::{Channel, NewRequest},
};
use domain::{
    answers::{Answer, Answers},
    booking::{AskedPurpose, AskedVisit},
    locale::Locale,
    procedure::Procedure,
};
use jiff::Span;

use super::{
    caller::{Caller, Door},
    catalogue::{self, KIND},
};
use crate::stopwatch;

/// The procedure that makes an appointment of a time.
const PROCEDURE: &str = "prendre-rendez-vous";
/// Days of one question to the office: its times fit into one answer.
const DAYS: i32 = 12;

/// What is booked.
#[derive(Debug)]
pub(super) struct Wanted {
    /// Identifiers of free times.
    pub(super) slots: Vec<String>,
    pub(super) next: AtomicUsize,
    /// What everybody sends but for what is their own.
    pub(super) request: NewRequest,
}

/// Every free time, in an order in which neighbours are at different places.
pub(super) async fn wanted(door: &Door) -> anyhow::Result<Wanted> {
    let mut caller = Caller::at(door).await?;
    let procedures: Page<Procedure> = caller.get("/v1/procedures?limit=100").await?;
    let mut all = procedures.items.into_iter();
    let procedure = all
        .find(|it| it.id == PROCEDURE)
        .context("the sample commune has no appointments")?;
    let mut by_place = Vec::new();
    for place in 0..catalogue::PLACES {
        let mut of_place = Vec::new();
        let mut from = stopwatch::today();
        loop {
            let to = from.checked_add(Span::new().days(DAYS))?;
            let path = format!(
                "/v1/slots?purposes={KIND}~1~1&mode=onsite&location={}&from={from}&to={to}&limit=500",
                catalogue::annex(place)
            );
            let page: SlotPage = caller.get(&path).await?;
            ensure!(!page.more, "more times than one answer holds");
            of_place.extend(page.items.into_iter().map(|slot| slot.id));
            from = to.tomorrow()?;
            if from > page.last_day {
                break;
            }
        }
        by_place.push(of_place);
    }
    let most = by_place.iter().map(Vec::len).max().unwrap_or(0);
    let slots = (0..most)
        .flat_map(|index| {
            by_place
                .iter()
                .filter_map(move |of_place| of_place.get(index))
        })
        .cloned()
        .collect();
    Ok(Wanted {
        slots,
        next: AtomicUsize::new(0),
        request: request(procedure.form_version),
    })
}

/// What everybody sends: the hold, its time and the code to follow it are missing.
fn request(form_version: String) -> NewRequest {
    let text = |value: &str| Answer::Text(value.to_owned());
    let answers = BTreeMap::from([
        ("name".to_owned(), text("Rosalie Tilleul")),
        ("contact".to_owned(), Answer::Choice("email".to_owned())),
        ("email".to_owned(), text("rosalie.tilleul@example.org")),
    ]);
    let purpose = AskedPurpose {
        kind: KIND.to_owned(),
        people: 1,
        documents: 1,
    };
    NewRequest {
        procedure_id: PROCEDURE.to_owned(),
        form_version,
        answers: Answers(answers),
        locale: Locale::French,
        channel: Channel::Web,
        submit: true,
        tracking_code: String::new(),
        submitted_at: stopwatch::now(),
        visit: Some(NewVisit {
            hold_id: String::new(),
            slot_id: String::new(),
            visit: AskedVisit {
                purposes: vec![purpose],
                help: Vec::new(),
            },
        }),
    }
}

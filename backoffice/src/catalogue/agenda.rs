//! What is wrong with what one can come for and with those who receive: lengths that are no whole ticks, hours that end
//! before they begin, identifiers that lead nowhere.

use domain::{
    agenda::{Closed, Pattern, Weekly},
    appointment::{AppointmentType, TICK_MINUTES},
    place::Place,
    procedure::Procedure,
    procedure_check::{Defect, DefectReason, PathPart},
    resource::Resource,
    waiting::Waiting,
};
use jiff::civil::Time;

use super::{
    read::{index, key},
    texts::missing,
};

/// Defects of an appointment type by itself.
pub(super) fn of_type(kind: &AppointmentType) -> Vec<Defect> {
    let mut defects = missing(vec![key("title")], &kind.title);
    defects.extend(missing(vec![key("summary")], &kind.summary));
    for (at, thing) in kind.bring.iter().enumerate() {
        let path = vec![key("bring"), index(at), key("label")];
        defects.extend(missing(path, &thing.label));
    }
    for (at, text) in kind.conditions.iter().enumerate() {
        defects.extend(missing(vec![key("conditions"), index(at)], text));
    }
    let length = kind.length;
    let minutes = [
        (vec![key("length"), key("fixed")], length.fixed),
        (vec![key("length"), key("per_person")], length.per_person),
        (
            vec![key("length"), key("per_document")],
            length.per_document,
        ),
        (vec![key("every_minutes")], kind.every_minutes),
        (vec![key("pause_minutes")], kind.pause_minutes),
    ];
    for (path, minutes) in minutes {
        if !minutes.is_multiple_of(TICK_MINUTES) {
            defects.push(told(path, "a whole number of 5 minutes is expected"));
        }
    }
    if length.fixed + length.per_person + length.per_document == 0 {
        defects.push(told(vec![key("length")], "it takes no time"));
    }
    if kind.every_minutes == 0 {
        let reason = "appointments begin every so many minutes: 5 at least";
        defects.push(told(vec![key("every_minutes")], reason));
    }
    if kind.modes.is_empty() {
        defects.push(told(vec![key("modes")], "one way to be received at least"));
    }
    if kind.max_people == 0 {
        defects.push(told(vec![key("max_people")], "one person at least"));
    }
    defects.extend(kind.waiting.iter().flat_map(of_waiting));
    defects
}

/// Longest offer: who waits behind it waits as long.
const MOST_OFFER_HOURS: u16 = 72;

fn of_waiting(waiting: &Waiting) -> Vec<Defect> {
    let mut defects = Vec::new();
    if !(1..=MOST_OFFER_HOURS).contains(&waiting.offer_hours) {
        let path = vec![key("waiting"), key("offer_hours")];
        defects.push(told(path, "a time is offered for 1 to 72 hours"));
    }
    if waiting.most_lapses == 0 {
        let path = vec![key("waiting"), key("most_lapses")];
        defects.push(told(path, "an entry gets one offer at least"));
    }
    defects
}

/// Defects of a resource by itself.
pub(super) fn of_resource(resource: &Resource) -> Vec<Defect> {
    let mut defects = of_pattern(&resource.pattern);
    defects.extend(of_weeks(&[key("quiet")], &resource.quiet));
    defects.extend(
        resource
            .name
            .iter()
            .flat_map(|name| missing(vec![key("name")], name)),
    );
    if resource.modes.is_empty() {
        defects.push(told(vec![key("modes")], "one way to be received at least"));
    }
    if resource.seats == Some(0) {
        defects.push(told(vec![key("seats")], "one seat at least"));
    }
    defects
}

fn of_pattern(pattern: &Pattern) -> Vec<Defect> {
    let mut defects = of_weeks(&[key("pattern"), key("weekly")], &pattern.weekly);
    for (at, hours) in pattern.besides.iter().enumerate() {
        let path = [key("pattern"), key("besides"), index(at)];
        defects.extend(of_hours(&path, hours.from, hours.to));
    }
    for (at, closed) in pattern.closed.iter().enumerate() {
        let path = [key("pattern"), key("closed"), index(at)];
        match closed {
            Closed::Hours(hours) => defects.extend(of_hours(&path, hours.from, hours.to)),
            Closed::Days {
                first_day,
                last_day,
            } if last_day < first_day => {
                defects.push(told(path.to_vec(), "it ends before it begins"));
            }
            Closed::Days { .. } => {}
        }
    }
    defects
}

fn of_weeks(path: &[PathPart], weeks: &[Weekly]) -> Vec<Defect> {
    let mut defects = Vec::new();
    for (at, weekly) in weeks.iter().enumerate() {
        let path: Vec<_> = path.iter().cloned().chain([index(at)]).collect();
        if weekly.days.is_empty() || weekly.days.iter().any(|day| !(1..=7).contains(day)) {
            let days: Vec<_> = path.iter().cloned().chain([key("days")]).collect();
            defects.push(told(days, "days are 1 (Monday) to 7 (Sunday)"));
        }
        defects.extend(of_hours(&path, weekly.from, weekly.to));
    }
    defects
}

fn of_hours(path: &[PathPart], from: Time, to: Time) -> Option<Defect> {
    let in_ticks = |time: Time| {
        time.second() == 0
            && time.subsec_nanosecond() == 0
            && u16::try_from(time.minute()).is_ok_and(|minute| minute.is_multiple_of(TICK_MINUTES))
    };
    if to <= from {
        return Some(told(path.to_vec(), "it closes before it opens"));
    }
    (!in_ticks(from) || !in_ticks(to))
        .then(|| told(path.to_vec(), "hours are whole numbers of 5 minutes"))
}

/// Identifiers of an appointment type that lead nowhere.
pub(super) fn type_links(kind: &AppointmentType, procedures: &[Procedure]) -> Vec<Defect> {
    let by_mode = kind
        .procedure_by_mode
        .values()
        .map(|id| (vec![key("procedure_by_mode")], id));
    let mut defects: Vec<Defect> = std::iter::once((vec![key("procedure_id")], &kind.procedure_id))
        .chain(by_mode)
        .filter_map(
            |(path, id)| match procedures.iter().find(|procedure| procedure.id == *id) {
                None => Some(told(path, "no such procedure")),
                Some(procedure) if !procedure.visit => {
                    Some(told(path, "the procedure does not say `visit: true`"))
                }
                Some(_) => None,
            },
        )
        .collect();
    let callback = kind.callback_procedure_id.as_ref();
    if callback.is_some_and(|id| !procedures.iter().any(|it| it.id == *id && !it.visit)) {
        let reason = "no such procedure, or one that takes a visit";
        defects.push(told(vec![key("callback_procedure_id")], reason));
    }
    for (at, id) in kind.helps_with.iter().enumerate() {
        if !procedures.iter().any(|it| it.id == *id && !it.visit) {
            let path = vec![key("helps_with"), index(at)];
            defects.push(told(path, "no such procedure, or one that takes a visit"));
        }
    }
    defects
}

/// Identifiers of a resource that lead nowhere.
pub(super) fn resource_links(
    resource: &Resource,
    types: &[AppointmentType],
    places: &[Place],
) -> Vec<Defect> {
    let mut defects = Vec::new();
    if !places.iter().any(|place| place.id == resource.place_id) {
        defects.push(told(vec![key("place_id")], "no such place"));
    }
    for (at, wanted) in resource.types.iter().enumerate() {
        if !types.iter().any(|kind| kind.id == *wanted) {
            let path = vec![key("types"), index(at)];
            defects.push(told(path, "no such appointment type"));
        }
    }
    defects
}

fn told(path: Vec<PathPart>, reason: &'static str) -> Defect {
    Defect {
        path,
        reason: DefectReason::Agenda(reason),
    }
}

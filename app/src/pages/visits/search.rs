//! What a page of times looks for, as its address says it. Pure: the server reads the same address when a time is
//! chosen there.

use std::sync::Arc;

use domain::{
    agenda::PartOfDay,
    appointment::{AppointmentType, Help, Mode},
    booking::{AskedPurpose, AskedVisit},
    position::Position,
};
use leptos_router::location::Url;

pub use crate::components::TIME;
use crate::ports::Search;

/// Names of the parameters.
pub mod names {
    /// How many people come.
    pub const PEOPLE: &str = "personnes";
    /// How many documents are asked for; empty: one for each person.
    pub const DOCUMENTS: &str = "documents";
    /// A further purpose; may stand several times.
    pub const ALSO: &str = "aussi";
    /// What would help; may stand several times.
    pub const HELP: &str = "aide";
    /// How to be received.
    pub const MODE: &str = "mode";
    /// One place only.
    pub const PLACE: &str = "lieu";
    /// One part of the day only.
    pub const PART: &str = "moment";
    /// A day of the week shown.
    pub const WEEK: &str = "semaine";
    /// From where one comes: latitude and longitude on a grid.
    pub const NEAR: &str = "pres";
}

/// More people than any service receives at a time.
const MOST: u8 = 99;

/// What helps, with its name in addresses, in the order in which it is shown.
pub const HELPS: [(Help, &str); 7] = [
    (Help::MoreTime, "more_time"),
    (Help::Company, "company"),
    (Help::StepFree, "step_free"),
    (Help::HearingLoop, "hearing_loop"),
    (Help::SignLanguage, "sign_language"),
    (Help::Interpreter, "interpreter"),
    (Help::QuietHour, "quiet_hour"),
];

/// Name of a way to be received, in addresses.
#[must_use]
pub const fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Onsite => "onsite",
        Mode::Phone => "phone",
        Mode::Video => "video",
        Mode::Home => "home",
    }
}

const MODES: [Mode; 4] = [Mode::Onsite, Mode::Phone, Mode::Video, Mode::Home];

/// Reads the address of a page of times: the identifier of its type and its query, without `?`. What is missing or wrong
/// takes its usual value; `None` for a type that is not offered.
#[must_use]
pub fn search_of(kind: &str, query: &str, types: &[Arc<AppointmentType>]) -> Option<Search> {
    let find = |id: &str| types.iter().find(|it| it.id == id);
    let first = find(kind)?;
    let pairs = pairs(query);
    let number = |name| value(&pairs, name).parse::<u8>().ok();
    let people = number(names::PEOPLE).unwrap_or(1).clamp(1, MOST);
    let documents = number(names::DOCUMENTS)
        .filter(|count| *count > 0)
        .unwrap_or(people);
    let purpose = |kind: &AppointmentType| AskedPurpose {
        kind: kind.id.clone(),
        people,
        documents: if kind.length.per_document > 0 {
            documents.min(MOST)
        } else {
            0
        },
    };
    let mut purposes = vec![purpose(first)];
    for also in values(&pairs, names::ALSO) {
        if let Some(kind) = find(also)
            && purposes.iter().all(|known| known.kind != kind.id)
        {
            purposes.push(purpose(kind));
        }
    }
    let help = HELPS.into_iter().filter_map(|(help, name)| {
        values(&pairs, names::HELP)
            .any(|asked| asked == name)
            .then_some(help)
    });
    let mode = MODES
        .into_iter()
        .find(|mode| mode_name(*mode) == value(&pairs, names::MODE))
        .filter(|mode| first.modes.contains(mode))
        .unwrap_or_else(|| usual_mode(first));
    let search = Search {
        visit: AskedVisit {
            purposes,
            help: help.collect(),
        },
        place: None,
        mode,
        part: None,
        week: None,
        // However exact it was, it is so no more.
        near: value(&pairs, names::NEAR)
            .parse()
            .ok()
            .map(Position::rounded),
        instead_of: None,
    };
    Some(narrowed(search, query))
}

/// How people are received when nobody chose: in person, if that is offered.
fn usual_mode(kind: &AppointmentType) -> Mode {
    match kind.modes.first() {
        Some(first) if !kind.modes.contains(&Mode::Onsite) => *first,
        _ => Mode::Onsite,
    }
}

/// The search with the place, the part of the day and the week of a query instead of its own.
#[must_use]
pub fn narrowed(search: Search, query: &str) -> Search {
    let pairs = pairs(query);
    Search {
        place: Some(value(&pairs, names::PLACE).to_owned()).filter(|place| !place.is_empty()),
        part: PartOfDay::from_name(value(&pairs, names::PART)),
        week: value(&pairs, names::WEEK).parse().ok(),
        ..search
    }
}

/// The query of a search, without `?`: [`search_of`] reads it back.
#[must_use]
pub fn query_of(search: &Search) -> String {
    let mut pairs = need_pairs(search);
    pairs.extend(filter_pairs(search));
    written(&pairs)
}

/// The same without place, part of the day, week and where one comes from: what the visit is for.
#[must_use]
pub fn need_query(search: &Search) -> String {
    written(&need_pairs(search))
}

/// Parameters of what the visit is for.
pub(super) fn need_pairs(search: &Search) -> Vec<(&'static str, String)> {
    let purposes = &search.visit.purposes;
    let people = purposes.iter().map(|it| it.people).max().unwrap_or(1);
    let documents = purposes.iter().map(|it| it.documents).max().unwrap_or(0);
    let mut pairs = vec![(names::PEOPLE, people.to_string())];
    if documents > 0 {
        pairs.push((names::DOCUMENTS, documents.to_string()));
    }
    let also = purposes.iter().skip(1);
    pairs.extend(also.map(|purpose| (names::ALSO, purpose.kind.clone())));
    let help = HELPS
        .into_iter()
        .filter(|(help, _)| search.visit.help.contains(help));
    pairs.extend(help.map(|(_, name)| (names::HELP, name.to_owned())));
    pairs.push((names::MODE, mode_name(search.mode).to_owned()));
    pairs
}

/// Parameters of what is shown of it: place, part of the day, week, from where one comes.
pub(super) fn filter_pairs(search: &Search) -> Vec<(&'static str, String)> {
    let place = search.place.clone().map(|place| (names::PLACE, place));
    let part = search
        .part
        .map(|part| (names::PART, part.name().to_owned()));
    let week = search.week.map(|week| (names::WEEK, week.to_string()));
    let near = search.near.map(|near| (names::NEAR, near.to_string()));
    place
        .into_iter()
        .chain(part)
        .chain(week)
        .chain(near)
        .collect()
}

/// A query made of these parameters.
pub(super) fn written(pairs: &[(&'static str, String)]) -> String {
    let pairs = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Identifiers, dates and positions stay readable; everything else is percent-encoded.
fn escaped(value: &str) -> String {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.~,".contains(sign);
    value
        .chars()
        .map(|sign| {
            if is_plain(sign) {
                sign.to_string()
            } else {
                Url::escape(&sign.to_string())
            }
        })
        .collect()
}

/// The parameters of a query, in their order.
#[must_use]
pub fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (read(name), read(value)))
        .collect()
}

fn read(text: &str) -> String {
    Url::unescape(&text.replace('+', " "))
}

fn values<'a>(pairs: &'a [(String, String)], name: &'a str) -> impl Iterator<Item = &'a str> {
    pairs
        .iter()
        .filter(move |(known, _)| known == name)
        .map(|(_, value)| value.as_str())
}

fn value<'a>(pairs: &'a [(String, String)], name: &'a str) -> &'a str {
    values(pairs, name).next().unwrap_or_default()
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;

    use domain::{appointment::Length, text::Text};
    use jiff::civil::date;
    use serde::{
        Deserialize,
        de::{
            IntoDeserializer,
            value::{Error, StrDeserializer},
        },
    };

    use super::*;

    pub(in crate::pages::visits) fn kind(
        id: &str,
        per_document: u16,
        modes: &[Mode],
    ) -> Arc<AppointmentType> {
        Arc::new(AppointmentType {
            id: id.to_owned(),
            title: Text::default(),
            summary: Text::default(),
            modes: modes.to_vec(),
            length: Length {
                fixed: 10,
                per_person: 0,
                per_document,
            },
            every_minutes: 10,
            pause_minutes: 0,
            notice_hours: 0,
            horizon_days: 60,
            max_people: 6,
            group: false,
            place_ids: Vec::new(),
            together_with: None,
            bring: Vec::new(),
            conditions: Vec::new(),
            help_notice_hours: 0,
            change_notice_hours: 0,
            reminders: Vec::new(),
            procedure_id: "visite".to_owned(),
            procedure_by_mode: BTreeMap::new(),
            callback_procedure_id: None,
            waiting: None,
            helps_with: Vec::new(),
        })
    }

    fn types() -> Vec<Arc<AppointmentType>> {
        vec![
            kind("passeport", 15, &[Mode::Onsite, Mode::Phone]),
            kind("aide-numerique", 0, &[Mode::Onsite, Mode::Phone]),
            kind("rappel", 0, &[Mode::Phone]),
        ]
    }

    fn read(kind: &str, query: &str) -> Search {
        search_of(kind, query, &types()).unwrap()
    }

    #[test]
    fn whoever_chooses_nothing_comes_alone_and_in_person() {
        let search = read("passeport", "");
        let asked = AskedPurpose {
            kind: "passeport".to_owned(),
            people: 1,
            documents: 1,
        };
        assert_eq!(search.visit.purposes, [asked]);
        assert!(search.visit.help.is_empty());
        assert_eq!(search.mode, Mode::Onsite);
        assert_eq!((search.place, search.part, search.week), (None, None, None));
        assert_eq!(read("rappel", "").mode, Mode::Phone);
        assert_eq!(search_of("inconnu", "", &types()), None);
    }

    #[test]
    fn each_person_has_one_document_unless_told_otherwise() {
        let documents = |query| read("passeport", query).visit.purposes[0].documents;
        assert_eq!(documents("personnes=3&documents="), 3);
        assert_eq!(documents("personnes=3&documents=5"), 5);
        let counted = read("aide-numerique", "personnes=3&documents=5");
        assert_eq!(counted.visit.purposes[0].documents, 0);
    }

    #[test]
    fn what_makes_no_sense_counts_for_nothing() {
        let wrong = "personnes=0&documents=x&aussi=inconnu&aussi=passeport&aide=gold&mode=fax\
                     &lieu=&moment=never&semaine=2026-13-45&pres=95,0&=&&personnes";
        assert_eq!(read("passeport", wrong), read("passeport", ""));
        let many = read("passeport", "personnes=200");
        assert_eq!(many.visit.purposes[0].people, MOST);
        let nonsense = read("passeport", "personnes=-3&documents=100000");
        assert_eq!(nonsense, read("passeport", ""));
        assert_eq!(read("passeport", "mode=home").mode, Mode::Onsite);
        assert_eq!(read("rappel", "mode=onsite").mode, Mode::Phone);
    }

    #[test]
    fn an_address_that_was_kept_finds_the_same_again() {
        let whole = "personnes=2&documents=3&aussi=aide-numerique&aide=more_time&aide=interpreter\
                     &mode=phone&lieu=mairie&moment=evening&semaine=2026-12-07&pres=47.308,-4.89";
        let search = read("passeport", whole);
        assert_eq!(search.week, Some(date(2026, 12, 7)));
        assert_eq!(search.part, Some(PartOfDay::Evening));
        assert_eq!(search.visit.help, [Help::MoreTime, Help::Interpreter]);
        assert_eq!(search.visit.purposes[1].people, 2);
        assert_eq!(query_of(&search), whole);
        assert_eq!(read("passeport", &query_of(&search)), search);
        let simple = read("rappel", "");
        assert_eq!(query_of(&simple), "personnes=1&mode=phone");
        assert_eq!(read("rappel", &query_of(&simple)), simple);
    }

    #[test]
    fn an_address_never_says_exactly_from_where_one_comes() {
        let search = read("passeport", "pres=47.308093,-4.889392");
        let rounded = "personnes=1&documents=1&mode=onsite&pres=47.308,-4.89";
        assert_eq!(query_of(&search), rounded);
        assert_eq!(need_query(&search), "personnes=1&documents=1&mode=onsite");
        for nonsense in ["", "47.308", "a,b", "47.308,-4.89,3", "14 rue du Lavoir"] {
            let query = format!("pres={nonsense}");
            assert_eq!(read("passeport", &query).near, None, "{nonsense}");
        }
    }

    #[test]
    fn a_place_with_signs_of_its_own_stays_one_parameter() {
        let odd = Search {
            place: Some("mairie & école+1".to_owned()),
            ..read("passeport", "")
        };
        assert_eq!(read("passeport", &query_of(&odd)), odd);
        assert_eq!(
            read("passeport", "lieu=deux+mots").place.unwrap(),
            "deux mots"
        );
    }

    #[test]
    fn names_in_addresses_are_those_of_the_wire() {
        let text =
            |name: &'static str| -> StrDeserializer<'static, Error> { name.into_deserializer() };
        for (help, name) in HELPS {
            assert_eq!(Help::deserialize(text(name)), Ok(help));
        }
        for mode in MODES {
            assert_eq!(Mode::deserialize(text(mode_name(mode))), Ok(mode));
        }
    }
}

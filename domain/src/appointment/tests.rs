//! What a visit takes, whatever it is for and however many come.

use proptest::prelude::*;

use super::*;
use crate::locale::Locale;

fn text(words: &str) -> Text {
    Text([(Locale::French, words.to_owned())].into())
}

fn kind(id: &str, length: Length) -> AppointmentType {
    AppointmentType {
        id: id.to_owned(),
        title: text(id),
        summary: text(id),
        modes: vec![Mode::Onsite, Mode::Home],
        length,
        every_minutes: 10,
        pause_minutes: 0,
        notice_hours: 2,
        horizon_days: 60,
        max_people: 6,
        group: false,
        place_ids: Vec::new(),
        together_with: None,
        bring: vec![ToBring {
            label: text("Une photo"),
            each: true,
        }],
        conditions: Vec::new(),
        help_notice_hours: 120,
        change_notice_hours: 4,
        reminders: usual_leads(),
        procedure_id: "visit".to_owned(),
        procedure_by_mode: BTreeMap::new(),
        callback_procedure_id: None,
        waiting: None,
        helps_with: Vec::new(),
    }
}

const PASSPORT: Length = Length {
    fixed: 5,
    per_person: 0,
    per_document: 15,
};

fn of(kind: &AppointmentType, people: u8, documents: u8) -> Purpose<'_> {
    Purpose {
        kind,
        people,
        documents,
    }
}

#[test]
fn a_family_with_two_purposes_takes_one_visit() {
    let passport = kind("passport", PASSPORT);
    let help = AppointmentType {
        modes: vec![Mode::Phone, Mode::Onsite],
        every_minutes: 30,
        pause_minutes: 7,
        notice_hours: 48,
        horizon_days: 30,
        ..kind(
            "help",
            Length {
                fixed: 20,
                ..Length::default()
            },
        )
    };
    let both = visit(&[of(&passport, 4, 5), of(&help, 1, 0)], &[]).unwrap();
    assert_eq!(both.length, SignedDuration::from_mins(5 + 5 * 15 + 20));
    assert_eq!(both.every, SignedDuration::from_mins(30));
    assert_eq!(both.pause, SignedDuration::from_mins(10), "whole ticks");
    assert_eq!(both.notice, SignedDuration::from_hours(48));
    assert_eq!(both.horizon_days, 30);
    assert_eq!(both.modes, [Mode::Onsite]);
    assert_eq!(both.bring.len(), 1, "said once");
}

#[test]
fn what_is_no_visit_says_why() {
    let passport = kind("passport", PASSPORT);
    let call = AppointmentType {
        modes: vec![Mode::Phone],
        ..kind("call", PASSPORT)
    };
    assert_eq!(visit(&[], &[]), Err(VisitFault::Nothing));
    assert_eq!(visit(&[of(&passport, 0, 1)], &[]), Err(VisitFault::Nothing));
    let crowd = visit(&[of(&passport, 7, 7)], &[]);
    assert_eq!(crowd, Err(VisitFault::TooMany { most: 6 }));
    let apart = visit(&[of(&passport, 1, 1), of(&call, 1, 1)], &[]);
    assert_eq!(apart, Err(VisitFault::NoCommonMode));
}

#[test]
fn a_session_for_several_takes_the_time_it_takes() {
    let course = AppointmentType {
        group: true,
        ..kind("course", PASSPORT)
    };
    let length = |help: &[Help]| visit(&[of(&course, 1, 1)], help).unwrap().length;
    assert_eq!(length(&[Help::MoreTime]), length(&[]));
}

#[test]
fn an_interpreter_takes_longer_to_find() {
    let passport = kind("passport", PASSPORT);
    let notice = |help: &[Help]| {
        visit(&[of(&passport, 1, 1)], help)
            .unwrap()
            .notice
            .as_hours()
    };
    assert_eq!(notice(&[Help::StepFree, Help::MoreTime]), 2);
    assert_eq!(notice(&[Help::Interpreter]), 120);
}

proptest! {
    #[test]
    fn more_people_documents_or_time_never_make_it_shorter(
        fixed in 0..60_u16, per_person in 0..30_u16, per_document in 0..30_u16,
        people in 1..6_u8, documents in 0..9_u8,
    ) {
        let kind = kind("any", Length { fixed, per_person, per_document });
        let takes = |people, documents, help: &[Help]| {
            visit(&[of(&kind, people, documents)], help).unwrap().length
        };
        let usual = takes(people, documents, &[]);
        prop_assert!(usual <= takes(people + 1, documents, &[]));
        prop_assert!(usual <= takes(people, documents + 1, &[]));
        let longer = takes(people, documents, &[Help::MoreTime]);
        prop_assert!(longer * 2 >= usual * 3 - SignedDuration::from_mins(15));
        prop_assert!(longer >= usual);
        prop_assert_eq!(usual.as_mins() % i64::from(TICK_MINUTES), 0);
    }
}

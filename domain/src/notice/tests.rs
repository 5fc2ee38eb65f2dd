//! When a notice may arrive, what each event is told as, which numbers get text messages.

use jiff::{Timestamp, Zoned, civil::Weekday, tz::TimeZone};
use proptest::prelude::*;

use super::{Manners, Topic, Way, plain_sms, takes_sms};
use crate::request::{AuthorKind, Status, TimelineEntry, TimelineKind};

fn paris(text: &str) -> Zoned {
    text.parse::<jiff::civil::DateTime>()
        .unwrap()
        .to_zoned(TimeZone::get("Europe/Paris").unwrap())
        .unwrap()
}

#[test]
fn a_phone_never_rings_at_night_nor_on_a_sunday() {
    let when = |at: &str| {
        Manners::default()
            .reasonable(Way::Sms, &paris(at))
            .datetime()
            .to_string()
    };
    assert_eq!(when("2026-11-20T10:30:00"), "2026-11-20T10:30:00");
    assert_eq!(when("2026-11-20T03:00:00"), "2026-11-20T08:00:00");
    assert_eq!(when("2026-11-20T20:00:00"), "2026-11-21T08:00:00");
    // Saturday evening: Monday morning.
    assert_eq!(when("2026-11-21T22:00:00"), "2026-11-23T08:00:00");
    assert_eq!(when("2026-11-22T12:00:00"), "2026-11-23T08:00:00");
}

proptest! {
    #[test]
    fn a_notice_leaves_by_day_soon_and_never_before_its_time(seconds in 1_700_000_000_i64..2_000_000_000) {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let at = Timestamp::from_second(seconds).unwrap().to_zoned(zone);
        let manners = Manners::default();
        for way in Way::ALL {
            let leaves = manners.reasonable(way, &at);
            prop_assert!(leaves >= at);
            prop_assert!(leaves.duration_since(&at).as_hours() <= 37);
            prop_assert!(manners.may_arrive(way, &leaves));
            if way == Way::Sms {
                prop_assert_ne!(leaves.weekday(), Weekday::Sunday);
            }
        }
    }
}

fn event(kind: TimelineKind, status: Option<Status>, author_kind: AuthorKind) -> TimelineEntry {
    TimelineEntry {
        id: "1".to_owned(),
        at: Timestamp::UNIX_EPOCH,
        kind,
        status,
        text: None,
        language: None,
        author_kind,
    }
}

#[test]
fn a_resident_is_told_what_others_did_and_not_what_they_did() {
    let staff = |kind, status| Topic::of(&event(kind, status, AuthorKind::Staff));
    assert_eq!(
        staff(TimelineKind::Status, Some(Status::InfoRequested)),
        Some(Topic::Action)
    );
    assert_eq!(
        staff(TimelineKind::Status, Some(Status::Rejected)),
        Some(Topic::Decision)
    );
    assert_eq!(staff(TimelineKind::Message, None), Some(Topic::Message));
    assert_eq!(staff(TimelineKind::Status, Some(Status::Submitted)), None);
    for kind in [TimelineKind::Message, TimelineKind::Correction] {
        assert_eq!(Topic::of(&event(kind, None, AuthorKind::Citizen)), None);
    }
    // Silence of the software is no silence for the resident: an end that nobody decided is told.
    let expired = event(
        TimelineKind::Status,
        Some(Status::Expired),
        AuthorKind::System,
    );
    assert_eq!(Topic::of(&expired), Some(Topic::Decision));
}

#[test]
fn text_messages_go_to_french_mobiles_only() {
    for number in [
        "+33612345678",
        "+33712345678",
        "+590690123456",
        "+262692123456",
    ] {
        assert!(takes_sms(number), "{number}");
    }
    for number in [
        "+33261910010",
        "+33899123456",
        "+3361234567",
        "+4479",
        "",
        "0612345678",
    ] {
        assert!(!takes_sms(number), "{number}");
    }
}

#[test]
fn a_text_message_keeps_its_words_in_the_cheap_alphabet() {
    assert_eq!(
        plain_sms("L’agent a répondu\u{a0}: à bientôt"),
        "L'agent a répondu : à bientot"
    );
}

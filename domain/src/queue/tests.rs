//! Whose turn it is, what is said of the wait, and whether that is true of mornings that are played.

use proptest::prelude::*;

use super::*;
use crate::agenda::Stretch;

mod played;

fn at(minute: i64) -> Timestamp {
    let nine: Timestamp = "2026-12-01T08:00:00Z".parse().unwrap();
    nine + SignedDuration::from_mins(minute)
}

fn ticket(number: u32) -> Ticket {
    Ticket::new('P', number).unwrap()
}

fn minutes(low: i64, high: i64) -> Lengths {
    Lengths {
        low: SignedDuration::from_mins(low),
        high: SignedDuration::from_mins(high),
    }
}

/// Someone with an appointment at a minute, who came at another, and whom desk 0 receives.
fn person(number: u32, hour: i64, arrived: i64) -> Person {
    Person {
        turn: Turn {
            due: due(Some(at(hour)), at(arrived)),
            arrived: at(arrived),
            ticket: Some(ticket(number)),
        },
        presence: Presence::Here,
        appointment: true,
        lengths: minutes(10, 20),
        desks: vec![0],
    }
}

fn desk() -> Desk {
    Desk {
        hours: vec![Stretch {
            from: at(0),
            to: at(240),
        }],
        busy: None,
    }
}

fn range(low: u32, high: u32) -> Option<WaitRange> {
    Some(WaitRange { low, high })
}

#[test]
fn a_ticket_is_read_as_people_type_it_and_written_as_they_read_it() {
    for typed in ["P07", "p7", " P 07", "p007"] {
        assert_eq!(typed.parse(), Ok(ticket(7)), "{typed}");
    }
    for typed in [
        "", "P", "P0", "7", "07", "O7", "i3", "P-7", "PP7", "P99999", "é7",
    ] {
        assert_eq!(typed.parse::<Ticket>(), Err(NoTicket), "{typed}");
    }
    assert_eq!(ticket(7).to_string(), "P07");
    assert_eq!(ticket(123).to_string(), "P123");
    assert_eq!(serde_json::to_string(&ticket(7)).unwrap(), "\"P07\"");
    assert_eq!(Ticket::letter_of("piece-identite"), 'P');
    assert_eq!(Ticket::letter_of("other"), 'A', "O is read as a zero");
    assert_eq!(Ticket::letter_of(""), 'A');
}

#[test]
fn a_status_of_tomorrow_is_another_one() {
    let read: TicketStatus = serde_json::from_str("\"on_a_break\"").unwrap();
    assert_eq!(read, TicketStatus::Other);
    for status in TicketStatus::ALL {
        assert_eq!(TicketStatus::from_name(status.name()), status);
    }
}

#[test]
fn a_range_is_rounded_outwards_and_never_a_single_number() {
    let around = |low, high| {
        let range = WaitRange::around(
            SignedDuration::from_secs(low),
            SignedDuration::from_secs(high),
        );
        (range.low, range.high)
    };
    assert_eq!(around(0, 0), (0, 5));
    assert_eq!(around(600, 600), (10, 15));
    assert_eq!(around(599, 601), (5, 15));
    assert_eq!(around(-60, 60), (0, 5));
}

#[test]
fn whoever_is_late_goes_behind_those_whose_hour_came_meanwhile_and_before_the_others() {
    let late = person(1, 30, 65);
    let on_time = person(2, 60, 50);
    let later = person(3, 70, 40);
    assert!(on_time.turn < late.turn && late.turn < later.turn);
    let everybody = [late.clone(), on_time, later];
    assert_eq!(ahead(&everybody, &late), 1);
}

#[test]
fn whoever_comes_without_an_appointment_lets_those_of_the_next_half_hour_pass() {
    let without = |arrived: i64| Turn {
        due: due(None, at(arrived)),
        arrived: at(arrived),
        ticket: Some(ticket(9)),
    };
    assert!(person(1, 60, 55).turn < without(31));
    assert!(without(29) < person(1, 60, 20).turn);
}

#[test]
fn only_those_who_wait_for_the_same_desks_are_ahead() {
    let elsewhere = Person {
        desks: vec![1],
        ..person(1, 0, 0)
    };
    let expected = Person {
        presence: Presence::Expected,
        ..person(2, 5, 5)
    };
    let mine = person(3, 10, 5);
    let everybody = [elsewhere, expected, mine.clone()];
    assert_eq!(ahead(&everybody, &mine), 0);
    let desks = [desk(), desk()];
    // Whoever is expected may come: a long visit later, it is my turn.
    assert_eq!(wait(at(10), &desks, &everybody, &mine), range(0, 20));
}

#[test]
fn two_desks_take_half_as_long() {
    let line: Vec<Person> = (0..5).map(|it| person(it + 1, 0, 0)).collect();
    let (mine, others) = line.split_last().unwrap();
    assert_eq!(wait(at(0), &[desk()], others, mine), range(40, 80));
    let both = |it: &Person| Person {
        desks: vec![0, 1],
        ..it.clone()
    };
    let others: Vec<Person> = others.iter().map(both).collect();
    assert_eq!(
        wait(at(0), &[desk(), desk()], &others, &both(mine)),
        range(20, 40)
    );
}

#[test]
fn what_goes_on_at_the_desk_counts_and_so_does_a_closed_door() {
    let busy = |since| Desk {
        busy: Some(Busy {
            since: at(since),
            lengths: minutes(10, 20),
        }),
        ..desk()
    };
    let mine = person(1, 0, 0);
    assert_eq!(wait(at(15), &[busy(12)], &[], &mine), range(5, 20));
    // Longer than most: nobody knows when it ends.
    assert_eq!(wait(at(90), &[busy(12)], &[], &mine), range(0, 10));
    let afternoon = Desk {
        hours: vec![Stretch {
            from: at(60),
            to: at(90),
        }],
        busy: None,
    };
    assert_eq!(
        wait(at(30), std::slice::from_ref(&afternoon), &[], &mine),
        range(30, 35)
    );
    assert_eq!(
        wait(at(90), &[afternoon], &[], &mine),
        None,
        "closed for today"
    );
}

#[test]
fn an_agent_may_keep_to_the_hours_of_appointments() {
    let mine = person(1, 45, 0);
    assert_eq!(wait(at(0), &[desk()], &[], &mine), range(0, 45));
}

#[test]
fn lengths_are_those_of_the_past_once_there_is_enough_of_it() {
    let planned = SignedDuration::from_mins(20);
    assert_eq!(lengths(planned, &[]), minutes(10, 30));
    let took = |minutes: i64| Past {
        took: SignedDuration::from_mins(minutes),
        planned: SignedDuration::from_mins(10),
    };
    let past: Vec<Past> = (1..=8).map(took).collect();
    assert_eq!(lengths(planned, &past[..7]), minutes(10, 30));
    // A quarter of them took 3 minutes of 10, three quarters 7.
    assert_eq!(lengths(planned, &past), minutes(6, 14));
}

proptest! {
    #[test]
    fn nobody_who_arrives_later_passes_someone_whose_hour_has_come(
        hour in 0i64..240, arrived in 0i64..240, later in 0i64..240, other_hour in proptest::option::of(0i64..240),
    ) {
        let mine = person(1, hour, arrived);
        let comes = at(later).max(mine.turn.due);
        let other = Turn { due: due(other_hour.map(at), comes), arrived: comes, ticket: Some(ticket(2)) };
        prop_assert!(mine.turn < other);
    }

    #[test]
    fn what_is_said_is_a_range_of_whole_fives(
        line in proptest::collection::vec((0i64..240, 0i64..120, 0usize..3), 0..12), now in 0i64..240,
    ) {
        let others: Vec<Person> = line.iter().zip(1..).map(|((hour, arrived, desk), number)| Person {
            desks: if *desk == 2 { vec![0, 1] } else { vec![*desk] },
            ..person(number, *hour, *arrived)
        }).collect();
        let mine = Person { desks: vec![0, 1], ..person(99, 60, 30) };
        let range = wait(at(now), &[desk(), desk()], &others, &mine);
        let range = range.unwrap_or(WaitRange { low: 0, high: 5 });
        prop_assert!(range.low.is_multiple_of(5) && range.high.is_multiple_of(5) && range.low < range.high);
        // Someone more in front never makes the quick course shorter.
        let mut more = others;
        more.push(Person { desks: vec![0, 1], ..person(100, 0, 0) });
        let longer = wait(at(now), &[desk(), desk()], &more, &mine);
        prop_assert!(longer.is_none_or(|it| it.high >= range.low));
    }
}

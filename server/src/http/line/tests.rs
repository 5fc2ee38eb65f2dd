//! The line as a whole: order, pace, those who leave, another portal beside it, a rush.

use std::{cmp::Reverse, collections::BinaryHeap};

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::{Answer, GONE, Line, Place, guard::again};

const BEGIN: i64 = 1_800_000_000_000_000;

fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_microsecond(BEGIN + milliseconds * 1_000).unwrap()
}

/// Someone who came so many milliseconds after the beginning.
fn place(milliseconds: i64, draw: u32) -> Place {
    Place {
        at: BEGIN + milliseconds * 1_000,
        draw,
    }
}

fn is_in(answer: Answer) -> bool {
    matches!(answer, Answer::In { .. })
}

#[test]
fn on_an_ordinary_day_nobody_sees_it() {
    let line = Line::new(10);
    for second in 0..100 {
        for someone in 0..3 {
            let now = second * 1_000 + i64::from(someone) * 300;
            let answer = line.ask(place(now, someone), true, at(now));
            assert_eq!(answer, Answer::In { crowded: false });
        }
    }
}

#[test]
fn whoever_comes_in_with_others_is_not_asked_again() {
    let line = Line::new(10);
    let came = (0..10).map(|someone| line.ask(place(0, someone), true, at(0)));
    let crowded: Vec<bool> = came.map(|it| it == Answer::In { crowded: true }).collect();
    assert_eq!(
        crowded,
        [&[false][..], &[true; 9]].concat(),
        "the first one was alone"
    );
}

#[test]
fn whoever_comes_after_many_is_told_how_many_are_before_them() {
    let line = Line::new(10);
    for someone in 0..10 {
        assert!(is_in(line.ask(place(0, someone), true, at(0))));
    }
    for someone in 10..35 {
        let Answer::Wait(standing) = line.ask(place(0, someone), true, at(0)) else {
            panic!("{someone} came in");
        };
        assert_eq!(standing.ahead, someone as usize - 10);
    }
    let Answer::Wait(standing) = line.ask(place(0, 34), false, at(0)) else {
        panic!("came in");
    };
    assert_eq!(standing.ahead, 24, "asking again changes nothing");
    assert_eq!(standing.wait, SignedDuration::from_millis(2_500));
    // A second later ten were called, in order; whoever comes now is behind the others.
    assert!(!is_in(line.ask(place(1_000, 0), true, at(1_000))));
    assert!(is_in(line.ask(place(0, 19), false, at(1_000))));
    assert!(!is_in(line.ask(place(0, 20), false, at(1_000))));
}

#[test]
fn whoever_left_takes_no_turn_and_comes_in_when_they_are_back() {
    let line = Line::new(1);
    assert!(is_in(line.ask(place(0, 0), true, at(0))));
    for someone in 1..=50 {
        assert!(!is_in(line.ask(place(0, someone), true, at(0))));
    }
    // All of them are silent; someone who came last is next.
    let late = i64::try_from(GONE.as_millis()).unwrap() + 2_000;
    assert!(is_in(line.ask(place(late, 0), true, at(late))));
    assert!(is_in(line.ask(place(0, 25), false, at(late))));
}

#[test]
fn a_place_of_another_portal_counts_from_when_its_holder_came() {
    let line = Line::new(1);
    assert!(is_in(line.ask(place(5_000, 0), true, at(5_000))));
    assert!(!is_in(line.ask(place(5_001, 0), true, at(5_001))));
    assert!(!is_in(line.ask(place(5_002, 0), true, at(5_002))));
    let Answer::Wait(standing) = line.ask(place(5_001, 7), false, at(5_003)) else {
        panic!("came in");
    };
    assert_eq!(
        standing.ahead, 1,
        "before the one who came later, even if first seen now"
    );
    // A portal that starts again knows nobody: the first who ask come in, then by when they came.
    let anew = Line::new(1);
    assert!(is_in(anew.ask(place(9, 0), false, at(6_000))));
    assert!(!is_in(anew.ask(place(8_000, 0), true, at(6_000))));
    assert!(is_in(anew.ask(place(8, 0), false, at(6_000))));
}

#[test]
fn a_slow_portal_lets_fewer_in() {
    let let_in = [10, 900].map(|takes| {
        let line = Line::new(20);
        let came = |beat: i64| (0..30).map(move |someone| place(beat * 100, someone));
        for beat in 0..100 {
            line.hear(SignedDuration::from_millis(takes), at(beat * 100));
            for one in came(beat) {
                line.ask(one, true, at(beat * 100));
            }
        }
        let everybody = (0..100).flat_map(came);
        everybody
            .filter(|one| is_in(line.ask(*one, false, at(10_000))))
            .count()
    });
    assert!(let_in[1] * 5 < let_in[0], "{let_in:?}");
}

/// The order in which 5,000 people come in who come evenly within ten seconds to a portal that is slow at times; each asks again
/// when the page says so.
fn rush(slow: impl Fn(i64) -> bool) -> Vec<u32> {
    const BEATS: i64 = 1_200;
    let line = Line::new(100);
    let mut asks: BinaryHeap<_> = (0..5_000_u32)
        .map(|someone| Reverse((i64::from(someone) * 2, someone, true)))
        .collect();
    let mut came_in = Vec::new();
    for beat in 0..BEATS {
        let now = beat * 100;
        let takes = if slow(now) { 500 } else { 20 };
        line.hear(SignedDuration::from_millis(takes), at(now));
        while let Some(&Reverse((moment, someone, is_new))) = asks.peek()
            && moment < now + 100
        {
            asks.pop();
            let place = place(i64::from(someone) * 2, someone);
            match line.ask(place, is_new, at(moment)) {
                Answer::In { .. } => came_in.push(someone),
                Answer::Wait(standing) => {
                    asks.push(Reverse((moment + again(standing) * 1_000, someone, false)));
                }
            }
        }
    }
    came_in
}

/// Spearman's rank correlation with the order in which they came.
fn order(came_in: &[u32]) -> f64 {
    let squares = came_in.iter().zip(0_u32..);
    let squares: f64 = squares
        .map(|(came, rank)| (f64::from(*came) - f64::from(rank)).powi(2))
        .sum();
    let people = f64::from(u32::try_from(came_in.len()).unwrap());
    1.0 - 6.0 * squares / (people * (people * people - 1.0))
}

#[test]
fn slow_moments_of_a_rush_hardly_change_the_order() {
    for (slowness, slow) in [
        ("none", (|_| false) as fn(i64) -> bool),
        ("the first second", |now| now < 1_000),
        ("three seconds", |now| (2_000..5_000).contains(&now)),
        ("a second in three, for fifteen seconds", |now| {
            now < 15_000 && now % 3_000 < 1_000
        }),
    ] {
        let came_in = rush(slow);
        assert_eq!(came_in.len(), 5_000, "{slowness}");
        let order = order(&came_in);
        assert!(order > 0.95, "{slowness}: {order}");
    }
}

proptest! {
    /// Whatever people do, nobody is called before someone who came earlier and still asks, and no more come in than
    /// the pace allows.
    #[test]
    fn all_are_called_in_the_order_in_which_they_came(
        pace in 1..40_u16,
        // Who asks (a newcomer, or one of those who wait), and how long after the one before.
        asked in prop::collection::vec((0..200_usize, 0..80_i64), 1..400),
    ) {
        let line = Line::new(pace);
        let (mut now, mut people) = (0, Vec::<(Place, bool)>::new());
        for (who, pause) in asked {
            now += pause;
            let known = people.get(who).copied();
            let (who, is_new) = match known {
                Some((_, true)) => continue,
                Some(_) => (who, false),
                None => {
                    let draw = u32::try_from(people.len()).unwrap();
                    people.push((place(now, draw), false));
                    (people.len() - 1, true)
                }
            };
            let came = people[who].0;
            let answer = line.ask(came, is_new, at(now));
            people[who].1 = is_in(answer);
            if let Answer::Wait(standing) = answer {
                let before = people.iter().filter(|(other, _)| *other < came).count();
                prop_assert!(standing.ahead <= before);
            } else {
                // Those before, if they ask in this very moment, come in too.
                for (other, inside) in people.iter_mut().filter(|(other, _)| *other < came) {
                    if !*inside {
                        *inside = is_in(line.ask(*other, false, at(now)));
                        prop_assert!(*inside);
                    }
                }
            }
        }
        let let_in = people.iter().filter(|(_, inside)| *inside).count();
        let most = f64::from(pace) * (1.0 + now as f64 / 1_000.0);
        prop_assert!(let_in as f64 <= most + 1.0, "{let_in} of {most}");
    }
}

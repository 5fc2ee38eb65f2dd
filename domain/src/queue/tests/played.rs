//! Mornings played minute by minute, with people who come or not and visits that take what they take: what was said to
//! each of them is held against what happened.

use super::*;

/// Numbers that differ from seed to seed, and are the same for one seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % end
    }

    /// Minutes of a visit of twenty: some short, most in between, a few very long.
    fn visit(&mut self) -> i64 {
        match self.below(10) {
            0..=1 => 5 + self.below(6),
            2..=7 => 12 + self.below(12),
            _ => 24 + self.below(20),
        }
    }
}

/// Someone of the morning, and what they do not know.
struct Visitor {
    person: Person,
    takes: i64,
    comes: bool,
    called: Option<i64>,
    told: Vec<(i64, WaitRange)>,
    ahead: Option<u32>,
}

const DESKS: usize = 2;
const LAST: i64 = 600;

fn morning(chance: &mut Chance) -> Vec<Visitor> {
    let planned = SignedDuration::from_mins(20);
    let past: Vec<Past> = (0..60)
        .map(|_| Past {
            took: SignedDuration::from_mins(chance.visit()),
            planned,
        })
        .collect();
    let lengths = lengths(planned, &past);
    (0..24)
        .map(|number| {
            let hour = i64::from(number) / 2 * 20;
            let without = number % 6 == 5;
            let arrived = match chance.below(10) {
                0..=7 => hour - chance.below(25),
                _ => hour + chance.below(25),
            }
            .max(0);
            let appointment = (!without).then(|| at(hour));
            Visitor {
                person: Person {
                    turn: Turn {
                        due: due(appointment, at(arrived)),
                        arrived: at(arrived),
                        ticket: Some(ticket(number + 1)),
                    },
                    presence: Presence::Here,
                    appointment: !without,
                    lengths,
                    desks: (0..DESKS).collect(),
                },
                takes: chance.visit(),
                comes: chance.below(10) > 0,
                called: None,
                told: Vec::new(),
                ahead: None,
            }
        })
        .collect()
}

/// Everybody as the office knows them at a minute: those who are there, those of whom an appointment is known.
fn known(visitors: &[Visitor], minute: i64) -> Vec<Person> {
    let waiting = visitors.iter().filter(|it| it.called.is_none());
    waiting
        .filter_map(|it| {
            let here = it.comes && it.person.turn.arrived <= at(minute);
            let presence = if here {
                Presence::Here
            } else {
                Presence::Expected
            };
            (here || it.person.appointment).then(|| Person {
                presence,
                ..it.person.clone()
            })
        })
        .collect()
}

fn play(visitors: &mut [Visitor]) {
    let mut busy: [Option<(i64, i64, Lengths)>; DESKS] = [None; DESKS];
    for minute in 0..LAST {
        for desk in &mut busy {
            *desk = desk.filter(|(_, end, _)| *end > minute);
        }
        for desk in &mut busy {
            let here = |it: &&mut Visitor| {
                it.comes && it.called.is_none() && it.person.turn.arrived <= at(minute)
            };
            if desk.is_none()
                && let Some(next) = visitors
                    .iter_mut()
                    .filter(here)
                    .min_by_key(|it| it.person.turn)
            {
                next.called = Some(minute);
                *desk = Some((minute, minute + next.takes, next.person.lengths));
            }
        }
        let desks = busy.map(|busy| Desk {
            hours: vec![Stretch {
                from: at(0),
                to: at(LAST),
            }],
            busy: busy.map(|(since, _, lengths)| Busy {
                since: at(since),
                lengths,
            }),
        });
        let everybody = known(visitors, minute);
        for visitor in visitors.iter_mut() {
            let waits = visitor.comes && visitor.called.is_none();
            if !waits || visitor.person.turn.arrived > at(minute) {
                continue;
            }
            let before = ahead(&everybody, &visitor.person);
            let had = visitor.ahead.replace(before);
            if visitor.person.turn.due < at(minute) {
                assert!(had.is_none_or(|had| before <= had), "someone came in front");
            }
            if minute % 10 == 0 {
                let said = wait(at(minute), &desks, &everybody, &visitor.person);
                visitor.told.push((minute, said.unwrap()));
            }
        }
    }
}

#[test]
fn what_was_said_is_true_most_of_the_time_and_everybody_is_called() {
    let (mut said, mut held) = (0_u32, 0_u32);
    for seed in 1..=200 {
        let mut visitors = morning(&mut Chance(seed));
        play(&mut visitors);
        for visitor in visitors.iter().filter(|it| it.comes) {
            let called = visitor.called.expect("everybody is called");
            for (minute, range) in &visitor.told {
                let took = u32::try_from(called - minute).unwrap();
                said += 1;
                held += u32::from((range.low..=range.high).contains(&took));
            }
        }
    }
    assert!(said > 1000, "{said}");
    assert!(held * 100 >= said * 85, "{held} of {said}");
}

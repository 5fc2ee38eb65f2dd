//! The legal time of a request while documents are missing (code des relations entre le public et
//! l'administration, article L114-5): it starts again, or stands still, depending on what silence means.

use jiff::{ToSpan, civil::Date};

use crate::procedure::Silence;

/// The legal time of a request since the service asked for documents without which it cannot decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Day on which silence would have taken its meaning if nothing had been asked.
    pub deadline: Date,
    /// Months that the law gives.
    pub months: u16,
    /// What silence means after that.
    pub silence: Silence,
    /// Day on which the documents were asked for.
    pub asked_on: Date,
    /// Last day to give them, when the service fixed one.
    pub due_on: Option<Date>,
}

impl Pause {
    /// Whether the legal time stands still on this day, nothing having been received. When silence means a
    /// refusal, it goes on by itself once the last day has passed; when it means acceptance, never.
    #[must_use]
    pub fn lasts_on(&self, day: Date) -> bool {
        match self.silence {
            Silence::Acceptance => true,
            Silence::Refusal => self.due_on.is_none_or(|due| day <= due),
        }
    }

    /// Day on which silence takes its meaning, as known on a day when nothing has been received; `None` while
    /// the time stands still, for nobody knows it yet.
    #[must_use]
    pub fn deadline_on(&self, day: Date) -> Option<Date> {
        (!self.lasts_on(day)).then(|| self.deadline_once_received(day))
    }

    /// Day on which silence takes its meaning when the last document is received on this day. With acceptance,
    /// the legal time runs in full from then; with refusal, it lost only the days of waiting.
    #[must_use]
    pub fn deadline_once_received(&self, day: Date) -> Date {
        match self.silence {
            Silence::Acceptance => day.saturating_add(i64::from(self.months).months()),
            Silence::Refusal => {
                let due_passed = self.due_on.map(|due| due.saturating_add(1.day()));
                let end = due_passed.map_or(day, |passed| passed.min(day));
                let waited = (end.duration_since(self.asked_on).as_hours() / 24).max(0);
                self.deadline.saturating_add(waited.days())
            }
        }
    }

    /// The pause after more documents were asked for while it lasts: it began with the first ones. A new last
    /// day takes the place of the one before.
    #[must_use]
    pub fn prolonged(self, due_on: Option<Date>) -> Self {
        Self {
            due_on: due_on.or(self.due_on),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    /// Asked on 1 March, due on 15 March, two months given until 1 April.
    fn pause(silence: Silence) -> Pause {
        Pause {
            deadline: date(2026, 4, 1),
            months: 2,
            silence,
            asked_on: date(2026, 3, 1),
            due_on: Some(date(2026, 3, 15)),
        }
    }

    #[test]
    fn acceptance_by_silence_comes_two_months_after_the_last_document() {
        let pause = pause(Silence::Acceptance);
        let received = pause.deadline_once_received(date(2026, 3, 10));
        assert_eq!(received, date(2026, 5, 10));
        assert!(
            pause.lasts_on(date(2027, 1, 1)),
            "nothing came: no acceptance"
        );
    }

    #[test]
    fn refusal_by_silence_loses_only_the_days_of_waiting() {
        let pause = pause(Silence::Refusal);
        let received = pause.deadline_once_received(date(2026, 3, 10));
        assert_eq!(received, date(2026, 4, 10));
        assert_eq!(pause.deadline_on(date(2026, 3, 15)), None);
        let passed = pause.deadline_on(date(2026, 3, 16));
        assert_eq!(passed, Some(date(2026, 4, 16)), "15 days of waiting");
    }

    #[test]
    fn the_end_of_a_month_is_no_reason_to_lose_a_day() {
        let pause = pause(Silence::Acceptance);
        let received = pause.deadline_once_received(date(2026, 12, 31));
        assert_eq!(received, date(2027, 2, 28));
    }

    fn days() -> impl Strategy<Value = Date> {
        (0_i64..2000).prop_map(|days| date(2024, 1, 1).saturating_add(days.days()))
    }

    prop_compose! {
        fn pauses()(
            asked_on in days(),
            to_deadline in 0_i64..120,
            to_due in prop::option::of(0_i64..120),
            months in 1_u16..12,
            accepts in any::<bool>(),
        ) -> Pause {
            Pause {
                deadline: asked_on.saturating_add(to_deadline.days()),
                months,
                silence: if accepts { Silence::Acceptance } else { Silence::Refusal },
                asked_on,
                due_on: to_due.map(|days| asked_on.saturating_add(days.days())),
            }
        }
    }

    proptest! {
        #[test]
        fn nobody_waits_longer_for_having_given_the_documents_sooner(
            pause in pauses(), sooner in 0_i64..300, more in 0_i64..300,
        ) {
            let on = |days: i64| pause.asked_on.saturating_add(days.days());
            prop_assert!(
                pause.deadline_once_received(on(sooner)) <= pause.deadline_once_received(on(sooner + more))
            );
        }

        #[test]
        fn a_refusal_by_silence_moves_by_the_wait_and_never_past_the_last_day(
            pause in pauses(), days in 0_i64..300,
        ) {
            prop_assume!(pause.silence == Silence::Refusal);
            let received = pause.asked_on.saturating_add(days.days());
            let moved = pause.deadline_once_received(received).duration_since(pause.deadline).as_hours() / 24;
            let most = pause.due_on.map_or(days, |due| due.duration_since(pause.asked_on).as_hours() / 24 + 1);
            prop_assert_eq!(moved, days.min(most));
        }

        #[test]
        fn an_acceptance_by_silence_takes_no_account_of_the_time_before(
            pause in pauses(), received in days(), other in days(),
        ) {
            prop_assume!(pause.silence == Silence::Acceptance);
            let forgotten = Pause { deadline: other, asked_on: other, due_on: None, ..pause };
            prop_assert_eq!(
                pause.deadline_once_received(received), forgotten.deadline_once_received(received)
            );
        }

        #[test]
        fn once_known_the_day_no_longer_moves(pause in pauses(), day in 0_i64..300, later in 0_i64..300) {
            let on = |days: i64| pause.asked_on.saturating_add(days.days());
            if let Some(known) = pause.deadline_on(on(day)) {
                prop_assert_eq!(pause.deadline_on(on(day + later)), Some(known));
            }
        }

        #[test]
        fn asking_for_more_changes_only_the_last_day(pause in pauses(), due in prop::option::of(days())) {
            let more = pause.prolonged(due);
            prop_assert_eq!(more.asked_on, pause.asked_on);
            prop_assert_eq!(more.due_on, due.or(pause.due_on));
        }
    }
}

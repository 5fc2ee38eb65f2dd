//! The last day of each way to contest a decision.

use jiff::{ToSpan, civil::Date};

use crate::procedure::RemedyRule;

impl RemedyRule {
    /// Last day for a decision of this day; `None`: at any time. The same day so many months later, or the last
    /// of that month. Courts count one day more (délai franc): whoever keeps to this day is in time.
    #[must_use]
    pub fn last_day(&self, decided_on: Date) -> Option<Date> {
        self.months
            .map(|months| decided_on.saturating_add(i64::from(months).months()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{procedure::LegalSource, text::Text};

    fn rule(months: Option<u16>) -> RemedyRule {
        RemedyRule {
            label: Text::default(),
            addressee: Vec::new(),
            url: None,
            months,
            source: LegalSource {
                label: Text::default(),
                reference: String::new(),
                url: None,
            },
        }
    }

    #[test]
    fn two_months_after_new_year_s_eve_end_with_february() {
        let until = rule(Some(2)).last_day(date(2026, 12, 31));
        assert_eq!(until, Some(date(2027, 2, 28)));
    }

    #[test]
    fn what_may_be_done_at_any_time_has_no_last_day() {
        assert_eq!(rule(None).last_day(date(2026, 11, 22)), None);
    }

    proptest! {
        #[test]
        fn the_day_is_the_same_or_the_last_of_its_month(days in 0_i64..4000, months in 1_u16..24) {
            let decided = date(2024, 1, 1).saturating_add(days.days());
            let until = rule(Some(months)).last_day(decided).unwrap();
            prop_assert!(until > decided);
            prop_assert!(until.day() == decided.day() || until == until.last_of_month());
            let apart = i32::from(until.year() - decided.year()) * 12
                + i32::from(until.month()) - i32::from(decided.month());
            prop_assert_eq!(apart, i32::from(months));
        }
    }
}

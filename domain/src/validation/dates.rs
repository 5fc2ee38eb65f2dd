//! Where a date must lie: before or after today, or at an age.

use jiff::civil::Date;

use super::{FaultCode, Reading};
use crate::{
    answers::Answer,
    date_input::{PARTS, parse_parts},
    field::{Field, Period},
    submitted::Submitted,
};

pub(super) fn date(
    typed: &Submitted,
    field: &Field,
    period: Period,
    min_age: Option<u16>,
    max_age: Option<u16>,
    today: Date,
) -> Reading {
    let [day, month, year] = PARTS.map(|part| typed.part(&field.key, part));
    let date = match parse_parts(day, month, year, today) {
        Ok(date) => date,
        Err(fault) if fault.code == FaultCode::Missing => return Ok(None),
        Err(fault) => return Err(vec![(fault.part, fault.code)]),
    };
    let age = i32::from(whole_years(date, today));
    let problem = match period {
        Period::Past if date > today => Some(FaultCode::DateFuture),
        Period::Future if date < today => Some(FaultCode::DatePast),
        _ if min_age.is_some_and(|min| age < i32::from(min)) => Some(FaultCode::TooYoung),
        _ if max_age.is_some_and(|max| age > i32::from(max)) => Some(FaultCode::TooOld),
        _ => None,
    };
    problem.map_or(Ok(Some(Answer::Date(date))), |code| Err(vec![(None, code)]))
}

/// Age in whole years, which grows on the birthday. Who was born on 29 February grows older on 1 March in a
/// year without that day. Negative for a date to come.
#[must_use]
pub fn whole_years(birth: Date, today: Date) -> i16 {
    let before_birthday = (today.month(), today.day()) < (birth.month(), birth.day());
    today.year() - birth.year() - i16::from(before_birthday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date as day};

    use super::{date, whole_years};
    use crate::{
        answers::Answer,
        field::{Field, FieldKind, Period},
        submitted::Submitted,
        validation::{FaultCode, Reading, strategies::field},
    };

    const TODAY: Date = day(2026, 11, 22);

    fn read(typed: Date, period: Period, min_age: Option<u16>, max_age: Option<u16>) -> Reading {
        let field: Field = field(
            "birth",
            FieldKind::Date {
                period,
                min_age,
                max_age,
            },
        );
        let part = |part: &str, value: String| (format!("birth.{part}"), value);
        let sent = Submitted(vec![
            part("day", typed.day().to_string()),
            part("month", typed.month().to_string()),
            part("year", typed.year().to_string()),
        ]);
        date(&sent, &field, period, min_age, max_age, TODAY)
    }

    fn fault(code: FaultCode) -> Reading {
        Err(vec![(None, code)])
    }

    #[test]
    fn today_is_neither_too_early_nor_too_late() {
        for period in [Period::Any, Period::Past, Period::Future] {
            assert_eq!(
                read(TODAY, period, None, None),
                Ok(Some(Answer::Date(TODAY)))
            );
        }
        assert_eq!(
            read(day(2026, 11, 23), Period::Past, None, None),
            fault(FaultCode::DateFuture)
        );
        assert_eq!(
            read(day(2026, 11, 21), Period::Future, None, None),
            fault(FaultCode::DatePast)
        );
    }

    #[test]
    fn one_is_of_age_on_the_birthday() {
        let eighteen = Some(18);
        assert!(read(day(2008, 11, 22), Period::Past, eighteen, None).is_ok());
        assert_eq!(
            read(day(2008, 11, 23), Period::Past, eighteen, None),
            fault(FaultCode::TooYoung)
        );
        assert!(read(day(2007, 11, 23), Period::Past, None, eighteen).is_ok());
        assert_eq!(
            read(day(2007, 11, 22), Period::Past, None, eighteen),
            fault(FaultCode::TooOld)
        );
    }

    #[test]
    fn who_was_born_on_29_february_grows_older_on_1_march_of_ordinary_years() {
        let birth = day(2008, 2, 29);
        assert_eq!(whole_years(birth, day(2026, 2, 28)), 17);
        assert_eq!(whole_years(birth, day(2026, 3, 1)), 18);
        assert_eq!(whole_years(birth, day(2028, 2, 28)), 19);
        assert_eq!(whole_years(birth, day(2028, 2, 29)), 20);
    }

    #[test]
    fn a_date_to_come_has_no_age() {
        assert_eq!(whole_years(day(2027, 1, 1), TODAY), -1);
        assert_eq!(
            read(day(2027, 1, 1), Period::Any, Some(0), None),
            fault(FaultCode::TooYoung)
        );
    }
}

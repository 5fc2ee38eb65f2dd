//! Dates as people type them: three parts, or a whole date pasted in the first part.

use jiff::civil::Date;

use crate::{month_names::month_number, signs, validation::FaultCode};

/// Why what was typed is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateFault {
    /// Which part is wrong (`day`, `month`, `year`); `None` for the whole, such as 31 April.
    pub part: Option<&'static str>,
    /// `Missing` (nothing typed), `DateIncomplete` or `DateUnreal`.
    pub code: FaultCode,
}

/// Longest text that may still be a part of a date, in bytes. Anything longer is not looked at.
const LONGEST_PART: usize = 64;

/// Years that a form may speak of. Anything else is a typing mistake: 19557, 202.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2200;

/// Reads a date typed in three parts, or whole in the first part when the others are empty:
/// `27/3/1957`, `27-03-57`, `27 mars 1957`, `March 27, 1957`, `1957-03-27`.
///
/// Digits may be Arabic or Persian, months may be names in French, English or Arabic. A year of two digits
/// is the one that lies at most ten years after `today`: someone born in 1957 may type 57, and a document
/// that ends in 2030 may be typed 30.
///
/// # Errors
/// Says which part is missing, or which part no date holds.
pub fn parse_parts(day: &str, month: &str, year: &str, today: Date) -> Result<Date, DateFault> {
    if [day, month, year]
        .iter()
        .any(|part| part.len() > LONGEST_PART)
    {
        return Err(unreal(None));
    }
    let parts = [day, month, year].map(signs::plain);
    if parts[1].is_empty() && parts[2].is_empty() {
        if parts[0].is_empty() {
            return Err(DateFault {
                part: None,
                code: FaultCode::Missing,
            });
        }
        // The other inputs are empty, so the fault belongs to the whole.
        if let Some(parts) = split_whole(day) {
            return parse_plain(&parts, today).map_err(|_| unreal(None));
        }
    }
    for (part, name) in parts.iter().zip(PARTS) {
        if part.is_empty() {
            return Err(DateFault {
                part: Some(name),
                code: FaultCode::DateIncomplete,
            });
        }
    }
    parse_plain(&parts, today)
}

/// Names of the parts, in the order of the form.
pub(crate) const PARTS: [&str; 3] = ["day", "month", "year"];

const fn unreal(part: Option<&'static str>) -> DateFault {
    DateFault {
        part,
        code: FaultCode::DateUnreal,
    }
}

/// Day, month and year of a date typed in one go; `None` when it does not have three parts.
fn split_whole(typed: &str) -> Option<[String; 3]> {
    let tokens: Vec<String> = typed
        .split(|sign: char| {
            sign.is_whitespace() || signs::is_dash(sign) || matches!(sign, '/' | '.' | ',' | '،')
        })
        .map(signs::plain)
        .filter(|token| !token.is_empty())
        .collect();
    let [first, middle @ .., last] = tokens.as_slice() else {
        return None;
    };
    // Some Arabic months are two words.
    let middle = middle.join(" ");
    if middle.is_empty() {
        return None;
    }
    Some(if first.len() == 4 && is_number(first) {
        [last.clone(), middle, first.clone()]
    } else if month_number(first).is_some() {
        [middle, first.clone(), last.clone()]
    } else {
        [first.clone(), middle, last.clone()]
    })
}

/// A date from plain parts, none empty.
fn parse_plain([day, month, year]: &[String; 3], today: Date) -> Result<Date, DateFault> {
    // "1er" in French, "1st" in English.
    let bare_day = ["er", "st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| day.strip_suffix(end))
        .unwrap_or(day);
    let day = number(bare_day, 2).filter(|day| (1..=31).contains(day));
    let month = month_number(month)
        .or_else(|| number(month, 2))
        .filter(|month| (1..=12).contains(month));
    let year = match year.len() {
        2 => number(year, 2).map(|year| century(year, today)),
        _ => number(year, 4),
    }
    .filter(|year| YEARS.contains(year));
    match (day, month, year) {
        (Some(day), Some(month), Some(year)) => {
            // In range, so the only fault left is a day that this month does not have.
            let small = |number: i16| i8::try_from(number).unwrap_or_default();
            Date::new(year, small(month), small(day)).map_err(|_| unreal(None))
        }
        (None, Some(_), Some(_)) => Err(unreal(Some("day"))),
        (Some(_), None, Some(_)) => Err(unreal(Some("month"))),
        (Some(_), Some(_), None) => Err(unreal(Some("year"))),
        _ => Err(unreal(None)),
    }
}

/// The year that ends with these two digits, at most ten years after today.
fn century(two_digits: i16, today: Date) -> i16 {
    let year = today.year() - today.year().rem_euclid(100) + two_digits;
    if year > today.year() + 10 {
        year - 100
    } else {
        year
    }
}

fn is_number(plain: &str) -> bool {
    plain.bytes().all(|sign| sign.is_ascii_digit())
}

/// A number of at most `digits` digits.
fn number(plain: &str, digits: usize) -> Option<i16> {
    if plain.len() > digits || !is_number(plain) {
        None
    } else {
        plain.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::{DateFault, PARTS, parse_parts};
    use crate::validation::FaultCode;

    const TODAY: Date = date(2026, 11, 22);

    fn read(day: &str, month: &str, year: &str) -> Result<Date, DateFault> {
        parse_parts(day, month, year, TODAY)
    }

    fn fault(part: Option<&'static str>, code: FaultCode) -> Result<Date, DateFault> {
        Err(DateFault { part, code })
    }

    #[test]
    fn a_birth_date_may_be_typed_in_many_ways() {
        let birth = Ok(date(1957, 3, 27));
        for [day, month, year] in [
            ["27", "3", "1957"],
            [" 27 ", "03", "57"],
            ["27", "mars", "1957"],
            ["27", "Mar.", "1957"],
            ["٢٧", "٣", "١٩٥٧"],
            ["۲۷", "۳", "۱۹۵۷"],
            ["27", "مارس", "1957"],
            ["27th", "march", "1957"],
            ["27/3/1957", "", ""],
            ["27-03-57", " ", ""],
            ["27.03.1957", "", ""],
            ["27 mars 1957", "", ""],
            ["March 27, 1957", "", ""],
            ["1957-03-27", "", ""],
            ["1957\u{2013}03\u{2013}27", "", ""],
            ["\u{200F}٢٧/٣/١٩٥٧", "", ""],
            ["٢٧ آذار ١٩٥٧", "", ""],
        ] {
            assert_eq!(read(day, month, year), birth, "{day} {month} {year}");
        }
        assert_eq!(read("1er", "janvier", "2001"), Ok(date(2001, 1, 1)));
        assert_eq!(read("2 كانون الثاني 2001", "", ""), Ok(date(2001, 1, 2)));
        assert_eq!(read("3 déc. 2001", "", ""), Ok(date(2001, 12, 3)));
    }

    #[test]
    fn a_year_of_two_digits_is_the_one_that_lies_at_most_ten_years_ahead() {
        assert_eq!(read("1", "1", "36").map(Date::year), Ok(2036));
        assert_eq!(read("1", "1", "37").map(Date::year), Ok(1937));
        assert_eq!(read("1", "1", "00").map(Date::year), Ok(2000));
    }

    #[test]
    fn leap_days_exist_only_in_leap_years() {
        assert_eq!(read("29", "2", "2024"), Ok(date(2024, 2, 29)));
        assert_eq!(read("29", "2", "2000"), Ok(date(2000, 2, 29)));
        for year in ["1900", "2023", "2100"] {
            assert_eq!(read("29", "2", year), fault(None, FaultCode::DateUnreal));
        }
    }

    #[test]
    fn a_wrong_date_says_which_part_is_wrong() {
        use FaultCode::{DateIncomplete, DateUnreal, Missing};
        assert_eq!(read("", " ", ""), fault(None, Missing));
        assert_eq!(read("", "3", "1957"), fault(Some("day"), DateIncomplete));
        assert_eq!(read("27", "", "1957"), fault(Some("month"), DateIncomplete));
        assert_eq!(read("27", "3", ""), fault(Some("year"), DateIncomplete));
        assert_eq!(read("27", "", ""), fault(Some("month"), DateIncomplete));
        assert_eq!(read("32", "3", "1957"), fault(Some("day"), DateUnreal));
        assert_eq!(read("0", "3", "1957"), fault(Some("day"), DateUnreal));
        assert_eq!(read("27", "13", "1957"), fault(Some("month"), DateUnreal));
        assert_eq!(read("27", "marz", "1957"), fault(Some("month"), DateUnreal));
        assert_eq!(read("27", "3", "957"), fault(Some("year"), DateUnreal));
        assert_eq!(read("27", "3", "1799"), fault(Some("year"), DateUnreal));
        assert_eq!(read("27", "3", "2201"), fault(Some("year"), DateUnreal));
        assert_eq!(read("-1", "3", "2001"), fault(Some("day"), DateUnreal));
        assert_eq!(read("40", "13", "1957"), fault(None, DateUnreal));
        assert_eq!(read("31", "4", "1957"), fault(None, DateUnreal));
        assert_eq!(read("31/4/1957", "", ""), fault(None, DateUnreal));
        assert_eq!(read(&"9".repeat(100), "3", "1957"), fault(None, DateUnreal));
    }

    proptest! {
        #[test]
        fn every_date_is_read_back_from_its_parts(days in 0..146_000_i64) {
            let day = date(1800, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let parts = [day.day().to_string(), day.month().to_string(), day.year().to_string()];
            prop_assert_eq!(read(&parts[0], &parts[1], &parts[2]), Ok(day));
            prop_assert_eq!(read(&parts.join("/"), "", ""), Ok(day));
            prop_assert_eq!(read(&day.to_string(), "", ""), Ok(day));
        }

        #[test]
        fn anything_typed_is_a_date_or_a_fault_of_a_known_part(
            day in "\\PC{0,12}", month in "\\PC{0,12}", year in "\\PC{0,12}",
        ) {
            match read(&day, &month, &year) {
                Ok(date) => prop_assert!((1800..=2200).contains(&date.year())),
                Err(fault) => {
                    prop_assert!(fault.part.is_none_or(|part| PARTS.contains(&part)));
                    prop_assert!(matches!(
                        fault.code,
                        FaultCode::Missing | FaultCode::DateIncomplete | FaultCode::DateUnreal
                    ));
                }
            }
        }
    }
}

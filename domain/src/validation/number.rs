//! Whole numbers: spaces between thousands and Arabic digits are accepted, decimals are not.

use super::FaultCode;
use crate::{answers::Answer, signs};

/// A number from `min` to `max`.
pub(super) fn whole(typed: &str, min: i64, max: i64) -> Result<Option<Answer>, FaultCode> {
    // An i64 has 19 digits; the rest may be spaces.
    if typed.len() > 200 {
        return Err(FaultCode::Number);
    }
    let mut digits = String::with_capacity(typed.len());
    for sign in signs::one_line(typed).chars().map(signs::fold_digit) {
        match sign {
            ' ' => {}
            dash if signs::is_dash(dash) && digits.is_empty() => digits.push('-'),
            digit if digit.is_ascii_digit() => digits.push(digit),
            _ => return Err(FaultCode::Number),
        }
    }
    if digits.is_empty() {
        return Ok(None);
    }
    if digits == "-" {
        return Err(FaultCode::Number);
    }
    match digits.parse::<i64>() {
        Ok(number) if number < min => Err(FaultCode::TooSmall),
        Ok(number) if number > max => Err(FaultCode::TooGreat),
        Ok(number) => Ok(Some(Answer::Number(number))),
        // Digits only: all that can be wrong is their number.
        Err(_) if digits.starts_with('-') => Err(FaultCode::TooSmall),
        Err(_) => Err(FaultCode::TooGreat),
    }
}

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::{answers::Answer, validation::FaultCode};

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for (typed, number) in [
            ("3", 3),
            (" 007 ", 7),
            ("1 000", 1000),
            ("1\u{202F}000", 1000),
            ("٤٢", 42),
            ("−5", -5),
        ] {
            assert_eq!(
                whole(typed, -10, 2000),
                Ok(Some(Answer::Number(number))),
                "{typed}"
            );
        }
        assert_eq!(whole(" ", 0, 9), Ok(None));
    }

    #[test]
    fn what_is_not_a_whole_number_is_told() {
        for typed in ["3,5", "3.0", "trois", "-", "--3", "3-", "1e3"] {
            assert_eq!(whole(typed, 0, 9), Err(FaultCode::Number), "{typed}");
        }
    }

    #[test]
    fn limits_belong_to_the_range() {
        assert_eq!(whole("0", 0, 9), Ok(Some(Answer::Number(0))));
        assert_eq!(whole("9", 0, 9), Ok(Some(Answer::Number(9))));
        assert_eq!(whole("10", 0, 9), Err(FaultCode::TooGreat));
        assert_eq!(whole("-1", 0, 9), Err(FaultCode::TooSmall));
        assert_eq!(whole(&"9".repeat(60), 0, 9), Err(FaultCode::TooGreat));
        assert_eq!(
            whole(&format!("-{}", "9".repeat(60)), 0, 9),
            Err(FaultCode::TooSmall)
        );
    }
}

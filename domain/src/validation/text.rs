//! One line and several lines of text: cleaned first, then measured in characters.

use super::FaultCode;
use crate::{
    answers::Answer,
    field::Meaning,
    hand_over::{HandOverCode, HandOverCodeError},
    signs,
    tracking_code::TrackingCode,
};

/// One line. White space around it and runs of it inside do not count.
pub(super) fn short(
    typed: &str,
    min: u16,
    max: u16,
    meaning: Option<Meaning>,
) -> Result<Option<Answer>, FaultCode> {
    let text = measured(typed, min, max, signs::one_line)?;
    match meaning {
        _ if text.is_empty() => Ok(None),
        Some(Meaning::FamilyName | Meaning::GivenNames) if !is_name(&text) => {
            Err(FaultCode::Characters)
        }
        Some(Meaning::TrackingCode) if TrackingCode::parse(&text).is_err() => {
            Err(FaultCode::Characters)
        }
        Some(Meaning::HandOverCode) => match HandOverCode::parse(&text) {
            Ok(_) => Ok(Some(Answer::Text(text))),
            Err(HandOverCodeError::TooShort) => Err(FaultCode::TooShort),
            Err(HandOverCodeError::TooLong) => Err(FaultCode::TooLong),
            Err(HandOverCodeError::Letter | HandOverCodeError::Check) => Err(FaultCode::Characters),
        },
        _ if text.contains(char::is_control) => Err(FaultCode::Characters),
        _ => Ok(Some(Answer::Text(text))),
    }
}

/// Several lines, whose line breaks count for one character each.
pub(super) fn long(typed: &str, min: u16, max: u16) -> Result<Option<Answer>, FaultCode> {
    let text = lines(typed, min, max)?;
    Ok(if text.is_empty() {
        None
    } else {
        Some(Answer::Text(text))
    })
}

/// Free text outside a form, such as a message: cleaned, at most `max` characters, maybe empty.
///
/// # Errors
/// [`FaultCode::TooLong`], or [`FaultCode::Characters`] for signs that nobody types.
pub fn free_text(typed: &str, max: u16) -> Result<String, FaultCode> {
    lines(typed, 0, max)
}

fn lines(typed: &str, min: u16, max: u16) -> Result<String, FaultCode> {
    let text = measured(typed, min, max, signs::lines)?;
    if text.contains(|sign: char| sign.is_control() && sign != '\n' && sign != '\t') {
        return Err(FaultCode::Characters);
    }
    Ok(text)
}

/// The cleaned text, its length within the limits unless it is empty.
pub(super) fn measured(
    typed: &str,
    min: u16,
    max: u16,
    clean: fn(&str) -> String,
) -> Result<String, FaultCode> {
    // A flood is refused before any work: a page may receive as much as the server lets through.
    if typed.len() > 10 * usize::from(max) {
        return Err(FaultCode::TooLong);
    }
    let text = clean(typed);
    match text.chars().count() {
        0 => Ok(text),
        length if length > usize::from(max) => Err(FaultCode::TooLong),
        length if length < usize::from(min) => Err(FaultCode::TooShort),
        _ => Ok(text),
    }
}

/// Whether a text may be a person's name. Every script, apostrophe and hyphen may occur in one; digits alone,
/// control characters and the signs of markup do not.
pub(super) fn is_name(text: &str) -> bool {
    text.contains(char::is_alphabetic)
        && !text.contains(|sign: char| sign.is_control() || "<>".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::{long, short};
    use crate::{
        answers::Answer, field::Meaning, tracking_code::TrackingCode, validation::FaultCode,
    };

    fn text(words: &str) -> Result<Option<Answer>, FaultCode> {
        Ok(Some(Answer::Text(words.to_owned())))
    }

    #[test]
    fn a_slip_in_a_tracking_code_is_noticed() {
        let code = |typed| short(typed, 0, 40, Some(Meaning::TrackingCode));
        let right = TrackingCode::from_entropy(&[7; 16]).to_string();
        assert_eq!(code(&right), text(&right));
        let swapped: String = [&right[1..2], &right[..1], &right[2..]].concat();
        for wrong in [swapped.as_str(), "2222", "O000-0000-0000"] {
            assert_eq!(code(wrong), Err(FaultCode::Characters), "{wrong}");
        }
    }

    #[test]
    fn a_slip_in_a_hand_over_code_is_told_by_its_kind() {
        let code = |typed| short(typed, 18, 60, Some(Meaning::HandOverCode));
        let right = "bakoti-morafi-lidaja";
        assert_eq!(code(right), text(right));
        assert_eq!(code("bakoti"), Err(FaultCode::TooShort));
        assert_eq!(code("bakoti morafi lida"), Err(FaultCode::TooShort));
        assert_eq!(code("bakoti morafi lidajada"), Err(FaultCode::TooLong));
        assert_eq!(code("bakoti morafi lidajo"), Err(FaultCode::Characters));
    }

    #[test]
    fn a_line_is_kept_without_the_spaces_around_it() {
        assert_eq!(
            short("  rue  de la\tPaix ", 0, 20, None),
            text("rue de la Paix")
        );
        assert_eq!(short("   ", 3, 20, None), Ok(None));
        assert_eq!(short("ab", 3, 20, None), Err(FaultCode::TooShort));
        assert_eq!(short("a\u{0}b", 0, 20, None), Err(FaultCode::Characters));
    }

    #[test]
    fn an_accented_letter_counts_once() {
        assert_eq!(short("éééé", 0, 4, None), text("éééé"));
        assert_eq!(short("ééééé", 0, 4, None), Err(FaultCode::TooLong));
    }

    #[test]
    fn line_breaks_count_once_in_long_texts() {
        assert_eq!(long("a\r\nb\r\n", 0, 3), text("a\nb"));
        assert_eq!(long("a\r\nbc", 0, 3), Err(FaultCode::TooLong));
        assert_eq!(long("a\tb", 0, 3), text("a\tb"));
        assert_eq!(long("a\u{1b}b", 0, 3), Err(FaultCode::Characters));
    }

    #[test]
    fn a_flood_is_too_long() {
        assert_eq!(
            long(&" ".repeat(2_000_000), 0, 2000),
            Err(FaultCode::TooLong)
        );
    }

    #[test]
    fn names_of_every_script_are_names_and_numbers_are_not() {
        for name in [
            "O’Brien",
            "Nguyễn",
            "D'Artagnan-Lévêque",
            "محمد",
            "李",
            "Łukasz 2nd",
            "N'Diaye (née Fall)",
        ] {
            assert_eq!(
                short(name, 0, 100, Some(Meaning::FamilyName)),
                text(name),
                "{name}"
            );
        }
        for wrong in ["123", "-", "<b>Jean</b>"] {
            assert_eq!(
                short(wrong, 0, 100, Some(Meaning::GivenNames)),
                Err(FaultCode::Characters),
                "{wrong}"
            );
        }
        assert_eq!(short("12 < 13", 0, 100, None), text("12 < 13"));
    }
}

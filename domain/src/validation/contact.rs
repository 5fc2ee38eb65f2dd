//! E-mail addresses and phone numbers: lenient about how they are typed, strict about what they are.

use super::FaultCode;
use crate::{answers::Answer, signs};

/// Longest e-mail address in bytes (RFC 5321, section 4.5.3.1.3, without the angle brackets).
const LONGEST_EMAIL: usize = 254;

/// Longest part before the `@` in bytes (RFC 5321, section 4.5.3.1.1).
const LONGEST_LOCAL_PART: usize = 64;

/// Nothing longer than this, in bytes, is read as an e-mail address or a phone number.
const LONGEST_TYPED: usize = 2540;

/// An address of the usual shape, in any script. Whether it exists, only a message can tell.
pub(super) fn email(typed: &str) -> Result<Option<Answer>, FaultCode> {
    if typed.len() > LONGEST_TYPED {
        return Err(FaultCode::Email);
    }
    let address = signs::one_line(typed);
    if address.is_empty() {
        return Ok(None);
    }
    let (local, domain) = address.split_once('@').ok_or(FaultCode::Email)?;
    if address.len() > LONGEST_EMAIL || !is_local_part(local) || !is_domain(domain) {
        return Err(FaultCode::Email);
    }
    // Domains know no case; the part before the @ may.
    Ok(Some(Answer::Text(format!(
        "{local}@{}",
        domain.to_ascii_lowercase()
    ))))
}

fn is_local_part(local: &str) -> bool {
    local.len() <= LONGEST_LOCAL_PART
        && local.split('.').all(|atom| !atom.is_empty())
        && !local.contains(|sign: char| {
            sign.is_whitespace() || sign.is_control() || "@<>()[]\\,;:\"".contains(sign)
        })
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|sign| {
                sign.is_ascii_alphanumeric()
                    || sign == '-'
                    || (!sign.is_ascii() && !sign.is_control())
            })
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

/// A French number of ten digits, or an international one of 8 to 15 digits after `+` or `00` (ITU-T E.164).
/// Stored as it is dialled from anywhere: `+33612345678`.
pub(super) fn phone(typed: &str) -> Result<Option<Answer>, FaultCode> {
    if typed.len() > LONGEST_TYPED {
        return Err(FaultCode::Phone);
    }
    let line = signs::one_line(typed);
    if line.is_empty() {
        return Ok(None);
    }
    let mut dialled = String::with_capacity(line.len());
    for sign in line.chars().map(signs::fold_digit) {
        match sign {
            '0'..='9' => dialled.push(sign),
            '+' | '＋' if dialled.is_empty() => dialled.push('+'),
            ' ' | '.' | '/' | '(' | ')' => {}
            dash if signs::is_dash(dash) => {}
            _ => return Err(FaultCode::Phone),
        }
    }
    international(&dialled)
        .map(|number| Some(Answer::Text(number)))
        .ok_or(FaultCode::Phone)
}

fn international(dialled: &str) -> Option<String> {
    let number = match dialled
        .strip_prefix('+')
        .or_else(|| dialled.strip_prefix("00"))
    {
        Some(number) => match number.strip_prefix("33") {
            // "+33 (0)6 12…": the zero is dialled inside France only.
            Some(french) => french_number(french.strip_prefix('0').unwrap_or(french))?,
            None => number.to_owned(),
        },
        None => french_number(dialled.strip_prefix('0')?)?,
    };
    ((8..=15).contains(&number.len()) && !number.starts_with('0')).then(|| format!("+{number}"))
}

/// The nine digits after the leading zero, with the code of France.
fn french_number(nine: &str) -> Option<String> {
    (nine.len() == 9 && !nine.starts_with('0')).then(|| format!("33{nine}"))
}

#[cfg(test)]
mod tests {
    use super::{email, phone};
    use crate::{answers::Answer, validation::FaultCode};

    #[test]
    fn a_phone_number_is_read_in_every_usual_form() {
        for typed in [
            "0612345678",
            "06 12 34 56 78",
            "06.12.34.56.78",
            "06-12-34-56-78",
            "06\u{2011}12\u{2011}34\u{2011}56\u{2011}78",
            "+33 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "+33(0)612345678",
            "0033612345678",
            "00 33 (0) 6 12 34 56 78",
            "(06) 12 34 56 78",
            "٠٦ ١٢ ٣٤ ٥٦ ٧٨",
            "\u{202D}06 12 34 56 78\u{202C}",
        ] {
            assert_eq!(
                phone(typed),
                Ok(Some(Answer::Text("+33612345678".to_owned()))),
                "{typed}"
            );
        }
        assert_eq!(
            phone("+213 550 12 34 56"),
            Ok(Some(Answer::Text("+213550123456".to_owned())))
        );
        assert_eq!(phone("  "), Ok(None));
    }

    #[test]
    fn a_number_that_cannot_be_dialled_is_told() {
        for typed in [
            "061234567",
            "06123456789",
            "612345678",
            "0012",
            "+33 6 12 34",
            "+33 1612345678",
            "+1234567",
            "+1234567890123456",
            "+0123456789",
            "06 12 34 56 7a",
            "06+12345678",
            "+",
            "mairie",
        ] {
            assert_eq!(phone(typed), Err(FaultCode::Phone), "{typed}");
        }
        assert_eq!(phone(&"0".repeat(1_000_000)), Err(FaultCode::Phone));
    }

    #[test]
    fn usual_addresses_are_accepted() {
        for (typed, kept) in [
            (" jean.dupont@example.fr ", "jean.dupont@example.fr"),
            ("Jean+mairie@Example.FR", "Jean+mairie@example.fr"),
            (
                "o'brien_x@sous.domaine.example",
                "o'brien_x@sous.domaine.example",
            ),
            ("zoé@société.example", "zoé@société.example"),
            ("a@xn--socit-esab.example", "a@xn--socit-esab.example"),
        ] {
            assert_eq!(
                email(typed),
                Ok(Some(Answer::Text(kept.to_owned()))),
                "{typed}"
            );
        }
        assert_eq!(email(""), Ok(None));
    }

    #[test]
    fn what_cannot_be_an_address_is_told() {
        let long_local = format!("{}@example.fr", "a".repeat(65));
        let long_domain = format!("a@{}fr", "abcdefghi.".repeat(26));
        for typed in [
            "jean",
            "jean@",
            "@example.fr",
            "jean@example",
            "jean dupont@example.fr",
            "jean@exam ple.fr",
            "jean@@example.fr",
            "jean@a@example.fr",
            ".jean@example.fr",
            "jean.@example.fr",
            "je..an@example.fr",
            "jean@.example.fr",
            "jean@example.fr.",
            "jean@-example.fr",
            "jean@exam_ple.fr",
            "<jean@example.fr>",
            "jean@example.fr, lea@example.fr",
            &long_local,
            &long_domain,
        ] {
            assert_eq!(email(typed), Err(FaultCode::Email), "{typed}");
        }
    }
}

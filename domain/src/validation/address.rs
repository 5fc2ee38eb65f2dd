//! Postal addresses typed by hand, in France or abroad.

use super::{
    FaultCode, Reading,
    parts::{finish, need, read_part},
};
use crate::{
    answers::{Address, Answer},
    field::Field,
    signs,
    submitted::Submitted,
};

/// Greatest length of a part of an address, in characters.
pub const ADDRESS_LENGTH: u16 = 100;

/// Parts of an address, in the order of the form.
pub(super) const ADDRESS_PARTS: [&str; 5] = ["line1", "line2", "postal_code", "city", "country"];

/// Parts of an address that a required field needs.
pub(super) const ADDRESS_NEEDED: [&str; 3] = ["line1", "postal_code", "city"];

/// A postal address. Only a required field needs its parts: an optional one may hold just a city.
pub(super) fn address(typed: &Submitted, field: &Field) -> Reading {
    let mut problems = Vec::new();
    let [line1, line2, postal_code, city, country] = ADDRESS_PARTS.map(|part| {
        read_part(
            typed.part(&field.key, part),
            part,
            ADDRESS_LENGTH,
            &mut problems,
            |line| !line.contains(char::is_control),
        )
    });
    let postal_code: String = postal_code.chars().map(signs::fold_digit).collect();
    let mut address = Address {
        line1,
        line2,
        postal_code,
        city,
        country,
    };
    if problems.is_empty() && address == Address::default() && !field.is_required() {
        return Ok(None);
    }
    if is_france(&address.country) {
        address.postal_code.retain(|sign| sign != ' ');
    }
    if !address.postal_code.is_empty() && !is_postal_code(&address) {
        problems.push((Some("postal_code"), FaultCode::PostalCode));
    }
    if field.is_required() {
        need(
            &ADDRESS_NEEDED,
            [&address.line1, &address.postal_code, &address.city],
            &mut problems,
        );
    }
    finish(Answer::Address(address), &problems, &ADDRESS_PARTS)
}

/// Empty means France: the form says so.
fn is_france(country: &str) -> bool {
    matches!(
        signs::plain(country).as_str(),
        "" | "france"
            | "fr"
            | "fra"
            | "la france"
            | "republique francaise"
            | "french republic"
            | "فرنسا"
            | "الجمهورية الفرنسية"
    )
}

fn is_postal_code(address: &Address) -> bool {
    let code = &address.postal_code;
    if is_france(&address.country) {
        code.len() == 5 && code.bytes().all(|sign| sign.is_ascii_digit())
    } else {
        (2..=12).contains(&code.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::{
        answers::{Address, Answer},
        examples::typed,
        field::{FieldKind, Need},
        validation::{FaultCode, Reading, strategies::field},
    };

    fn read(need: Need, parts: &[(&str, &str)]) -> Reading {
        let mut field = field("home", FieldKind::Address);
        field.need = need;
        address(&typed(parts), &field)
    }

    const HOME: [(&str, &str); 3] = [
        ("home.line1", "3 rue des Lilas"),
        ("home.postal_code", "35 000"),
        ("home.city", "Rennes"),
    ];

    #[test]
    fn a_french_address_has_a_code_of_five_digits() {
        let expected = Address {
            line1: "3 rue des Lilas".to_owned(),
            postal_code: "35000".to_owned(),
            city: "Rennes".to_owned(),
            ..Address::default()
        };
        assert_eq!(
            read(Need::Required, &HOME),
            Ok(Some(Answer::Address(expected)))
        );
        for country in ["", "France", "FRANCE ", "République française", "فرنسا"] {
            let parts = [
                HOME[0],
                ("home.postal_code", "3500"),
                HOME[2],
                ("home.country", country),
            ];
            let fault = Err(vec![(Some("postal_code"), FaultCode::PostalCode)]);
            assert_eq!(read(Need::Required, &parts), fault, "{country}");
        }
        let arabic = [HOME[0], ("home.postal_code", "٣٥٠٠٠"), HOME[2]];
        assert!(read(Need::Required, &arabic).is_ok());
    }

    #[test]
    fn a_foreign_address_has_the_code_of_its_country() {
        let abroad = |code| {
            [
                HOME[0],
                ("home.postal_code", code),
                ("home.city", "London"),
                ("home.country", "Royaume-Uni"),
            ]
        };
        assert!(read(Need::Required, &abroad("SW1A 1AA")).is_ok());
        let fault = Err(vec![(Some("postal_code"), FaultCode::PostalCode)]);
        assert_eq!(read(Need::Required, &abroad("1")), fault);
        assert_eq!(read(Need::Required, &abroad("1234567890123")), fault);
    }

    #[test]
    fn each_missing_part_of_a_required_address_is_told() {
        let missing = |part| (Some(part), FaultCode::Missing);
        let all = Err(vec![
            missing("line1"),
            missing("postal_code"),
            missing("city"),
        ]);
        assert_eq!(read(Need::Required, &[]), all);
        assert_eq!(read(Need::Required, &HOME[..2]), Err(vec![missing("city")]));
    }

    #[test]
    fn an_optional_address_may_be_empty_or_partial() {
        assert_eq!(read(Need::Optional, &[("home.line1", " ")]), Ok(None));
        assert!(matches!(read(Need::Optional, &HOME[2..]), Ok(Some(_))));
        let fault = Err(vec![(Some("postal_code"), FaultCode::PostalCode)]);
        assert_eq!(read(Need::Optional, &[("home.postal_code", "x")]), fault);
    }

    #[test]
    fn faults_of_an_address_come_in_the_order_of_the_form() {
        let long = "a".repeat(101);
        let parts = [
            ("home.line2", long.as_str()),
            ("home.postal_code", "1"),
            ("home.city", "a\u{7}b"),
        ];
        let expected = vec![
            (Some("line1"), FaultCode::Missing),
            (Some("line2"), FaultCode::TooLong),
            (Some("postal_code"), FaultCode::PostalCode),
            (Some("city"), FaultCode::Characters),
        ];
        assert_eq!(read(Need::Required, &parts), Err(expected));
    }
}

//! Fields made of several inputs: a postal address, a person's identity. Each part has its own faults, so that
//! the summary leads to the input that is wrong.

use super::{FaultCode, Problem, Reading, text};
use crate::{
    answers::{Address, Answer, Person},
    field::Field,
    signs,
    submitted::Submitted,
};

/// Greatest length of a part of an address, in characters.
pub const ADDRESS_LENGTH: u16 = 100;

/// Greatest length of a name, in characters.
pub const NAME_LENGTH: u16 = 100;

/// Parts of an address, in the order of the form.
pub(super) const ADDRESS_PARTS: [&str; 5] = ["line1", "line2", "postal_code", "city", "country"];

/// Parts of an address that a required field needs.
pub(super) const ADDRESS_NEEDED: [&str; 3] = ["line1", "postal_code", "city"];

/// Parts of an identity, in the order of the form.
pub(super) const PERSON_PARTS: [&str; 3] = ["family_name", "usage_name", "given_names"];

/// Parts of an identity that are needed as soon as there is one.
pub(super) const PERSON_NEEDED: [&str; 2] = ["family_name", "given_names"];

/// A postal address. Only a required field needs its parts: an optional one may hold just a city.
pub(super) fn address(typed: &Submitted, field: &Field) -> Reading {
    let mut problems = Vec::new();
    let [line1, line2, postal_code, city, country] = ADDRESS_PARTS.map(|part| {
        read_part(typed.part(&field.key, part), part, ADDRESS_LENGTH, &mut problems, |line| {
            !line.contains(char::is_control)
        })
    });
    let postal_code: String = postal_code.chars().map(signs::fold_digit).collect();
    let mut address = Address { line1, line2, postal_code, city, country };
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
        need(&ADDRESS_NEEDED, [&address.line1, &address.postal_code, &address.city], &mut problems);
    }
    finish(Answer::Address(address), problems, &ADDRESS_PARTS)
}

/// A person's identity.
pub(super) fn person(typed: &Submitted, field: &Field) -> Reading {
    let mut problems = Vec::new();
    let [family_name, usage_name, given_names] = PERSON_PARTS.map(|part| {
        read_part(typed.part(&field.key, part), part, NAME_LENGTH, &mut problems, text::is_name)
    });
    let person = Person { family_name, usage_name, given_names };
    if problems.is_empty() && person == Person::default() && !field.is_required() {
        return Ok(None);
    }
    need(&PERSON_NEEDED, [&person.family_name, &person.given_names], &mut problems);
    finish(Answer::Person(person), problems, &PERSON_PARTS)
}

/// A part, cleaned; empty with a problem noted when it cannot be kept.
fn read_part(
    typed: &str,
    part: &'static str,
    max: u16,
    problems: &mut Vec<Problem>,
    is_right: impl Fn(&str) -> bool,
) -> String {
    let code = match text::measured(typed, 0, max, signs::one_line) {
        Ok(line) if line.is_empty() || is_right(&line) => return line,
        Ok(_) => FaultCode::Characters,
        Err(code) => code,
    };
    problems.push((Some(part), code));
    String::new()
}

/// Notes the needed parts that are empty and have no other problem.
fn need<const N: usize>(parts: &[&'static str; N], values: [&str; N], problems: &mut Vec<Problem>) {
    for (part, value) in parts.iter().zip(values) {
        if value.is_empty() && problems.iter().all(|(other, _)| *other != Some(*part)) {
            problems.push((Some(part), FaultCode::Missing));
        }
    }
}

/// The answer, or the problems in the order of the form.
fn finish(answer: Answer, mut problems: Vec<Problem>, parts: &[&'static str]) -> Reading {
    if problems.is_empty() {
        return Ok(Some(answer));
    }
    problems.sort_by_key(|(part, _)| parts.iter().position(|other| Some(*other) == *part));
    Err(problems)
}

/// Empty means France: the form says so.
fn is_france(country: &str) -> bool {
    matches!(
        signs::plain(country).as_str(),
        "" | "france" | "fr" | "fra" | "la france" | "republique francaise" | "french republic" | "فرنسا"
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
    use super::{address, person};
    use crate::{
        answers::{Address, Answer, Person},
        field::{FieldKind, Need},
        submitted::Submitted,
        validation::{FaultCode, Reading, properties::field},
    };

    fn sent(parts: &[(&str, &str)]) -> Submitted {
        Submitted(parts.iter().map(|(part, value)| (format!("k.{part}"), (*value).to_owned())).collect())
    }

    fn read_address(need: Need, parts: &[(&str, &str)]) -> Reading {
        let mut field = field("k", FieldKind::Address);
        field.need = need;
        address(&sent(parts), &field)
    }

    fn read_person(need: Need, parts: &[(&str, &str)]) -> Reading {
        let mut field = field("k", FieldKind::Person);
        field.need = need;
        person(&sent(parts), &field)
    }

    const HOME: [(&str, &str); 3] = [("line1", "3 rue des Lilas"), ("postal_code", "35 000"), ("city", "Rennes")];

    #[test]
    fn a_french_address_has_a_code_of_five_digits() {
        let expected = Address {
            line1: "3 rue des Lilas".to_owned(),
            postal_code: "35000".to_owned(),
            city: "Rennes".to_owned(),
            ..Address::default()
        };
        assert_eq!(read_address(Need::Required, &HOME), Ok(Some(Answer::Address(expected))));
        for country in ["", "France", "FRANCE ", "République française", "فرنسا"] {
            let parts = [HOME[0], ("postal_code", "3500"), HOME[2], ("country", country)];
            let fault = Err(vec![(Some("postal_code"), FaultCode::PostalCode)]);
            assert_eq!(read_address(Need::Required, &parts), fault, "{country}");
        }
        let arabic = [HOME[0], ("postal_code", "٣٥٠٠٠"), HOME[2]];
        assert!(read_address(Need::Required, &arabic).is_ok());
    }

    #[test]
    fn a_foreign_address_has_the_code_of_its_country() {
        let abroad = |code| [HOME[0], ("postal_code", code), ("city", "London"), ("country", "Royaume-Uni")];
        assert!(read_address(Need::Required, &abroad("SW1A 1AA")).is_ok());
        let fault = Err(vec![(Some("postal_code"), FaultCode::PostalCode)]);
        assert_eq!(read_address(Need::Required, &abroad("1")), fault);
        assert_eq!(read_address(Need::Required, &abroad("1234567890123")), fault);
    }

    #[test]
    fn each_missing_part_of_a_required_address_is_told() {
        let missing = |part| (Some(part), FaultCode::Missing);
        let all = Err(vec![missing("line1"), missing("postal_code"), missing("city")]);
        assert_eq!(read_address(Need::Required, &[]), all);
        assert_eq!(read_address(Need::Required, &HOME[..2]), Err(vec![missing("city")]));
    }

    #[test]
    fn an_optional_address_may_be_empty_or_partial() {
        assert_eq!(read_address(Need::Optional, &[("line1", " ")]), Ok(None));
        assert!(matches!(read_address(Need::Optional, &HOME[2..]), Ok(Some(_))));
        let fault = Err(vec![(Some("postal_code"), FaultCode::PostalCode)]);
        assert_eq!(read_address(Need::Optional, &[("postal_code", "x")]), fault);
    }

    #[test]
    fn faults_of_an_address_come_in_the_order_of_the_form() {
        let long = "a".repeat(101);
        let parts = [("line2", long.as_str()), ("postal_code", "1"), ("city", "a\u{7}b")];
        let expected = vec![
            (Some("line1"), FaultCode::Missing),
            (Some("line2"), FaultCode::TooLong),
            (Some("postal_code"), FaultCode::PostalCode),
            (Some("city"), FaultCode::Characters),
        ];
        assert_eq!(read_address(Need::Required, &parts), Err(expected));
    }

    #[test]
    fn a_person_has_a_family_name_and_given_names() {
        let expected = Person {
            family_name: "N'Diaye".to_owned(),
            usage_name: String::new(),
            given_names: "Awa Marie".to_owned(),
        };
        let parts = [("family_name", "N'Diaye"), ("given_names", " Awa  Marie ")];
        assert_eq!(read_person(Need::Required, &parts), Ok(Some(Answer::Person(expected))));
        let missing = vec![(Some("family_name"), FaultCode::Missing), (Some("given_names"), FaultCode::Missing)];
        assert_eq!(read_person(Need::Required, &[]), Err(missing.clone()));
        assert_eq!(read_person(Need::Optional, &[]), Ok(None));
        assert_eq!(read_person(Need::Optional, &[("usage_name", "Diop")]), Err(missing));
    }

    #[test]
    fn a_name_holds_a_letter() {
        let parts = [("family_name", "42"), ("given_names", "Awa")];
        let fault = Err(vec![(Some("family_name"), FaultCode::Characters)]);
        assert_eq!(read_person(Need::Required, &parts), fault);
    }
}

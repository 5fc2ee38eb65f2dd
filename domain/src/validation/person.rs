//! Identities: a birth name and given names, as civil status records them, and the name in use.

use super::{
    Reading,
    parts::{finish, need, read_part},
    text,
};
use crate::{
    answers::{Answer, Person},
    field::Field,
    submitted::Submitted,
};

/// Greatest length of a name, in characters.
pub const NAME_LENGTH: u16 = 100;

/// Parts of an identity, in the order of the form.
pub(super) const PERSON_PARTS: [&str; 3] = ["family_name", "usage_name", "given_names"];

/// Parts of an identity that are needed as soon as there is one.
pub(super) const PERSON_NEEDED: [&str; 2] = ["family_name", "given_names"];

/// A person's identity.
pub(super) fn person(typed: &Submitted, field: &Field) -> Reading {
    let mut problems = Vec::new();
    let [family_name, usage_name, given_names] = PERSON_PARTS.map(|part| {
        read_part(
            typed.part(&field.key, part),
            part,
            NAME_LENGTH,
            &mut problems,
            text::is_name,
        )
    });
    let person = Person {
        family_name,
        usage_name,
        given_names,
    };
    if problems.is_empty() && person == Person::default() && !field.is_required() {
        return Ok(None);
    }
    need(
        &PERSON_NEEDED,
        [&person.family_name, &person.given_names],
        &mut problems,
    );
    finish(Answer::Person(person), &problems, &PERSON_PARTS)
}

#[cfg(test)]
mod tests {
    use super::person;
    use crate::{
        answers::{Answer, Person},
        examples::typed,
        field::{FieldKind, Need},
        validation::{FaultCode, Reading, strategies::field},
    };

    fn read(need: Need, parts: &[(&str, &str)]) -> Reading {
        let mut field = field("who", FieldKind::Person);
        field.need = need;
        person(&typed(parts), &field)
    }

    #[test]
    fn a_person_has_a_family_name_and_given_names() {
        let expected = Person {
            family_name: "N'Diaye".to_owned(),
            usage_name: String::new(),
            given_names: "Awa Marie".to_owned(),
        };
        let parts = [
            ("who.family_name", "N'Diaye"),
            ("who.given_names", " Awa  Marie "),
        ];
        assert_eq!(
            read(Need::Required, &parts),
            Ok(Some(Answer::Person(expected)))
        );
        let missing = vec![
            (Some("family_name"), FaultCode::Missing),
            (Some("given_names"), FaultCode::Missing),
        ];
        assert_eq!(read(Need::Required, &[]), Err(missing.clone()));
        assert_eq!(read(Need::Optional, &[]), Ok(None));
        assert_eq!(
            read(Need::Optional, &[("who.usage_name", "Diop")]),
            Err(missing)
        );
    }

    #[test]
    fn a_name_holds_a_letter() {
        let parts = [("who.family_name", "42"), ("who.given_names", "Awa")];
        let fault = Err(vec![(Some("family_name"), FaultCode::Characters)]);
        assert_eq!(read(Need::Required, &parts), fault);
    }
}

//! One field of each kind.

use domain::{
    condition::Condition,
    field::{About, Choice, Field, FieldKind, FileKind, Need, Period},
};

use super::{only_french, said};

fn field(key: &str, label: &str, kind: FieldKind) -> Field {
    Field {
        key: key.to_owned(),
        label: said(label),
        hint: None,
        need: Need::Required,
        about: About::Other,
        when: None,
        compare: None,
        role: None,
        kind,
    }
}

fn choice(value: &str, label: &str, hint: Option<&str>) -> Choice {
    Choice {
        value: value.to_owned(),
        label: said(label),
        hint: hint.map(said),
    }
}

/// One line of text.
#[must_use]
pub fn place() -> Field {
    let kind = FieldKind::ShortText {
        min_length: 3,
        max_length: 100,
        example: said("devant le 12 rue des Tilleuls"),
        meaning: None,
    };
    Field {
        hint: Some(said("Une adresse ou un lieu connu.")),
        ..field("place", "Où est le problème ?", kind)
    }
}

/// Several lines of text.
#[must_use]
pub fn description() -> Field {
    field(
        "description",
        "Que se passe-t-il ?",
        FieldKind::LongText {
            min_length: 10,
            max_length: 2000,
        },
    )
}

/// E-mail address of the person who types.
#[must_use]
pub fn email() -> Field {
    Field {
        about: About::Oneself,
        ..field("email", "Adresse électronique", FieldKind::Email)
    }
}

/// Optional phone number.
#[must_use]
pub fn phone() -> Field {
    Field {
        need: Need::Optional,
        about: About::Oneself,
        ..field("phone", "Téléphone", FieldKind::Phone)
    }
}

/// Birth date of the person who types.
#[must_use]
pub fn birth_date() -> Field {
    let kind = FieldKind::Date {
        period: Period::Past,
        min_age: Some(15),
        max_age: None,
    };
    Field {
        about: About::Oneself,
        ..field("birth_date", "Votre date de naissance", kind)
    }
}

/// Whole number.
#[must_use]
pub fn copies() -> Field {
    field(
        "copies",
        "Nombre d’exemplaires",
        FieldKind::Number { min: 1, max: 5 },
    )
}

/// Yes or no.
#[must_use]
pub fn danger() -> Field {
    field("danger", "Y a-t-il un danger ?", FieldKind::YesNo)
}

/// A text to read when there is a danger.
#[must_use]
pub fn emergency() -> Field {
    let kind = FieldKind::Information {
        body: vec![said("Appelez le 112, ou le 114 par message.")],
    };
    Field {
        when: Some(danger_is("yes")),
        ..field("emergency", "Prévenez d’abord les secours", kind)
    }
}

/// One choice, with a hint.
#[must_use]
pub fn applicant() -> Field {
    let kind = FieldKind::OneOf {
        options: vec![
            choice(
                "self",
                "Je demande pour moi",
                Some("Vous avez 18 ans ou plus."),
            ),
            choice("parent", "Je suis son père ou sa mère", None),
        ],
    };
    Field {
        hint: Some(said("La loi limite qui peut demander un acte.")),
        ..field("applicant", "Votre situation", kind)
    }
}

/// Several choices.
#[must_use]
pub fn services() -> Field {
    let kind = FieldKind::SeveralOf {
        options: vec![
            choice("canteen", "Cantine", None),
            choice("care", "Garderie du soir", None),
        ],
        min: 1,
    };
    field("services", "De quels services avez-vous besoin ?", kind)
}

/// Postal address.
#[must_use]
pub fn address() -> Field {
    Field {
        about: About::Oneself,
        ..field("address", "Votre adresse", FieldKind::Address)
    }
}

/// Identity of someone else.
#[must_use]
pub fn person() -> Field {
    Field {
        hint: Some(said("Comme sur l’acte de naissance.")),
        ..field("person", "Identité", FieldKind::Person)
    }
}

/// Files.
#[must_use]
pub fn proof() -> Field {
    let kind = FieldKind::File {
        accept: vec![FileKind::Pdf, FileKind::Jpeg, FileKind::Png],
        max_files: 3,
        max_mebibytes: 10,
    };
    Field {
        hint: Some(said("Une photo nette suffit.")),
        ..field("proof", "Justificatif de domicile", kind)
    }
}

/// A statement.
#[must_use]
pub fn statement() -> Field {
    field(
        "statement",
        "Je certifie que ces informations sont exactes",
        FieldKind::Statement,
    )
}

/// Questions under one legend, with one that depends on another.
#[must_use]
pub fn other_parent() -> Field {
    let name = Field {
        need: Need::Optional,
        ..field(
            "parent_name",
            "Nom de l’autre parent",
            FieldKind::ShortText {
                min_length: 0,
                max_length: 20,
                example: said("Martin"),
                meaning: None,
            },
        )
    };
    let kind = FieldKind::Group {
        fields: vec![
            name,
            field("parent_agrees", "Est-il d’accord ?", FieldKind::YesNo),
        ],
    };
    field("other_parent", "L’autre parent", kind)
}

/// A question whose words exist in French only.
#[must_use]
pub fn untranslated() -> Field {
    Field {
        label: only_french("Numéro de dossier"),
        hint: Some(only_french("En haut de votre courrier.")),
        ..place()
    }
}

/// One field of each kind, files apart: a step holds only files or no file.
#[must_use]
pub fn all() -> Vec<Field> {
    vec![
        place(),
        description(),
        email(),
        phone(),
        birth_date(),
        copies(),
        danger(),
        emergency(),
        applicant(),
        services(),
        address(),
        person(),
        other_parent(),
        statement(),
    ]
}

fn danger_is(value: &str) -> Condition {
    Condition::Is {
        field: "danger".to_owned(),
        value: value.to_owned(),
    }
}

//! Any field, anything typed in it and anything attached to it, for the tests of properties.

use proptest::{collection::vec, prelude::*, sample::select};

use crate::{
    answers::AttachedFile,
    field::{About, Choice, Field, FieldKind, FileKind, Meaning, Need, Period},
    submitted::Submitted,
    text::Text,
};

/// A required field with these rules and no words.
pub(crate) fn field(key: &str, kind: FieldKind) -> Field {
    Field {
        key: key.to_owned(),
        label: Text::default(),
        hint: None,
        need: Need::Required,
        about: About::Other,
        when: None,
        compare: None,
        role: None,
        kind,
    }
}

fn options() -> Vec<Choice> {
    let choice = |value: &str| Choice {
        value: value.to_owned(),
        label: Text::default(),
        hint: None,
    };
    ["bus", "bike", "car"].map(choice).to_vec()
}

/// Every kind of field that has answers.
pub(super) fn any_kind() -> impl Strategy<Value = FieldKind> {
    let meaning = select(vec![None, Some(Meaning::FamilyName), Some(Meaning::City)]);
    let period = select(vec![Period::Any, Period::Past, Period::Future]);
    let age = || select(vec![None, Some(0), Some(18), Some(120)]);
    prop_oneof![
        (0..4_u16, 4..30_u16, meaning).prop_map(|(min_length, max_length, meaning)| {
            FieldKind::ShortText {
                min_length,
                max_length,
                example: Text::default(),
                meaning,
            }
        }),
        (0..4_u16, 4..60_u16).prop_map(|(min_length, max_length)| FieldKind::LongText {
            min_length,
            max_length
        }),
        Just(FieldKind::Email),
        Just(FieldKind::Phone),
        (period, age(), age()).prop_map(|(period, min_age, max_age)| FieldKind::Date {
            period,
            min_age,
            max_age
        }),
        (-5..5_i64, 5..2000_i64).prop_map(|(min, max)| FieldKind::Number { min, max }),
        Just(FieldKind::YesNo),
        Just(FieldKind::OneOf { options: options() }),
        (0..4_u16).prop_map(|min| FieldKind::SeveralOf {
            options: options(),
            min
        }),
        Just(FieldKind::Address),
        Just(FieldKind::Person),
        Just(FieldKind::File {
            accept: vec![FileKind::Pdf],
            max_files: 2,
            max_mebibytes: 1
        }),
        Just(FieldKind::Statement),
        Just(FieldKind::Information { body: Vec::new() }),
    ]
}

pub(super) fn any_field() -> impl Strategy<Value = Field> {
    (any_kind(), any::<bool>()).prop_map(|(kind, is_required)| Field {
        need: if is_required {
            Need::Required
        } else {
            Need::Optional
        },
        ..field("k", kind)
    })
}

/// Right, almost right and absurd values.
pub(super) fn any_value() -> impl Strategy<Value = String> {
    let usual = [
        "",
        " ",
        "yes",
        "no",
        "on",
        "bus",
        "car",
        "27",
        "3",
        "mars",
        "1957",
        "2024",
        "27/3/1957",
        "29",
        "2",
        "France",
        "35000",
        "Marie",
        "٤٢",
        "a@b.fr",
        "06 12 34 56 78",
        "+44 20 7946 0000",
        "-",
        "\r\n",
        "<b>",
    ];
    prop_oneof![
        4 => select(usual.map(str::to_owned).to_vec()),
        2 => "\\PC{0,40}",
        1 => any::<String>(),
        1 => (0..2000_usize).prop_map(|length| "9".repeat(length)),
    ]
}

pub(super) fn any_typed() -> impl Strategy<Value = Submitted> {
    let names = [
        "k",
        "k.day",
        "k.month",
        "k.year",
        "k.line1",
        "k.line2",
        "k.postal_code",
        "k.city",
        "k.country",
        "k.family_name",
        "k.usage_name",
        "k.given_names",
    ];
    vec(
        (select(names.map(str::to_owned).to_vec()), any_value()),
        0..24,
    )
    .prop_map(Submitted)
}

pub(super) fn any_files() -> impl Strategy<Value = Vec<AttachedFile>> {
    let file = (
        select(vec!["application/pdf", "image/png"]),
        0..(2_u64 << 20),
    )
        .prop_map(|(kind, bytes)| AttachedFile {
            id: "1".to_owned(),
            filename: "acte.pdf".to_owned(),
            media_type: kind.to_owned(),
            bytes,
            sha256: String::new(),
        });
    vec(file, 0..4)
}

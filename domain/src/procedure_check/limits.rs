//! Words and limits that belong to one kind of field: they must leave room for a right answer.

use std::collections::BTreeSet;

use super::{DefectReason, Inspector};
use crate::field::{Choice, Field, FieldKind};

pub(super) fn inspect(field: &Field, to: &mut Inspector) {
    match &field.kind {
        FieldKind::ShortText {
            min_length,
            max_length,
            example,
            ..
        } => {
            to.text("example", example);
            in_order("min_length", min_length, max_length, to);
            not_zero("max_length", *max_length, to);
        }
        FieldKind::LongText {
            min_length,
            max_length,
        } => {
            in_order("min_length", min_length, max_length, to);
            not_zero("max_length", *max_length, to);
        }
        FieldKind::Date {
            min_age: Some(min),
            max_age: Some(max),
            ..
        } => in_order("min_age", min, max, to),
        FieldKind::Number { min, max } => in_order("min", min, max, to),
        FieldKind::OneOf { options } => inspect_options(options, to),
        FieldKind::SeveralOf { options, min } => {
            inspect_options(options, to);
            if field.is_required() {
                in_order("min", &usize::from(*min), &options.len(), to);
            }
        }
        FieldKind::File {
            accept,
            max_files,
            max_mebibytes,
        } => {
            if accept.is_empty() {
                to.report_at("accept", DefectReason::Empty);
            }
            not_zero("max_files", *max_files, to);
            not_zero("max_mebibytes", *max_mebibytes, to);
        }
        FieldKind::Information { body } => {
            to.texts("body", body);
            if body.is_empty() {
                to.report_at("body", DefectReason::Empty);
            }
        }
        FieldKind::Email
        | FieldKind::Phone
        | FieldKind::Date { .. }
        | FieldKind::YesNo
        | FieldKind::Address
        | FieldKind::Person
        | FieldKind::Statement
        | FieldKind::Group { .. } => {}
    }
}

fn inspect_options(options: &[Choice], to: &mut Inspector) {
    if options.len() < 2 {
        to.report_at("options", DefectReason::TooFewOptions);
    }
    let mut values = BTreeSet::new();
    to.at("options", |to| {
        for (index, option) in options.iter().enumerate() {
            to.at(index, |to| {
                to.key("value", &option.value);
                if !values.insert(&option.value) {
                    to.report_at("value", DefectReason::Duplicate(option.value.clone()));
                }
                to.text("label", &option.label);
                if let Some(hint) = &option.hint {
                    to.text("hint", hint);
                }
            });
        }
    });
}

fn in_order<T: PartialOrd>(key: &str, min: &T, max: &T, to: &mut Inspector) {
    if min > max {
        to.report_at(key, DefectReason::Limits);
    }
}

fn not_zero(key: &str, limit: u16, to: &mut Inspector) {
    if limit == 0 {
        to.report_at(key, DefectReason::Zero);
    }
}

//! Steps: identifiers, lists of items, and what each step may read of those before it.

use std::collections::BTreeSet;

use super::{
    DefectReason, Inspector, fields,
    references::{self, Known, Source},
};
use crate::{
    field::{Field, FieldKind, Role},
    procedure::{Repeat, Step},
};

/// What was met so far in the form.
pub(super) struct Form<'p> {
    /// Every key of the form, to tell a key that comes later from one that does not exist.
    pub(super) all_keys: BTreeSet<&'p str>,
    /// Keys met above.
    pub(super) keys: BTreeSet<&'p str>,
    /// Roles met above.
    pub(super) roles: Vec<Role>,
    /// Answers that may be read at this place.
    pub(super) known: Known<'p>,
    /// Whether it measures a service; otherwise it asks for one.
    pub(super) is_questionnaire: bool,
}

pub(super) fn inspect(steps: &[Step], is_questionnaire: bool, to: &mut Inspector) {
    let mut form = Form {
        is_questionnaire,
        all_keys: steps.iter().flat_map(keys_of).collect(),
        keys: BTreeSet::new(),
        roles: Vec::new(),
        known: Known::new(),
    };
    let mut ids = BTreeSet::new();
    to.at("steps", |to| {
        if steps.is_empty() {
            to.report(DefectReason::Empty);
        }
        for (index, step) in steps.iter().enumerate() {
            to.at(index, |to| {
                to.id(&step.id);
                if !ids.insert(&step.id) {
                    to.report_at("id", DefectReason::Duplicate(step.id.clone()));
                }
                inspect_step(step, &mut form, to);
            });
        }
    });
}

fn inspect_step<'p>(step: &'p Step, form: &mut Form<'p>, to: &mut Inspector) {
    to.text("title", &step.title);
    if let Some(introduction) = &step.introduction {
        to.text("introduction", introduction);
    }
    if let Some(when) = &step.when {
        to.at("when", |to| references::condition(when, form, to));
    }
    let place = fields::Place::of(step);
    let Some(repeat) = &step.repeat else {
        fields::inspect(&step.fields, place, form, to);
        return;
    };
    to.at("repeat", |to| inspect_repeat(repeat, step, form, to));
    // Other steps see the list, not what one of its items holds.
    let outside = form.known.clone();
    fields::inspect(&step.fields, place, form, to);
    form.known = outside;
    form.known.insert(&repeat.key, Source::List);
}

fn inspect_repeat<'p>(repeat: &'p Repeat, step: &Step, form: &mut Form<'p>, to: &mut Inspector) {
    fields::inspect_key(&repeat.key, form, to);
    if repeat.max == 0 {
        to.report_at("max", DefectReason::Zero);
    } else if repeat.min > repeat.max {
        to.report_at("min", DefectReason::Limits);
    }
    to.text("noun", &repeat.noun);
    to.text("add", &repeat.add);
    if !fields_of(&step.fields).any(|field| field.key == repeat.name_field) {
        to.report_at(
            "name_field",
            DefectReason::UnknownNameField(repeat.name_field.clone()),
        );
    }
}

fn keys_of(step: &Step) -> impl Iterator<Item = &str> {
    let list = step.repeat.iter().map(|repeat| repeat.key.as_str());
    fields_of(&step.fields)
        .map(|field| field.key.as_str())
        .chain(list)
}

/// Fields and groups, with the fields of each group.
pub(super) fn fields_of(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().flat_map(|field| {
        let inside = match &field.kind {
            FieldKind::Group { fields } => fields.as_slice(),
            _ => &[],
        };
        std::iter::once(field).chain(inside)
    })
}

//! Fields: keys, words, and what may stand in which step.

use super::{
    DefectReason, Inspector, limits,
    references::{self, Source},
    steps::{Form, fields_of},
};
use crate::{
    field::{Choice, Field, FieldKind, Role},
    procedure::Step,
    quality::Point,
    survey::HELP,
};

/// Where fields stand.
#[derive(Clone, Copy)]
pub(super) struct Place {
    in_list: bool,
    among_files: bool,
    in_group: bool,
}

impl Place {
    /// The fields of a step.
    pub(super) fn of(step: &Step) -> Self {
        let is_file = |field: &Field| matches!(field.kind, FieldKind::File { .. });
        Self {
            in_list: step.repeat.is_some(),
            among_files: fields_of(&step.fields).any(is_file),
            in_group: false,
        }
    }
}

pub(super) fn inspect<'p>(
    fields: &'p [Field],
    place: Place,
    form: &mut Form<'p>,
    to: &mut Inspector,
) {
    to.at("fields", |to| {
        if fields.is_empty() {
            to.report(DefectReason::Empty);
        }
        for (index, field) in fields.iter().enumerate() {
            to.at(index, |to| inspect_field(field, place, form, to));
        }
    });
}

fn inspect_field<'p>(field: &'p Field, place: Place, form: &mut Form<'p>, to: &mut Inspector) {
    inspect_key(&field.key, form, to);
    to.text("label", &field.label);
    if let Some(hint) = &field.hint {
        to.hint(hint);
    }
    if let Some(when) = &field.when {
        to.at("when", |to| references::condition(when, form, to));
    }
    if let Some(compare) = &field.compare {
        to.at("compare", |to| {
            references::comparison(field, compare, form, to)
        });
    }
    if let Some(role) = field.role {
        to.at("role", |to| inspect_role(role, field, place, form, to));
    }
    limits::inspect(field, to);
    match &field.kind {
        FieldKind::Group { .. } if place.in_group => to.report(DefectReason::NestedGroup),
        FieldKind::Group { fields } => inspect(
            fields,
            Place {
                in_group: true,
                ..place
            },
            form,
            to,
        ),
        FieldKind::Information { .. } => {}
        kind => {
            let is_file = matches!(kind, FieldKind::File { .. });
            if is_file && place.in_list {
                to.report(DefectReason::FileInList);
            }
            if !is_file && place.among_files {
                to.report(DefectReason::FilesMixed);
            }
            form.known.insert(&field.key, Source::Field(kind));
        }
    }
}

/// A key is well written and new in the form.
pub(super) fn inspect_key<'p>(key: &'p str, form: &mut Form<'p>, to: &mut Inspector) {
    to.key("key", key);
    if !form.keys.insert(key) {
        to.report_at("key", DefectReason::Duplicate(key.to_owned()));
    }
}

fn inspect_role(role: Role, field: &Field, place: Place, form: &mut Form<'_>, to: &mut Inspector) {
    let fits = match role {
        Role::ContactEmail => matches!(field.kind, FieldKind::Email),
        Role::ApplicantBirthDate => matches!(field.kind, FieldKind::Date { .. }),
        Role::ContactPhone | Role::CallBack => matches!(field.kind, FieldKind::Phone),
        Role::Satisfaction | Role::Ease | Role::Clarity | Role::Pace => {
            matches!(&field.kind, FieldKind::OneOf { options } if is_scale(options))
        }
        Role::AboutRequest => matches!(field.kind, FieldKind::ShortText { .. }),
        Role::Help => {
            matches!(&field.kind, FieldKind::SeveralOf { options, .. } if is_help(options))
        }
        Role::ReachedByPhone
        | Role::ReachedAtCounter
        | Role::ReachedByEmail
        | Role::Assistive
        | Role::PageClear => matches!(field.kind, FieldKind::YesNo),
        Role::AccessTrouble | Role::Comment => matches!(field.kind, FieldKind::LongText { .. }),
    };
    if !fits {
        to.report(DefectReason::RoleKind);
    }
    if role.is_of_questionnaires() != form.is_questionnaire {
        to.report(DefectReason::RoleElsewhere);
    }
    if place.in_list {
        to.report(DefectReason::RoleInList);
    }
    if form.roles.contains(&role) {
        to.report(DefectReason::DuplicateRole);
    }
    form.roles.push(role);
}

/// Five points from the best to the worst: read in the same order everywhere, and counted alike.
fn is_scale(options: &[Choice]) -> bool {
    let points = Point::ALL.iter().rev().map(|point| point.name());
    points.eq(options.iter().map(|option| option.value.as_str()))
}

fn is_help(options: &[Choice]) -> bool {
    options
        .iter()
        .all(|option| HELP.contains(&option.value.as_str()))
}

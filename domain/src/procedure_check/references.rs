//! Conditions and comparisons: they read only what was answered above, and expect only possible answers.

use std::{collections::BTreeMap, mem::discriminant};

use super::{DefectReason, Inspector, steps::Form};
use crate::{
    condition::Condition,
    field::{Comparison, Field, FieldKind, Relation},
};

/// Answers that may be read at one place, by key.
pub(super) type Known<'p> = BTreeMap<&'p str, Source<'p>>;

/// Where an answer comes from.
#[derive(Clone, Copy)]
pub(super) enum Source<'p> {
    /// A field.
    Field(&'p FieldKind),
    /// The items of a repeatable step.
    List,
}

pub(super) fn condition(rule: &Condition, form: &Form<'_>, to: &mut Inspector) {
    match rule {
        Condition::All(rules) => list("all", rules, form, to),
        Condition::Any(rules) => list("any", rules, form, to),
        Condition::Not(rule) => to.at("not", |to| condition(rule, form, to)),
        Condition::Is { field, value } => to.at("is", |to| {
            if let Some(source) = look_up(field, form, to) {
                is(field, value, source, to);
            }
        }),
        Condition::AtLeast { field, .. } => to.at("at_least", |to| {
            let is_number = |source| matches!(source, Source::Field(FieldKind::Number { .. }));
            if look_up(field, form, to).is_some_and(|source| !is_number(source)) {
                to.report_at("field", DefectReason::ConditionKind(field.clone()));
            }
        }),
        Condition::Answered { field } => to.at("answered", |to| {
            look_up(field, form, to);
        }),
    }
}

fn list(key: &str, rules: &[Condition], form: &Form<'_>, to: &mut Inspector) {
    to.each(key, rules, |rule, to| condition(rule, form, to));
    if rules.is_empty() {
        to.report_at(key, DefectReason::EmptyCondition);
    }
}

/// Where the answer of this key comes from; `None`, and a defect under `field`, when it cannot be read here.
fn look_up<'p>(key: &str, form: &Form<'p>, to: &mut Inspector) -> Option<Source<'p>> {
    let source = form.known.get(key).copied();
    if source.is_none() {
        let exists = form.all_keys.contains(key);
        let reason = if exists {
            DefectReason::OutOfReach
        } else {
            DefectReason::UnknownField
        };
        to.report_at("field", reason(key.to_owned()));
    }
    source
}

/// Whether the answer can ever be this value (see [`Answer::is`](crate::answers::Answer::is)).
fn is(field: &str, value: &str, source: Source<'_>, to: &mut Inspector) {
    let is_possible = match source {
        Source::Field(FieldKind::OneOf { options } | FieldKind::SeveralOf { options, .. }) => {
            options.iter().any(|option| option.value == value)
        }
        Source::Field(FieldKind::YesNo) => matches!(value, "yes" | "no"),
        Source::Field(FieldKind::Statement) => value == "yes",
        Source::Field(FieldKind::Number { min, max }) => value
            .parse()
            .is_ok_and(|number: i64| (*min..=*max).contains(&number)),
        Source::Field(FieldKind::ShortText { .. }) => !value.is_empty(),
        _ => {
            to.report_at("field", DefectReason::ConditionKind(field.to_owned()));
            return;
        }
    };
    if !is_possible {
        let reason = DefectReason::ConditionValue {
            field: field.to_owned(),
            value: value.to_owned(),
        };
        to.report_at("value", reason);
    }
}

pub(super) fn comparison(field: &Field, rule: &Comparison, form: &Form<'_>, to: &mut Inspector) {
    let Some(source) = look_up(&rule.field, form, to) else {
        return;
    };
    let is_same_kind =
        matches!(source, Source::Field(other) if discriminant(other) == discriminant(&field.kind));
    let is_ordered = matches!(
        field.kind,
        FieldKind::Date { .. } | FieldKind::Number { .. }
    );
    let is_comparable = !matches!(field.kind, FieldKind::File { .. } | FieldKind::Statement);
    let fits = is_same_kind
        && match rule.must_be {
            Relation::After | Relation::NotBefore => is_ordered,
            Relation::SameAs | Relation::DifferentFrom => is_comparable,
        };
    if !fits {
        to.report(DefectReason::ComparisonKind(rule.field.clone()));
    }
}

//! Finds every field of a procedure whose shape is wrong, where reading the whole stops at the first.

use domain::{field::Field, procedure_check::PathPart};
use serde_json::Value;

use super::{
    located::Located,
    read::{Wrong, index, key},
};

/// Goes through `steps[*].fields[*]`, and the fields of groups, and tells those that cannot be read.
pub(super) fn wrong_fields(
    located: &Located,
    at: &[PathPart],
    value: &Value,
    wrong: &mut Vec<Wrong>,
) {
    let steps = value
        .get("steps")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    for (place, step) in steps.enumerate() {
        let path: Vec<_> = at
            .iter()
            .cloned()
            .chain([key("steps"), index(place)])
            .collect();
        fields_of(located, &path, step, wrong);
    }
}

fn fields_of(located: &Located, at: &[PathPart], value: &Value, wrong: &mut Vec<Wrong>) {
    let fields = value
        .get("fields")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    for (place, field) in fields.enumerate() {
        let path: Vec<_> = at
            .iter()
            .cloned()
            .chain([key("fields"), index(place)])
            .collect();
        let before = wrong.len();
        fields_of(located, &path, field, wrong);
        if wrong.len() > before {
            // The group cannot be read because of a field that was just told.
            continue;
        }
        if let Err(error) = serde_json::from_value::<Field>(field.clone()) {
            wrong.push(located.wrong(&path, error.to_string()));
        }
    }
}

//! JSON Schema 2020-12 of the answers of a form, for clients that do not know this catalogue. It says
//! the shape; conditions and comparisons stay in `ui` and are judged by the router.

use domain::{
    field::{Field, FieldKind},
    procedure::{Procedure, Step},
    retyped::expected_kind,
};
use serde_json::{Map, Value, json};

use super::forms::{Form, FormUi};

/// The form of a procedure.
#[must_use]
pub fn form(procedure: &Procedure) -> Form {
    Form {
        form_version: procedure.form_version.clone(),
        schema: schema(&procedure.steps),
        ui: FormUi {
            steps: procedure.steps.clone(),
        },
    }
}

fn schema(steps: &[Step]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for step in steps {
        if let Some(repeat) = &step.repeat {
            let (fields, needed) = object_of(&step.fields);
            let item = closed_object(fields, needed);
            let list = json!({
                "type": "array", "items": item, "minItems": repeat.min, "maxItems": repeat.max,
            });
            properties.insert(repeat.key.clone(), answer("items", list));
            if step.when.is_none() && repeat.min > 0 {
                required.push(repeat.key.clone());
            }
        } else {
            let (fields, needed) = object_of(&step.fields);
            properties.extend(fields);
            if step.when.is_none() {
                required.extend(needed);
            }
        }
    }
    let mut schema = closed_object(properties, required);
    if let Some(object) = schema.as_object_mut() {
        object.insert(
            "$schema".into(),
            "https://json-schema.org/draft/2020-12/schema".into(),
        );
    }
    schema
}

fn closed_object(properties: Map<String, Value>, required: Vec<String>) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Properties of fields, and keys of those that always need an answer.
fn object_of(fields: &[Field]) -> (Map<String, Value>, Vec<String>) {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in fields {
        if let FieldKind::Group { fields } = &field.kind {
            let (inner, needed) = object_of(fields);
            properties.extend(inner);
            if field.when.is_none() {
                required.extend(needed);
            }
        } else if let Some(value) = value_of(&field.kind) {
            properties.insert(field.key.clone(), answer(expected_kind(&field.kind), value));
            if field.is_required() && field.when.is_none() {
                required.push(field.key.clone());
            }
        }
    }
    (properties, required)
}

/// `{"type": "date", "value": …}`.
fn answer(kind: &str, value: Value) -> Value {
    json!({
        "type": "object",
        "properties": { "type": { "const": kind }, "value": value },
        "required": ["type", "value"],
        "additionalProperties": false,
    })
}

fn value_of(kind: &FieldKind) -> Option<Value> {
    Some(match kind {
        FieldKind::ShortText {
            min_length,
            max_length,
            ..
        }
        | FieldKind::LongText {
            min_length,
            max_length,
        } => {
            json!({ "type": "string", "minLength": min_length, "maxLength": max_length })
        }
        FieldKind::Email => json!({ "type": "string", "format": "email", "maxLength": 254 }),
        FieldKind::Phone => json!({ "type": "string", "pattern": "^\\+[0-9]{8,15}$" }),
        FieldKind::Date { .. } => json!({ "type": "string", "format": "date" }),
        FieldKind::Number { min, max } => {
            json!({ "type": "integer", "minimum": min, "maximum": max })
        }
        FieldKind::YesNo => json!({ "type": "boolean" }),
        FieldKind::Statement => json!({ "const": true }),
        FieldKind::OneOf { options } => {
            json!({ "enum": options.iter().map(|option| &option.value).collect::<Vec<_>>() })
        }
        FieldKind::SeveralOf { options, min } => json!({
            "type": "array",
            "items": { "enum": options.iter().map(|option| &option.value).collect::<Vec<_>>() },
            "minItems": min,
            "uniqueItems": true,
        }),
        FieldKind::Address => texts(&["line1", "line2", "postal_code", "city", "country"]),
        FieldKind::Person => texts(&["family_name", "usage_name", "given_names"]),
        FieldKind::File {
            accept,
            max_files,
            max_mebibytes,
        } => json!({
            "type": "array",
            "maxItems": max_files,
            "items": {
                "type": "object",
                "properties": {
                    "id": { "type": "string" },
                    "filename": { "type": "string" },
                    "media_type": {
                        "enum": accept.iter().map(|kind| kind.media_type()).collect::<Vec<_>>()
                    },
                    "bytes": { "type": "integer", "maximum": u64::from(*max_mebibytes) << 20 },
                    "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
                },
                "required": ["id", "filename", "media_type", "bytes", "sha256"],
                "additionalProperties": false,
            },
        }),
        FieldKind::Information { .. } | FieldKind::Group { .. } => return None,
    })
}

fn texts(names: &[&str]) -> Value {
    let properties: Map<String, Value> = names
        .iter()
        .map(|name| ((*name).to_owned(), json!({ "type": "string" })))
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}

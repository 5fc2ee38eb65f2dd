//! Each defect that an author may leave in a procedure is found at its place.

use serde_json::{Value, json};

use crate::{
    examples::{procedure, procedure_json},
    procedure::Procedure,
};

mod references;
mod remedies;

/// Defects of the example after `value` was put at `pointer` (RFC 6901), as an operator reads them.
fn put(pointer: &str, value: Value) -> Vec<String> {
    let mut procedure = procedure_json();
    *procedure.pointer_mut(pointer).unwrap() = value;
    defects_of(procedure)
}

/// Defects of the example after `value` was added to the map at `pointer` under `key`.
fn add(pointer: &str, key: &str, value: Value) -> Vec<String> {
    let mut procedure = procedure_json();
    procedure
        .pointer_mut(pointer)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .insert(key.to_owned(), value);
    defects_of(procedure)
}

fn defects_of(procedure: Value) -> Vec<String> {
    let procedure: Procedure = serde_json::from_value(procedure).unwrap();
    procedure
        .defects()
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn words(words: &str) -> Value {
    json!({ "fr": words, "en": words, "ar": words, "fr-simple": words })
}

#[test]
fn a_sound_procedure_has_no_defect() {
    assert_eq!(procedure().defects(), []);
}

#[test]
fn a_missing_or_blank_translation_is_found_wherever_it_is() {
    for pointer in [
        "/title",
        "/summary",
        "/eligibility/0",
        "/checklist/0",
        "/cost/amount/note",
        "/legal_delay/source/label",
        "/legal_sources/0/label",
        "/remedies/0/label",
        "/remedies/0/source/label",
        "/channels/0/label",
        "/themes/0/title",
        "/life_events/0/title",
        "/keywords",
        "/service/name",
        "/service/hours",
        "/what_next/0",
        "/closing",
        "/steps/0/title",
        "/steps/0/fields/2/label",
        "/steps/0/fields/2/hint",
        "/steps/1/fields/0/body/0",
        "/steps/1/fields/3/options/1/label",
        "/steps/1/fields/6/fields/0/label",
        "/steps/2/repeat/noun",
        "/steps/2/repeat/add",
        "/steps/2/fields/0/example",
    ] {
        let blank = json!({ "fr": "Oui", "en": "Yes", "ar": " ", "fr-simple": "Oui" });
        let place = pointer[1..].replace('/', ".");
        assert_eq!(
            put(pointer, blank),
            [format!("{place}.ar: no words in this language")]
        );
        assert_eq!(put(pointer, json!({})).len(), 4, "{pointer}");
    }
    assert_eq!(
        add("/steps/0", "introduction", json!({ "fr": "Oui" })).len(),
        3
    );
}

#[test]
fn identifiers_and_keys_are_well_written_and_unique() {
    let id = "an identifier holds only lower-case letters, digits and `-`, at least one";
    let key = "a key holds only lower-case letters, digits and `_`, at least one";
    assert_eq!(put("/id", json!("Cantine")), [format!("id: {id}")]);
    assert_eq!(
        put("/themes/0/id", json!("")),
        [format!("themes.0.id: {id}")]
    );
    assert_eq!(
        put("/steps/0/id", json!("you_all")),
        [format!("steps.0.id: {id}")]
    );
    assert_eq!(
        put("/steps/1/id", json!("you")),
        ["steps.1.id: `you` is already used above"]
    );
    assert_eq!(
        put("/steps/0/fields/4/key", json!("a.b")),
        [format!("steps.0.fields.4.key: {key}")]
    );
    for place in ["steps.1.fields.6.fields.1.key", "steps.2.repeat.key"] {
        let pointer = format!("/{}", place.replace('.', "/"));
        assert_eq!(
            put(&pointer, json!("phone")),
            [format!("{place}: `phone` is already used above")]
        );
    }
    let twice = "steps.1.fields.3.options.1.value: `rent` is already used above";
    assert_eq!(
        put("/steps/1/fields/3/options/1/value", json!("rent")),
        [twice]
    );
}

#[test]
fn limits_leave_room_for_an_answer() {
    let order = "the smallest limit is greater than the greatest one";
    let zero = "must be at least 1";
    for (place, value, reason) in [
        ("steps.1.fields.2.min", 21, order),
        ("steps.1.fields.6.fields.1.max_length", 0, zero),
        ("steps.2.repeat.min", 4, order),
        ("steps.2.repeat.max", 0, zero),
        ("steps.2.fields.1.min", 3, order),
        ("steps.3.fields.0.max_files", 0, zero),
        ("steps.3.fields.0.max_mebibytes", 0, zero),
    ] {
        let pointer = format!("/{}", place.replace('.', "/"));
        assert_eq!(put(&pointer, json!(value)), [format!("{place}: {reason}")]);
    }
    let min_age = format!("steps.0.fields.1.min_age: {order}");
    assert_eq!(add("/steps/0/fields/1", "max_age", json!(14)), [min_age]);
    assert_eq!(add("/steps/2/fields/0", "min_length", json!(101)).len(), 1);
    let one = json!([{ "value": "monday", "label": words("Lundi") }]);
    assert_eq!(
        put("/steps/2/fields/1/options", one),
        ["steps.2.fields.1.options: needs at least two options"]
    );
}

#[test]
fn files_and_groups_stand_where_they_may() {
    let field = |key: &str, kind: &str| json!({ "key": key, "label": words("X"), "type": kind });
    let mut file = field("x", "file");
    file["accept"] = json!(["pdf"]);
    file["max_mebibytes"] = json!(5);
    let mut group = field("y", "group");
    group["fields"] = json!([field("z", "email")]);
    let mixed = "a step that asks for files holds only files and information";
    let page = json!([file, field("a", "email"), group]);
    assert_eq!(
        put("/steps/4/fields", page),
        [
            format!("steps.4.fields.1: {mixed}"),
            format!("steps.4.fields.2.fields.0: {mixed}")
        ]
    );
    let in_list = "steps.2.fields.1: a repeatable step cannot ask for files".to_owned();
    assert!(put("/steps/2/fields/1", file).contains(&in_list));
    let nested = "steps.1.fields.6.fields.1: a group holds no other group";
    assert_eq!(put("/steps/1/fields/6/fields/1", group), [nested]);
}

#[test]
fn a_role_belongs_to_one_field_of_its_kind() {
    let twice = "another field above already has this role";
    let kind = "this kind of field cannot have this role";
    let role = json!("contact_email");
    assert_eq!(
        add("/steps/0/fields/3", "role", role.clone()),
        [format!("steps.0.fields.3.role: {twice}")]
    );
    assert_eq!(
        put("/steps/0/fields/1/role", role.clone()),
        [
            format!("steps.0.fields.1.role: {kind}"),
            format!("steps.0.fields.2.role: {twice}")
        ]
    );
    let in_list = add("/steps/2/fields/2", "role", role);
    assert!(
        in_list.contains(
            &"steps.2.fields.2.role: a field of a repeatable step has no role".to_owned()
        )
    );
}

#[test]
fn hints_are_short_links_are_safe_and_items_have_a_name() {
    let hint = json!({ "fr": "é".repeat(81), "en": "é".repeat(80), "ar": "x", "fr-simple": "x" });
    let long = "steps.0.fields.2.hint.fr: a hint has at most 80 characters, this one has 81";
    assert_eq!(put("/steps/0/fields/2/hint", hint), [long]);
    for url in ["http://example.fr", "javascript:alert(1)", "https://a b"] {
        let expected = ["legal_sources.0.url: must be an address that begins with https://"];
        assert_eq!(put("/legal_sources/0/url", json!(url)), expected);
        let expected = ["opinion_url: must be an address that begins with https://"];
        assert_eq!(add("", "opinion_url", json!(url)), expected);
    }
    let name = "steps.2.repeat.name_field: `email` is not a field of this step";
    assert_eq!(put("/steps/2/repeat/name_field", json!("email")), [name]);
}

#[test]
fn a_way_to_write_begins_with_a_form_not_with_a_time() {
    assert_eq!(add("", "door", json!("complaint")), [""; 0]);
    let mut both = procedure_json();
    both["door"] = json!("complaint");
    both["visit"] = json!(true);
    let told = ["door: a way to write to the authority takes no visit"];
    assert_eq!(defects_of(both), told);
}

#[test]
fn nothing_needed_is_empty() {
    let empty = "needs at least one entry";
    assert_eq!(put("/steps", json!([])), [format!("steps: {empty}")]);
    assert_eq!(
        put("/steps/4/fields", json!([])),
        [format!("steps.4.fields: {empty}")]
    );
    assert_eq!(
        put("/steps/1/fields/0/body", json!([])),
        [format!("steps.1.fields.0.body: {empty}")]
    );
    assert_eq!(
        put("/steps/3/fields/0/accept", json!([])),
        [format!("steps.3.fields.0.accept: {empty}")]
    );
    assert_eq!(
        put("/form_version", json!(" ")),
        ["form_version: must not be blank"]
    );
}

#[test]
fn a_procedure_reads_back_from_its_own_json() {
    let procedure = procedure();
    let json = serde_json::to_string(&procedure).unwrap();
    assert_eq!(serde_json::from_str::<Procedure>(&json).unwrap(), procedure);
    let value = serde_json::to_value(&procedure).unwrap();
    assert_eq!(
        value.pointer("/steps/0/fields/2/type"),
        Some(&json!("email"))
    );
    assert_eq!(value.pointer("/steps/1/fields/2/max"), Some(&json!(20)));
    assert_eq!(
        value.pointer("/steps/1/fields/6/fields/0/type"),
        Some(&json!("date"))
    );
}

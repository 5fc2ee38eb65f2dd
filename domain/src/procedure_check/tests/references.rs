//! Conditions and comparisons that read what cannot be known, or expect what nobody can answer.

use serde_json::{Value, json};

use super::{add, put};

const NONE: [String; 0] = [];

fn is(field: &str, value: &str) -> Value {
    json!({ "is": { "field": field, "value": value } })
}

#[test]
fn a_condition_reads_only_what_was_answered_above() {
    let reach = |place: &str, key: &str| {
        let why = "it comes later, has no answer, or belongs to the items of another step";
        [format!(
            "{place}.is.field: `{key}` cannot be read here: {why}"
        )]
    };
    let when = |field: &str| put("/steps/1/fields/4/when", is(field, "yes"));
    assert_eq!(when("has_children"), NONE);
    assert_eq!(
        when("nobody"),
        ["steps.1.fields.4.when.is.field: no field has the key `nobody`"]
    );
    for key in ["moved", "rent", "move", "welcome"] {
        assert_eq!(when(key), reach("steps.1.fields.4.when", key));
    }
    assert_eq!(
        put("/steps/2/when", is("diet", "yes")),
        reach("steps.2.when", "diet")
    );
    let nested = json!({ "not": { "all": [is("diet", "yes")] } });
    assert_eq!(
        add("/steps/3", "when", nested),
        reach("steps.3.when.not.all.0", "diet")
    );
    let about_list = json!({ "answered": { "field": "children" } });
    assert_eq!(add("/steps/3", "when", about_list), NONE);
}

#[test]
fn a_condition_expects_a_possible_answer() {
    let when = |condition| add("/steps/3", "when", condition);
    for (field, value) in [
        ("housing", "boat"),
        ("moved", "maybe"),
        ("rooms", "21"),
        ("rooms", "many"),
    ] {
        let expected =
            format!("steps.3.when.is.value: `{value}` is not a possible answer to `{field}`");
        assert_eq!(when(is(field, value)), [expected]);
    }
    assert_eq!(when(is("rooms", "20")), NONE);
    let never = "can never satisfy this condition";
    let expected = [format!(
        "steps.3.when.is.field: the answer to `address` {never}"
    )];
    assert_eq!(when(is("address", "x")), expected);
    let at_least = |field: &str| when(json!({ "at_least": { "field": field, "value": 2 } }));
    assert_eq!(
        at_least("moved"),
        [format!(
            "steps.3.when.at_least.field: the answer to `moved` {never}"
        )]
    );
    assert_eq!(at_least("rooms"), NONE);
    assert_eq!(
        when(json!({ "any": [] })),
        ["steps.3.when.any: needs at least one condition"]
    );
}

#[test]
fn a_comparison_reads_an_earlier_answer_of_the_same_kind() {
    let compare = |must_be: &str, field: &str| {
        put(
            "/steps/0/fields/3/compare",
            json!({ "must_be": must_be, "field": field }),
        )
    };
    let unlike = |field: &str| {
        let place = "steps.0.fields.3.compare";
        [format!(
            "{place}: this kind of field cannot be compared in this way with `{field}`"
        )]
    };
    assert_eq!(compare("different_from", "email"), NONE);
    assert_eq!(compare("same_as", "birth"), unlike("birth"));
    assert_eq!(compare("after", "email"), unlike("email"));
    let unknown = "steps.0.fields.3.compare.field: no field has the key `nobody`";
    assert_eq!(compare("same_as", "nobody"), [unknown]);
    let not_before = json!({ "must_be": "not_before", "field": "birth" });
    assert_eq!(
        add("/steps/1/fields/6/fields/0", "compare", not_before),
        NONE
    );
}

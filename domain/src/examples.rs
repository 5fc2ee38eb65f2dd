//! A procedure for the tests of this crate: every kind of field, a step that may not apply, a list of items.

use serde_json::{Value, json};

use crate::{procedure::Procedure, submitted::Submitted};

/// A text in every language.
fn words(words: &str) -> Value {
    json!({ "fr": words, "en": words, "ar": words, "fr-simple": words })
}

fn field(key: &str, kind: &str) -> Value {
    json!({ "key": key, "label": words("Question"), "type": kind })
}

/// `base` with the entries of `more` added.
fn with(mut base: Value, more: Value) -> Value {
    if let (Value::Object(base), Value::Object(more)) = (&mut base, more) {
        base.extend(more);
    }
    base
}

fn is(field: &str, value: &str) -> Value {
    json!({ "is": { "field": field, "value": value } })
}

fn choice(value: &str) -> Value {
    json!({ "value": value, "label": words("Choix") })
}

/// The procedure as the catalogue would hold it, in JSON.
pub(crate) fn procedure_json() -> Value {
    let term = json!({ "id": "famille", "title": words("Famille") });
    let source = json!({
        "label": words("La loi"), "reference": "Code civil, article 34", "url": "https://www.example.fr/loi",
    });
    json!({
        "id": "cantine",
        "form_version": "1",
        "title": words("Inscrire à la cantine"),
        "summary": words("Pour les enfants de la commune."),
        "eligibility": [words("Habiter la commune.")],
        "checklist": [words("Un justificatif.")],
        "minutes": 5,
        "cost": { "amount": { "cents": 350, "note": words("par repas") } },
        "usual_delay": { "days": 5, "count": "working" },
        "legal_delay": { "months": 2, "silence": "acceptance", "source": source },
        "legal_sources": [source],
        "remedies": [{
            "label": words("Écrire au maire"), "addressee": ["Mairie", "1 place du Marché"], "months": 2,
            "source": source,
        }],
        "channels": [{ "kind": "counter", "label": words("À la mairie") }],
        "themes": [term],
        "life_events": [term],
        "keywords": words("cantine, repas"),
        "service": {
            "id": "ecoles", "name": words("Écoles"), "phone": "02 61 91 00 10",
            "email": "ecoles@example.fr", "hours": words("De 9 h à 17 h"),
        },
        "retention_days": 365,
        "what_next": [words("Nous vous répondons.")],
        "closing": words("Merci."),
        "steps": [you(), home(), children(), documents(), confirmation()],
    })
}

/// [`procedure_json`], read.
pub(crate) fn procedure() -> Procedure {
    serde_json::from_value(procedure_json()).unwrap()
}

fn step(id: &str, fields: Value) -> Value {
    json!({ "id": id, "title": words("Étape"), "fields": fields })
}

fn you() -> Value {
    let birth = json!({ "role": "applicant_birth_date", "about": "oneself", "period": "past", "min_age": 15 });
    step(
        "you",
        json!([
            with(field("identity", "person"), json!({ "about": "oneself" })),
            with(field("birth", "date"), birth),
            with(
                field("email", "email"),
                json!({ "role": "contact_email", "hint": words("Pour la réponse.") })
            ),
            with(
                field("email_again", "email"),
                json!({ "compare": { "must_be": "same_as", "field": "email" } })
            ),
            with(field("phone", "phone"), json!({ "need": "optional" })),
            field("has_children", "yes_no"),
        ]),
    )
}

fn home() -> Value {
    let moved = json!({ "when": is("moved", "yes"), "fields": [
        field("moved_on", "date"),
        with(field("reason", "long_text"), json!({ "need": "optional", "max_length": 200 })),
    ] });
    step(
        "home",
        json!([
            with(
                field("welcome", "information"),
                json!({ "body": [words("Bonjour.")] })
            ),
            field("address", "address"),
            with(field("rooms", "number"), json!({ "min": 1, "max": 20 })),
            with(
                field("housing", "one_of"),
                json!({ "options": [choice("rent"), choice("own")] })
            ),
            with(
                field("rent", "number"),
                json!({ "min": 0, "max": 9000, "when": is("housing", "rent") })
            ),
            field("moved", "yes_no"),
            with(field("move", "group"), moved),
        ]),
    )
}

fn children() -> Value {
    let name = json!({ "example": words("Léa"), "meaning": "given_names" });
    let repeat = json!({
        "key": "children", "min": 1, "max": 3, "noun": words("Enfant"), "add": words("Ajouter un enfant"),
        "name_field": "child_name",
    });
    let meals = json!({ "options": [choice("monday"), choice("friday")], "min": 1 });
    let pay = json!({ "when": { "all": [is("housing", "rent"), is("diet", "yes")] } });
    with(
        step(
            "children",
            json!([
                with(field("child_name", "short_text"), name),
                with(field("meals", "several_of"), meals),
                field("diet", "yes_no"),
                with(field("help", "statement"), pay),
            ]),
        ),
        json!({ "repeat": repeat, "when": is("has_children", "yes") }),
    )
}

fn documents() -> Value {
    let file = json!({ "accept": ["pdf", "jpeg"], "max_files": 2, "max_mebibytes": 5, "need": "optional" });
    step("documents", json!([with(field("proof", "file"), file)]))
}

fn confirmation() -> Value {
    step("confirmation", json!([field("honour", "statement")]))
}

/// What a form sends.
pub(crate) fn typed(values: &[(&str, &str)]) -> Submitted {
    Submitted(
        values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    )
}

/// What someone without children types on the first page.
pub(crate) const YOU: [(&str, &str); 8] = [
    ("identity.family_name", "Diop"),
    ("identity.given_names", "Awa"),
    ("birth.day", "27"),
    ("birth.month", "3"),
    ("birth.year", "1957"),
    ("email", "awa@example.fr"),
    ("email_again", "awa@example.fr"),
    ("has_children", "no"),
];

/// What someone who owns their home types on the second page.
pub(crate) const HOME: [(&str, &str); 6] = [
    ("address.line1", "3 rue des Lilas"),
    ("address.postal_code", "35000"),
    ("address.city", "Rennes"),
    ("rooms", "3"),
    ("housing", "own"),
    ("moved", "no"),
];

/// What is typed for a child.
pub(crate) const CHILD: [(&str, &str); 3] =
    [("child_name", "Léa"), ("meals", "friday"), ("diet", "no")];

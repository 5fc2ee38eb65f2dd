//! A procedure with every kind of page: questions that bring others, a list, files, a statement.

use domain::{procedure::Procedure, submitted::Submitted};
use serde_json::{Value, json};

fn words(words: &str) -> Value {
    json!({ "fr": words, "en": format!("{words} (en)"), "ar": "طلب", "fr-simple": words })
}

pub(crate) fn cantine() -> Procedure {
    let steps = json!([
        { "id": "you", "title": words("Vous"), "fields": [
            { "key": "name", "label": words("Nom"), "type": "short_text", "example": words("Tilleul") },
            { "key": "email", "label": words("E-mail"), "type": "email", "role": "contact_email",
              "need": "optional" },
            { "key": "birth", "label": words("Naissance"), "type": "date", "role": "applicant_birth_date" },
            { "key": "allergy", "label": words("Allergie ?"), "type": "yes_no" },
            { "key": "which", "label": words("Laquelle ?"), "type": "short_text", "example": words("Noix"),
              "when": { "is": { "field": "allergy", "value": "yes" } } },
        ] },
        { "id": "children", "title": words("Enfants"),
          "repeat": { "key": "children", "min": 1, "max": 2, "noun": words("Enfant"),
                      "add": words("Ajouter"), "name_field": "first" },
          "fields": [{ "key": "first", "label": words("Prénom"), "type": "short_text",
                       "example": words("Zoé") }] },
        { "id": "papers", "title": words("Documents"), "fields": [
            { "key": "proof", "label": words("Justificatif"), "type": "file",
              "accept": ["pdf", "png"], "max_files": 2, "max_mebibytes": 1, "need": "optional" },
        ] },
        { "id": "honour", "title": words("Déclaration"), "fields": [
            { "key": "sworn", "label": words("Je déclare"), "type": "statement" },
        ] },
    ]);
    serde_json::from_value(json!({
        "id": "cantine", "form_version": "1", "title": words("Inscrire à la cantine"),
        "summary": words("Repas"), "eligibility": [], "checklist": [], "minutes": 5, "cost": "free",
        "usual_delay": { "days": 5 }, "legal_sources": [], "channels": [], "themes": [],
        "life_events": [], "keywords": words("repas"),
        "service": { "id": "ecoles", "name": words("Écoles"), "phone": "02 61 91 00 10",
                     "email": "ecoles@example.org", "hours": words("De 9 h à 17 h") },
        "retention_days": 365, "what_next": [], "closing": words("Merci"), "steps": steps,
    }))
    .unwrap()
}

pub(crate) fn typed(values: &[(&str, &str)]) -> Submitted {
    Submitted(
        values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    )
}

pub(crate) const YOU: [(&str, &str); 6] = [
    ("name", "Canari-Nom"),
    ("email", "Canari.Mail@Example.org"),
    ("birth.day", "27"),
    ("birth.month", "3"),
    ("birth.year", "1957"),
    ("allergy", "no"),
];

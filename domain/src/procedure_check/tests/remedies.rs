//! A way to contest a refusal leads to somebody, safely, and leaves time.

use serde_json::json;

use super::put;

#[test]
fn a_way_to_contest_that_leads_nowhere_is_found() {
    for (place, value, reason) in [
        ("addressee", json!([]), "needs at least one entry"),
        ("months", json!(0), "must be at least 1"),
        (
            "url",
            json!("http://example.fr"),
            "must be an address that begins with https://",
        ),
    ] {
        let remedy = json!({
            "label": super::words("Écrire au maire"), "addressee": ["Mairie"],
            "source": { "label": super::words("La loi"), "reference": "CRPA, article L. 411-2" },
        });
        let mut wrong = remedy;
        wrong[place] = value;
        let defects = put("/remedies/0", wrong);
        assert_eq!(defects, [format!("remedies.0.{place}: {reason}")]);
    }
    let blank = put("/remedies/0/addressee/1", json!(" "));
    assert_eq!(blank, ["remedies.0.addressee.1: must not be blank"]);
}

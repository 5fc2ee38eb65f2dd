//! What someone who waits is asked: where and when they can come, how they are told. The server checks the answers with
//! the same fields.

use domain::{
    agenda::PartOfDay,
    appointment::{AppointmentType, Mode, visit},
    field::{Choice, Comparison, Field, FieldKind, Need, Period, Relation},
    locale::Locale,
    notice::Way,
};

use crate::{
    pages::{
        requests::notices::{Silence, field, option, reach_fields},
        visits::what::purposes,
    },
    ports::{Catalogue, Search},
    t_in,
    words::visits::part_words_in,
};

/// Names of the fields of the form.
pub mod names {
    /// Places where they can come.
    pub const PLACES: &str = "places";
    /// Parts of the day.
    pub const PARTS: &str = "parts";
    /// First day.
    pub const FROM: &str = "from";
    /// Last day.
    pub const TO: &str = "to";
}

const PARTS: [PartOfDay; 4] = [
    PartOfDay::Morning,
    PartOfDay::Afternoon,
    PartOfDay::Evening,
    PartOfDay::Weekend,
];

/// The questions, in one language.
#[must_use]
pub fn fields(locale: Locale, search: &Search, catalogue: &Catalogue, ways: &[Way]) -> Vec<Field> {
    let mut fields = Vec::new();
    let places = places(search, catalogue);
    if places.len() > 1 {
        let options = places.iter().map(|id| {
            let place = catalogue.place(id);
            let name = place.map(|place| place.name.in_locale(locale).words.to_owned());
            option(locale, id, name.unwrap_or_default(), None)
        });
        fields.push(several(
            locale,
            names::PLACES,
            t_in!(locale, "wait-places"),
            Some(t_in!(locale, "wait-places-hint")),
            options.collect(),
        ));
    }
    let options = PARTS.map(|part| option(locale, part.name(), part_words_in(locale, part), None));
    fields.push(several(
        locale,
        names::PARTS,
        t_in!(locale, "wait-parts"),
        Some(t_in!(locale, "wait-parts-hint")),
        options.into(),
    ));
    let day = |key, label, hint| {
        let kind = FieldKind::Date {
            period: Period::Future,
            min_age: None,
            max_age: None,
        };
        field(locale, key, label, Some(hint), Need::Optional, kind)
    };
    fields.push(day(
        names::FROM,
        t_in!(locale, "wait-from"),
        t_in!(locale, "wait-from-hint"),
    ));
    fields.push(Field {
        compare: Some(Comparison {
            field: names::FROM.to_owned(),
            must_be: Relation::NotBefore,
        }),
        ..day(
            names::TO,
            t_in!(locale, "wait-to"),
            t_in!(locale, "wait-to-hint"),
        )
    });
    fields.extend(reach_fields(locale, ways, Silence::No));
    fields
}

fn several(
    locale: Locale,
    key: &str,
    label: String,
    hint: Option<String>,
    options: Vec<Choice>,
) -> Field {
    let kind = FieldKind::SeveralOf { options, min: 1 };
    field(locale, key, label, hint, Need::Optional, kind)
}

/// Places where a visit can be received, when one goes somewhere.
fn places(search: &Search, catalogue: &Catalogue) -> Vec<String> {
    if search.mode != Mode::Onsite {
        return Vec::new();
    }
    let purposes = purposes(&search.visit, catalogue);
    let receives = |id: &str| {
        let at = |kind: &AppointmentType| {
            kind.place_ids.is_empty() || kind.place_ids.iter().any(|place| place == id)
        };
        purposes.iter().all(|purpose| at(purpose.kind))
    };
    if visit(&purposes, &search.visit.help).is_err() {
        return Vec::new();
    }
    let places = catalogue.places.iter().map(|place| place.id.clone());
    places.filter(|id| receives(id)).collect()
}

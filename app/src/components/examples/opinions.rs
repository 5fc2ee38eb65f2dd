//! Asking how it went, and what came out.

use domain::{
    field::{About, Choice, Field, FieldKind, Need, Role},
    quality::Point,
};
use leptos::prelude::*;

use super::{CANARY, said};
use crate::components::{FigureRow, FigureTable, FormState, Questions};

pub(super) fn faces() -> AnyView {
    let options = Point::ALL.iter().rev().map(|point| Choice {
        value: point.name().to_owned(),
        label: said(point.name()),
        hint: None,
    });
    let field = Field {
        key: "satisfaction".to_owned(),
        label: said("Comment cela s’est-il passé ?"),
        hint: None,
        need: Need::Optional,
        about: About::Other,
        when: None,
        compare: None,
        role: Some(Role::Satisfaction),
        kind: FieldKind::OneOf {
            options: options.collect(),
        },
    };
    view! {
        <form method="post">
            <Questions fields=vec![field] state=FormState::default()/>
        </form>
    }
    .into_any()
}

pub(super) fn figures() -> AnyView {
    let row = |name: &'static str, result: &str, of: &str| FigureRow {
        name: name.into_any(),
        cells: vec![result.to_owned(), of.to_owned()],
    };
    let columns = ["Mesure", "Résultat", "Réponses"].map(str::to_owned);
    let rows = vec![
        row("Facile", "84 % (de 70 % à 92 %)", "33"),
        row(CANARY, CANARY, "0"),
    ];
    view! { <FigureTable caption="Ce qui est mesuré".to_owned() columns=columns.into() rows/> }
        .into_any()
}

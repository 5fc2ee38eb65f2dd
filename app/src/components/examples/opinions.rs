//! Asking how it went, and what came out.

use domain::{
    field::{About, Choice, Field, FieldKind, Need, Role},
    quality::{Point, Share},
};
use leptos::prelude::*;

use super::{CANARY, said};
use crate::components::{
    Bar, BarChart, ChartWords, FigureRow, FigureTable, FormState, PageClear, PageQuestion,
    Questions, TrendChart, TrendMonth,
};

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

pub(super) fn question() -> PageQuestion {
    PageQuestion {
        action: String::new(),
        question: CANARY.into_any(),
        name: "clear".to_owned(),
        key: ("cle", String::new()),
    }
}

pub(super) fn page_clear() -> AnyView {
    view! { <PageClear question=question() /> }.into_any()
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
    view! { <FigureTable id="mesures" caption="Ce qui est mesuré".to_owned() columns=columns.into() rows/> }
        .into_any()
}

fn words(title: &str, said: &str, key: Option<&str>) -> ChartWords {
    ChartWords {
        title: title.to_owned(),
        said: said.to_owned(),
        key: key.map(str::to_owned),
    }
}

/// All, some and none of the answers.
pub(super) fn bars() -> AnyView {
    let shares = [(11, "Bien"), (4, CANARY), (0, "Mal")];
    let bars = shares.into_iter().filter_map(|(count, words)| {
        let words = words.to_owned();
        Share::new(count, 11).map(|share| Bar { words, share })
    });
    let words = words(CANARY, "Presque tout le monde est content.", None);
    view! { <BarChart id="avis" table="mesures" words bars=bars.collect()/> }.into_any()
}

/// A month between two others without figure, and shares at both ends of the scale.
pub(super) fn trend() -> AnyView {
    let month = |words: &str, share| TrendMonth {
        words: words.to_owned(),
        share,
    };
    let months = vec![
        month("Mars 2026 : 73 %", Share::new(8, 11)),
        month("Avril 2026 : 0 %", Share::new(0, 110)),
        month(CANARY, None),
        month("Juin 2026 : 100 %", Share::new(1_100, 1_100)),
    ];
    let words = words(
        "Mois par mois",
        "De 73 % à 100 %.",
        Some("Un point, un trait."),
    );
    view! { <TrendChart id="mois" table="mesures" words months/> }.into_any()
}

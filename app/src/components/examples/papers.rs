//! A paper with everything that one may hold.

use domain::locale::Locale;
use leptos::prelude::*;

use super::{CANARY, only_french};
use crate::{
    components::PaperView,
    l10n::locale,
    paper::{Block, Line, ListKind, Paper, Piece, Term},
};

/// Headings, paragraphs, terms, lists in lists, words of others in their language, links, hostile words.
pub(super) fn whole() -> AnyView {
    let mut blocks = vec![
        Block::Paragraph(Piece::of(&only_french("Demander un acte")).strong().into()),
        Block::part("Votre demande".to_owned()),
        Block::Terms(vec![
            Term::said("Numéro".to_owned(), Piece::coded("2026-000001")),
            Term {
                name: Line::said("Votre message"),
                values: vec![
                    Piece::typed(CANARY).into(),
                    Piece::typed("محمد الأمين").into(),
                ],
            },
        ]),
        Block::section(Piece::in_french("Commune d’Ardane-les-Tilleuls")),
    ];
    blocks.extend(Block::written(
        "Elle est prête.\nVenez.\n\nMerci.",
        Some(Locale::French),
    ));
    let link = Piece::coded("https://ardane-les-tilleuls.example");
    let link = link.leading_to("https://ardane-les-tilleuls.example");
    blocks.push(Block::List(
        ListKind::Ordered,
        vec![
            vec![Block::Paragraph(link.into())],
            vec![
                Block::said("Fichiers :".to_owned()),
                Block::List(
                    ListKind::Unordered,
                    vec![vec![Block::Paragraph(
                        Piece::typed("livret de famille.pdf").into(),
                    )]],
                ),
            ],
        ],
    ));
    let paper = Paper {
        name: "Toute votre demande".to_owned(),
        title: "Toute votre demande".to_owned(),
        language: locale(),
        blocks,
    };
    view! { <PaperView paper/> }.into_any()
}

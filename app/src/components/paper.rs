//! A paper as a page.

use leptos::prelude::*;

use crate::{
    l10n::locale,
    paper::{Block, Level, Line, ListKind, Paper, Piece, Run, Term, Weight},
};

/// The content of a paper below its title: real headings, lists and lists of descriptions.
///
/// RGAA 9.1 and 9.3 (structure), 8.7 and 8.10 (language and direction of words of others), 13.4 (the PDF of the same
/// paper says the same).
#[component]
pub fn PaperView(
    /// The paper.
    paper: Paper,
) -> impl IntoView {
    view! { <div class="paper">{blocks(paper.blocks)}</div> }
}

fn blocks(blocks: Vec<Block>) -> AnyView {
    blocks.into_iter().map(block).collect_view().into_any()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Heading(level, line) => {
            let (run, words) = (direction(&line), text(line));
            match level {
                Level::Part => view! { <h2 dir=run>{words}</h2> }.into_any(),
                Level::Section => view! { <h3 dir=run>{words}</h3> }.into_any(),
            }
        }
        Block::Paragraph(line) => {
            let (run, words) = (direction(&line), text(line));
            view! { <p class="paper__text" dir=run>{words}</p> }.into_any()
        }
        Block::List(kind, items) => {
            let items = items
                .into_iter()
                .map(|item| view! { <li class="paper__item">{blocks(item)}</li> })
                .collect_view();
            match kind {
                ListKind::Ordered => view! { <ol>{items}</ol> }.into_any(),
                ListKind::Unordered => view! { <ul>{items}</ul> }.into_any(),
            }
        }
        Block::Terms(terms) => {
            let rows = terms.into_iter().map(term).collect_view();
            view! { <dl class="paper__terms">{rows}</dl> }.into_any()
        }
    }
}

fn term(Term { name, values }: Term) -> impl IntoView {
    let values = values
        .into_iter()
        .map(|line| {
            let (run, words) = (direction(&line), text(line));
            view! { <p class="paper__line" dir=run>{words}</p> }
        })
        .collect_view();
    view! {
        <div class="paper__row">
            <dt class="paper__name">{text(name)}</dt>
            <dd>{values}</dd>
        </div>
    }
}

const fn direction(line: &Line) -> Option<&'static str> {
    match line.run {
        Run::Around => None,
        Run::Own => Some("auto"),
        Run::LeftToRight => Some("ltr"),
    }
}

fn text(line: Line) -> AnyView {
    line.pieces.into_iter().map(piece).collect_view().into_any()
}

fn piece(piece: Piece) -> AnyView {
    let language = piece.language.unwrap_or_else(locale);
    let words = match (piece.language, piece.run) {
        // Around it, the first letter decides (`dir="auto"`), which an own `dir` would take it from.
        (Some(_), Run::Around) => {
            view! { <span lang=language.tag()>{piece.words}</span> }.into_any()
        }
        (Some(_), _) => {
            let direction = language.dir();
            view! { <span lang=language.tag() dir=direction>{piece.words}</span> }.into_any()
        }
        (None, Run::Around) => piece.words.into_any(),
        (None, Run::Own) => view! { <bdi>{piece.words}</bdi> }.into_any(),
        (None, Run::LeftToRight) => view! { <bdi dir="ltr">{piece.words}</bdi> }.into_any(),
    };
    let words = match piece.weight {
        Weight::Plain => words,
        Weight::Strong => view! { <strong>{words}</strong> }.into_any(),
    };
    match piece.link {
        Some(href) => view! { <a href=href>{words}</a> }.into_any(),
        None => words,
    }
}

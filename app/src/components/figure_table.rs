//! Figures as a table: what was measured, what came out, of how many.

use leptos::prelude::*;

/// One line of figures.
pub struct FigureRow {
    /// What was measured.
    pub name: AnyView,
    /// Cells after the name, one for each further column.
    pub cells: Vec<String>,
}

/// A table with a caption and headings of columns and rows; figures stand under each other.
///
/// RGAA 5.4 and 5.5 (caption), 5.6 and 5.7 (headings with their scope), 10.11 (words wrap at 320 px).
#[component]
pub fn FigureTable(
    /// Where a chart leads that shows the same.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What the table says.
    caption: String,
    /// Headings of the columns, that of the names first.
    columns: Vec<String>,
    /// Lines, in order.
    rows: Vec<FigureRow>,
) -> impl IntoView {
    let heads = columns
        .into_iter()
        .map(|words| view! { <th class="figure-table__head" scope="col">{words}</th> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .cells
                .into_iter()
                .map(|words| view! { <td class="figure-table__cell">{words}</td> })
                .collect_view();
            view! {
                <tr>
                    <th class="figure-table__name" scope="row">
                        {row.name}
                    </th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="figure-table" id=id>
            <caption class="figure-table__caption">{caption}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

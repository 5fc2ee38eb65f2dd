//! The items of a repeatable step, such as children: each by name, with what changes it and what removes it.

use leptos::prelude::*;

use super::Secondary;
use crate::t;

/// An item.
pub struct ItemRow {
    /// What it is and its number: "Enfant 2 :".
    pub numbered: AnyView,
    /// What the person called it; when they did not yet, what it is and its number again.
    pub name: String,
    /// Answers are missing or wrong.
    pub incomplete: bool,
    /// Address of its page.
    pub change: String,
    /// Identifier in the list, sent by its remove button.
    pub id: u32,
}

fn row(row: ItemRow) -> impl IntoView {
    let incomplete = row
        .incomplete
        .then(|| view! { <p>{t!("items-incomplete")}</p> });
    view! {
        <li class="items__item">
            <p>
                <strong>{row.numbered}</strong>
                " "
                <bdi>{row.name.clone()}</bdi>
            </p>
            {incomplete}
            <p class="items__actions">
                <a href=row.change>{t!("items-change", name = row.name.clone())}</a>
                <Secondary label=t!("items-remove", name = row.name) name="do" value=format!("remove:{}", row.id) />
            </p>
        </li>
    }
}

/// Nothing without items. It stands in the form of its page: its buttons send that form.
///
/// RGAA 9.3 (a real list), 6.1 and 11.9 (each link and button names its item), 3.1 (incomplete in words),
/// 8.10 (names isolated, in the direction of their own writing).
#[component]
pub fn ItemList(
    /// Items in the order of the list.
    items: Vec<ItemRow>,
) -> impl IntoView {
    let rows = items.into_iter().map(row).collect_view();
    (!rows.is_empty()).then(|| view! { <ul class="items">{rows}</ul> })
}

//! Pieces of the pages of a draft, and the lists of drafts and requests.

use leptos::prelude::*;

use super::{CANARY, only_french, pages::service, said};
use crate::{
    components::{
        DraftFooter, DraftList, DraftRow, FormChanged, ItemList, ItemRow, RequestList, RequestRow,
    },
    paths::{Carried, ItemPath, Path},
};

fn change(id: u32) -> String {
    Path::Item {
        draft: "d1".to_owned(),
        step: "enfants".to_owned(),
        item: ItemPath::Existing(id),
    }
    .here()
}

pub(super) fn item_list() -> AnyView {
    let item = |id: u32, name: &str| ItemRow {
        numbered: format!("Enfant {id} :").into_any(),
        name: name.to_owned(),
        incomplete: false,
        change: change(id),
        id,
    };
    let items = vec![
        item(1, "Léa Marie"),
        item(2, CANARY),
        ItemRow {
            incomplete: true,
            ..item(3, "Enfant 3")
        },
    ];
    view! {
        <form method="post">
            <ItemList items />
        </form>
    }
    .into_any()
}

pub(super) fn item_list_empty() -> AnyView {
    view! { <ItemList items=Vec::new() /> }.into_any()
}

pub(super) fn form_changed() -> AnyView {
    view! { <FormChanged /> }.into_any()
}

pub(super) fn draft_footer() -> AnyView {
    let elsewhere = Path::HandOver(Carried::Draft("d1".to_owned())).here();
    footer(Some(elsewhere))
}

pub(super) fn draft_footer_of_a_correction() -> AnyView {
    footer(None)
}

fn footer(elsewhere: Option<String>) -> AnyView {
    let until = "27 mars 2026".to_owned();
    let erase = Path::Erase("d1".to_owned()).here();
    view! { <DraftFooter until erase elsewhere service=service() /> }.into_any()
}

pub(super) fn draft_list() -> AnyView {
    let draft = |id: &str, title| DraftRow {
        title,
        go_on: Path::Review(id.to_owned()).here(),
        erase: (id != "d3").then(|| Path::Erase(id.to_owned()).here()),
        saved: "27 février 2026 à 14 h 02".to_owned(),
        until: "27 mars 2026".to_owned(),
    };
    let drafts = vec![
        draft("d1", said("Demander un acte de naissance")),
        draft("d2", only_french("Inscrire un enfant à l’école")),
        draft("d3", said("Signaler un problème")),
    ];
    view! { <DraftList drafts /> }.into_any()
}

pub(super) fn draft_list_empty() -> AnyView {
    view! { <DraftList drafts=Vec::new() /> }.into_any()
}

pub(super) fn request_list() -> AnyView {
    let request = |title, expected: &[&str]| RequestRow {
        title,
        href: Path::Request("r1".to_owned()).here(),
        state: "En cours d’examen".to_owned(),
        visit: None,
        expected: expected.iter().map(|words| (*words).to_owned()).collect(),
    };
    let requests = vec![
        request(
            said("Demander un acte de naissance"),
            &["À faire avant le 15 décembre 2026", "1 nouveau message"],
        ),
        request(only_french("Inscrire un enfant à l’école"), &[]),
    ];
    view! { <RequestList requests /> }.into_any()
}

pub(super) fn request_list_empty() -> AnyView {
    view! { <RequestList requests=Vec::new() /> }.into_any()
}

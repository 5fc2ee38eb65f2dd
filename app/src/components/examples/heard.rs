//! What people wrote, and what was made of it.

use domain::locale::Locale;
use leptos::prelude::*;

use super::CANARY;
use crate::components::{Quotation, Quotations, QuotedReply, SaidAndDone, SaidAndDoneEntry};

pub(super) fn said_and_done() -> AnyView {
    let link = view! { <a href="/fr/qualite/lieux/mairie">"Mairie"</a> }.into_any();
    let entries = vec![
        SaidAndDoneEntry {
            id: "ameliore-guichet".to_owned(),
            date: "12 octobre 2026".to_owned(),
            about: Some(link),
            said: "L’attente du samedi est longue.".into_any(),
            did: "Un deuxième guichet ouvre le samedi.".into_any(),
            moved: Some((
                "#mesure-pace".to_owned(),
                "Trouvent l’attente courte".to_owned(),
                "61 % (de 44 % à 75 %)".to_owned(),
            )),
        },
        SaidAndDoneEntry {
            id: "ameliore-autre".to_owned(),
            date: "2 mars 2026".to_owned(),
            about: None,
            said: CANARY.into_any(),
            did: CANARY.into_any(),
            moved: None,
        },
    ];
    view! {
        <h2>"Ce qui a changé"</h2>
        <SaidAndDone entries/>
    }
    .into_any()
}

pub(super) fn quotations() -> AnyView {
    let link = view! { <a href="/fr/qualite/lieux/mairie">"Mairie"</a> }.into_any();
    let texts = vec![
        Quotation {
            text: "Le panneau est trop haut.\n\nMerci à l’accueil.".to_owned(),
            language: Locale::French,
            written: "Écrit en octobre 2026".to_owned(),
            about: Some(link),
            reply: Some(QuotedReply {
                text: "Il est plus bas depuis lundi.".to_owned(),
                language: Locale::French,
            }),
        },
        Quotation {
            text: "شكرًا".to_owned(),
            language: Locale::Arabic,
            written: "Écrit en octobre 2026".to_owned(),
            about: None,
            reply: None,
        },
        Quotation {
            text: CANARY.to_owned(),
            language: Locale::English,
            written: CANARY.to_owned(),
            about: None,
            reply: Some(QuotedReply {
                text: CANARY.to_owned(),
                language: Locale::English,
            }),
        },
    ];
    view! { <Quotations texts/> }.into_any()
}

//! Codes that hand something over: one to read out, its drawing for a camera, the list with their uses.

use domain::hand_over;
use leptos::prelude::*;

use super::CANARY;
use crate::{
    components::{HandOverCode, HandOverList, HandOverRow, QrCode},
    paths::{Carried, Path},
};

pub(super) fn code() -> AnyView {
    let code = hand_over::HandOverCode::from_entropy(&[7; 16]);
    view! { <HandOverCode code /> }.into_any()
}

pub(super) fn qr_code() -> AnyView {
    let text = "https://demarches.example.org/fr/reprendre#bakoti-morafi-lidaja".to_owned();
    let label = "Code QR qui ouvre cette démarche".to_owned();
    view! { <QrCode text label /> }.into_any()
}

pub(super) fn list() -> AnyView {
    let row = |title: &str, uses: &[&str], revoke: Option<&str>| HandOverRow {
        title: title.to_owned(),
        gives: "Regarder la demande".to_owned(),
        end: "Jusqu’au 27 mars 2026 à 14 h 02".to_owned(),
        uses: (
            "Utilisé 2 fois.".to_owned(),
            uses.iter().map(|words| (*words).to_owned()).collect(),
        ),
        revoke: revoke.map(str::to_owned),
        path: Path::HandOverCode {
            carried: Carried::Request("r1".to_owned()),
            code: "c1".to_owned(),
        }
        .here(),
    };
    let uses = ["27 mars 2026 à 13 h 10, sur un téléphone", CANARY];
    let codes = vec![
        row("Pour un agent", &uses, Some("Révoquer le code de 13 h 02")),
        row("Pour une personne qui m’aide", &[], None),
    ];
    view! { <HandOverList codes /> }.into_any()
}

pub(super) fn list_empty() -> AnyView {
    view! { <HandOverList codes=Vec::new() /> }.into_any()
}

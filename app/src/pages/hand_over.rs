//! Handing over a request or a draft with a code, going on elsewhere with one, and what is said to who is there thanks
//! to one (decision 0009).

pub mod code;
pub mod give;
pub mod guest;
pub mod take_up;

use std::sync::Arc;

use domain::{
    hand_over::{Device, Purpose, Scope},
    procedure::Procedure,
};
use leptos::prelude::*;

use super::page::absence;
use crate::{
    paths::{Carried, Path},
    ports::{Absence, HandOver},
    request::portal,
    t,
};

/// Query parameter and value of a page that says that a code was revoked.
pub const REVOKED: (&str, &str) = ("fait", "revocation");

/// What is handed over, as its pages show it.
struct Shown {
    carried: Carried,
    /// Its procedure.
    procedure: Arc<Procedure>,
    /// Its codes.
    codes: Vec<HandOver>,
}

impl Shown {
    /// Address of what is handed over.
    fn home(&self) -> String {
        match &self.carried {
            Carried::Request(request) => Path::Request(request.clone()).here(),
            Carried::Draft(draft) => Path::Review(draft.clone()).here(),
        }
    }

    /// Where its link back leads, in words.
    fn back_words(&self) -> String {
        match &self.carried {
            Carried::Request(_) => t!("messages-back"),
            Carried::Draft(_) => t!("erase-back"),
        }
    }
}

/// Loads what is handed over; only for who may hand it over, for whom its codes are.
async fn shown(carried: Carried) -> Result<Shown, Absence> {
    let portal = portal();
    let codes = portal.hand_overs(&carried).await?;
    let procedure = match &carried {
        Carried::Request(request) => portal.request(request).await?.procedure,
        Carried::Draft(draft) => portal.draft(draft).await?.procedure,
    };
    Ok(Shown {
        carried,
        procedure,
        codes,
    })
}

/// The page when it cannot be shown.
fn closed(carried: &Carried, reason: &Absence) -> AnyView {
    match carried {
        Carried::Request(_) => super::requests::closed(reason),
        Carried::Draft(_) => absence(reason),
    }
}

/// Codes that are alive.
fn alive(codes: &[HandOver]) -> impl Iterator<Item = &HandOver> {
    codes.iter().filter(|code| code.code.is_some())
}

/// "1 code en cours. Utilisé 2 fois." for the page of what was handed over; nothing without a code.
pub(in crate::pages) fn alive_words(codes: &[HandOver]) -> Option<String> {
    let count = alive(codes).count();
    let uses: usize = alive(codes).map(|code| code.uses.len()).sum();
    (count > 0).then(|| {
        let alive = t!("hand-over-alive", count = count);
        format!("{alive} {}", t!("hand-over-uses", count = uses))
    })
}

fn purpose_words(purpose: Purpose) -> String {
    match purpose {
        Purpose::Device => t!("hand-over-for-device"),
        Purpose::Counter => t!("hand-over-for-counter"),
        Purpose::Helper => t!("hand-over-for-helper"),
    }
}

fn scope_words(scope: Scope) -> String {
    match scope {
        Scope::Read => t!("hand-over-may-read"),
        Scope::Act => t!("hand-over-may-act"),
        Scope::Continue => t!("hand-over-may-continue"),
    }
}

fn device_words(device: Device) -> String {
    match device {
        Device::Phone => t!("device-phone"),
        Device::Tablet => t!("device-tablet"),
        Device::Computer => t!("device-computer"),
        Device::Unknown => t!("device-unknown"),
    }
}

//! Pages of which one may be asked whether they are clear: those that one reads. Nobody is asked in the middle of a form.

use leptos::prelude::*;

use crate::{components::words_of, paths::Path, ports::Catalogue, t};

/// Name of the first page: its address has no other word than the language.
const HOME: &str = "accueil";
/// What the names of pages of procedures begin with.
const PROCEDURE: &str = "demarche-";
/// What the names of pages of places begin with.
const PLACE: &str = "lieu-";
/// Longest name that the contract takes.
const LONGEST: usize = 60;

/// A page that one reads.
pub(super) struct Page {
    /// Its address.
    pub(super) path: Path,
    /// Its title.
    pub(super) title: AnyView,
}

/// The name of the page at an address, when one may be asked about it.
#[must_use]
pub fn name_of(address: &str, catalogue: &Catalogue) -> Option<String> {
    let mut parts = address.trim_matches('/').split('/').skip(1);
    let name = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => HOME.to_owned(),
        (Some(name), None, None) => name.to_owned(),
        (Some("demarches"), Some(id), None) => format!("{PROCEDURE}{id}"),
        (Some("lieux"), Some(id), None) => format!("{PLACE}{id}"),
        _ => return None,
    };
    is_known(&name, catalogue).then_some(name)
}

/// Whether there is a page of this name.
#[must_use]
pub fn is_known(name: &str, catalogue: &Catalogue) -> bool {
    name.len() <= LONGEST && path_of(name, catalogue).is_some()
}

fn path_of(name: &str, catalogue: &Catalogue) -> Option<Path> {
    if let Some(id) = name.strip_prefix(PROCEDURE) {
        return catalogue
            .procedure(id)
            .map(|it| Path::Procedure(it.id.clone()));
    }
    if let Some(id) = name.strip_prefix(PLACE) {
        return catalogue.place(id).map(|it| Path::Place(it.id.clone()));
    }
    let path = match name {
        HOME => Path::Home,
        "demarches" => Path::Procedures,
        "themes" => Path::Themes,
        "rendez-vous" => Path::Visits,
        "aide" => Path::Help,
        "qualite" => Path::Quality(None),
        "accessibilite" => Path::Accessibility,
        "donnees-personnelles" => Path::Privacy,
        "mentions-legales" => Path::Legal,
        _ => return None,
    };
    Some(path)
}

/// The page of a name.
pub(super) fn page(name: &str, catalogue: &Catalogue) -> Option<Page> {
    let path = path_of(name, catalogue)?;
    let title = match &path {
        Path::Procedure(id) => words_of(&catalogue.procedure(id)?.title).into_any(),
        Path::Place(id) => words_of(&catalogue.place(id)?.name).into_any(),
        Path::Home => t!("menu-home").into_any(),
        Path::Procedures => t!("menu-procedures").into_any(),
        Path::Themes => t!("menu-themes").into_any(),
        Path::Visits => t!("visits-heading").into_any(),
        Path::Help => t!("menu-help").into_any(),
        Path::Quality(_) => t!("quality-heading").into_any(),
        Path::Accessibility => t!("accessibility-heading").into_any(),
        Path::Privacy => t!("privacy-heading").into_any(),
        _ => t!("legal-heading").into_any(),
    };
    Some(Page { path, title })
}

//! What people see. Pages and components are rendered by the server alone (`ssr`);
//! islands and the navigation module are what the browser runs (`hydrate`).

#![recursion_limit = "512"]

pub mod islands;

#[cfg(any(feature = "hydrate", test))]
mod announcement;
#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod l10n;
#[cfg(feature = "hydrate")]
pub mod navigation;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod paper;
#[cfg(feature = "ssr")]
pub mod paths;
#[cfg(feature = "ssr")]
pub mod ports;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod words;

/// Starts the islands of the page, then the navigation module.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    navigation::start();
}

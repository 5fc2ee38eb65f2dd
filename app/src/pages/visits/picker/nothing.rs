//! When there is no time to choose: why, and every other way to be received.

use domain::{appointment::visit, text::Text};
use http::StatusCode;
use leptos::prelude::*;

use super::{
    super::{
        places,
        search::{filter_pairs, mode_name, names},
        what::{purposes, types_of},
    },
    Picker,
};
use crate::{
    components::{Notice, NoticeKind, TIMES_FORM, words_of},
    pages::drafts::step::{KEY, shown_input},
    paths::Path,
    ports::{NoTimes, Search, Times},
    request::{portal, set_status},
    t,
    words::visits::mode_words,
};

impl Picker<'_> {
    /// Nothing is free: fewer wishes, another place, another way, someone to talk to.
    pub(super) fn nothing(&self, times: &Times) -> AnyView {
        let open = Search {
            place: None,
            part: None,
            week: None,
            ..self.search.clone()
        };
        let open = (filter_pairs(&self.search) != filter_pairs(&open)).then(|| {
            view! { <li><a href=self.with(&open)>{t!("times-none-filter")}</a></li> }
        });
        let elsewhere = (!times.first_of_places.is_empty()).then(|| {
            view! {
                <form id=TIMES_FORM method="post" action=self.with(&self.search) aria-labelledby="lieux">
                    <input type="hidden" name=KEY value=portal().form_key()/>
                    {shown_input(&[])}
                    {self.each_place(times)}
                </form>
            }
        });
        let phone = self.phone.clone();
        let callback = self.callback();
        let callback =
            callback.map(|(href, title)| view! { <li><a href=href>{words_of(&title)}</a></li> });
        let wait = self
            .wait
            .clone()
            .map(|href| view! { <li><a href=href>{t!("times-wait-link")}</a></li> });
        view! {
            {self.need(None)}
            {self.change_link()}
            <section aria-labelledby="horaires">
                <h2 id="horaires" tabindex="-1">{t!("times-none-title")}</h2>
                <p>{t!("times-none-text")}</p>
                <ul>
                    {wait}
                    {open}
                    {self.other_ways()}
                    {callback}
                    <li>{t!("times-none-phone", phone = phone)}</li>
                </ul>
            </section>
            {elsewhere}
            {self.near(Some(times))}
            {places(self.catalogue)}
        }
        .into_any()
    }

    /// Links to the times of the other ways to be received for the same; only where the address says the way.
    fn other_ways(&self) -> Vec<AnyView> {
        if self.carried.iter().all(|(name, _)| *name != names::MODE) {
            return Vec::new();
        }
        let search = &self.search;
        let purposes = purposes(&search.visit, self.catalogue);
        let modes = visit(&purposes, &search.visit.help).map_or_else(|_| Vec::new(), |it| it.modes);
        let others = modes.into_iter().filter(|mode| *mode != search.mode);
        others
            .map(|mode| {
                let mut carried = self.carried.clone();
                carried.retain(|(name, _)| *name != names::MODE);
                carried.push((names::MODE, mode_name(mode).to_owned()));
                let href = format!("{}?{}", self.address, super::written(&carried));
                let words = t!("times-none-mode", mode = mode_words(mode));
                view! { <li><a href=href>{words}</a></li> }.into_any()
            })
            .collect()
    }

    /// The way to be called back: a request, which is recorded whatever the back office does.
    fn callback(&self) -> Option<(String, Text)> {
        let types = types_of(&self.search.visit, self.catalogue);
        let id = types.first()?.callback_procedure_id.clone()?;
        let procedure = self.catalogue.procedure(&id)?;
        Some((Path::Procedure(id).here(), procedure.title.clone()))
    }

    /// A link to be called back, in a paragraph of its own.
    pub(super) fn callback_link(&self) -> Option<AnyView> {
        let (href, title) = self.callback()?;
        Some(view! { <p><a href=href>{words_of(&title)}</a></p> }.into_any())
    }

    /// Why there are no times, and what to do.
    pub(super) fn none(&self, reason: NoTimes) -> AnyView {
        let phone = self.phone.clone();
        let (status, title, text) = match reason {
            NoTimes::TooMany { most } => (
                StatusCode::UNPROCESSABLE_ENTITY,
                t!("times-too-many-title"),
                t!("times-too-many-text", most = most, phone = phone),
            ),
            NoTimes::NotTogether => (
                StatusCode::UNPROCESSABLE_ENTITY,
                t!("times-not-together-title"),
                t!("times-not-together-text", phone = phone),
            ),
            NoTimes::Away | NoTimes::Unknown => (
                StatusCode::SERVICE_UNAVAILABLE,
                t!("times-away-title"),
                t!("times-away-text", phone = phone),
            ),
        };
        set_status(status);
        let change = (status == StatusCode::SERVICE_UNAVAILABLE).then(|| self.change_link());
        let (href, words) = match (status, self.change.clone()) {
            (StatusCode::UNPROCESSABLE_ENTITY, Some(change)) => (change, t!("times-change")),
            _ => (self.with(&self.search), t!("times-away-again")),
        };
        let callback = self.callback_link();
        view! {
            {self.need(None)}
            {change}
            <Notice kind=NoticeKind::Warning title>
                <p>{text}</p>
                <p><a href=href>{words}</a></p>
                {callback}
            </Notice>
            {self.near(None)}
        }
        .into_any()
    }
}

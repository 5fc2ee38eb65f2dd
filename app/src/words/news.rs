//! What is new in a request, for a page left open: counts and kinds, never contents.

use domain::locale::Locale;

use crate::{l10n, ports::News, t_in};

/// The sentences of what is new.
#[must_use]
pub fn news_words(locale: Locale, news: &News) -> String {
    let messages =
        (news.messages > 0).then(|| t_in!(locale, "live-messages", count = news.messages));
    let state = news.state.then(|| t_in!(locale, "live-state"));
    let arrived = news.arrived.then(|| t_in!(locale, "live-arrived"));
    let sentences: Vec<String> = messages.into_iter().chain(state).chain(arrived).collect();
    if sentences.is_empty() {
        return t_in!(locale, "live-other");
    }
    l10n::plain(&sentences.join(" "))
}

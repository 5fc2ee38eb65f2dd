//! Words about waiting at a place: one's turn, how long it may take, how many wait.

use domain::{
    locale::Locale,
    queue::{Queued, TicketStatus, WaitRange},
};

use crate::{l10n, t_in};

/// Where someone stands, in one or two sentences: what the page shows, and what it says when that changes.
#[must_use]
pub fn turn_words(locale: Locale, queued: &Queued) -> String {
    let words = match queued.status {
        TicketStatus::Waiting => {
            let ahead = t_in!(locale, "turn-ahead", count = queued.ahead);
            match queued.wait {
                Some(wait) => format!("{ahead} {}", wait_words(locale, wait)),
                None => ahead,
            }
        }
        TicketStatus::Called => match &queued.called_to {
            Some(desk) => {
                let desk = desk.in_locale(locale).words.to_owned();
                t_in!(locale, "turn-called", desk = desk)
            }
            None => t_in!(locale, "turn-called-nowhere"),
        },
        TicketStatus::BeingServed => t_in!(locale, "turn-being-served"),
        TicketStatus::Served => t_in!(locale, "turn-served"),
        TicketStatus::Absent => t_in!(locale, "turn-absent"),
        TicketStatus::Left => t_in!(locale, "turn-left"),
        TicketStatus::Other => t_in!(locale, "turn-other"),
    };
    l10n::plain(&words)
}

/// "Comptez entre 10 et 25 minutes."
fn wait_words(locale: Locale, wait: WaitRange) -> String {
    let (low, high) = (wait.low, wait.high);
    if low == 0 {
        t_in!(locale, "turn-wait-soon", high = high)
    } else {
        t_in!(locale, "turn-wait", low = low, high = high)
    }
}

/// "Sans rendez-vous, comptez entre 10 et 25 minutes."
#[must_use]
pub fn walk_in_words(locale: Locale, wait: WaitRange) -> String {
    let (low, high) = (wait.low, wait.high);
    if low == 0 {
        t_in!(locale, "place-wait-soon", high = high)
    } else {
        t_in!(locale, "place-wait", low = low, high = high)
    }
}

//! The waiting list on the wire: an entry is a wish of [`domain::waiting`]; what is said about an offer.

use domain::waiting::Wish;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Greatest number of days that a wish reaches over.
pub const MOST_DAYS: i32 = 366;

/// Body of `POST /v1/waiting-list-entries`: what is waited for. No name and no address: the portal knows whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewWaitingEntry {
    /// What is waited for.
    #[serde(flatten)]
    pub wish: Wish,
}

/// Body of `POST /v1/waiting-list-entries/{id}/decline`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeclinedOffer {
    /// The hold of the offer that the person saw: one that came since is not declined unseen.
    pub hold_id: String,
}

impl NewWaitingEntry {
    /// The field that cannot be as it is, wherever the entry goes.
    #[must_use]
    pub fn wrong(&self) -> Option<&'static str> {
        let wish = &self.wish;
        let days = wish.from.until(wish.to).map_or(-1, |span| span.get_days());
        if !(0..MOST_DAYS).contains(&days) {
            return Some("#/to");
        }
        wish.last_day
            .is_some_and(|last| last > wish.to)
            .then_some("#/last_day")
    }
}

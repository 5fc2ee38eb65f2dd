//! A resident of tests who waits for a time, through the contract.

use domain::{
    agenda::PartOfDay,
    booking::{Hold, Slot},
    waiting::{Offer, WaitingEntry, WaitingStatus, Wish},
};
use http::Method;

use super::{booking::for_one, office::Office};
use crate::api::{follow_up::Withdrawal, requests::Request, waiting_list::DeclinedOffer};

const PATH: &str = "/v1/waiting-list-entries";

/// Papers for one person, at any time of some days.
pub(super) fn wish(from: &str, to: &str) -> Wish {
    Wish {
        visit: for_one("papers"),
        mode: domain::appointment::Mode::Onsite,
        location_ids: Vec::new(),
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        parts: Vec::new(),
        last_day: None,
    }
}

pub(super) fn in_the(part: PartOfDay, wish: Wish) -> Wish {
    Wish {
        parts: vec![part],
        ..wish
    }
}

pub(super) fn offer(entry: &WaitingEntry) -> &Offer {
    assert_eq!(entry.status, WaitingStatus::Offered);
    entry.offer.as_ref().unwrap()
}

impl Office {
    pub(super) async fn try_to_wait(&self, wish: &Wish) -> http::Response<bytes::Bytes> {
        self.post(PATH, &self.key(), wish).await
    }

    pub(super) async fn waits(&self, wish: &Wish) -> WaitingEntry {
        let response = self.try_to_wait(wish).await;
        assert_eq!(response.status(), 201, "{:?}", response.body());
        serde_json::from_slice(response.body()).unwrap()
    }

    pub(super) async fn entry(&self, entry: &WaitingEntry) -> WaitingEntry {
        self.read(&format!("{PATH}/{}", entry.id)).await
    }

    pub(super) async fn status_of(&self, entry: &WaitingEntry) -> WaitingStatus {
        self.entry(entry).await.status
    }

    pub(super) async fn try_to_decline(
        &self,
        entry: &WaitingEntry,
        hold: &str,
    ) -> http::Response<bytes::Bytes> {
        let path = format!("{PATH}/{}/decline", entry.id);
        let hold_id = hold.to_owned();
        self.post(&path, &self.key(), &DeclinedOffer { hold_id })
            .await
    }

    /// The present offer is declined.
    pub(super) async fn declines(&self, entry: &WaitingEntry) -> WaitingEntry {
        let seen = self.entry(entry).await;
        let response = self.try_to_decline(entry, &offer(&seen).hold_id).await;
        assert_eq!(response.status(), 200, "{:?}", response.body());
        serde_json::from_slice(response.body()).unwrap()
    }

    pub(super) async fn leaves(&self, entry: &WaitingEntry) {
        let path = format!("{PATH}/{}", entry.id);
        let response = self.call(Method::DELETE, &path, &[], Vec::new()).await;
        assert_eq!(response.status(), 204);
    }

    /// The present offer is booked, as any hold is.
    pub(super) async fn takes(&self, entry: &WaitingEntry) -> Request {
        let seen = self.entry(entry).await;
        let offer = offer(&seen).clone();
        let hold = Hold {
            id: offer.hold_id,
            slot: offer.slot,
            expires_at: offer.until,
            extendable: false,
        };
        self.sent(&self.with_visit(&seen.wish.visit, &hold)).await
    }

    /// Every time of a day is booked.
    pub(super) async fn full(&self, day: &str) -> Vec<Request> {
        let papers = for_one("papers");
        let mut booked = Vec::new();
        loop {
            let page = self.slots(&papers, day, day).await;
            let Some(slot) = page.items.first() else {
                return booked;
            };
            let hold = self.hold(&papers, slot).await;
            booked.push(self.sent(&self.with_visit(&papers, &hold)).await);
        }
    }

    pub(super) async fn try_to_withdraw(&self, request: &Request) -> http::Response<bytes::Bytes> {
        let withdrawal = Withdrawal {
            reason: None,
            withdrawn_at: request.summary.submitted_at,
        };
        let path = format!("/v1/requests/{}/withdrawal", request.summary.id);
        self.post(&path, &self.key(), &withdrawal).await
    }

    /// The request is withdrawn: its time is free.
    pub(super) async fn withdrawn(&self, request: &Request) -> Slot {
        let response = self.try_to_withdraw(request).await;
        assert_eq!(response.status(), 200, "{:?}", response.body());
        request.appointment.clone().unwrap().slot
    }

    pub(super) async fn count(&self, sql: &'static str) -> i64 {
        let row = self.database().fetch_optional(sql, &[]).await.unwrap();
        row.unwrap().int("n").unwrap()
    }
}

//! A resident of tests who looks for a time, holds it and books it, through the contract.

use domain::{
    appointment::Help,
    booking::{Appointment, AskedPurpose, AskedVisit, Hold, Slot},
};
use http::Method;

use super::office::Office;
use crate::api::{
    appointments::{NewHold, NewTime, NewVisit, SlotPage, SlotQuery},
    requests::{NewRequest, Request},
};

/// A visit of one person for one document, or for none.
pub(super) fn for_one(kind: &str) -> AskedVisit {
    AskedVisit {
        purposes: vec![AskedPurpose {
            kind: kind.to_owned(),
            people: 1,
            documents: u8::from(kind == "papers"),
        }],
        help: Vec::new(),
    }
}

pub(super) fn with(kind: &str, help: Help) -> AskedVisit {
    AskedVisit {
        help: vec![help],
        ..for_one(kind)
    }
}

impl Office {
    /// Free times of some days.
    pub(super) async fn slots(&self, visit: &AskedVisit, from: &str, to: &str) -> SlotPage {
        let query = SlotQuery {
            visit: visit.clone(),
            mode: domain::appointment::Mode::Onsite,
            location: None,
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            limit: 500,
            first_only: false,
            moving: None,
        };
        let query = query.to_query().unwrap();
        self.read(&format!("/v1/slots?{query}")).await
    }

    /// The free times of a day, as a clock on the wall shows them.
    pub(super) async fn hours(&self, visit: &AskedVisit, day: &str) -> Vec<String> {
        let page = self.slots(visit, day, day).await;
        page.items.iter().map(civil).collect()
    }

    pub(super) async fn slot(&self, visit: &AskedVisit, at: &str) -> Slot {
        let day = &at[..10];
        let page = self.slots(visit, day, day).await;
        let mut found = page.items.into_iter();
        let hour = &at[11..];
        found
            .find(|slot| civil(slot) == hour)
            .unwrap_or_else(|| panic!("{at} is not free"))
    }

    pub(super) async fn try_to_hold(
        &self,
        visit: &AskedVisit,
        slot: &Slot,
    ) -> http::Response<bytes::Bytes> {
        let new = NewHold {
            slot_id: slot.id.clone(),
            visit: visit.clone(),
        };
        self.post("/v1/holds", &self.key(), &new).await
    }

    pub(super) async fn hold(&self, visit: &AskedVisit, slot: &Slot) -> Hold {
        let response = self.try_to_hold(visit, slot).await;
        assert_eq!(response.status(), 201, "{:?}", response.body());
        serde_json::from_slice(response.body()).unwrap()
    }

    /// A request with a visit, as a portal sends it.
    pub(super) fn with_visit(&self, visit: &AskedVisit, hold: &Hold) -> NewRequest {
        let mut new = self.report(None);
        new.procedure_id = "visit".to_owned();
        new.answers = serde_json::from_value(serde_json::json!({
            "name": { "type": "text", "value": "Lou Martin" }
        }))
        .unwrap();
        new.visit = Some(NewVisit {
            hold_id: hold.id.clone(),
            slot_id: hold.slot.id.clone(),
            visit: visit.clone(),
        });
        new
    }

    /// Everything at once: a time that was free is booked.
    pub(super) async fn booked(&self, visit: &AskedVisit, at: &str) -> (Request, Appointment) {
        let slot = self.slot(visit, at).await;
        let hold = self.hold(visit, &slot).await;
        let request = self.sent(&self.with_visit(visit, &hold)).await;
        let appointment = request.appointment.clone().unwrap();
        (request, appointment)
    }

    pub(super) async fn try_to_move(
        &self,
        request: &Request,
        slot: &str,
    ) -> http::Response<bytes::Bytes> {
        self.try_to_change(request, slot, None).await
    }

    /// Another time, or the same one for other people.
    pub(super) async fn try_to_change(
        &self,
        request: &Request,
        slot: &str,
        visit: Option<&AskedVisit>,
    ) -> http::Response<bytes::Bytes> {
        let path = format!("/v1/requests/{}/appointment", request.summary.id);
        let key = self.key();
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key.as_str()),
        ];
        let body = serde_json::to_vec(&NewTime {
            slot_id: slot.to_owned(),
            visit: visit.cloned(),
        });
        self.call(Method::PATCH, &path, &headers, body.unwrap())
            .await
    }

    pub(super) async fn again(&self, request: &Request) -> Request {
        self.read(&format!("/v1/requests/{}", request.summary.id))
            .await
    }
}

pub(super) fn civil(slot: &Slot) -> String {
    slot.start
        .to_zoned(slot.time_zone())
        .strftime("%H:%M")
        .to_string()
}

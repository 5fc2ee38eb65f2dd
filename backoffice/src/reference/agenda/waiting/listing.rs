//! Who waits, for agents: since when and what for, never who.

use domain::{agenda::PartOfDay, appointment::Mode, booking::AskedPurpose, waiting::WaitingStatus};
use jiff::{Timestamp, civil::Date};

use super::entries::{Entry, entry_columns};
use crate::reference::{Staff, StaffError, view::View};

/// An entry as agents see it. What would help is left out: it may say something of someone's health, and it is told
/// once a time is booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    /// When it was entered.
    pub since: Timestamp,
    /// Zone of the first place, for the agents' clock (IANA name).
    pub zone: String,
    /// Whether a time is offered to it now.
    pub status: WaitingStatus,
    /// Until when, if one is.
    pub offered_until: Option<Timestamp>,
    /// What for.
    pub purposes: Vec<AskedPurpose>,
    /// How people are received.
    pub mode: Mode,
    /// Places; none: any.
    pub places: Vec<String>,
    /// First day wanted.
    pub from: Date,
    /// Last day wanted.
    pub to: Date,
    /// Parts of the day; none: any.
    pub parts: Vec<PartOfDay>,
}

impl Staff {
    /// Who waits for an appointment type, in the order of entry.
    ///
    /// # Errors
    /// No such type, or no database.
    pub async fn waiting(&self, kind: &str) -> Result<Vec<Waiter>, StaffError> {
        let catalogue = &self.0.catalogue;
        if !catalogue.appointment_types.iter().any(|it| it.id == kind) {
            return Err(StaffError::Unknown(format!("appointment type {kind}")));
        }
        let sql = concat!(
            "SELECT ",
            entry_columns!(),
            " FROM backoffice_waiting_entries WHERE ended_at IS NULL ORDER BY position"
        );
        let mut waiters = Vec::new();
        for row in View::Committed(&self.0.database).rows(sql, &[]).await? {
            let Entry {
                wish,
                status,
                created_at,
                offer,
                ..
            } = Entry::of(&self.0, &row)?;
            if !wish.visit.purposes.iter().any(|it| it.kind == kind) {
                continue;
            }
            let first = wish.location_ids.first();
            let place = catalogue
                .places
                .iter()
                .find(|place| first.is_none_or(|id| *id == place.id));
            waiters.push(Waiter {
                since: created_at,
                zone: place.map_or("UTC", |place| place.zone_name()).to_owned(),
                status,
                offered_until: offer.map(|(_, until)| until),
                purposes: wish.visit.purposes,
                mode: wish.mode,
                places: wish.location_ids,
                from: wish.from,
                to: wish.to,
                parts: wish.parts,
            });
        }
        Ok(waiters)
    }
}

//! Who is at a place, for agents: tickets and what for, never who.

use domain::queue::{Ticket, TicketStatus, WaitRange};
use jiff::Timestamp;

use super::line::{Here, Line};
use crate::reference::{Staff, StaffError, view::View};

/// A ticket as agents see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InLine {
    /// The ticket.
    pub ticket: Ticket,
    /// Where it stands.
    pub status: TicketStatus,
    /// What for.
    pub kinds: Vec<String>,
    /// Zone of the place, for the agents' clock (IANA name).
    pub zone: String,
    /// When the person arrived.
    pub arrived_at: Timestamp,
    /// When their hour comes: that of their appointment, or their arrival when they are late.
    pub due_at: Timestamp,
    /// The desk to which they are called.
    pub desk: Option<String>,
    /// How long they may wait.
    pub wait: Option<WaitRange>,
}

impl Staff {
    /// Who is at a place: those who are received or called, then those who wait, in the order in which they are called.
    ///
    /// # Errors
    /// No such place, or no database.
    pub async fn queue(&self, place: &str) -> Result<Vec<InLine>, StaffError> {
        if Here::of(&self.0, place).is_err() {
            return Err(StaffError::Unknown(format!("place {place}")));
        }
        let mut view = View::Committed(&self.0.database);
        let line = Line::read(&self.0, &mut view, place).await?;
        let zone = line.here.place.zone_name().to_owned();
        let mut listed: Vec<InLine> = line
            .there
            .iter()
            .map(|it| {
                let waits = it.status == TicketStatus::Waiting;
                InLine {
                    ticket: it.ticket,
                    status: it.status,
                    kinds: it.kinds.clone(),
                    zone: zone.clone(),
                    arrived_at: it.arrived,
                    due_at: it.due,
                    desk: it.resource.clone().filter(|_| !waits),
                    wait: waits.then(|| line.of(it).1).flatten(),
                }
            })
            .collect();
        listed.sort_by_key(|it| it.status == TicketStatus::Waiting);
        Ok(listed)
    }
}

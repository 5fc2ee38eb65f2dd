//! Entering someone who has no appointment: agents do it, so that others read an honest number of people ahead.

use std::sync::Arc;

use domain::{
    appointment::Mode,
    booking::{AskedPurpose, AskedVisit},
    queue::{Ticket, due},
};

use super::{
    line::Here,
    tickets::{NewTicket, take_line},
};
use crate::{
    ports::new_id,
    reference::{Staff, StaffError, agenda::need::Need},
};

impl Staff {
    /// Gives a ticket to someone who came to a place without an appointment.
    ///
    /// # Errors
    /// No such place, nobody there who receives people for it, or no database.
    pub async fn enter(&self, place: &str, kind: &str) -> Result<Ticket, StaffError> {
        let here = Here::of(&self.0, place);
        let here = here.map_err(|_| StaffError::Unknown(format!("place {place}")))?;
        let received = !here.receiving(&[kind.to_owned()]).is_empty();
        let visit = AskedVisit {
            purposes: vec![AskedPurpose {
                kind: kind.to_owned(),
                people: 1,
                documents: 1,
            }],
            help: Vec::new(),
        };
        let planned = Need::of(&self.0.catalogue, &visit, Mode::Onsite)
            .ok()
            .filter(|_| received)
            .map(|need| need.visit.length);
        let unknown = || StaffError::Unknown(format!("appointment type {kind} at {place}"));
        let planned = planned.ok_or_else(unknown)?;
        let (day, arrived) = (here.today, here.now);
        let (inner, place) = (Arc::clone(&self.0), place.to_owned());
        self.0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    take_line(tx, &place).await?;
                    let ticket = NewTicket {
                        id: &new_id(&*inner.randomness),
                        place: &place,
                        day,
                        request: None,
                        visit: &visit,
                        planned,
                        due: due(None, arrived),
                        arrived,
                    };
                    ticket.insert(tx).await?.ok_or(StaffError::NoTicketLeft)
                })
            })
            .await
    }
}

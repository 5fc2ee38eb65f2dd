//! Changing for how many a booked appointment is: at its hour if there is time, at another one if not.

use app::{
    pages::{
        drafts::step::KEY,
        errors::ErrorKind,
        requests::actions::{DONE, done},
        visits::{
            counts::{BEFORE, PRESENT, count_query, exceeded, most, with_counts},
            search::pairs,
        },
    },
    paths::{HEADING, Path},
    ports::Problem,
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::{
    booking::{Appointment, AskedVisit},
    submitted::Submitted,
};
use http::{StatusCode, Uri};

use super::{
    form::read,
    late,
    visits::{chosen, no_time, stopped},
};
use crate::{
    http::{outcome::Outcome, router::State},
    portal::{About, VisitError, Visitor},
};

/// Changes the number at the present hour; without enough time then, leads to the times for the new number.
pub(in crate::http) async fn change(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    asked_for(&state, &asked, request, async |call, typed| {
        call.change(typed).await
    })
    .await
}

/// Takes another time for the new number.
pub(in crate::http) async fn choose(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    asked_for(&state, &asked, request, async |call, typed| {
        call.choose(typed).await
    })
    .await
}

/// Reads a form about the appointment of a request, and answers with what `act` makes of it.
async fn asked_for(
    state: &State,
    asked: &str,
    request: Request,
    act: impl AsyncFnOnce(&Call<'_>, Submitted) -> Outcome,
) -> Response {
    let (parts, posted) = read(request).await;
    let outcome = match posted {
        Ok(posted) => {
            let call = Call {
                state,
                visitor: state.cookie.visitor(&parts.headers),
                asked,
                address: &parts.uri,
            };
            act(&call, posted.all).await
        }
        Err(kind) => Outcome::Fail(kind),
    };
    outcome.respond(state, parts).await
}

/// A form about the appointment of a request.
struct Call<'a> {
    state: &'a State,
    visitor: Visitor,
    asked: &'a str,
    address: &'a Uri,
}

/// What is booked, and what it becomes.
struct Wanted {
    booked: Appointment,
    visit: AskedVisit,
    /// The new numbers as an address says them.
    query: String,
}

impl Call<'_> {
    async fn change(&self, typed: Submitted) -> Outcome {
        let wanted = match self.wanted(&typed.0).await {
            Ok(wanted) => wanted,
            Err(error) => return self.stopped(error, typed).await,
        };
        let refused =
            |problem, typed| Outcome::problem(StatusCode::UNPROCESSABLE_ENTITY, typed, problem);
        if wanted.visit == wanted.booked.visit {
            let before = typed.first(BEFORE);
            return if before.is_empty() || before == wanted.query {
                refused(Problem::SameNumber, typed)
            } else {
                // Another number was booked when the form was shown: its answer was lost, and it is done.
                self.done(done::PEOPLE)
            };
        }
        if let Some(problem) = self.too_many(&wanted.visit) {
            return refused(problem, typed);
        }
        let key = typed.first(KEY).to_owned();
        let (visit, slot) = (&wanted.visit, &wanted.booked.slot.id);
        let desk = &self.state.desk;
        match desk
            .change_people(&self.visitor, self.asked, visit, slot, &key)
            .await
        {
            Ok(()) => self.done(done::PEOPLE),
            Err(VisitError::Taken) => {
                let query = format!("?{}{HEADING}", wanted.query);
                Outcome::See(Path::PeopleTimes(self.asked.to_owned()), query)
            }
            Err(error) => self.stopped(error, typed).await,
        }
    }

    async fn choose(&self, typed: Submitted) -> Outcome {
        let numbers = pairs(self.address.query().unwrap_or_default());
        let Some((slot, key)) = chosen(&typed) else {
            return no_time(typed);
        };
        let wanted = match self.wanted(&numbers).await {
            Ok(wanted) => wanted,
            Err(error) => return self.stopped(error, typed).await,
        };
        // Written into the address by hand: its page says so too.
        if self.too_many(&wanted.visit).is_some() {
            let address = Path::PeopleTimes(self.asked.to_owned());
            return Outcome::See(address, format!("?{}", wanted.query));
        }
        // Pressed again because the answer was lost, the new time is the present one by now.
        let before = match typed.first(PRESENT) {
            "" => &wanted.booked.slot.id,
            shown => shown,
        };
        let stays = slot == before;
        let desk = &self.state.desk;
        match desk
            .change_people(&self.visitor, self.asked, &wanted.visit, &slot, &key)
            .await
        {
            Ok(()) if stays => self.done(done::PEOPLE),
            Ok(()) => self.done(done::MOVE),
            Err(error) => self.stopped(error, typed).await,
        }
    }

    /// The appointment as it is, and for the numbers told.
    async fn wanted(&self, numbers: &[(String, String)]) -> Result<Wanted, VisitError> {
        let shown = self.state.desk.view(self.visitor, String::new());
        let request = shown.request(self.asked).await?;
        if !request.may_act() {
            return Err(VisitError::Unknown);
        }
        let types = shown.catalogue().map_err(|_| VisitError::Unavailable)?;
        let types = &types.appointment_types;
        // Nothing is booked, or its purposes are not on offer any more: its page says what can be done.
        let booked = request.facts.appointment.ok_or(VisitError::TooLate)?;
        let visit = with_counts(&booked.visit, types, numbers).ok_or(VisitError::TooLate)?;
        Ok(Wanted {
            query: count_query(&visit, types),
            booked,
            visit,
        })
    }

    fn too_many(&self, visit: &AskedVisit) -> Option<Problem> {
        let shown = self.state.desk.view(Visitor::default(), String::new());
        let catalogue = shown.catalogue().ok()?;
        let kind = exceeded(visit, &catalogue.appointment_types)?;
        let (people, documents) = most(kind);
        Some(Problem::TooManyPeople { people, documents })
    }

    fn done(&self, what: &str) -> Outcome {
        Outcome::See(
            Path::Request(self.asked.to_owned()),
            format!("?{DONE}={what}"),
        )
    }

    async fn stopped(&self, error: VisitError, typed: Submitted) -> Outcome {
        match error {
            // Its page says why and whom to call.
            VisitError::TooLate => Outcome::see(Path::Request(self.asked.to_owned())),
            VisitError::Unknown => {
                let (about, over) = (About::Request(self.asked), ErrorKind::AccessOver);
                let over = Outcome::Fail(over);
                late::outcome(self.state, &self.visitor, about, self.address, typed, over).await
            }
            error => stopped(error, typed, ErrorKind::AccessOver),
        }
    }
}

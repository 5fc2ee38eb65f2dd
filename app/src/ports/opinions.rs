//! Opinions: what people are asked about, and what they answered so far.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    booking::AppointmentStatus,
    quality::{Improvement, PublishedOpinion},
    request::Status,
    submitted::Submitted,
    survey::{Moment, Questionnaire, Subject},
};
use jiff::{SignedDuration, Timestamp, civil::Date};

use super::Request;

/// Days in which one may say how something went.
pub const OPINION_DAYS: i64 = 60;

/// A questionnaire that someone is about to answer.
#[derive(Debug, Clone)]
pub struct Asking {
    /// What is asked.
    pub questionnaire: Arc<Questionnaire>,
    /// What it is about.
    pub subject: Subject,
    /// What was typed in its first page before, while it may still change.
    pub said: Submitted,
}

/// What the link of a message asks.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The questionnaire.
    pub asking: Asking,
    /// When its reader wants to be reminded.
    pub remind_on: Option<Date>,
    /// Whether they may ask for it: once.
    pub may_remind: bool,
}

/// An opinion that is being given.
#[derive(Debug, Clone)]
pub struct Opinion {
    /// What is asked.
    pub questionnaire: Arc<Questionnaire>,
    /// What it is about.
    pub subject: Subject,
    /// What was typed so far, by page.
    pub pages: BTreeMap<String, Submitted>,
}

/// What people wrote that is public, and what the authority did about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// What changed, the latest first.
    pub improvements: Vec<Improvement>,
    /// Texts, the latest month first.
    pub opinions: Vec<PublishedOpinion>,
    /// Where older texts begin, when there are any.
    pub older: Option<String>,
}

/// Something about a request that one may be asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The moment.
    pub moment: Moment,
    /// What it is about.
    pub subject: Subject,
    /// Since when.
    pub since: Timestamp,
}

impl Due {
    /// Whether it is too late at an instant.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        now.duration_since(self.since) > SignedDuration::from_hours(24 * OPINION_DAYS)
    }
}

/// What the holder of a request may be asked about it, the latest first: for a visit, how it went once it is over; for
/// another request, how it went to send it, then how it was answered.
#[must_use]
pub fn due(request: &Request) -> Vec<Due> {
    if request.procedure.visit {
        return visit(request).into_iter().collect();
    }
    let subject = Subject::Procedure(request.procedure.id.clone());
    let decided = request.facts.decision.as_ref();
    let answer = decided
        .filter(|_| is_answered(request.status))
        .map(|decision| Due {
            moment: Moment::Answer,
            subject: subject.clone(),
            since: decision.at,
        });
    let sent = Due {
        moment: Moment::Procedure,
        subject,
        since: request.recorded_at,
    };
    answer.into_iter().chain([sent]).collect()
}

/// Whether the service answered: one may say how.
#[must_use]
pub const fn is_answered(status: Status) -> bool {
    matches!(status, Status::Accepted | Status::Rejected | Status::Closed)
}

fn visit(request: &Request) -> Option<Due> {
    let appointment = request.facts.appointment.as_ref()?;
    let came = matches!(
        appointment.status,
        AppointmentStatus::Confirmed | AppointmentStatus::Attended
    );
    let is_over = appointment.slot.end <= request.shown_at;
    (came && is_over).then(|| Due {
        moment: Moment::Visit,
        subject: Subject::Place(appointment.slot.location_id.clone()),
        since: appointment.slot.end,
    })
}

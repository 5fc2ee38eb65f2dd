//! Statuses of a request and what they mean for the person.

use domain::request::Status;

use crate::t;

/// Name of a status: "Reçue par le service".
#[must_use]
pub fn status_words(status: Status) -> String {
    match status {
        Status::Submitted => t!("status-submitted"),
        Status::InReview => t!("status-in-review"),
        Status::InfoRequested => t!("status-info-requested"),
        Status::AwaitingPayment => t!("status-awaiting-payment"),
        Status::Accepted => t!("status-accepted"),
        Status::Rejected => t!("status-rejected"),
        Status::Closed => t!("status-closed"),
        Status::Withdrawn => t!("status-withdrawn"),
        Status::Expired => t!("status-expired"),
        Status::Other => t!("status-other"),
    }
}

//! Notices to residents: what leaves by e-mail or as a text message, and how.

pub mod bounce;
mod gateway;
mod invitation_letter;
mod letter;
mod letters;
mod mailer;
mod notice;
mod receipt;
mod service_letter;
mod visit_notice;
mod wait_letter;

pub use gateway::{Fate, Gateway, GatewayError};
pub use invitation_letter::InvitationLetter;
pub use letter::Letter;
pub use mailer::{Mailer, MailerError, SendFailure};
pub use notice::Notice;
pub use receipt::{Receipt, Told};
pub use service_letter::{AlertLetter, Score, WeekLetter};
pub use visit_notice::VisitNotice;
pub use wait_letter::WaitLetter;

/// A message ready to leave.
pub enum Outgoing {
    /// By e-mail.
    Letter(Letter),
    /// As a text message.
    Text(String),
}

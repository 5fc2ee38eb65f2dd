//! Notices to residents: what leaves by e-mail, and how.

mod letters;
mod mailer;
mod receipt;

pub use mailer::{Mailer, MailerError, SendFailure};
pub use receipt::{Letter, Receipt};

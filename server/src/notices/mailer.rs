//! Sending of e-mails: by SMTP where it is configured, otherwise as files that an operator can open.

use std::path::PathBuf;

use jiff::Timestamp;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::Envelope,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::{Letter, letters};

/// Sends e-mails in the name of the authority.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    /// Where mail servers send back what they cannot deliver.
    bounces: Address,
    way: Way,
    /// Where letters lie, or lay before a mail server was set.
    folder: PathBuf,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder,
}

/// Why a mailer cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailerError {
    /// The address of the sender is not one.
    #[error("the sender must look like: Name <address@example.org>")]
    Sender,
    /// The address of the mail server is not one.
    #[error("the mail server must look like smtps://user:password@host or smtp://host:port")]
    Server,
}

/// Why an e-mail did not leave. Holds no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SendFailure {
    /// The server or the disk may take it later.
    #[error("the mail server does not take it now")]
    Later,
    /// It will never be taken, such as an address that does not exist.
    #[error("the mail server refuses it")]
    Never,
}

impl Mailer {
    /// By SMTP; `folder` is where letters lay before. `server` may hold a password: it is never written to a log.
    ///
    /// # Errors
    /// Sender or server is not an address.
    pub fn smtp(server: &str, folder: PathBuf, from: &str) -> Result<Self, MailerError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server)
            .map_err(|_| MailerError::Server)?
            .timeout(Some(std::time::Duration::from_secs(30)))
            .build();
        let from = sender(from)?;
        Ok(Self {
            bounces: from.email.clone(),
            from,
            way: Way::Smtp(transport),
            folder,
        })
    }

    /// As `.eml` files in a folder.
    ///
    /// # Errors
    /// The sender is not an address.
    pub fn folder(folder: PathBuf, from: &str) -> Result<Self, MailerError> {
        let from = sender(from)?;
        Ok(Self {
            bounces: from.email.clone(),
            from,
            way: Way::Folder,
            folder,
        })
    }

    /// The same, with another address to which mail servers send back what they cannot deliver.
    ///
    /// # Errors
    /// It is not an address.
    pub fn with_bounces(mut self, bounces: &str) -> Result<Self, MailerError> {
        self.bounces = bounces.parse().map_err(|_| MailerError::Sender)?;
        Ok(self)
    }

    /// Sends a letter. The same `key` gives the same `Message-ID`, so that a repeated one is recognised.
    ///
    /// # Errors
    /// Says whether another attempt makes sense.
    pub async fn send(&self, letter: &Letter, key: &str, at: Timestamp) -> Result<(), SendFailure> {
        let message = self.message(letter, key, at)?;
        match &self.way {
            Way::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if refuses_the_address(&error) => Err(SendFailure::Never),
                Err(_) => Err(SendFailure::Later),
            },
            Way::Folder => {
                let file = letters::write(&self.folder, key, &message.formatted())
                    .await
                    .map_err(|_| SendFailure::Later)?;
                tracing::info!(path = %file.display(), "an e-mail was written to a file: no mail server is set");
                Ok(())
            }
        }
    }

    /// Deletes letters kept as files that are older than `limit`: they hold an address and a tracking code.
    pub async fn forget(&self, limit: Timestamp) {
        letters::forget(&self.folder, limit).await;
    }

    /// Deletes one letter kept as a file.
    pub async fn forget_one(&self, key: &str) {
        letters::forget_one(&self.folder, key).await;
    }

    fn message(&self, letter: &Letter, key: &str, at: Timestamp) -> Result<Message, SendFailure> {
        let to: Mailbox = letter.to.reveal().parse().map_err(|_| SendFailure::Never)?;
        let id = format!("<{key}@{}>", self.from.email.domain());
        let envelope = Envelope::new(Some(self.bounces.clone()), vec![to.email.clone()]);
        let envelope = envelope.map_err(|_| SendFailure::Never)?;
        let header = |name, value: &str| HeaderValue::new(name, value.to_owned());
        Message::builder()
            .envelope(envelope)
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.clone())
            .message_id(Some(id))
            .date(at.into())
            // No machine answers a machine (RFC 3834), and the reader knows in which voice to read.
            .raw_header(header(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated"))
            .raw_header(header(HeaderName::new_from_ascii_str("Content-Language"), letter.locale.tag()))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|_| SendFailure::Never)
    }
}

/// Replies about the address itself (RFC 5321, 4.2.3). Any other, even a lasting one, is about the server, and may be
/// mended: an expired password, a relay that is not allowed.
fn refuses_the_address(error: &lettre::transport::smtp::Error) -> bool {
    let code = error.status().map(u16::from);
    matches!(code, Some(550 | 551 | 553))
}

fn sender(from: &str) -> Result<Mailbox, MailerError> {
    from.parse().map_err(|_| MailerError::Sender)
}

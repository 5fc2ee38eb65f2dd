//! What comes too late: a form about a request, sent after the access to it had ended. What was typed is kept for a
//! while and shown again once the request is opened again; whoever never had the access is told nothing.

use app::ports::Absence;
use domain::submitted::Submitted;
use jiff::{SignedDuration, Timestamp};

use super::{
    Desk, OwnerHash, SaveError, Visitor,
    change::{Halt, admit},
    reading::unavailable,
};
use crate::store::{
    StoreError, accesses, drafts,
    envelopes::{self, Letter},
};

/// Hours after its end in which an access is remembered to have been one: a letter may take an afternoon to write.
pub(crate) const LATE_HOURS: i64 = 24;
/// Minutes that what came too late is kept.
const KEPT: SignedDuration = SignedDuration::from_mins(10);

/// What a form is about.
#[derive(Debug, Clone, Copy)]
pub enum About<'a> {
    /// A request.
    Request(&'a str),
    /// The request that a draft corrects.
    Draft(&'a str),
}

impl Desk {
    /// Keeps what was typed at `address` for ten minutes, for a visitor whose access to the request ended lately.
    /// `false`: there was no such access, or it was closed on purpose; nothing is kept, nothing is to be told.
    ///
    /// # Errors
    /// No database: nothing is kept.
    pub async fn keep_late(
        &self,
        visitor: &Visitor,
        about: About<'_>,
        address: &str,
        typed: Submitted,
    ) -> Result<bool, SaveError> {
        let kept = self.keep(visitor, about, address, typed).await;
        kept.map_err(|halt| halt.or(SaveError::Unavailable))
    }

    /// Whether [`Self::keep_late`] would keep something: asked before a long form is read.
    ///
    /// # Errors
    /// No database.
    pub async fn is_late(&self, visitor: &Visitor, about: About<'_>) -> Result<bool, SaveError> {
        let ended = self.ended_lately(visitor, about).await;
        let ended = ended.map_err(|error| Halt::Store(error).or(SaveError::Unavailable))?;
        Ok(ended.is_some())
    }

    async fn keep(
        &self,
        visitor: &Visitor,
        about: About<'_>,
        address: &str,
        typed: Submitted,
    ) -> Result<bool, Halt<SaveError>> {
        let Some((owner, request)) = self.ended_lately(visitor, about).await? else {
            return Ok(false);
        };
        let until = self.now().saturating_add(KEPT).unwrap_or(Timestamp::MAX);
        let vault = self.0.vault.clone();
        let letter = Letter {
            address: address.to_owned(),
            typed,
        };
        self.0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let owner = owner.bytes();
                    envelopes::keep(tx, &vault, owner, &request, &letter, until).await
                })
            })
            .await?;
        Ok(true)
    }

    /// The request whose access ended lately for this visitor, by itself.
    async fn ended_lately(
        &self,
        visitor: &Visitor,
        about: About<'_>,
    ) -> Result<Option<(OwnerHash, String)>, StoreError> {
        let Some(owner) = visitor.owner else {
            return Ok(None);
        };
        let Some(request) = self.request_about(visitor, about).await? else {
            return Ok(None);
        };
        let now = self.now();
        let limit = now.saturating_sub(SignedDuration::from_hours(LATE_HOURS));
        let limit = limit.unwrap_or(Timestamp::MIN);
        let database = &self.0.database;
        let ended = accesses::ended_since(database, owner.bytes(), &request, limit, now).await?;
        Ok(ended.then_some((owner, request)))
    }

    async fn request_about(
        &self,
        visitor: &Visitor,
        about: About<'_>,
    ) -> Result<Option<String>, StoreError> {
        match about {
            About::Request(request) => Ok(Some(request.to_owned())),
            About::Draft(id) => {
                let row = drafts::find(&self.0.database, id).await?;
                let row = admit(row, visitor, self.now()).ok();
                Ok(row.and_then(|row| row.purpose.about().map(str::to_owned)))
            }
        }
    }

    /// The address of the form that waits for whoever just opened a request again, if one does.
    pub async fn late_address(&self, visitor: &Visitor, request: &str) -> Option<String> {
        let letters = self.letters(visitor.owner?).await;
        let mine = letters.into_iter().find(|(about, _)| about == request);
        mine.map(|(_, letter)| letter.address)
    }

    /// What was typed at an address and came too late; only for whoever has the access again.
    pub async fn late_words(&self, visitor: &Visitor, address: &str) -> Option<Submitted> {
        let letters = self.letters(visitor.owner?).await;
        let mut letters = letters.into_iter();
        let (request, letter) = letters.find(|(_, letter)| letter.address == address)?;
        self.access(visitor, &request).await.ok()?;
        Some(letter.typed)
    }

    /// Letters of a browser, each with its request. One that cannot be opened is left out: there is nothing to show.
    async fn letters(&self, owner: OwnerHash) -> Vec<(String, Letter)> {
        let found = envelopes::of_owner(&self.0.database, owner.bytes(), self.now()).await;
        let envelopes = found.map_err(unavailable).unwrap_or_default();
        let open = |envelope: envelopes::Envelope| {
            let letter = envelope.open(&self.0.vault);
            let letter = letter.map_err(unavailable).ok()?;
            Some((envelope.request, letter))
        };
        envelopes.into_iter().filter_map(open).collect()
    }

    /// Seconds that the access of a visitor to a request still lasts.
    ///
    /// # Errors
    /// Unknown, foreign or over, all alike; or no database.
    pub async fn access_left(&self, visitor: &Visitor, request: &str) -> Result<u64, Absence> {
        let (_, access) = self.access(visitor, request).await?;
        Ok(self.seconds_to(access.expires_at))
    }

    /// Gives an access its whole time again; the seconds that it lasts from now on.
    ///
    /// # Errors
    /// Unknown, foreign or over, all alike; or no database.
    pub async fn extend_access(&self, visitor: &Visitor, request: &str) -> Result<u64, Absence> {
        let (owner, access) = self.access(visitor, request).await?;
        Ok(self.seconds_to(self.prolong(owner, request, access).await))
    }

    fn seconds_to(&self, end: Timestamp) -> u64 {
        u64::try_from(end.duration_since(self.now()).as_secs()).unwrap_or(0)
    }
}

//! The one way a draft changes: read, admit its holder, apply a rule, store, all in one write.

use std::sync::Arc;

use app::ports::{Absence, Ending};
use database::{DatabaseError, Write};
use jiff::{SignedDuration, Timestamp};

use super::{Desk, SaveError, Visitor, log_database};
use crate::{
    secrets::SealError,
    store::{
        StoreError, Vault,
        accesses::{self, Right},
        draft_grants::Guest,
        drafts::{self, Content, DraftState, StoredDraft},
        uploads::{self, StoredUpload},
    },
};

/// Tries of a write that another one crossed.
pub(super) const TRIES: u8 = 4;
/// Greatest JSON text of a draft in bytes.
const GREATEST: usize = 1024 * 1024;

/// Why a write stops and keeps nothing.
#[derive(Debug)]
pub(crate) enum Halt<E> {
    /// A rule of the use case.
    Refused(E),
    /// The store.
    Store(StoreError),
}

impl<E> Halt<E> {
    /// Another write came first: the same may be tried again.
    pub(crate) const fn is_conflict(&self) -> bool {
        matches!(
            self,
            Self::Store(StoreError::Database(DatabaseError::Conflict))
        )
    }

    /// The error for the visitor; a failure of the store is logged here, once.
    pub(crate) fn or(self, unavailable: E) -> E {
        match self {
            Self::Refused(error) => error,
            Self::Store(error) => {
                log_store(&error);
                unavailable
            }
        }
    }
}

/// Another write came first.
pub(crate) const fn crossed<E>() -> Halt<E> {
    Halt::Store(StoreError::Database(DatabaseError::Conflict))
}

/// Tells the operator about the store once.
pub(crate) fn log_store(error: &StoreError) {
    match error {
        StoreError::Database(error) => log_database(error),
        error => tracing::error!(error = %error, "the store cannot be read"),
    }
}

impl<E> From<DatabaseError> for Halt<E> {
    fn from(error: DatabaseError) -> Self {
        Self::Store(error.into())
    }
}

impl<E> From<StoreError> for Halt<E> {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl<E> From<SealError> for Halt<E> {
    fn from(error: SealError) -> Self {
        Self::Store(error.into())
    }
}

/// What a rule does to a draft.
pub(super) enum Change<T> {
    /// Nothing.
    Keep(T),
    /// Its content changed.
    Store(T),
    /// Its content changed, and a file comes with it.
    Attach(T, StoredUpload),
    /// Its content changed, and a file goes.
    Detach(T, String),
}

/// A rule that changes a draft, as the store found it.
pub(super) type Rule<T> =
    Arc<dyn Fn(&mut StoredDraft, &mut Content) -> Result<Change<T>, SaveError> + Send + Sync>;

/// A draft after a change.
pub(super) struct Changed<T> {
    pub(super) row: StoredDraft,
    pub(super) content: Content,
    pub(super) outcome: T,
}

/// Whoever a code let into this draft, while the code lives.
pub(super) fn guest<'a>(
    row: &'a StoredDraft,
    visitor: &Visitor,
    now: Timestamp,
) -> Option<&'a Guest> {
    let mut guests = row.guests.iter();
    guests.find(|guest| guest.until > now && visitor.owns(&guest.owner))
}

/// Lets the holder of a draft through, and those with whom a code shares it. Unknown and foreign look the same.
pub(super) fn admit(
    row: Option<StoredDraft>,
    visitor: &Visitor,
    now: Timestamp,
) -> Result<StoredDraft, Absence> {
    let row = row
        .filter(|row| visitor.owns(&row.owner) || guest(row, visitor, now).is_some())
        .ok_or(Absence::Unknown)?;
    match row.state {
        DraftState::Erased => Err(Absence::Ended(Ending::Erased)),
        DraftState::Expired => Err(Absence::Ended(Ending::Expired)),
        // Time decides, not the sweep that comes later.
        DraftState::Open if row.expires_at <= now => Err(Absence::Ended(Ending::Expired)),
        DraftState::Open | DraftState::Sent => Ok(row),
    }
}

impl Desk {
    /// Applies a rule to a draft of this visitor.
    pub(super) async fn change<T: Send + 'static>(
        &self,
        visitor: &Visitor,
        draft: &str,
        rule: Rule<T>,
    ) -> Result<Changed<T>, SaveError> {
        for _ in 0..TRIES {
            let job = Job {
                draft: draft.to_owned(),
                visitor: *visitor,
                vault: self.0.vault.clone(),
                now: self.now(),
                expires_at: self.draft_end(),
                rule: rule.clone(),
            };
            match self.0.database.write(move |tx| Box::pin(job.run(tx))).await {
                Err(halt) if halt.is_conflict() => {}
                outcome => return outcome.map_err(|halt| halt.or(SaveError::Unavailable)),
            }
        }
        Err(SaveError::Unavailable)
    }

    /// When a draft changed now ends.
    pub(super) fn draft_end(&self) -> Timestamp {
        let days = SignedDuration::from_hours(24 * i64::from(self.0.rules.draft_days));
        self.now().saturating_add(days).unwrap_or(Timestamp::MAX)
    }
}

struct Job<T> {
    draft: String,
    visitor: Visitor,
    vault: Vault,
    now: Timestamp,
    expires_at: Timestamp,
    rule: Rule<T>,
}

impl<T: Send + 'static> Job<T> {
    async fn run(self, tx: &mut Write<'_>) -> Result<Changed<T>, Halt<SaveError>> {
        let found = drafts::find_in(tx, &self.draft).await?;
        let refuse = |absence: Absence| Halt::Refused(absence.into());
        let mut row = admit(found, &self.visitor, self.now).map_err(refuse)?;
        // What is written about a request ends with the access to it.
        if let Some(request) = row.purpose.about()
            && !accesses::allows(tx, &row.owner, request, Right::Act, self.now).await?
        {
            return Err(refuse(Absence::Unknown));
        }
        if row.state == DraftState::Sent {
            return Err(Halt::Refused(SaveError::Sent(
                row.request_id.unwrap_or_default(),
            )));
        }
        let mut content = row.open(&self.vault)?;
        let change = (self.rule)(&mut row, &mut content).map_err(Halt::Refused)?;
        let outcome = match change {
            Change::Keep(outcome) => {
                return Ok(Changed {
                    row,
                    content,
                    outcome,
                });
            }
            Change::Store(outcome) => outcome,
            Change::Attach(outcome, upload) => {
                uploads::insert(tx, &upload, self.now).await?;
                outcome
            }
            Change::Detach(outcome, upload) => {
                uploads::delete(tx, &upload).await?;
                outcome
            }
        };
        if serde_json::to_vec(&content).map_or(usize::MAX, |json| json.len()) > GREATEST {
            return Err(Halt::Refused(SaveError::TooLarge));
        }
        (row.updated_at, row.expires_at) = (self.now, self.expires_at);
        if !drafts::update(tx, &self.vault, &row, &content).await? {
            return Err(crossed());
        }
        row.version += 1;
        Ok(Changed {
            row,
            content,
            outcome,
        })
    }
}

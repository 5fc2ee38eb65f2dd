//! What residents do about a request once sent: recorded here at once, in one transaction with its delivery, so that
//! "recorded" is true whatever happens to the back office.

mod corrections;
mod documents;
mod messages;
mod pending;
mod withdrawing;

pub(super) use pending::pending;

use std::sync::Arc;

use app::ports::{Absence, Draft};
use domain::locale::Locale;

use super::{
    Desk, FollowUpError, OwnerHash, SaveError, Visitor,
    change::{Halt, TRIES, admit, crossed},
    reading::unavailable,
};
use crate::{
    store::{
        StoreError, Vault,
        accesses::{self, Right},
        acts::{self, Deed, NewAct},
        drafts::{self, Content, DraftState, NewDraft, Purpose, StoredDraft},
        endings,
        journal::{self, Act},
        outbox::{self, NewParcel, Topic},
    },
    worker::follow_up_key,
};

/// A draft that ends with the act.
struct Ending {
    draft: String,
    version: i64,
}

impl Ending {
    fn of(row: &StoredDraft) -> Self {
        Self {
            draft: row.id.clone(),
            version: row.version,
        }
    }
}

/// What a draft begun with a key is of.
pub(super) struct Beginning<'a> {
    pub(super) purpose: Purpose,
    /// Key of the form that it begins from: its identifier.
    pub(super) key: &'a str,
    pub(super) procedure_id: String,
    pub(super) form_version: String,
    pub(super) locale: Locale,
    pub(super) content: Content,
}

impl Desk {
    /// The open draft of this visitor about a request.
    async fn draft_about(
        &self,
        visitor: &Visitor,
        purpose: &Purpose,
    ) -> Result<Option<StoredDraft>, Absence> {
        let request = purpose.about().unwrap_or_default();
        let (owner, access) = self.access(visitor, request).await?;
        // Whoever only reads writes nothing.
        if access.right < Right::Act {
            return Ok(None);
        }
        drafts::open_about(&self.0.database, owner.bytes(), purpose, self.now())
            .await
            .map_err(unavailable)
    }

    /// The same, as its page sees it.
    async fn shown_about(
        &self,
        visitor: &Visitor,
        purpose: Purpose,
    ) -> Result<Option<Draft>, Absence> {
        match self.draft_about(visitor, &purpose).await? {
            Some(row) => Ok(Some(self.opened(row).await?)),
            None => Ok(None),
        }
    }

    /// Begins a draft about a request, for who has access to it.
    async fn begin_about(
        &self,
        visitor: &Visitor,
        beginning: Beginning<'_>,
    ) -> Result<(), SaveError> {
        let request = beginning.purpose.about().unwrap_or_default();
        let (owner, _) = self.access_to(visitor, request, Right::Act).await?;
        self.begin_under(visitor, owner, beginning).await
    }

    /// Begins a draft under the key of its form: begun once, whatever is pressed twice.
    pub(super) async fn begin_under(
        &self,
        visitor: &Visitor,
        owner: OwnerHash,
        beginning: Beginning<'_>,
    ) -> Result<(), SaveError> {
        let Beginning { purpose, key, .. } = &beginning;
        if !Vault::is_id(key) {
            return Err(SaveError::Unknown);
        }
        let known = drafts::find(&self.0.database, key).await;
        let known = known.map_err(|error| Halt::Store(error).or(SaveError::Unavailable))?;
        if known.is_some() {
            let row = admit(known, visitor, self.now())?;
            return if row.purpose == *purpose {
                Ok(())
            } else {
                Err(SaveError::Unknown)
            };
        }
        let new = NewDraft {
            id: (*key).to_owned(),
            owner: *owner.bytes(),
            procedure_id: beginning.procedure_id,
            form_version: beginning.form_version,
            locale: beginning.locale,
            purpose: beginning.purpose,
            content: beginning.content,
            at: self.now(),
            expires_at: self.draft_end(),
        };
        let vault = self.0.vault.clone();
        let begun = self.0.database.write(move |tx| {
            Box::pin(async move {
                drafts::insert(tx, &vault, &new).await?;
                Ok::<_, Halt<SaveError>>(())
            })
        });
        begun.await.map_err(|halt| halt.or(SaveError::Unavailable))
    }

    /// An open or sent draft of this visitor, to be sent.
    async fn draft_to_send(
        &self,
        visitor: &Visitor,
        draft: &str,
    ) -> Result<(StoredDraft, Content), FollowUpError> {
        let unavailable = |error: StoreError| Halt::Store(error).or(FollowUpError::Unavailable);
        let found = drafts::find(&self.0.database, draft).await;
        let row = admit(found.map_err(unavailable)?, visitor, self.now())?;
        let content = row.open(&self.0.vault).map_err(unavailable)?;
        Ok((row, content))
    }

    /// One transaction: the acts, their delivery, the lines of the journal, the end of their draft.
    async fn record(
        &self,
        visitor: &Visitor,
        request: &str,
        deeds: Vec<Deed>,
        ending: Option<Ending>,
    ) -> Result<(), FollowUpError> {
        let withdraws = |deed: &Deed| matches!(deed, Deed::Withdrawal { .. });
        let right = if deeds.iter().any(withdraws) {
            Right::Whole
        } else {
            Right::Act
        };
        let (owner, _) = self.access_to(visitor, request, right).await?;
        self.write_down(Some((owner, right)), request, deeds, ending)
            .await
    }

    /// The same, for someone whose right was judged; `holder` is judged again in the write.
    async fn write_down(
        &self,
        holder: Option<(OwnerHash, Right)>,
        request: &str,
        deeds: Vec<Deed>,
        ending: Option<Ending>,
    ) -> Result<(), FollowUpError> {
        let now = self.now();
        let deeds = deeds
            .into_iter()
            .map(|deed| (self.0.vault.new_id(), deed))
            .collect();
        let recorded = Arc::new(Recorded {
            holder,
            request: request.to_owned(),
            deeds,
            ending,
        });
        for _ in 0..TRIES {
            let (vault, job) = (self.0.vault.clone(), recorded.clone());
            let outcome = self
                .0
                .database
                .write(move |tx| Box::pin(async move { job.write(tx, &vault, now).await }));
            match outcome.await {
                Err(halt) if halt.is_conflict() => {}
                Ok(()) => {
                    for (_, deed) in &recorded.deeds {
                        metrics::counter!("follow_ups", "kind" => deed.name()).increment(1);
                    }
                    self.0.bells.delivery.notify_one();
                    self.0.live.wake(&recorded.request);
                    return Ok(());
                }
                Err(halt) => return Err(halt.or(FollowUpError::Unavailable)),
            }
        }
        Err(FollowUpError::Unavailable)
    }
}

/// Acts ready to be written, each with its identifier.
struct Recorded {
    holder: Option<(OwnerHash, Right)>,
    request: String,
    deeds: Vec<(String, Deed)>,
    ending: Option<Ending>,
}

impl Recorded {
    async fn write(
        &self,
        tx: &mut database::Write<'_>,
        vault: &Vault,
        now: jiff::Timestamp,
    ) -> Result<(), Halt<FollowUpError>> {
        // Closed or taken back while the form was on its way.
        if let Some((owner, right)) = &self.holder
            && !accesses::allows(tx, owner.bytes(), &self.request, *right, now).await?
        {
            return Err(Halt::Refused(FollowUpError::Unknown));
        }
        if let Some(Ending { draft, version }) = &self.ending {
            let (sent, about) = (DraftState::Sent, Some(&*self.request));
            if !endings::end(tx, draft, *version, sent, about, now).await? {
                // The other press of the button, or another tab, was first: nothing is sent twice.
                let row = drafts::find_in(tx, draft).await?;
                return match row.map(|row| row.state) {
                    Some(DraftState::Sent) => Ok(()),
                    Some(DraftState::Open) => Err(Halt::Refused(FollowUpError::Incomplete)),
                    _ => Err(Halt::Refused(FollowUpError::Unknown)),
                };
            }
        }
        let mut lines = 0;
        for (id, deed) in &self.deeds {
            let is_once = matches!(deed, Deed::Withdrawal { .. } | Deed::Extension { .. });
            // Pressed twice at the same moment.
            if is_once && acts::waits(tx, &self.request, deed).await? {
                continue;
            }
            let new = NewAct {
                id,
                request_id: &self.request,
                files_of: self.ending.as_ref().map(|ending| &*ending.draft),
                deed,
                at: now,
            };
            if !acts::insert(tx, vault, new).await? {
                return Err(crossed());
            }
            let parcel = NewParcel {
                id: id.clone(),
                topic: Topic::FollowUp,
                subject: &self.request,
                idempotency_key: follow_up_key(id),
            };
            outbox::insert(tx, parcel, now).await?;
            lines += 1;
        }
        for _ in 0..lines {
            journal::append(tx, Act::FollowedUp, &self.request, now).await?;
        }
        Ok(())
    }
}

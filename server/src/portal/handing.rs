//! Handing over: giving a code for a request or a draft, seeing what became of it, taking it back (decision 0009). Only
//! who holds the whole of something hands it over: a code never gives another code.

use app::ports::{Absence, Carried, HandOver};
use domain::hand_over::{ALIVE, HandOverCode, Life, Purpose, Scope};
use jiff::Timestamp;

use super::{
    Desk, HandOverError, Visitor,
    change::{Halt, TRIES, admit, crossed},
    reading::unavailable,
};
use crate::{
    secrets,
    store::{
        Vault,
        accesses::{self, Right},
        draft_grants,
        drafts::{self, DraftState, StoredDraft},
        endings,
        hand_overs::{self, NewHandOver, StoredHandOver},
        journal::{self, Act},
    },
};

/// What a resident chose when they handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gift {
    /// Whom the code is for.
    pub purpose: Purpose,
    /// What it gives.
    pub scope: Scope,
    /// How long it lives.
    pub life: Life,
}

impl Desk {
    /// Gives a code under the key of the form: once, whatever is pressed twice. Gives its identifier.
    ///
    /// # Errors
    /// Not theirs to hand over, enough codes alive, or no database.
    pub async fn hand_over(
        &self,
        visitor: &Visitor,
        carried: &Carried,
        gift: Gift,
        key: &str,
    ) -> Result<String, HandOverError> {
        self.may_hand_over(visitor, carried).await?;
        // What a code of a draft gives is one thing; that of a request never is filling in.
        let is_draft = matches!(carried, Carried::Draft(_));
        if !Vault::is_id(key) || is_draft != (gift.scope == Scope::Continue) {
            return Err(HandOverError::Unknown);
        }
        for _ in 0..TRIES {
            let new = self.new_hand_over(carried, gift, key);
            let (vault, visitor) = (self.0.vault.clone(), *visitor);
            let given = self
                .0
                .database
                .write(move |tx| Box::pin(async move { give(tx, &vault, &visitor, new).await }));
            match given.await {
                // The same code was drawn twice: another one.
                Err(halt) if halt.is_conflict() => {}
                Ok(()) => return Ok(key.to_owned()),
                Err(halt) => return Err(halt.or(HandOverError::Unavailable)),
            }
        }
        Err(HandOverError::Unavailable)
    }

    fn new_hand_over(&self, carried: &Carried, gift: Gift, key: &str) -> NewHandOver {
        let mut entropy = [0; 16];
        self.0.vault.fill(&mut entropy);
        let code = HandOverCode::from_entropy(&entropy);
        let keys = self.0.vault.keys();
        let now = self.now();
        let end = now.saturating_add(gift.life.length());
        NewHandOver {
            id: key.to_owned(),
            carried: carried.clone(),
            purpose: gift.purpose,
            scope: gift.scope,
            code_index: keys.blind(secrets::Purpose::HandOverCode, &code.compact()),
            code,
            at: now,
            expires_at: end.unwrap_or(Timestamp::MAX),
        }
    }

    /// Revokes a code: nobody takes it up any more, and what it opened closes at once. Again is the same.
    ///
    /// # Errors
    /// Not theirs, or no database.
    pub async fn take_back(
        &self,
        visitor: &Visitor,
        carried: &Carried,
        code: &str,
    ) -> Result<(), HandOverError> {
        self.may_hand_over(visitor, carried).await?;
        let (carried, code, now) = (carried.clone(), code.to_owned(), self.now());
        let files = self.0.database.write(move |tx| {
            Box::pin(async move {
                let found = hand_overs::find_in(tx, &code).await?;
                let found = found.filter(|found| found.carried == carried);
                let found = found.ok_or(Halt::Refused(HandOverError::Unknown))?;
                revoke(tx, &found, now).await
            })
        });
        let files = files.await;
        for file in files.map_err(|halt| halt.or(HandOverError::Unavailable))? {
            self.0.files.delete(&file).await;
        }
        Ok(())
    }

    /// Whether this visitor may hand it over: asked before their form is judged.
    ///
    /// # Errors
    /// Not theirs to hand over, ended, or no database.
    pub async fn hand_overs_allowed(
        &self,
        visitor: &Visitor,
        carried: &Carried,
    ) -> Result<(), HandOverError> {
        Ok(self.may_hand_over(visitor, carried).await?)
    }

    /// The codes of a request or a draft, for who may hand it over.
    pub(super) async fn hand_overs_of(
        &self,
        visitor: &Visitor,
        carried: &Carried,
    ) -> Result<Vec<HandOver>, Absence> {
        self.may_hand_over(visitor, carried).await?;
        let (database, now) = (&self.0.database, self.now());
        let mut codes = Vec::new();
        let stored = hand_overs::of(database, carried).await;
        for code in stored.map_err(unavailable)? {
            let uses = hand_overs::uses(database, &code.id).await;
            let is_alive = code.is_alive(now);
            let shown = code.code(&self.0.vault).map_err(unavailable)?;
            codes.push(HandOver {
                code: shown.filter(|_| is_alive),
                purpose: code.purpose,
                scope: code.scope,
                given_at: code.given_at,
                ends_at: code.revoked_at.unwrap_or(code.expires_at),
                revoked: code.revoked_at.is_some(),
                uses: uses.map_err(unavailable)?,
                id: code.id,
            });
        }
        Ok(codes)
    }

    /// Lets through who holds the whole of it.
    async fn may_hand_over(&self, visitor: &Visitor, carried: &Carried) -> Result<(), Absence> {
        match carried {
            Carried::Request(request) => {
                self.access_to(visitor, request, Right::Whole).await?;
            }
            Carried::Draft(draft) => {
                let found = drafts::find(&self.0.database, draft).await;
                own_draft(found.map_err(unavailable)?, visitor, self.now())?;
            }
        }
        Ok(())
    }
}

/// An open draft of a request, for its holder.
fn own_draft(
    found: Option<StoredDraft>,
    visitor: &Visitor,
    now: Timestamp,
) -> Result<StoredDraft, Absence> {
    let row = admit(found, visitor, now)?;
    let is_own = visitor.owns(&row.owner) && row.purpose == drafts::Purpose::Request;
    if is_own && row.state == DraftState::Open {
        Ok(row)
    } else {
        Err(Absence::Unknown)
    }
}

async fn give(
    tx: &mut database::Write<'_>,
    vault: &Vault,
    visitor: &Visitor,
    new: NewHandOver,
) -> Result<(), Halt<HandOverError>> {
    let (now, carried) = (new.at, &new.carried);
    let unknown = || Halt::Refused(HandOverError::Unknown);
    // Closed, erased or sent meanwhile.
    let subject = match carried {
        Carried::Request(request) => {
            let owner = visitor.owner.ok_or_else(unknown)?;
            if !accesses::allows(tx, owner.bytes(), request, Right::Whole, now).await? {
                return Err(unknown());
            }
            request
        }
        Carried::Draft(draft) => {
            let found = drafts::find_in(tx, draft).await?;
            own_draft(found, visitor, now).map_err(|absence| Halt::Refused(absence.into()))?;
            draft
        }
    };
    if let Some(known) = hand_overs::find_in(tx, &new.id).await? {
        return if known.carried == *carried {
            Ok(())
        } else {
            Err(unknown())
        };
    }
    let known = hand_overs::of_in(tx, carried).await?;
    if known.iter().filter(|code| code.is_alive(now)).count() >= ALIVE {
        return Err(Halt::Refused(HandOverError::Enough));
    }
    if !hand_overs::insert(tx, vault, &new).await? {
        return Err(crossed());
    }
    journal::append(tx, Act::HandedOver, subject, now).await?;
    Ok(())
}

/// Ends a code and everything that it opened; gives the files to delete after the commit.
async fn revoke(
    tx: &mut database::Write<'_>,
    code: &StoredHandOver,
    now: Timestamp,
) -> Result<Vec<String>, Halt<HandOverError>> {
    if !hand_overs::revoke(tx, &code.id, now).await? {
        return Ok(Vec::new());
    }
    draft_grants::revoke_through(tx, &code.id).await?;
    let guests = accesses::revoke_through(tx, &code.id).await?;
    let (Carried::Request(subject) | Carried::Draft(subject)) = &code.carried;
    let mut files = Vec::new();
    for guest in guests {
        // What they began about it goes with their access.
        files.extend(endings::erase_about_of(tx, &guest, subject, now).await?);
    }
    journal::append(tx, Act::TakenBack, subject, now).await?;
    Ok(files)
}

//! Taking up a hand-over code: for who was told it. A code that is wrong, unknown, over, revoked or used up gets the
//! same answer after the same work: nobody learns whether it ever existed.

use std::net::IpAddr;

use app::ports::Carried;
use database::Write;
use domain::hand_over::{Device, HandOverCode, Purpose, Scope};
use jiff::Timestamp;

use super::{
    Desk, FollowError, OwnerHash, SaveError, Visitor,
    change::{Halt, TRIES},
    following::network,
};
use crate::{
    secrets,
    store::{
        accesses::{self, Right, Through},
        attempts,
        draft_grants::{self, Guest},
        drafts::{self, DraftState},
        hand_overs::{self, StoredHandOver},
        journal::{self, Act},
    },
};

/// Wrong codes from one origin in 15 minutes. Slips are told before and do not count.
const PER_ORIGIN: i64 = 20;

/// Wrong codes in the whole portal in 15 minutes: of 33⁸ codes, whoever tries as many for the whole week that a code may
/// live finds one of 1,000 with a chance under 2 in 10,000.
const EVERYWHERE: i64 = 300;

/// One attempt, its code and its origin as digests.
#[derive(Clone)]
struct Attempt {
    code: [u8; 32],
    origin: [u8; 32],
    everywhere: [u8; 32],
    owner: OwnerHash,
    device: Device,
    now: Timestamp,
    until: Timestamp,
}

enum TakenUp {
    Carried(Carried),
    Wrong,
    TooMany(u32),
}

impl Desk {
    /// Goes on with what a code carries; gives what that is.
    ///
    /// # Errors
    /// No such code alive, too many wrong attempts, no cookie, or no database.
    pub async fn take_up(
        &self,
        code: &str,
        visitor: &Visitor,
        origin: IpAddr,
        device: Device,
    ) -> Result<Carried, FollowError> {
        let owner = visitor.owner.ok_or(FollowError::NoVisitor)?;
        let keys = self.0.vault.keys();
        let code =
            HandOverCode::parse(code).map_or_else(|_| code.to_owned(), |code| code.compact());
        let counted = |from: &str| keys.blind(secrets::Purpose::HandOverAttempts, from);
        let attempt = Attempt {
            code: keys.blind(secrets::Purpose::HandOverCode, &code),
            origin: counted(&network(origin)),
            everywhere: counted("everywhere"),
            owner,
            device,
            now: self.now(),
            until: self.access_end(),
        };
        for _ in 0..TRIES {
            let attempt = attempt.clone();
            let taken = self
                .0
                .database
                .write(move |tx| Box::pin(async move { attempt.run(tx).await }))
                .await;
            let (outcome, came_to) = match taken {
                Ok(TakenUp::Carried(carried)) => (Ok(carried), "taken_up"),
                Ok(TakenUp::Wrong) => (Err(FollowError::NoSuchRequest), "wrong"),
                Ok(TakenUp::TooMany(retry_after)) => {
                    (Err(FollowError::TooMany { retry_after }), "too_many")
                }
                Err(halt) if halt.is_conflict() => continue,
                Err(halt) => return Err(halt.or(FollowError::Unavailable)),
            };
            metrics::counter!("hand_over_codes", "outcome" => came_to).increment(1);
            return outcome;
        }
        Err(FollowError::Unavailable)
    }

    /// Ends the part of this visitor in a draft that a code shares with them.
    ///
    /// # Errors
    /// No database: it goes on until the code ends.
    pub async fn leave_draft(&self, visitor: &Visitor, draft: &str) -> Result<(), SaveError> {
        let Some(owner) = visitor.owner else {
            return Ok(());
        };
        let draft = draft.to_owned();
        let left = self.0.database.write(move |tx| {
            Box::pin(async move {
                draft_grants::leave(tx, owner.bytes(), &draft).await?;
                Ok::<_, Halt<SaveError>>(())
            })
        });
        left.await.map_err(|halt| halt.or(SaveError::Unavailable))
    }
}

/// What a code of a draft gives in the request that it became. On their own device, the person who sends is who gave the
/// code: nothing is kept from them.
pub(super) fn sent(code: &StoredHandOver, until: Timestamp) -> Through<'_> {
    if code.scope == Scope::Continue && code.purpose == Purpose::Device {
        return Through {
            hand_over: &code.id,
            right: Right::Whole,
            until,
            ends_by: None,
        };
    }
    through(code, until)
}

fn through(code: &StoredHandOver, until: Timestamp) -> Through<'_> {
    Through {
        hand_over: &code.id,
        right: code.scope.into(),
        until: until.min(code.expires_at),
        ends_by: Some(code.expires_at),
    }
}

impl Attempt {
    async fn run(self, tx: &mut Write<'_>) -> Result<TakenUp, Halt<FollowError>> {
        let limits = [(&self.origin, PER_ORIGIN), (&self.everywhere, EVERYWHERE)];
        let mut wait = None;
        for (key, limit) in limits {
            wait = wait.max(attempts::wait(tx, key, limit, self.now).await?);
        }
        if let Some(seconds) = wait {
            return Ok(TakenUp::TooMany(seconds));
        }
        if let Some(code) = hand_overs::of_code(tx, &self.code).await?
            && self.opens(tx, &code).await?
        {
            return Ok(TakenUp::Carried(code.carried));
        }
        for (key, _) in limits {
            attempts::count(tx, key).await?;
        }
        Ok(TakenUp::Wrong)
    }

    /// Opens what a code carries, once for a button pressed twice. `false`: it opens nothing any more.
    async fn opens(
        &self,
        tx: &mut Write<'_>,
        code: &StoredHandOver,
    ) -> Result<bool, Halt<FollowError>> {
        let owner = self.owner.bytes();
        if !code.is_alive(self.now) {
            return Ok(false);
        }
        let subject = match &code.carried {
            Carried::Request(request) => {
                if accesses::is_open_through(tx, owner, request, &code.id, self.now).await? {
                    return Ok(true);
                }
                if !self.counts(tx, code).await? {
                    return Ok(false);
                }
                let through = through(code, self.until);
                accesses::grant_through(tx, owner, request, through, self.now).await?;
                request
            }
            Carried::Draft(draft) => {
                let row = drafts::find_in(tx, draft).await?;
                let row =
                    row.filter(|row| row.state == DraftState::Open && row.expires_at > self.now);
                let Some(row) = row else { return Ok(false) };
                let known = |guest: &Guest| {
                    guest.owner == owner && guest.hand_over == code.id && guest.until > self.now
                };
                if row.owner == owner || row.guests.iter().any(known) {
                    return Ok(true);
                }
                if !self.counts(tx, code).await? {
                    return Ok(false);
                }
                let guest = Guest {
                    owner: owner.to_vec(),
                    hand_over: code.id.clone(),
                    until: code.expires_at,
                };
                draft_grants::share(tx, draft, &guest).await?;
                draft
            }
        };
        journal::append(tx, Act::TakenUp, subject, self.now).await?;
        Ok(true)
    }

    async fn counts(
        &self,
        tx: &mut Write<'_>,
        code: &StoredHandOver,
    ) -> Result<bool, Halt<FollowError>> {
        Ok(hand_overs::take_up(tx, &code.id, self.device, self.now).await?)
    }
}

//! Opening a request with its code and a proof. Whatever is wrong, the answer, the work and the time are the
//! same: nobody learns whether a code exists.

use std::net::IpAddr;

use database::Write;
use domain::tracking_code::TrackingCode;
use jiff::{Timestamp, civil::Date};
use subtle::ConstantTimeEq;

use super::{
    Desk, FollowError, OwnerHash, Visitor,
    change::{Halt, TRIES},
    contact::{birth_date_proof, email_proof},
};
use crate::{
    pii::Pii,
    secrets::Purpose,
    store::{
        accesses, attempts,
        journal::{self, Act},
        submissions::{self, Claim},
    },
};

/// Wrong attempts on one code in 15 minutes.
const PER_CODE: i64 = 5;
/// Wrong attempts from one origin in 15 minutes. Many residents may share an origin: a mobile operator, a
/// France services counter.
const PER_ORIGIN: i64 = 30;

/// What only the person knows.
#[derive(Debug, Clone)]
pub enum Proof {
    /// E-mail address given in the request.
    Email(Pii<String>),
    /// Birth date given in the request.
    BirthDate(Pii<Date>),
}

/// One attempt, all digests.
#[derive(Clone)]
struct Attempt {
    code: [u8; 32],
    code_attempts: [u8; 32],
    origin_attempts: [u8; 32],
    email: [u8; 32],
    birth_date: [u8; 32],
    owner: OwnerHash,
    now: Timestamp,
    until: Timestamp,
}

enum Opened {
    Request(String),
    Wrong,
    TooMany(u32),
}

impl Desk {
    /// Opens a request for this visitor, for the minutes of [`app::ports::Rules::access_minutes`]; gives its
    /// identifier.
    ///
    /// # Errors
    /// Wrong code or proof, too many wrong attempts, no cookie, or no database.
    pub async fn follow(
        &self,
        code: &str,
        proof: Proof,
        visitor: &Visitor,
        origin: IpAddr,
    ) -> Result<String, FollowError> {
        let owner = visitor.owner.ok_or(FollowError::NoVisitor)?;
        let attempt = self.attempt(code, &proof, owner, origin);
        for _ in 0..TRIES {
            let attempt = attempt.clone();
            let opened = self
                .0
                .database
                .write(move |tx| Box::pin(async move { attempt.run(tx).await }))
                .await;
            return match opened {
                Ok(Opened::Request(request)) => Ok(request),
                Ok(Opened::Wrong) => Err(FollowError::NoSuchRequest),
                Ok(Opened::TooMany(retry_after)) => Err(FollowError::TooMany { retry_after }),
                Err(halt) if halt.is_conflict() => continue,
                Err(halt) => Err(halt.or(FollowError::Unavailable)),
            };
        }
        Err(FollowError::Unavailable)
    }

    fn attempt(&self, code: &str, proof: &Proof, owner: OwnerHash, origin: IpAddr) -> Attempt {
        let keys = self.0.vault.keys();
        // A text that is no code counts like a code that nobody holds.
        let code =
            TrackingCode::parse(code).map_or_else(|_| code.to_owned(), |code| code.compact());
        let (email, birth_date) = match proof {
            Proof::Email(email) => (email.reveal().as_str(), String::new()),
            Proof::BirthDate(date) => ("", date.reveal().to_string()),
        };
        Attempt {
            code: keys.blind(Purpose::TrackingCode, &code),
            code_attempts: keys.blind(Purpose::CodeAttempts, &code),
            origin_attempts: keys.blind(Purpose::OriginAttempts, &network(origin)),
            email: email_proof(keys, email),
            birth_date: birth_date_proof(keys, &birth_date),
            owner,
            now: self.now(),
            until: self.access_end(),
        }
    }
}

impl Attempt {
    async fn run(self, tx: &mut Write<'_>) -> Result<Opened, Halt<FollowError>> {
        let limits = [
            (&self.origin_attempts, PER_ORIGIN),
            (&self.code_attempts, PER_CODE),
        ];
        let mut wait = None;
        for (key, limit) in limits {
            wait = wait.max(attempts::wait(tx, key, limit, self.now).await?);
        }
        if let Some(seconds) = wait {
            return Ok(Opened::TooMany(seconds));
        }
        let found = submissions::claim_of(tx, &self.code).await?;
        if let Some(found) = self.proved(found) {
            accesses::grant(tx, self.owner.bytes(), &found.id, self.until).await?;
            journal::append(tx, Act::Opened, &found.id, self.now).await?;
            return Ok(Opened::Request(found.id));
        }
        for (key, _) in limits {
            attempts::count(tx, key).await?;
        }
        Ok(Opened::Wrong)
    }

    /// Compares both proofs in constant time, also when there is nothing to compare with. The digest of an
    /// empty proof is stored nowhere, so the one that was not given never fits.
    fn proved(&self, found: Option<Claim>) -> Option<Claim> {
        let nobody = vec![0; 32];
        let proofs = found
            .as_ref()
            .map(|found| (&found.email_proof, &found.birth_date_proof));
        let (email, birth_date) = proofs.unwrap_or((&None, &None));
        let email = email.as_ref().unwrap_or(&nobody).ct_eq(&self.email);
        let birth_date = birth_date
            .as_ref()
            .unwrap_or(&nobody)
            .ct_eq(&self.birth_date);
        found.filter(|_| (email | birth_date).into())
    }
}

/// What counts as one origin: an IPv4 address, or the /64 that a provider gives to one home.
pub(super) fn network(origin: IpAddr) -> String {
    match origin.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [one, two, three, four, ..] = address.segments();
            format!("{one:x}:{two:x}:{three:x}:{four:x}::/64")
        }
    }
}

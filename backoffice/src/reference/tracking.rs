//! A code and a proof against a short access. An unknown code and a wrong proof cost the same work and
//! get the same answer; attempts are counted per code, whether it exists or not.

use std::sync::Arc;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use domain::{answers::Answer, tracking_code::TrackingCode};
use jiff::SignedDuration;
use subtle::ConstantTimeEq;

use super::{
    Inner,
    vault::{Purpose, Vault},
};
use crate::api::{
    problem::{Answered, Problem, ProblemCode},
    tracking::{Proof, TrackingGrant, TrackingQuery},
};

/// Attempts allowed on one code in [`WINDOW`].
pub(super) const ATTEMPTS: i64 = 5;
/// After this long, attempts are forgotten.
pub(super) const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// Life of an access: the contract's limit.
const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// The digest kept of an e-mail address, trimmed and in lower case.
pub(super) fn email_proof(vault: &Vault, answer: Option<&Answer>) -> Option<[u8; 32]> {
    match answer {
        Some(Answer::Text(email)) => Some(vault.digest(Purpose::EmailProof, &normal(email))),
        _ => None,
    }
}

/// The digest kept of a birth date.
pub(super) fn birth_date_proof(vault: &Vault, answer: Option<&Answer>) -> Option<[u8; 32]> {
    match answer {
        Some(Answer::Date(date)) => Some(vault.digest(Purpose::BirthDateProof, &date.to_string())),
        _ => None,
    }
}

fn normal(email: &str) -> String {
    email.trim().to_lowercase()
}

pub(super) async fn track(office: &Arc<Inner>, query: TrackingQuery) -> Answered<TrackingGrant> {
    let inner = Arc::clone(office);
    let vault = &inner.vault;
    // A text that is no code goes the same way as a code that nobody has.
    let code = TrackingCode::parse(&query.code).map_or_else(
        |_| query.code.to_lowercase(),
        |code| code.compact().to_string(),
    );
    let tracking = vault.digest(Purpose::TrackingCode, &code);
    let counted = vault.digest(Purpose::Attempts, &code);
    let (by_email, given) = match &query.proof {
        Proof::Email(email) => (true, vault.digest(Purpose::EmailProof, &normal(email))),
        Proof::BirthDate(date) => (
            false,
            vault.digest(Purpose::BirthDateProof, &date.to_string()),
        ),
    };
    let mut token = [0; 32];
    inner.randomness.fill(&mut token);
    let token = BASE64.encode(token);
    let access = vault.digest(Purpose::AccessToken, &token);
    let now = inner.clock.now();
    let expires_at = now.saturating_add(LIFE).unwrap_or(now);
    let found = office
        .database
        .write::<_, Box<Problem>, _>(move |tx| {
            Box::pin(async move {
                let at = now.as_microsecond();
                let forgotten = at.saturating_sub(microseconds(WINDOW));
                let row = tx
                    .fetch_optional(
                        "INSERT INTO backoffice_attempts (code, since, count) VALUES ($1, $2, 1)
                         ON CONFLICT (code) DO UPDATE SET
                           count = CASE WHEN backoffice_attempts.since <= $3 THEN 1
                                        ELSE backoffice_attempts.count + 1 END,
                           since = CASE WHEN backoffice_attempts.since <= $3 THEN $2
                                        ELSE backoffice_attempts.since END
                         RETURNING count, since",
                        &[counted.into(), at.into(), forgotten.into()],
                    )
                    .await?;
                let (count, since) = match row {
                    Some(row) => (row.int("count")?, row.int("since")?),
                    None => (1, at),
                };
                let row = tx
                    .fetch_optional(
                        "SELECT id, email_proof, birth_date_proof FROM backoffice_requests
                          WHERE tracking = $1",
                        &[tracking.into()],
                    )
                    .await?;
                let (id, kept) = match &row {
                    Some(row) => {
                        let column = if by_email {
                            "email_proof"
                        } else {
                            "birth_date_proof"
                        };
                        (row.text("id")?, row.optional_bytes(column)?)
                    }
                    None => (String::new(), None),
                };
                // Compared even when there is nothing to compare with.
                let right = kept.as_deref().unwrap_or(&[0; 32]).ct_eq(&given);
                if count > ATTEMPTS {
                    let ends = since
                        .saturating_add(microseconds(WINDOW))
                        .saturating_sub(at);
                    return Ok(Verdict::TooMany {
                        seconds: ends / 1_000_000 + 1,
                    });
                }
                if !bool::from(right) || kept.is_none() {
                    return Ok(Verdict::Unknown);
                }
                tx.execute(
                    "INSERT INTO backoffice_accesses (token, request_id, expires_at)
                     VALUES ($1, $2, $3)",
                    &[
                        access.into(),
                        (&id).into(),
                        expires_at.as_microsecond().into(),
                    ],
                )
                .await?;
                // The right person does not use up their own attempts.
                tx.execute(
                    "DELETE FROM backoffice_attempts WHERE code = $1",
                    &[counted.into()],
                )
                .await?;
                Ok(Verdict::Opened { id })
            })
        })
        .await?;
    match found {
        Verdict::Opened { id } => Ok(TrackingGrant {
            token,
            expires_at,
            request_id: id,
        }),
        Verdict::Unknown => Err(Problem::not_found()),
        Verdict::TooMany { seconds } => Err(Problem::new(ProblemCode::RateLimited)
            .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))),
    }
}

/// What a write says; refusals are values, so that the count of attempts is kept.
enum Verdict {
    Opened { id: String },
    Unknown,
    TooMany { seconds: i64 },
}

/// Whether an access opens this request now.
pub(super) async fn opens(office: &Inner, token: &str, request_id: &str) -> Answered<bool> {
    let access = office.vault.digest(Purpose::AccessToken, token);
    let row = office
        .database
        .fetch_optional(
            "SELECT request_id FROM backoffice_accesses WHERE token = $1 AND expires_at > $2",
            &[access.into(), office.clock.now().as_microsecond().into()],
        )
        .await?;
    Ok(row
        .map(|row| row.text("request_id"))
        .transpose()?
        .as_deref()
        == Some(request_id))
}

fn microseconds(duration: SignedDuration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

//! Hand-over codes: what they carry, what they give, until when; how often and on what they were taken up. The code is
//! found by its digest and sealed for whoever gave it.

use app::paths::Carried;
use database::{Database, Row, Write};
use domain::hand_over::{Device, HandOverCode, Purpose, Scope, USES};
use jiff::{SignedDuration, Timestamp};

use super::{StoreError, Vault, instant, millis};

/// How long the uses of a code are still shown after its end.
pub const SHOWN_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A row of `hand_overs`.
#[derive(Clone)]
pub struct StoredHandOver {
    /// Identifier, in addresses of whoever gave it.
    pub id: String,
    /// What it carries: the request, once a draft was sent.
    pub carried: Carried,
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it gives.
    pub scope: Scope,
    /// How often it was taken up.
    pub uses: i64,
    /// When it was given.
    pub given_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    data_key: Option<Vec<u8>>,
    code: Option<Vec<u8>>,
}

impl StoredHandOver {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let carried = match (
            row.optional_text("request_id")?,
            row.optional_text("draft_id")?,
        ) {
            (Some(request), _) => Carried::Request(request),
            (None, Some(draft)) => Carried::Draft(draft),
            (None, None) => return Err(StoreError::Unreadable("hand_overs.request_id")),
        };
        let purpose = Purpose::from_name(&row.text("purpose")?);
        let scope = Scope::from_name(&row.text("scope")?);
        Ok(Self {
            id: row.text("id")?,
            carried,
            purpose: purpose.ok_or(StoreError::Unreadable("hand_overs.purpose"))?,
            scope: scope.ok_or(StoreError::Unreadable("hand_overs.scope"))?,
            uses: row.int("uses")?,
            given_at: instant(row.int("given_at")?)?,
            expires_at: instant(row.int("expires_at")?)?,
            revoked_at: row.optional_int("revoked_at")?.map(instant).transpose()?,
            data_key: row.optional_bytes("data_key")?,
            code: row.optional_bytes("code")?,
        })
    }

    /// Whether it neither ran out nor was revoked.
    #[must_use]
    pub fn is_alive(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at > now
    }

    /// The code, for whoever gave it; `None` once it ended.
    ///
    /// # Errors
    /// Another master key, or damage.
    pub fn code(&self, vault: &Vault) -> Result<Option<HandOverCode>, StoreError> {
        match (&self.data_key, &self.code) {
            (Some(key), Some(code)) => Ok(Some(vault.open(&place(&self.id), key, code)?)),
            _ => Ok(None),
        }
    }
}

fn place(id: &str) -> String {
    format!("hand_overs:{id}")
}

/// A code to give.
#[derive(Clone)]
pub struct NewHandOver {
    /// Identifier.
    pub id: String,
    /// What it carries.
    pub carried: Carried,
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it gives.
    pub scope: Scope,
    /// The code.
    pub code: HandOverCode,
    /// Its digest.
    pub code_index: [u8; 32],
    /// Now.
    pub at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// Stores a code just given. `false`: another one is the same; nothing was written.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn insert(
    tx: &mut Write<'_>,
    vault: &Vault,
    new: &NewHandOver,
) -> Result<bool, StoreError> {
    let place = place(&new.id);
    let key = vault.new_key(&place)?;
    let code = key.key.seal(&place, &new.code, vault.randomness())?;
    let (request, draft) = match &new.carried {
        Carried::Request(request) => (Some(request.clone()), None),
        Carried::Draft(draft) => (None, Some(draft.clone())),
    };
    let sql = "INSERT INTO hand_overs (id, request_id, draft_id, purpose, scope, code_index, data_key, code, uses, \
               given_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10) ON CONFLICT DO NOTHING";
    let params = [
        (&new.id).into(),
        request.into(),
        draft.into(),
        new.purpose.name().into(),
        new.scope.name().into(),
        (&new.code_index).into(),
        key.wrapped.into(),
        code.into(),
        millis(new.at).into(),
        millis(new.expires_at).into(),
    ];
    Ok(tx.execute(sql, &params).await? == 1)
}

/// A code by its identifier, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn find_in(tx: &mut Write<'_>, id: &str) -> Result<Option<StoredHandOver>, StoreError> {
    let sql = "SELECT * FROM hand_overs WHERE id = $1";
    let row = tx.fetch_optional(sql, &[id.into()]).await?;
    row.as_ref().map(StoredHandOver::read).transpose()
}

/// A code by its digest, alive or not, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn of_code(
    tx: &mut Write<'_>,
    code_index: &[u8; 32],
) -> Result<Option<StoredHandOver>, StoreError> {
    let sql = "SELECT * FROM hand_overs WHERE code_index = $1";
    let row = tx.fetch_optional(sql, &[code_index.into()]).await?;
    row.as_ref().map(StoredHandOver::read).transpose()
}

fn of_what(carried: &Carried) -> (&'static str, &str) {
    match carried {
        Carried::Request(request) => (
            "SELECT * FROM hand_overs WHERE request_id = $1 ORDER BY given_at DESC, id",
            request,
        ),
        Carried::Draft(draft) => (
            "SELECT * FROM hand_overs WHERE draft_id = $1 ORDER BY given_at DESC, id",
            draft,
        ),
    }
}

/// The codes of a request or a draft, the latest first, those that ended not long ago included.
///
/// # Errors
/// The database refuses.
pub async fn of(database: &Database, carried: &Carried) -> Result<Vec<StoredHandOver>, StoreError> {
    let (sql, id) = of_what(carried);
    let rows = database.fetch_all(sql, &[id.into()]).await?;
    rows.iter().map(StoredHandOver::read).collect()
}

/// The same, inside a write.
///
/// # Errors
/// The database refuses.
pub async fn of_in(
    tx: &mut Write<'_>,
    carried: &Carried,
) -> Result<Vec<StoredHandOver>, StoreError> {
    let (sql, id) = of_what(carried);
    let rows = tx.fetch_all(sql, &[id.into()]).await?;
    rows.iter().map(StoredHandOver::read).collect()
}

/// Counts a use of a code that is alive and has one left. `false`: it has not, and nothing was written. Of several at
/// the same moment, only as many as are left go through.
///
/// # Errors
/// The database refuses.
pub async fn take_up(
    tx: &mut Write<'_>,
    id: &str,
    device: Device,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE hand_overs SET uses = uses + 1 WHERE id = $1 AND uses < $2 AND revoked_at IS NULL \
               AND expires_at > $3 RETURNING uses";
    let params = [id.into(), i64::from(USES).into(), millis(now).into()];
    let Some(row) = tx.fetch_optional(sql, &params).await? else {
        return Ok(false);
    };
    let sql =
        "INSERT INTO hand_over_uses (hand_over_id, rank, device, used_at) VALUES ($1, $2, $3, $4)";
    let params = [
        id.into(),
        row.int("uses")?.into(),
        device.name().into(),
        millis(now).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(true)
}

/// The uses of a code, the oldest first: when, and on what kind of device.
///
/// # Errors
/// The database refuses.
pub async fn uses(database: &Database, id: &str) -> Result<Vec<(Timestamp, Device)>, StoreError> {
    let sql = "SELECT device, used_at FROM hand_over_uses WHERE hand_over_id = $1 ORDER BY rank";
    let rows = database.fetch_all(sql, &[id.into()]).await?;
    rows.iter()
        .map(|row| {
            let device = Device::from_name(&row.text("device")?).unwrap_or(Device::Unknown);
            Ok((instant(row.int("used_at")?)?, device))
        })
        .collect()
}

/// Ends a code before its time; it cannot be read again. `false`: it had ended already.
///
/// # Errors
/// The database refuses.
pub async fn revoke(tx: &mut Write<'_>, id: &str, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE hand_overs SET revoked_at = $2, data_key = NULL, code = NULL \
               WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2";
    let params = [id.into(), millis(now).into()];
    Ok(tx.execute(sql, &params).await? == 1)
}

/// The codes of a draft carry the request that it became.
///
/// # Errors
/// The database refuses.
pub async fn follow(tx: &mut Write<'_>, draft: &str, request: &str) -> Result<(), StoreError> {
    let sql = "UPDATE hand_overs SET request_id = $2 WHERE draft_id = $1";
    tx.execute(sql, &[draft.into(), request.into()]).await?;
    Ok(())
}

/// Deletes the codes of a request that no longer exists.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, request: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM hand_over_uses WHERE hand_over_id IN \
               (SELECT id FROM hand_overs WHERE request_id = $1)";
    tx.execute(sql, &[request.into()]).await?;
    let sql = "DELETE FROM hand_overs WHERE request_id = $1";
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Erases codes that ran out, and deletes what ended long enough ago, with its uses.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let limit = now.saturating_sub(SHOWN_AFTER).unwrap_or(Timestamp::MIN);
    let (now, limit) = (millis(now), millis(limit));
    let sql = "UPDATE hand_overs SET data_key = NULL, code = NULL WHERE expires_at <= $1 AND code IS NOT NULL";
    tx.execute(sql, &[now.into()]).await?;
    let sql = "DELETE FROM hand_over_uses WHERE hand_over_id IN \
               (SELECT id FROM hand_overs WHERE expires_at <= $1 OR revoked_at <= $1)";
    tx.execute(sql, &[limit.into()]).await?;
    let sql = "DELETE FROM hand_overs WHERE expires_at <= $1 OR revoked_at <= $1";
    tx.execute(sql, &[limit.into()]).await?;
    Ok(())
}

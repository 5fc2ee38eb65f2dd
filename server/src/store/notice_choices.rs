//! How a resident wants to be told of what happens to a request, and where. Addresses are sealed.

use database::{Database, Row, Write};
use domain::{
    locale::Locale,
    notice::{Way, takes_sms},
    reminder::Lead,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    StoreError, Vault, millis,
    submissions::{self, StoredSubmission},
};

/// Where someone can be reached about a request, and how they want to be.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// The way they chose; `None`: they look by themselves.
    pub way: Option<Way>,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number as dialled from anywhere.
    pub phone: Option<String>,
    /// Language of notices.
    pub locale: Locale,
    /// When to be reminded of an appointment; `None`: as usual for what it is for.
    #[serde(default)]
    pub reminders: Option<Vec<Lead>>,
}

impl Reach {
    /// What someone who only gave contacts most likely wants: an e-mail, else a text message, where the portal has it.
    #[must_use]
    pub fn usual(
        email: Option<String>,
        phone: Option<String>,
        locale: Locale,
        ways: &[Way],
    ) -> Self {
        let mut usual = Self {
            way: None,
            email,
            phone: phone.filter(|phone| takes_sms(phone)),
            locale,
            reminders: None,
        };
        let leads = |way: &Way| ways.contains(way) && usual.address(*way).is_some();
        usual.way = Way::ALL.into_iter().find(leads);
        usual
    }

    /// The address of a way.
    #[must_use]
    pub fn address(&self, way: Way) -> Option<&str> {
        match way {
            Way::Email => self.email.as_deref(),
            Way::Sms => self.phone.as_deref(),
        }
    }
}

/// A choice as stored.
#[derive(Clone)]
pub struct StoredChoice {
    /// What was chosen.
    pub reach: Reach,
    /// Ways that turned out to lead nowhere.
    pub refused: Vec<Way>,
}

impl StoredChoice {
    /// Whether a way leads somewhere, as far as known.
    #[must_use]
    pub fn leads(&self, way: Way) -> bool {
        self.reach.address(way).is_some() && !self.refused.contains(&way)
    }

    /// The way to use now on a portal with these ways: the chosen one, or the other one when it leads nowhere. `None`
    /// when nobody wants to be told, or nothing leads anywhere.
    #[must_use]
    pub fn way(&self, ways: &[Way]) -> Option<Way> {
        let chosen = self.reach.way?;
        [chosen, chosen.other()]
            .into_iter()
            .find(|way| ways.contains(way) && self.leads(*way))
    }

    /// Whether someone wants to be told and no way leads to them.
    #[must_use]
    pub fn is_out_of_reach(&self, ways: &[Way]) -> bool {
        self.reach.way.is_some() && self.way(ways).is_none()
    }

    fn read(vault: &Vault, row: &Row) -> Result<Self, StoreError> {
        let place = place(&row.text("request_id")?);
        let refused = Way::ALL
            .into_iter()
            .zip(["email_refused", "sms_refused"])
            .filter_map(|(way, column)| match row.int(column) {
                Ok(0) => None,
                Ok(_) => Some(Ok(way)),
                Err(error) => Some(Err(error)),
            })
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            reach: vault.open(&place, &row.bytes("data_key")?, &row.bytes("content")?)?,
            refused,
        })
    }
}

fn place(request: &str) -> String {
    format!("notice_choices:{request}")
}

/// Keeps a choice. Both ways are believed to lead somewhere again.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn set(
    tx: &mut Write<'_>,
    vault: &Vault,
    request: &str,
    reach: &Reach,
) -> Result<(), StoreError> {
    let place = place(request);
    let key = vault.new_key(&place)?;
    let content = key.key.seal(&place, reach, vault.randomness())?;
    let sql = "INSERT INTO notice_choices (request_id, data_key, content, email_refused, sms_refused) \
               VALUES ($1, $2, $3, 0, 0) ON CONFLICT (request_id) DO UPDATE SET data_key = excluded.data_key, \
               content = excluded.content, email_refused = 0, sms_refused = 0";
    tx.execute(sql, &[request.into(), key.wrapped.into(), content.into()])
        .await?;
    Ok(())
}

const OF_REQUEST: &str = "SELECT * FROM notice_choices WHERE request_id = $1";

/// The choice made about a request.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn find(
    database: &Database,
    vault: &Vault,
    submission: &StoredSubmission,
) -> Result<StoredChoice, StoreError> {
    let row = database
        .fetch_optional(OF_REQUEST, &[(&submission.id).into()])
        .await?;
    read_or_usual(vault, row.as_ref(), submission)
}

/// The same inside a write.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn find_in(
    tx: &mut Write<'_>,
    vault: &Vault,
    request: &str,
) -> Result<Option<StoredChoice>, StoreError> {
    let row = tx.fetch_optional(OF_REQUEST, &[request.into()]).await?;
    if let Some(row) = row {
        return Ok(Some(StoredChoice::read(vault, &row)?));
    }
    let submission = submissions::find_in(tx, request).await?;
    submission
        .map(|submission| read_or_usual(vault, None, &submission))
        .transpose()
}

/// Requests of before choices existed are told where their receipt went, unless that is not kept any more.
fn read_or_usual(
    vault: &Vault,
    row: Option<&Row>,
    submission: &StoredSubmission,
) -> Result<StoredChoice, StoreError> {
    if let Some(row) = row {
        return StoredChoice::read(vault, row);
    }
    let email = submission.holder(vault)?.email;
    let email = email.filter(|email| crate::pii::masked(email) != *email);
    Ok(StoredChoice {
        reach: Reach::usual(email, None, submission.locale, &[Way::Email]),
        refused: Vec::new(),
    })
}

/// A correction changed addresses: the new ones are used. `None` leaves one as it is.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn readdress(
    tx: &mut Write<'_>,
    vault: &Vault,
    request: &str,
    email: Option<String>,
    phone: Option<String>,
) -> Result<(), StoreError> {
    let phone = phone.filter(|phone| takes_sms(phone));
    if email.is_none() && phone.is_none() {
        return Ok(());
    }
    let Some(known) = find_in(tx, vault, request).await? else {
        return Ok(());
    };
    let reach = Reach {
        email: email.or(known.reach.email),
        phone: phone.or(known.reach.phone),
        ..known.reach
    };
    set(tx, vault, request, &reach).await
}

/// A way turned out to lead nowhere.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn refuse(
    tx: &mut Write<'_>,
    vault: &Vault,
    request: &str,
    way: Way,
) -> Result<(), StoreError> {
    let is_kept = tx.fetch_optional(OF_REQUEST, &[request.into()]).await?;
    if is_kept.is_none() {
        let Some(usual) = find_in(tx, vault, request).await? else {
            return Ok(());
        };
        set(tx, vault, request, &usual.reach).await?;
    }
    let sql = match way {
        Way::Email => "UPDATE notice_choices SET email_refused = 1 WHERE request_id = $1",
        Way::Sms => "UPDATE notice_choices SET sms_refused = 1 WHERE request_id = $1",
    };
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Whether the request is at its end, from when on its addresses are kept for a while only.
///
/// # Errors
/// The database refuses.
pub async fn mark_end(
    tx: &mut Write<'_>,
    request: &str,
    ended_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let sql = "UPDATE notice_choices SET ended_at = CASE WHEN $2 = 0 THEN NULL ELSE COALESCE(ended_at, $2) END \
               WHERE request_id = $1";
    let at = ended_at.map_or(0, millis);
    tx.execute(sql, &[request.into(), at.into()]).await?;
    Ok(())
}

/// Requests that nobody can be told about, the oldest first, 1,000 at most: identifier and number.
///
/// # Errors
/// The database refuses.
pub async fn out_of_reach(
    database: &Database,
    vault: &Vault,
    ways: &[Way],
) -> Result<Vec<(String, Option<String>)>, StoreError> {
    let sql = "SELECT notice_choices.*, submissions.number AS number FROM notice_choices \
               JOIN submissions ON submissions.id = notice_choices.request_id \
               WHERE (email_refused = 1 OR sms_refused = 1) AND ended_at IS NULL \
               ORDER BY submissions.recorded_at LIMIT 1000";
    let mut found = Vec::new();
    for row in database.fetch_all(sql, &[]).await? {
        if StoredChoice::read(vault, &row)?.is_out_of_reach(ways) {
            found.push((row.text("request_id")?, row.optional_text("number")?));
        }
    }
    Ok(found)
}

/// Deletes the choice of a request.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, request: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM notice_choices WHERE request_id = $1";
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Deletes choices of requests that ended before `limit`.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, limit: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM notice_choices WHERE ended_at <= $1";
    tx.execute(sql, &[millis(limit).into()]).await?;
    Ok(())
}

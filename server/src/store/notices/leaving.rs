//! A message leaves, and what becomes of it then.

use database::{Database, Write};
use domain::notice::Topic;
use jiff::Timestamp;

use super::{Post, StoredNotice, open};
use crate::store::{
    StoreError, Vault, millis,
    notice_choices::{self, StoredChoice},
    outbox,
};

/// A message about to leave: nothing joins it any more.
pub struct Leaving {
    /// The message.
    pub notice: StoredNotice,
    /// What it says, the most important first.
    pub topics: Vec<Topic>,
    /// How to reach its reader.
    pub choice: StoredChoice,
}

impl Leaving {
    /// Whether it reminds of an opinion that its reader wanted to give.
    #[must_use]
    pub fn asks_again(&self) -> bool {
        self.topics == [Topic::Opinion]
    }

    /// What it says of an appointment, when it tells of one and nothing else.
    #[must_use]
    pub fn visit_topic(&self) -> Option<Topic> {
        let is_visit = |topic: &&Topic| matches!(topic, Topic::Reminder | Topic::Booked);
        self.topics.iter().find(is_visit).copied()
    }
}

/// Takes a message on its way; `None` when it must not leave any more.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn leave(
    tx: &mut Write<'_>,
    vault: &Vault,
    id: &str,
) -> Result<Option<Leaving>, StoreError> {
    let sql = "UPDATE notices SET state = 'sending' WHERE id = $1 AND state IN ('waiting', 'sending') RETURNING *";
    let Some(row) = tx.fetch_optional(sql, &[id.into()]).await? else {
        return Ok(None);
    };
    let notice = StoredNotice::read(&row)?;
    let Some(choice) = notice_choices::find_in(tx, vault, &notice.request_id).await? else {
        return Ok(None);
    };
    let sql = "SELECT DISTINCT topic FROM notice_events WHERE notice_id = $1";
    let mut topics = tx
        .fetch_all(sql, &[id.into()])
        .await?
        .iter()
        .filter_map(|row| {
            row.text("topic")
                .map(|name| Topic::from_name(&name))
                .transpose()
        })
        .collect::<Result<Vec<_>, _>>()?;
    topics.sort();
    Ok(Some(Leaving {
        notice,
        topics,
        choice,
    }))
}

/// What the message tells of is over before it left: nobody gets it.
///
/// # Errors
/// The database refuses.
pub async fn drop_one(tx: &mut Write<'_>, id: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute("DELETE FROM notices WHERE id = $1", &[id.into()])
        .await?;
    outbox::done(tx, id, now).await
}

/// The message waits again, for a later hour.
///
/// # Errors
/// The database refuses.
pub async fn wait(
    tx: &mut Write<'_>,
    post: &Post,
    notice: &StoredNotice,
    until: Timestamp,
) -> Result<(), StoreError> {
    let due = post.reasonable(notice.way, until);
    let sql = "UPDATE notices SET state = 'waiting', due_at = $2 WHERE id = $1";
    tx.execute(sql, &[(&notice.id).into(), millis(due).into()])
        .await?;
    outbox::not_before(tx, &notice.id, due).await
}

/// A server took the message. `check_at`: when to ask what became of it.
///
/// # Errors
/// The database refuses.
pub async fn sent(
    tx: &mut Write<'_>,
    id: &str,
    now: Timestamp,
    check_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let sql = "UPDATE notices SET state = 'sent', sent_at = $2, check_at = $3 WHERE id = $1 AND state = 'sending'";
    let params = [id.into(), millis(now).into(), check_at.map(millis).into()];
    tx.execute(sql, &params).await?;
    outbox::done(tx, id, now).await
}

/// Why a message did not reach its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// The address leads nowhere.
    Refused,
    /// Nothing took it for too long.
    TooLate,
}

/// The message did not reach its reader: another way takes over with the same events, if there is one. Told twice, it
/// is the same.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn lost(
    tx: &mut Write<'_>,
    post: &Post,
    id: &str,
    loss: Loss,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE notices SET state = 'failed', check_at = NULL WHERE id = $1 AND state <> 'failed' RETURNING *";
    let Some(row) = tx.fetch_optional(sql, &[id.into()]).await? else {
        return Ok(());
    };
    let notice = StoredNotice::read(&row)?;
    outbox::done(tx, id, now).await?;
    let request = &*notice.request_id;
    if loss == Loss::Refused {
        notice_choices::refuse(tx, &post.vault, request, notice.way).await?;
    }
    let other = notice.way.other();
    let choice = notice_choices::find_in(tx, &post.vault, request).await?;
    let may = choice.is_some_and(|choice| choice.reach.way.is_some() && choice.leads(other));
    // What was told by the other way before is not sent a third time.
    let is_second = row.optional_text("instead_of")?.is_some();
    if !may || is_second || !post.ways.contains(&other) {
        return Ok(());
    }
    let instead = open(tx, post, request, other, Some(id), now, now).await?;
    let sql = "UPDATE notice_events SET notice_id = $2 WHERE notice_id = $1";
    tx.execute(sql, &[id.into(), instead.into()]).await?;
    Ok(())
}

/// Messages whose fate must be asked for.
///
/// # Errors
/// The database refuses.
pub async fn to_check(
    database: &Database,
    now: Timestamp,
) -> Result<Vec<StoredNotice>, StoreError> {
    let sql = "SELECT * FROM notices WHERE state = 'sent' AND check_at <= $1 ORDER BY check_at, id LIMIT 50";
    let rows = database.fetch_all(sql, &[millis(now).into()]).await?;
    rows.iter().map(StoredNotice::read).collect()
}

/// The message reached the phone.
///
/// # Errors
/// The database refuses.
pub async fn delivered(tx: &mut Write<'_>, id: &str) -> Result<(), StoreError> {
    let sql =
        "UPDATE notices SET state = 'delivered', check_at = NULL WHERE id = $1 AND state = 'sent'";
    tx.execute(sql, &[id.into()]).await?;
    Ok(())
}

/// Its fate is not known yet: asked again at that time, or never.
///
/// # Errors
/// The database refuses.
pub async fn check_later(
    tx: &mut Write<'_>,
    id: &str,
    at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let sql = "UPDATE notices SET check_at = $2 WHERE id = $1 AND state = 'sent'";
    tx.execute(sql, &[id.into(), at.map(millis).into()]).await?;
    Ok(())
}

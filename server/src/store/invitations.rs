//! Links of messages that ask how something about a request went. The word of a link is found by its digest alone; once the
//! opinion is given, or too late, the link says so. Whoever wishes is reminded once.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use database::{Database, Row, Write};
use domain::{
    notice::{Topic, Way},
    survey::{Moment, Subject},
};
use jiff::{SignedDuration, Timestamp};

use super::{
    StoreError, Vault, instant, later, millis, notice_choices,
    notices::{self, Post},
    opinions,
};
use crate::secrets::Purpose;

/// Bytes of a word: 96 bits that nobody guesses.
const BYTES: usize = 12;
/// How long it is known that a link ended.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
/// After how long whoever wishes is reminded.
const LATER: SignedDuration = SignedDuration::from_hours(24 * 7);
/// `remind_at` once a reminder was sent: nobody gets two.
const REMINDED: i64 = 0;

/// What a link asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The submission.
    pub request_id: String,
    /// The moment.
    pub moment: Moment,
    /// What it is about.
    pub subject: Subject,
    /// Until when one may answer.
    pub ends_at: Timestamp,
    /// When its reader wants to be reminded.
    pub remind_at: Option<Timestamp>,
    /// Whether a reminder was sent.
    pub is_reminded: bool,
}

impl Invitation {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let (moment, kind) = (row.text("moment")?, row.text("subject_kind")?);
        let mut moments = Moment::ALL.into_iter();
        let moment = moments.find(|known| known.name() == moment);
        let subject = Subject::new(&kind, row.text("subject_id")?);
        let remind_at = row.optional_int("remind_at")?;
        let planned = remind_at.filter(|at| *at != REMINDED);
        Ok(Self {
            request_id: row.text("request_id")?,
            moment: moment.ok_or(StoreError::Unreadable("invitations.moment"))?,
            subject: subject.ok_or(StoreError::Unreadable("invitations.subject_kind"))?,
            ends_at: instant(row.int("ends_at")?)?,
            remind_at: planned.map(instant).transpose()?,
            is_reminded: remind_at == Some(REMINDED),
        })
    }
}

/// The word of the link of a message: the same each time that the message is sent.
#[must_use]
pub fn word(vault: &Vault, notice: &str) -> String {
    let digest = vault.keys().blind(Purpose::InvitationLink, notice);
    URL_SAFE_NO_PAD.encode(&digest[..BYTES])
}

fn index(vault: &Vault, word: &str) -> Vec<u8> {
    vault
        .keys()
        .blind(Purpose::InvitationLinkIndex, word)
        .into()
}

/// Keeps the link of a message. Sent again, it is the same one.
///
/// # Errors
/// The database refuses.
pub async fn keep(
    tx: &mut Write<'_>,
    vault: &Vault,
    word: &str,
    new: &Invitation,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO invitations (word_index, request_id, moment, subject_kind, subject_id, remind_at, ends_at, \
               forget_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let params = [
        index(vault, word).into(),
        (&new.request_id).into(),
        new.moment.name().into(),
        new.subject.kind().into(),
        new.subject.id().into(),
        new.is_reminded.then_some(REMINDED).into(),
        millis(new.ends_at).into(),
        millis(later(new.ends_at, KEPT)).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// What a word leads to.
///
/// # Errors
/// The database refuses.
pub async fn find(
    database: &Database,
    vault: &Vault,
    word: &str,
) -> Result<Option<Invitation>, StoreError> {
    let sql = "SELECT * FROM invitations WHERE word_index = $1";
    let params = [index(vault, word).into()];
    let row = database.fetch_optional(sql, &params).await?;
    row.as_ref().map(Invitation::read).transpose()
}

/// The latest invitation about a request.
///
/// # Errors
/// The database refuses.
pub async fn of_request(
    tx: &mut Write<'_>,
    request: &str,
) -> Result<Option<Invitation>, StoreError> {
    let sql = "SELECT * FROM invitations WHERE request_id = $1 ORDER BY ends_at DESC LIMIT 1";
    let row = tx.fetch_optional(sql, &[request.into()]).await?;
    row.as_ref().map(Invitation::read).transpose()
}

/// Plans the one reminder that its reader agreed to. Asked for twice, it is one.
///
/// # Errors
/// The database refuses.
pub async fn remind(
    tx: &mut Write<'_>,
    vault: &Vault,
    word: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE invitations SET remind_at = $2 WHERE word_index = $1 AND remind_at IS NULL";
    let params = [index(vault, word).into(), millis(later(now, LATER)).into()];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Requests whose reader is to be reminded now, 100 at most.
///
/// # Errors
/// The database refuses.
pub async fn due(database: &Database, now: Timestamp) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT DISTINCT request_id FROM invitations WHERE remind_at > $1 AND remind_at <= $2 LIMIT 100";
    let params = [REMINDED.into(), millis(now).into()];
    let rows = database.fetch_all(sql, &params).await?;
    rows.iter().map(|row| Ok(row.text("request_id")?)).collect()
}

/// Makes a notice of a reminder, unless the opinion was given meanwhile or it is too late. Raised twice, it is told once.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn raise(
    tx: &mut Write<'_>,
    post: &Post,
    request: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE invitations SET remind_at = $2 WHERE request_id = $1 AND remind_at > $2 AND remind_at <= $3 \
               RETURNING *";
    let params = [request.into(), REMINDED.into(), millis(now).into()];
    let Some(row) = tx.fetch_optional(sql, &params).await? else {
        return Ok(());
    };
    let invitation = Invitation::read(&row)?;
    let id = opinions::id_of(&post.vault, request, invitation.moment);
    if invitation.ends_at <= now || opinions::is_known(tx, &id).await? {
        return Ok(());
    }
    let choice = notice_choices::find_in(tx, &post.vault, request).await?;
    if choice.is_none_or(|choice| !choice.leads(Way::Email)) {
        return Ok(());
    }
    let event = format!("opinion-{}", invitation.moment.name());
    notices::announce(tx, post, request, (&event, Topic::Opinion), Way::Email, now).await
}

/// Deletes the links about a request.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, request: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM invitations WHERE request_id = $1";
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Deletes those that ended long ago.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM invitations WHERE forget_at <= $1";
    tx.execute(sql, &[millis(now).into()]).await?;
    Ok(())
}

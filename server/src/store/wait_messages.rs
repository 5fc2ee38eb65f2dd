//! Messages to people on the waiting list: that they are on it, that a time is offered, that it ended. Each is written
//! with what it tells of, once, and leaves by the outbox.

use database::{Database, Write};
use domain::{
    notice::Way,
    waiting::{WaitingEntry, WaitingStatus, tell_at},
};
use jiff::{Timestamp, tz::TimeZone};
use sha2::{Digest, Sha256};

use super::{
    StoreError,
    notices::Post,
    outbox::{self, NewParcel, Topic},
    waits::{Contact, StoredWait},
};

/// What a message tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// They are on the list.
    Entered,
    /// A time is offered: the digest of its hold.
    Offer(String),
    /// The entry ended without a time.
    Ended,
}

impl About {
    /// The offer of an entry, if it has one.
    #[must_use]
    pub fn offer_of(entry: &WaitingEntry) -> Option<Self> {
        let offer = entry.offer.as_ref()?;
        let digest = Sha256::digest(&offer.hold_id);
        let digits = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
        Some(Self::Offer(digits.collect()))
    }

    fn name(&self) -> String {
        match self {
            Self::Entered => "entered".to_owned(),
            Self::Offer(digest) => format!("offer-{digest}"),
            Self::Ended => "ended".to_owned(),
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        match name {
            "entered" => Some(Self::Entered),
            "ended" => Some(Self::Ended),
            _ => Some(Self::Offer(name.strip_prefix("offer-")?.to_owned())),
        }
    }
}

/// A row of `wait_messages`.
#[derive(Debug, Clone)]
pub struct WaitMessage {
    /// What it tells.
    pub about: About,
    /// How it travels.
    pub way: Way,
}

/// Tells of a place that was just entered, or of what is new since `before`. Told twice, it is told once.
///
/// # Errors
/// The database refuses.
pub async fn tell(
    tx: &mut Write<'_>,
    post: &Post,
    (id, contact): (&str, &Contact),
    (before, entry): (Option<&WaitingEntry>, &WaitingEntry),
    now: Timestamp,
) -> Result<(), StoreError> {
    let ways = contact.ways(&post.ways);
    if let Some(about) = About::offer_of(entry).filter(|_| entry.status == WaitingStatus::Offered) {
        // It lasts some hours: every way that they gave.
        for way in ways {
            open(tx, post, id, &about, way, now).await?;
        }
        return Ok(());
    }
    let about = match before {
        None => About::Entered,
        Some(before) if before.status.is_open() && entry.status == WaitingStatus::Expired => {
            About::Ended
        }
        Some(_) => return Ok(()),
    };
    match ways.first() {
        Some(way) => open(tx, post, id, &about, *way, now).await,
        None => Ok(()),
    }
}

/// The other way takes over, for what is told by one way alone.
///
/// # Errors
/// The database refuses.
pub async fn tell_otherwise(
    tx: &mut Write<'_>,
    post: &Post,
    wait: &StoredWait,
    message: &WaitMessage,
    now: Timestamp,
) -> Result<(), StoreError> {
    let other = message.way.other();
    if matches!(message.about, About::Offer(_)) || !wait.contact.ways(&post.ways).contains(&other) {
        return Ok(());
    }
    open(tx, post, &wait.id, &message.about, other, now).await
}

async fn open(
    tx: &mut Write<'_>,
    post: &Post,
    wait: &str,
    about: &About,
    way: Way,
    now: Timestamp,
) -> Result<(), StoreError> {
    let id = post.vault.new_id();
    let sql = "INSERT INTO wait_messages (id, wait_id, about, way) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    let params = [
        (&id).into(),
        wait.into(),
        about.name().into(),
        way.name().into(),
    ];
    if tx.execute(sql, &params).await? == 0 {
        return Ok(());
    }
    let parcel = NewParcel {
        id: id.clone(),
        topic: Topic::Wait,
        subject: wait,
        idempotency_key: format!("wait-{id}"),
    };
    outbox::insert(tx, parcel, now).await?;
    outbox::not_before(tx, &id, due(about, way, now, post)).await
}

/// An offer is told by day, Sundays too: its hours are counted. What can wait arrives when other messages may.
fn due(about: &About, way: Way, now: Timestamp, post: &Post) -> Timestamp {
    let zone: &TimeZone = &post.zone;
    match (about, way) {
        // Whoever just entered looks at their phone.
        (About::Entered, _) | (_, Way::Email) => now,
        (About::Offer(_), Way::Sms) => tell_at(now, zone),
        (About::Ended, Way::Sms) => post
            .manners
            .reasonable(way, &now.to_zoned(zone.clone()))
            .timestamp(),
    }
}

/// What a row of the outbox bears.
///
/// # Errors
/// The database refuses.
pub async fn find(database: &Database, id: &str) -> Result<Option<WaitMessage>, StoreError> {
    let sql = "SELECT about, way FROM wait_messages WHERE id = $1";
    let Some(row) = database.fetch_optional(sql, &[id.into()]).await? else {
        return Ok(None);
    };
    let about = About::from_name(&row.text("about")?);
    let way = Way::from_name(&row.text("way")?);
    Ok(Some(WaitMessage {
        about: about.ok_or(StoreError::Unreadable("wait_messages.about"))?,
        way: way.ok_or(StoreError::Unreadable("wait_messages.way"))?,
    }))
}

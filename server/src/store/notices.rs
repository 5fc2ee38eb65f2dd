//! Notices: which events a resident was told of, in which message, and what became of it. An event is written once,
//! in the transaction that learns of it, together with the message that will tell it.

mod leaving;

use database::{Database, Row, Write};
use domain::{
    notice::{Manners, Topic, Way},
    request::TimelineEntry,
};
use jiff::{Timestamp, tz::TimeZone};

use super::{
    StoreError, Vault, instant, later, millis, notice_choices,
    outbox::{self, NewParcel},
    submissions::{Known, find_in},
};

pub use leaving::{
    Leaving, Loss, check_later, delivered, drop_one, leave, lost, sent, to_check, wait,
};

/// What becomes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Waits for its hour; what happens meanwhile joins it.
    Waiting,
    /// On its way: its words do not change any more.
    Sending,
    /// A server took it.
    Sent,
    /// It reached the phone.
    Delivered,
    /// It did not, and never will.
    Failed,
}

impl State {
    const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Sending,
        Self::Sent,
        Self::Delivered,
        Self::Failed,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }
}

/// A row of `notices`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredNotice {
    /// Identifier; the message bears it.
    pub id: String,
    /// The submission.
    pub request_id: String,
    /// How it travels.
    pub way: Way,
    /// What becomes of it.
    pub state: State,
    /// When it may leave.
    pub due_at: Timestamp,
    /// When it left.
    pub sent_at: Option<Timestamp>,
}

impl StoredNotice {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let state = row.text("state")?;
        let state = State::ALL.into_iter().find(|it| it.name() == state);
        Ok(Self {
            id: row.text("id")?,
            request_id: row.text("request_id")?,
            way: Way::from_name(&row.text("way")?).ok_or(StoreError::Unreadable("notices.way"))?,
            state: state.ok_or(StoreError::Unreadable("notices.state"))?,
            due_at: instant(row.int("due_at")?)?,
            sent_at: row.optional_int("sent_at")?.map(instant).transpose()?,
        })
    }
}

/// What notices depend on besides the database.
#[derive(Clone)]
pub struct Post {
    /// Seals, and draws identifiers.
    pub vault: Vault,
    /// Whose hours count.
    pub zone: TimeZone,
    /// Ways that this portal has.
    pub ways: Vec<Way>,
    /// When messages may arrive.
    pub manners: Manners,
}

impl Post {
    /// The first moment from `at` on at which a message may arrive.
    fn reasonable(&self, way: Way, at: Timestamp) -> Timestamp {
        let at = at.to_zoned(self.zone.clone());
        self.manners.reasonable(way, &at).timestamp()
    }
}

/// Tells of what is new in `known`, in the message of the request that has not left yet, or in a new one. To be called
/// before `known` is stored: what is stored was told.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn tell(
    tx: &mut Write<'_>,
    post: &Post,
    request: &str,
    known: &Known,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Some(submission) = find_in(tx, request).await? else {
        return Ok(());
    };
    let before = submission.known(&post.vault)?;
    let is_known = |event: &TimelineEntry| {
        let mut before = before.iter().flat_map(|before| &before.timeline);
        before.any(|known| known.id == event.id)
    };
    let mut new = Vec::new();
    for event in known.timeline.iter().filter(|event| !is_known(event)) {
        if let Some(topic) = Topic::of(event)
            && learn(tx, request, &event.id, topic).await?
        {
            new.push(event.id.clone());
        }
    }
    notice_choices::mark_end(tx, request, known.status.is_final().then_some(now)).await?;
    if new.is_empty() {
        return Ok(());
    }
    let choice = notice_choices::find_in(tx, &post.vault, request).await?;
    let Some(way) = choice.and_then(|choice| choice.way(&post.ways)) else {
        return Ok(());
    };
    let notice = match joined(tx, request, way).await? {
        Some(notice) => notice,
        None => {
            let due = spaced(tx, post, request, now).await?;
            open(tx, post, request, way, None, due, now).await?
        }
    };
    for event in new {
        tell_in(tx, request, &event, &notice).await?;
    }
    Ok(())
}

/// Tells of something in a message of its own, as soon as one may arrive. Told twice, it is told once.
///
/// # Errors
/// The database refuses.
pub async fn announce(
    tx: &mut Write<'_>,
    post: &Post,
    request: &str,
    (event, topic): (&str, Topic),
    way: Way,
    now: Timestamp,
) -> Result<(), StoreError> {
    if !learn(tx, request, event, topic).await? {
        return Ok(());
    }
    let notice = open(tx, post, request, way, None, now, now).await?;
    tell_in(tx, request, event, &notice).await
}

/// A message tells of an event.
async fn tell_in(
    tx: &mut Write<'_>,
    request: &str,
    event: &str,
    notice: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE notice_events SET notice_id = $3 WHERE request_id = $1 AND event = $2";
    tx.execute(sql, &[request.into(), event.into(), notice.into()])
        .await?;
    Ok(())
}

/// Writes an event; `false`: another reader of the back office did.
async fn learn(
    tx: &mut Write<'_>,
    request: &str,
    event: &str,
    topic: Topic,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO notice_events (request_id, event, topic) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let params = [request.into(), event.into(), topic.name().into()];
    Ok(tx.execute(sql, &params).await? == 1)
}

/// The message that has not left yet, unless it tells of an appointment or asks how it went, and nothing else. Its row is locked, so that it cannot leave before it says what joins it.
async fn joined(tx: &mut Write<'_>, request: &str, way: Way) -> Result<Option<String>, StoreError> {
    let sql = "UPDATE notices SET state = 'waiting' WHERE request_id = $1 AND way = $2 AND state = 'waiting' \
               AND NOT EXISTS (SELECT 1 FROM notice_events WHERE notice_id = notices.id \
                               AND topic IN ('reminder', 'booked', 'opinion')) RETURNING id";
    let row = tx
        .fetch_optional(sql, &[request.into(), way.name().into()])
        .await?;
    Ok(row.map(|row| row.text("id")).transpose()?)
}

/// After what follows closely, and no sooner than a while after the last message about the request.
async fn spaced(
    tx: &mut Write<'_>,
    post: &Post,
    request: &str,
    now: Timestamp,
) -> Result<Timestamp, StoreError> {
    let sql = "SELECT max(sent_at) AS last FROM notices WHERE request_id = $1";
    let row = tx.fetch_optional(sql, &[request.into()]).await?;
    let last = row.map(|row| row.optional_int("last")).transpose()?;
    let last = last.flatten().map(instant).transpose()?;
    let due = later(now, post.manners.grouped);
    Ok(last.map_or(due, |last| due.max(later(last, post.manners.apart))))
}

async fn open(
    tx: &mut Write<'_>,
    post: &Post,
    request: &str,
    way: Way,
    instead_of: Option<&str>,
    due: Timestamp,
    now: Timestamp,
) -> Result<String, StoreError> {
    let (id, due) = (post.vault.new_id(), post.reasonable(way, due));
    let sql = "INSERT INTO notices (id, request_id, way, state, instead_of, due_at, opened_at) \
               VALUES ($1, $2, $3, 'waiting', $4, $5, $6)";
    let params = [
        (&id).into(),
        request.into(),
        way.name().into(),
        instead_of.map(str::to_owned).into(),
        millis(due).into(),
        millis(now).into(),
    ];
    tx.execute(sql, &params).await?;
    let parcel = NewParcel {
        id: id.clone(),
        topic: outbox::Topic::Notice,
        subject: request,
        idempotency_key: format!("notice-{id}"),
    };
    outbox::insert(tx, parcel, now).await?;
    outbox::not_before(tx, &id, due).await?;
    Ok(id)
}

/// Messages about a request, the latest first, 10 at most.
///
/// # Errors
/// The database refuses.
pub async fn of_request(
    database: &Database,
    request: &str,
) -> Result<Vec<StoredNotice>, StoreError> {
    let sql = "SELECT * FROM notices WHERE request_id = $1 ORDER BY opened_at DESC, id LIMIT 10";
    let rows = database.fetch_all(sql, &[request.into()]).await?;
    rows.iter().map(StoredNotice::read).collect()
}

/// Nobody wants to be told any more: what waits does not leave, and was not lost.
///
/// # Errors
/// The database refuses.
pub async fn withdraw(tx: &mut Write<'_>, request: &str, now: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM notices WHERE request_id = $1 AND state = 'waiting' RETURNING id";
    for row in tx.fetch_all(sql, &[request.into()]).await? {
        outbox::done(tx, &row.text("id")?, now).await?;
    }
    Ok(())
}

/// Deletes what was told about a request.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, request: &str) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM notices WHERE request_id = $1",
        "DELETE FROM notice_events WHERE request_id = $1",
    ] {
        tx.execute(sql, &[request.into()]).await?;
    }
    notice_choices::delete_of(tx, request).await
}

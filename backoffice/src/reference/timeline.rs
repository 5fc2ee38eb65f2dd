//! The timeline of a request: rows read and added. Words are sealed for their place in it.

use database::{DatabaseError, Row, Write};
use domain::{
    locale::Locale,
    request::{AuthorKind, Status, TimelineEntry, TimelineKind},
};

use super::{Inner, events::instant, faults::WriteFault, vault::Vault};
use crate::api::problem::Answered;

/// Columns that [`entry`] reads. A macro, because statements are constant texts.
macro_rules! timeline_columns {
    () => {
        "position, at, kind, status, words, language, author_kind"
    };
}
pub(super) use timeline_columns;

/// The place to which the words of an entry are bound.
fn words_place(request_id: &str, position: i64) -> String {
    format!("request:{request_id}:timeline:{position}")
}

pub(super) fn entry(row: &Row, request_id: &str, vault: &Vault) -> Answered<TimelineEntry> {
    let position = row.int("position")?;
    let words = row.optional_bytes("words")?;
    let text = words
        .map(|sealed| vault.open_text(&words_place(request_id, position), &sealed))
        .transpose()?;
    Ok(TimelineEntry {
        id: position.to_string(),
        at: instant(row.int("at")?),
        kind: TimelineKind::from_name(&row.text("kind")?),
        status: row
            .optional_text("status")?
            .as_deref()
            .map(Status::from_name),
        text,
        language: row
            .optional_text("language")?
            .as_deref()
            .and_then(Locale::from_tag),
        author_kind: AuthorKind::from_name(&row.text("author_kind")?),
    })
}

/// Adds the first entry of new requests: the office has them (PostgreSQL only).
pub(super) async fn begin_all(
    tx: &mut Write<'_>,
    requests: Vec<String>,
    status: Status,
    at: i64,
) -> Result<(), DatabaseError> {
    let (kind, author) = (TimelineKind::Status, AuthorKind::System);
    tx.execute(
        "INSERT INTO backoffice_timeline (request_id, position, at, kind, status, author_kind)
         SELECT request_id, 1, $2, $3, $4, $5 FROM unnest($1::text[]) AS r (request_id)",
        &[
            requests.into(),
            at.into(),
            kind.name().into(),
            status.name().into(),
            author.name().into(),
        ],
    )
    .await?;
    Ok(())
}

/// An entry to add to the timeline in the same write as its cause.
pub(super) struct NewEntry<'a> {
    pub(super) request_id: &'a str,
    pub(super) at: i64,
    pub(super) kind: TimelineKind,
    pub(super) status: Option<Status>,
    pub(super) words: Option<&'a str>,
    pub(super) language: Option<Locale>,
    pub(super) author: AuthorKind,
    pub(super) agent: Option<&'a str>,
}

impl<'a> NewEntry<'a> {
    /// Something that happened, without words and without change of status.
    pub(super) const fn of(
        request_id: &'a str,
        at: i64,
        kind: TimelineKind,
        author: AuthorKind,
    ) -> Self {
        Self {
            request_id,
            at,
            kind,
            status: None,
            words: None,
            language: None,
            author,
            agent: None,
        }
    }

    /// Adds the entry; the caller's update of the request keeps two writers apart.
    pub(super) async fn add(self, tx: &mut Write<'_>, office: &Inner) -> Result<(), WriteFault> {
        let Some(words) = self.words else {
            return Ok(self.insert(tx, None, None).await?);
        };
        // Words are bound to their place, which is therefore known first.
        let row = tx
            .fetch_optional(
                "SELECT COALESCE(MAX(position), 0) AS last FROM backoffice_timeline
                  WHERE request_id = $1",
                &[self.request_id.into()],
            )
            .await?;
        let position = row.map_or(Ok(0), |row| row.int("last"))? + 1;
        let place = words_place(self.request_id, position);
        let sealed = office
            .vault
            .seal(&place, words.as_bytes(), &*office.randomness)?;
        Ok(self.insert(tx, Some(position), Some(sealed)).await?)
    }

    /// At a position, or after the others.
    async fn insert(
        &self,
        tx: &mut Write<'_>,
        position: Option<i64>,
        words: Option<Vec<u8>>,
    ) -> Result<(), DatabaseError> {
        tx.execute(
            "INSERT INTO backoffice_timeline
               (request_id, position, at, kind, status, words, language, author_kind, agent)
             VALUES ($1,
                     COALESCE($2, (SELECT MAX(position) + 1 FROM backoffice_timeline WHERE request_id = $1), 1),
                     $3, $4, $5, $6, $7, $8, $9)",
            &[
                self.request_id.into(),
                position.into(),
                self.at.into(),
                self.kind.name().into(),
                self.status.map(Status::name).into(),
                words.into(),
                self.language.map(Locale::tag).into(),
                self.author.name().into(),
                self.agent.into(),
            ],
        )
        .await?;
        Ok(())
    }
}

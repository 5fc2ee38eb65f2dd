//! The thread of a request: rows read, added, and marked as read. Words are sealed for their place in it.

use database::{Row, Write};
use domain::{
    answers::AttachedFile,
    locale::Locale,
    message::{Message, MessageKind},
    request::AuthorKind,
};

use super::{Inner, attaching, events::instant, faults::WriteFault, reading};
use crate::api::{
    back_office::{Paging, Reader},
    page::Page,
    problem::Answered,
};

fn words_place(request_id: &str, position: i64) -> String {
    format!("request:{request_id}:message:{position}")
}

/// A page of the thread.
pub(super) async fn page(
    office: &Inner,
    id: &str,
    reader: Reader,
    paging: Paging,
) -> Answered<Page<Message>> {
    reading::known(office, id, &reader).await?;
    let (rows, next_cursor) = reading::part(
        office,
        "SELECT position, at, kind, author_kind, language, words, read_at FROM backoffice_messages
          WHERE request_id = $1 AND position > $2 ORDER BY position LIMIT $3",
        id,
        paging,
    )
    .await?;
    // Messages first: a message that is seen has its files already.
    let files = office
        .database
        .fetch_all(
            "SELECT id, filename, media_type, bytes, sha256, message FROM backoffice_uploads
              WHERE request_id = $1 AND message IS NOT NULL ORDER BY created_at, id",
            &[id.into()],
        )
        .await?;
    let items = rows
        .iter()
        .map(|row| message(office, row, id, &files))
        .collect::<Answered<_>>()?;
    Ok(Page { items, next_cursor })
}

/// The whole thread.
pub(super) async fn thread(office: &Inner, id: &str) -> Answered<Vec<Message>> {
    let everything = Paging {
        limit: u16::MAX,
        cursor: None,
    };
    Ok(page(office, id, Reader::Client, everything).await?.items)
}

fn message(office: &Inner, row: &Row, request_id: &str, files: &[Row]) -> Answered<Message> {
    let position = row.int("position")?;
    let place = words_place(request_id, position);
    let mut attached: Vec<AttachedFile> = Vec::new();
    for file in files {
        if file.int("message")? == position {
            attached.push(attaching::attached(file, &office.vault)?);
        }
    }
    Ok(Message {
        id: position.to_string(),
        at: instant(row.int("at")?),
        kind: MessageKind::from_name(&row.text("kind")?),
        author_kind: AuthorKind::from_name(&row.text("author_kind")?),
        text: office.vault.open_text(&place, &row.bytes("words")?)?,
        language: row
            .optional_text("language")?
            .as_deref()
            .and_then(Locale::from_tag),
        files: attached,
        read_at: row.optional_int("read_at")?.map(instant),
    })
}

/// A message to add to the thread in the same write as what goes with it.
pub(super) struct Said<'a> {
    pub(super) at: i64,
    pub(super) kind: MessageKind,
    pub(super) author: AuthorKind,
    pub(super) words: &'a str,
    pub(super) language: Option<Locale>,
    pub(super) agent: Option<&'a str>,
}

/// The service read what the resident wrote, up to a place in the thread.
pub(super) async fn read_by_staff(
    tx: &mut Write<'_>,
    request_id: &str,
    up_to: i64,
    at: i64,
) -> Result<(), database::DatabaseError> {
    tx.execute(
        "UPDATE backoffice_messages SET read_at = $3
          WHERE request_id = $1 AND position <= $2 AND read_at IS NULL
            AND author_kind IN ('citizen', 'mediator')",
        &[request_id.into(), up_to.into(), at.into()],
    )
    .await?;
    Ok(())
}

impl Said<'_> {
    /// Adds the message and says at which place; the caller has taken the request.
    pub(super) async fn add(
        &self,
        office: &Inner,
        tx: &mut Write<'_>,
        request_id: &str,
    ) -> Result<i64, WriteFault> {
        let row = tx
            .fetch_optional(
                "SELECT COALESCE(MAX(position), 0) AS last FROM backoffice_messages
                  WHERE request_id = $1",
                &[request_id.into()],
            )
            .await?;
        let position = row.map_or(Ok(0), |row| row.int("last"))? + 1;
        let place = words_place(request_id, position);
        let words = office
            .vault
            .seal(&place, self.words.as_bytes(), &*office.randomness)?;
        tx.execute(
            "INSERT INTO backoffice_messages
               (request_id, position, at, kind, author_kind, language, words, agent)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                request_id.into(),
                position.into(),
                self.at.into(),
                self.kind.name().into(),
                self.author.name().into(),
                self.language.map(Locale::tag).into(),
                words.into(),
                self.agent.into(),
            ],
        )
        .await?;
        Ok(position)
    }
}

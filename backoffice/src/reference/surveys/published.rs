//! Reading what is public of what people wrote: nothing here leads to an answer.

use database::{DatabaseError, Row, Write};
use domain::{
    locale::Locale,
    quality::{PublishedOpinion, Reply},
    survey::Subject,
};

use super::{
    answering::is_known,
    reading::{first_day, oldest_month},
};
use crate::{
    api::{
        back_office::Paging,
        cursor::Cursor,
        page::Page,
        problem::{Answered, Problem},
    },
    reference::{Inner, Staff, StaffError},
};

/// Publications in one list of the agents.
const LISTED: i64 = 2_000;

/// A page of what is public, about a subject or about all.
pub(in crate::reference) async fn published(
    office: &Inner,
    subject: Option<Subject>,
    paging: Paging,
) -> Answered<Page<PublishedOpinion>> {
    if subject.as_ref().is_some_and(|it| !is_known(office, it)) {
        return Err(Problem::not_found());
    }
    let limit = usize::from(paging.limit);
    // One more tells whether there is another page.
    let most = i64::from(paging.limit) + 1;
    let mut rows = read(office, subject.as_ref(), paging.cursor, most).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let last = rows.last().filter(|_| more);
    let next_cursor = last.map(|row| {
        let (number, id) = (row.int("month")?, row.text("id")?);
        Ok::<_, DatabaseError>(Cursor { number, id }.encode())
    });
    let next_cursor = next_cursor.transpose()?;
    let items = rows.iter().map(opinion);
    let items = items
        .filter_map(Result::transpose)
        .collect::<Result<_, _>>()?;
    Ok(Page { items, next_cursor })
}

impl Staff {
    /// What is public, the latest month first, two thousand texts at most: an agent takes back by these identifiers.
    ///
    /// # Errors
    /// The database cannot be used.
    pub async fn publications(&self) -> Result<Vec<PublishedOpinion>, StaffError> {
        let rows = read(&self.0, None, None, LISTED).await?;
        let items = rows.iter().map(opinion);
        Ok(items
            .filter_map(Result::transpose)
            .collect::<Result<_, _>>()?)
    }
}

/// One publication, seen from the write that may change it.
pub(super) async fn public(
    tx: &mut Write<'_>,
    id: &str,
) -> Result<Option<PublishedOpinion>, DatabaseError> {
    let sql = "SELECT id, subject_kind, subject_id, month, words, language, reply, reply_language
                 FROM backoffice_published_opinions WHERE id = $1";
    let row = tx.fetch_optional(sql, &[id.into()]).await?;
    Ok(row.as_ref().map(opinion).transpose()?.flatten())
}

async fn read(
    office: &Inner,
    subject: Option<&Subject>,
    after: Option<Cursor>,
    most: i64,
) -> Result<Vec<Row>, DatabaseError> {
    let (kind, id) = subject.map_or(("", ""), |subject| (subject.kind(), subject.id()));
    let (month, last) = after.map_or((i64::MAX, String::new()), |it| (it.number, it.id));
    office
        .database
        .fetch_all(
            "SELECT id, subject_kind, subject_id, month, words, language, reply, reply_language
               FROM backoffice_published_opinions
              WHERE ($1 = '' OR (subject_kind = $1 AND subject_id = $2)) AND month >= $3
                AND (month < $4 OR (month = $4 AND id > $5))
              ORDER BY month DESC, id LIMIT $6",
            &[
                kind.into(),
                id.into(),
                oldest_month(office.clock.now()).into(),
                month.into(),
                last.into(),
                most.into(),
            ],
        )
        .await
}

/// `None` for a subject or a language that this version does not know.
fn opinion(row: &Row) -> Result<Option<PublishedOpinion>, DatabaseError> {
    let subject = Subject::new(&row.text("subject_kind")?, row.text("subject_id")?);
    let language = Locale::from_tag(&row.text("language")?);
    let (Some(subject), Some(language)) = (subject, language) else {
        return Ok(None);
    };
    let spoken = row.optional_text("reply_language")?;
    let spoken = spoken.and_then(|tag| Locale::from_tag(&tag));
    let reply = row.optional_text("reply")?.zip(spoken);
    Ok(Some(PublishedOpinion {
        id: row.text("id")?,
        subject,
        month: first_day(row.int("month")?),
        text: row.text("words")?,
        language,
        reply: reply.map(|(text, language)| Reply { text, language }),
    }))
}

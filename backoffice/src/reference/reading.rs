//! Reading requests: by the portal for reconciliation, or by whoever holds an access to one of them.

use database::Row;
use domain::request::TimelineEntry;

use super::{Inner, agenda, corrections, demands, rows, timeline, tracking, view::View};
use crate::{
    api::{
        back_office::{Paging, Reader, RequestFilter, Tagged},
        cursor::Cursor,
        page::Page,
        problem::{Answered, Problem},
        requests::{Request, RequestSummary},
    },
    ports::is_id,
};

/// Order of the collection: last changed first, then by identifier.
pub(super) async fn list(
    office: &Inner,
    filter: RequestFilter,
    paging: Paging,
) -> Answered<Page<RequestSummary>> {
    let start = paging.cursor.unwrap_or(Cursor {
        number: i64::MAX,
        id: String::new(),
    });
    let since = filter
        .updated_since
        .map_or(i64::MIN, |since| since.as_microsecond());
    let limit = usize::from(paging.limit);
    let database = &office.database;
    // One more than asked says whether there is a next page.
    let mut found = match &filter.idempotency_key {
        Some(key) => {
            let sql = concat!(
                "SELECT ",
                rows::summary_columns!(),
                " FROM backoffice_requests WHERE call_key = $1"
            );
            database.fetch_all(sql, &[key.into()]).await?
        }
        None => {
            let sql = concat!(
                "SELECT ",
                rows::summary_columns!(),
                " FROM backoffice_requests
                  WHERE updated_at >= $1 AND (updated_at < $2 OR (updated_at = $2 AND id > $3))
                  ORDER BY updated_at DESC, id LIMIT $4"
            );
            let more = i64::from(paging.limit) + 1;
            database
                .fetch_all(
                    sql,
                    &[
                        since.into(),
                        start.number.into(),
                        (&start.id).into(),
                        more.into(),
                    ],
                )
                .await?
        }
    };
    let rest = found.len() > limit;
    found.truncate(limit);
    let items: Vec<RequestSummary> = found
        .iter()
        .map(|row| rows::summary(row, office))
        .collect::<Answered<_>>()?;
    let next_cursor = items.last().filter(|_| rest).map(|last| {
        Cursor {
            number: last.updated_at.as_microsecond(),
            id: last.id.clone(),
        }
        .encode()
    });
    Ok(Page { items, next_cursor })
}

pub(super) async fn request(office: &Inner, id: &str, reader: Reader) -> Answered<Tagged<Request>> {
    admit(office, id, &reader).await?;
    whole(office, &mut View::Committed(&office.database), id).await
}

/// A request with all that its owner may read.
pub(super) async fn whole(
    office: &Inner,
    view: &mut View<'_, '_>,
    id: &str,
) -> Answered<Tagged<Request>> {
    let sql = concat!(
        "SELECT ",
        rows::summary_columns!(),
        ", answers, answers_version FROM backoffice_requests WHERE id = $1"
    );
    let row = view.row(sql, &[id.into()]).await?;
    let row = row.ok_or_else(Problem::not_found)?;
    let answers = office
        .vault
        .open_json(&rows::answers_place(id), &row.bytes("answers")?)?;
    let value = Request {
        summary: rows::summary(&row, office)?,
        answers,
        answers_version: u32::try_from(row.int("answers_version")?).unwrap_or(u32::MAX),
        corrections: corrections::all(office, view, id).await?,
        info_request: demands::open(office, view, id).await?,
        appointment: agenda::of_request(office, view, id).await?,
    };
    let etag = rows::version_tag(row.int("version")?);
    Ok(Tagged { value, etag })
}

pub(super) async fn timeline(
    office: &Inner,
    id: &str,
    reader: Reader,
    paging: Paging,
) -> Answered<Page<TimelineEntry>> {
    known(office, id, &reader).await?;
    let sql = concat!(
        "SELECT ",
        timeline::timeline_columns!(),
        " FROM backoffice_timeline
          WHERE request_id = $1 AND position > $2 ORDER BY position LIMIT $3"
    );
    let (found, next_cursor) = part(office, sql, id, paging).await?;
    let items = found
        .iter()
        .map(|row| timeline::entry(row, id, &office.vault))
        .collect::<Answered<_>>()?;
    Ok(Page { items, next_cursor })
}

/// The rows of one page of what a request holds, numbered by `position`, and where the next ones begin.
/// The statement takes the request, the position before and the number of rows.
pub(super) async fn part(
    office: &Inner,
    sql: &'static str,
    id: &str,
    paging: Paging,
) -> Answered<(Vec<Row>, Option<String>)> {
    let after = paging.cursor.map_or(0, |cursor| cursor.number);
    // One more than asked says whether there is a next page.
    let more = i64::from(paging.limit) + 1;
    let mut found = office
        .database
        .fetch_all(sql, &[id.into(), after.into(), more.into()])
        .await?;
    let rest = found.len() > usize::from(paging.limit);
    found.truncate(usize::from(paging.limit));
    let last = found.last().map(|row| row.int("position")).transpose()?;
    let next_cursor = last.filter(|_| rest).map(|number| {
        Cursor {
            number,
            id: String::new(),
        }
        .encode()
    });
    Ok((found, next_cursor))
}

/// Lets a reader in to a request that is here.
pub(super) async fn known(office: &Inner, id: &str, reader: &Reader) -> Answered<()> {
    admit(office, id, reader).await?;
    let sql = "SELECT id FROM backoffice_requests WHERE id = $1";
    let found = office.database.fetch_optional(sql, &[id.into()]).await?;
    found.map(drop).ok_or_else(Problem::not_found)
}

/// Lets the portal in everywhere, and the holder of an access to the one request that it opens.
pub(super) async fn admit(office: &Inner, id: &str, reader: &Reader) -> Answered<()> {
    let admitted = is_id(id)
        && match reader {
            Reader::Client => true,
            Reader::Access(token) => tracking::opens(office, token, id).await?,
        };
    if admitted {
        Ok(())
    } else {
        Err(Problem::not_found())
    }
}

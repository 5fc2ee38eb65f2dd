//! An agent asks a resident to correct answers or to give documents. A request waits for one demand at a time: a
//! second ask adds to it.

use database::{DatabaseError, Row, Write};
use domain::{
    info_request::{DocumentState, InfoRequest},
    locale::Locale,
    request::Status,
};
use jiff::civil::Date;

use super::{
    StaffError,
    acts::{Asking, NewDocument, NewMark},
    catalogue_versions,
    demands::{self, DocumentWords},
    events::instant,
    staff::{Acting, Done, Words, said},
    view::View,
};
use crate::api::check::day_in_france;

pub(super) async fn ask(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    asking: Asking,
) -> Result<Done, StaffError> {
    if asking.marks.is_empty() && asking.documents.is_empty() {
        return Err(StaffError::NothingAsked);
    }
    let text = asking.words.as_deref().map(said).transpose()?;
    if let Some(due_on) = asking.due_on {
        not_past(acting, due_on)?;
    }
    let (office, taken) = (acting.office, &acting.taken);
    let procedure = catalogue_versions::within(office, tx, &taken.id).await?;
    let known = procedure.answer_keys();
    for mark in &asking.marks {
        if !known.contains(&mark.key.as_str()) {
            return Err(StaffError::UnknownKey {
                key: mark.key.clone(),
                known: known.into_iter().map(str::to_owned).collect(),
            });
        }
    }
    let words = Words {
        text,
        language: asking.language,
    };
    let done = waits(acting, tx, words).await?;
    let open = demands::open(office, &mut View::Within(tx), &taken.id).await?;
    let demand = match &open {
        Some(open) => add_to(acting, tx, open, &asking).await?,
        None => new(acting, tx, &asking).await?,
    };
    for mark in &asking.marks {
        add_mark(acting, tx, demand, mark).await?;
    }
    for document in &asking.documents {
        add_document(acting, tx, demand, document).await?;
    }
    if !asking.documents.is_empty() {
        let (now, delay) = (instant(taken.at), procedure.legal_delay.as_ref());
        let clock = taken.clock.paused(now, delay, asking.due_on);
        clock.keep(tx, &taken.id).await?;
    }
    Ok(done)
}

/// The request waits for its resident; said again when it did already.
pub(super) async fn waits(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    words: Words<'_>,
) -> Result<Done, StaffError> {
    let next = Status::InfoRequested;
    if acting.taken.status != next {
        return acting.becomes(tx, next, words).await;
    }
    let kind = domain::request::TimelineKind::Status;
    acting.tell(tx, Some(next), kind, words).await?;
    Ok(acting.done(next))
}

/// Refuses a last day that has passed.
pub(super) fn not_past(acting: &Acting<'_>, day: Date) -> Result<(), StaffError> {
    if day < day_in_france(instant(acting.taken.at)) {
        Err(StaffError::Past(day))
    } else {
        Ok(())
    }
}

pub(super) async fn new(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    asking: &Asking,
) -> Result<i64, StaffError> {
    let (office, taken) = (acting.office, &acting.taken);
    let row = tx
        .fetch_optional(
            "SELECT COALESCE(MAX(position), 0) AS last FROM backoffice_info_requests
              WHERE request_id = $1",
            &[(&taken.id).into()],
        )
        .await?;
    let position = after(row)?;
    let place = demands::words_place(&taken.id, position);
    let seal = |words: &String| {
        office
            .vault
            .seal(&place, words.as_bytes(), &*office.randomness)
    };
    tx.execute(
        "INSERT INTO backoffice_info_requests
           (request_id, position, asked_at, words, language, due_on)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            (&taken.id).into(),
            position.into(),
            taken.at.into(),
            asking.words.as_ref().map(seal).transpose()?.into(),
            asking.language.map(Locale::tag).into(),
            asking.due_on.map(|day| day.to_string()).into(),
        ],
    )
    .await?;
    Ok(position)
}

/// The words of both asks stand one after the other; the last day and the language said last hold.
async fn add_to(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    open: &InfoRequest,
    asking: &Asking,
) -> Result<i64, StaffError> {
    let (office, taken) = (acting.office, &acting.taken);
    let position = open.id.parse().unwrap_or_default();
    let both: Vec<&str> = [&open.text, &asking.words]
        .into_iter()
        .filter_map(|words| words.as_deref())
        .collect();
    let words = (!both.is_empty()).then(|| both.join("\n\n"));
    let place = demands::words_place(&taken.id, position);
    let seal = |words: String| {
        office
            .vault
            .seal(&place, words.as_bytes(), &*office.randomness)
    };
    tx.execute(
        "UPDATE backoffice_info_requests SET words = $3, language = $4, due_on = $5
          WHERE request_id = $1 AND position = $2",
        &[
            (&taken.id).into(),
            position.into(),
            words.map(seal).transpose()?.into(),
            asking.language.or(open.language).map(Locale::tag).into(),
            asking
                .due_on
                .or(open.due_on)
                .map(|day| day.to_string())
                .into(),
        ],
    )
    .await?;
    Ok(position)
}

async fn add_mark(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    demand: i64,
    mark: &NewMark,
) -> Result<(), StaffError> {
    let (office, id) = (acting.office, &acting.taken.id);
    let words = said(&mark.words)?;
    let row = tx
        .fetch_optional(
            "SELECT COALESCE(MAX(position), 0) AS last FROM backoffice_marks WHERE request_id = $1",
            &[id.into()],
        )
        .await?;
    let position = after(row)?;
    let place = demands::mark_place(id, position);
    let sealed = office
        .vault
        .seal(&place, words.as_bytes(), &*office.randomness)?;
    tx.execute(
        "INSERT INTO backoffice_marks (request_id, position, info_request, answer_key, reason, words)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            id.into(),
            position.into(),
            demand.into(),
            (&mark.key).into(),
            mark.reason.name().into(),
            sealed.into(),
        ],
    )
    .await?;
    Ok(())
}

async fn add_document(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    demand: i64,
    document: &NewDocument,
) -> Result<(), StaffError> {
    let (office, id) = (acting.office, &acting.taken.id);
    let words = DocumentWords {
        title: said(&document.title)?.to_owned(),
        why: said(&document.why)?.to_owned(),
        examples: document.examples.clone(),
    };
    let row = tx
        .fetch_optional(
            "SELECT COALESCE(MAX(position), 0) AS last FROM backoffice_asked_documents
              WHERE request_id = $1",
            &[id.into()],
        )
        .await?;
    let position = after(row)?;
    let place = demands::document_place(id, position);
    let sealed = office
        .vault
        .seal_json(&place, &words, &*office.randomness)?;
    tx.execute(
        "INSERT INTO backoffice_asked_documents (request_id, position, info_request, words, state)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            id.into(),
            position.into(),
            demand.into(),
            sealed.into(),
            DocumentState::Asked.name().into(),
        ],
    )
    .await?;
    Ok(())
}

/// The place after the last one.
fn after(row: Option<Row>) -> Result<i64, DatabaseError> {
    Ok(row.map_or(Ok(0), |row| row.int("last"))? + 1)
}

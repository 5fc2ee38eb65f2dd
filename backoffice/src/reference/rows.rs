//! From rows to requests and timelines; what is sealed is opened here and nowhere else.

use database::Row;
use domain::{
    answers::Answers,
    locale::Locale,
    request::{AuthorKind, Status, TimelineEntry, TimelineKind},
};
use jiff::civil::Date;

use super::{
    events::instant,
    vault::{Unreadable, Vault},
};
use crate::api::{
    check::day_in_france,
    etag,
    problem::Answered,
    requests::{Channel, Decision, Outcome, Request, RequestSummary, Retention},
};

/// Columns that [`summary`] reads. A macro, because statements are constant texts.
macro_rules! summary_columns {
    () => {
        "id, number, procedure_id, form_version, locale, channel, status, version, created_at, \
         updated_at, submitted_at, expected_by, legal_deadline, decision, decision_text, decided_at, \
         delete_after"
    };
}
pub(super) use summary_columns;

/// Places to which the personal data of a request is bound.
pub(super) fn answers_place(id: &str) -> String {
    format!("request:{id}:answers")
}

pub(super) fn decision_place(id: &str) -> String {
    format!("request:{id}:decision")
}

pub(super) fn words_place(id: &str, position: i64) -> String {
    format!("request:{id}:timeline:{position}")
}

/// ETag of a version of a request.
pub(super) fn version_tag(version: i64) -> String {
    etag::quoted(&version.to_string())
}

pub(super) fn summary(row: &Row, vault: &Vault) -> Answered<RequestSummary> {
    let id = row.text("id")?;
    let status = Status::from_name(&row.text("status")?);
    let decision = match (
        row.optional_text("decision")?,
        row.optional_int("decided_at")?,
    ) {
        (Some(name), Some(at)) => {
            Outcome::of(Status::from_name(&name)).map(|outcome| (outcome, at))
        }
        _ => None,
    };
    let reason_text = match row.optional_bytes("decision_text")? {
        Some(sealed) => vault.open_text(&decision_place(&id), &sealed)?,
        None => String::new(),
    };
    let day = |text: Option<String>| text.and_then(|text| text.parse::<Date>().ok());
    Ok(RequestSummary {
        number: Some(row.text("number")?),
        procedure_id: row.text("procedure_id")?,
        form_version: row.text("form_version")?,
        locale: Locale::from_tag(&row.text("locale")?).unwrap_or(Locale::French),
        channel: Channel::from_name(&row.text("channel")?),
        status,
        status_label: None,
        is_final: status.is_final(),
        created_at: instant(row.int("created_at")?),
        updated_at: instant(row.int("updated_at")?),
        submitted_at: instant(row.int("submitted_at")?),
        expected_by: day(row.optional_text("expected_by")?),
        legal_deadline: day(row.optional_text("legal_deadline")?),
        decision: decision.map(|(outcome, at)| Decision {
            outcome,
            reason_text,
            at: instant(at),
        }),
        retention: Retention {
            delete_after: row
                .optional_int("delete_after")?
                .map(|at| day_in_france(instant(at))),
        },
        id,
    })
}

pub(super) fn request(row: &Row, vault: &Vault) -> Answered<Request> {
    let summary = summary(row, vault)?;
    let answers: Answers = vault.open_json(&answers_place(&summary.id), &row.bytes("answers")?)?;
    Ok(Request { summary, answers })
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
        kind: match row.text("kind")?.as_str() {
            "status" => TimelineKind::Status,
            "message" => TimelineKind::Message,
            _ => TimelineKind::Other,
        },
        status: row
            .optional_text("status")?
            .as_deref()
            .map(Status::from_name),
        text,
        author_kind: match row.text("author_kind")?.as_str() {
            "citizen" => AuthorKind::Citizen,
            "mediator" => AuthorKind::Mediator,
            "staff" => AuthorKind::Staff,
            _ => AuthorKind::System,
        },
    })
}

/// An entry to add to the timeline in the same write as its cause.
pub(super) struct NewEntry<'a> {
    pub(super) request_id: &'a str,
    pub(super) at: i64,
    pub(super) kind: &'static str,
    pub(super) status: Option<Status>,
    pub(super) words: Option<&'a str>,
    pub(super) author_kind: &'static str,
    pub(super) agent: Option<&'a str>,
}

impl NewEntry<'_> {
    /// Adds the entry; the caller's update of the request keeps two writers apart.
    pub(super) async fn add(
        self,
        tx: &mut database::Write<'_>,
        vault: &Vault,
        randomness: &dyn crate::ports::Randomness,
    ) -> Result<(), WriteFault> {
        let row = tx
            .fetch_optional(
                "SELECT COALESCE(MAX(position), 0) AS last FROM backoffice_timeline
                  WHERE request_id = $1",
                &[self.request_id.into()],
            )
            .await?;
        let position = row.map_or(Ok(0), |row| row.int("last"))? + 1;
        let place = words_place(self.request_id, position);
        let words = self
            .words
            .map(|words| vault.seal(&place, words.as_bytes(), randomness))
            .transpose()?;
        tx.execute(
            "INSERT INTO backoffice_timeline
               (request_id, position, at, kind, status, words, author_kind, agent)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                self.request_id.into(),
                position.into(),
                self.at.into(),
                self.kind.into(),
                self.status.map(Status::name).into(),
                words.into(),
                self.author_kind.into(),
                self.agent.into(),
            ],
        )
        .await?;
        Ok(())
    }
}

/// Why a part of a write failed, before its caller puts it into its own terms.
#[derive(Debug, thiserror::Error)]
pub(super) enum WriteFault {
    #[error(transparent)]
    Database(#[from] database::DatabaseError),
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

impl From<WriteFault> for Box<crate::api::problem::Problem> {
    fn from(fault: WriteFault) -> Self {
        match fault {
            WriteFault::Database(error) => error.into(),
            WriteFault::Unreadable(error) => error.into(),
        }
    }
}

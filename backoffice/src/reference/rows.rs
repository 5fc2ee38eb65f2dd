//! From rows to requests; what is sealed in them is opened here.

use database::Row;
use domain::{locale::Locale, request::Status};

use super::{Inner, clock::Clock, events::instant};
use crate::api::{
    check::day_in_france,
    etag,
    problem::Answered,
    requests::{Channel, Decision, Outcome, RequestSummary, Retention},
};

/// Columns that [`summary`] reads. A macro, because statements are constant texts.
macro_rules! summary_columns {
    () => {
        "id, number, procedure_id, form_version, locale, channel, status, version, created_at, \
         updated_at, submitted_at, expected_by, decision, decision_text, decided_at, delete_after, \
         legal_deadline, clock_paused_at, clock_due, clock_months, clock_silence"
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

/// ETag of a version of a request.
pub(super) fn version_tag(version: i64) -> String {
    etag::quoted(&version.to_string())
}

pub(super) fn summary(row: &Row, office: &Inner) -> Answered<RequestSummary> {
    let (now, clock) = (office.clock.now(), Clock::of(row)?);
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
        Some(sealed) => office.vault.open_text(&decision_place(&id), &sealed)?,
        None => String::new(),
    };
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
        expected_by: row
            .optional_text("expected_by")?
            .and_then(|day| day.parse().ok()),
        legal_deadline: clock.deadline(now),
        clock_paused_since: clock.paused_since(now),
        decision: decision.map(|(outcome, at)| Decision {
            outcome,
            reason_text,
            language: None,
            at: instant(at),
            legal_basis: Vec::new(),
            remedies: Vec::new(),
            documents: Vec::new(),
        }),
        retention: Retention {
            delete_after: row
                .optional_int("delete_after")?
                .map(|at| day_in_france(instant(at))),
        },
        id,
    })
}

//! From rows to requests; what is sealed in them is opened here.

use database::Row;
use domain::{locale::Locale, request::Status};

use super::{Inner, clock::Clock, deciding::More, events::instant};
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
         updated_at, submitted_at, expected_by, decision, decision_text, decision_more, decided_at, delete_after, \
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

pub(super) fn decision_more_place(id: &str) -> String {
    format!("request:{id}:decision-more")
}

/// ETag of a version of a request.
pub(super) fn version_tag(version: i64) -> String {
    etag::quoted(&version.to_string())
}

pub(super) fn summary(row: &Row, office: &Inner) -> Answered<RequestSummary> {
    let clock = Clock::of(row)?;
    let id = row.text("id")?;
    let status = Status::from_name(&row.text("status")?);
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
        legal_deadline: clock.deadline(),
        clock_paused_since: clock.paused_since(),
        decision: decision(row, office, &id)?,
        retention: Retention {
            delete_after: row
                .optional_int("delete_after")?
                .map(|at| day_in_france(instant(at))),
        },
        id,
    })
}

fn decision(row: &Row, office: &Inner, id: &str) -> Answered<Option<Decision>> {
    let name = row.optional_text("decision")?;
    let outcome = name.and_then(|name| Outcome::of(Status::from_name(&name)));
    let (Some(outcome), Some(at)) = (outcome, row.optional_int("decided_at")?) else {
        return Ok(None);
    };
    let reason_text = match row.optional_bytes("decision_text")? {
        Some(sealed) => office.vault.open_text(&decision_place(id), &sealed)?,
        None => String::new(),
    };
    // Decisions of the first version had nothing more.
    let more: More = match row.optional_bytes("decision_more")? {
        Some(sealed) => office.vault.open_json(&decision_more_place(id), &sealed)?,
        None => More::default(),
    };
    Ok(Some(Decision {
        outcome,
        reason_text,
        language: more.language,
        at: instant(at),
        legal_basis: more.legal_basis,
        remedies: more.remedies,
        documents: more.documents,
    }))
}

//! From rows to requests; what is sealed in them is opened here.

use database::Row;
use domain::{answers::Answers, locale::Locale, request::Status};
use jiff::civil::Date;

use super::{events::instant, vault::Vault};
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

pub(super) fn request(row: &Row, vault: &Vault) -> Answered<Request> {
    let summary = summary(row, vault)?;
    let answers: Answers = vault.open_json(&answers_place(&summary.id), &row.bytes("answers")?)?;
    Ok(Request {
        summary,
        answers,
        answers_version: 1,
        corrections: Vec::new(),
        info_request: None,
    })
}

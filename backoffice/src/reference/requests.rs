//! Recording a request: number, files, timeline, event and the record of the call in one write.

use std::sync::Arc;

use database::Write;
use domain::{
    answers::{Answer, Answers, AttachedFile},
    field::{Field, FieldKind, Role},
    procedure::Procedure,
    request::Status,
};

use super::{
    Inner, catalogue_versions, deadlines, events, once, rows,
    tracking::{birth_date_proof, email_proof},
    vault::Purpose,
};
use crate::{
    api::{
        back_office::{Call, Novelty, Written},
        check::day_in_france,
        events::EventKind,
        headers::digest_of_sha256,
        problem::{Answered, FieldProblem, Problem},
        requests::{NewRequest, Request, RequestSummary, Retention},
    },
    ports::new_id,
};

pub(super) async fn create(
    office: &Arc<Inner>,
    call: Call,
    new: NewRequest,
) -> Answered<Written<Request>> {
    let procedure =
        catalogue_versions::definition(office, &new.procedure_id, &new.form_version).await?;
    let inner = Arc::clone(office);
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                if let Some(written) = recorded_before(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let written = record(&inner, tx, &call, new, &procedure).await?;
                let resource = format!("/v1/requests/{}", written.value.summary.id);
                once::keep(&inner, tx, &call, &resource, &written).await?;
                Ok(written)
            })
        })
        .await
}

/// The request of this call when its record is no longer kept: a portal that was down for a week and
/// sends again makes no second request. Shown as it is now.
async fn recorded_before(
    office: &Inner,
    tx: &mut Write<'_>,
    call: &Call,
) -> Answered<Option<Written<Request>>> {
    let row = tx
        .fetch_optional(
            concat!(
                "SELECT ",
                rows::summary_columns!(),
                ", fingerprint, answers FROM backoffice_requests WHERE call_key = $1"
            ),
            &[(&call.key).into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    once::same(call, &row.text("fingerprint")?)?;
    let etag = rows::version_tag(row.int("version")?);
    let value = rows::request(&row, &office.vault)?;
    Ok(Some(Written {
        value,
        etag,
        novelty: Novelty::Replayed,
    }))
}

async fn record(
    office: &Inner,
    tx: &mut Write<'_>,
    call: &Call,
    new: NewRequest,
    procedure: &Procedure,
) -> Answered<Written<Request>> {
    let id = new_id(&*office.randomness);
    let now = office.clock.now();
    let at = now.as_microsecond();
    let year = day_in_france(now).year();
    let rank = events::next(tx, &format!("requests-{year}")).await?;
    let summary = RequestSummary {
        id: id.clone(),
        number: Some(format!("{year}-{rank:06}")),
        procedure_id: new.procedure_id,
        form_version: new.form_version,
        locale: new.locale,
        channel: new.channel,
        status: Status::Submitted,
        status_label: None,
        is_final: false,
        created_at: super::events::instant(at),
        updated_at: super::events::instant(at),
        submitted_at: super::events::instant(new.submitted_at.as_microsecond()),
        expected_by: deadlines::expected_by(new.submitted_at, procedure.usual_delay),
        legal_deadline: deadlines::legal_deadline(now, procedure),
        decision: None,
        retention: Retention { delete_after: None },
    };
    let answers =
        office
            .vault
            .seal_json(&rows::answers_place(&id), &new.answers, &*office.randomness)?;
    let email = proof_of(procedure, &new.answers, Role::ContactEmail);
    let birth_date = proof_of(procedure, &new.answers, Role::ApplicantBirthDate);
    tx.execute(
        "INSERT INTO backoffice_requests
           (id, number, call_key, fingerprint, procedure_id, form_version, locale, channel, status,
            version, created_at, updated_at, submitted_at, expected_by, legal_deadline,
            retention_days, tracking, email_proof, birth_date_proof, answers)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        &[
            (&id).into(),
            summary.number.as_deref().into(),
            (&call.key).into(),
            (&call.fingerprint).into(),
            (&summary.procedure_id).into(),
            (&summary.form_version).into(),
            summary.locale.tag().into(),
            summary.channel.name().into(),
            summary.status.name().into(),
            at.into(),
            summary.submitted_at.as_microsecond().into(),
            summary.expected_by.map(|day| day.to_string()).into(),
            summary.legal_deadline.map(|day| day.to_string()).into(),
            procedure.retention_days.into(),
            office.vault.digest(Purpose::TrackingCode, &new.tracking_code).into(),
            email_proof(&office.vault, email).map(|digest| digest.to_vec()).into(),
            birth_date_proof(&office.vault, birth_date).map(|digest| digest.to_vec()).into(),
            answers.into(),
        ],
    )
    .await?;
    attach(tx, &id, &new.answers).await?;
    let entry = rows::NewEntry {
        request_id: &id,
        at,
        kind: "status",
        status: Some(Status::Submitted),
        words: None,
        author_kind: "system",
        agent: None,
    };
    entry.add(tx, &office.vault, &*office.randomness).await?;
    let etag = rows::version_tag(1);
    let event = events::New {
        id: new_id(&*office.randomness),
        kind: EventKind::RequestCreated,
        resource: format!("/v1/requests/{id}"),
        etag: Some(etag.clone()),
        status: Some(Status::Submitted),
        at,
    };
    event.tell(tx).await?;
    let value = Request {
        summary,
        answers: new.answers,
    };
    Ok(Written {
        value,
        etag,
        novelty: Novelty::New,
    })
}

/// Gives the files to the request. Each must be here, free, and what the answers say it is.
async fn attach(tx: &mut Write<'_>, request_id: &str, answers: &Answers) -> Answered<()> {
    let mut wrong = Vec::new();
    for (pointer, file) in files(answers, "#/answers") {
        let row = tx
            .fetch_optional(
                "UPDATE backoffice_uploads SET request_id = $1
                  WHERE id = $2 AND request_id IS NULL RETURNING media_type, bytes, sha256",
                &[request_id.into(), (&file.id).into()],
            )
            .await?;
        let fault = match row {
            None => Some(("unknown_upload", "no such upload is free")),
            Some(row) => {
                let same = row.text("media_type")? == file.media_type
                    && u64::try_from(row.int("bytes")?) == Ok(file.bytes)
                    && digest_of_sha256(&row.bytes("sha256")?) == announced(&file.sha256);
                (!same).then_some(("other_upload", "the upload is not this file"))
            }
        };
        wrong.extend(fault.map(|(code, detail)| FieldProblem::new(&pointer, code, detail)));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Problem::validation(wrong))
    }
}

fn announced(hex: &str) -> String {
    let bytes: Vec<u8> = (0..hex.len() / 2)
        .filter_map(|at| u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok())
        .collect();
    digest_of_sha256(&bytes)
}

/// Every file of the answers, with its JSON pointer.
fn files<'a>(answers: &'a Answers, pointer: &str) -> Vec<(String, &'a AttachedFile)> {
    let mut found = Vec::new();
    for (key, answer) in &answers.0 {
        match answer {
            Answer::Files(files) => found.extend(
                files
                    .iter()
                    .enumerate()
                    .map(|(at, file)| (format!("{pointer}/{key}/value/{at}"), file)),
            ),
            Answer::Items(items) => {
                for (at, item) in items.iter().enumerate() {
                    found.extend(self::files(item, &format!("{pointer}/{key}/value/{at}")));
                }
            }
            _ => {}
        }
    }
    found
}

/// The answer of the field that serves as a proof.
fn proof_of<'a>(procedure: &Procedure, answers: &'a Answers, role: Role) -> Option<&'a Answer> {
    fn find(fields: &[Field], role: Role) -> Option<&str> {
        fields.iter().find_map(|field| match &field.kind {
            FieldKind::Group { fields } => find(fields, role),
            _ => (field.role == Some(role)).then_some(field.key.as_str()),
        })
    }
    let pages = procedure.steps.iter().filter(|step| step.repeat.is_none());
    pages
        .filter_map(|step| find(&step.fields, role))
        .find_map(|key| answers.get(key))
}

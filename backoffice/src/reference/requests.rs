//! Recording a request: number, files, timeline, event and the record of the call in one write.

use std::sync::Arc;

use database::Write;
use domain::{
    answers::{Answer, Answers},
    booking::AppointmentStatus,
    field::Role,
    procedure::Procedure,
    request::{AuthorKind, Status, TimelineKind},
};

use super::{
    Inner, agenda, attaching, catalogue_versions, deadlines, events, once, reading, rows,
    timeline::NewEntry,
    tracking::{birth_date_proof, email_proof},
    vault::Purpose,
    view::View,
};
use crate::{
    api::{
        back_office::{Call, Novelty, Written},
        check::day_in_france,
        events::EventKind,
        problem::Answered,
        requests::{NewRequest, Request, RequestSummary, Retention},
    },
    ports::new_id,
};

/// Who numbers requests.
pub(super) enum Numbering {
    /// This office, by year: `2026-000123`.
    Ours,
    /// The system that handles it, where agents look for it by this number.
    Theirs(String),
}

pub(super) async fn create(
    office: &Arc<Inner>,
    call: Call,
    mut new: NewRequest,
    numbering: Numbering,
) -> Answered<Written<Request>> {
    let procedure =
        catalogue_versions::definition(office, &new.procedure_id, &new.form_version).await?;
    let visit = agenda::prepare(office, &procedure, new.visit.take()).await?;
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
                let written =
                    record(&inner, tx, &call, (new, numbering), (&procedure, visit)).await?;
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
            "SELECT id, fingerprint FROM backoffice_requests WHERE call_key = $1",
            &[(&call.key).into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    once::same(call, &row.text("fingerprint")?)?;
    let present = reading::whole(office, &mut View::Within(tx), &row.text("id")?).await?;
    Ok(Some(Written {
        value: present.value,
        etag: present.etag,
        novelty: Novelty::Replayed,
    }))
}

async fn record(
    office: &Inner,
    tx: &mut Write<'_>,
    call: &Call,
    (new, numbering): (NewRequest, Numbering),
    (procedure, visit): (&Procedure, Option<agenda::Prepared>),
) -> Answered<Written<Request>> {
    let id = new_id(&*office.randomness);
    let now = office.clock.now();
    let at = now.as_microsecond();
    let (position, number) = match numbering {
        Numbering::Theirs(number) => (events::turn(tx).await?, number),
        Numbering::Ours => {
            let year = day_in_france(now).year();
            let counter = format!("requests-{year}");
            let (position, rank) = events::turn_and_next(tx, &counter).await?;
            (position, format!("{year}-{rank:06}"))
        }
    };
    let summary = RequestSummary {
        id: id.clone(),
        number: Some(number),
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
        clock_paused_since: None,
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
    attaching::to_answers(tx, &id, &new.answers).await?;
    let entry = NewEntry {
        status: Some(Status::Submitted),
        ..NewEntry::of(&id, at, TimelineKind::Status, AuthorKind::System)
    };
    entry.add(tx, office).await?;
    let appointment = match visit {
        Some(visit) => Some(agenda::confirm(office, tx, &id, visit).await?),
        None => None,
    };
    if appointment
        .as_ref()
        .is_some_and(|it| it.status == AppointmentStatus::TimeLost)
    {
        // Whoever sent it is told: another time is to be chosen.
        let kind = TimelineKind::Appointment;
        let entry = NewEntry::of(&id, at, kind, AuthorKind::System);
        entry.add(tx, office).await?;
    }
    let etag = rows::version_tag(1);
    let event = events::New {
        id: new_id(&*office.randomness),
        kind: EventKind::RequestCreated,
        resource: format!("/v1/requests/{id}"),
        etag: Some(etag.clone()),
        status: Some(Status::Submitted),
        at,
    };
    event.tell_at(tx, position).await?;
    let value = Request {
        summary,
        answers: new.answers,
        answers_version: 1,
        corrections: Vec::new(),
        info_request: None,
        appointment,
    };
    Ok(Written {
        value,
        etag,
        novelty: Novelty::New,
    })
}

/// The answer of the field that serves as a proof.
pub(super) fn proof_of<'a>(
    procedure: &Procedure,
    answers: &'a Answers,
    role: Role,
) -> Option<&'a Answer> {
    procedure
        .fields_of_role(role)
        .find_map(|field| answers.get(&field.key))
}

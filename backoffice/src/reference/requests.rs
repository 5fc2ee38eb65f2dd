//! Recording a request: number, files, timeline, event and the record of the call in one write.

use std::sync::Arc;

use database::{Engine, Write};
use domain::{
    answers::{Answer, Answers},
    booking::{Appointment, AppointmentStatus},
    field::Role,
    procedure::Procedure,
    request::{AuthorKind, Status, TimelineKind},
};
use futures::future::BoxFuture;
use jiff::Timestamp;

use super::{
    Inner, agenda, attaching, catalogue_versions, deadlines, events, once, reading,
    requests_together, rows,
    timeline::NewEntry,
    together::Outcome,
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
    new: NewRequest,
    numbering: Numbering,
) -> Answered<Written<Request>> {
    if matches!(numbering, Numbering::Ours) && office.database.engine() == Engine::Postgres {
        let inner = Arc::clone(office);
        let write = move |sent| -> BoxFuture<'static, _> {
            Box::pin(requests_together::create(Arc::clone(&inner), sent))
        };
        let sent = (call.clone(), new.clone());
        if let Outcome::Done(answer) = office.requests.write(sent, write).await {
            return answer;
        }
    }
    create_alone(office, call, new, numbering).await
}

async fn create_alone(
    office: &Arc<Inner>,
    call: Call,
    mut new: NewRequest,
    numbering: Numbering,
) -> Answered<Written<Request>> {
    let procedure =
        catalogue_versions::definition(office, &new.procedure_id, &new.form_version).await?;
    let visit = agenda::prepare(office, &procedure, new.visit.take()).await?;
    let draft = Draft::of(office, new, &procedure, office.clock.now())?;
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
                let written = record(&inner, tx, &call, (draft, numbering), visit).await?;
                let resource = resource_of(&written.value.summary.id);
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

/// A request to keep: everything but its number.
pub(super) struct Draft {
    pub(super) summary: RequestSummary,
    pub(super) answers: Answers,
    pub(super) sealed: Vec<u8>,
    pub(super) retention_days: i64,
    pub(super) tracking: Vec<u8>,
    pub(super) email: Option<Vec<u8>>,
    pub(super) birth_date: Option<Vec<u8>>,
}

impl Draft {
    pub(super) fn of(
        office: &Inner,
        new: NewRequest,
        procedure: &Procedure,
        now: Timestamp,
    ) -> Answered<Self> {
        let id = new_id(&*office.randomness);
        // As it is stored, to the microsecond.
        let stored = |at: Timestamp| events::instant(at.as_microsecond());
        let (vault, place) = (&office.vault, rows::answers_place(&id));
        let email = proof_of(procedure, &new.answers, Role::ContactEmail);
        let birth_date = proof_of(procedure, &new.answers, Role::ApplicantBirthDate);
        Ok(Self {
            sealed: vault.seal_json(&place, &new.answers, &*office.randomness)?,
            retention_days: procedure.retention_days.into(),
            tracking: vault
                .digest(Purpose::TrackingCode, &new.tracking_code)
                .to_vec(),
            email: email_proof(vault, email).map(Vec::from),
            birth_date: birth_date_proof(vault, birth_date).map(Vec::from),
            summary: RequestSummary {
                id,
                number: None,
                procedure_id: new.procedure_id,
                form_version: new.form_version,
                locale: new.locale,
                channel: new.channel,
                status: Status::Submitted,
                status_label: None,
                is_final: false,
                created_at: stored(now),
                updated_at: stored(now),
                submitted_at: stored(new.submitted_at),
                expected_by: deadlines::expected_by(new.submitted_at, procedure.usual_delay),
                legal_deadline: deadlines::legal_deadline(now, procedure),
                clock_paused_since: None,
                decision: None,
                retention: Retention { delete_after: None },
            },
            answers: new.answers,
        })
    }

    pub(super) fn resource(&self) -> String {
        resource_of(&self.summary.id)
    }

    /// Tells that it is here.
    pub(super) fn event(&self, office: &Inner) -> events::New {
        events::New {
            id: new_id(&*office.randomness),
            kind: EventKind::RequestCreated,
            resource: self.resource(),
            etag: Some(rows::version_tag(1)),
            status: Some(self.summary.status),
            at: self.summary.created_at.as_microsecond(),
        }
    }

    /// The answer to who sent it.
    pub(super) fn written(&self, appointment: Option<Appointment>) -> Written<Request> {
        Written {
            value: Request {
                summary: self.summary.clone(),
                answers: self.answers.clone(),
                answers_version: 1,
                corrections: Vec::new(),
                info_request: None,
                appointment,
            },
            etag: rows::version_tag(1),
            novelty: Novelty::New,
        }
    }
}

/// Address of a request.
fn resource_of(id: &str) -> String {
    format!("/v1/requests/{id}")
}

/// The counter of the requests of this year, and how a request is numbered by it: `2026-000123`.
pub(super) fn numbering(now: Timestamp) -> (String, impl Fn(i64) -> String) {
    let year = day_in_france(now).year();
    let number = move |rank| format!("{year}-{rank:06}");
    (format!("requests-{year}"), number)
}

async fn record(
    office: &Inner,
    tx: &mut Write<'_>,
    call: &Call,
    (mut draft, numbering): (Draft, Numbering),
    visit: Option<agenda::Prepared>,
) -> Answered<Written<Request>> {
    let now = draft.summary.created_at;
    let (position, number) = match numbering {
        Numbering::Theirs(number) => (events::turn(tx).await?, number),
        Numbering::Ours => {
            let (counter, number) = self::numbering(now);
            let (position, rank) = events::turn_and_next(tx, &counter).await?;
            (position, number(rank))
        }
    };
    draft.summary.number = Some(number);
    insert(tx, call, &draft).await?;
    let (id, at) = (draft.summary.id.as_str(), now.as_microsecond());
    attaching::to_answers(tx, id, &draft.answers).await?;
    let entry = NewEntry {
        status: Some(draft.summary.status),
        ..NewEntry::of(id, at, TimelineKind::Status, AuthorKind::System)
    };
    entry.add(tx, office).await?;
    let appointment = match visit {
        Some(visit) => Some(agenda::confirm(office, tx, id, visit).await?),
        None => None,
    };
    if appointment
        .as_ref()
        .is_some_and(|it| it.status == AppointmentStatus::TimeLost)
    {
        // Whoever sent it is told: another time is to be chosen.
        let kind = TimelineKind::Appointment;
        let entry = NewEntry::of(id, at, kind, AuthorKind::System);
        entry.add(tx, office).await?;
    }
    draft.event(office).tell_at(tx, position).await?;
    Ok(draft.written(appointment))
}

async fn insert(tx: &mut Write<'_>, call: &Call, draft: &Draft) -> Answered<()> {
    let summary = &draft.summary;
    tx.execute(
        "INSERT INTO backoffice_requests
           (id, number, call_key, fingerprint, procedure_id, form_version, locale, channel, status,
            version, created_at, updated_at, submitted_at, expected_by, legal_deadline,
            retention_days, tracking, email_proof, birth_date_proof, answers)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        &[
            (&summary.id).into(),
            summary.number.as_deref().into(),
            (&call.key).into(),
            (&call.fingerprint).into(),
            (&summary.procedure_id).into(),
            (&summary.form_version).into(),
            summary.locale.tag().into(),
            summary.channel.name().into(),
            summary.status.name().into(),
            summary.created_at.as_microsecond().into(),
            summary.submitted_at.as_microsecond().into(),
            summary.expected_by.map(|day| day.to_string()).into(),
            summary.legal_deadline.map(|day| day.to_string()).into(),
            draft.retention_days.into(),
            (&draft.tracking).into(),
            draft.email.as_ref().into(),
            draft.birth_date.as_ref().into(),
            (&draft.sealed).into(),
        ],
    )
    .await?;
    Ok(())
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

//! Requests of many people recorded in one write, on PostgreSQL. Only what is plain: new calls, the form of today, no
//! file, and for a visit a time that is held. Everything else is recorded by itself, as on SQLite.

use std::{collections::BTreeSet, sync::Arc};

use database::{DatabaseError, Write};
use domain::procedure::Procedure;
use jiff::Timestamp;

use super::{
    Inner,
    agenda::together::{self as visits, Held, Visit},
    attaching, events, once,
    requests::{Draft, numbering},
    timeline,
    together::{Outcome, column},
};
use crate::api::{
    back_office::{Call, Written},
    problem::Answered,
    requests::{NewRequest, Request},
};

/// A request of someone.
struct Plain {
    /// Its rank among those that were sent.
    rank: usize,
    call: Call,
    new: NewRequest,
    procedure: Arc<Procedure>,
    visit: Option<Visit>,
}

/// The same, with its time.
struct Ready {
    rank: usize,
    call: Call,
    draft: Draft,
    held: Option<Held>,
}

type Answers = Vec<(usize, Written<Request>)>;

/// Records a request for each one who can be answered at once.
pub(super) async fn create(
    office: Arc<Inner>,
    sent: Vec<(Call, NewRequest)>,
) -> Vec<Outcome<Written<Request>>> {
    let mut outcomes: Vec<_> = sent.iter().map(|_| Outcome::Apart).collect();
    let plain = plain(&office, sent);
    if plain.is_empty() {
        return outcomes;
    }
    let inner = Arc::clone(&office);
    let answers: Answered<Answers> = office
        .database
        .write_many(move |tx| Box::pin(async move { write(&inner, tx, plain).await }))
        .await;
    // An error, a call that was done before too, is met again by whoever caused it, alone.
    for (rank, written) in answers.unwrap_or_default() {
        if let Some(outcome) = outcomes.get_mut(rank) {
            *outcome = Outcome::Done(Ok(written));
        }
    }
    outcomes
}

/// What is plain among the requests that are sent, each key and each hold once.
fn plain(office: &Inner, sent: Vec<(Call, NewRequest)>) -> Vec<Plain> {
    let (mut keys, mut holds) = (BTreeSet::new(), BTreeSet::new());
    let plain = |(rank, (call, new)): (usize, (Call, NewRequest))| {
        let procedure = office.catalogue.procedure(&new.procedure_id)?;
        let visit = match &new.visit {
            Some(visit) => Some(visits::plain(office, procedure, visit)?),
            None if procedure.visit => return None,
            None => None,
        };
        let plain = procedure.form_version == new.form_version && !attaching::any(&new.answers);
        plain.then(|| Plain {
            rank,
            call,
            procedure: Arc::clone(procedure),
            visit,
            new,
        })
    };
    sent.into_iter()
        .enumerate()
        .filter_map(plain)
        .filter(|one| keys.insert(one.call.key.clone()))
        .filter(|one| {
            let hold = one.visit.as_ref().map(|visit| visit.hold.clone());
            hold.is_none_or(|hold| holds.insert(hold))
        })
        .collect()
}

async fn write(office: &Inner, tx: &mut Write<'_>, plain: Vec<Plain>) -> Answered<Answers> {
    let now = office.clock.now();
    let mut ready = ready(office, tx, plain, now).await?;
    let count = i64::try_from(ready.len()).unwrap_or(0);
    if count == 0 {
        return Ok(Vec::new());
    }
    let (counter, number) = numbering(now);
    let (position, rank) = events::turn_and_next(tx, &counter, count).await?;
    for (one, rank) in ready.iter_mut().zip(rank - count + 1..) {
        one.draft.summary.number = Some(number(rank));
    }
    insert(tx, &ready, now).await?;
    let told = ready.iter().map(|one| one.draft.event(office)).collect();
    events::New::tell_all(told, tx, position - count + 1).await?;
    let visits = ready
        .iter_mut()
        .filter_map(|one| Some((one.draft.summary.id.clone(), one.held.take()?)))
        .collect();
    let mut appointments = visits::confirm(tx, visits).await?;
    let mut calls = Vec::with_capacity(ready.len());
    let mut answers = Vec::with_capacity(ready.len());
    for one in ready {
        let appointment = appointments.remove(&one.draft.summary.id);
        calls.push((one.call, one.draft.resource()));
        answers.push((one.rank, one.draft.written(appointment)));
    }
    let kept: Vec<_> = calls
        .into_iter()
        .zip(&answers)
        .map(|((call, resource), (_, written))| (call, resource, written))
        .collect();
    once::keep_all(office, tx, &kept).await?;
    Ok(answers)
}

/// Those that are new and, if they come for a time, for whom it is held.
async fn ready(
    office: &Inner,
    tx: &mut Write<'_>,
    plain: Vec<Plain>,
    now: Timestamp,
) -> Answered<Vec<Ready>> {
    let hold = |one: &Plain| Some(one.visit.as_ref()?.hold.clone());
    let calls: Vec<_> = plain
        .iter()
        .map(|one| (one.call.key.clone(), hold(one)))
        .collect();
    let mut found = visits::held(office, tx, &calls, now.as_microsecond()).await?;
    let mut ready = Vec::with_capacity(plain.len());
    for one in plain {
        let Some(held) = found.remove(&one.call.key) else {
            continue;
        };
        let is_theirs = match (&one.visit, &held) {
            (Some(visit), Some(held)) => visit.is_held(held),
            (None, None) => true,
            _ => false,
        };
        if is_theirs {
            let draft = Draft::of(office, one.new, &one.procedure, now)?;
            ready.push(Ready {
                rank: one.rank,
                call: one.call,
                draft,
                held,
            });
        }
    }
    Ok(ready)
}

async fn insert(tx: &mut Write<'_>, ready: &[Ready], now: Timestamp) -> Result<(), DatabaseError> {
    let at = now.as_microsecond();
    tx.execute(
        "INSERT INTO backoffice_requests
           (id, number, call_key, fingerprint, procedure_id, form_version, locale, channel, status,
            version, created_at, updated_at, submitted_at, expected_by, legal_deadline,
            retention_days, tracking, email_proof, birth_date_proof, answers)
         SELECT id, number, call_key, fingerprint, procedure_id, form_version, locale, channel, status,
                1, $18, $18, submitted_at, expected_by, legal_deadline,
                retention_days, tracking, email_proof, birth_date_proof, answers
           FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                       $8::text[], $9::text[], $10::bigint[], $11::text[], $12::text[], $13::bigint[],
                       $14::bytea[], $15::bytea[], $16::bytea[], $17::bytea[])
             AS r (id, number, call_key, fingerprint, procedure_id, form_version, locale, channel, status,
                   submitted_at, expected_by, legal_deadline, retention_days, tracking, email_proof,
                   birth_date_proof, answers)",
        &[
            column(ready, |one| one.draft.summary.id.clone()),
            column(ready, |one| one.draft.summary.number.clone()),
            column(ready, |one| one.call.key.clone()),
            column(ready, |one| one.call.fingerprint.clone()),
            column(ready, |one| one.draft.summary.procedure_id.clone()),
            column(ready, |one| one.draft.summary.form_version.clone()),
            column(ready, |one| one.draft.summary.locale.tag().to_owned()),
            column(ready, |one| one.draft.summary.channel.name().to_owned()),
            column(ready, |one| one.draft.summary.status.name().to_owned()),
            column(ready, |one| one.draft.summary.submitted_at.as_microsecond()),
            column(ready, |one| one.draft.summary.expected_by.map(|day| day.to_string())),
            column(ready, |one| one.draft.summary.legal_deadline.map(|day| day.to_string())),
            column(ready, |one| one.draft.retention_days),
            column(ready, |one| one.draft.tracking.clone()),
            column(ready, |one| one.draft.email.clone()),
            column(ready, |one| one.draft.birth_date.clone()),
            column(ready, |one| one.draft.sealed.clone()),
            at.into(),
        ],
    )
    .await?;
    let ids = ready
        .iter()
        .map(|one| one.draft.summary.id.clone())
        .collect();
    let status = domain::request::Status::Submitted;
    timeline::begin_all(tx, ids, status, at).await
}

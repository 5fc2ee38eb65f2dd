//! Requests of many people recorded together, on PostgreSQL: one write meets their calls and numbers them, another one
//! records them. Only what is plain: new calls, the form of today, no file, and for a visit a time that is held. Everything
//! else is recorded by itself, as on SQLite.

use std::{collections::BTreeSet, ops::Range, sync::Arc};

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

impl Plain {
    fn hold(&self) -> Option<&str> {
        Some(&self.visit.as_ref()?.hold)
    }

    /// Whether a hold, or none, is what it comes with.
    fn comes_with(&self, held: Option<&Held>) -> bool {
        match (&self.visit, held) {
            (Some(visit), Some(held)) => visit.is_held(held),
            (None, None) => true,
            _ => false,
        }
    }

    fn ready(self, office: &Inner, held: Option<Held>, now: Timestamp) -> Answered<Ready> {
        let draft = Draft::of(office, self.new, &self.procedure, now)?;
        Ok(Ready {
            rank: self.rank,
            call: self.call,
            draft,
            held,
        })
    }
}

/// The same with its time, ready to be recorded.
struct Ready {
    rank: usize,
    call: Call,
    draft: Draft,
    held: Option<Held>,
}

impl Ready {
    fn answer(&self) -> (usize, Written<Request>) {
        let confirmed = |(request, held): (&str, &Held)| held.confirmed(request);
        let written = self.draft.written(self.visit().map(confirmed));
        (self.rank, written)
    }

    /// Its time, with the request that it is for.
    fn visit(&self) -> Option<(&str, &Held)> {
        Some((&self.draft.summary.id, self.held.as_ref()?))
    }
}

/// Who is new, with their time, and the ranks that number them.
type Numbered = (Vec<(Plain, Option<Held>)>, Range<i64>);
type Answers = Vec<(usize, Written<Request>)>;

/// Records a request for each one who can be answered at once.
pub(super) async fn create(
    office: Arc<Inner>,
    sent: Vec<(Call, NewRequest)>,
) -> Vec<Outcome<Written<Request>>> {
    let mut outcomes: Vec<_> = sent.iter().map(|_| Outcome::Apart).collect();
    // An error, a call that was done before too, is met again by whoever caused it, alone.
    for (rank, written) in recorded(&office, sent).await.unwrap_or_default() {
        if let Some(outcome) = outcomes.get_mut(rank) {
            *outcome = Outcome::Done(Ok(written));
        }
    }
    outcomes
}

async fn recorded(office: &Arc<Inner>, sent: Vec<(Call, NewRequest)>) -> Answered<Answers> {
    let plain = plain(office, sent);
    if plain.is_empty() {
        return Ok(Vec::new());
    }
    let now = office.clock.now();
    let (new, ranks) = numbered(office, plain, now).await?;
    let ready: Answered<Vec<Ready>> = new
        .into_iter()
        .map(|(one, held)| one.ready(office, held, now))
        .collect();
    let mut ready = ready?;
    if ready.is_empty() {
        return Ok(Vec::new());
    }
    let (_, number) = numbering(now);
    for (one, rank) in ready.iter_mut().zip(ranks) {
        one.draft.summary.number = Some(number(rank));
    }
    let inner = Arc::clone(office);
    office
        .database
        .write_many(move |tx| Box::pin(async move { write(&inner, tx, ready, now).await }))
        .await
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
            let hold = one.hold().map(str::to_owned);
            hold.is_none_or(|hold| holds.insert(hold))
        })
        .collect()
}

/// Those that are new and, if they come for a time, for whom it is held, with ranks to number them by. A write of its own,
/// so that nobody waits for a number while others are recorded; numbers of a write that fails are skipped.
async fn numbered(office: &Arc<Inner>, plain: Vec<Plain>, now: Timestamp) -> Answered<Numbered> {
    let inner = Arc::clone(office);
    let job = async move |tx: &mut Write<'_>| {
        let calls: Vec<_> = plain
            .iter()
            .map(|one| (one.call.key.clone(), one.hold().map(str::to_owned)))
            .collect();
        let mut found = visits::held(&inner, tx, &calls, now.as_microsecond()).await?;
        let is_new = |one: Plain| {
            let held = found.remove(&one.call.key)?;
            one.comes_with(held.as_ref()).then_some((one, held))
        };
        let new: Vec<_> = plain.into_iter().filter_map(is_new).collect();
        let count = i64::try_from(new.len()).unwrap_or(0);
        if count == 0 {
            return Ok((new, 0..0));
        }
        let (counter, _) = numbering(now);
        let end = events::last_of_next(tx, &counter, count).await? + 1;
        Ok((new, end - count..end))
    };
    office
        .database
        .reserve_many(move |tx| Box::pin(job(tx)))
        .await
}

async fn write(
    office: &Inner,
    tx: &mut Write<'_>,
    ready: Vec<Ready>,
    now: Timestamp,
) -> Answered<Answers> {
    let answers: Answers = ready.iter().map(Ready::answer).collect();
    let kept: Vec<_> = ready
        .iter()
        .zip(&answers)
        .map(|(one, (_, written))| (&one.call, one.draft.resource(), written))
        .collect();
    // Calls first, as whoever is alone: two who are sent the same never wait for each other.
    once::keep_all(office, tx, &kept).await?;
    insert(tx, &ready, now).await?;
    let told = ready.iter().map(|one| one.draft.event(office)).collect();
    events::New::tell_all(told, tx).await?;
    // In turn from here on.
    let visits: Vec<_> = ready.iter().filter_map(Ready::visit).collect();
    visits::confirm(tx, &visits).await?;
    Ok(answers)
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

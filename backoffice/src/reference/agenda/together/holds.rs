//! Many times held in one write.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use database::Write;
use domain::booking::{AppointmentStatus, Hold};
use jiff::Timestamp;

use super::{
    super::{
        booked, days, finding,
        holding::{kept_until, resource_of, written},
        need::{Need, SlotName},
        time::Time,
    },
    ticks::{self, Wish},
};
use crate::{
    api::{
        appointments::NewHold,
        back_office::{Call, Written},
        problem::{Answered, Problem, ProblemCode},
    },
    ports::new_id,
    reference::{Inner, once, together::Outcome, view::View},
};

/// A time that someone wants to hold, with whom it is tried.
struct Plain {
    /// Its rank among those who asked.
    rank: usize,
    call: Call,
    id: String,
    resource: String,
    /// Whether nobody else can be tried.
    only: bool,
    time: Time,
}

impl Plain {
    fn wish(&self) -> Wish<'_> {
        Wish {
            appointment: &self.id,
            resource: &self.resource,
            ticks: self.time.ticks(),
        }
    }
}

type Answers = Vec<(usize, Answered<Written<Hold>>)>;

/// Holds a time for each one who can be answered at once.
pub(in crate::reference) async fn hold(
    office: Arc<Inner>,
    asked: Vec<(Call, NewHold)>,
) -> Vec<Outcome<Written<Hold>>> {
    let mut outcomes: Vec<_> = asked.iter().map(|_| Outcome::Apart).collect();
    let now = office.clock.now();
    // An error is told to each one who meets it again, alone.
    let plain = plain(&office, asked).await.unwrap_or_default();
    if plain.is_empty() {
        return outcomes;
    }
    let inner = Arc::clone(&office);
    let answers: Answered<Answers> = office
        .database
        .write_many(move |tx| Box::pin(async move { write(&inner, tx, plain, now).await }))
        .await;
    for (rank, answer) in answers.unwrap_or_default() {
        if let Some(outcome) = outcomes.get_mut(rank) {
            *outcome = Outcome::Done(answer);
        }
    }
    outcomes
}

/// What is plain among the times that are asked for, each key once.
async fn plain(office: &Inner, asked: Vec<(Call, NewHold)>) -> Answered<Vec<Plain>> {
    let day = |new: &NewHold| {
        let name = SlotName::read(&new.slot_id)?;
        let need = Need::of(&office.catalogue, &new.visit, name.mode).ok()?;
        finding::day_of(&need, &name)
    };
    let days: BTreeSet<_> = asked.iter().filter_map(|(_, new)| day(new)).collect();
    if days.is_empty() {
        return Ok(Vec::new());
    }
    let view = &mut View::Committed(&office.database);
    let extra = days::openings_on(view, &days).await?;
    let mut keys = BTreeSet::new();
    let plain = |(rank, (call, new)): (usize, (Call, NewHold))| {
        let time = Time::open(office, &new.slot_id, &new.visit, &extra)?;
        let (resource, only) = time.first_tried()?;
        Some(Plain {
            rank,
            id: new_id(&*office.randomness),
            resource: resource.to_owned(),
            only,
            call,
            time,
        })
    };
    Ok(asked
        .into_iter()
        .enumerate()
        .filter_map(plain)
        .filter(|one| keys.insert(one.call.key.clone()))
        .collect())
}

async fn write(
    office: &Inner,
    tx: &mut Write<'_>,
    plain: Vec<Plain>,
    now: Timestamp,
) -> Answered<Answers> {
    let until = kept_until(now);
    let wishes: Vec<_> = plain.iter().map(Plain::wish).collect();
    let taken = ticks::take(tx, &wishes, until).await?;
    let whole = |one: &Plain| taken.get(&one.id) == Some(&one.time.ticks().count());
    let (got, missed): (Vec<_>, Vec<_>) = plain.iter().partition(|one| whole(one));
    let mut answers = refused(tx, &missed, &taken, now).await?;
    if got.is_empty() {
        return Ok(answers);
    }
    let stored: Vec<_> = got
        .iter()
        .map(|one| {
            let status = AppointmentStatus::Other;
            one.time.stored(&one.id, &one.resource, status)
        })
        .collect();
    booked::insert_held(tx, office, &stored, until).await?;
    let done: Vec<_> = stored.iter().map(|it| written(it, until)).collect();
    let kept: Vec<_> = got
        .iter()
        .zip(&done)
        .map(|(one, done)| (one.call.clone(), resource_of(&one.id), done))
        .collect();
    once::keep_all(office, tx, &kept).await?;
    answers.extend(got.iter().map(|one| one.rank).zip(done.into_iter().map(Ok)));
    Ok(answers)
}

/// Takes back what is no whole time, and tells those for whom nothing else can be tried that someone has theirs.
async fn refused(
    tx: &mut Write<'_>,
    missed: &[&Plain],
    taken: &BTreeMap<String, u64>,
    now: Timestamp,
) -> Answered<Answers> {
    if missed.is_empty() {
        return Ok(Vec::new());
    }
    let ids = missed.iter().map(|one| &one.id);
    let parts: Vec<_> = ids.filter(|id| taken.contains_key(*id)).cloned().collect();
    if !parts.is_empty() {
        ticks::free(tx, parts).await?;
    }
    let wishes: Vec<_> = missed.iter().map(|one| one.wish()).collect();
    let lost = ticks::lost(tx, &wishes, now.as_microsecond()).await?;
    // Whoever calls again finds the time taken by what they held themselves.
    let keys = missed.iter().map(|one| one.call.key.clone()).collect();
    let known = once::known(tx, keys).await?;
    let refused =
        |one: &&&Plain| one.only && lost.contains(&one.id) && !known.contains(&one.call.key);
    let problem = || Err(Problem::new(ProblemCode::SlotUnavailable));
    Ok(missed
        .iter()
        .filter(refused)
        .map(|one| (one.rank, problem()))
        .collect())
}

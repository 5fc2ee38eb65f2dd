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
        ticks::{Had, Ticks},
        time::Time,
    },
    ticks,
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

/// A time that someone wants to hold.
struct Plain {
    /// Its rank among those who asked.
    rank: usize,
    call: Call,
    id: String,
    time: Time,
    /// Who can be tried, in order.
    tried: Vec<String>,
    /// Who is tried in this write, if anyone.
    resource: Option<String>,
}

impl Plain {
    fn wish<'a>(&'a self, resource: &'a str) -> Had<'a> {
        Had {
            by: &self.id,
            resource,
            ticks: self.time.ticks(),
        }
    }

    /// What is wanted of who is tried in this write.
    fn chosen(&self) -> Option<Had<'_>> {
        Some(self.wish(self.resource.as_deref()?))
    }

    /// What is wanted of each one who can be tried.
    fn wishes(&self) -> impl Iterator<Item = Had<'_>> {
        self.tried.iter().map(|resource| self.wish(resource))
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
    let Ok(plain) = choose(&office, plain, now).await else {
        return outcomes;
    };
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
        let tried = time.tried()?.into_iter().map(str::to_owned).collect();
        Some(Plain {
            rank,
            id: new_id(&*office.randomness),
            resource: None,
            tried,
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

/// Says who is tried for each one: the first who seems free and whom nobody before them tries for the same minutes.
async fn choose(office: &Inner, mut plain: Vec<Plain>, now: Timestamp) -> Answered<Vec<Plain>> {
    let busy = if plain.iter().any(|one| one.tried.len() > 1) {
        let wishes: Vec<_> = plain.iter().flat_map(Plain::wishes).collect();
        let view = &mut View::Committed(&office.database);
        ticks::busy(view, &wishes, now.as_microsecond()).await?
    } else {
        // With nobody to choose from, taking tells.
        BTreeSet::new()
    };
    let mut chosen: BTreeMap<String, Vec<Ticks>> = BTreeMap::new();
    for one in &mut plain {
        let ticks = one.time.ticks();
        let free = |resource: &&String| {
            let mut others = chosen.get(*resource).into_iter().flatten();
            !busy.contains(&(one.id.clone(), (*resource).clone()))
                && !others.any(|other| other.overlap(ticks))
        };
        one.resource = one.tried.iter().find(free).cloned();
        if let Some(resource) = &one.resource {
            chosen.entry(resource.clone()).or_default().push(ticks);
        }
    }
    Ok(plain)
}

async fn write(
    office: &Inner,
    tx: &mut Write<'_>,
    plain: Vec<Plain>,
    now: Timestamp,
) -> Answered<Answers> {
    let until = kept_until(now);
    let wishes: Vec<_> = plain.iter().filter_map(Plain::chosen).collect();
    let taken = ticks::take(tx, &wishes, until).await?;
    let mut missed = Vec::new();
    let mut got = Vec::new();
    for one in &plain {
        match &one.resource {
            Some(resource) if taken.get(&one.id) == Some(&one.time.ticks().count()) => {
                got.push((
                    one,
                    one.time.stored(&one.id, resource, AppointmentStatus::Other),
                ));
            }
            _ => missed.push(one),
        }
    }
    let mut answers = refused(tx, &missed, &taken, now).await?;
    if got.is_empty() {
        return Ok(answers);
    }
    let (got, stored): (Vec<_>, Vec<_>) = got.into_iter().unzip();
    booked::insert_held(tx, office, &stored, until).await?;
    let done: Vec<_> = stored.iter().map(|it| written(it, until)).collect();
    let kept: Vec<_> = got
        .iter()
        .zip(&done)
        .map(|(one, done)| (&one.call, resource_of(&one.id), done))
        .collect();
    once::keep_all(office, tx, &kept).await?;
    answers.extend(got.iter().map(|one| one.rank).zip(done.into_iter().map(Ok)));
    Ok(answers)
}

/// Takes back what is no whole time, and tells those for whom nobody is left to try that others have theirs.
async fn refused(
    tx: &mut Write<'_>,
    missed: &[&Plain],
    taken: &BTreeMap<String, u64>,
    now: Timestamp,
) -> Answered<Answers> {
    if missed.is_empty() {
        return Ok(Vec::new());
    }
    let parts = missed.iter().filter(|one| taken.contains_key(&one.id));
    let parts: Vec<_> = parts.filter_map(|one| one.chosen()).collect();
    if !parts.is_empty() {
        ticks::free(tx, &parts).await?;
    }
    let wishes: Vec<_> = missed.iter().flat_map(|one| one.wishes()).collect();
    let busy = ticks::busy(&mut View::Within(tx), &wishes, now.as_microsecond()).await?;
    // Whoever calls again finds the time taken by what they held themselves.
    let keys = missed.iter().map(|one| one.call.key.clone()).collect();
    let known = once::known(tx, keys).await?;
    let refused = |one: &&&Plain| {
        let mut tried = one.tried.iter();
        tried.all(|resource| busy.contains(&(one.id.clone(), resource.clone())))
            && !known.contains(&one.call.key)
    };
    let problem = || Err(Problem::new(ProblemCode::SlotUnavailable));
    Ok(missed
        .iter()
        .filter(refused)
        .map(|one| (one.rank, problem()))
        .collect())
}

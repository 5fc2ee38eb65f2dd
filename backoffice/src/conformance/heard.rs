//! What people wrote that is public, and what the authority did about it: read by kind, page after page, telling no day.

use std::collections::BTreeSet;

use domain::{
    locale::Locale,
    quality::{Improvement, PublishedOpinion, personal},
};

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{capabilities::Surveys, page::Page, problem::ProblemCode};

const GROUP: &str = "heard";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if bench.capabilities.features.surveys != Surveys::Native {
        report.skip(GROUP, "published texts name nobody", "surveys");
        return;
    }
    let name = "published texts are masked, tell no day, and come once each";
    report.add(GROUP, name, opinions(bench).await);
    let name = "improvements come the latest first, whole in every language";
    report.add(GROUP, name, improvements(bench).await);
    let name = "what does not exist has no voice";
    report.add(GROUP, name, elsewhere(bench).await);
}

async fn opinions<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let mut all: Vec<PublishedOpinion> = Vec::new();
    let mut cursor = None::<String>;
    loop {
        let after = cursor.map_or_else(String::new, |cursor| format!("&cursor={cursor}"));
        let path = format!("/v1/published-opinions?limit=2{after}");
        let page: Page<PublishedOpinion> = bench.get(&path, &[]).await?.json()?;
        ensure(page.items.len() <= 2, || "more than asked for".to_owned())?;
        all.extend(page.items);
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    let ids: BTreeSet<&str> = all.iter().map(|it| it.id.as_str()).collect();
    ensure(ids.len() == all.len(), || "a text came twice".to_owned())?;
    for opinion in &all {
        ensure(opinion.month.day() == 1, || format!("{opinion:?}"))?;
        ensure(personal::found(&opinion.text).is_empty(), || {
            format!("{} is not masked", opinion.id)
        })?;
    }
    // Within a month, the order is that of identifiers: nothing of that in which they came.
    let in_order = all.is_sorted_by(|one, next| {
        one.month > next.month || (one.month == next.month && one.id < next.id)
    });
    ensure(in_order, || "not the latest month first".to_owned())?;
    let id = &bench.procedure.id;
    let path = format!("/v1/published-opinions?kind=procedure&id={id}");
    let own: Page<PublishedOpinion> = bench.get(&path, &[]).await?.json()?;
    let about = |it: &PublishedOpinion| it.subject.kind() == "procedure" && it.subject.id() == id;
    ensure(own.items.iter().all(about), || {
        "about something else".to_owned()
    })
}

async fn improvements<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let all: Page<Improvement> = bench.get("/v1/improvements", &[]).await?.json()?;
    let in_order = all.items.is_sorted_by(|one, next| one.date >= next.date);
    ensure(in_order, || "not the latest first".to_owned())?;
    for it in &all.items {
        let whole = |text: &domain::text::Text| {
            let mut every = Locale::ALL.into_iter();
            every.all(|locale| text.0.get(&locale).is_some_and(|words| !words.is_empty()))
        };
        ensure(whole(&it.said) && whole(&it.did), || {
            format!("{} lacks a language", it.id)
        })?;
    }
    let id = &bench.procedure.id;
    let path = format!("/v1/improvements?kind=procedure&id={id}");
    let own: Page<Improvement> = bench.get(&path, &[]).await?.json()?;
    let expected = all.items.into_iter().filter(|it| {
        let mut subject = it.subject.iter();
        subject.any(|it| it.kind() == "procedure" && it.id() == id)
    });
    ensure(own.items == expected.collect::<Vec<_>>(), || {
        "those of a procedure differ from those of all".to_owned()
    })
}

async fn elsewhere<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    for path in ["/v1/published-opinions", "/v1/improvements"] {
        let unknown = format!("{path}?kind=procedure&id=nowhere");
        let reply = bench.get(&unknown, &[]).await?;
        reply.problem(ProblemCode::NotFound)?;
        let reply = bench.get(&format!("{path}?kind=procedure"), &[]).await?;
        reply.problem(ProblemCode::Malformed)?;
    }
    let path = "/v1/published-opinions?cursor=nonsense";
    let reply = bench.get(path, &[]).await?;
    reply.problem(ProblemCode::InvalidCursor).map(drop)
}

//! How did it go: an answer is kept once and counts once; nothing public is about a few.

use std::collections::BTreeMap;

use bytes::Bytes;
use domain::{
    answers::{Answer, Answers},
    field::FieldKind,
    locale::Locale,
    quality::{FEWEST, Figures},
    survey::{Moment, Questionnaire, Subject, Way},
};
use http::{Method, StatusCode, header};

use super::{
    bench::{Bench, Reply},
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    capabilities::Surveys,
    page::Page,
    problem::ProblemCode,
    surveys::{NewSurveyResponse, SurveyResponse},
};

const GROUP: &str = "surveys";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if bench.capabilities.features.surveys != Surveys::Native {
        report.skip(GROUP, "an answer is kept once", "surveys");
        return;
    }
    let name = "an answer is kept once, replaced until it is complete, and refused afterwards";
    report.add(GROUP, name, once(bench).await);
    let name = "an answer to something else is refused";
    report.add(GROUP, name, elsewhere(bench).await);
    let name = "no public figure is about fewer than eleven people";
    report.add(GROUP, name, few(bench).await);
}

async fn put<T: Target>(
    bench: &Bench<T>,
    id: &str,
    new: &NewSurveyResponse,
) -> Result<Reply, Fault> {
    let body = serde_json::to_vec(new).map_err(|error| Fault(error.to_string()))?;
    let headers = [(header::CONTENT_TYPE, "application/json")];
    let path = format!("/v1/survey-responses/{id}");
    bench
        .call(Method::PUT, &path, &headers, Bytes::from(body))
        .await
}

/// Two different answers to the first question with choices, about the procedure of the bench or a page.
async fn two<T: Target>(bench: &Bench<T>) -> Result<[NewSurveyResponse; 2], Fault> {
    let page: Page<Questionnaire> = bench.get("/v1/questionnaires", &[]).await?.json()?;
    for questionnaire in page.items {
        let subject = match questionnaire.moment {
            Moment::Procedure | Moment::Answer => Subject::Procedure(bench.procedure.id.clone()),
            Moment::Page => Subject::Page("home".to_owned()),
            Moment::Visit | Moment::Place => continue,
        };
        let fields = questionnaire.steps.iter().flat_map(|step| &step.fields);
        for field in fields.filter(|field| field.when.is_none()) {
            let answers = match &field.kind {
                FieldKind::OneOf { options } => options
                    .iter()
                    .map(|option| Answer::Choice(option.value.clone()))
                    .collect(),
                FieldKind::YesNo => vec![Answer::YesNo(true), Answer::YesNo(false)],
                _ => continue,
            };
            let [first, second, ..] = answers.as_slice() else {
                continue;
            };
            let new = |answer: &Answer| NewSurveyResponse {
                questionnaire_id: questionnaire.id.clone(),
                version: questionnaire.version.clone(),
                subject: subject.clone(),
                way: Way::Online,
                language: Locale::French,
                answers: Answers(BTreeMap::from([(field.key.clone(), answer.clone())])),
                revision: 1,
                complete: false,
            };
            return Ok([new(first), new(second)]);
        }
    }
    Err(Fault("no questionnaire with a question to try".to_owned()))
}

async fn once<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let [first, mut second] = two(bench).await?;
    let id = bench.new_key();
    put(bench, &id, &first).await?.is(StatusCode::CREATED)?;
    put(bench, &id, &first).await?.is(StatusCode::OK)?;
    (second.revision, second.complete) = (2, true);
    for _ in 0..2 {
        let reply = put(bench, &id, &second).await?;
        reply.is(StatusCode::OK)?;
        let kept: SurveyResponse = reply.json()?;
        ensure(kept.settled && kept.revision == 2, || format!("{kept:?}"))?;
    }
    let late = NewSurveyResponse {
        revision: 3,
        ..first
    };
    let refused = put(bench, &id, &late).await?;
    refused.problem(ProblemCode::AlreadyAnswered).map(drop)
}

async fn elsewhere<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let [mut new, _] = two(bench).await?;
    let (version, about) = (new.version.clone(), new.subject.clone());
    new.version = "no such version".to_owned();
    let reply = put(bench, &bench.new_key(), &new).await?;
    reply.problem(ProblemCode::FormVersionOutdated)?;
    (new.version, new.subject) = (version, Subject::Place("nowhere".to_owned()));
    let reply = put(bench, &bench.new_key(), &new).await?;
    reply.problem(ProblemCode::ValidationFailed)?;
    new.subject = about;
    let name = Answer::Text("Zoé".to_owned());
    new.answers.0.insert("no_such_question".to_owned(), name);
    let reply = put(bench, &bench.new_key(), &new).await?;
    reply.problem(ProblemCode::ValidationFailed)?;
    let reply = bench
        .get("/v1/figures?kind=procedure&id=nowhere", &[])
        .await?;
    reply.problem(ProblemCode::NotFound)?;
    let reply = bench.get("/v1/figures?kind=procedure", &[]).await?;
    reply.problem(ProblemCode::Malformed).map(drop)
}

async fn few<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let [new, _] = two(bench).await?;
    let (kind, id) = (new.subject.kind(), new.subject.id());
    for path in [
        format!("/v1/figures?kind={kind}&id={id}"),
        "/v1/figures".to_owned(),
    ] {
        let figures: Figures = bench.get(&path, &[]).await?.json()?;
        let mut sums: BTreeMap<_, u64> = BTreeMap::new();
        for count in &figures.totals {
            *sums.entry(count.measure).or_default() += count.count;
        }
        ensure(sums.values().all(|sum| *sum >= FEWEST), || {
            format!("{path}: {sums:?}")
        })?;
        let of_months = figures.months.iter().map(|it| it.count.count).sum::<u64>();
        ensure(of_months == 0 || of_months >= FEWEST, || {
            format!("{path}: {of_months} in months")
        })?;
    }
    Ok(())
}

//! Corrections: a resident puts an answer right until the request is decided, and both answers are kept.

use domain::{
    answers::{Answer, Answers},
    correction::{Correction, changes},
    field::{Field, FieldKind},
    request::Status,
};
use http::StatusCode;

use super::{
    bench::{Bench, Reply},
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    follow_up::{NewCorrection, Withdrawal},
    headers::IDEMPOTENCY_REPLAYED,
    problem::ProblemCode,
    requests::Request,
};

const GROUP: &str = "corrections";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.corrections {
        report.skip(GROUP, "residents can correct", "corrections");
        return;
    }
    let name = "a corrected answer comes back, with the one before, once";
    report.add(GROUP, name, comes_back(bench).await);
    let name = "a correction of answers that were corrected meanwhile is refused";
    report.add(GROUP, name, stale(bench).await);
    let name = "a correction that breaks the form, or changes nothing, is refused";
    report.add(GROUP, name, refused(bench).await);
    let name = "a request that ended takes no correction";
    if bench.capabilities.features.withdrawal {
        report.add(GROUP, name, ended(bench).await);
    } else {
        report.skip(GROUP, name, "withdrawal");
    }
}

/// A request just sent, as it is read.
async fn request<T: Target>(bench: &Bench<T>) -> Result<Request, Fault> {
    let (_, recorded) = bench.recorded().await?;
    read(bench, &recorded).await
}

async fn read<T: Target>(bench: &Bench<T>, request: &Request) -> Result<Request, Fault> {
    let path = format!("/v1/requests/{}", request.summary.id);
    bench.get(&path, &[]).await?.json()
}

/// The same answers with one changed in a way that stays right.
fn corrected<T: Target>(bench: &Bench<T>, answers: &Answers) -> Result<Answers, Fault> {
    fn change(fields: &[Field], answers: &mut Answers) -> bool {
        fields.iter().any(|field| {
            if let FieldKind::Group { fields } = &field.kind {
                return change(fields, answers);
            }
            match (&field.kind, answers.0.get_mut(&field.key)) {
                (FieldKind::Person, Some(Answer::Person(person))) => {
                    person.given_names.push_str(" Sacha");
                    true
                }
                (FieldKind::Address, Some(Answer::Address(address))) => {
                    address.line2.push_str("Escalier B");
                    true
                }
                (FieldKind::LongText { .. }, Some(Answer::Text(text))) => {
                    *text = text.replacen('R', "N", 1);
                    true
                }
                _ => false,
            }
        })
    }
    let mut answers = answers.clone();
    let pages = bench.procedure.steps.iter();
    let changed = pages
        .filter(|step| step.repeat.is_none())
        .any(|step| change(&step.fields, &mut answers));
    ensure(changed, || {
        "the procedure has no name, address or long text to correct: choose another".to_owned()
    })?;
    Ok(answers)
}

fn correction(request: &Request, answers: Answers) -> NewCorrection {
    NewCorrection {
        form_version: request.summary.form_version.clone(),
        answers_version: request.answers_version,
        answers,
        corrected_at: request.summary.submitted_at,
    }
}

async fn send<T: Target>(
    bench: &Bench<T>,
    request: &Request,
    key: &str,
    correction: &NewCorrection,
) -> Result<Reply, Fault> {
    let path = format!("/v1/requests/{}/corrections", request.summary.id);
    bench.post_json(&path, key, correction).await
}

async fn comes_back<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (before, key) = (request(bench).await?, bench.new_key());
    let new = correction(&before, corrected(bench, &before.answers)?);
    let first = send(bench, &before, &key, &new).await?;
    first.is(StatusCode::CREATED)?;
    let again = send(bench, &before, &key, &new).await?;
    ensure(
        again.body == first.body && again.header(IDEMPOTENCY_REPLAYED) == "true",
        || "the repeated answer differs, or does not say that it is repeated".to_owned(),
    )?;
    let sent: Correction = first.json()?;
    ensure(
        sent.changes == changes(&before.answers, &new.answers),
        || "the changes are not those that were sent".to_owned(),
    )?;
    let after = read(bench, &before).await?;
    ensure(after.answers == new.answers, || {
        "the answers are not those that were sent".to_owned()
    })?;
    ensure(
        after.answers_version == before.answers_version + 1 && after.corrections == [sent],
        || "the request does not tell of the correction, once".to_owned(),
    )
}

async fn stale<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let before = request(bench).await?;
    let new = correction(&before, corrected(bench, &before.answers)?);
    send(bench, &before, &bench.new_key(), &new)
        .await?
        .is(StatusCode::CREATED)?;
    let late = correction(&before, before.answers.clone());
    let reply = send(bench, &before, &bench.new_key(), &late).await?;
    reply.problem(ProblemCode::StaleVersion)?;
    let after = read(bench, &before).await?;
    ensure(after.answers == new.answers, || {
        "the late correction was taken".to_owned()
    })
}

async fn refused<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let before = request(bench).await?;
    let empty = correction(&before, Answers::default());
    let same = correction(&before, before.answers.clone());
    for new in [empty, same] {
        let reply = send(bench, &before, &bench.new_key(), &new).await?;
        reply.problem(ProblemCode::ValidationFailed)?;
    }
    let after = read(bench, &before).await?;
    ensure(after == before, || {
        "a refused correction changed the request".to_owned()
    })
}

async fn ended<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let before = request(bench).await?;
    let withdrawal = Withdrawal {
        reason: None,
        withdrawn_at: before.summary.submitted_at,
    };
    let path = format!("/v1/requests/{}/withdrawal", before.summary.id);
    bench
        .post_json(&path, &bench.new_key(), &withdrawal)
        .await?
        .is(StatusCode::OK)?;
    let new = correction(&before, corrected(bench, &before.answers)?);
    let reply = send(bench, &before, &bench.new_key(), &new).await?;
    let problem = reply.problem(ProblemCode::InvalidState)?;
    let present = problem.more.present_status;
    ensure(present == Some(Status::Withdrawn), || {
        format!("present status {present:?} seen")
    })
}

//! Tracking: a code and a proof open one request; anything else opens nothing and says nothing.

use domain::{
    answers::Answer,
    field::{Field, FieldKind, Role},
    tracking_code::TrackingCode,
};
use http::StatusCode;

use super::{
    bench::{Bench, Reply},
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    headers::PARVIS_ACCESS,
    problem::{Problem, ProblemCode},
    requests::NewRequest,
    tracking::{Proof, TrackingGrant, TrackingQuery},
};

const GROUP: &str = "tracking";

/// Attempts after which some back office must have said that they are too many.
const MANY: usize = 50;

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.tracking_code {
        report.skip(GROUP, "a request is found with its code", "tracking_code");
        return;
    }
    report.add(
        GROUP,
        "a code and a proof open that request and no other",
        opens(bench).await,
    );
    report.add(
        GROUP,
        "a code is read as people type it",
        as_typed(bench).await,
    );
    report.add(
        GROUP,
        "a wrong code and a wrong proof get the same answer",
        same(bench).await,
    );
    report.add(
        GROUP,
        "too many attempts are refused, for codes that exist or not",
        limit(bench).await,
    );
}

async fn track<T: Target>(bench: &Bench<T>, code: &str, proof: Proof) -> Result<Reply, Fault> {
    let query = TrackingQuery {
        code: code.to_owned(),
        proof,
    };
    bench
        .post_json("/v1/tracking", &bench.new_key(), &query)
        .await
}

/// A token that reads this request and no other.
pub(super) async fn access<T: Target>(bench: &Bench<T>, new: &NewRequest) -> Result<String, Fault> {
    let reply = track(bench, &new.tracking_code, proof(bench, new)?).await?;
    reply.is(StatusCode::OK)?;
    Ok(reply.json::<TrackingGrant>()?.token)
}

/// A proof that the request holds.
fn proof<T>(bench: &Bench<T>, new: &NewRequest) -> Result<Proof, Fault> {
    fn with_role(fields: &[Field]) -> Vec<&Field> {
        fields
            .iter()
            .flat_map(|field| match &field.kind {
                FieldKind::Group { fields } => with_role(fields),
                _ => vec![field],
            })
            .filter(|field| field.role.is_some())
            .collect()
    }
    bench
        .procedure
        .steps
        .iter()
        .flat_map(|step| with_role(&step.fields))
        .find_map(|field| match (field.role, new.answers.get(&field.key)) {
            (Some(Role::ContactEmail), Some(Answer::Text(email))) => {
                Some(Proof::Email(email.clone()))
            }
            (Some(Role::ApplicantBirthDate), Some(Answer::Date(date))) => {
                Some(Proof::BirthDate(*date))
            }
            _ => None,
        })
        .ok_or_else(|| Fault("the procedure asks for no proof: choose another".to_owned()))
}

async fn opens<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, recorded) = bench.recorded().await?;
    let (_, other) = bench.recorded().await?;
    let reply = track(bench, &new.tracking_code, proof(bench, &new)?).await?;
    reply.is(StatusCode::OK)?;
    let grant: TrackingGrant = reply.json()?;
    ensure(grant.request_id == recorded.summary.id, || {
        "it opens another request".to_owned()
    })?;
    let life = grant.expires_at.duration_since(bench.options.clock.now());
    ensure(life.as_secs() <= 31 * 60, || {
        format!("the access lives {} s", life.as_secs())
    })?;
    let access = [(PARVIS_ACCESS, grant.token.as_str())];
    for path in ["", "/timeline"] {
        let own = format!("/v1/requests/{}{path}", grant.request_id);
        bench.get(&own, &access).await?.is(StatusCode::OK)?;
        let others = format!("/v1/requests/{}{path}", other.summary.id);
        bench
            .get(&others, &access)
            .await?
            .problem(ProblemCode::NotFound)?;
        let wrong = [(PARVIS_ACCESS, "no-such-token")];
        bench
            .get(&own, &wrong)
            .await?
            .problem(ProblemCode::NotFound)?;
    }
    bench
        .get("/v1/requests", &access)
        .await?
        .problem(ProblemCode::NotFound)
        .map(drop)
}

async fn as_typed<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, _) = bench.recorded().await?;
    let typed = format!(" {} ", new.tracking_code.to_lowercase().replace('-', " "));
    let proof = match proof(bench, &new)? {
        Proof::Email(email) => Proof::Email(format!(" {} ", email.to_uppercase())),
        date => date,
    };
    track(bench, &typed, proof).await?.is(StatusCode::OK)
}

async fn same<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, _) = bench.recorded().await?;
    let mut entropy = [0; 16];
    bench.options.randomness.fill(&mut entropy);
    let unknown = TrackingCode::from_entropy(&entropy).to_string();
    let wrong_code = track(bench, &unknown, proof(bench, &new)?).await?;
    let wrong_proof = Proof::Email("someone.else@example.org".to_owned());
    let wrong_proof = track(bench, &new.tracking_code, wrong_proof).await?;
    let no_code = track(bench, "no code at all", proof(bench, &new)?).await?;
    let told = |reply: &Reply| -> Result<Problem, Fault> {
        let mut problem = reply.problem(ProblemCode::NotFound)?;
        problem.request_id.clear();
        Ok(problem)
    };
    ensure(
        told(&wrong_code)? == told(&wrong_proof)? && told(&no_code)? == told(&wrong_code)?,
        || "the answers differ".to_owned(),
    )
}

async fn limit<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, _) = bench.recorded().await?;
    let mut entropy = [0; 16];
    bench.options.randomness.fill(&mut entropy);
    let mut after = Vec::new();
    for code in [
        new.tracking_code,
        TrackingCode::from_entropy(&entropy).to_string(),
    ] {
        let mut attempts = 0;
        loop {
            let wrong = Proof::Email("someone.else@example.org".to_owned());
            let reply = track(bench, &code, wrong).await?;
            attempts += 1;
            if reply.status == StatusCode::TOO_MANY_REQUESTS {
                let problem = reply.problem(ProblemCode::RateLimited)?;
                ensure(problem.retry_after.is_some(), || {
                    "429 without retry_after".to_owned()
                })?;
                break;
            }
            ensure(attempts < MANY, || {
                format!("{MANY} attempts were let through")
            })?;
        }
        after.push(attempts);
    }
    ensure(after.first() == after.last(), || {
        format!("a code that exists is refused after another number of attempts: {after:?}")
    })
}

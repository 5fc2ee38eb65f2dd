//! Documents: what the service neither asked for nor delivered is not taken and not given. What it did is its own
//! staff's business: the kit has none.

use http::StatusCode;

use super::{
    bench::Bench,
    report::{Fault, Report},
    sample,
    target::Target,
};
use crate::api::{
    follow_up::{ExtensionDemand, GivenDocument},
    problem::ProblemCode,
};

const GROUP: &str = "documents";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    let name = "a document that nobody asked for or delivered is unknown";
    if bench.capabilities.features.documents {
        report.add(GROUP, name, unknown(bench).await);
    } else {
        report.skip(GROUP, name, "documents");
    }
}

async fn unknown<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (new, recorded) = bench.recorded().await?;
    let path = format!("/v1/requests/{}", recorded.summary.id);
    let content = sample::content(domain::field::FileKind::Pdf);
    let upload = sample::upload(bench, content, &bench.new_key()).await?;
    for id in [&bench.new_key(), &upload.id] {
        let reply = bench.get(&format!("{path}/documents/{id}"), &[]).await?;
        reply.problem(ProblemCode::NotFound)?;
    }
    let given = GivenDocument {
        document_id: "no-such-document".to_owned(),
        uploads: vec![upload.id],
        given_at: new.submitted_at,
    };
    let reply = bench
        .post_json(&format!("{path}/documents"), &bench.new_key(), &given)
        .await?;
    reply.problem(ProblemCode::ValidationFailed)?;
    let demand = ExtensionDemand {
        info_request_id: "no-such-demand".to_owned(),
        asked_at: new.submitted_at,
    };
    let reply = bench
        .post_json(&format!("{path}/extension"), &bench.new_key(), &demand)
        .await?;
    reply.problem(ProblemCode::InvalidState)?;
    bench.get(&path, &[]).await?.is(StatusCode::OK)
}

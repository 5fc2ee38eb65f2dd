//! Absence: what a back office declares absent answers 501 with the capability.

use http::Method;

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    capabilities::{Features, Mode, Surveys},
    problem::ProblemCode,
};

const GROUP: &str = "absence";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    report.add(
        GROUP,
        "each absent capability answers 501 and its name",
        absent(bench).await,
    );
}

/// A call that needs each capability that is absent.
fn calls(features: &Features) -> Vec<(Method, &'static str, &'static str)> {
    [
        (!features.drafts, Method::PATCH, "/v1/requests/r1", "drafts"),
        (
            !features.drafts,
            Method::DELETE,
            "/v1/requests/r1",
            "drafts",
        ),
        (
            !features.drafts,
            Method::POST,
            "/v1/requests/r1/submission",
            "drafts",
        ),
        (!features.uploads, Method::POST, "/v1/uploads", "uploads"),
        (
            !features.messages,
            Method::POST,
            "/v1/requests/r1/messages",
            "messages",
        ),
        (
            !features.withdrawal,
            Method::POST,
            "/v1/requests/r1/withdrawal",
            "withdrawal",
        ),
        (
            !features.corrections,
            Method::POST,
            "/v1/requests/r1/corrections",
            "corrections",
        ),
        (
            !features.documents,
            Method::POST,
            "/v1/requests/r1/documents",
            "documents",
        ),
        (
            !features.documents,
            Method::POST,
            "/v1/requests/r1/extension",
            "documents",
        ),
        (
            !features.documents,
            Method::GET,
            "/v1/requests/r1/documents/d1",
            "documents",
        ),
        (
            !features.statistics,
            Method::GET,
            "/v1/procedures/p1/delays",
            "statistics",
        ),
        (
            !features.tracking_code,
            Method::POST,
            "/v1/tracking",
            "tracking_code",
        ),
        (
            features.appointments == Mode::None,
            Method::GET,
            "/v1/slots",
            "appointments",
        ),
        (!features.holds, Method::POST, "/v1/holds", "holds"),
        (
            !features.waiting_list,
            Method::POST,
            "/v1/waiting-list-entries",
            "waiting_list",
        ),
        (
            !features.queue,
            Method::POST,
            "/v1/requests/r1/appointment/arrival",
            "queue",
        ),
        (
            !features.queue,
            Method::GET,
            "/v1/requests/r1/queue",
            "queue",
        ),
        (
            !features.queue,
            Method::GET,
            "/v1/locations/l1/waiting",
            "queue",
        ),
        (
            !features.addresses,
            Method::GET,
            "/v1/addresses",
            "addresses",
        ),
        (
            features.surveys == Surveys::None,
            Method::GET,
            "/v1/questionnaires",
            "surveys",
        ),
        (!features.payments, Method::POST, "/v1/payments", "payments"),
        (!features.mandates, Method::GET, "/v1/mandates", "mandates"),
    ]
    .into_iter()
    .filter_map(|(is_absent, method, path, name)| is_absent.then_some((method, path, name)))
    .collect()
}

async fn absent<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    for (method, path, name) in calls(&bench.capabilities.features) {
        let reply = bench
            .call(method.clone(), path, &[], Default::default())
            .await?;
        let problem = reply.problem(ProblemCode::NotSupported)?;
        ensure(problem.more.capability.as_deref() == Some(name), || {
            format!(
                "{method} {path}: capability {:?} seen",
                problem.more.capability
            )
        })?;
    }
    Ok(())
}

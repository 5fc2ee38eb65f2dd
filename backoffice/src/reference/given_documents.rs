//! Documents that residents give because the service asked for them, and the time that they ask for.

use std::sync::Arc;

use database::Write;
use domain::{
    info_request::{AskedDocument, DocumentState, Extension, InfoRequest},
    request::{AuthorKind, Status, TimelineKind},
};

use super::{
    Inner, answering, attaching, demands, once,
    taking::{self, Taken},
    timeline::NewEntry,
    view::View,
};
use crate::api::{
    back_office::{Call, Novelty, Written},
    events::EventKind,
    follow_up::{ExtensionDemand, GivenDocument},
    problem::{Answered, FieldProblem, Problem},
};

pub(super) async fn receive(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
    given: GivenDocument,
) -> Answered<Written<InfoRequest>> {
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let taken = taking::take(&inner, tx, &id).await?;
                taken.open()?;
                let demand = record(&inner, tx, &taken, given).await?;
                answering::settle(&inner, tx, &taken).await?;
                answer(&inner, tx, &taken, &call, &demand, "documents").await
            })
        })
        .await
}

/// Keeps the files in place of those given before, and says to which demand they belong.
async fn record(
    office: &Inner,
    tx: &mut Write<'_>,
    taken: &Taken,
    given: GivenDocument,
) -> Answered<String> {
    let mut found = None;
    for demand in demands::all(office, &mut View::Within(tx), &taken.id).await? {
        let documents = demand.info_request.documents.into_iter();
        if let Some(asked) = documents.into_iter().find(|it| it.id == given.document_id) {
            found = Some((demand.info_request.id, demand.closed_at, asked));
        }
    }
    let Some((demand, closed_at, asked)) = found else {
        return wrong("#/document_id", "unknown", "no such document was asked for");
    };
    if closed_at.is_some() || asked.state == DocumentState::Accepted {
        let expected = vec![Status::InfoRequested];
        return Err(Problem::invalid_state(taken.status, expected)
            .detail("the service no longer expects this document"));
    }
    fits(&asked, &given)?;
    let position: i64 = asked.id.parse().unwrap_or_default();
    tx.execute(
        "UPDATE backoffice_uploads SET document = NULL WHERE request_id = $1 AND document = $2",
        &[(&taken.id).into(), position.into()],
    )
    .await?;
    attaching::to_document(tx, (&taken.id, position), &given.uploads).await?;
    tx.execute(
        "UPDATE backoffice_asked_documents SET state = $3, refusal = NULL
          WHERE request_id = $1 AND position = $2",
        &[
            (&taken.id).into(),
            position.into(),
            DocumentState::Given.name().into(),
        ],
    )
    .await?;
    let kind = TimelineKind::Document;
    let entry = NewEntry::of(&taken.id, taken.at, kind, AuthorKind::Citizen);
    entry.add(tx, office).await?;
    Ok(demand)
}

fn fits(asked: &AskedDocument, given: &GivenDocument) -> Answered<()> {
    match given.uploads.len() {
        0 => wrong("#/uploads", "missing", "a file is needed"),
        files if files > usize::from(asked.max_files) => {
            wrong("#/uploads", "too_many_files", "more files than expected")
        }
        _ => Ok(()),
    }
}

fn wrong<T>(pointer: &str, code: &str, detail: &str) -> Answered<T> {
    Err(Problem::validation(vec![FieldProblem::new(
        pointer, code, detail,
    )]))
}

pub(super) async fn extend(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
    wanted: ExtensionDemand,
) -> Answered<Written<InfoRequest>> {
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let taken = taking::take(&inner, tx, &id).await?;
                taken.open()?;
                let asked = tx
                    .execute(
                        "UPDATE backoffice_info_requests SET extension = $3
                          WHERE request_id = $1 AND position = $2 AND closed_at IS NULL
                            AND extension IS NULL",
                        &[
                            (&id).into(),
                            wanted
                                .info_request_id
                                .parse::<i64>()
                                .unwrap_or_default()
                                .into(),
                            Extension::Asked.name().into(),
                        ],
                    )
                    .await?;
                if asked == 0 {
                    let possible = vec![Status::InfoRequested];
                    return Err(Problem::invalid_state(taken.status, possible)
                        .detail("no such demand waits, or more time was asked for already"));
                }
                let event = EventKind::RequestUpdated;
                taken.tell(&inner, tx, event, taken.status).await?;
                answer(
                    &inner,
                    tx,
                    &taken,
                    &call,
                    &wanted.info_request_id,
                    "extension",
                )
                .await
            })
        })
        .await
}

/// The demand as it is now, kept as the answer of the call.
async fn answer(
    office: &Inner,
    tx: &mut Write<'_>,
    taken: &Taken,
    call: &Call,
    demand: &str,
    follow_up: &str,
) -> Answered<Written<InfoRequest>> {
    let all = demands::all(office, &mut View::Within(tx), &taken.id).await?;
    let mut all = all.into_iter().map(|demand| demand.info_request);
    let written = Written {
        value: all
            .find(|it| it.id == demand)
            .ok_or_else(Problem::not_found)?,
        etag: taken.etag(),
        novelty: Novelty::New,
    };
    let resource = format!("{}/{follow_up}", taken.resource());
    once::keep(office, tx, call, &resource, &written).await?;
    Ok(written)
}

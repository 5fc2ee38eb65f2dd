//! An agent says whether a document will do, and answers a resident who needs more time.

use database::Write;
use domain::{
    info_request::{AskedDocument, DocumentState, Extension},
    request::{Status, TimelineKind},
};
use jiff::civil::Date;

use super::{
    StaffError,
    acts::{Extending, Verdict},
    asking, catalogue_versions,
    demands::{self, Demand},
    events::instant,
    staff::{Acting, Done, Words, said},
    view::View,
};

pub(super) async fn judge(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    document: &str,
    verdict: Verdict,
) -> Result<Done, StaffError> {
    let taken = &acting.taken;
    if !taken.status.is_open() {
        return Err(acting.impossible(Status::InfoRequested));
    }
    let all = demands::all(acting.office, &mut View::Within(tx), &taken.id).await?;
    let (demand, asked) =
        find(&all, document).ok_or_else(|| StaffError::Unknown(format!("document {document}")))?;
    if asked.state != DocumentState::Given {
        return Err(StaffError::NotGiven(document.to_owned()));
    }
    match verdict {
        Verdict::Accepted => {
            set(acting, tx, document, DocumentState::Accepted, None).await?;
            let kind = TimelineKind::Document;
            acting.tell(tx, None, kind, Words::default()).await?;
            Ok(acting.done(taken.status))
        }
        Verdict::Refused { reason } => {
            let reason = said(&reason)?;
            set(acting, tx, document, DocumentState::Refused, Some(reason)).await?;
            let words = Words {
                text: Some(reason),
                language: None,
            };
            acting.tell(tx, None, TimelineKind::Document, words).await?;
            expect_again(acting, tx, &all, demand, document).await
        }
    }
}

fn find<'a>(all: &'a [Demand], document: &str) -> Option<(&'a Demand, &'a AskedDocument)> {
    all.iter().find_map(|demand| {
        let mut documents = demand.info_request.documents.iter();
        documents
            .find(|asked| asked.id == document)
            .map(|asked| (demand, asked))
    })
}

async fn set(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    document: &str,
    state: DocumentState,
    refusal: Option<&str>,
) -> Result<(), StaffError> {
    let (office, id) = (acting.office, &acting.taken.id);
    let position: i64 = document.parse().unwrap_or_default();
    let place = demands::refusal_place(id, position);
    let seal = |words: &str| {
        office
            .vault
            .seal(&place, words.as_bytes(), &*office.randomness)
    };
    tx.execute(
        "UPDATE backoffice_asked_documents SET state = $3, refusal = $4
          WHERE request_id = $1 AND position = $2",
        &[
            id.into(),
            position.into(),
            state.name().into(),
            refusal.map(seal).transpose()?.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The document is due again: in the demand that is open, or in its own, which opens again.
async fn expect_again(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    all: &[Demand],
    own: &Demand,
    document: &str,
) -> Result<Done, StaffError> {
    let taken = &acting.taken;
    let open = all.iter().find(|demand| demand.closed_at.is_none());
    let into = &open.unwrap_or(own).info_request;
    let into_position: i64 = into.id.parse().unwrap_or_default();
    tx.execute(
        "UPDATE backoffice_info_requests SET closed_at = NULL WHERE request_id = $1 AND position = $2",
        &[(&taken.id).into(), into_position.into()],
    )
    .await?;
    tx.execute(
        "UPDATE backoffice_asked_documents SET info_request = $3
          WHERE request_id = $1 AND position = $2",
        &[
            (&taken.id).into(),
            document.parse::<i64>().unwrap_or_default().into(),
            into_position.into(),
        ],
    )
    .await?;
    let procedure = catalogue_versions::within(acting.office, tx, &taken.id).await?;
    let now = instant(taken.at);
    // A last day that has passed cannot be kept: the document is due without one.
    let due_on = into
        .due_on
        .filter(|day| asking::not_past(acting, *day).is_ok());
    due(acting, tx, into_position, due_on).await?;
    let clock = taken
        .clock
        .paused(now, procedure.legal_delay.as_ref(), due_on);
    clock.keep(tx, &taken.id).await?;
    if taken.status == Status::InfoRequested {
        return Ok(acting.done(taken.status));
    }
    asking::waits(acting, tx, Words::default()).await
}

async fn due(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    demand: i64,
    day: Option<Date>,
) -> Result<(), StaffError> {
    tx.execute(
        "UPDATE backoffice_info_requests SET due_on = $3 WHERE request_id = $1 AND position = $2",
        &[
            (&acting.taken.id).into(),
            demand.into(),
            day.map(|day| day.to_string()).into(),
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn extend(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    answer: Extending,
) -> Result<Done, StaffError> {
    let taken = &acting.taken;
    let open = demands::open(acting.office, &mut View::Within(tx), &taken.id).await?;
    let open = open.ok_or(StaffError::NothingWaits)?;
    let position: i64 = open.id.parse().unwrap_or_default();
    let extension = match answer {
        Extending::Until(day) => {
            asking::not_past(acting, day)?;
            due(acting, tx, position, Some(day)).await?;
            let clock = taken.clock.extended(instant(taken.at), day);
            clock.keep(tx, &taken.id).await?;
            Extension::Granted
        }
        Extending::Refused if open.extension == Some(Extension::Asked) => Extension::Refused,
        Extending::Refused => return Err(StaffError::NothingWaits),
    };
    tx.execute(
        "UPDATE backoffice_info_requests SET extension = $3 WHERE request_id = $1 AND position = $2",
        &[
            (&taken.id).into(),
            position.into(),
            extension.name().into(),
        ],
    )
    .await?;
    Ok(acting.done(taken.status))
}

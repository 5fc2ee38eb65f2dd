//! The end of a request by its service: a decision with its reason, the texts it rests on, what may be done against
//! it, and the documents that it delivers.

use database::Write;
use domain::{
    locale::Locale,
    procedure::{LegalSource, Procedure},
    quality,
    request::TimelineKind,
    survey::Subject,
    text::Text,
};
use serde::{Deserialize, Serialize};

use super::{
    Closing, Inner, StaffError, catalogue_versions, deadlines,
    delivering::{self, Prepared},
    events::instant,
    rows,
    staff::{Acting, Done, Words, said},
    surveys,
};
use crate::api::{
    check::day_in_france,
    events::EventKind,
    requests::{DeliveredDocument, Outcome, Remedy},
};

/// What is sealed of a decision beside its reason.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct More {
    pub(super) language: Option<Locale>,
    pub(super) legal_basis: Vec<LegalSource>,
    pub(super) remedies: Vec<Remedy>,
    pub(super) documents: Vec<DeliveredDocument>,
}

pub(super) async fn close(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    closing: Closing,
    prepared: Vec<Prepared>,
) -> Result<Done, StaffError> {
    let (office, taken) = (acting.office, &acting.taken);
    let reason = said(&closing.reason)?;
    let words = Words {
        text: Some(reason),
        language: closing.language,
    };
    let done = acting.moved(tx, closing.outcome.status(), words).await?;
    let delivers = !prepared.is_empty();
    decided(acting, tx, &closing, prepared).await?;
    if delivers {
        let (kind, words) = (TimelineKind::Document, Words::default());
        acting.tell(tx, None, kind, words).await?;
        let event = EventKind::DocumentAdded;
        taken.tell(office, tx, event, done.status).await?;
    }
    Ok(done)
}

/// Keeps the decision with its grounds, remedies and documents.
pub(super) async fn decided(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    closing: &Closing,
    prepared: Vec<Prepared>,
) -> Result<(), StaffError> {
    let (office, taken) = (acting.office, &acting.taken);
    let procedure = catalogue_versions::within(office, tx, &taken.id).await?;
    let more = More {
        language: closing.language,
        legal_basis: basis(&procedure, closing),
        remedies: remedies(&procedure, closing.outcome, acting),
        documents: delivering::add(office, tx, taken, prepared).await?,
    };
    keep(acting, tx, closing, &more).await?;
    measure(acting, tx, &procedure).await
}

/// Counts how long the decision took, and whether it came within the usual delay. A visit is no decision to wait for.
async fn measure(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    procedure: &Procedure,
) -> Result<(), StaffError> {
    if procedure.visit {
        return Ok(());
    }
    let sql = "SELECT submitted_at FROM backoffice_requests WHERE id = $1";
    let row = tx.fetch_optional(sql, &[(&acting.taken.id).into()]).await?;
    let Some(row) = row else { return Ok(()) };
    let (submitted, decided) = (instant(row.int("submitted_at")?), instant(acting.taken.at));
    // A begun day counts whole.
    let days = (decided.duration_since(submitted).as_hours() + 23).div_euclid(24);
    let days = u16::try_from(days.max(0)).unwrap_or(u16::MAX);
    let in_time = deadlines::expected_by(submitted, procedure.usual_delay)
        .is_none_or(|expected| day_in_france(decided) <= expected);
    let subject = Subject::Procedure(procedure.id.clone());
    let observed = quality::decided(days, in_time);
    surveys::count(tx, &subject, &observed, decided).await?;
    Ok(())
}

async fn keep(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    closing: &Closing,
    more: &More,
) -> Result<(), StaffError> {
    let (office, taken) = (acting.office, &acting.taken);
    let Inner {
        vault, randomness, ..
    } = office;
    let reason = vault.seal(
        &rows::decision_place(&taken.id),
        closing.reason.as_bytes(),
        &**randomness,
    )?;
    let more = vault.seal_json(&rows::decision_more_place(&taken.id), more, &**randomness)?;
    let gone = deadlines::delete_after(instant(taken.at), taken.retention_days);
    tx.execute(
        "UPDATE backoffice_requests SET decision = $2, decision_text = $3, decision_more = $4,
           decided_at = $5, delete_after = $6 WHERE id = $1",
        &[
            (&taken.id).into(),
            closing.outcome.status().name().into(),
            reason.into(),
            more.into(),
            taken.at.into(),
            gone.as_microsecond().into(),
        ],
    )
    .await?;
    Ok(())
}

/// The procedure's own words for a text that it names; the reference alone for another.
fn basis(procedure: &Procedure, closing: &Closing) -> Vec<LegalSource> {
    let known = |reference: &String| {
        let mut sources = procedure.legal_sources.iter();
        sources
            .find(|source| source.reference == *reference)
            .cloned()
    };
    closing
        .legal_basis
        .iter()
        .map(|reference| {
            known(reference).unwrap_or_else(|| LegalSource {
                label: Text([(Locale::French, reference.clone())].into()),
                reference: reference.clone(),
                url: None,
            })
        })
        .collect()
}

/// A refusal always says what may be done against it: otherwise no time limit holds (code de justice
/// administrative, article R421-5).
fn remedies(procedure: &Procedure, outcome: Outcome, acting: &Acting<'_>) -> Vec<Remedy> {
    if outcome != Outcome::Rejected {
        return Vec::new();
    }
    let decided_on = day_in_france(instant(acting.taken.at));
    procedure
        .remedies
        .iter()
        .map(|rule| Remedy {
            label: rule.label.clone(),
            addressee: rule.addressee.clone(),
            url: rule.url.clone(),
            until: rule.last_day(decided_on),
            source: rule.source.clone(),
        })
        .collect()
}

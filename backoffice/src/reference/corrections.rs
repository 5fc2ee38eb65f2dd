//! Corrections of answers by residents: what was and what is now, sealed; the answers of a request are always
//! those that hold.

use std::sync::Arc;

use database::Write;
use domain::{
    answers::Answers,
    correction::{AnswerChange, Correction, changes},
    field::Role,
    procedure::Procedure,
    request::{AuthorKind, TimelineKind},
};

use super::{
    Inner, answering, attaching, catalogue_versions,
    events::instant,
    once,
    requests::proof_of,
    resident_messages::by_now,
    rows,
    taking::{self, Taken},
    timeline::NewEntry,
    tracking::{birth_date_proof, email_proof},
    view::View,
};
use crate::api::{
    back_office::{Call, Novelty, Written},
    follow_up::NewCorrection,
    problem::{Answered, FieldProblem, Problem, ProblemCode},
};

fn changes_place(request_id: &str, position: i64) -> String {
    format!("request:{request_id}:correction:{position}")
}

/// The corrections of a request, the oldest first.
pub(super) async fn all(
    office: &Inner,
    view: &mut View<'_, '_>,
    request_id: &str,
) -> Answered<Vec<Correction>> {
    let rows = view
        .rows(
            "SELECT position, at, author_kind, changes FROM backoffice_corrections
              WHERE request_id = $1 ORDER BY position",
            &[request_id.into()],
        )
        .await?;
    let mut corrections = Vec::with_capacity(rows.len());
    for row in rows {
        let position = row.int("position")?;
        let place = changes_place(request_id, position);
        corrections.push(Correction {
            id: position.to_string(),
            at: instant(row.int("at")?),
            author_kind: AuthorKind::from_name(&row.text("author_kind")?),
            changes: office.vault.open_json(&place, &row.bytes("changes")?)?,
        });
    }
    Ok(corrections)
}

pub(super) async fn correct(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
    new: NewCorrection,
) -> Answered<Written<Correction>> {
    let procedure = catalogue_versions::of_request(office, id).await?;
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
                let written = Written {
                    value: record(&inner, tx, &taken, new, &procedure).await?,
                    etag: taken.etag(),
                    novelty: Novelty::New,
                };
                let resource = format!("{}/corrections", taken.resource());
                once::keep(&inner, tx, &call, &resource, &written).await?;
                Ok(written)
            })
        })
        .await
}

async fn record(
    office: &Inner,
    tx: &mut Write<'_>,
    taken: &Taken,
    new: NewCorrection,
    procedure: &Procedure,
) -> Answered<Correction> {
    if i64::from(new.answers_version) != taken.answers_version {
        let mut stale = Problem::new(ProblemCode::StaleVersion);
        stale.more.etag = Some(taken.etag_before());
        return Err(stale.detail("the answers were corrected meanwhile"));
    }
    let before = answers(office, tx, &taken.id).await?;
    let changes = changes(&before, &new.answers);
    if changes.is_empty() {
        let unchanged = FieldProblem::new("#/answers", "unchanged", "no answer changes");
        return Err(Problem::validation(vec![unchanged]));
    }
    attaching::to_answers(tx, &taken.id, &new.answers).await?;
    replace_answers(office, tx, &taken.id, &new.answers, procedure).await?;
    let at = by_now(new.corrected_at, taken.at);
    let position = taken.answers_version;
    let place = changes_place(&taken.id, position);
    let sealed = office
        .vault
        .seal_json(&place, &changes, &*office.randomness)?;
    tx.execute(
        "INSERT INTO backoffice_corrections (request_id, position, at, author_kind, changes)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            (&taken.id).into(),
            position.into(),
            at.into(),
            AuthorKind::Citizen.name().into(),
            sealed.into(),
        ],
    )
    .await?;
    mark_corrected(tx, taken, &changes).await?;
    let kind = TimelineKind::Correction;
    let entry = NewEntry::of(&taken.id, taken.at, kind, AuthorKind::Citizen);
    entry.add(tx, office).await?;
    answering::settle(office, tx, taken).await?;
    Ok(Correction {
        id: position.to_string(),
        at: instant(at),
        author_kind: AuthorKind::Citizen,
        changes,
    })
}

async fn answers(office: &Inner, tx: &mut Write<'_>, id: &str) -> Answered<Answers> {
    let sql = "SELECT answers FROM backoffice_requests WHERE id = $1";
    let row = tx.fetch_optional(sql, &[id.into()]).await?;
    let sealed = row.ok_or_else(Problem::not_found)?.bytes("answers")?;
    Ok(office.vault.open_json(&rows::answers_place(id), &sealed)?)
}

/// The proofs follow the answers: whoever corrected their address finds their request with the new one.
async fn replace_answers(
    office: &Inner,
    tx: &mut Write<'_>,
    id: &str,
    answers: &Answers,
    procedure: &Procedure,
) -> Answered<()> {
    let vault = &office.vault;
    let sealed = vault.seal_json(&rows::answers_place(id), answers, &*office.randomness)?;
    let email = email_proof(vault, proof_of(procedure, answers, Role::ContactEmail));
    let birth_date = proof_of(procedure, answers, Role::ApplicantBirthDate);
    let birth_date = birth_date_proof(vault, birth_date);
    tx.execute(
        "UPDATE backoffice_requests SET answers = $2, answers_version = answers_version + 1,
           email_proof = $3, birth_date_proof = $4 WHERE id = $1",
        &[
            id.into(),
            sealed.into(),
            email.map(|digest| digest.to_vec()).into(),
            birth_date.map(|digest| digest.to_vec()).into(),
        ],
    )
    .await?;
    Ok(())
}

async fn mark_corrected(
    tx: &mut Write<'_>,
    taken: &Taken,
    changes: &[AnswerChange],
) -> Answered<()> {
    for change in changes {
        tx.execute(
            "UPDATE backoffice_marks SET corrected_at = $3
              WHERE request_id = $1 AND answer_key = $2 AND corrected_at IS NULL",
            &[(&taken.id).into(), (&change.key).into(), taken.at.into()],
        )
        .await?;
    }
    Ok(())
}

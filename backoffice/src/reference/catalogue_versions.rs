//! Forms as they were: a person who began with the form before the present one may still send it.

use std::sync::Arc;

use database::Write;
use domain::{procedure::Procedure, survey::Questionnaire};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::{Inner, OpenError, events, view::View};
use crate::{
    api::{
        events::EventKind,
        idempotency::hex,
        problem::{Answered, Problem, ProblemCode},
    },
    catalogue::Catalogue,
};

/// A digest of everything that the catalogue says.
pub(super) fn version(catalogue: &Catalogue) -> Result<String, serde_json::Error> {
    let mut hash = Sha256::new();
    hash.update(serde_json::to_vec(&catalogue.themes)?);
    hash.update(serde_json::to_vec(&catalogue.life_events)?);
    let procedures: Vec<&Procedure> = catalogue.procedures.iter().map(AsRef::as_ref).collect();
    hash.update(serde_json::to_vec(&procedures)?);
    hash.update(serde_json::to_vec(&catalogue.places)?);
    hash.update(serde_json::to_vec(&catalogue.appointment_types)?);
    hash.update(serde_json::to_vec(&catalogue.resources)?);
    hash.update(serde_json::to_vec(&catalogue.streets)?);
    let questionnaires: Vec<&Questionnaire> =
        catalogue.questionnaires.iter().map(AsRef::as_ref).collect();
    hash.update(serde_json::to_vec(&questionnaires)?);
    hash.update(serde_json::to_vec(&catalogue.improvements)?);
    Ok(hex(&hash.finalize()))
}

/// Keeps each new or changed form and tells of it, once even when several processes start together.
pub(super) async fn take_note(office: &Inner) -> Result<(), OpenError> {
    let now = office.clock.now().as_microsecond();
    for procedure in &office.catalogue.procedures {
        let definition = serde_json::to_string(&**procedure)?;
        let digest = hex(&Sha256::digest(&definition));
        let (id, form) = (procedure.id.clone(), procedure.form_version.clone());
        let event = crate::ports::new_id(&*office.randomness);
        office
            .database
            .write::<_, OpenError, _>(move |tx| {
                Box::pin(async move {
                    let changed = tx
                        .execute(
                            "INSERT INTO backoffice_forms
                               (procedure_id, form_version, position, digest, definition, changed_at)
                             SELECT $1, $2, COALESCE(MAX(position), 0) + 1, $3, $4, $5
                               FROM backoffice_forms WHERE procedure_id = $1
                             ON CONFLICT (procedure_id, form_version) DO UPDATE
                               SET digest = excluded.digest, definition = excluded.definition,
                                   changed_at = excluded.changed_at
                               WHERE backoffice_forms.digest <> excluded.digest",
                            &[
                                (&id).into(),
                                (&form).into(),
                                (&digest).into(),
                                (&definition).into(),
                                now.into(),
                            ],
                        )
                        .await?;
                    if changed > 0 {
                        let event = events::New {
                            id: event,
                            kind: EventKind::ProcedureUpdated,
                            resource: format!("/v1/procedures/{id}"),
                            etag: None,
                            status: None,
                            at: now,
                        };
                        event.tell(tx).await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
    Ok(())
}

/// Keeps each new or changed questionnaire: what was asked is needed to understand what was answered.
pub(super) async fn keep_questionnaires(office: &Inner) -> Result<(), OpenError> {
    for questionnaire in &office.catalogue.questionnaires {
        let definition = serde_json::to_string(&**questionnaire)?;
        let (id, version) = (questionnaire.id.clone(), questionnaire.version.clone());
        office
            .database
            .write::<_, OpenError, _>(move |tx| {
                Box::pin(async move {
                    tx.execute(
                        "INSERT INTO backoffice_questionnaires (id, version, definition) VALUES ($1, $2, $3)
                         ON CONFLICT (id, version) DO UPDATE SET definition = excluded.definition
                           WHERE backoffice_questionnaires.definition <> excluded.definition",
                        &[(&id).into(), (&version).into(), (&definition).into()],
                    )
                    .await?;
                    Ok(())
                })
            })
            .await?;
    }
    Ok(())
}

/// A questionnaire as it was for a version, however old.
pub(super) async fn questionnaire(
    office: &Inner,
    id: &str,
    version: &str,
) -> Answered<Arc<Questionnaire>> {
    let mut present = office.catalogue.questionnaires.iter();
    let present = present
        .find(|it| it.id == id)
        .ok_or_else(Problem::not_found)?;
    if present.version == version {
        return Ok(Arc::clone(present));
    }
    let sql = "SELECT definition FROM backoffice_questionnaires WHERE id = $1 AND version = $2";
    let past = office
        .database
        .fetch_optional(sql, &[id.into(), version.into()])
        .await?;
    let past = past.ok_or_else(|| {
        let mut problem = Problem::new(ProblemCode::FormVersionOutdated);
        problem.more.current_form_version = Some(present.version.clone());
        problem
    })?;
    let past = serde_json::from_str(&past.text("definition")?).map_err(OpenError::from)?;
    Ok(Arc::new(past))
}

/// The definition behind a version of a form: the present one, or the one before it.
pub(super) async fn definition(
    office: &Inner,
    id: &str,
    form_version: &str,
) -> Answered<Arc<Procedure>> {
    let present = office
        .catalogue
        .procedure(id)
        .ok_or_else(Problem::not_found)?;
    if present.form_version == form_version {
        return Ok(Arc::clone(present));
    }
    let before = office
        .database
        .fetch_optional(
            "SELECT form_version, definition FROM backoffice_forms
              WHERE procedure_id = $1 AND form_version <> $2 ORDER BY position DESC LIMIT 1",
            &[id.into(), (&present.form_version).into()],
        )
        .await?;
    if let Some(row) = before
        && row.text("form_version")? == form_version
    {
        let definition = row.text("definition")?;
        let past = serde_json::from_str(&definition).map_err(OpenError::from)?;
        return Ok(Arc::new(past));
    }
    let mut problem = Problem::new(ProblemCode::FormVersionOutdated);
    problem.more.current_form_version = Some(present.form_version.clone());
    Err(problem)
}

/// The definition that a request was filled in with, however old: a request is judged by its own form.
pub(super) async fn of_request(office: &Inner, request_id: &str) -> Answered<Arc<Procedure>> {
    read(office, &mut View::Committed(&office.database), request_id).await
}

/// The same, inside a write.
pub(super) async fn within(
    office: &Inner,
    tx: &mut Write<'_>,
    request_id: &str,
) -> Answered<Arc<Procedure>> {
    read(office, &mut View::Within(tx), request_id).await
}

async fn read(
    office: &Inner,
    view: &mut View<'_, '_>,
    request_id: &str,
) -> Answered<Arc<Procedure>> {
    let sql = "SELECT procedure_id, form_version FROM backoffice_requests WHERE id = $1";
    let row = view.row(sql, &[request_id.into()]).await?;
    let row = row.ok_or_else(Problem::not_found)?;
    let (id, form_version) = (row.text("procedure_id")?, row.text("form_version")?);
    if let Some(present) = office.catalogue.procedure(&id)
        && present.form_version == form_version
    {
        return Ok(Arc::clone(present));
    }
    let sql =
        "SELECT definition FROM backoffice_forms WHERE procedure_id = $1 AND form_version = $2";
    let row = view.row(sql, &[id.into(), form_version.into()]).await?;
    let definition = row.ok_or_else(Problem::not_found)?.text("definition")?;
    let past = serde_json::from_str(&definition).map_err(OpenError::from)?;
    Ok(Arc::new(past))
}

/// Identifiers of the procedures that changed at or after an instant.
pub(super) async fn changed_since(office: &Inner, since: Timestamp) -> Answered<Vec<String>> {
    let rows = office
        .database
        .fetch_all(
            "SELECT DISTINCT procedure_id FROM backoffice_forms WHERE changed_at >= $1",
            &[since.as_microsecond().into()],
        )
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.text("procedure_id"))
        .collect::<Result<_, _>>()?)
}

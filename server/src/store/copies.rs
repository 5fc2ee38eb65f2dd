//! Copies of what belongs to the back office: the catalogue, the forms of requests sent, the cursor of events.

use std::sync::Arc;

use app::ports::{Catalogue, Office};
use database::{Database, Write};
use domain::{
    appointment::AppointmentType, place::Place, procedure::Procedure, survey::Questionnaire,
};
use jiff::Timestamp;

use super::{StoreError, instant, millis};

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Procedures, as a JSON list.
    Procedures,
    /// Places, as a JSON list.
    Places,
    /// What one can come for, as a JSON list.
    AppointmentTypes,
    /// What people are asked afterwards, as a JSON list.
    Questionnaires,
    /// What the back office can do, as a JSON object.
    Office,
    /// Cursor of the last event read.
    EventCursor,
    /// What the master key gives for a known text: tells another key from the right one.
    KeyCheck,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Procedures => "procedures",
            Self::Places => "places",
            Self::AppointmentTypes => "appointment-types",
            Self::Questionnaires => "questionnaires",
            Self::Office => "office",
            Self::EventCursor => "event-cursor",
            Self::KeyCheck => "key-check",
        }
    }
}

/// A copy and when it was taken.
pub struct Copy {
    /// ETag of the back office.
    pub etag: Option<String>,
    /// The content.
    pub body: Vec<u8>,
    /// When it was last known to be right.
    pub fetched_at: Timestamp,
}

/// Reads a copy.
///
/// # Errors
/// The database refuses.
pub async fn find(database: &Database, kind: Kind) -> Result<Option<Copy>, StoreError> {
    let sql = "SELECT etag, body, fetched_at FROM copies WHERE kind = $1";
    let row = database.fetch_optional(sql, &[kind.name().into()]).await?;
    row.map(|row| {
        Ok(Copy {
            etag: row.optional_text("etag")?,
            body: row.bytes("body")?,
            fetched_at: instant(row.int("fetched_at")?)?,
        })
    })
    .transpose()
}

/// What the back office can do, as it last said; nothing while it never did.
///
/// # Errors
/// The database refuses, or the copy cannot be read.
pub async fn office(database: &Database) -> Result<Office, StoreError> {
    let Some(copy) = find(database, Kind::Office).await? else {
        return Ok(Office::default());
    };
    serde_json::from_slice(&copy.body).map_err(|_| StoreError::Unreadable("copies.body"))
}

/// Replaces a copy.
///
/// # Errors
/// The database refuses.
pub async fn store(tx: &mut Write<'_>, kind: Kind, copy: &Copy) -> Result<(), StoreError> {
    let sql = "INSERT INTO copies (kind, etag, body, fetched_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (kind) DO UPDATE SET etag = excluded.etag, body = excluded.body, \
               fetched_at = excluded.fetched_at";
    let params = [
        kind.name().into(),
        copy.etag.clone().into(),
        (&copy.body).into(),
        millis(copy.fetched_at).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// The back office confirmed both copies of the catalogue.
///
/// # Errors
/// The database refuses.
pub async fn confirm(tx: &mut Write<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE copies SET fetched_at = $1 WHERE kind IN ('procedures', 'places')";
    tx.execute(sql, &[millis(now).into()]).await?;
    Ok(())
}

/// The catalogue as last copied. It counts as old until the back office confirms it.
///
/// # Errors
/// The database refuses.
pub async fn catalogue(database: &Database) -> Result<Option<Catalogue>, StoreError> {
    let Some(procedures) = find(database, Kind::Procedures).await? else {
        return Ok(None);
    };
    let places = find(database, Kind::Places).await?;
    let places: Vec<Place> = match &places {
        Some(copy) => parse(&copy.body)?,
        None => Vec::new(),
    };
    let types = find(database, Kind::AppointmentTypes).await?;
    let types: Vec<AppointmentType> = match &types {
        Some(copy) => parse(&copy.body)?,
        None => Vec::new(),
    };
    let asked = find(database, Kind::Questionnaires).await?;
    let asked: Vec<Questionnaire> = match &asked {
        Some(copy) => parse(&copy.body)?,
        None => Vec::new(),
    };
    let known: Vec<Procedure> = parse(&procedures.body)?;
    Ok(Some(Catalogue {
        procedures: known.into_iter().map(Arc::new).collect(),
        places,
        appointment_types: types.into_iter().map(Arc::new).collect(),
        questionnaires: asked.into_iter().map(Arc::new).collect(),
        stale_since: Some(procedures.fetched_at),
    }))
}

/// Keeps the form of a request, so that its page can always be read in the words it was sent in.
///
/// # Errors
/// The database refuses.
pub async fn keep_form(tx: &mut Write<'_>, procedure: &Procedure) -> Result<(), StoreError> {
    let sql = "INSERT INTO forms (procedure_id, form_version, body) VALUES ($1, $2, $3) \
               ON CONFLICT (procedure_id, form_version) DO NOTHING";
    let body = serde_json::to_vec(procedure).map_err(|_| StoreError::Unreadable("forms.body"))?;
    tx.execute(
        sql,
        &[
            (&procedure.id).into(),
            (&procedure.form_version).into(),
            body.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The form that a request was sent with.
///
/// # Errors
/// The database refuses.
pub async fn form(
    database: &Database,
    procedure: &str,
    version: &str,
) -> Result<Option<Procedure>, StoreError> {
    let sql = "SELECT body FROM forms WHERE procedure_id = $1 AND form_version = $2";
    let row = database
        .fetch_optional(sql, &[procedure.into(), version.into()])
        .await?;
    row.map(|row| parse(&row.bytes("body")?)).transpose()
}

fn parse<T: serde::de::DeserializeOwned>(body: &[u8]) -> Result<T, StoreError> {
    serde_json::from_slice(body).map_err(|_| StoreError::Unreadable("copies.body"))
}

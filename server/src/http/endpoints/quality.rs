//! Published figures as files: a table (CSV, RFC 4180) and JSON. Both hold what the pages show, and nothing else.

use app::{pages::errors::ErrorKind, paths::subject_of, ports::Absence};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::Response,
};
use domain::{
    quality::{Count, Figures},
    survey::Subject,
};
use http::request::Parts;

use super::file::{absent, download};
use crate::{
    http::router::State,
    portal::{OpenedFile, Visitor},
};

/// The whole authority as a table.
pub(in crate::http) async fn table(Shared(state): Shared<State>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    file(&state, parts, Ok(None), csv).await
}

/// The whole authority as JSON.
pub(in crate::http) async fn data(Shared(state): Shared<State>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    file(&state, parts, Ok(None), json).await
}

/// A subject as a table.
pub(in crate::http) async fn table_of(
    Shared(state): Shared<State>,
    Segments((_, kind, id)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    file(&state, parts, asked(&kind, &id), csv).await
}

/// A subject as JSON.
pub(in crate::http) async fn data_of(
    Shared(state): Shared<State>,
    Segments((_, kind, id)): Segments<(String, String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    file(&state, parts, asked(&kind, &id), json).await
}

fn asked(kind: &str, id: &str) -> Result<Option<Subject>, Absence> {
    subject_of(kind, id).map(Some).ok_or(Absence::Unknown)
}

async fn file(
    state: &State,
    parts: Parts,
    subject: Result<Option<Subject>, Absence>,
    made: fn(&Figures) -> (&'static str, &'static str, String),
) -> Response {
    let portal = state.desk.view(Visitor::default(), String::new());
    let figures = match subject {
        Ok(subject) => portal.figures(subject.as_ref()).await,
        Err(absence) => Err(absence),
    };
    match figures {
        Ok(figures) => {
            let (media_type, disposition, text) = made(&figures);
            download(OpenedFile::of_text(media_type, text), disposition)
        }
        Err(absence) => absent(state, parts, absence, ErrorKind::NotFound).await,
    }
}

fn json(figures: &Figures) -> (&'static str, &'static str, String) {
    let text = serde_json::to_string_pretty(figures).unwrap_or_default();
    let disposition = "attachment; filename=\"qualite.json\"";
    ("application/json", disposition, text)
}

/// One line for each observation: totals of the whole time have no month. No cell holds anything but letters, digits
/// and hyphens: nothing in it can be taken for a formula.
fn csv(figures: &Figures) -> (&'static str, &'static str, String) {
    let mut text = "kind,id,measure,month,value,count\r\n".to_owned();
    let mut line = |subject: Option<&Subject>, month: &str, count: &Count| {
        let (kind, id) = subject.map_or(("authority", ""), |it| (it.kind(), it.id()));
        let Count {
            measure,
            value,
            count,
        } = count;
        let measure = measure.name();
        text.push_str(&format!(
            "{kind},{id},{measure},{month},{value},{count}\r\n"
        ));
    };
    let subject = figures.subject.as_ref();
    for count in &figures.totals {
        line(subject, "", count);
    }
    for month in &figures.months {
        line(subject, &month.month.to_string(), &month.count);
    }
    for part in &figures.parts {
        for count in &part.totals {
            line(Some(&part.subject), "", count);
        }
    }
    let disposition = "attachment; filename=\"qualite.csv\"";
    ("text/csv; charset=utf-8", disposition, text)
}

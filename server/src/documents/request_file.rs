//! A request as a file for programs (JSON): `docs/request-file.md` says what each key means and its schema is tested.

use app::ports::{Authority, PendingAct, PendingKind, Request};
use domain::{
    answers::Answers,
    correction::Correction,
    decision::Decision,
    field::{Field, FieldKind, ungrouped},
    info_request::InfoRequest,
    locale::Locale,
    message::{Message, MessageKind},
    procedure::{Procedure, Service, Step},
    request::{Status, TimelineEntry},
    text::Text,
};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;

/// Name of the format, and the number that grows when a key changes its meaning or goes.
const FORMAT: (&str, u32) = ("parvis-request", 1);

/// The file. The tracking code is not in it, as it is not on the paper.
///
/// # Errors
/// None in practice: every key is a text.
pub(crate) fn request_file(
    request: &Request,
    authority: &Authority,
    made_at: Timestamp,
) -> serde_json::Result<Vec<u8>> {
    let file = RequestFile {
        format: FORMAT.0,
        version: FORMAT.1,
        made_at,
        known_at: request.known_at,
        authority: authority.into(),
        procedure: procedure(&request.procedure),
        request: State {
            id: &request.id,
            number: request.number.as_deref(),
            status: request.status,
            language: request.locale,
            recorded_at: request.recorded_at,
            received_at: request.delivered_at,
            expected_by: request.facts.expected_by,
            legal_deadline: request.facts.legal_deadline,
            clock_paused_since: request.facts.clock_paused_since,
            answers_version: request.facts.answers_version,
        },
        questions: questions(&request.procedure),
        answers: &request.answers,
        corrections: &request.facts.corrections,
        info_request: request.facts.info_request.as_ref(),
        decision: request.facts.decision.as_ref(),
        timeline: &request.timeline,
        messages: &request.messages,
        pending: request.pending.iter().map(Pending::of).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&file)?;
    json.push(b'\n');
    Ok(json)
}

#[derive(Serialize)]
struct RequestFile<'a> {
    format: &'static str,
    version: u32,
    made_at: Timestamp,
    known_at: Option<Timestamp>,
    authority: Office<'a>,
    procedure: Form<'a>,
    request: State<'a>,
    questions: Vec<Question<'a>>,
    answers: &'a Answers,
    corrections: &'a [Correction],
    info_request: Option<&'a InfoRequest>,
    decision: Option<&'a Decision>,
    timeline: &'a [TimelineEntry],
    messages: &'a [Message],
    pending: Vec<Pending<'a>>,
}

#[derive(Serialize)]
struct Office<'a> {
    name: &'a str,
    legal_name: &'a str,
    address: &'a [String],
    phone: &'a str,
    email: &'a str,
    url: &'a str,
}

impl<'a> From<&'a Authority> for Office<'a> {
    fn from(authority: &'a Authority) -> Self {
        Self {
            name: &authority.name,
            legal_name: &authority.legal_name,
            address: &authority.address,
            phone: &authority.phone,
            email: &authority.email,
            url: &authority.public_url,
        }
    }
}

#[derive(Serialize)]
struct Form<'a> {
    id: &'a str,
    form_version: &'a str,
    title: &'a Text,
    service: &'a Service,
}

fn procedure(procedure: &Procedure) -> Form<'_> {
    Form {
        id: &procedure.id,
        form_version: &procedure.form_version,
        title: &procedure.title,
        service: &procedure.service,
    }
}

#[derive(Serialize)]
struct State<'a> {
    id: &'a str,
    number: Option<&'a str>,
    status: Status,
    language: Locale,
    recorded_at: Timestamp,
    received_at: Option<Timestamp>,
    expected_by: Option<Date>,
    legal_deadline: Option<Date>,
    clock_paused_since: Option<Timestamp>,
    answers_version: Option<u32>,
}

/// What the form asked: the words of the keys and values of the answers.
#[derive(Serialize)]
struct Question<'a> {
    key: &'a str,
    step: &'a str,
    step_title: &'a Text,
    list: Option<&'a str>,
    label: &'a Text,
    choices: Vec<Choice<'a>>,
}

#[derive(Serialize)]
struct Choice<'a> {
    value: &'a str,
    label: &'a Text,
}

fn questions(procedure: &Procedure) -> Vec<Question<'_>> {
    let steps = procedure.steps.iter();
    steps
        .flat_map(|step| {
            let fields = ungrouped(&step.fields).into_iter();
            fields.map(move |field| (step, field))
        })
        .filter(|(_, field)| !matches!(field.kind, FieldKind::Information { .. }))
        .map(|(step, field)| question(step, field))
        .collect()
}

fn question<'a>(step: &'a Step, field: &'a Field) -> Question<'a> {
    let options = match &field.kind {
        FieldKind::OneOf { options } | FieldKind::SeveralOf { options, .. } => options.as_slice(),
        _ => &[],
    };
    Question {
        key: &field.key,
        step: &step.id,
        step_title: &step.title,
        list: step.repeat.as_ref().map(|repeat| &*repeat.key),
        label: &field.label,
        choices: options
            .iter()
            .map(|choice| Choice {
                value: &choice.value,
                label: &choice.label,
            })
            .collect(),
    }
}

/// What the resident did and the service does not show yet.
#[derive(Serialize)]
struct Pending<'a> {
    at: Timestamp,
    /// Whether the service could not take it.
    refused: bool,
    #[serde(flatten)]
    act: Act<'a>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Act<'a> {
    Message {
        kind: MessageKind,
        text: &'a str,
        files: &'a [String],
    },
    Withdrawal,
    Correction,
    Document {
        document: &'a str,
        files: &'a [String],
    },
    Extension,
}

impl<'a> Pending<'a> {
    fn of(pending: &'a PendingAct) -> Self {
        let act = match &pending.kind {
            PendingKind::Message { kind, text, files } => Act::Message {
                kind: *kind,
                text,
                files,
            },
            PendingKind::Withdrawal => Act::Withdrawal,
            PendingKind::Correction => Act::Correction,
            PendingKind::Document { document, files } => Act::Document { document, files },
            PendingKind::Extension => Act::Extension,
        };
        Self {
            at: pending.at,
            refused: pending.is_refused(),
            act,
        }
    }
}

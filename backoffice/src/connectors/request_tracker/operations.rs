//! What the connector asks of Request Tracker, one operation each.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    client::{Asked, Client, Fault},
    html,
    wire::{Attachment, Linked, List, Listed, Numbered, Queue, Ticket, Transaction},
};
use crate::{connectors::Broken, reference::foreign::Content};

/// Greatest number of items that RT gives at once.
const PAGE: usize = 100;

/// A ticket to make.
pub(super) struct NewTicket<'a> {
    pub(super) queue: &'a str,
    pub(super) subject: &'a str,
    pub(super) text: &'a str,
    pub(super) files: &'a [Content],
    /// Name of the custom field, and what it holds.
    pub(super) reference: (&'a str, &'a str),
}

/// Words to add to a ticket, for everybody who may read it.
pub(super) struct NewWords<'a> {
    pub(super) subject: &'a str,
    pub(super) text: &'a str,
    pub(super) files: &'a [Content],
}

/// What someone wrote in a ticket.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Correspondence {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) files: Vec<Content>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct File<'a> {
    file_name: &'a str,
    file_type: &'a str,
    file_content: String,
}

fn encoded(files: &[Content]) -> Vec<File<'_>> {
    let named = |file: &'_ Content| !file.filename.is_empty();
    files
        .iter()
        .map(|file| File {
            // RT refuses a file without a name.
            file_name: if named(file) {
                &file.filename
            } else {
                "document"
            },
            file_type: &file.media_type,
            file_content: BASE64_STANDARD.encode(&file.bytes),
        })
        .collect()
}

impl Client {
    /// Refuses a queue whose tickets could not be found again: RT takes a ticket with an unknown field, and says
    /// nothing.
    pub(super) async fn has_field(&self, queue: &str, field: &str) -> Result<(), Fault> {
        let found: Queue = self.get(&format!("queue/{}", segment(queue))).await?;
        let applied = found.ticket_custom_fields.iter().any(|it| it.name == field);
        applied.then_some(()).ok_or(Fault::NoField)
    }

    /// The ticket that holds this reference. The reference is ours: a UUID.
    pub(super) async fn find(&self, field: &str, reference: &str) -> Result<Option<i64>, Fault> {
        let query = format!("CF.{{{field}}} = '{reference}'");
        let path = format!("tickets?query={}&per_page=2", segment(&query));
        let found: List<Numbered> = self.get(&path).await?;
        Ok(found.items.first().map(|ticket| ticket.id))
    }

    /// Makes a ticket and gives its number.
    pub(super) async fn create(&self, new: &NewTicket<'_>) -> Result<i64, Fault> {
        let (field, reference) = new.reference;
        let fields: Map<String, Value> =
            [(field.to_owned(), json!(reference))].into_iter().collect();
        let mut body = json!({
            "Queue": new.queue, "Subject": new.subject, "Content": new.text,
            "ContentType": "text/plain", "CustomFields": fields,
        });
        if !new.files.is_empty() {
            body["Attachments"] = json!(encoded(new.files));
        }
        self.post("ticket", &body).await
    }

    /// A ticket, unless it is still at the version known.
    pub(super) async fn ticket(&self, id: i64, known: &str) -> Result<Asked<Ticket>, Fault> {
        self.get_unless(&format!("ticket/{id}"), known).await
    }

    /// A ticket as it is now.
    pub(super) async fn ticket_now(&self, id: i64) -> Result<Ticket, Fault> {
        self.get(&format!("ticket/{id}")).await
    }

    /// Adds words that everybody who may read the ticket sees; gives the number of the transaction.
    pub(super) async fn correspond(&self, id: i64, new: &NewWords<'_>) -> Result<i64, Fault> {
        let mut body = json!({
            "Subject": new.subject, "Content": new.text, "ContentType": "text/plain",
        });
        if !new.files.is_empty() {
            body["Attachments"] = json!(encoded(new.files));
        }
        self.post(&format!("ticket/{id}/correspond"), &body).await
    }

    /// Sets a status and reads back whether RT did.
    pub(super) async fn set_status(&self, id: i64, status: &str) -> Result<(), Fault> {
        self.put(&format!("ticket/{id}"), &json!({ "Status": status }))
            .await?;
        let is_set = self.ticket_now(id).await?.status == status;
        is_set.then_some(()).ok_or(Fault::NotSet)
    }

    /// What happened to a ticket after a transaction, oldest first; not what happened to others before they were
    /// merged into it: it may concern somebody else.
    pub(super) async fn history(&self, id: i64, after: i64) -> Result<Vec<Transaction>, Fault> {
        let mut found = Vec::new();
        for page in 1.. {
            let path = format!(
                "ticket/{id}/history?fields=Type,Created,Creator,NewValue,ObjectId&per_page={PAGE}&page={page}"
            );
            let list: List<Transaction> = self.get(&path).await?;
            let short = list.items.len() < PAGE;
            let own = |it: &Transaction| it.id > after && it.object_id == id;
            found.extend(list.items.into_iter().filter(own));
            if short {
                break;
            }
        }
        found.sort_by_key(|transaction| transaction.id);
        Ok(found)
    }

    /// What was written in a transaction.
    pub(super) async fn correspondence(&self, transaction: i64) -> Result<Correspondence, Fault> {
        let linked: Linked = self.get(&format!("transaction/{transaction}")).await?;
        let mut parts: Vec<Attachment> = Vec::new();
        for id in linked.attachments() {
            match self.get(&format!("attachment/{id}")).await {
                Ok(part) => parts.push(part),
                // The words must reach the resident all the same.
                Err(Fault::Broken(Broken::TooLong)) => {
                    tracing::warn!(transaction, "a file is too heavy to be shown to a resident");
                }
                Err(fault) => return Err(fault),
            }
        }
        Ok(whole(&parts))
    }

    /// Tickets with our field that changed at or after an instant, the last changed first. RT never lists deleted
    /// ones.
    pub(super) async fn changed(
        &self,
        field: &str,
        since: jiff::Timestamp,
    ) -> Result<Vec<Listed>, Fault> {
        let query = segment(&format!("CF.{{{field}}} IS NOT NULL"));
        let mut found = Vec::new();
        // Compared here: RT reads the dates of a query in the account's time zone.
        for page in 1.. {
            let path = format!(
                "tickets?query={query}&fields=LastUpdated&orderby=LastUpdated&order=DESC&per_page={PAGE}&page={page}"
            );
            let list: List<Listed> = self.get(&path).await?;
            let count = list.items.len();
            found.extend(list.items.into_iter().filter(|it| it.last_updated >= since));
            if count < PAGE || found.len() < PAGE * page {
                break;
            }
        }
        Ok(found)
    }
}

/// A message from its parts: the first text that is no file, plain rather than HTML; the rest are files.
fn whole(parts: &[Attachment]) -> Correspondence {
    let text_of = |kind: &str| {
        let mut texts = parts.iter().filter(|part| part.name().is_none());
        let part = texts.find(|part| part.media_type().eq_ignore_ascii_case(kind))?;
        Some(String::from_utf8_lossy(&part.bytes()).into_owned())
    };
    let written = text_of("text/plain").filter(|text| !text.trim().is_empty());
    let text = written.or_else(|| text_of("text/html").map(|text| html::plain(&text)));
    let files = parts.iter().filter_map(|part| {
        Some(Content {
            filename: part.name()?.to_owned(),
            media_type: part.media_type().to_owned(),
            bytes: part.bytes().into(),
        })
    });
    let subjects = parts.iter().filter_map(|part| part.subject.clone());
    Correspondence {
        subject: subjects
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default(),
        text: text
            .unwrap_or_default()
            .replace("\r\n", "\n")
            .trim()
            .to_owned(),
        files: files.filter(|file| !file.bytes.is_empty()).collect(),
    }
}

/// A text inside a path or a query.
fn segment(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

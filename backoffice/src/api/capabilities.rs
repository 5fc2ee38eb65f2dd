//! What a back office can do, said before anybody tries. What is absent answers 501 `not_supported`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Answer of `GET /v1/capabilities`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Capabilities {
    /// Who made the back office.
    pub vendor: String,
    /// Version of the back office.
    pub version: String,
    /// Version of the contract: `1.0`.
    pub contract: String,
    /// What it offers.
    pub features: Features,
    /// Its limits.
    pub limits: Limits,
}

/// What a back office offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Features {
    /// Procedures are filled in here, handed off, or absent.
    pub procedures: Mode,
    /// Requests may be created before they are submitted.
    pub drafts: bool,
    /// Files may be attached.
    pub uploads: bool,
    /// Residents may write to the service.
    pub messages: bool,
    /// Residents may withdraw a request.
    #[serde(default)]
    pub withdrawal: bool,
    /// Residents may correct their answers until a decision.
    #[serde(default)]
    pub corrections: bool,
    /// Residents may give the documents that the service asks for, and get those it delivers.
    #[serde(default)]
    pub documents: bool,
    /// The delays of past requests are known.
    #[serde(default)]
    pub statistics: bool,
    /// A request is found again with its code and a proof.
    pub tracking_code: bool,
    /// Appointments are booked here, handed off, or absent.
    pub appointments: Mode,
    /// An appointment may be moved.
    pub reschedule: bool,
    /// The number of people and documents of an appointment may change, and what would help.
    #[serde(default)]
    pub change_visit: bool,
    /// A slot may be held while the person fills in the form.
    pub holds: bool,
    /// Whoever finds no time that suits can wait for one.
    #[serde(default)]
    pub waiting_list: bool,
    /// Whoever is at the place can say so, and reads when they are called.
    #[serde(default)]
    pub queue: bool,
    /// The streets of the territory are known: an address has a position.
    #[serde(default)]
    pub addresses: bool,
    /// Surveys are answered here, behind a link, or absent.
    pub surveys: Surveys,
    /// Tools of agents read and sort what people wrote, with a token of their own.
    #[serde(default)]
    pub opinions: bool,
    /// Payments.
    pub payments: bool,
    /// Mandates of mediators.
    pub mandates: bool,
    /// Whether a repeated call is always recognised.
    pub idempotency: Idempotency,
    /// Where the versions of resources come from.
    pub concurrency: Concurrency,
    /// How changes are told.
    pub events: Events,
    /// A request may be sent while its files are still being checked.
    pub submit_while_scanning: bool,
}

/// Limits of a back office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Limits {
    /// Greatest weight of one file, in bytes.
    pub max_upload_bytes: u64,
    /// Media types accepted, found by content.
    pub mime: Vec<String>,
    /// Greatest number of files of one request.
    pub max_uploads: u32,
    /// For how many minutes a slot is held for someone who fills in the form, and as many more once; absent: it does
    /// not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_minutes: Option<u16>,
}

/// Where something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// In this contract.
    Native,
    /// On the foreign system, behind a link.
    Handoff,
    /// Nowhere, or in a way that this version does not know.
    #[serde(other)]
    None,
}

/// Where surveys are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Surveys {
    /// In this contract.
    Native,
    /// Behind a link.
    Link,
    /// Nowhere, or in a way that this version does not know.
    #[serde(other)]
    None,
}

/// Whether a repeated call is always recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Idempotency {
    /// Always, for 24 hours at least.
    Strict,
    /// The foreign system may repeat the effect.
    #[serde(other)]
    BestEffort,
}

/// Where the versions of resources come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Concurrency {
    /// From the system itself.
    Native,
    /// From a hash of what it shows: a small window remains.
    #[serde(other)]
    Derived,
}

/// How changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Events {
    /// Webhooks, besides the list.
    Push,
    /// The list only.
    Poll,
    /// Not at all.
    #[serde(other)]
    None,
}

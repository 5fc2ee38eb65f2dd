//! The settings as they are written, before anybody judges them.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) listen: String,
    pub(super) operations: String,
    pub(super) public_url: String,
    pub(super) data: PathBuf,
    pub(super) site: PathBuf,
    pub(super) database: Option<String>,
    pub(super) zone: String,
    pub(super) trusted_proxies: Vec<String>,
    pub(super) backoffice: RawBackOffice,
    pub(super) mail: RawMail,
    pub(super) sms: RawSms,
    pub(super) notices: RawNotices,
    pub(super) retention: RawRetention,
    pub(super) rush: RawRush,
    pub(super) quality: RawQuality,
    pub(super) accessibility: RawAccessibility,
    pub(super) authority: RawAuthority,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBackOffice {
    pub(super) url: Option<String>,
    pub(super) token_file: Option<PathBuf>,
    pub(super) webhook_secret_file: Option<PathBuf>,
    pub(super) catalogue: PathBuf,
    pub(super) database: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMail {
    pub(super) smtp: Option<String>,
    pub(super) from: Option<String>,
    pub(super) bounces: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSms {
    pub(super) url: Option<String>,
    pub(super) token_file: Option<PathBuf>,
    pub(super) per_day: u32,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNotices {
    pub(super) email_hours: String,
    pub(super) sms_hours: String,
    pub(super) sms_on_sundays: bool,
    pub(super) grouped_minutes: u16,
    pub(super) apart_minutes: u16,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRetention {
    pub(super) draft_days: u16,
    pub(super) submission_days: u16,
    pub(super) access_minutes: u16,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRush {
    pub(super) people_a_second: u16,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuality {
    pub(super) letters_to: Vec<String>,
    pub(super) alert_below: u16,
    pub(super) alert_fall: u16,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAccessibility {
    pub(super) audited_by: Option<String>,
    pub(super) audited_on: Option<String>,
    pub(super) declared_on: Option<String>,
    pub(super) criteria_met: Option<u16>,
    pub(super) tried_with: Vec<String>,
    pub(super) failures: Vec<String>,
    pub(super) burdens: Vec<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAuthority {
    pub(super) name: String,
    pub(super) legal_name: String,
    pub(super) address: Vec<String>,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) publication_director: String,
    pub(super) host: Vec<String>,
    pub(super) data_protection_email: String,
    pub(super) accessibility_email: String,
}

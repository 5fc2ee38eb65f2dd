//! What an operator says of their Request Tracker: where it is, who the connector is there, which queue takes what,
//! what its statuses mean. Refused at start when wrong.

use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

use domain::request::Status;
use figment::{
    Figment,
    providers::{Format, Toml},
};
use serde::Deserialize;

/// Where Request Tracker is and how the connector speaks to it.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Base address, without `/REST/2.0`.
    pub url: String,
    /// Name of the connector's own account.
    pub account: String,
    /// What it signs in with.
    pub secret: Secret,
    /// Where requests become tickets.
    pub queues: Queues,
    /// Name of the custom field that holds the connector's reference.
    pub reference_field: String,
    /// What statuses mean.
    pub statuses: Statuses,
    /// Time between two rounds of polling.
    pub every: Duration,
}

/// What the account signs in with.
#[derive(Clone, PartialEq, Eq)]
pub enum Secret {
    /// A token of RT, made on its page "Auth tokens": it can be taken back without changing a password.
    Token(String),
    /// The password of an internal account.
    Password(String),
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(***)")
    }
}

/// Which queue takes the requests of which procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queues {
    /// Queue of the procedures that are not named.
    pub usual: String,
    /// Queue by procedure.
    pub by_procedure: BTreeMap<String, String>,
}

impl Queues {
    /// The queue of a procedure.
    #[must_use]
    pub fn of(&self, procedure: &str) -> &str {
        self.by_procedure.get(procedure).unwrap_or(&self.usual)
    }
}

/// What the statuses of the lifecycle mean for residents, and which ones the connector sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statuses {
    /// Meaning by status of RT.
    pub meanings: BTreeMap<String, Status>,
    /// Set when a resident answers what was asked.
    pub answered: String,
    /// Set when a resident withdraws.
    pub withdrawn: String,
}

impl Statuses {
    /// What a status of RT means; one that the settings do not name is `other`.
    #[must_use]
    pub fn meaning(&self, status: &str) -> Status {
        self.meanings.get(status).copied().unwrap_or(Status::Other)
    }
}

impl Default for Statuses {
    /// The default lifecycle.
    fn default() -> Self {
        let meanings = [
            ("new", Status::Submitted),
            ("open", Status::InReview),
            ("stalled", Status::InfoRequested),
            ("resolved", Status::Accepted),
            ("rejected", Status::Rejected),
            ("deleted", Status::Withdrawn),
        ];
        Self {
            meanings: meanings.map(|(name, it)| (name.to_owned(), it)).into(),
            answered: "open".to_owned(),
            withdrawn: "deleted".to_owned(),
        }
    }
}

/// Why settings are refused.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file has another form.
    #[error("{0}")]
    Format(String),
    /// One value is wrong.
    #[error("`{key}`: {allowed}")]
    Value {
        /// Which.
        key: &'static str,
        /// What is allowed.
        allowed: String,
    },
}

fn wrong<T>(key: &'static str, allowed: impl Into<String>) -> Result<T, SettingsError> {
    let allowed = allowed.into();
    Err(SettingsError::Value { key, allowed })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    url: String,
    account: String,
    token_file: Option<PathBuf>,
    password_file: Option<PathBuf>,
    queue: String,
    #[serde(default)]
    queues: BTreeMap<String, String>,
    reference_field: Option<String>,
    every_seconds: Option<u16>,
    statuses: Option<BTreeMap<String, String>>,
    answered_status: Option<String>,
    withdrawn_status: Option<String>,
}

impl Settings {
    /// Reads a file.
    ///
    /// # Errors
    /// The first thing that is wrong, with its key and what is allowed.
    pub fn read(file: &Path) -> Result<Self, SettingsError> {
        let raw = Figment::from(Toml::file_exact(file)).extract::<Raw>();
        raw.map_err(|error| SettingsError::Format(error.to_string()))?
            .checked()
    }
}

impl Raw {
    fn checked(self) -> Result<Settings, SettingsError> {
        let reference_field = self.reference_field.unwrap_or_else(|| "Parvis".to_owned());
        // It stands in queries: nothing in it may end the name.
        if !is_plain(&reference_field) {
            return wrong("reference_field", "letters, digits, spaces, - and _");
        }
        let every = self.every_seconds.unwrap_or(20);
        if !(5..=3600).contains(&every) {
            return wrong("every_seconds", "5 to 3600");
        }
        let statuses = statuses(self.statuses, self.answered_status, self.withdrawn_status)?;
        Ok(Settings {
            secret: secret(self.token_file, self.password_file)?,
            url: self.url,
            account: self.account,
            queues: Queues {
                usual: self.queue,
                by_procedure: self.queues,
            },
            reference_field,
            statuses,
            every: Duration::from_secs(u64::from(every)),
        })
    }
}

fn is_plain(name: &str) -> bool {
    let plain = |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_');
    !name.trim().is_empty() && name.chars().all(plain)
}

fn secret(token: Option<PathBuf>, password: Option<PathBuf>) -> Result<Secret, SettingsError> {
    let read = |key, file: &Path| match std::fs::read_to_string(file) {
        Ok(text) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
        _ => wrong(
            key,
            format!("{} cannot be read or is empty", file.display()),
        ),
    };
    match (token, password) {
        (Some(file), None) => read("token_file", &file).map(Secret::Token),
        (None, Some(file)) => read("password_file", &file).map(Secret::Password),
        _ => wrong("token_file", "a file, or `password_file`, and not both"),
    }
}

fn statuses(
    named: Option<BTreeMap<String, String>>,
    answered: Option<String>,
    withdrawn: Option<String>,
) -> Result<Statuses, SettingsError> {
    let usual = Statuses::default();
    let meanings = match named {
        None => usual.meanings,
        Some(named) => named
            .into_iter()
            .map(|(name, meaning)| match Status::from_name(&meaning) {
                Status::Other if meaning != Status::Other.name() => {
                    let known: Vec<_> = Status::ALL.iter().map(|it| it.name()).collect();
                    wrong(
                        "statuses",
                        format!("`{name}` means one of {}", known.join(", ")),
                    )
                }
                status => Ok((name, status)),
            })
            .collect::<Result<_, _>>()?,
    };
    let statuses = Statuses {
        meanings,
        answered: answered.unwrap_or(usual.answered),
        withdrawn: withdrawn.unwrap_or(usual.withdrawn),
    };
    if statuses.meaning(&statuses.withdrawn) != Status::Withdrawn {
        return wrong(
            "withdrawn_status",
            "a status that `statuses` says is withdrawn",
        );
    }
    if statuses.meaning(&statuses.answered) != Status::InReview {
        return wrong(
            "answered_status",
            "a status that `statuses` says is in_review",
        );
    }
    Ok(statuses)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, SettingsError> {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("secret"), "1-14-abc\n").unwrap();
        let text = text.replace("SECRET", at("secret").to_str().unwrap());
        std::fs::write(at("settings.toml"), text).unwrap();
        Settings::read(&at("settings.toml"))
    }

    const LEAST: &str = "url = \"https://rt.example\"\naccount = \"parvis\"\nqueue = \"Mairie\"\n";

    #[test]
    fn an_operator_of_the_default_lifecycle_names_no_status() {
        let settings = read(&format!("{LEAST}token_file = \"SECRET\"")).unwrap();
        assert_eq!(settings.secret, Secret::Token("1-14-abc".to_owned()));
        assert_eq!(settings.statuses.meaning("stalled"), Status::InfoRequested);
        assert_eq!(settings.statuses.meaning("sleeping"), Status::Other);
        assert_eq!(settings.queues.of("acte-de-naissance"), "Mairie");
        assert!(!format!("{settings:?}").contains("1-14-abc"));
    }

    #[test]
    fn an_operator_reads_which_key_is_wrong_and_what_is_allowed() {
        let token = "token_file = \"SECRET\"\n";
        for (more, said) in [
            ("", "token_file"),
            (
                "token_file = \"SECRET\"\npassword_file = \"SECRET\"",
                "not both",
            ),
            ("token_file = \"/nowhere\"", "/nowhere"),
            (
                &format!("{token}reference_field = \"x}} OR id > 0\""),
                "reference_field",
            ),
            (
                &format!("{token}withdrawn_status = \"resolved\""),
                "withdrawn_status",
            ),
            (&format!("{token}[statuses]\nopen = \"busy\""), "in_review"),
            (&format!("{token}colour = \"red\""), "colour"),
            (&format!("{token}every_seconds = 1"), "5 to 3600"),
        ] {
            let error = read(&format!("{LEAST}{more}")).unwrap_err().to_string();
            assert!(error.contains(said), "{more}: {error}");
        }
    }
}

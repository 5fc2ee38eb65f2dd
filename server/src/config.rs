//! The configuration: `parvis.toml`, then the environment (`PARVIS_…`), typed and refused at start when wrong.

mod accessibility;
mod raw;
mod sample;
mod values;

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use app::ports::{Authority, Rules};
use domain::notice::{Manners, Sundays};
use domain::quality::Thresholds;
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use jiff::{SignedDuration, tz::TimeZone};

use raw::Raw;
pub use values::{ConfigError, Network};

/// Everything the portal is told at start.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address of the public server.
    pub listen: SocketAddr,
    /// Address of health and metrics; never the public one.
    pub operations: SocketAddr,
    /// Address that residents see, without final slash.
    pub public_url: String,
    /// Folder of databases, files, keys and mail.
    pub data: PathBuf,
    /// Folder of the built site (stylesheet, scripts, icons).
    pub site: PathBuf,
    /// The portal's database.
    pub database: String,
    /// The back office.
    pub backoffice: BackOfficeConfig,
    /// Outgoing mail.
    pub mail: MailConfig,
    /// The SMS gateway, if there is one.
    pub sms: Option<SmsConfig>,
    /// Networks of the reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// When notices may arrive.
    pub manners: Manners,
    /// Limits and retention.
    pub rules: Rules,
    /// People who look for a time and are let in each second, to begin with; others wait in line.
    pub people_a_second: u16,
    /// Who of the service is told of quality, and from when on.
    pub watch: Watch,
    /// Time zone of the authority.
    pub zone: TimeZone,
    /// The authority.
    pub authority: Arc<Authority>,
}

/// Which back office answers.
#[derive(Debug, Clone)]
pub enum BackOfficeConfig {
    /// The reference back office inside this process.
    Embedded {
        /// Its catalogue.
        catalogue: PathBuf,
        /// Its database.
        database: String,
    },
    /// A server that speaks the contract.
    Remote {
        /// Base address.
        url: String,
        /// File that holds the shared token.
        token_file: PathBuf,
        /// File that holds the secrets of its webhooks, one a line; without it none is heard.
        webhook_secret_file: Option<PathBuf>,
    },
}

/// Outgoing mail.
#[derive(Debug, Clone)]
pub struct MailConfig {
    /// SMTP address, which may hold a password; without it letters are files in the data folder.
    pub smtp: Option<String>,
    /// Sender.
    pub from: String,
    /// Where mail servers send back what they cannot deliver; the sender without it.
    pub bounces: Option<String>,
}

/// Who of the service is told of quality, and from when on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watch {
    /// Addresses; none: nobody is told.
    pub readers: Vec<String>,
    /// When satisfaction is low, or falls.
    pub thresholds: Thresholds,
}

/// The gateway of text messages.
#[derive(Debug, Clone)]
pub struct SmsConfig {
    /// Base address.
    pub url: String,
    /// File that holds its token.
    pub token_file: PathBuf,
    /// Messages that the whole portal sends in 24 hours at most.
    pub per_day: u32,
}

impl Config {
    /// Reads a file that someone named, then the environment.
    ///
    /// # Errors
    /// The file is not there, or the first wrong value.
    pub fn from_file(file: &std::path::Path) -> Result<Self, ConfigError> {
        if !file.is_file() {
            return Err(ConfigError::NoFile(file.to_owned()));
        }
        Self::load(file)
    }

    /// Reads the file (when it exists), then the environment: `PARVIS_LISTEN`, `PARVIS_BACKOFFICE__URL` …
    ///
    /// # Errors
    /// The first wrong value, with its key, the value and what is allowed.
    pub fn load(file: &std::path::Path) -> Result<Self, ConfigError> {
        let environment = Env::prefixed("PARVIS_")
            .filter(|key| !key.starts_with("test_") && key != "config")
            .split("__");
        let mut settings = Figment::from(Serialized::defaults(Raw::default()));
        if file.is_file() {
            // Exactly this one: not a file of the same name in a folder above.
            settings = settings.merge(Toml::file_exact(file));
        }
        let raw: Raw = settings
            .merge(environment)
            .extract()
            .map_err(|error| ConfigError::Format(error.to_string()))?;
        Self::check(raw)
    }

    fn check(raw: Raw) -> Result<Self, ConfigError> {
        let listen = values::address("listen", &raw.listen)?;
        let operations = values::address("operations", &raw.operations)?;
        let public_url = if raw.public_url.is_empty() {
            format!("http://{listen}")
        } else {
            values::base_url("public_url", &raw.public_url)?
        };
        let database = match raw.database {
            Some(url) => values::database("database", url)?,
            None => values::sqlite_in(&raw.data, "portal.db"),
        };
        let backoffice = match (raw.backoffice.url, raw.backoffice.token_file) {
            (Some(url), Some(token_file)) => BackOfficeConfig::Remote {
                url: values::base_url("backoffice.url", &url)?,
                token_file,
                webhook_secret_file: raw.backoffice.webhook_secret_file,
            },
            (Some(_), None) => {
                return Err(ConfigError::value(
                    "backoffice.token_file",
                    "",
                    "a file with the shared token",
                ));
            }
            (None, _) => BackOfficeConfig::Embedded {
                catalogue: raw.backoffice.catalogue,
                database: match raw.backoffice.database {
                    Some(url) => values::database("backoffice.database", url)?,
                    None => values::sqlite_in(&raw.data, "backoffice.db"),
                },
            },
        };
        let zone = TimeZone::get(&raw.zone).map_err(|_| {
            ConfigError::value(
                "zone",
                &raw.zone,
                "an IANA time zone such as Europe/Paris or Indian/Reunion",
            )
        })?;
        let trusted_proxies = raw
            .trusted_proxies
            .iter()
            .map(|text| Network::parse("trusted_proxies", text))
            .collect::<Result<Vec<_>, _>>()?;
        let rules = Rules {
            draft_days: values::between("retention.draft_days", raw.retention.draft_days, 1, 90)?,
            submission_days: values::between(
                "retention.submission_days",
                raw.retention.submission_days,
                1,
                365,
            )?,
            access_minutes: values::between(
                "retention.access_minutes",
                raw.retention.access_minutes,
                5,
                240,
            )?,
        };
        let people_a_second =
            values::between("rush.people_a_second", raw.rush.people_a_second, 1, 2000)?;
        for address in &raw.quality.letters_to {
            values::mail_address("quality.letters_to", address)?;
        }
        let percents = |key, value| values::between(key, value, 0, 100);
        let watch = Watch {
            readers: raw.quality.letters_to,
            thresholds: Thresholds {
                below: percents("quality.alert_below", raw.quality.alert_below)?,
                fall: percents("quality.alert_fall", raw.quality.alert_fall)?,
            },
        };
        let audit = raw.accessibility.check()?;
        let authority = raw.authority;
        let from = raw
            .mail
            .from
            .unwrap_or_else(|| format!("{} <{}>", authority.name, authority.email));
        values::sender("mail.from", &from)?;
        let bounces = raw.mail.bounces;
        if let Some(bounces) = &bounces {
            values::mail_address("mail.bounces", bounces)?;
        }
        let smtp = raw
            .mail
            .smtp
            .map(|server| values::mail_server("mail.smtp", server))
            .transpose()?;
        let sms = match (raw.sms.url, raw.sms.token_file) {
            (Some(url), Some(token_file)) => Some(SmsConfig {
                url: values::gateway("sms.url", &url)?,
                token_file,
                per_day: raw.sms.per_day,
            }),
            (Some(_), None) => {
                return Err(ConfigError::value(
                    "sms.token_file",
                    "",
                    "a file with the token of the gateway",
                ));
            }
            (None, _) => None,
        };
        let notices = raw.notices;
        let minutes = |key, minutes| -> Result<SignedDuration, ConfigError> {
            let minutes = values::between(key, minutes, 0, 1440)?;
            Ok(SignedDuration::from_mins(i64::from(minutes)))
        };
        let manners = Manners {
            email: values::hours("notices.email_hours", &notices.email_hours)?,
            sms: values::hours("notices.sms_hours", &notices.sms_hours)?,
            sundays: if notices.sms_on_sundays {
                Sundays::LikeOthers
            } else {
                Sundays::Rest
            },
            grouped: minutes("notices.grouped_minutes", notices.grouped_minutes)?,
            apart: minutes("notices.apart_minutes", notices.apart_minutes)?,
        };
        if public_url.starts_with("https://") && trusted_proxies.is_empty() {
            return Err(ConfigError::value(
                "trusted_proxies",
                "",
                "the address of the reverse proxy in front, such as [\"127.0.0.1\"]: without it every \
                 resident would count as one visitor for the limits",
            ));
        }
        Ok(Self {
            listen,
            operations,
            data: raw.data,
            site: raw.site,
            database,
            backoffice,
            mail: MailConfig {
                smtp,
                from,
                bounces,
            },
            sms,
            manners,
            trusted_proxies,
            rules,
            people_a_second,
            watch,
            zone,
            authority: Arc::new(Authority {
                name: authority.name,
                legal_name: authority.legal_name,
                address: authority.address,
                phone: authority.phone,
                email: authority.email,
                publication_director: authority.publication_director,
                host: authority.host,
                data_protection_email: authority.data_protection_email,
                accessibility_email: authority.accessibility_email,
                audit,
                public_url: public_url.clone(),
            }),
            public_url,
        })
    }

    /// Whether residents reach the portal over TLS: cookies then carry `__Host-` and `Secure`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

#[cfg(test)]
mod tests {
    use super::{Config, raw::Raw};

    #[test]
    fn the_sample_commune_needs_no_configuration() {
        let config = Config::check(Raw::default()).unwrap();
        assert_eq!(config.public_url, "http://127.0.0.1:3000");
        assert!(!config.is_https());
    }

    #[test]
    fn an_operator_reads_key_value_and_what_is_allowed() {
        let raw = Raw {
            zone: "Paris".to_owned(),
            ..Raw::default()
        };
        let message = Config::check(raw).unwrap_err().to_string();
        assert!(
            message.contains("zone")
                && message.contains("Paris")
                && message.contains("Europe/Paris")
        );
    }

    #[test]
    fn behind_tls_the_proxy_in_front_must_be_named() {
        let behind = |trusted_proxies: &[&str]| Raw {
            public_url: "https://demarches.example".to_owned(),
            trusted_proxies: trusted_proxies.iter().map(ToString::to_string).collect(),
            ..Raw::default()
        };
        let message = Config::check(behind(&[])).unwrap_err().to_string();
        assert!(message.contains("trusted_proxies"), "{message}");
        assert!(Config::check(behind(&["127.0.0.1"])).unwrap().is_https());
    }

    #[test]
    fn a_back_office_elsewhere_needs_its_token() {
        let mut raw = Raw::default();
        raw.backoffice.url = Some("https://backoffice.example".to_owned());
        assert!(
            Config::check(raw)
                .unwrap_err()
                .to_string()
                .contains("backoffice.token_file")
        );
    }
}

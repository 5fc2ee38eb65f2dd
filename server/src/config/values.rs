//! Values of the configuration: each is read once, or refused with its key, the value and what is allowed.

use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use lettre::{Address, message::Mailbox};
use reqwest::Url;

/// Why the portal does not start with this configuration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// A value that is not allowed.
    #[error("configuration: `{key}` is \"{value}\"; allowed: {allowed}")]
    Value {
        /// Key in `parvis.toml`.
        key: &'static str,
        /// Value found.
        value: String,
        /// What it may be.
        allowed: String,
    },
    /// The file that someone named.
    #[error("configuration: there is no file {}", .0.display())]
    NoFile(PathBuf),
    /// An unknown key, or a value of the wrong type.
    #[error("configuration: {0}")]
    Format(String),
}

impl ConfigError {
    pub(super) fn value(key: &'static str, value: &str, allowed: &str) -> Self {
        Self::Value {
            key,
            value: value.to_owned(),
            allowed: allowed.to_owned(),
        }
    }
}

pub(super) fn address(key: &'static str, value: &str) -> Result<SocketAddr, ConfigError> {
    value.parse().map_err(|_| {
        ConfigError::value(key, value, "an address and a port, such as 127.0.0.1:3000")
    })
}

pub(super) fn base_url(key: &'static str, value: &str) -> Result<String, ConfigError> {
    let trimmed = value.trim_end_matches('/');
    let host = trimmed
        .strip_prefix("https://")
        .or_else(|| trimmed.strip_prefix("http://"));
    match host {
        // Read as browsers read it: a wrong port is refused too.
        Some(host)
            if !host.is_empty()
                && !host.contains(['/', '?', '#', ' ', '@'])
                && Url::parse(trimmed).is_ok() =>
        {
            Ok(trimmed.to_owned())
        }
        _ => Err(ConfigError::value(
            key,
            value,
            "https://host or http://host, without path",
        )),
    }
}

/// Hours of the day: "8-20" is from 8:00 until 20:00.
pub(super) fn hours(key: &'static str, value: &str) -> Result<(i8, i8), ConfigError> {
    let read = |part: &str| part.trim().parse::<i8>().ok();
    let hours = value.split_once('-');
    match hours.map(|(opens, closes)| (read(opens), read(closes))) {
        Some((Some(opens), Some(closes))) if 0 <= opens && opens < closes && closes <= 24 => {
            Ok((opens, closes))
        }
        _ => Err(ConfigError::value(
            key,
            value,
            "two hours such as 8-20, between 0 and 24",
        )),
    }
}

/// A gateway of text messages: what it is given names a person's phone, and leaves this machine encrypted or not at
/// all.
pub(super) fn gateway(key: &'static str, value: &str) -> Result<String, ConfigError> {
    let url = Url::parse(value).ok();
    let safe = url.is_some_and(|url| {
        let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        plain && (url.scheme() == "https" || url.scheme() == "http" && is_here(&url))
    });
    if safe {
        Ok(value.trim_end_matches('/').to_owned())
    } else {
        Err(ConfigError::value(
            key,
            value,
            "https://host/path, or http://localhost:port/path for a gateway on this machine",
        ))
    }
}

fn is_here(url: &Url) -> bool {
    url.host_str()
        .is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host))
}

/// Who signs e-mails.
pub(super) fn sender(key: &'static str, value: &str) -> Result<(), ConfigError> {
    value
        .parse::<Mailbox>()
        .map(drop)
        .map_err(|_| ConfigError::value(key, value, "Name <address@example.org>"))
}

/// An e-mail address alone.
pub(super) fn mail_address(key: &'static str, value: &str) -> Result<(), ConfigError> {
    value
        .parse::<Address>()
        .map(drop)
        .map_err(|_| ConfigError::value(key, value, "address@example.org"))
}

/// A mail server. What is sent holds an address and a tracking code: it leaves this machine encrypted or not at all.
pub(super) fn mail_server(key: &'static str, value: String) -> Result<String, ConfigError> {
    let url = Url::parse(&value).ok();
    let safe = url.is_some_and(|url| {
        let here = is_here(&url);
        let required = url
            .query_pairs()
            .any(|pair| pair == ("tls".into(), "required".into()));
        match url.scheme() {
            "smtps" => url.has_host(),
            "smtp" => required || (here && url.username().is_empty()),
            _ => false,
        }
    });
    if safe {
        Ok(value)
    } else {
        // The value may hold a password: it is not repeated.
        Err(ConfigError::value(
            key,
            "…",
            "smtps://user:password@host, smtp://user:password@host?tls=required, or smtp://localhost:25",
        ))
    }
}

pub(super) fn database(key: &'static str, value: String) -> Result<String, ConfigError> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|scheme| value.starts_with(scheme)) {
        Ok(value)
    } else {
        // The value may hold a password: it is not repeated.
        Err(ConfigError::value(
            key,
            "…",
            "sqlite:/path/file.db or postgres://user@host/name",
        ))
    }
}

pub(super) fn sqlite_in(data: &Path, file: &str) -> String {
    format!("sqlite:{}", data.join(file).display())
}

pub(super) fn between(
    key: &'static str,
    value: u16,
    least: u16,
    most: u16,
) -> Result<u16, ConfigError> {
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    let allowed = format!("{least} to {most}");
    Err(ConfigError::value(key, &value.to_string(), &allowed))
}

/// A network of trusted proxies: an address, or an address and a prefix length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// Reads `127.0.0.1`, `10.0.0.0/8` or `fd00::/8`.
    ///
    /// # Errors
    /// Neither an address nor a network.
    pub fn parse(key: &'static str, text: &str) -> Result<Self, ConfigError> {
        let refused = || {
            ConfigError::value(
                key,
                text,
                "addresses or networks such as 127.0.0.1 or 10.0.0.0/8",
            )
        };
        let (address, prefix) = text
            .split_once('/')
            .map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.parse().map_err(|_| refused())?;
        let whole = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix
            .map_or(Ok(whole), str::parse)
            .map_err(|_| refused())?;
        if prefix > whole {
            Err(refused())
        } else {
            Ok(Self { address, prefix })
        }
    }

    /// Whether an address is in this network.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => same_prefix(
                u128::from(own.to_bits()) << 96,
                u128::from(other.to_bits()) << 96,
                self.prefix,
            ),
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                same_prefix(own.to_bits(), other.to_bits(), self.prefix)
            }
            _ => false,
        }
    }
}

fn same_prefix(left: u128, right: u128, prefix: u8) -> bool {
    prefix == 0 || (left ^ right) >> (128 - u32::from(prefix)) == 0
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn a_network_holds_its_addresses_and_no_other() {
        let network = Network::parse("trusted_proxies", "10.1.0.0/16").unwrap();
        assert!(network.contains("10.1.2.3".parse().unwrap()));
        assert!(!network.contains("10.2.2.3".parse().unwrap()));
        assert!(!network.contains("::1".parse().unwrap()));
    }
}

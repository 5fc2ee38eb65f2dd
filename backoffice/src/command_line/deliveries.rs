//! Files that an agent delivers with a decision, and decisions as `show` prints them.

use std::{fs, path::PathBuf};

use anyhow::Context;
use backoffice::{api::requests::Decision, reference::NewDelivery};
use domain::locale::Locale;
use jiff::civil::Date;

use super::{
    output::{line, shown},
    staff::NOBODY,
};

/// A file to deliver, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Delivery {
    path: PathBuf,
    title: String,
    valid_until: Option<Date>,
}

impl Delivery {
    /// The document with its content.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn read(self) -> anyhow::Result<NewDelivery> {
        let content =
            fs::read(&self.path).with_context(|| format!("cannot read {}", self.path.display()))?;
        let name = self.path.file_name().unwrap_or_default();
        Ok(NewDelivery {
            filename: name.to_string_lossy().into_owned(),
            title: self.title,
            valid_until: self.valid_until,
            content,
        })
    }
}

/// Reads `PATH:TITLE[:LAST DAY OF VALIDITY]`.
pub(super) fn delivery(text: &str) -> Result<Delivery, String> {
    let mut parts = text.splitn(3, ':').map(str::trim);
    let (Some(path), Some(title)) = (parts.next(), parts.next()) else {
        return Err("PATH:TITLE[:LAST DAY OF VALIDITY] is expected".to_owned());
    };
    let valid_until = parts
        .next()
        .map(|day| {
            day.parse()
                .map_err(|_| format!("`{day}` is no day: 2027-02-28 is one"))
        })
        .transpose()?;
    Ok(Delivery {
        path: path.into(),
        title: title.to_owned(),
        valid_until,
    })
}

pub(super) fn show_decision(decision: &Decision) -> anyhow::Result<()> {
    let day = |day: Option<Date>| day.map_or_else(|| NOBODY.to_owned(), |day| day.to_string());
    line("\nDecision")?;
    let outcome = decision.outcome.status().name();
    line(format_args!("  {}  {outcome}", decision.at))?;
    line(format_args!("    {}", shown(&decision.reason_text)))?;
    for source in &decision.legal_basis {
        line(format_args!("    text: {}", shown(&source.reference)))?;
    }
    for remedy in &decision.remedies {
        let label = remedy.label.in_locale(Locale::French).words;
        line(format_args!(
            "    remedy until {}: {label}",
            day(remedy.until)
        ))?;
    }
    for document in &decision.documents {
        let (id, until) = (&document.file.id, day(document.valid_until));
        line(format_args!(
            "    {id}  valid until {until}  {}",
            shown(&document.title)
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::command_line::Arguments;

    #[test]
    fn a_decision_is_typed_with_its_texts_its_file_and_its_language() {
        let typed = "parvis-backoffice close 2026-000001 --outcome accepted --reason Oui --language fr \
            --basis CGCT --basis CRPA --file acte.pdf:Copie --file plan.png:Plan:2027-02-28";
        assert!(Arguments::try_parse_from(typed.split_whitespace()).is_ok());
    }

    #[test]
    fn an_agent_types_the_file_its_title_and_its_last_day_in_one_line() {
        let typed = delivery("/tmp/acte.pdf:Copie intégrale:2027-02-28").unwrap();
        assert_eq!(typed.title, "Copie intégrale");
        assert_eq!(typed.valid_until, Some(jiff::civil::date(2027, 2, 28)));
        assert_eq!(delivery("acte.pdf:Copie").unwrap().valid_until, None);
        assert!(delivery("acte.pdf").is_err());
        assert!(delivery("acte.pdf:Copie:demain").is_err());
    }
}

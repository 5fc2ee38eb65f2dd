//! Defects of a procedure as the catalogue describes it, each with its place in the file: what a type cannot
//! refuse, such as a missing translation or a condition on a later answer, is found before a resident meets it.

use std::fmt;

use crate::procedure::{Cost, LegalSource, Procedure, RemedyRule};

mod fields;
mod inspector;
mod limits;
mod questionnaire;
mod reason;
mod references;
mod steps;
#[cfg(test)]
mod tests;

use inspector::Inspector;
pub use reason::DefectReason;

/// One defect and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// From the top of the file to the defect, as in the YAML: `steps`, 2, `fields`, 0, `label`, `ar`. What is
    /// missing is named too, so the file may hold only the beginning of the path.
    pub path: Vec<PathPart>,
    /// What is wrong.
    pub reason: DefectReason,
}

/// One part of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathPart {
    /// Key of a map.
    Key(String),
    /// Place in a list, from 0.
    Index(usize),
}

impl Procedure {
    /// Everything that would make this procedure fail or mislead a resident; empty when it is sound.
    #[must_use]
    pub fn defects(&self) -> Vec<Defect> {
        let mut inspector = Inspector::default();
        presentation(self, &mut inspector);
        inspector.at("opinion_url", |to| {
            if self.opinion_url.as_ref().is_some_and(|url| !is_safe(url)) {
                to.report(DefectReason::NotHttps);
            }
        });
        if self.visit && self.door.is_some() {
            inspector.report_at("door", DefectReason::DoorWithVisit);
        }
        steps::inspect(&self.steps, false, &mut inspector);
        inspector.defects
    }
}

/// What is read before and after the form.
fn presentation(procedure: &Procedure, to: &mut Inspector) {
    to.id(&procedure.id);
    to.filled("form_version", &procedure.form_version);
    to.text("title", &procedure.title);
    to.text("summary", &procedure.summary);
    to.texts("eligibility", &procedure.eligibility);
    to.texts("checklist", &procedure.checklist);
    if let Cost::Amount { note, .. } = &procedure.cost {
        to.at("cost", |to| to.at("amount", |to| to.text("note", note)));
    }
    if let Some(delay) = &procedure.legal_delay {
        to.at("legal_delay", |to| {
            to.at("source", |to| legal_source(&delay.source, to))
        });
    }
    to.each("legal_sources", &procedure.legal_sources, legal_source);
    to.each("remedies", &procedure.remedies, remedy);
    to.each("channels", &procedure.channels, |channel, to| {
        to.text("label", &channel.label)
    });
    for (key, terms) in [
        ("themes", &procedure.themes),
        ("life_events", &procedure.life_events),
    ] {
        to.each(key, terms, |term, to| {
            to.id(&term.id);
            to.text("title", &term.title);
        });
    }
    to.text("keywords", &procedure.keywords);
    to.at("service", |to| {
        to.id(&procedure.service.id);
        to.text("name", &procedure.service.name);
        to.text("hours", &procedure.service.hours);
    });
    to.texts("what_next", &procedure.what_next);
    to.text("closing", &procedure.closing);
}

fn legal_source(source: &LegalSource, to: &mut Inspector) {
    to.text("label", &source.label);
    to.filled("reference", &source.reference);
    link(source.url.as_ref(), to);
}

/// A way to contest that leads to nobody, or that ends on the day it begins, would be worse than none.
fn remedy(remedy: &RemedyRule, to: &mut Inspector) {
    to.text("label", &remedy.label);
    if remedy.addressee.is_empty() {
        to.report_at("addressee", DefectReason::Empty);
    }
    to.each("addressee", &remedy.addressee, |line, to| {
        if line.trim().is_empty() {
            to.report(DefectReason::Blank);
        }
    });
    link(remedy.url.as_ref(), to);
    if remedy.months == Some(0) {
        to.report_at("months", DefectReason::Zero);
    }
    to.at("source", |to| legal_source(&remedy.source, to));
}

/// A link that could be altered on its way would be worse than none.
fn link(url: Option<&String>, to: &mut Inspector) {
    if url.is_some_and(|url| !is_safe(url)) {
        to.report_at("url", DefectReason::NotHttps);
    }
}

fn is_safe(url: &str) -> bool {
    url.starts_with("https://") && !url.contains(char::is_whitespace)
}

impl fmt::Display for Defect {
    /// `steps.2.fields.0.label.ar: no words in this language`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.path.iter().enumerate() {
            if index > 0 {
                out.write_str(".")?;
            }
            match part {
                PathPart::Key(key) => out.write_str(key)?,
                PathPart::Index(index) => write!(out, "{index}")?,
            }
        }
        write!(out, ": {}", self.reason)
    }
}

impl From<&str> for PathPart {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for PathPart {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

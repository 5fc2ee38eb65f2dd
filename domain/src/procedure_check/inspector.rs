//! Walks through a procedure: remembers the path, notes the defects found there.

use super::{Defect, DefectReason, PathPart};
use crate::{locale::Locale, text::Text};

/// Greatest length of a hint in characters: it is read aloud before each control.
const LONGEST_HINT: usize = 80;

/// Where the inspection stands and what it found.
#[derive(Default)]
pub(super) struct Inspector {
    path: Vec<PathPart>,
    pub(super) defects: Vec<Defect>,
}

impl Inspector {
    /// Inspects what is under this part.
    pub(super) fn at(&mut self, part: impl Into<PathPart>, inspect: impl FnOnce(&mut Self)) {
        self.path.push(part.into());
        inspect(self);
        self.path.pop();
    }

    /// Inspects each entry of a list under this key.
    pub(super) fn each<T>(&mut self, key: &str, list: &[T], inspect: impl Fn(&T, &mut Self)) {
        self.at(key, |to| {
            for (index, entry) in list.iter().enumerate() {
                to.at(index, |to| inspect(entry, to));
            }
        });
    }

    /// Notes a defect here.
    pub(super) fn report(&mut self, reason: DefectReason) {
        self.defects.push(Defect {
            path: self.path.clone(),
            reason,
        });
    }

    /// Notes a defect under this part.
    pub(super) fn report_at(&mut self, part: &str, reason: DefectReason) {
        self.at(part, |to| to.report(reason));
    }

    /// A text under this key must have words in every language.
    pub(super) fn text(&mut self, key: &str, text: &Text) {
        self.at(key, |to| to.words(text));
    }

    /// Each text of a list under this key must have words in every language.
    pub(super) fn texts(&mut self, key: &str, texts: &[Text]) {
        self.each(key, texts, |text, to| to.words(text));
    }

    /// A hint must have words in every language, and few of them.
    pub(super) fn hint(&mut self, hint: &Text) {
        self.at("hint", |to| {
            to.words(hint);
            for (locale, words) in &hint.0 {
                let length = words.chars().count();
                if length > LONGEST_HINT {
                    to.report_at(locale.tag(), DefectReason::HintTooLong(length));
                }
            }
        });
    }

    /// A plain value must not be blank.
    pub(super) fn filled(&mut self, key: &str, value: &str) {
        if value.trim().is_empty() {
            self.report_at(key, DefectReason::Blank);
        }
    }

    /// An identifier is part of an address.
    pub(super) fn id(&mut self, id: &str) {
        if !is_made_of(id, b'-') {
            self.report_at("id", DefectReason::IdSyntax);
        }
    }

    /// A key is the name of an input, where a full stop separates the parts.
    pub(super) fn key(&mut self, name: &str, key: &str) {
        if !is_made_of(key, b'_') {
            self.report_at(name, DefectReason::KeySyntax);
        }
    }

    fn words(&mut self, text: &Text) {
        for locale in text.missing() {
            self.report_at(Locale::tag(locale), DefectReason::MissingTranslation);
        }
    }
}

fn is_made_of(name: &str, joint: u8) -> bool {
    let is_allowed = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == joint;
    !name.is_empty() && name.bytes().all(is_allowed)
}

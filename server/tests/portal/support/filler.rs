//! Answers every question that a page shows, by its kind: the same walk for any procedure of the catalogue.

use domain::{
    field::{Field, FieldKind, Period, ungrouped},
    locale::Locale,
    procedure::{Procedure, Step},
};

use super::{Form, Page};

/// A small document that is one.
pub(crate) const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

/// What is typed in a text, in place of the usual: by key of the field and name of its part.
type Words = Box<dyn Fn(&Field, &str) -> Option<String> + Send + Sync>;

/// How someone answers.
#[derive(Default)]
pub(crate) struct Filler {
    choices: Vec<(&'static str, &'static str)>,
    words: Option<Words>,
    filename: Option<&'static str>,
    items: usize,
}

impl Filler {
    /// Answers these choices so, and the others with the first one.
    pub(crate) fn choosing(choices: &[(&'static str, &'static str)]) -> Self {
        Self {
            choices: choices.to_vec(),
            items: 1,
            ..Self::default()
        }
    }

    /// Types other words in texts.
    #[must_use]
    pub(crate) fn typing(
        mut self,
        words: impl Fn(&Field, &str) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.words = Some(Box::new(words));
        self
    }

    /// Gives this name to files; its extension is added.
    #[must_use]
    pub(crate) const fn naming(mut self, filename: &'static str) -> Self {
        self.filename = Some(filename);
        self
    }

    /// Adds so many items to a list.
    #[must_use]
    pub(crate) const fn listing(mut self, items: usize) -> Self {
        self.items = items;
        self
    }

    /// The form of a step, filled in; `None` when the list of a repeatable step wants one more item first.
    pub(crate) fn answer(&self, page: &Page, procedure: &Procedure) -> Option<Form> {
        let step = step(page, procedure);
        let list = step.repeat.is_some() && page.has("#liste");
        if list && page.all(".items__item").len() < self.items.max(1) {
            return None;
        }
        let mut form = page.form("#step-form");
        if !list {
            let shown = page.questions();
            let shown = ungrouped(&step.fields)
                .into_iter()
                .filter(|field| shown.contains(&field.key));
            for field in shown {
                form = self.fill(form, page, field);
            }
        }
        Some(form.press("continue"))
    }

    fn fill(&self, mut form: Form, page: &Page, field: &Field) -> Form {
        let key = &field.key;
        match &field.kind {
            FieldKind::Information { .. } | FieldKind::Group { .. } => {}
            FieldKind::Statement => form.set(key, "on"),
            FieldKind::YesNo => form.set(key, self.choice(key).unwrap_or("yes")),
            FieldKind::OneOf { options } => {
                form.set(key, self.choice(key).unwrap_or(&options[0].value))
            }
            FieldKind::SeveralOf { options, .. } => {
                let all: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
                form.tick(key, &all);
            }
            FieldKind::Number { min, .. } => form.set(key, &min.to_string()),
            FieldKind::File { accept, .. }
                if !page.has(&format!("[data-field='{key}'] .file__item")) =>
            {
                let kind = accept[0];
                let content = if kind.media_type() == "application/pdf" {
                    PDF
                } else {
                    &jpeg()
                };
                let filename = format!(
                    "{}.{}",
                    self.filename.unwrap_or("Document"),
                    kind.extensions()[0]
                );
                form = form.choose(key, &filename, content);
            }
            FieldKind::File { .. } => {}
            _ => {
                for (part, usual) in usual(field) {
                    let name = if part.is_empty() {
                        key.clone()
                    } else {
                        format!("{key}.{part}")
                    };
                    let typed = self.words.as_ref().and_then(|words| words(field, part));
                    form.set(&name, &typed.unwrap_or(usual));
                }
            }
        }
        form
    }

    fn choice(&self, key: &str) -> Option<&'static str> {
        self.choices
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, value)| *value)
    }
}

/// A picture that a camera could have made, as far as its head tells.
pub(crate) fn jpeg() -> Vec<u8> {
    let mut picture = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    picture.extend(b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    picture.extend([0xFF, 0xD9]);
    picture
}

/// A picture of so many bytes, as far as its head tells.
pub(crate) fn png(weight: usize) -> Vec<u8> {
    let mut picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0".to_vec();
    picture.resize(weight, 7);
    picture
}

/// The step of a page, from its address.
pub(crate) fn step<'a>(page: &Page, procedure: &'a Procedure) -> &'a Step {
    let after = page
        .path
        .split("/etapes/")
        .nth(1)
        .unwrap_or_else(|| panic!("{} is no step", page.path));
    let id = after.split(['/', '?']).next().unwrap();
    procedure.steps.iter().find(|step| step.id == id).unwrap()
}

/// Right answers by part; one part without name for a single line.
pub(crate) fn usual(field: &Field) -> Vec<(&'static str, String)> {
    let parts = |parts: &[(&'static str, &str)]| {
        parts
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect::<Vec<_>>()
    };
    match &field.kind {
        FieldKind::ShortText { example, .. } => {
            parts(&[("", example.in_locale(Locale::French).words)])
        }
        FieldKind::LongText { .. } => {
            parts(&[("", "Le lampadaire ne s'allume plus.\r\nDepuis lundi.")])
        }
        FieldKind::Email => parts(&[("", "rosalie.tilleul@example.org")]),
        FieldKind::Phone => parts(&[("", "06 39 98 12 34")]),
        FieldKind::Date {
            period: Period::Future,
            ..
        } => parts(&[("day", "1"), ("month", "9"), ("year", "2027")]),
        FieldKind::Date {
            min_age: Some(_), ..
        } => parts(&[("day", "14"), ("month", "7"), ("year", "2021")]),
        FieldKind::Date { .. } => parts(&[("day", "27"), ("month", "3"), ("year", "1957")]),
        FieldKind::Person => parts(&[
            ("family_name", "Tilleul"),
            ("usage_name", "N'Diaye"),
            ("given_names", "Rosalie Awa"),
        ]),
        FieldKind::Address => parts(&[
            ("line1", "14 rue du Lavoir"),
            ("line2", "Bâtiment B"),
            ("postal_code", "44120"),
            ("city", "Vertou"),
            ("country", ""),
        ]),
        _ => Vec::new(),
    }
}

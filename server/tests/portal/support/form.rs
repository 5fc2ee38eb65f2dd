//! A form as a browser without JavaScript fills it in and sends it.

use scraper::ElementRef;

use super::page::selector;

/// A file chosen in a form.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    pub(crate) name: String,
    pub(crate) filename: String,
    pub(crate) content: Vec<u8>,
}

/// A form: what it would send now.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) multipart: bool,
    pub(crate) inputs: Vec<(String, String)>,
    pub(crate) files: Vec<Chosen>,
}

/// The value of a list: the option that is selected, the first one otherwise.
fn chosen(list: ElementRef<'_>) -> String {
    let option = |css: &str| list.select(&selector(css)).next();
    let option = option("option[selected]").or_else(|| option("option"));
    let value = option.and_then(|option| option.value().attr("value"));
    value.unwrap_or_default().to_owned()
}

/// Boundary of a multipart post; in no file of these tests.
pub(crate) const BOUNDARY: &str = "----parvis-test-boundary-7f3a";

impl Form {
    pub(super) fn read(form: ElementRef<'_>) -> Self {
        let attribute = |name| form.value().attr(name).unwrap_or_default().to_owned();
        let mut inputs = Vec::new();
        for control in form.select(&selector("input, textarea, select")) {
            let element = control.value();
            let Some(name) = element.attr("name") else {
                continue;
            };
            let value = element.attr("value").unwrap_or_default().to_owned();
            match (element.name(), element.attr("type").unwrap_or("text")) {
                ("textarea", _) => inputs.push((name.to_owned(), control.text().collect())),
                ("select", _) => inputs.push((name.to_owned(), chosen(control))),
                (_, "file" | "submit" | "button") => {}
                (_, "radio" | "checkbox") if element.attr("checked").is_none() => {}
                _ => inputs.push((name.to_owned(), value)),
            }
        }
        let multipart = attribute("enctype") == "multipart/form-data";
        Self {
            action: attribute("action"),
            multipart,
            inputs,
            files: Vec::new(),
        }
    }

    /// Types a value in place of what stands there; an empty one leaves text empty and chooses nothing.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.inputs.retain(|(known, _)| known != name);
        self.inputs.push((name.to_owned(), value.to_owned()));
    }

    /// The same, in a chain.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// Ticks several boxes of one name.
    pub(crate) fn tick(&mut self, name: &str, values: &[&str]) {
        self.inputs.retain(|(known, _)| known != name);
        self.inputs.extend(
            values
                .iter()
                .map(|value| (name.to_owned(), (*value).to_owned())),
        );
    }

    /// Chooses a file.
    #[must_use]
    pub(crate) fn choose(mut self, name: &str, filename: &str, content: &[u8]) -> Self {
        let (name, filename) = (name.to_owned(), filename.to_owned());
        self.files.push(Chosen {
            name,
            filename,
            content: content.to_vec(),
        });
        self
    }

    /// Presses a button that has a name.
    #[must_use]
    pub(crate) fn press(self, button: &str) -> Self {
        self.with("do", button)
    }

    /// `application/x-www-form-urlencoded`.
    pub(crate) fn encoded(&self) -> String {
        let mut url = reqwest::Url::parse("http://form.test/").unwrap();
        url.query_pairs_mut().extend_pairs(&self.inputs);
        url.query().unwrap_or_default().to_owned()
    }

    /// `multipart/form-data` between [`BOUNDARY`]s, files first: browsers follow the order of the page, and the
    /// button comes last.
    pub(crate) fn in_parts(&self) -> Vec<u8> {
        let mut body = Vec::new();
        let (hidden, rest): (Vec<_>, Vec<_>) = self
            .inputs
            .iter()
            .partition(|(name, _)| name.starts_with('_'));
        let field = |(name, value): &(String, String)| {
            format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
        };
        hidden
            .into_iter()
            .for_each(|input| body.extend(field(input).into_bytes()));
        for file in &self.files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n",
                file.name,
                file.filename.replace('"', "%22")
            );
            body.extend(head.into_bytes());
            body.extend(&file.content);
            body.extend(b"\r\n");
        }
        rest.into_iter()
            .for_each(|input| body.extend(field(input).into_bytes()));
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        body
    }
}

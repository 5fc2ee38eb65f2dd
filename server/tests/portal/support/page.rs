//! An answer of the portal, read as a person and a browser read it.

use std::collections::{BTreeMap, BTreeSet};

use http::{HeaderMap, StatusCode, header};
use scraper::{ElementRef, Html, Selector};

use super::Form;

/// An answer, read whole.
#[derive(Debug, Clone)]
pub struct Page {
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Page {
    /// The document, parsed.
    pub fn document(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// Value of a header; empty when absent.
    pub fn header(&self, name: impl http::header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where the answer sends, without the fragment.
    pub fn location(&self) -> &str {
        assert!(self.status.is_redirection(), "{} {}: {}", self.path, self.status, self.errors());
        self.header(header::LOCATION).split('#').next().unwrap()
    }

    /// Text of each element, in one line.
    pub fn all(&self, css: &str) -> Vec<String> {
        self.document().select(&selector(css)).map(text).collect()
    }

    /// Text of the one element that fits.
    pub fn one(&self, css: &str) -> String {
        let all = self.all(css);
        assert_eq!(all.len(), 1, "{css} on {}: {all:?}", self.path);
        all[0].clone()
    }

    /// Text of the one element that fits, with every space.
    pub fn one_raw(&self, css: &str) -> String {
        let document = self.document();
        let found: Vec<String> = document.select(&selector(css)).map(|element| element.text().collect()).collect();
        assert_eq!(found.len(), 1, "{css} on {}", self.path);
        found[0].clone()
    }

    /// Whether an element fits.
    pub fn has(&self, css: &str) -> bool {
        self.document().select(&selector(css)).next().is_some()
    }

    /// An attribute of each element that has it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let document = self.document();
        let elements = document.select(&selector(css));
        elements.filter_map(|element| element.value().attr(name).map(str::to_owned)).collect()
    }

    /// Text of what is in `main`.
    pub fn main(&self) -> String {
        self.one("main")
    }

    /// What the page says is wrong: the summary, or the heading of an error page.
    pub fn errors(&self) -> String {
        [self.all("#error-summary"), self.all("h1")].concat().join(" | ")
    }

    /// Values of the inputs of a name, as a browser would send them now.
    pub fn typed(&self, name: &str) -> Vec<String> {
        let form = self.form("#step-form");
        form.inputs.into_iter().filter(|(known, _)| known == name).map(|(_, value)| value).collect()
    }

    /// A form of the page, filled in as the page shows it.
    pub fn form(&self, css: &str) -> Form {
        let document = self.document();
        let form = document.select(&selector(css)).next();
        Form::read(form.unwrap_or_else(|| panic!("no {css} on {}: {}", self.path, self.errors())))
    }

    /// Keys of the questions that the page shows, those of groups included.
    pub fn questions(&self) -> BTreeSet<String> {
        let document = self.document();
        let hidden = |element: &ElementRef<'_>| {
            element.value().attr("hidden").is_some()
                || element
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|parent| parent.value().attr("hidden").is_some())
        };
        document
            .select(&selector("[data-field]"))
            .filter(|element| !hidden(element))
            .filter_map(|element| element.value().attr("data-field").map(str::to_owned))
            .collect()
    }

    /// The body without the incident's identifier, the nonce and the sizes that change with them: what two
    /// answers must have in common for nobody to tell them apart.
    pub fn without_incident(&self) -> String {
        let id = self.header("request-id");
        let policy = self.header(header::CONTENT_SECURITY_POLICY);
        let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
        let body = self.body.replace(id, "INCIDENT").replace(&self.path, "ADDRESS");
        nonce.map_or(body.clone(), |nonce| body.replace(nonce, "NONCE"))
    }
}

/// Titles of pages must differ: gives each title with the addresses that carry it.
pub fn every_page_asked(pages: &[Page]) -> BTreeMap<String, Vec<String>> {
    let mut titles: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for page in pages {
        titles.entry(page.one("title")).or_default().push(page.path.clone());
    }
    titles
}

fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

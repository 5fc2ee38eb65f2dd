//! An answer of the portal, read as a person and a browser read it.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use scraper::{ElementRef, Html, Selector};

use super::Form;

/// An answer, read whole.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) path: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    pub(crate) bytes: Bytes,
    document: OnceCell<Html>,
}

impl Page {
    pub(super) const fn new(
        path: String,
        status: StatusCode,
        headers: HeaderMap,
        body: String,
        bytes: Bytes,
    ) -> Self {
        Self {
            path,
            status,
            headers,
            body,
            bytes,
            document: OnceCell::new(),
        }
    }

    /// The document, parsed once.
    pub(crate) fn document(&self) -> &Html {
        self.document
            .get_or_init(|| Html::parse_document(&self.body))
    }

    /// Value of a header; empty when absent.
    pub(crate) fn header(&self, name: impl http::header::AsHeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Where the answer sends, without the fragment.
    pub(crate) fn location(&self) -> &str {
        assert!(
            self.status.is_redirection(),
            "{} {}: {}",
            self.path,
            self.status,
            self.errors()
        );
        self.header(header::LOCATION).split('#').next().unwrap()
    }

    /// Text of each element, in one line.
    pub(crate) fn all(&self, css: &str) -> Vec<String> {
        self.document().select(&selector(css)).map(text).collect()
    }

    /// Text of the one element that fits.
    pub(crate) fn one(&self, css: &str) -> String {
        let all = self.all(css);
        assert_eq!(all.len(), 1, "{css} on {}: {all:?}", self.path);
        all[0].clone()
    }

    /// Text of the one element that fits, with every space.
    pub(crate) fn one_raw(&self, css: &str) -> String {
        let document = self.document();
        let found: Vec<String> = document
            .select(&selector(css))
            .map(|element| element.text().collect())
            .collect();
        assert_eq!(found.len(), 1, "{css} on {}", self.path);
        found[0].clone()
    }

    /// Whether an element fits.
    pub(crate) fn has(&self, css: &str) -> bool {
        self.document().select(&selector(css)).next().is_some()
    }

    /// An attribute of each element that has it.
    pub(crate) fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let document = self.document();
        let wanted = selector(css);
        let elements = document.select(&wanted);
        elements
            .filter_map(|element| element.value().attr(name).map(str::to_owned))
            .collect()
    }

    /// Text of what is in `main`.
    pub(crate) fn main(&self) -> String {
        self.one("main")
    }

    /// What the page says is wrong: the summary, or the heading of an error page.
    pub(crate) fn errors(&self) -> String {
        [self.all("#error-summary"), self.all("h1")]
            .concat()
            .join(" | ")
    }

    /// Values of the inputs of a name, as a browser would send them now.
    pub(crate) fn typed(&self, name: &str) -> Vec<String> {
        let form = self.form("#step-form");
        form.inputs
            .into_iter()
            .filter(|(known, _)| known == name)
            .map(|(_, value)| value)
            .collect()
    }

    /// A form of the page, filled in as the page shows it.
    pub(crate) fn form(&self, css: &str) -> Form {
        let document = self.document();
        let form = document.select(&selector(css)).next();
        Form::read(form.unwrap_or_else(|| panic!("no {css} on {}: {}", self.path, self.errors())))
    }

    /// Keys of the questions that the page shows, those of groups included.
    pub(crate) fn questions(&self) -> BTreeSet<String> {
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

    /// The body without the incident's identifier, the nonce and the address asked for (in the links to other
    /// languages): what two answers must have in common for nobody to tell them apart.
    pub(crate) fn without_incident(&self) -> String {
        let id = self.header("request-id");
        let policy = self.header(header::CONTENT_SECURITY_POLICY);
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next());
        let after_language = self.path[1..]
            .find('/')
            .map_or("", |end| &self.path[1 + end..]);
        let without_query = after_language.split('?').next().unwrap_or_default();
        let body = self
            .body
            .replace(id, "INCIDENT")
            .replace(after_language, "/ADDRESS")
            .replace(without_query, "/ADDRESS");
        nonce.map_or(body.clone(), |nonce| body.replace(nonce, "NONCE"))
    }
}

/// Titles of pages must differ: gives each title with the addresses that carry it.
pub(crate) fn every_page_asked(pages: &[Page]) -> BTreeMap<String, Vec<String>> {
    let mut titles: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for page in pages {
        titles
            .entry(page.one("title"))
            .or_default()
            .push(page.path.clone());
    }
    titles
}

fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

//! A browser without JavaScript, over a real socket: its cookies, one address, no redirection followed unasked.

use std::time::Duration;

use reqwest::{Client, Method, RequestBuilder, StatusCode, Url, header, redirect::Policy};
use scraper::{Html, Selector};

use super::program::Town;

/// Boundary of a post with a file; in no file of these tests.
const BOUNDARY: &str = "----parvis-test-boundary-51c9";
/// Name of the ticket of the waiting line, over plain HTTP.
const LINE: &str = "parvis-line";

/// Someone's browser.
pub(crate) struct Browser {
    client: Client,
    origin: String,
    address: String,
    /// `name=value`, once given.
    pub(crate) cookie: Option<String>,
    /// The same for the ticket of the waiting line.
    ticket: Option<String>,
}

/// An answer, read whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    /// Where it sends to; empty when it does not.
    pub(crate) location: String,
    pub(crate) body: String,
}

/// The portal went away before it had answered.
#[derive(Debug)]
pub(crate) struct Gone;

impl Browser {
    /// A browser at an address on the network.
    pub(crate) fn new(town: &Town, address: &str) -> Self {
        Self {
            client: client(),
            origin: town.origin(),
            address: address.to_owned(),
            cookie: None,
            ticket: None,
        }
    }

    /// Becomes that of someone whom the portal does not know yet, at the same address.
    pub(crate) fn forget(&mut self) {
        (self.cookie, self.ticket) = (None, None);
    }

    /// Opens an address of the portal.
    pub(crate) async fn get(&mut self, path: &str) -> Result<Answer, Gone> {
        let request = self.request(Method::GET, path);
        self.send(request).await
    }

    /// Sends a form.
    pub(crate) async fn post(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<Answer, Gone> {
        let request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(encoded(fields));
        self.send(request).await
    }

    /// Sends the form of a page of files, with one file or none.
    pub(crate) async fn post_file(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &str, &[u8])>,
    ) -> Result<Answer, Gone> {
        let mut body = Vec::new();
        if let Some((name, filename, content)) = file {
            body.extend(part(name, &format!("; filename=\"{filename}\"")).into_bytes());
            body.extend(content);
            body.extend(b"\r\n");
        }
        for (name, value) in fields {
            body.extend(format!("{}{value}\r\n", part(name, "")).into_bytes());
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        let request = self
            .request(Method::POST, path)
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .body(body);
        self.send(request).await
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self
            .client
            .request(method, format!("{}{path}", self.origin))
            .header("x-forwarded-for", &self.address)
            .header("sec-fetch-site", "same-origin");
        let cookies = [&self.cookie, &self.ticket].into_iter().flatten();
        cookies.fold(request, |request, cookie| {
            request.header(header::COOKIE, cookie)
        })
    }

    async fn send(&mut self, request: RequestBuilder) -> Result<Answer, Gone> {
        let response = request.send().await.map_err(|_| Gone)?;
        let (status, headers) = (response.status(), response.headers());
        let location = headers.get(header::LOCATION);
        let location = location.map_or("", |value| value.to_str().unwrap());
        let location = location.to_owned();
        for given in headers.get_all(header::SET_COOKIE) {
            let given = given.to_str().unwrap().split(';').next();
            let given = given.unwrap_or_default().to_owned();
            let kept = if given.starts_with(LINE) {
                &mut self.ticket
            } else {
                &mut self.cookie
            };
            *kept = Some(given);
        }
        let body = response.text().await.map_err(|_| Gone)?;
        Ok(Answer {
            status,
            location,
            body,
        })
    }
}

impl Answer {
    /// What stands in an input of the page; empty when there is nothing.
    pub(crate) fn typed(&self, name: &str) -> String {
        let selector = Selector::parse(&format!("[name='{name}']")).unwrap();
        let page = Html::parse_document(&self.body);
        let input = page.select(&selector).next();
        input
            .and_then(|input| input.value().attr("value"))
            .unwrap_or_default()
            .to_owned()
    }

    /// An attribute of each element that has it.
    pub(crate) fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(css).unwrap();
        let page = Html::parse_document(&self.body);
        page.select(&selector)
            .filter_map(|element| element.value().attr(name).map(str::to_owned))
            .collect()
    }

    /// The main heading.
    pub(crate) fn heading(&self) -> String {
        let page = Html::parse_document(&self.body);
        let heading = page.select(&Selector::parse("h1").unwrap()).next();
        heading
            .map(|heading| heading.text().collect())
            .unwrap_or_default()
    }
}

/// A client that follows nothing and waits for half a minute at most.
pub(crate) fn client() -> Client {
    // Another test of this process may have installed it: the same one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder()
        .redirect(Policy::none())
        .timeout(Duration::from_secs(30));
    client.build().unwrap()
}

/// Fields as a form sends them.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let mut url = Url::parse("http://form.test/").unwrap();
    url.query_pairs_mut().extend_pairs(fields);
    url.query().unwrap_or_default().to_owned()
}

fn part(name: &str, more: &str) -> String {
    format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n")
}

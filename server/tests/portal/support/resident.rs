//! Someone at the portal: keeps cookies, follows links, sends forms, from one address.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Mutex,
};

use app::paths::Path;
use axum::{Router, body::Body, extract::ConnectInfo};
use bytes::Bytes;
use domain::{locale::Locale, procedure::Procedure};
use http::{Method, Request, StatusCode, header, request::Builder};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::{Filler, Form, Page, form::BOUNDARY};

/// What one chooses a time for to come to the form of a procedure of the sample commune that takes a visit.
fn visit_of(procedure: &str) -> Option<(&'static str, &'static str)> {
    match procedure {
        "prendre-rendez-vous" => Some(("piece-identite", "onsite")),
        "rendez-vous-telephone" => Some(("travailleur-social", "phone")),
        "rendez-vous-domicile" => Some(("travailleur-social", "home")),
        _ => None,
    }
}

/// Someone at the portal.
pub(crate) struct Resident {
    router: Router,
    pub(crate) locale: Locale,
    pub(super) address: IpAddr,
    pub(super) cookie: Mutex<Option<String>>,
    /// The ticket of the waiting line of a rush.
    ticket: Mutex<Option<String>>,
}

impl Resident {
    pub(super) const fn new(router: Router, locale: Locale, address: IpAddr) -> Self {
        Self {
            router,
            locale,
            address,
            cookie: Mutex::new(None),
            ticket: Mutex::new(None),
        }
    }

    /// Address of a page in this person's language.
    pub(crate) fn at(&self, path: &Path) -> String {
        path.in_locale(self.locale)
    }

    /// A request of this person's browser, to be completed.
    pub(crate) fn request(&self, method: Method, path: &str) -> Builder {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "demarches.example.org")
            .extension(ConnectInfo(SocketAddr::new(self.address, 50_000)));
        for cookie in [&self.cookie, &self.ticket] {
            if let Some(cookie) = &*cookie.lock().unwrap() {
                request = request.header(header::COOKIE, cookie);
            }
        }
        request
    }

    /// Sends a request as it is; keeps the cookie given, if any.
    pub(crate) async fn send(&self, request: Request<Body>) -> Page {
        let path = request.uri().to_string();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for given in parts.headers.get_all(header::SET_COOKIE) {
            let given = given.to_str().unwrap().split(';').next().unwrap();
            let is_ticket = given.starts_with("__Host-parvis-line=");
            let kept = if is_ticket {
                &self.ticket
            } else {
                &self.cookie
            };
            *kept.lock().unwrap() = Some(given.to_owned());
        }
        // News of a request never end by themselves: that they begin is enough here.
        let endless = parts.headers.get(header::CONTENT_TYPE);
        let body = if endless.is_some_and(|kind| kind == "text/event-stream") {
            Bytes::new()
        } else {
            body.collect().await.unwrap().to_bytes()
        };
        let text = String::from_utf8_lossy(&body).into_owned();
        Page::new(path, parts.status, parts.headers, text, body)
    }

    /// Opens an address.
    pub(crate) async fn get(&self, path: &str) -> Page {
        self.send(self.request(Method::GET, path).body(Body::empty()).unwrap())
            .await
    }

    /// Opens a page in this person's language.
    pub(crate) async fn open(&self, path: &Path) -> Page {
        self.get(&self.at(path)).await
    }

    /// A post from our own page, as a browser marks it.
    pub(crate) fn post(&self, path: &str) -> Builder {
        self.request(Method::POST, path)
            .header("sec-fetch-site", "same-origin")
    }

    /// Sends a form; gives the answer, not what it leads to.
    pub(crate) async fn submit(&self, form: &Form) -> Page {
        let (kind, body) = if form.multipart {
            (
                format!("multipart/form-data; boundary={BOUNDARY}"),
                Body::from(form.in_parts()),
            )
        } else {
            (
                "application/x-www-form-urlencoded".to_owned(),
                Body::from(form.encoded()),
            )
        };
        self.send(
            self.post(&form.action)
                .header(header::CONTENT_TYPE, kind)
                .body(body)
                .unwrap(),
        )
        .await
    }

    /// Opens the page that an answer sends to.
    pub(crate) async fn follow(&self, answer: &Page) -> Page {
        assert_eq!(
            answer.status,
            StatusCode::SEE_OTHER,
            "{}: {}",
            answer.path,
            answer.errors()
        );
        self.get(answer.location()).await
    }

    /// Sends a form and opens the page after.
    pub(crate) async fn go_on(&self, form: &Form) -> Page {
        self.follow(&self.submit(form).await).await
    }

    /// Begins a procedure: the first step.
    pub(crate) async fn begin(&self, procedure: &str) -> Page {
        let page = self.open(&Path::Procedure(procedure.to_owned())).await;
        if let Some((kind, mode)) = visit_of(procedure) {
            assert!(page.has("main a[href*='/rendez-vous']"), "{}", page.main());
            return self.hold(kind, mode).await;
        }
        self.go_on(&page.form("main form[method=post]")).await
    }

    /// Chooses the first time that is proposed for a visit: the first step.
    pub(crate) async fn hold(&self, kind: &str, mode: &str) -> Page {
        let address = self.at(&Path::Times(kind.to_owned()));
        let page = self.get(&format!("{address}?mode={mode}")).await;
        let first = &page.attributes("button[name=horaire]", "value")[0];
        let form = page.form("#times-form").with("horaire", first);
        self.go_on(&form).await
    }

    /// Fills in a procedure up to the review, showing each page to `see` on the way.
    pub(crate) async fn fill_in(
        &self,
        procedure: &Procedure,
        filler: &Filler,
        see: &mut dyn FnMut(&Page),
    ) -> Page {
        let mut page = self.begin(&procedure.id).await;
        // A page comes back once when its answers bring questions; no form of the catalogue has 20 pages.
        for _ in 0..60 {
            assert_eq!(
                page.status,
                StatusCode::OK,
                "{}: {}",
                page.path,
                page.errors()
            );
            see(&page);
            if page.has("#send-form") {
                return page;
            }
            page = match filler.answer(&page, procedure) {
                Some(form) => self.go_on(&form).await,
                None => {
                    self.get(&page.attributes("main a[href$='/nouveau']", "href")[0])
                        .await
                }
            };
        }
        panic!("{} never ends: {}", procedure.id, page.path)
    }

    /// Fills in and sends a procedure: the receipt.
    pub(crate) async fn request_of(&self, procedure: &Procedure, filler: &Filler) -> Page {
        let review = self.fill_in(procedure, filler, &mut |_| {}).await;
        self.go_on(&review.form("#send-form")).await
    }
}

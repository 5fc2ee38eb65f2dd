//! The cookie of a visitor, 32 random bytes, given only to those who begin a draft or open a request; and the ticket of
//! someone in the waiting line of a rush.

use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};

use crate::portal::{Desk, Visitor};

/// How the cookie is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct CookieRule {
    /// Over TLS: `__Host-` prefix and `Secure`. In plain HTTP (a developer's machine), another name.
    pub(super) secure: bool,
    /// Days it lives: as long as a draft.
    pub(super) days: u16,
}

/// A visitor, and the cookie that tells who they are if they had none.
pub(super) struct Welcome {
    pub(super) visitor: Visitor,
    cookie: Option<HeaderValue>,
}

impl Welcome {
    /// Gives the cookie with an answer that leads on: a wrong try makes nobody known.
    pub(super) fn keep(self, mut response: Response) -> Response {
        if let Some(cookie) = self.cookie.filter(|_| response.status().is_redirection()) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

impl CookieRule {
    const fn name(self) -> &'static str {
        if self.secure {
            "__Host-parvis"
        } else {
            "parvis-plain-http"
        }
    }

    /// The visitor of a request, from its cookie.
    pub(super) fn visitor(self, headers: &HeaderMap) -> Visitor {
        self.token(headers)
            .map(Visitor::from_token)
            .unwrap_or_default()
    }

    /// The visitor of a request; one without a cookie becomes someone new.
    pub(super) fn welcome(self, headers: &HeaderMap, desk: &Desk) -> Welcome {
        let known = self.visitor(headers);
        if known.owner.is_some() {
            return Welcome {
                visitor: known,
                cookie: None,
            };
        }
        let new = desk.new_visitor();
        Welcome {
            visitor: new.visitor,
            cookie: self.give(&new.token),
        }
    }

    /// The same cookie for as long again: it never dies before a draft that was just saved.
    pub(super) fn renewed(self, headers: &HeaderMap) -> Option<HeaderValue> {
        self.visitor(headers).owner?;
        self.give(self.token(headers)?)
    }

    fn token(self, headers: &HeaderMap) -> Option<&str> {
        value(headers, self.name())
    }

    const fn line_name(self) -> &'static str {
        if self.secure {
            "__Host-parvis-line"
        } else {
            "parvis-line-plain-http"
        }
    }

    /// The ticket of someone in the waiting line of a rush.
    pub(super) fn line_ticket(self, headers: &HeaderMap) -> Option<&str> {
        value(headers, self.line_name())
    }

    /// The header that gives someone their ticket, for so many seconds.
    pub(super) fn give_line_ticket(self, ticket: &str, seconds: i64) -> Option<HeaderValue> {
        self.written(self.line_name(), ticket, seconds)
    }

    /// The header that takes the cookie back.
    pub(super) fn taken_back(self) -> Option<HeaderValue> {
        self.written(self.name(), "", 0)
    }

    /// The header that gives a visitor their cookie.
    pub(super) fn give(self, token: &str) -> Option<HeaderValue> {
        self.written(self.name(), token, i64::from(self.days) * 24 * 60 * 60)
    }

    fn written(self, name: &str, value: &str, seconds: i64) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        HeaderValue::from_str(&format!(
            "{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}"
        ))
        .ok()
    }
}

/// A cookie of a request, by its name.
fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

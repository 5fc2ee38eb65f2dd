//! The one cookie: 32 random bytes, given only to those who begin a draft or open a request.

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
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == self.name())
            .map(|(_, value)| value)
    }

    /// The header that takes the cookie back.
    pub(super) fn taken_back(self) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let name = self.name();
        let gone = format!("{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}");
        HeaderValue::from_str(&gone).ok()
    }

    /// The header that gives a visitor their cookie.
    pub(super) fn give(self, token: &str) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let seconds = u32::from(self.days) * 24 * 60 * 60;
        HeaderValue::from_str(&format!(
            "{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}",
            self.name()
        ))
        .ok()
    }
}

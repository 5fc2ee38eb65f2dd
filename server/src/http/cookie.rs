//! The one cookie: 32 random bytes, given only to those who begin a draft or open a request.

use http::{HeaderMap, HeaderValue, header};

use crate::portal::Visitor;

/// How the cookie is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct CookieRule {
    /// Over TLS: `__Host-` prefix and `Secure`. In plain HTTP (a developer's machine), another name.
    pub(super) secure: bool,
    /// Days it lives: as long as a draft.
    pub(super) days: u16,
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

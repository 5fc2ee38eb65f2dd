//! The first part's client authentication: tokens that each client shares with the back office, compared without telling how
//! much of one was right (decision 0002; OAuth client credentials come later).

use std::fmt;

use http::{HeaderMap, header};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A token that a client and the back office share. Only its digest stays in memory.
#[derive(Clone)]
pub struct ClientToken([u8; 32]);

impl ClientToken {
    /// Keeps the digest of a token.
    #[must_use]
    pub fn new(token: &str) -> Self {
        Self(Sha256::digest(token).into())
    }

    /// Whether it is the same token as another one.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }

    /// The token of `Authorization: Bearer …`. Digests have one length, so the time that comparing takes says nothing about
    /// the token's.
    fn given(headers: &HeaderMap) -> Option<Self> {
        let given = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        let (scheme, token) = given.split_once(' ')?;
        let token = token.trim();
        let is_bearer = scheme.eq_ignore_ascii_case("bearer") && !token.is_empty();
        is_bearer.then(|| Self::new(token))
    }
}

impl fmt::Debug for ClientToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ClientToken(***)")
    }
}

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Client {
    /// The portal.
    Portal,
    /// A tool of the agents, which reads what people wrote.
    Agents,
}

/// Everybody who may call, by token.
#[derive(Debug, Clone)]
pub struct Clients {
    portal: ClientToken,
    agents: Option<ClientToken>,
}

impl From<ClientToken> for Clients {
    fn from(portal: ClientToken) -> Self {
        Self {
            portal,
            agents: None,
        }
    }
}

impl Clients {
    /// The same, and the tools of the agents with a token of their own.
    #[must_use]
    pub fn with_agents(self, agents: ClientToken) -> Self {
        Self {
            agents: Some(agents),
            ..self
        }
    }

    /// Who calls; `None` for anybody else.
    #[must_use]
    pub fn recognise(&self, headers: &HeaderMap) -> Option<Client> {
        let given = ClientToken::given(headers)?;
        let is_agents = self.agents.as_ref().is_some_and(|token| token.is(&given));
        if self.portal.is(&given) {
            Some(Client::Portal)
        } else {
            is_agents.then_some(Client::Agents)
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn each_token_opens_its_own_door_and_nothing_else_opens_any() {
        let alone = Clients::from(ClientToken::new("portal"));
        let both = alone.clone().with_agents(ClientToken::new("agents"));
        let by = |clients: &Clients, given: &str| {
            let value = HeaderValue::from_str(given).unwrap();
            clients.recognise(&HeaderMap::from_iter([(header::AUTHORIZATION, value)]))
        };
        for clients in [&alone, &both] {
            assert_eq!(by(clients, "Bearer portal"), Some(Client::Portal));
            assert_eq!(by(clients, "bearer  portal "), Some(Client::Portal));
            for wrong in [
                "",
                "Bearer",
                "Bearer ",
                "portal",
                "Basic portal",
                "Bearer Portal",
            ] {
                assert_eq!(by(clients, wrong), None, "{wrong:?}");
            }
            assert_eq!(clients.recognise(&HeaderMap::new()), None);
        }
        assert_eq!(by(&both, "Bearer agents"), Some(Client::Agents));
        assert_eq!(by(&alone, "Bearer agents"), None);
    }
}

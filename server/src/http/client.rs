//! Where a request comes from: the rightmost hop that is not one of our proxies.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use http::{HeaderMap, request::Parts};

use crate::config::Network;

/// Address of the client. `X-Forwarded-For` is read from the right, and only behind a trusted proxy:
/// a forged header never chooses the bucket of a limit.
#[must_use]
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    // An IPv4 visitor of a socket that takes both families comes as `::ffff:a.b.c.d`.
    let peer = peer.to_canonical();
    let is_ours = |address: &IpAddr| trusted.iter().any(|network| network.contains(*address));
    if !is_ours(&peer) {
        return peer;
    }
    let hops: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    hops.iter()
        .rev()
        .map_while(|hop| hop.trim().parse::<IpAddr>().ok())
        .map(|hop| hop.to_canonical())
        .find(|hop| !is_ours(hop))
        .unwrap_or(peer)
}

/// Address of the client of a request; without a socket (tests), the loopback address.
pub(super) fn of_parts(parts: &Parts, trusted: &[Network]) -> IpAddr {
    let peer = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip());
    client_address(peer, &parts.headers, trusted)
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::client_address;
    use crate::config::Network;

    fn headers(forwarded: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn a_direct_client_cannot_pretend_to_be_another() {
        let peer = "203.0.113.9".parse().unwrap();
        assert_eq!(client_address(peer, &headers(&["198.51.100.1"]), &[]), peer);
    }

    #[test]
    fn behind_our_proxy_the_rightmost_foreign_hop_counts() {
        let trusted = [Network::parse("trusted_proxies", "10.0.0.0/8").unwrap()];
        let peer = "10.0.0.1".parse().unwrap();
        let forged = headers(&["1.1.1.1, 203.0.113.9", "10.0.0.2"]);
        assert_eq!(
            client_address(peer, &forged, &trusted),
            "203.0.113.9".parse::<std::net::IpAddr>().unwrap()
        );
    }

    #[test]
    fn an_ipv4_peer_of_an_ipv6_socket_is_itself() {
        let trusted = [Network::parse("trusted_proxies", "127.0.0.1").unwrap()];
        let peer = "::ffff:127.0.0.1".parse().unwrap();
        let visitor = "203.0.113.9".parse::<std::net::IpAddr>().unwrap();
        let mapped = headers(&["::ffff:203.0.113.9"]);
        assert_eq!(client_address(peer, &mapped, &trusted), visitor);
    }

    #[test]
    fn a_hop_that_is_no_address_ends_the_walk() {
        let trusted = [Network::parse("trusted_proxies", "10.0.0.1").unwrap()];
        let peer = "10.0.0.1".parse().unwrap();
        assert_eq!(
            client_address(peer, &headers(&["198.51.100.1, x"]), &trusted),
            peer
        );
    }
}

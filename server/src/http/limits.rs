//! A cheap brake on floods of writes, per origin and per process. What must hold between several
//! portals (guesses of codes) is counted in the database instead, by the desk.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use jiff::Timestamp;

/// Writes that one origin may make at once; a mediator's office shares one address.
const BURST: f64 = 120.0;
/// Writes that come back each second.
const PER_SECOND: f64 = 4.0;
/// Origins remembered; beyond that the full ones are forgotten first.
const GREATEST: usize = 50_000;

/// Token buckets by origin: an IPv4 address, or the /64 of an IPv6 one.
#[derive(Debug, Default)]
pub(super) struct Brake {
    buckets: Mutex<HashMap<IpAddr, Bucket>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: f64,
    at: Timestamp,
}

impl Brake {
    /// Takes one token; `Err` holds the seconds to wait.
    pub(super) fn take(&self, origin: IpAddr, now: Timestamp) -> Result<(), u64> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= GREATEST {
            buckets.retain(|_, bucket| refilled(*bucket, now) < BURST);
        }
        let bucket = buckets.entry(network(origin)).or_insert(Bucket {
            tokens: BURST,
            at: now,
        });
        let tokens = refilled(*bucket, now);
        if tokens < 1.0 {
            return Err(wait(tokens));
        }
        *bucket = Bucket {
            tokens: tokens - 1.0,
            at: now,
        };
        Ok(())
    }
}

fn refilled(bucket: Bucket, now: Timestamp) -> f64 {
    let seconds = now.duration_since(bucket.at).as_secs_f64().max(0.0);
    seconds.mul_add(PER_SECOND, bucket.tokens).min(BURST)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a wait of a few seconds"
)]
fn wait(tokens: f64) -> u64 {
    ((1.0 - tokens) / PER_SECOND).ceil() as u64
}

fn network(origin: IpAddr) -> IpAddr {
    match origin {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() & (u128::MAX << 64)).into()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::{BURST, Brake};

    #[test]
    fn a_flood_waits_and_others_do_not() {
        let brake = Brake::default();
        let now = Timestamp::UNIX_EPOCH;
        let flood = "203.0.113.9".parse().unwrap();
        let allowed = (0..1000)
            .take_while(|_| brake.take(flood, now).is_ok())
            .count();
        assert!((allowed as f64 - BURST).abs() < 1.0);
        assert!(brake.take("203.0.113.10".parse().unwrap(), now).is_ok());
        assert!(
            brake
                .take(flood, now + SignedDuration::from_secs(1))
                .is_ok()
        );
    }

    #[test]
    fn addresses_of_one_ipv6_network_share_a_bucket() {
        let brake = Brake::default();
        let now = Timestamp::UNIX_EPOCH;
        for last in 0..BURST as u16 {
            brake
                .take(format!("2001:db8::{last:x}").parse().unwrap(), now)
                .unwrap();
        }
        assert!(brake.take("2001:db8::ffff".parse().unwrap(), now).is_err());
    }
}

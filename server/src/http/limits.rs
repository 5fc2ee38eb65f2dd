//! A cheap brake on floods of writes, per origin and per process. What must hold between several
//! portals (guesses of codes) is counted in the database instead, by the desk.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;

/// Writes that one origin may make at once, and those that come back each second; a mediator's office shares one
/// address.
const WRITES: Pace = Pace {
    burst: 120.0,
    per_second: 4.0,
};
/// Mebibytes of files that one origin may send at once, and those that come back each second (700 in an hour): what
/// is kept for days must not fill the disk.
const FILES: Pace = Pace {
    burst: 600.0,
    per_second: 0.2,
};
/// Origins remembered; beyond that the full ones are forgotten first.
const GREATEST: usize = 50_000;

/// Places on the waiting list that one origin may enter at once, and those that come back each second (10 in an hour):
/// a mediator's office enters several people, and nobody takes all that becomes free.
const WAITS: Pace = Pace {
    burst: 20.0,
    per_second: 10.0 / 3600.0,
};

#[derive(Debug, Clone, Copy)]
struct Pace {
    burst: f64,
    per_second: f64,
}

/// Token buckets by origin: an IPv4 address, or the /64 of an IPv6 one.
#[derive(Debug)]
pub(super) struct Brake {
    pace: Pace,
    buckets: Mutex<HashMap<IpAddr, Bucket>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: f64,
    at: Timestamp,
}

impl Brake {
    /// For writes, one token each.
    pub(super) fn of_writes() -> Self {
        Self::new(WRITES)
    }

    /// For files, one token for each mebibyte.
    pub(super) fn of_files() -> Self {
        Self::new(FILES)
    }

    /// For places on the waiting list, one token each.
    pub(super) fn of_waits() -> Self {
        Self::new(WAITS)
    }

    fn new(pace: Pace) -> Self {
        let buckets = Mutex::default();
        Self { pace, buckets }
    }

    /// Takes so many tokens; `Err` holds the seconds to wait.
    pub(super) fn take(&self, origin: IpAddr, tokens: f64, now: Timestamp) -> Result<(), u64> {
        let pace = self.pace;
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= GREATEST {
            buckets.retain(|_, bucket| pace.refilled(*bucket, now) < pace.burst);
        }
        let bucket = buckets.entry(network(origin)).or_insert(Bucket {
            tokens: pace.burst,
            at: now,
        });
        let left = pace.refilled(*bucket, now) - tokens;
        if left < 0.0 {
            return Err(wait(-left / pace.per_second));
        }
        *bucket = Bucket {
            tokens: left,
            at: now,
        };
        Ok(())
    }
}

impl Pace {
    fn refilled(self, bucket: Bucket, now: Timestamp) -> f64 {
        let seconds = now.duration_since(bucket.at).as_secs_f64().max(0.0);
        seconds
            .mul_add(self.per_second, bucket.tokens)
            .min(self.burst)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a wait of seconds, or of an hour for files"
)]
fn wait(seconds: f64) -> u64 {
    seconds.ceil() as u64
}

/// What counts as one origin: an IPv4 address, or the /64 of an IPv6 one.
pub(super) fn network(origin: IpAddr) -> IpAddr {
    match origin {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() & (u128::MAX << 64)).into()),
    }
}

/// Posts with files that one origin may send at the same time; an office shares one address.
const AT_ONCE: usize = 8;

/// Who sends files now, by origin: nobody takes all the places.
#[derive(Debug, Default)]
pub(super) struct Senders(Mutex<HashMap<IpAddr, usize>>);

/// One post with files under way; its place is free again when it is dropped.
#[derive(Debug)]
pub(super) struct Sender {
    senders: Arc<Senders>,
    origin: IpAddr,
}

impl Senders {
    /// Lets one more post of this origin in, if there is room.
    pub(super) fn enter(self: &Arc<Self>, origin: IpAddr) -> Option<Sender> {
        let origin = network(origin);
        let mut senders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = senders.entry(origin).or_default();
        if *count >= AT_ONCE {
            return None;
        }
        *count += 1;
        Some(Sender {
            senders: Arc::clone(self),
            origin,
        })
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        let mut senders = self
            .senders
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = senders.get_mut(&self.origin) {
            *count -= 1;
            if *count == 0 {
                senders.remove(&self.origin);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use std::sync::Arc;

    use super::{AT_ONCE, Brake, FILES, Senders, WRITES};

    #[test]
    fn a_flood_waits_and_others_do_not() {
        let brake = Brake::of_writes();
        let now = Timestamp::UNIX_EPOCH;
        let flood = "203.0.113.9".parse().unwrap();
        let allowed = (0..1000)
            .take_while(|_| brake.take(flood, 1.0, now).is_ok())
            .count();
        assert!((allowed as f64 - WRITES.burst).abs() < 1.0);
        assert!(
            brake
                .take("203.0.113.10".parse().unwrap(), 1.0, now)
                .is_ok()
        );
        assert!(
            brake
                .take(flood, 1.0, now + SignedDuration::from_secs(1))
                .is_ok()
        );
    }

    #[test]
    fn one_origin_leaves_places_to_the_others() {
        let senders = Arc::new(Senders::default());
        let (one, other) = (
            "203.0.113.9".parse().unwrap(),
            "203.0.113.10".parse().unwrap(),
        );
        let mut inside: Vec<_> = (0..AT_ONCE).map(|_| senders.enter(one).unwrap()).collect();
        assert!(senders.enter(one).is_none());
        assert!(senders.enter(other).is_some());
        inside.pop();
        assert!(senders.enter(one).is_some());
    }

    #[test]
    fn whoever_fills_the_disk_waits() {
        let brake = Brake::of_files();
        let (origin, now) = ("203.0.113.9".parse().unwrap(), Timestamp::UNIX_EPOCH);
        assert_eq!(brake.take(origin, FILES.burst, now), Ok(()));
        assert_eq!(brake.take(origin, 10.0, now), Err(50));
        let later = now + SignedDuration::from_secs(50);
        assert_eq!(brake.take(origin, 10.0, later), Ok(()));
    }

    #[test]
    fn addresses_of_one_ipv6_network_share_a_bucket() {
        let brake = Brake::of_writes();
        let now = Timestamp::UNIX_EPOCH;
        for last in 0..WRITES.burst as u16 {
            brake
                .take(format!("2001:db8::{last:x}").parse().unwrap(), 1.0, now)
                .unwrap();
        }
        assert!(
            brake
                .take("2001:db8::ffff".parse().unwrap(), 1.0, now)
                .is_err()
        );
    }
}

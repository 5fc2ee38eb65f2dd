//! Pages that listen for news: a connection each, so only so many at once, by visitor, by origin and in all.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use crate::portal::OwnerHash;

/// Streams of one visitor: browsers open six connections to a server, and pages need some of them.
const OF_ONE: usize = 4;
/// Streams of one origin; an office shares one address.
const OF_ORIGIN: usize = 64;
/// Streams of one portal, about 20 KiB each.
const IN_ALL: usize = 1_000;

/// Who listens now.
#[derive(Debug, Default)]
pub(super) struct Readers(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    visitors: HashMap<[u8; 32], usize>,
    origins: HashMap<IpAddr, usize>,
    all: usize,
}

/// One stream under way; its place is free again when it is dropped.
#[derive(Debug)]
pub(super) struct Reader {
    readers: Arc<Readers>,
    visitor: [u8; 32],
    origin: IpAddr,
}

impl Readers {
    /// Lets one more stream in, if there is room.
    pub(super) fn enter(self: &Arc<Self>, visitor: OwnerHash, origin: IpAddr) -> Option<Reader> {
        let (visitor, origin) = (*visitor.bytes(), super::limits::network(origin));
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of = |count: Option<&usize>| count.copied().unwrap_or_default();
        let is_full = counts.all >= IN_ALL
            || of(counts.visitors.get(&visitor)) >= OF_ONE
            || of(counts.origins.get(&origin)) >= OF_ORIGIN;
        if is_full {
            return None;
        }
        counts.all += 1;
        *counts.visitors.entry(visitor).or_default() += 1;
        *counts.origins.entry(origin).or_default() += 1;
        Some(Reader {
            readers: Arc::clone(self),
            visitor,
            origin,
        })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let mut counts = self
            .readers
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        counts.all = counts.all.saturating_sub(1);
        leave(&mut counts.visitors, &self.visitor);
        leave(&mut counts.origins, &self.origin);
    }
}

fn leave<K: Eq + Hash>(counts: &mut HashMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{net::IpAddr, sync::Arc};

    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

    use super::{IN_ALL, OF_ONE, OF_ORIGIN, Readers};
    use crate::portal::{OwnerHash, Visitor};

    fn visitor(rank: usize) -> OwnerHash {
        let mut token = [0; 32];
        token[..8].copy_from_slice(&rank.to_be_bytes());
        Visitor::from_token(&URL_SAFE_NO_PAD.encode(token))
            .owner
            .unwrap()
    }

    fn origin(rank: usize) -> IpAddr {
        let [.., high, low] = rank.to_be_bytes();
        IpAddr::from([203, 0, high, low])
    }

    #[test]
    fn nobody_takes_all_the_places_and_whoever_leaves_gives_one_back() {
        let readers = Arc::new(Readers::default());
        let mut mine: Vec<_> = (0..OF_ONE)
            .map(|rank| readers.enter(visitor(1), origin(rank)).unwrap())
            .collect();
        assert!(readers.enter(visitor(1), origin(9)).is_none());
        mine.pop();
        assert!(readers.enter(visitor(1), origin(9)).is_some());
        let home: Vec<_> = (0..OF_ORIGIN)
            .map(|rank| readers.enter(visitor(100 + rank), origin(50)).unwrap())
            .collect();
        assert!(readers.enter(visitor(99), origin(50)).is_none());
        assert!(readers.enter(visitor(99), origin(51)).is_some());
        drop((mine, home));
        let counts = readers.0.lock().unwrap();
        assert!(counts.visitors.is_empty() && counts.origins.is_empty() && counts.all == 0);
    }

    #[test]
    fn the_portal_keeps_connections_for_pages() {
        let readers = Arc::new(Readers::default());
        let all: Vec<_> = (0..IN_ALL)
            .map(|rank| readers.enter(visitor(rank), origin(rank)).unwrap())
            .collect();
        assert!(readers.enter(visitor(5_000), origin(5_000)).is_none());
        drop(all);
    }
}

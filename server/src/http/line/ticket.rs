//! The ticket of someone in the line: a cookie that holds when they came, signed, and nothing about them.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use subtle::ConstantTimeEq;

use crate::secrets::{Keys, Purpose};

/// How long a place is kept for who waits.
const KEPT: SignedDuration = SignedDuration::from_hours(4);
/// How long whoever came in is not asked again.
const INSIDE: SignedDuration = SignedDuration::from_hours(1);

/// A place in the line: when someone came, and a number that tells two of the same moment apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Microseconds since 1970.
    pub(super) at: i64,
    pub(super) draw: u32,
}

/// What a ticket says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ticket {
    /// Its holder waits since then.
    Waits(Place),
    /// Its holder came in then.
    Inside(Place),
}

impl Ticket {
    /// Text of the ticket: letter, moment, number, signature.
    pub(super) fn write(self, keys: &Keys) -> String {
        let (letter, place) = match self {
            Self::Waits(place) => ('w', place),
            Self::Inside(place) => ('i', place),
        };
        let said = format!("{letter}.{}.{}", place.at, place.draw);
        let signature = signature(keys, &said);
        format!("{said}.{signature}")
    }

    /// Reads what [`Self::write`] wrote, for as long as it holds.
    pub(super) fn read(text: &str, keys: &Keys, now: Timestamp) -> Option<Self> {
        let (said, signed) = text.rsplit_once('.')?;
        let expected = signature(keys, said);
        if !bool::from(expected.as_bytes().ct_eq(signed.as_bytes())) {
            return None;
        }
        let mut parts = said.split('.');
        let (letter, at, draw) = (parts.next()?, parts.next()?, parts.next()?);
        let place = Place {
            at: at.parse().ok()?,
            draw: draw.parse().ok()?,
        };
        let age = now.duration_since(Timestamp::from_microsecond(place.at).ok()?);
        match letter {
            "w" if age < KEPT => Some(Self::Waits(place)),
            "i" if age < INSIDE => Some(Self::Inside(place)),
            _ => None,
        }
    }

    /// Seconds that its cookie lives.
    pub(super) const fn lasts(self) -> i64 {
        match self {
            Self::Waits(_) => KEPT.as_secs(),
            Self::Inside(_) => INSIDE.as_secs(),
        }
    }
}

fn signature(keys: &Keys, said: &str) -> String {
    URL_SAFE_NO_PAD.encode(keys.blind(Purpose::LineTicket, said))
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::{Place, Ticket};
    use crate::secrets::Keys;

    fn keys(seed: u8) -> Keys {
        let mut master = [seed; 32];
        master[0] = seed.wrapping_add(1);
        Keys::new(&master).unwrap()
    }

    #[test]
    fn a_ticket_holds_for_its_time_and_cannot_be_made_up() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let place = Place {
            at: now.as_microsecond(),
            draw: 7,
        };
        for (ticket, lasts) in [(Ticket::Waits(place), 4), (Ticket::Inside(place), 1)] {
            let text = ticket.write(&keys(1));
            assert_eq!(Ticket::read(&text, &keys(1), now), Some(ticket));
            assert_eq!(Ticket::read(&text, &keys(2), now), None, "another portal");
            let late = now + SignedDuration::from_hours(lasts);
            assert_eq!(Ticket::read(&text, &keys(1), late), None, "too old");
        }
        let text = Ticket::Waits(place).write(&keys(1));
        for forged in [
            text.replacen('w', "i", 1),
            text.replacen(&place.at.to_string(), "1", 1),
            String::new(),
            "w.1.1".to_owned(),
            "....".to_owned(),
        ] {
            assert_eq!(Ticket::read(&forged, &keys(1), now), None, "{forged}");
        }
    }
}

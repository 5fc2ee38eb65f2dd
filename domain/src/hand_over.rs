//! Handing over: a code carries a request or a draft to another device or another person, for a stated time and for
//! stated acts (decision 0009).

mod code;

use jiff::SignedDuration;

pub use code::{HandOverCode, HandOverCodeError};

/// How many times one code is taken up, on whatever device.
pub const USES: u8 = 5;

/// How many codes of one request or draft live at the same time.
pub const ALIVE: usize = 5;

/// What a code gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Reading a request.
    Read,
    /// Reading a request, and writing, correcting and giving documents in it; never withdrawing it.
    Act,
    /// Filling in a draft, and sending it.
    Continue,
}

/// Whom a code is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The same person, on another device.
    Device,
    /// An agent at a counter, or a mediator.
    Counter,
    /// Someone who helps: family, friend, association.
    Helper,
}

/// How long a code lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// One hour: the other device, or the other person, is here.
    Hour,
    /// One day.
    Day,
    /// Seven days: a meeting of the week.
    Week,
}

/// Kind of device that took up a code: all that is kept of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// A phone.
    Phone,
    /// A tablet.
    Tablet,
    /// A computer.
    Computer,
    /// Not told.
    Unknown,
}

macro_rules! names {
    ($kind:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $kind {
            /// Every value, in the order in which people read them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in forms and tables.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }

            /// The value of a name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }
        }
    };
}

names!(Scope { Read = "read", Act = "act", Continue = "continue" });
names!(Purpose { Device = "device", Counter = "counter", Helper = "helper" });
names!(Life { Hour = "hour", Day = "day", Week = "week" });
names!(Device { Phone = "phone", Tablet = "tablet", Computer = "computer", Unknown = "unknown" });

impl Life {
    /// Its length.
    #[must_use]
    pub const fn length(self) -> SignedDuration {
        SignedDuration::from_hours(match self {
            Self::Hour => 1,
            Self::Day => 24,
            Self::Week => 7 * 24,
        })
    }
}

impl Device {
    /// The kind of a browser's own description (`User-Agent`), in which nothing else is looked at. A tablet that calls
    /// itself a computer is one.
    #[must_use]
    pub fn of_user_agent(agent: &str) -> Self {
        let says = |words: &[&str]| words.iter().any(|word| agent.contains(word));
        if says(&["iPad", "Tablet"]) || says(&["Android"]) && !says(&["Mobi"]) {
            Self::Tablet
        } else if says(&["Mobi", "iPhone"]) {
            Self::Phone
        } else if says(&["Windows NT", "Macintosh", "X11", "CrOS", "Linux"]) {
            Self::Computer
        } else {
            Self::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Device, Life, Purpose, Scope};

    #[test]
    fn what_is_kept_by_name_is_read_back() {
        for scope in Scope::ALL {
            assert_eq!(Scope::from_name(scope.name()), Some(*scope));
        }
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_name(purpose.name()), Some(*purpose));
        }
        for life in Life::ALL {
            assert_eq!(Life::from_name(life.name()), Some(*life));
        }
        for device in Device::ALL {
            assert_eq!(Device::from_name(device.name()), Some(*device));
        }
        assert_eq!(Scope::from_name("everything"), None);
    }

    #[test]
    fn whoever_looks_has_less_than_whoever_acts() {
        assert!(Scope::Read < Scope::Act);
    }

    #[test]
    fn a_device_is_known_by_its_kind_and_nothing_else() {
        for (agent, kind) in [
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
                Device::Phone,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/125.0 Mobile Safari/537.36",
                Device::Phone,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/125.0 Safari/537.36",
                Device::Tablet,
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) Mobile/15E148",
                Device::Tablet,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/126.0",
                Device::Computer,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
                Device::Computer,
            ),
            ("curl/8.5", Device::Unknown),
            ("", Device::Unknown),
        ] {
            assert_eq!(Device::of_user_agent(agent), kind, "{agent}");
        }
    }
}

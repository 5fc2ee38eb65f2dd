//! The one place that reads a clock: a measure is about time, so it cannot take it as a parameter.

use std::time::{Duration, Instant};

/// Runs from its start.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts.
    #[expect(
        clippy::disallowed_methods,
        reason = "this program measures real time; nothing of the product calls it"
    )]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// Time since the start.
    pub(crate) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }

    /// The same, in milliseconds.
    pub(crate) fn milliseconds(self) -> f64 {
        self.elapsed().as_secs_f64() * 1000.0
    }
}

/// Today, where the sample commune is.
#[expect(
    clippy::disallowed_methods,
    reason = "this program measures real time; nothing of the product calls it"
)]
pub(crate) fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

/// Now.
#[expect(
    clippy::disallowed_methods,
    reason = "this program measures real time; nothing of the product calls it"
)]
pub(crate) fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

//! How well a service is rendered, in figures that may be published: what people answered, how sure one can be of it, and
//! what is left out so that nobody is recognised.
//!
//! Figures are kept by adding and taking away one answer at a time ([`Tally`], [`Days`]): what is published never needs
//! all answers to be read again.

mod alert;
mod days;
mod figures;
mod heard;
mod measure;
pub mod personal;
mod publication;
mod share;
mod tally;
mod trend;

pub use alert::{Alert, Thresholds, alert};
pub use days::Days;
pub use figures::{Count, Figures, MonthCount, Part};
pub use heard::{Improvement, PUBLISHABLE, PublishedOpinion, Reply};
pub use measure::{Measure, Observed, decided, observed};
pub use publication::{FEWEST, are_published};
pub use share::Share;
pub use tally::{Point, Tally};
pub use trend::{MonthShare, Trend};

//! What may be published without recognising anybody.
//!
//! Three things give people away in figures that name nobody. A figure about a few. A figure that is the difference of two
//! others: a table and its total, a procedure and the whole authority. A figure of today that differs from that of yesterday
//! by one answer. One rule answers all three: answers to a question about a subject wait until there are eleven, are then
//! published together, in the month of the eleventh, and never change again. Everything public is a sum of such groups of eleven,
//! so every sum and difference of what is public is one too.

/// How many answers are published together.
pub const FEWEST: u64 = 11;

/// Whether answers that wait are published now.
#[must_use]
pub const fn are_published(waiting: u64) -> bool {
    waiting >= FEWEST
}

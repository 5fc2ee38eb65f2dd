//! The connector in front of a Request Tracker that fails in the ways that real ones do, and of a real one.

mod doubts;
mod fake;
mod following;
mod heard;
mod life;
mod real;
mod town;

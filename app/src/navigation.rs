//! Single-page navigation.

/// Starts listening.
pub fn start() {}

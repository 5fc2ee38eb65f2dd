//! Command line of the portal.

fn main() {}

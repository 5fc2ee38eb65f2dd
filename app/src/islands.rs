//! What hydrates, one island per file.

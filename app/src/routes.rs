//! The table of pages.

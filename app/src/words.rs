//! Words made from domain values.

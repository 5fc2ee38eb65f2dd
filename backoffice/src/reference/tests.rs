//! What residents and agents may count on, on every database at hand.

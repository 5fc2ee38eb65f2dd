//! One page of a collection. No total is promised.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Items in the fixed order of the collection, and where the next ones begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Cursor of the next page; `null` on the last one.
    pub next_cursor: Option<String>,
}

/// Greatest `limit` of a page.
pub const GREATEST_LIMIT: u16 = 100;
/// Number of items when the caller does not say.
pub const USUAL_LIMIT: u16 = 20;

//! A draft: what was typed so far, step by step, right or wrong; meaning is derived from it, never stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{answers::AttachedFile, submitted::Submitted};

/// Everything typed and attached so far in one procedure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftContent {
    /// What was typed in each ordinary step, by step id.
    pub steps: BTreeMap<String, Entry>,
    /// Items of each repeatable step, by step id, in order.
    pub items: BTreeMap<String, Vec<Item>>,
    /// The item last taken away from each list, by step id: it can be brought back.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub removed: BTreeMap<String, Item>,
    /// Files attached, by key of field, in order.
    pub files: BTreeMap<String, Vec<AttachedFile>>,
}

/// What was typed in one page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Grows by one at each save: two tabs that saved the same page are told.
    pub version: u32,
    /// The form as typed.
    pub typed: Submitted,
}

/// One item of a repeatable step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Never given again in this draft, so that an old tab cannot change another item.
    pub id: u32,
    /// What was typed.
    pub entry: Entry,
}

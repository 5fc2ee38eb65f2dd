//! The form of a procedure, for clients that do not read the catalogue's own types.

use domain::procedure::Step;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Answer of `GET /v1/procedures/{id}/form`. Its strong ETag is `form_version`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Form {
    /// Version of the form.
    pub form_version: String,
    /// JSON Schema 2020-12 of `answers`.
    #[schema(value_type = Object)]
    pub schema: serde_json::Value,
    /// How to ask.
    pub ui: FormUi,
}

/// How to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FormUi {
    /// Pages, questions, words and conditions.
    pub steps: Vec<Step>,
}

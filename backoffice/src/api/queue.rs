//! At the place on the wire: an arrival says nothing but itself; what is answered stands in [`domain::queue`].

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `POST /v1/requests/{id}/appointment/arrival`: nothing but that the resident is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Arrival {}

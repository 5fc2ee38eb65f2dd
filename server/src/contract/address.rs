//! Addresses of the contract, built segment by segment: an identifier that a back office gave can never
//! lead elsewhere.

use reqwest::Url;

use super::ContractError;

/// Path and query below the base address.
#[derive(Debug, Clone)]
pub(super) struct Address(Url);

impl Address {
    /// `/v1/…` with each segment encoded.
    pub(super) fn new(segments: &[&str]) -> Result<Self, ContractError> {
        // The base only carries the path: each transport puts its own in front.
        let mut url =
            Url::parse("http://backoffice.invalid/v1").map_err(|_| ContractError::Address)?;
        if segments
            .iter()
            .any(|segment| matches!(*segment, "" | "." | ".."))
        {
            return Err(ContractError::Address);
        }
        url.path_segments_mut()
            .map_err(|()| ContractError::Address)?
            .extend(segments);
        Ok(Self(url))
    }

    /// Adds a parameter when it has a value.
    pub(super) fn with(mut self, name: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            self.0.query_pairs_mut().append_pair(name, value);
        }
        self
    }

    /// `/v1/requests/abc?limit=100`.
    pub(super) fn path_and_query(&self) -> String {
        match self.0.query() {
            Some(query) => format!("{}?{query}", self.0.path()),
            None => self.0.path().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_never_leads_to_another_resource() {
        let address = |id| Address::new(&["requests", id]).map(|address| address.path_and_query());
        assert_eq!(
            address("r 1/../x?y#z").as_deref(),
            Ok("/v1/requests/r%201%2F..%2Fx%3Fy%23z")
        );
        assert_eq!(address(".."), Err(ContractError::Address));
        assert_eq!(address(""), Err(ContractError::Address));
        let list = Address::new(&["requests"])
            .unwrap()
            .with("idempotency_key", Some("a&b"));
        assert_eq!(list.path_and_query(), "/v1/requests?idempotency_key=a%26b");
    }
}

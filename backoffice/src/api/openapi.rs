//! The contract as an OpenAPI 3.1 document, made from the types. `backoffice/openapi.yaml` is its copy;
//! a test fails when they differ.

use utoipa::{
    Modify, OpenApi,
    openapi::security::{Http, HttpAuthScheme, SecurityScheme},
};

use super::routes;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Parvis back-office contract",
        version = "1.0.0",
        description = "What the portal asks of a back office: first part (procedures, forms, uploads, \
            requests, tracking, events). What a back office lacks is declared in `/v1/capabilities` \
            and answers 501 `not_supported`.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2"),
    ),
    paths(
        routes::catalogue::capabilities,
        routes::catalogue::procedures,
        routes::catalogue::procedure,
        routes::catalogue::form,
        routes::catalogue::locations,
        routes::uploads::receive,
        routes::uploads::read,
        routes::uploads::delete,
        routes::requests::create,
        routes::requests::list,
        routes::requests::read,
        routes::requests::timeline,
        routes::tracking::track,
        routes::events::events,
    ),
    security(("client" = [])),
    modifiers(&Client),
)]
struct Contract;

/// The one way in of the first part.
struct Client;

impl Modify for Client {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("client", scheme);
    }
}

/// The document in YAML.
///
/// # Errors
/// None in practice: the document is made of texts and numbers.
pub fn yaml() -> Result<String, impl std::error::Error> {
    Contract::openapi().to_yaml()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_contract_checked_in_is_the_contract_served() {
        let made = super::yaml().unwrap();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.yaml");
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            made == kept,
            "run `cargo run -p backoffice --bin parvis-backoffice -- openapi > backoffice/openapi.yaml`"
        );
    }
}

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
        description = "What the portal asks of a back office: procedures, forms, uploads, requests, \
            messages, corrections, documents, withdrawals, delays, appointments, waiting lists, queues, addresses, surveys, quality, tracking, events; and what agents' tools ask of it: opinions. Each client has a \
            token of its own: the portal's does not read what people wrote, the agents' opens nothing else but what is public. \
            What a back office lacks is declared in `/v1/capabilities` and answers 501 `not_supported`.",
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
        routes::messages::list,
        routes::messages::send,
        routes::messages::mark_read,
        routes::corrections::correct,
        routes::documents::give,
        routes::documents::extend,
        routes::documents::delivered,
        routes::withdrawal::withdraw,
        routes::delays::delays,
        routes::appointments::types,
        routes::appointments::slots,
        routes::appointments::hold,
        routes::appointments::release,
        routes::appointments::extend,
        routes::appointments::reschedule,
        routes::appointments::late,
        routes::appointments::comes,
        routes::waiting_list::join,
        routes::waiting_list::read,
        routes::waiting_list::leave,
        routes::waiting_list::decline,
        routes::queue::arrive,
        routes::queue::queue,
        routes::queue::waiting,
        routes::addresses::addresses,
        routes::surveys::questionnaires,
        routes::surveys::questionnaire,
        routes::surveys::answer,
        routes::surveys::figures,
        routes::heard::published_opinions,
        routes::heard::improvements,
        routes::opinions::list,
        routes::opinions::read,
        routes::opinions::tag,
        routes::opinions::untag,
        routes::opinions::preview,
        routes::opinions::publish,
        routes::opinions::withhold,
        routes::opinions::take_back,
        routes::opinions::export,
        routes::opinions::acts,
        routes::tracking::track,
        routes::events::events,
    ),
    // Schemas that recursive types name without bringing them along.
    components(schemas(
        domain::answers::Address,
        domain::answers::AttachedFile,
        domain::answers::Person,
        domain::field::Choice,
        domain::field::FileKind,
        domain::field::Meaning,
        domain::field::Period,
    )),
    security(("client" = [])),
    modifiers(&Client),
)]
struct Contract;

/// The ways in of the first part.
struct Client;

impl Modify for Client {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        for name in ["client", "agents"] {
            let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
            components.add_security_scheme(name, scheme);
        }
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
    use std::collections::BTreeSet;

    use serde_json::Value;
    use utoipa::OpenApi;

    /// Every `$ref` of a document.
    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                found.extend(
                    members
                        .get("$ref")
                        .and_then(Value::as_str)
                        .map(str::to_owned),
                );
                members
                    .values()
                    .for_each(|member| references(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn whoever_reads_the_contract_finds_every_schema_that_it_names() {
        let document = serde_json::to_value(super::Contract::openapi()).unwrap();
        let mut named = BTreeSet::new();
        references(&document, &mut named);
        assert!(named.len() > 50, "{named:?}");
        for reference in named {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(
                document.pointer(pointer).is_some(),
                "{reference} leads nowhere"
            );
        }
    }

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

//! What people wrote and what was made of it stand in the record beside Request Tracker, and are read from there.

use domain::quality::{Improvement, PublishedOpinion};

use super::town::{code, towns};
use crate::api::{page::Page, problem::ProblemCode};

#[tokio::test]
async fn what_was_published_and_what_changed_is_read_from_the_record() {
    for (town, _fake) in towns().await {
        let changed: Page<Improvement> = town.read("/v1/improvements").await;
        let ids: Vec<&str> = changed.items.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["ramp", "shorter-form"]);
        let path = "/v1/published-opinions?kind=procedure&id=short-form";
        let texts: Page<PublishedOpinion> = town.read(path).await;
        assert!(texts.items.is_empty());
        let unknown = town.get("/v1/published-opinions?kind=place&id=nowhere");
        assert_eq!(code(&unknown.await), ProblemCode::NotFound);
    }
}

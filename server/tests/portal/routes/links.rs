//! No link of the portal leads nowhere, in any language.

use std::collections::{BTreeSet, VecDeque};

use domain::locale::Locale;
use http::StatusCode;

use super::{addresses::visit, safety};
use crate::support::Town;

#[tokio::test]
async fn whoever_follows_every_link_always_finds_a_page() {
    let town = Town::open().await;
    let visit = visit(&town, Locale::French).await;
    let mut seen = BTreeSet::new();
    let mut waiting: VecDeque<String> = visit.pages.iter().cloned().collect();
    while let Some(path) = waiting.pop_front() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let page = visit.resident.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let files = ["/fichiers/", "/dossier.", "/donnees."];
        if files.iter().any(|part| path.contains(part)) {
            continue;
        }
        let language = path
            .split(['/', '?'])
            .nth(1)
            .and_then(Locale::from_segment)
            .unwrap();
        safety::check(&page, language);
        for link in page.attributes("a[href]", "href") {
            let target = link.split('#').next().unwrap().to_owned();
            // Addresses on this site are whole: a relative one would break with the next page.
            let known = ["/", "#", "mailto:", "tel:", "sms:", "https://"]
                .iter()
                .any(|start| link.starts_with(start));
            assert!(known && !link.starts_with("//"), "{link} on {path}");
            if target.starts_with('/') {
                waiting.push_back(target);
            }
        }
    }
    assert!(
        seen.len() > 4 * visit.pages.len(),
        "every language is reached: {}",
        seen.len()
    );
}

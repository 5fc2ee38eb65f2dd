//! What every page must be, whatever it says: whole, in its language, closed to scripts of others.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD};
use domain::locale::Locale;
use http::header;
use scraper::Selector;
use sha2::{Digest, Sha256};

use crate::support::Page;

/// Checks a page, right or in error.
pub(crate) fn check(page: &Page, locale: Locale) {
    let place = format!("{} ({})", page.path, page.status);
    assert_eq!(
        page.header(header::CONTENT_TYPE),
        "text/html; charset=utf-8",
        "{place}"
    );
    assert_eq!(
        page.header(header::CONTENT_LANGUAGE),
        locale.tag(),
        "{place}"
    );
    assert_eq!(page.attributes("html", "lang"), [locale.tag()], "{place}");
    assert_eq!(page.attributes("html", "dir"), [locale.dir()], "{place}");
    assert_eq!(page.all("h1").len(), 1, "{place}: {:?}", page.all("h1"));
    assert!(!page.one("h1").is_empty(), "{place}");
    assert!(
        page.one("title").contains("Ardane-les-Tilleuls"),
        "{place}: {:?}",
        page.all("title")
    );
    for landmark in ["header", "main", "footer"] {
        assert_eq!(
            page.all(&format!("body > {landmark}")).len(),
            1,
            "{landmark} of {place}"
        );
    }
    headers(page, &place);
    policy(page, &place);
    nothing_runs_inline(page, &place);
    identifiers(page, &place);
}

/// Security headers of any answer, page or not.
pub(crate) fn headers(page: &Page, place: &str) {
    for (name, value) in [
        (
            "strict-transport-security",
            "max-age=63072000; includeSubDomains; preload",
        ),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ] {
        assert_eq!(page.header(name), value, "{name} of {place}");
    }
    assert!(!page.header(header::CACHE_CONTROL).is_empty(), "{place}");
    assert_eq!(page.header("request-id").len(), 10, "{place}");
    let policies = page
        .headers
        .get_all(header::CONTENT_SECURITY_POLICY)
        .iter()
        .count();
    assert_eq!(policies, 1, "{place}");
}

/// The nonce of a page's own scripts.
pub(crate) fn nonce(page: &Page) -> &str {
    let policy = page.header(header::CONTENT_SECURITY_POLICY);
    policy
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .unwrap_or_default()
}

fn policy(page: &Page, place: &str) {
    let policy = page.header(header::CONTENT_SECURITY_POLICY);
    assert!(!policy.contains("unsafe-inline"), "{place}: {policy}");
    assert!(
        !policy
            .replace("'wasm-unsafe-eval'", "")
            .contains("unsafe-eval"),
        "{place}: {policy}"
    );
    assert!(
        policy.starts_with("default-src 'none'; "),
        "{place}: {policy}"
    );
    for rule in [
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.contains(rule), "{rule} of {place}");
    }
    let nonce = nonce(page);
    assert!(nonce.len() >= 22, "128 bits at least: {nonce} of {place}");
    let scripts = page.all("script").len();
    assert_eq!(
        page.attributes("script", "nonce"),
        vec![nonce; scripts],
        "{place}"
    );
    let style = page.one_raw("style");
    let digest = STANDARD.encode(Sha256::digest(style.as_bytes()));
    assert!(
        policy.contains(&format!("'sha256-{digest}'")),
        "{place}: the stylesheet is refused"
    );
}

fn nothing_runs_inline(page: &Page, place: &str) {
    let document = page.document();
    for element in document.select(&Selector::parse("*").unwrap()) {
        for (name, value) in element.value().attrs() {
            assert!(
                !name.starts_with("on") && name != "style",
                "{name} of {place}"
            );
            assert!(
                !value.trim_start().to_lowercase().starts_with("javascript:"),
                "{place}"
            );
        }
    }
}

/// No identifier twice; every `for`, `aria-describedby`, `aria-labelledby` and `href="#…"` finds its target.
fn identifiers(page: &Page, place: &str) {
    let mut known = BTreeSet::new();
    for id in page.attributes("[id]", "id") {
        assert!(known.insert(id.clone()), "{id} twice on {place}");
    }
    let mut wanted = page.attributes("label[for]", "for");
    for name in ["aria-describedby", "aria-labelledby"] {
        let lists = page.attributes("*", name);
        wanted.extend(
            lists
                .iter()
                .flat_map(|list| list.split_whitespace())
                .map(str::to_owned),
        );
    }
    let links = page.attributes("a[href^='#']", "href");
    wanted.extend(
        links
            .iter()
            .map(|link| link.trim_start_matches('#').to_owned()),
    );
    for id in wanted {
        assert!(known.contains(&id), "{id} is missing on {place}");
    }
}

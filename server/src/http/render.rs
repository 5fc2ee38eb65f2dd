//! Rendering of a page for one request: its language, its visitor, its policy, and what a refused POST gives back.

use std::sync::Arc;

use app::{
    pages::errors::ErrorKind,
    ports::{LinePlace, Portal, Problem, Refused},
    shell::shell,
};
use axum::{
    body::Body,
    extract::Request,
    response::{IntoResponse, Redirect, Response},
};
use domain::locale::Locale;
use http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

use super::{headers::page_policy, markup::tidy, request_id::RequestId, router::State};

/// Greatest weight of a page before compression, in bytes; the heaviest is a few hundred kilobytes.
const LONGEST: usize = 16 * 1024 * 1024;

/// What a page shows beside its own content.
#[derive(Debug, Clone)]
pub(super) enum Shown {
    /// The page of the address.
    Page,
    /// The page of the address, with what was refused.
    Refused(StatusCode, Arc<Refused>),
    /// An error page in its place.
    Error(ErrorKind),
    /// The page of the waiting line in its place.
    Line(LinePlace),
}

/// Renders a page whole.
pub(super) async fn render(state: &State, parts: Parts, shown: Shown) -> Response {
    let path = parts.uri.path().to_owned();
    let segment = path.split('/').nth(1).unwrap_or_default();
    let language = Locale::from_segment(segment);
    // Below a language only: `//elsewhere/` without its slash would be the address of another site.
    if language.is_some() && path.ends_with('/') {
        let query = parts
            .uri
            .query()
            .map(|query| format!("?{query}"))
            .unwrap_or_default();
        return Redirect::permanent(&format!("{}{query}", path.trim_end_matches('/')))
            .into_response();
    }
    let (locale, shown) = match language {
        Some(locale) => (locale, shown),
        None => (preferred(&parts.headers), or_not_found(shown)),
    };
    let visitor = state.cookie.visitor(&parts.headers);
    let private = visitor.owner.is_some();
    let incident = parts
        .extensions
        .get::<RequestId>()
        .map(|id| id.0.to_string())
        .unwrap_or_default();
    let portal = state.desk.view(visitor, incident);
    let wait = match &shown {
        Shown::Error(ErrorKind::TooMany { wait }) => Some(*wait),
        Shown::Refused(_, refused) => match refused.problem {
            Some(Problem::TooMany { wait }) => Some(wait),
            _ => None,
        },
        _ => None,
    };
    // What someone typed stands in a refused page, whether they have a cookie or not.
    let private = private || matches!(shown, Shown::Refused(..));
    let context = context(state, locale, portal, shown);
    let options = state.site.options.clone();
    let request = Request::from_parts(get(parts), Body::empty());
    let rendered =
        leptos_axum::render_app_async_with_context(context, move || shell(options.clone()))(
            request,
        )
        .await;
    let mut response = tidied(rendered, &state.site.style().css).await;
    let cache = if private {
        "private, no-store"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(
        header::CONTENT_LANGUAGE,
        HeaderValue::from_static(locale.tag()),
    );
    if let Some(wait) = wait {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    response
}

/// The rendered page, whole, with its stylesheet and valid markup.
async fn tidied(rendered: Response, css: &str) -> Response {
    let (parts, body) = rendered.into_parts();
    match axum::body::to_bytes(body, LONGEST).await {
        Ok(bytes) => match std::str::from_utf8(&bytes) {
            Ok(html) => Response::from_parts(parts, Body::from(tidy(html, css))),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn or_not_found(shown: Shown) -> Shown {
    match shown {
        Shown::Error(kind) => Shown::Error(kind),
        _ => Shown::Error(ErrorKind::NotFound),
    }
}

/// The same address asked for with GET: a refused POST shows its own page again.
fn get(mut parts: Parts) -> Parts {
    parts.method = http::Method::GET;
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    parts
}

fn context(
    state: &State,
    locale: Locale,
    portal: Arc<dyn Portal>,
    shown: Shown,
) -> impl Fn() + Clone + Send + Sync + 'static {
    let digest = state.site.style().digest;
    move || {
        provide_context(locale);
        provide_context(portal.clone());
        let response = use_context::<ResponseOptions>();
        if let (Some(response), Some(nonce)) = (&response, app::shell::nonce())
            && let Ok(policy) = HeaderValue::from_str(&page_policy(&nonce, &digest))
        {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
        match &shown {
            Shown::Page => {}
            Shown::Refused(status, refused) => {
                provide_context(refused.clone());
                if let Some(response) = response {
                    response.set_status(*status);
                }
            }
            Shown::Error(kind) => provide_context(*kind),
            Shown::Line(place) => provide_context(*place),
        }
    }
}

/// The language that a browser prefers among ours (RFC 9110, section 12.5.4); French otherwise.
pub(super) fn preferred(headers: &HeaderMap) -> Locale {
    let mut wanted: Vec<(f32, &str)> = headers
        .get_all(header::ACCEPT_LANGUAGE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|item| {
            let (tag, weight) = item.split_once(";q=").unwrap_or((item, "1"));
            Some((weight.trim().parse().ok()?, tag.trim()))
        })
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    wanted.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    wanted
        .into_iter()
        .find_map(|(_, tag)| Locale::from_tag(tag.split('-').next().unwrap_or_default()))
        .unwrap_or(Locale::French)
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;
    use http::{HeaderMap, header};

    use super::preferred;

    fn wanted(value: &str) -> Locale {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, value.parse().unwrap());
        preferred(&headers)
    }

    #[test]
    fn a_newcomer_reads_the_language_of_their_browser() {
        assert_eq!(wanted("de,ar-MA;q=0.8,en;q=0.5"), Locale::Arabic);
        assert_eq!(wanted("en-GB,en;q=0.9,fr;q=0.1"), Locale::English);
        assert_eq!(wanted("de, ;q=x, *"), Locale::French);
    }
}

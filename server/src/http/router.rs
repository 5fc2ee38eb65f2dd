//! The public router. Layers, outside in: identifier, security headers, cross-site check, limits, routes.

use std::{net::IpAddr, sync::Arc};

use app::{pages::errors::ErrorKind, paths::patterns};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State as Shared},
    middleware::{self, Next},
    response::Response,
    routing::{MethodRouter, get, post},
};
use backoffice::ports::{Clock, Randomness};
use http::{HeaderValue, Method, header};
use tokio::sync::Semaphore;
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::{CsrfLayer, ProtectionError},
    services::ServeDir,
    set_header::SetResponseHeaderLayer,
};

use super::{
    assets::Site,
    client,
    cookie::CookieRule,
    endpoints::{
        self, form, hand_over, one_button, opinions, people, quality, reminder, take_up, visits,
        waiting, webhook::Webhooks,
    },
    headers,
    limits::{Brake, Senders},
    line::{self, Line, Pulse},
    outcome::Outcome,
    readers::Readers,
    render::{Shown, render},
    request_id,
};
use crate::{config::Config, portal::Desk};

/// Greatest weight of a form without files, in bytes.
const FORM_LIMIT: usize = 256 * 1024;

/// How hard pages are compressed while someone waits. A page of 27 KB becomes 8.0 KB at level 2 and 7.4 at level 4,
/// which is 3 ms on a slow 4G line (docs/performance.md has the time of the server).
const COMPRESSION: i32 = 2;

/// What every handler shares.
#[derive(Clone)]
pub struct State {
    pub(super) desk: Desk,
    pub(super) site: Site,
    pub(super) config: Arc<Config>,
    pub(super) cookie: CookieRule,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) webhooks: Arc<Webhooks>,
    /// Places for people who send files at the same time.
    pub(super) uploads: Arc<Semaphore>,
    /// How many of them may come from one origin.
    pub(super) senders: Arc<Senders>,
    /// Pages that listen for news.
    pub(super) readers: Arc<Readers>,
    /// Places for forms that came too fast and are given back.
    given_back: Arc<Semaphore>,
    /// What one origin may send in files.
    pub(super) files_brake: Arc<Brake>,
    /// How often one origin may enter the waiting list.
    pub(super) waits_brake: Arc<Brake>,
    brake: Arc<Brake>,
    /// The waiting line of a rush.
    pub(super) line: Arc<Line>,
    /// How long pages take at present.
    pub(super) pulse: Arc<Pulse>,
}

/// Forms that came too fast and are read all the same, at the same time.
const GIVEN_BACK: usize = 16;

/// People who send files at the same time; each takes up to 1 MiB of memory.
const UPLOADS: usize = 32;

impl State {
    /// Brings together what handlers share.
    #[must_use]
    pub fn new(desk: Desk, site: Site, config: Arc<Config>, clock: Arc<dyn Clock>) -> Self {
        app::shell::prepare();
        let cookie = CookieRule {
            secure: config.is_https(),
            days: config.rules.draft_days,
        };
        Self {
            line: Arc::new(Line::new(config.people_a_second)),
            pulse: Arc::default(),
            desk,
            site,
            config,
            cookie,
            clock,
            webhooks: Arc::default(),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            senders: Arc::default(),
            readers: Arc::default(),
            given_back: Arc::new(Semaphore::new(GIVEN_BACK)),
            files_brake: Arc::new(Brake::of_files()),
            waits_brake: Arc::new(Brake::of_waits()),
            brake: Arc::new(Brake::of_writes()),
        }
    }

    /// The same, hearing a back office that signs with these secrets.
    #[must_use]
    pub fn hearing(mut self, webhooks: Webhooks) -> Self {
        self.webhooks = Arc::new(webhooks);
        self
    }

    /// Where a request comes from.
    pub(super) fn origin(&self, parts: &http::request::Parts) -> IpAddr {
        client::of_parts(parts, &self.config.trusted_proxies)
    }
}

/// Addresses that do more than show a page, each with what it does. Any other address is a page or nothing
/// (`app::routes` has the table of pages).
#[must_use]
pub fn routes() -> Vec<(&'static str, MethodRouter<State>)> {
    vec![
        ("/", get(endpoints::root::get)),
        (patterns::PROCEDURE, get(page).post(endpoints::begin::post)),
        (patterns::STEP, get(page).post(endpoints::step::post)),
        (patterns::ITEM, get(page).post(endpoints::item::post)),
        (patterns::DRAFT_FILE, get(endpoints::file::get)),
        (patterns::REVIEW, get(page).post(endpoints::send::post)),
        (patterns::ERASE, get(page).post(endpoints::erase::post)),
        (patterns::TIMES, get(page).post(visits::choose)),
        (patterns::DRAFT_TIMES, get(page).post(visits::choose_again)),
        (patterns::HOLD_LONGER, get(page).post(visits::hold_longer)),
        (patterns::MOVE, get(page).post(visits::reschedule)),
        (patterns::PEOPLE, get(page).post(people::change)),
        (patterns::PEOPLE_TIMES, get(page).post(people::choose)),
        (patterns::REMINDER, get(page).post(reminder::answer)),
        (
            patterns::REMINDER_NEWS,
            get(endpoints::events::turn_by_link),
        ),
        (patterns::WAIT, get(page).post(waiting::join)),
        (patterns::WAITING, get(page).post(waiting::act)),
        (patterns::TURN, get(page).post(visits::arrive)),
        (patterns::TURN_NEWS, get(endpoints::events::turn)),
        (patterns::LATE, get(page).post(visits::late)),
        (patterns::CALENDAR, get(visits::calendar)),
        (patterns::OPINION, get(page).post(opinions::of_request)),
        (
            patterns::OPINION_OF_PLACE,
            get(page).post(opinions::of_place),
        ),
        (patterns::OPINION_OF_PAGE, get(page).post(opinions::of_page)),
        (patterns::INVITATION, get(page).post(opinions::by_link)),
        (patterns::OPINION_MORE, get(page).post(opinions::more)),
        (patterns::QUALITY_TABLE, get(quality::table)),
        (patterns::QUALITY_DATA, get(quality::data)),
        (patterns::QUALITY_TABLE_OF, get(quality::table_of)),
        (patterns::QUALITY_DATA_OF, get(quality::data_of)),
        (patterns::FOLLOW, get(page).post(endpoints::follow::post)),
        (patterns::EVENTS, get(endpoints::events::get)),
        (
            patterns::ACCESS,
            get(endpoints::access::get).post(endpoints::access::post),
        ),
        (patterns::FINISH, get(page).post(endpoints::finish::post)),
        (patterns::MESSAGES, get(page).post(endpoints::message::post)),
        (
            patterns::DOCUMENTS,
            get(page).post(endpoints::documents::post),
        ),
        (patterns::DOCUMENT, get(endpoints::file::delivered)),
        (patterns::NOTICES, get(page).post(endpoints::notices::post)),
        (patterns::RECORD_PDF, get(endpoints::record::pdf)),
        (patterns::RECORD_DATA, get(endpoints::record::data)),
        (patterns::WITHDRAW, get(page).post(one_button::withdraw)),
        (patterns::REMIND, get(page).post(one_button::remind)),
        (patterns::EXTENSION, get(page).post(one_button::extend)),
        (patterns::CORRECT, get(page).post(one_button::correct)),
        (patterns::COMPLAIN, get(page).post(one_button::complain)),
        (patterns::COPY, get(page).post(one_button::copy)),
        (
            patterns::HAND_OVER_REQUEST,
            get(page).post(hand_over::request),
        ),
        (
            patterns::CODE_OF_REQUEST,
            get(page).post(hand_over::revoke_of_request),
        ),
        (patterns::HAND_OVER_DRAFT, get(page).post(hand_over::draft)),
        (
            patterns::CODE_OF_DRAFT,
            get(page).post(hand_over::revoke_of_draft),
        ),
        (patterns::TAKE_UP, get(page).post(take_up::post)),
        (patterns::LEAVE, get(page).post(take_up::leave)),
    ]
}

/// The portal, ready to be served.
pub fn portal(state: State, randomness: Arc<dyn Randomness>) -> Router {
    let site = state.config.site.clone();
    // A file that is not there may come with the next release: only an answer that holds one lasts.
    let immutable = SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        |response: &http::Response<_>| {
            let lasts = response.status().is_success()
                || response.status() == http::StatusCode::NOT_MODIFIED;
            Some(HeaderValue::from_static(if lasts {
                "public, max-age=31536000, immutable"
            } else {
                "no-store"
            }))
        },
    );
    let vary = SetResponseHeaderLayer::overriding(
        header::VARY,
        HeaderValue::from_static("Accept-Encoding"),
    );
    let package = tower::ServiceBuilder::new()
        .layer(immutable)
        .layer(vary)
        .service(
            ServeDir::new(site.join("pkg"))
                .precompressed_br()
                .precompressed_gzip(),
        );
    let pages = routes()
        .into_iter()
        .fold(Router::new(), |router, (address, methods)| {
            router.route(address, methods)
        })
        .fallback(page)
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn_with_state(
            (state.clone(), patterns::TIMES),
            line::stand_in_line,
        ))
        .layer(middleware::from_fn_with_state(state.clone(), brake))
        .layer(middleware::from_fn_with_state(state.clone(), keep_cookie))
        .layer(middleware::from_fn_with_state(state.clone(), refuse_nul))
        // Around the brake too, which gives back what was typed.
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(CatchPanicLayer::custom(endpoints::root::after_panic))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(COMPRESSION)));
    let public = |file: &'static str| {
        let site = site.clone();
        tower::ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::overriding(
                header::CACHE_CONTROL,
                HeaderValue::from_static("public, max-age=86400"),
            ))
            .service(tower_http::services::ServeFile::new(site.join(file)))
    };
    Router::new()
        .nest_service("/pkg", package)
        .route_service("/favicon.svg", public("favicon.svg"))
        .route_service("/favicon.ico", public("favicon.svg"))
        .route_service("/robots.txt", public("robots.txt"))
        .route(
            "/.well-known/security.txt",
            get(endpoints::security_txt::get),
        )
        .merge(pages)
        .layer(cross_site(&state.config.public_url))
        // Programs have no origin: they sign.
        .route(
            "/webhooks/back-office",
            post(endpoints::webhook::post).layer(DefaultBodyLimit::max(endpoints::webhook::LIMIT)),
        )
        .layer(middleware::from_fn_with_state(
            state.clone(),
            pages_for_refusals,
        ))
        .layer(middleware::from_fn(headers::secure))
        .layer(middleware::from_fn_with_state(
            randomness,
            request_id::identify,
        ))
        .with_state(state)
}

/// Any page: its address decides; an unknown one is a 404 page, whatever the method.
async fn page(Shared(state): Shared<State>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let shown = endpoints::late::shown(&state, &parts).await;
    let page = render(&state, parts.clone(), shown).await;
    if matches!(parts.method, Method::GET | Method::HEAD) || !page.status().is_success() {
        return page;
    }
    let mut refused = render(&state, parts, Shown::Error(ErrorKind::Method)).await;
    refused
        .headers_mut()
        .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    refused
}

async fn wrong_method(Shared(state): Shared<State>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    render(&state, parts, Shown::Error(ErrorKind::Method)).await
}

/// No address of ours holds a NUL, which no database takes either.
async fn refuse_nul(Shared(state): Shared<State>, request: Request, next: Next) -> Response {
    if request.uri().path().contains("%00") {
        let (parts, _) = request.into_parts();
        return render(&state, parts, Shown::Error(ErrorKind::NotFound)).await;
    }
    next.run(request).await
}

/// Writes come from our own pages: `Sec-Fetch-Site`, then `Origin` against our own address.
fn cross_site(public_url: &str) -> CsrfLayer {
    // An address that cannot be an origin is refused with the configuration.
    CsrfLayer::new()
        .add_trusted_origin(public_url)
        .unwrap_or_default()
}

/// A refusal of a layer and a caught panic get a page in the person's language too.
async fn pages_for_refusals(
    Shared(state): Shared<State>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let kind = if response.extensions().get::<ProtectionError>().is_some() {
        ErrorKind::Forbidden
    } else if response
        .extensions()
        .get::<endpoints::root::Panicked>()
        .is_some()
    {
        ErrorKind::Internal
    } else {
        return response;
    };
    render(&state, asked, Shown::Error(kind)).await
}

/// Writes from one origin come at a human pace.
async fn brake(Shared(state): Shared<State>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Err(wait) = state
        .brake
        .take(state.origin(&parts), 1.0, state.clock.now())
    else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    // What was typed is given back with the page that it was typed in, while that costs little: a flood gets a page
    // without it.
    let Ok(_place) = state.given_back.try_acquire() else {
        return render(&state, parts, Shown::Error(ErrorKind::TooMany { wait })).await;
    };
    let (parts, posted) = form::read(Request::from_parts(parts, body)).await;
    let outcome = match posted {
        Ok(posted) if !posted.typed().0.is_empty() => Outcome::too_many(posted.all, wait),
        _ => Outcome::Fail(ErrorKind::TooMany { wait }),
    };
    outcome.respond(&state, parts).await
}

/// Each write that was saved gives the visitor's cookie as long a life as what was written.
async fn keep_cookie(Shared(state): Shared<State>, request: Request, next: Next) -> Response {
    let renewed = match *request.method() {
        Method::POST => state.cookie.renewed(request.headers()),
        _ => None,
    };
    let mut response = next.run(request).await;
    // A page with mistakes is saved too.
    let saved = response.status().is_redirection()
        || response.status() == http::StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(cookie) = renewed.filter(|_| saved) {
        response
            .headers_mut()
            .entry(header::SET_COOKIE)
            .or_insert(cookie);
    }
    response
}

//! What every command that serves does alike: the tokens, the address, the housekeeping, a stop in order.

use std::{fs, future::Future, path::Path, process::ExitCode, time::Duration};

use anyhow::{Context, bail};
use axum::Router;
use backoffice::{
    api::authentication::{ClientToken, Clients},
    reference::{OpenError, Purged, Reference},
};

use super::{arguments::Serve, output};

/// Between two purges.
const PURGE_EVERY: Duration = Duration::from_secs(3600);
/// Between two looks at the waiting list.
const OFFER_EVERY: Duration = Duration::from_secs(60);
/// Fewer characters could be guessed.
const SHORTEST_TOKEN: usize = 32;

/// Who may call, each with a token of its own: whoever had both would read in one place who asked and what they wrote.
pub(super) fn clients(serve: &Serve) -> anyhow::Result<Clients> {
    let portal = token(&serve.token_file)?;
    let Some(file) = &serve.agents_token_file else {
        return Ok(portal.into());
    };
    let agents = token(file)?;
    if agents.is(&portal) {
        bail!("the agents' token must be another one than the portal's");
    }
    Ok(Clients::from(portal).with_agents(agents))
}

fn token(file: &Path) -> anyhow::Result<ClientToken> {
    let token = fs::read_to_string(file)
        .with_context(|| format!("cannot read the token file {}", file.display()))?;
    let token = token.trim();
    if token.len() < SHORTEST_TOKEN {
        bail!("the token must have {SHORTEST_TOKEN} characters at least");
    }
    Ok(ClientToken::new(token))
}

/// Serves until it is asked to stop; `beside` goes on meanwhile.
pub(super) async fn serve(
    serve: &Serve,
    router: Router,
    beside: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<ExitCode> {
    let listener = tokio::net::TcpListener::bind(serve.listen)
        .await
        .with_context(|| format!("cannot listen on {}", serve.listen))?;
    output::line(format_args!(
        "The back office answers on http://{}/v1",
        listener.local_addr()?
    ))?;
    let beside = tokio::spawn(beside);
    axum::serve(listener, router)
        .with_graceful_shutdown(stopped())
        .await?;
    beside.abort();
    Ok(ExitCode::SUCCESS)
}

/// Purges now and every hour.
pub(super) async fn purge_for_ever<F>(purge: impl Fn() -> F)
where
    F: Future<Output = Result<Purged, OpenError>>,
{
    loop {
        match purge().await {
            Ok(purged) => tracing::info!(?purged, "what was kept long enough is deleted"),
            Err(error) => tracing::error!(%error, "the purge failed; it will be tried again"),
        }
        tokio::time::sleep(PURGE_EVERY).await;
    }
}

/// Offers free times to those who wait, now and every minute.
pub(super) async fn offer_for_ever(office: Reference) {
    loop {
        if let Err(error) = office.offer_times().await {
            tracing::error!(%error, "free times could not be offered; it will be tried again");
        }
        tokio::time::sleep(OFFER_EVERY).await;
    }
}

/// Ends at the first sign that asks to stop: the keyboard's or the service manager's.
async fn stopped() {
    let keyboard = tokio::signal::ctrl_c();
    let manager = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = keyboard => {}
        () = manager => {}
    }
}

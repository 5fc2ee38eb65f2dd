//! Connections: taken in, limited in number and in patience with what they ask, ended in order. Whoever reads their
//! answer slowly is the reverse proxy's to limit.

use std::{convert::Infallible, io::ErrorKind, net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    response::Response,
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{net::TcpListener, sync::Semaphore, time::timeout};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// Connections at the same time; beyond that, the next one waits in the queue of the system.
const CONNECTIONS: usize = 8_192;
/// Longest wait for the head of a request, and longest silence between two requests of a connection.
const HEAD: Duration = Duration::from_secs(30);
/// Longest time for the answers under way once the portal is asked to stop.
const LAST: Duration = Duration::from_secs(30);
/// How a connection that broke before it was taken is told.
const LEFT: [ErrorKind; 3] = [
    ErrorKind::ConnectionAborted,
    ErrorKind::ConnectionReset,
    ErrorKind::ConnectionRefused,
];
/// Pause after the system refuses a connection (no file handles left).
const PAUSE: Duration = Duration::from_millis(100);

/// Serves until `stop`, then finishes what is under way.
pub async fn serve(listener: TcpListener, router: Router, stop: CancellationToken) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let open = GracefulShutdown::new();
    let mut rules = http1::Builder::new();
    rules.timer(TokioTimer::new()).header_read_timeout(HEAD);
    loop {
        let taken = async {
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (place, listener.accept().await)
        };
        let (place, taken) = tokio::select! {
            () = stop.cancelled() => break,
            taken = taken => taken,
        };
        let (socket, peer) = match taken {
            Ok(taken) => taken,
            // Its visitor left before they were let in.
            Err(error) if LEFT.contains(&error.kind()) => continue,
            Err(error) => {
                tracing::error!(kind = %error.kind(), "a connection could not be taken");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        // An answer leaves at once; a connection where it cannot be asked for is served all the same.
        let _ = socket.set_nodelay(true);
        let router = router.clone();
        let answer = service_fn(move |request| answer(router.clone(), request, peer));
        let connection = rules.serve_connection(TokioIo::new(socket), answer);
        let connection = open.watch(connection);
        tokio::spawn(async move {
            // A connection that breaks concerns its visitor alone.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    if timeout(LAST, open.shutdown()).await.is_err() {
        tracing::warn!("some connections were still open at the end");
    }
}

async fn answer(
    router: Router,
    request: hyper::Request<Incoming>,
    peer: SocketAddr,
) -> Result<Response, Infallible> {
    let mut request: Request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request).await
}

//! The running server: listening, answering, stopping in order.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use axum_server::Handle;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::App;
use crate::events::undelivered;
use crate::jobs;
use crate::router::router;
use crate::web::server::Server;

/// Why the server does not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// An address cannot be listened on.
    #[error("server.listen: cannot listen on {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// Accepting connections failed.
    #[error("the listener failed: {0}")]
    Accept(#[from] std::io::Error),
    /// The metrics could not be set up.
    #[error("metrics: {0}")]
    Metrics(String),
}

/// Binds an address. Port 0 picks a free one.
pub fn bind(address: SocketAddr) -> Result<TcpListener, ServeError> {
    let listener = TcpListener::bind(address).map_err(|source| ServeError::Listen { address, source })?;
    listener.set_nonblocking(true).map_err(|source| ServeError::Listen { address, source })?;
    Ok(listener)
}

/// Starts to collect metrics for the whole process. Call it once.
pub fn collect_metrics() -> Result<PrometheusHandle, ServeError> {
    PrometheusBuilder::new().install_recorder().map_err(|error| ServeError::Metrics(error.to_string()))
}

/// One more router beside the server's, on a listener of its own: the management address, the demo app.
pub struct Beside {
    /// Where it listens.
    pub listener: TcpListener,
    /// What it serves.
    pub router: Router,
}

/// The router of the management address: metrics and health.
pub fn management(app: &App, metrics: PrometheusHandle) -> Router {
    let (store, app) = (app.store.clone(), app.clone());
    Router::new()
        .route(
            "/metrics",
            get(move || async move {
                undelivered::measure(&app).await;
                metrics.render()
            }),
        )
        .route("/healthz", get(|| async { "ok\n" }))
        .route(
            "/readyz",
            get(move || async move {
                match store.ping().await {
                    Ok(()) => (axum::http::StatusCode::OK, "ready\n"),
                    Err(_) => (axum::http::StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
                }
            }),
        )
}

/// Serves on `listeners` until `stop` becomes true, then lets running requests finish for the configured time.
pub async fn run(
    app: App,
    listeners: Vec<TcpListener>,
    beside: Vec<Beside>,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let server = Server::new(app.clone());
    let mut jobs = jobs::spawn(&app, &stop);
    let grace = app.config.server.shutdown_grace_seconds.duration();
    let mut serving = JoinSet::new();
    let ours = router(&server);
    for listener in listeners {
        serving.spawn(serve(listener, ours.clone(), stop.clone(), grace));
    }
    for Beside { listener, router } in beside {
        serving.spawn(serve(listener, router, stop.clone(), grace));
    }
    let mut result = Ok(());
    while let Some(ended) = serving.join_next().await {
        if let Ok(Err(error)) = ended {
            result = Err(error);
            break;
        }
    }
    if tokio::time::timeout(grace, async { while jobs.join_next().await.is_some() {} }).await.is_err() {
        jobs.abort_all();
    }
    app.store.close().await;
    result
}

async fn serve(
    listener: TcpListener,
    router: Router,
    mut stop: watch::Receiver<bool>,
    grace: Duration,
) -> Result<(), ServeError> {
    let handle = Handle::new();
    let stopping = handle.clone();
    tokio::spawn(async move {
        // An error means that the sender is gone, which also is the end.
        let _ = stop.wait_for(|stop| *stop).await;
        stopping.graceful_shutdown(Some(grace));
    });
    let mut server = axum_server::from_tcp(listener)?.handle(handle);
    server.http_builder().http1().timer(hyper_util::rt::TokioTimer::new()).header_read_timeout(Duration::from_secs(15));
    server.serve(router.into_make_service_with_connect_info::<SocketAddr>()).await?;
    Ok(())
}

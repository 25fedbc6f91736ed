//! `vestibule serve`.

use std::net::TcpListener;

use clap::Args;
use tokio::signal;
use tokio::sync::watch;

use super::failure::Failure;
use super::opening::Setting;
use super::telemetry::{self, FilterControl, Program};
use super::{output, reload, service_manager};
use crate::admin::setup;
use crate::boot::{self, Surroundings};
use crate::config::Config;
use crate::serve::{self, Beside};

/// What `vestibule serve` is told.
#[derive(Debug, Args)]
pub struct Arguments {}

/// Runs the server. Addresses are taken first, so that a second server on the same port touches no data.
pub async fn run(_arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let config = setting.config()?;
    let telemetry = telemetry::start(&config, Program::Server)?;
    let outcome = listen_and_serve(config, setting, telemetry.filter()).await;
    telemetry.finish().await;
    outcome
}

async fn listen_and_serve(config: Config, setting: &Setting, filter: FilterControl) -> Result<(), Failure> {
    for warning in config.warnings() {
        tracing::warn!("{warning}");
    }
    let listeners = config.server.listen.iter().map(|address| serve::bind(address.socket()));
    let listeners = listeners.collect::<Result<Vec<TcpListener>, _>>()?;
    let management = config.server.management_listen.map(|address| serve::bind(address.socket())).transpose()?;
    let hangup = reload::hangup()?;
    let app = boot::open(config, Surroundings::of_server()).await?;
    for address in listeners.iter().filter_map(|listener| listener.local_addr().ok()) {
        tracing::info!(%address, public_url = %app.config.server.public_url, "listening");
    }
    if let Some(link) = setup::create_link(&app, app.clock.now()).await? {
        output::line(format_args!("There is no administrator yet. This link makes one; it works once, for 15 minutes:\n{link}"));
    }
    let mut beside = Vec::new();
    if let Some(listener) = management {
        let metrics = serve::collect_metrics()?;
        beside.push(Beside { listener, router: serve::management(&app, metrics) });
    }
    let stop = stop_signal()?;
    tokio::spawn(reload::on_hangup(hangup, setting.clone(), app.clone(), filter));
    service_manager::ready(&format!("answers for {}", app.config.server.public_url));
    service_manager::keep_watchdog_calm();
    Ok(serve::run(app, listeners, beside, stop).await?)
}

/// Becomes true when the process is told to end.
pub fn stop_signal() -> Result<watch::Receiver<bool>, Failure> {
    let (stop, stopped) = watch::channel(false);
    let unheard = |error| Failure::failed(format!("signals cannot be received: {error}"));
    // Both are registered before anybody is told that the server runs.
    #[cfg(unix)]
    let (mut interrupt, mut terminate) = {
        use signal::unix::{SignalKind, signal};
        (signal(SignalKind::interrupt()).map_err(unheard)?, signal(SignalKind::terminate()).map_err(unheard)?)
    };
    #[cfg(not(unix))]
    let mut interrupt = signal::windows::ctrl_c().map_err(unheard)?;
    tokio::spawn(async move {
        #[cfg(unix)]
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        #[cfg(not(unix))]
        let _ = interrupt.recv().await;
        tracing::info!("stopping");
        service_manager::stopping();
        // Nobody listens any more: the server has ended by itself.
        let _ = stop.send(true);
    });
    Ok(stopped)
}

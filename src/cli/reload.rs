//! SIGHUP: the configuration is read again.
//!
//! A sound one is compared with what holds: what can change while the server runs does, and of the rest it is told that it takes
//! effect at the next start. One that is not sound changes nothing.

use tokio::signal::unix::{Signal, SignalKind, signal};

use super::failure::Failure;
use super::opening::Setting;
use super::service_manager;
use super::telemetry::FilterControl;
use crate::app::App;
use crate::config::{Config, ConfigFaults, MasterKey};

/// The one key that takes effect at once.
const LOG_FILTER: &str = "telemetry.log_filter";

/// From here on a SIGHUP does not end the process.
pub fn hangup() -> Result<Signal, Failure> {
    signal(SignalKind::hangup()).map_err(|error| Failure::failed(format!("signals cannot be received: {error}")))
}

/// Reads the configuration again at each hangup, as long as the process lives.
pub async fn on_hangup(mut hangup: Signal, setting: Setting, app: App, filter: FilterControl) {
    let mut holding = app.config.clone();
    while hangup.recv().await.is_some() {
        service_manager::reloading();
        match setting.load() {
            Ok(config) => {
                apply(&mut holding, &config, &app, &filter);
                service_manager::ready("the configuration was read again");
            }
            Err(faults) => {
                let faults = one_line(&faults);
                tracing::error!(faults, "the configuration was read again and is refused; nothing has changed");
                service_manager::ready("the configuration was read again and is refused; see the log");
            }
        }
    }
}

fn apply(holding: &mut Config, config: &Config, app: &App, filter: &FilterControl) {
    let mut changed = holding.changed_keys(config);
    changed.extend(replaced_master_key(config, app).filter(|key| !changed.contains(key)));
    let (now, at_next_start): (Vec<String>, Vec<String>) = changed.into_iter().partition(|key| key == LOG_FILTER);
    if !now.is_empty() {
        holding.telemetry.log_filter = config.telemetry.log_filter.clone();
        filter.set(&holding.telemetry.log_filter);
    }
    for warning in config.warnings() {
        tracing::warn!("{warning}");
    }
    tracing::info!(changed = now.join(", "), at_next_start = at_next_start.join(", "), "the configuration was read again");
}

/// The key that leads to the master keys, if these are others than the server runs on: a file may change while its name stays.
fn replaced_master_key(config: &Config, app: &App) -> Option<String> {
    match config.keys.master_key(config.mode()) {
        Ok(MasterKey::Given(keys)) if keys.are(&app.master_keys) => None,
        _ if config.keys.master.is_some() => Some("keys.master".to_owned()),
        _ => Some("keys.master_file".to_owned()),
    }
}

fn one_line(faults: &ConfigFaults) -> String {
    faults.to_string().lines().collect::<Vec<_>>().join(" | ")
}

//! What the service manager that started the server is told (systemd's `sd_notify(3)`): that it is ready, reads its configuration
//! again, stops, and is alive. Where nobody listens (no `NOTIFY_SOCKET`), nothing is done.

use sd_notify::NotifyState;

/// The server answers.
pub fn ready(status: &str) {
    tell(&[NotifyState::Ready, NotifyState::Status(status)]);
}

/// The configuration is being read again. [`ready`] ends it.
pub fn reloading() {
    // The time lets the manager tell the end of this reload from that of an earlier one.
    match NotifyState::monotonic_usec_now() {
        Ok(now) => tell(&[NotifyState::Reloading, now]),
        Err(error) => tracing::warn!(%error, "the service manager cannot be told"),
    }
}

/// The server has been told to end.
pub fn stopping() {
    tell(&[NotifyState::Stopping]);
}

/// Says as often as the service manager asks for (`WatchdogSec=`) that work goes on. It does when this task is run.
pub fn keep_watchdog_calm() {
    let Some(patience) = sd_notify::watchdog_enabled().filter(|patience| !patience.is_zero()) else { return };
    tokio::spawn(async move {
        let mut ticks = tokio::time::interval(patience / 2);
        loop {
            ticks.tick().await;
            tell(&[NotifyState::Watchdog]);
        }
    });
}

fn tell(state: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(state) {
        tracing::warn!(%error, "the service manager cannot be told");
    }
}

//! What the service manager is told.

use std::os::unix::net::UnixDatagram;
use std::time::Duration;

use super::Installation;
use super::running::Running;

const LISTEN: &str = "server.listen = ['127.0.0.1:0']\n";

/// A service manager that hears what it is told.
pub struct Manager(UnixDatagram);

impl Manager {
    /// Starts the server, as its unit would.
    pub fn start(installation: &Installation, variables: &[(&str, &str)]) -> (Self, Running) {
        let path = installation.path("notify");
        let socket = UnixDatagram::bind(&path).expect("a socket");
        socket.set_read_timeout(Some(Duration::from_secs(30))).expect("set");
        let path = path.display().to_string();
        let variables: Vec<_> = variables.iter().copied().chain([("NOTIFY_SOCKET", path.as_str())]).collect();
        (Self(socket), Running::start_with(installation, &variables))
    }

    /// The next message: its assignments.
    pub fn hears(&self) -> Vec<String> {
        let mut bytes = [0; 1024];
        let length = self.0.recv(&mut bytes).expect("it is told something");
        std::str::from_utf8(&bytes[..length]).expect("a text").lines().map(str::to_owned).collect()
    }
}

#[test]
fn it_is_told_the_beginning_a_reload_and_the_end() {
    let installation = Installation::with(LISTEN);
    let (manager, server) = Manager::start(&installation, &[]);
    assert_eq!(manager.hears(), ["READY=1", "STATUS=answers for http://localhost:9180"]);
    assert_eq!(server.get("/healthz"), "HTTP/1.1 200 OK");

    server.signal("HUP");
    let reloading = manager.hears();
    assert_eq!((reloading.len(), reloading[0].as_str()), (2, "RELOADING=1"), "{reloading:?}");
    let time = reloading[1].strip_prefix("MONOTONIC_USEC=").expect("the time of the reload");
    assert!(time.parse::<u64>().is_ok_and(|time| time > 0), "{time}");
    assert_eq!(manager.hears(), ["READY=1", "STATUS=the configuration was read again"]);

    let (status, log) = server.stop();
    assert_eq!(manager.hears(), ["STOPPING=1"]);
    assert_eq!(status, Some(0), "{log:?}");
}

#[test]
fn the_watchdog_hears_that_it_lives() {
    let installation = Installation::with(LISTEN);
    let (manager, server) = Manager::start(&installation, &[("WATCHDOG_USEC", "100000")]);
    assert_eq!(manager.hears()[0], "READY=1");
    for _ in 0..3 {
        assert_eq!(manager.hears(), ["WATCHDOG=1"]);
    }
    server.stop();
}

#[test]
fn a_manager_that_does_not_hear_is_no_fault() {
    let installation = Installation::with(LISTEN);
    let server = Running::start_with(&installation, &[("NOTIFY_SOCKET", "/nowhere/notify")]);
    assert_eq!(server.logged("the service manager cannot be told")["level"], "WARN");
    assert_eq!(server.get("/healthz"), "HTTP/1.1 200 OK");
    assert_eq!(server.stop().0, Some(0));
}

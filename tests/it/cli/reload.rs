//! SIGHUP: the configuration is read again.

use super::Installation;
use super::running::Running;
use super::service_manager::Manager;

const BEFORE: &str = "server.listen = ['127.0.0.1:0']\n";
const AGAIN: &str = "the configuration was read again";

#[test]
fn what_changed_is_told_and_what_waits_for_the_next_start() {
    let installation = Installation::with(BEFORE);
    let server = Running::start(&installation);
    let reload = |toml: &str| {
        installation.write("vestibule.toml", &format!("{BEFORE}{toml}"));
        server.signal("HUP");
        let line = server.logged(AGAIN);
        let text = |name: &str| line[name].as_str().expect("a text").to_owned();
        (text("changed"), text("at_next_start"))
    };
    let told = |changed: &str, at_next_start: &str| (changed.to_owned(), at_next_start.to_owned());
    assert_eq!(reload(""), told("", ""));
    assert_eq!(reload("brand.name = 'Here'\nmail.url = 'smtp://a:b@localhost'\nmail.from = 'a@b.example'\n"), {
        told("", "brand.name, mail.from, mail.url")
    });
    assert_eq!(reload("telemetry.log_filter = 'info,hyper=warn'\nbrand.name = 'Here'\n"), {
        told("telemetry.log_filter", "brand.name")
    });
    assert_eq!(reload("telemetry.log_filter = 'info,hyper=warn'\n"), told("", ""), "the filter holds already");

    let key = installation.path("keys/master.key");
    let old = std::fs::read_to_string(&key).expect("it was made");
    let new = installation.run(&["secret"]).succeeded().out;
    installation.write("keys/master.key", &format!("2:{new}1:{old}"));
    assert_eq!(reload("telemetry.log_filter = 'info,hyper=warn'\n"), told("", "keys.master_file"));
    assert_eq!(server.get("/healthz"), "HTTP/1.1 200 OK");
    assert_eq!(server.stop().0, Some(0));
}

#[test]
fn a_changed_log_filter_holds_at_once() {
    let installation = Installation::with(BEFORE);
    let (manager, server) = Manager::start(&installation, &[]);
    manager.hears();
    installation.write("vestibule.toml", &format!("{BEFORE}telemetry.log_filter = 'error'\n"));
    server.signal("HUP");
    manager.hears();
    assert_eq!(manager.hears()[0], "READY=1");
    let (status, log) = server.stop();
    assert_eq!(status, Some(0));
    assert!(!log.concat().contains("stopping"), "{log:?}");
}

#[test]
fn a_configuration_with_faults_changes_nothing() {
    let installation = Installation::with(BEFORE);
    let server = Running::start(&installation);
    installation
        .write("vestibule.toml", &format!("{BEFORE}telemetry.log_filter = 'error'\nbrand.colr = 'blue'\n[servr]\nx = 1\n"));
    server.signal("HUP");
    let line = server.logged("the configuration was read again and is refused; nothing has changed");
    let faults = line["faults"].as_str().expect("a text");
    assert!(faults.contains("did you mean brand.color?") && faults.contains(" | ") && !faults.contains('\n'), "{faults}");
    assert_eq!(server.get("/healthz"), "HTTP/1.1 200 OK");
    let (status, log) = server.stop();
    assert_eq!(status, Some(0));
    assert!(log.concat().contains("stopping"), "the log filter is the one from before: {log:?}");
}

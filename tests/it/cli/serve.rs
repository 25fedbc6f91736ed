//! `vestibule serve` and `vestibule healthcheck`: the running process.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use serde_json::Value;

use super::Installation;
use super::running::Running;

#[test]
fn a_server_answers_is_healthy_and_ends_in_order() {
    let installation = Installation::with("[server]\nlisten = ['127.0.0.1:0']\n");
    let server = Running::start(&installation);
    assert!(installation.path("keys/master.key").exists() && installation.path("data/vestibule.db").exists());
    assert_eq!(server.get("/.well-known/openid-configuration"), "HTTP/1.1 200 OK");
    let healthy = installation.run(&["healthcheck", "--url", &server.url("/healthz")]).succeeded();
    assert_eq!(healthy.out, format!("{} answers 200 OK\n", server.url("/healthz")));
    // The command line works beside the server.
    installation.add_user("ada@example.com");
    let copied = installation.run(&["backup", "copy.db"]);
    assert_eq!(copied.status, 0, "{copied:?}");
    let (status, log) = server.stop();
    assert_eq!(status, Some(0), "{log:?}");
}

#[test]
fn a_healthcheck_asks_where_the_configuration_says() {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let port = free.port();
    let server = format!("[server]\nlisten = ['0.0.0.0:{port}']\npublic_url = 'http://localhost:{port}'\n");
    let installation = Installation::with(&server);
    installation.run(&["healthcheck"]).refused(1, &format!("http://127.0.0.1:{}/healthz: no connection", free.port()));
    let json = installation.run(&["healthcheck", "--json"]);
    assert_eq!(json.status, 1);
    assert_eq!(serde_json::from_str::<Value>(&json.out).expect("JSON")["healthy"], false);
    let server = Running::start(&installation);
    assert_eq!(installation.json(&["healthcheck", "--json"])["healthy"], true);
    let doctor = installation.run(&["doctor"]).succeeded().out;
    assert!(doctor.contains(&format!("http://localhost:{port} answers, but only on this machine")), "{doctor}");
    let elsewhere = installation.run(&["healthcheck", "--url", &format!("http://127.0.0.1:{}/nothing", free.port())]);
    assert_eq!(elsewhere.status, 1, "{elsewhere:?}");
    server.stop();
    Installation::with("[server]\nlisten = ['127.0.0.1:0']\n").run(&["healthcheck"]).refused(2, "--url");
}

#[test]
fn metrics_have_a_listener_of_their_own() {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let installation = Installation::with(&format!("[server]\nlisten = ['127.0.0.1:0']\nmanagement_listen = '{free}'\n"));
    let server = Running::start(&installation);
    assert_eq!(installation.json(&["healthcheck", "--json"])["healthy"], true);
    assert_ne!(server.get("/metrics"), "HTTP/1.1 200 OK");
    installation.run(&["healthcheck", "--url", &format!("http://{free}/metrics")]).succeeded();
    let mut stream = TcpStream::connect(free).expect("it listens");
    write!(stream, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("sent");
    let mut told = String::new();
    stream.read_to_string(&mut told).expect("an answer");
    for gauge in ["outbox_messages{state=\"waiting\"} 0", "outbox_messages{state=\"given_up\"} 0", "outbox_oldest_seconds 0"] {
        assert!(told.contains(gauge), "{gauge}: {told}");
    }
    server.stop();
}

#[test]
fn spans_are_exported_without_what_a_request_says() {
    let collector = TcpListener::bind("127.0.0.1:0").expect("a port");
    let endpoint = collector.local_addr().expect("an address");
    let installation =
        Installation::with(&format!("server.listen = ['127.0.0.1:0']\ntelemetry.otlp_endpoint = 'http://{endpoint}'\n"));
    let received = thread::spawn(move || {
        let (mut stream, _) = collector.accept().expect("the exporter comes");
        let mut bytes = Vec::new();
        let mut chunk = [0_u8; 4096];
        loop {
            let length = stream.read(&mut chunk).expect("it sends");
            bytes.extend_from_slice(&chunk[..length]);
            let text = String::from_utf8_lossy(&bytes);
            let announced = text
                .to_ascii_lowercase()
                .split_once("content-length: ")
                .map(|(_, rest)| rest.lines().next().and_then(|length| length.trim().parse::<usize>().ok()).expect("a length"));
            let head = text.find("\r\n\r\n").map(|end| end + 4);
            let whole = head.zip(announced).is_some_and(|(head, announced)| bytes.len() >= head + announced);
            if whole || length == 0 {
                break;
            }
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").expect("answered");
        String::from_utf8_lossy(&bytes).into_owned()
    });
    let server = Running::start(&installation);
    server.get("/oauth2/authorize?client_id=nobody&state=visible-in-the-query");
    let (status, log) = server.stop();
    assert_eq!(status, Some(0), "{log:?}");
    let sent = received.join().expect("the collector got it");
    assert!(sent.starts_with("POST /v1/traces HTTP/1.1"), "{sent}");
    assert!(sent.contains("vestibule") && sent.contains("/oauth2/authorize"), "{sent}");
    assert!(!sent.contains("visible-in-the-query") && !sent.contains("nobody"), "{sent}");
}

#[test]
fn the_log_has_the_form_that_is_set() {
    let installation = Installation::with("server.listen = ['127.0.0.1:0']\n[telemetry]\nlog_format = 'text'\n");
    let mut child = installation.command(&["serve"]).spawn().expect("the binary runs");
    let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
    let line = lines.find(|line| line.contains("listening")).expect("it is told");
    assert!(line.contains(" INFO ") && !line.starts_with('{') && !line.contains('\x1b'), "{line}");
    child.kill().expect("stopped");
    child.wait().expect("ended");
}

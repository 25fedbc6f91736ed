//! `vestibule outbox`, and what `vestibule doctor` says of it.

use std::net::TcpListener;

use serde_json::{Value, json};

use super::Installation;
use super::running::Running;

/// Whose mail goes to a port where nobody listens.
fn without_a_relay() -> Installation {
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let mail = format!("[mail]\nurl = 'smtp://{closed}'\nfrom = 'login@example.com'\n");
    Installation::with(&format!("[server]\nlisten = ['127.0.0.1:0']\n{mail}"))
}

fn finding(installation: &Installation) -> (String, String) {
    let findings = installation.json(&["doctor", "--json"]);
    let found = findings.as_array().expect("a list").iter().find(|finding| finding["subject"] == "outbox").expect("it is there");
    let text = |name: &str| found[name].as_str().expect("a text").to_owned();
    (text("level"), text("detail"))
}

#[test]
fn the_operator_sees_what_does_not_get_out_and_has_it_tried_again() {
    let installation = without_a_relay();
    installation.add_user("ada@example.com");
    assert_eq!(finding(&installation), ("ok".to_owned(), "no message waits".to_owned()));
    assert_eq!(installation.json(&["outbox", "list", "--json"]), json!([]));
    let server = Running::start(&installation);
    let answer = server.post("/api/auth/request-password-reset", &json!({ "email": "ada@example.com" }));
    assert_eq!(answer, "HTTP/1.1 200 OK");
    let logged = server.logged("a message could not be sent");
    assert_eq!((&logged["kind"], &logged["attempts"]), (&"reset_password".into(), &1.into()));

    // The try is noted after it is logged.
    let listed = loop {
        let listed = installation.json(&["outbox", "list", "--json"]);
        if listed[0]["state"] == "failing" {
            break listed;
        }
    };
    assert_eq!((&listed[0]["kind"], &listed[0]["attempts"]), (&"reset_password".into(), &1.into()));
    assert_eq!(listed[0]["last_error"], "the mail relay did not take the mail for now: no connection");
    assert_eq!(listed[0]["given_up_at"], Value::Null);
    let table = installation.run(&["outbox", "list"]).succeeded().out;
    assert!(table.starts_with("ID ") && table.contains("reset_password") && table.contains("failing"), "{table}");
    let (level, detail) = finding(&installation);
    assert_eq!(level, "warn");
    assert!(detail.contains("no connection") && detail.contains("vestibule outbox list"), "{detail}");
    for told in [&table, &detail, &listed.to_string()] {
        assert!(!told.contains("ada@example.com") && !told.contains("token"), "{told}");
    }

    let id = listed[0]["id"].as_str().expect("an id");
    assert_eq!(installation.json(&["outbox", "retry", id, "--json"]), json!({ "due": 1 }));
    assert_eq!(installation.run(&["outbox", "retry"]).succeeded().out.split(' ').next(), Some("1"));
    installation.run(&["outbox", "retry", "nothing"]).refused(1, "no such message");
    // The running server looks every 15 seconds.
    assert_eq!(server.logged("a message could not be sent")["attempts"], 2);
    server.stop();
}

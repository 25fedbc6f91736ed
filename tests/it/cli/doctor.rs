//! `vestibule doctor`.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::thread;

use serde_json::Value;

use super::{Installation, Outcome};

/// What a subject's findings are: level and detail.
fn finding<'a>(findings: &'a Value, subject: &str) -> (&'a str, &'a str) {
    let found = findings.as_array().expect("a list").iter().find(|finding| finding["subject"] == subject).expect("it is there");
    (found["level"].as_str().expect("a level"), found["detail"].as_str().expect("a detail"))
}

fn findings(outcome: &Outcome) -> Value {
    serde_json::from_str(&outcome.out).expect("JSON")
}

#[test]
fn a_new_installation_gets_advice_and_nothing_is_made() {
    let installation = Installation::new();
    let outcome = installation.run(&["doctor", "--json"]).succeeded();
    let findings = findings(&outcome);
    assert_eq!(finding(&findings, "configuration").0, "ok");
    assert_eq!(finding(&findings, "database").0, "warn");
    assert_eq!(finding(&findings, "master key").0, "warn");
    assert_eq!(finding(&findings, "clock").0, "ok");
    assert_eq!(finding(&findings, "mail").0, "warn");
    assert!(installation.files().is_empty(), "{:?}", installation.files());
    let lines = installation.run(&["doctor"]).succeeded().out;
    assert!(lines.lines().all(|line| line.starts_with("ok    ") || line.starts_with("warn  ")), "{lines}");
}

#[test]
fn a_sound_installation_is_told_so() {
    let installation = Installation::new();
    installation.add_user("ada@example.com");
    let findings = findings(&installation.run(&["doctor", "--json"]).succeeded());
    assert_eq!(finding(&findings, "database").0, "ok");
    assert_eq!(finding(&findings, "master key"), ("ok", "it opens the 3 published signing keys"));
    assert_eq!(finding(&findings, "clock").0, "ok");
}

#[test]
fn a_wrong_key_and_a_wrong_setting_fail() {
    let installation = Installation::new();
    installation.add_user("ada@example.com");
    let other = installation.run(&["secret"]).succeeded().out;
    installation.write("keys/master.key", &other);
    let outcome = installation.run(&["doctor", "--json"]);
    assert_eq!(outcome.status, 1);
    let (level, detail) = (finding(&findings(&outcome), "master key").0.to_owned(), outcome.out);
    assert_eq!(level, "fail");
    assert!(detail.contains("this is not the key"), "{detail}");

    installation.write("vestibule.toml", "[server]\nport = 1\n");
    let outcome = installation.run(&["doctor"]);
    assert_eq!(outcome.status, 1);
    assert!(outcome.out.starts_with("fail  configuration  server.port (vestibule.toml): there is no such key"), "{outcome:?}");
}

#[test]
fn an_unreachable_database_fails_but_the_rest_is_still_looked_at() {
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let installation = Installation::with(&format!("[database]\nurl = 'postgres://a:b@{closed}/c'\n"));
    let outcome = installation.run(&["doctor", "--json"]);
    assert_eq!(outcome.status, 1);
    let findings = findings(&outcome);
    assert_eq!(finding(&findings, "database").0, "fail");
    assert_eq!(finding(&findings, "mail").0, "warn");
}

#[test]
fn a_test_mail_is_handed_to_the_relay() {
    let relay = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mail = format!("[mail]\nurl = 'smtp://{}'\nfrom = 'login@example.com'\n", relay.local_addr().expect("an address"));
    let taken = thread::spawn(move || {
        let (stream, _) = relay.accept().expect("it comes");
        let mut writer = stream.try_clone().expect("both directions");
        let mut answer = |text: &str| writer.write_all(text.as_bytes()).expect("answered");
        let (mut told, mut data) = (String::new(), false);
        answer("220 relay.example\r\n");
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            told.push_str(&line);
            told.push('\n');
            match line.as_str() {
                "." => {
                    answer("250 ok\r\n");
                    return told;
                }
                "DATA" => {
                    data = true;
                    answer("354 go on\r\n");
                }
                _ if data => {}
                _ => answer("250 ok\r\n"),
            }
        }
        told
    });
    let installation = Installation::with(&mail);
    let outcome = installation.run(&["doctor", "--json", "--send-test-mail", "ada@example.com"]).succeeded();
    assert_eq!(finding(&findings(&outcome), "mail").0, "ok");
    let told = taken.join().expect("the relay was told");
    assert!(told.contains("RCPT TO:<ada@example.com>") && told.contains("From: login@example.com"), "{told}");
}

#[test]
fn a_test_mail_that_no_relay_takes_is_a_failure() {
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let mail = format!("[mail]\nurl = 'smtp://{closed}'\nfrom = 'login@example.com'\n");
    let installation = Installation::with(&mail);
    let untried = findings(&installation.run(&["doctor", "--json"]).succeeded());
    assert_eq!(finding(&untried, "mail").0, "ok");
    let outcome = installation.run(&["doctor", "--json", "--send-test-mail", "ada@example.com"]);
    assert_eq!(outcome.status, 1);
    assert_eq!(finding(&findings(&outcome), "mail").0, "fail");
    let without = Installation::new().run(&["doctor", "--json", "--send-test-mail", "ada@example.com"]);
    assert_eq!((without.status, finding(&findings(&without), "mail").0), (1, "fail"));
}

#[test]
fn an_https_installation_needs_to_know_its_proxy() {
    let server = "[server]\npublic_url = 'https://id.example.test'\n";
    let installation = Installation::with(server);
    let asked = findings(&installation.run(&["doctor", "--json"]).succeeded());
    assert_eq!(finding(&asked, "proxy").0, "warn");
    assert_eq!(finding(&asked, "public url").0, "warn");
    installation.write("vestibule.toml", &format!("{server}trusted_proxies = ['10.0.0.1']\n"));
    let asked = findings(&installation.run(&["doctor", "--json"]).succeeded());
    assert_eq!(finding(&asked, "proxy").0, "ok");
}

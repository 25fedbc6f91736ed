//! `vestibule webhook`.

use std::time::{Duration, Instant};

use serde_json::json;

use super::Installation;
use super::running::Running;
use crate::support::receiver::{Answers, Receiver, SECRET};

/// An installation that tells `receiver` of new people, and one that nobody hears.
fn telling(receiver: &Receiver) -> Installation {
    let hook = |name: &str, url: &str, events: &str| {
        format!("[[webhooks]]\nname = '{name}'\nurl = '{url}?key=hidden'\nsecret = '{SECRET}'\nevents = [{events}]\n")
    };
    let hooks =
        [hook("people", &receiver.url, "'user.created', 'user.deleted'"), hook("nobody", "http://127.0.0.1:1/hook", "'key.*'")];
    Installation::with(&format!("[server]\nlisten = ['127.0.0.1:0']\n[outbound]\nallow = ['127.0.0.0/8']\n{}", hooks.concat()))
}

/// What `webhook deliveries` prints, once it is as it should be: the server sends in its own time.
fn deliveries(installation: &Installation, arguments: &[&str], is_so: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
    let asked = Instant::now();
    loop {
        let listed = installation.json(&[&["webhook", "deliveries", "--json"], arguments].concat());
        if is_so(&listed) {
            return listed;
        }
        assert!(asked.elapsed() < Duration::from_secs(60), "{listed}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_operator_sees_what_is_sent_and_has_it_sent_once_more() {
    let receiver = Receiver::answering(Answers::With(204, String::new())).await;
    let installation = telling(&receiver);
    installation.add_user("ada@example.com");
    let origin = receiver.url.trim_end_matches("/hook").to_owned();
    let listed = installation.json(&["webhook", "list", "--json"]);
    assert_eq!(
        listed,
        json!([
            { "name": "people", "to": origin, "waiting": 1, "events": ["user.created", "user.deleted"] },
            { "name": "nobody", "to": "http://127.0.0.1:1", "waiting": 0, "events": ["key.*"] },
        ])
    );
    let waiting = deliveries(&installation, &[], |_| true);
    assert_eq!(
        (&waiting[0]["state"], &waiting[0]["attempts"], &waiting[0]["event"]),
        (&"waiting".into(), &0.into(), &"user.created".into())
    );
    let id = waiting[0]["id"].as_str().expect("an id").to_owned();
    installation.run(&["webhook", "replay", &id]).refused(1, "no finished delivery");

    let server = Running::start(&installation);
    let sent = deliveries(&installation, &[], |listed| listed[0]["state"] == "delivered");
    assert_eq!(
        (&sent[0]["receiver"], &sent[0]["last_status"], &sent[0]["attempts"]),
        (&"webhook:people".into(), &204.into(), &1.into())
    );
    assert_eq!(installation.json(&["webhook", "replay", &id, "--json"]), json!({ "id": id, "state": "waiting" }));
    deliveries(&installation, &[], |listed| listed[0]["state"] == "delivered" && receiver.seen().len() == 2);
    let seen = receiver.seen();
    assert_eq!(seen[0].header("webhook-id"), seen[1].header("webhook-id"), "receivers know it again");
    assert!(seen.iter().all(|seen| seen.is_signed_with(SECRET)));
    assert_eq!(deliveries(&installation, &["--failed"], |_| true), json!([]));
    server.stop();

    let table = installation.run(&["webhook", "list"]).succeeded().out;
    assert!(table.starts_with("NAME ") && table.contains("user.created, user.deleted"), "{table}");
    for told in [&table, &listed.to_string(), &sent.to_string()] {
        assert!(!told.contains("hidden") && !told.contains("whsec_") && !told.contains("ada@example.com"), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receiver_is_tried_before_anything_happens() {
    let receiver = Receiver::answering(Answers::With(204, String::new())).await;
    let installation = telling(&receiver);
    assert_eq!(installation.json(&["webhook", "test", "people", "--json"]), json!({ "name": "people", "status": 204 }));
    let seen = receiver.seen().pop().expect("it was sent");
    assert!(seen.is_signed_with(SECRET));
    assert_eq!(seen.json()["data"], json!({ "webhook": "people" }));
    let told = installation.run(&["webhook", "test", "people"]).succeeded().out;
    assert!(told.contains("took it (status 204)") && !told.contains("hidden"), "{told}");
    receiver.answers(Answers::With(500, String::new()));
    installation.run(&["webhook", "test", "people"]).refused(1, "answered with status 500");
    installation.run(&["webhook", "test", "nobody"]).refused(1, "http://127.0.0.1:1: ");
    installation.run(&["webhook", "test", "other"]).refused(1, "no webhook other");
    installation.run(&["webhook", "replay", "nothing"]).refused(1, "no finished delivery");
}

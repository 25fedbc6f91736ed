//! `vestibule dev`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};

use serde_json::Value;

use super::Installation;

/// A trial that runs until it is stopped or dropped.
struct Running {
    child: Child,
    told: Value,
}

impl Running {
    fn start(installation: &Installation, more: &[&str]) -> Self {
        let mut arguments = vec!["dev", "--json", "--port", "0", "--demo-port", "0"];
        arguments.extend(more);
        let mut child = installation.command(&arguments).spawn().expect("the binary runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("it tells where it is");
        let told = serde_json::from_str(&line).expect("one line of JSON");
        Self { child, told }
    }

    fn text(&self, pointer: &str) -> &str {
        self.told.pointer(pointer).and_then(Value::as_str).expect("it is told")
    }

    /// The whole answer to a GET.
    fn get(url: &str) -> String {
        let (authority, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an http address");
        let port = authority.rsplit(':').next().and_then(|port| port.parse::<u16>().ok()).expect("a port");
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\r\n").expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().expect("kill runs").success());
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already when it was stopped.
        self.child.kill().ok();
    }
}

#[test]
fn everything_is_there_at_once_and_nothing_is_left() {
    let installation = Installation::new();
    let trial = Running::start(&installation, &[]);
    let issuer = trial.text("/issuer").to_owned();
    assert!(issuer.starts_with("http://localhost:"), "{issuer}");
    let discovery = Running::get(&format!("{issuer}/.well-known/openid-configuration"));
    assert!(discovery.starts_with("HTTP/1.1 200 OK") && discovery.contains(&format!("\"issuer\":\"{issuer}\"")), "{discovery}");
    assert!(Running::get(&format!("{}/", trial.text("/demo"))).starts_with("HTTP/1.1 200 OK"));
    assert!(trial.text("/setup").starts_with(&format!("{issuer}/admin/setup?code=")));
    assert_eq!(trial.text("/user/email"), "ada@example.test");
    assert!(trial.text("/user/password").len() >= 12);
    trial.stop();
    assert!(installation.files().is_empty(), "{:?}", installation.files());
}

#[test]
fn data_is_kept_where_it_is_said() {
    let installation = Installation::new();
    for _ in 0..2 {
        Running::start(&installation, &["--data", "trial"]).stop();
    }
    let files = installation.files();
    assert!(files.contains(&"trial/vestibule.db".to_owned()) && files.contains(&"trial/master.key".to_owned()), "{files:?}");
    installation.write("trial.toml", "database.url = 'sqlite://trial/vestibule.db'\nkeys.master_file = 'trial/master.key'\n");
    let people = installation.json(&["--config", "trial.toml", "user", "list", "--json"]);
    assert_eq!(people[0]["email"], "ada@example.test");
}

#[test]
fn people_are_told_where_to_click() {
    let installation = Installation::new();
    let mut child = installation.command(&["dev", "--port", "0", "--demo-port", "0"]).spawn().expect("the binary runs");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    assert_eq!(lines.next().as_deref(), Some("vestibule dev  (data in memory; add --data DIR to keep it)"));
    let rest: Vec<String> = lines.by_ref().take_while(|line| !line.contains("Ctrl-C")).collect();
    for name in ["Demo app", "Login server", "Mailbox", "ada@example.test"] {
        assert!(rest.iter().any(|line| line.contains(name)), "{name} is missing: {rest:?}");
    }
    child.kill().expect("stopped");
    child.wait().expect("ended");
}

#[test]
fn it_is_for_this_machine_only_and_a_taken_port_is_told() {
    let public = Installation::with("[server]\npublic_url = 'https://id.example.com'\n");
    public.run(&["dev", "--demo-port", "0"]).refused(2, "the dev mode is for this machine only");
    let everywhere = Installation::with("[server]\nlisten = ['0.0.0.0:0']\n");
    everywhere.run(&["dev", "--demo-port", "0"]).refused(2, "loopback addresses only");

    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let installation = Installation::new();
    installation.run(&["dev", "--port", &port]).refused(1, "--port 0 picks a free port");
    installation.run(&["dev", "--port", "0", "--demo-port", &port]).refused(1, "--demo-port 0 picks a free port");
    assert!(installation.files().is_empty());
}

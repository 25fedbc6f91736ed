//! A server as a process of its own.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::Installation;

const PATIENCE: Duration = Duration::from_secs(30);

/// A server that runs until it is stopped or dropped.
pub struct Running {
    child: Child,
    address: String,
    /// The log after the line that told the address.
    log: mpsc::Receiver<String>,
}

impl Running {
    /// Starts the server on a free port and waits until it listens.
    pub fn start(installation: &Installation) -> Self {
        Self::start_with(installation, &[])
    }

    /// The same with these environment variables.
    pub fn start_with(installation: &Installation, variables: &[(&str, &str)]) -> Self {
        let mut command = installation.command(&["serve"]);
        let mut child = command.envs(variables.iter().copied()).spawn().expect("the binary runs");
        let stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        let (told, log) = mpsc::channel();
        thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| told.send(line)));
        let address = loop {
            let line = log.recv_timeout(PATIENCE).expect("the server tells that it listens");
            let line: Value = serde_json::from_str(&line).expect("a log that is no terminal gets JSON");
            if line["message"] == "listening" {
                break line["address"].as_str().expect("an address").to_owned();
            }
        };
        Self { child, address, log }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The first line of the answer to a GET.
    pub fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost:9180\r\nConnection: close\r\n\r\n").expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer.lines().next().unwrap_or_default().to_owned()
    }

    /// The first line of the answer to a POST, as an app sends it.
    pub fn post(&self, path: &str, body: &Value) -> String {
        let body = body.to_string();
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let head = format!("POST {path} HTTP/1.1\r\nHost: localhost:9180\r\nConnection: close\r\nContent-Type: application/json");
        write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer.lines().next().unwrap_or_default().to_owned()
    }

    /// Sends it a signal.
    pub fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &pid]).status().expect("kill runs").success());
    }

    /// The next line of the log with this message.
    pub fn logged(&self, message: &str) -> Value {
        loop {
            let line = self.log.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("the log says {message:?}"));
            let line: Value = serde_json::from_str(&line).expect("a log that is no terminal gets JSON");
            if line["message"].as_str().is_some_and(|text| text.starts_with(message)) {
                return line;
            }
        }
    }

    /// Tells it to end, and waits. Returns the status and the rest of the log.
    pub fn stop(mut self) -> (Option<i32>, Vec<String>) {
        self.signal("TERM");
        let status = self.child.wait().expect("it ends").code();
        (status, self.log.iter().collect())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already when it was stopped.
        self.child.kill().ok();
    }
}

//! The command line: the real binary, each test in a folder of its own.

mod apps;
mod backup;
mod config;
mod dev;
mod doctor;
mod faults;
mod keys;
mod migrate;
mod moving;
mod outbox;
mod people;
mod reload;
mod running;
mod serve;
mod service_manager;
mod small;
mod webhooks;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with a configuration in it, and nothing else until a command makes it.
struct Installation {
    folder: TempDir,
}

/// What a command did.
#[derive(Debug)]
struct Outcome {
    status: i32,
    out: String,
    err: String,
}

impl Installation {
    /// With nothing but the defaults.
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// With this `vestibule.toml`.
    fn with(toml: &str) -> Self {
        let installation = Self::new();
        installation.write("vestibule.toml", toml);
        installation
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("written");
    }

    /// Everything below the folder, by name.
    fn files(&self) -> Vec<String> {
        let entries = walkdir::WalkDir::new(self.folder.path()).min_depth(1).sort_by_file_name().into_iter().flatten();
        let name = |path: &Path| path.strip_prefix(self.folder.path()).expect("below it").display().to_string();
        entries.map(|entry| name(entry.path())).collect()
    }

    /// The binary in this folder, without any setting of this process.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Outcome {
        Outcome::of(self.command(arguments).output().expect("the binary runs"))
    }

    fn run_with_input(&self, arguments: &[&str], input: &str) -> Outcome {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().expect("the binary runs");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A command that refuses its arguments never reads.
        stdin.write_all(input.as_bytes()).ok();
        drop(stdin);
        Outcome::of(child.wait_with_output().expect("it ends"))
    }

    /// The command's JSON; it must succeed.
    fn json(&self, arguments: &[&str]) -> Value {
        self.run(arguments).json()
    }

    /// A person, with the password `correct horse`.
    fn add_user(&self, email: &str) -> Value {
        self.run_with_input(&["user", "add", "--email", email, "--password-stdin", "--json"], "correct horse\n").json()
    }
}

impl Outcome {
    fn of(output: Output) -> Self {
        Self {
            status: output.status.code().expect("it was not killed"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    #[track_caller]
    fn succeeded(self) -> Self {
        assert_eq!(self.status, 0, "{self:?}");
        self
    }

    #[track_caller]
    fn json(self) -> Value {
        let outcome = self.succeeded();
        serde_json::from_str(&outcome.out).expect("one JSON document")
    }

    /// It failed with this status, and told this on one line, and nothing else.
    #[track_caller]
    fn refused(&self, status: i32, reason: &str) {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        assert_eq!(self.err.lines().count(), 1, "{self:?}");
        assert!(self.err.starts_with("error: "), "{self:?}");
        assert!(self.err.contains(reason), "{reason:?} is not in {self:?}");
    }
}

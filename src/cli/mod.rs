//! The command line: `vestibule <command>`.
//!
//! Owns the commands' names and flags, what they print, and how a fault is told. A command is a file here: its `Arguments`, and a
//! `run` that calls the operation which the pages and the JSON API use too. May use everything; nothing uses it.
//!
//! - **Output** goes to standard output and only through `output.rs`; logs, warnings and faults go to standard error. `--json` prints
//!   one JSON document in place of text. Color only on a terminal, and not with `NO_COLOR`.
//! - **Exit status**: 0 it is done; 1 it failed, or was refused, and nothing changed; 2 the command line or the configuration is wrong.
//!
//! A new command is a file and a variant of [`Command`].

mod app;
mod backup;
mod completions;
mod config;
mod dev;
mod doctor;
mod export;
mod failure;
mod healthcheck;
mod import;
mod invitation;
mod key;
mod migrate;
mod opening;
mod outbox;
mod output;
mod password_source;
mod probe;
mod reload;
mod secret;
mod serve;
mod service_manager;
mod telemetry;
mod user;
mod version;
mod webhook;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use failure::Failure;
use opening::Setting;

/// An identity provider in one binary.
#[derive(Debug, Parser)]
#[command(name = "vestibule", version, propagate_version = false, arg_required_else_help = true, after_help = EXIT_STATUS)]
pub struct CommandLine {
    /// The configuration file [default: vestibule.toml, if there is one]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

const EXIT_STATUS: &str = "\
Exit status:
  0  it is done
  1  it failed or was refused
  2  the command line or the configuration is wrong

Every setting is also an environment variable: VESTIBULE__SECTION__KEY. See `vestibule config show`.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Try it out: a login server, a demo app and a mailbox on this machine
    ///
    /// Everything is made at the start and gone at the end, unless --data is given. Nobody else can reach it.
    Dev(dev::Arguments),
    /// Run the server
    ///
    /// Listens on `server.listen` until it is told to stop (SIGTERM or Ctrl-C), and lets running requests finish. SIGHUP has the
    /// configuration read again: a changed `telemetry.log_filter` holds at once, the log names what waits for the next start.
    Serve(serve::Arguments),
    /// Bring the database's schema up to date
    ///
    /// `serve` does the same when it starts.
    Migrate(migrate::Arguments),
    /// Add, list, lock people's accounts
    #[command(subcommand)]
    User(user::Command),
    /// Register and manage apps (OAuth clients)
    #[command(subcommand)]
    App(app::Command),
    /// List, rotate and revoke the keys that sign tokens
    #[command(subcommand)]
    Key(key::Command),
    /// See mails and text messages that do not get out, and have them tried again
    #[command(subcommand)]
    Outbox(outbox::Command),
    /// List webhooks and deliveries, send one once more, try a receiver
    #[command(subcommand)]
    Webhook(webhook::Command),
    /// Print a new master key
    ///
    /// 32 random bytes in base64, for `keys.master` or the file that `keys.master_file` names (mode 0600).
    Secret(secret::Arguments),
    /// Check, show and describe the configuration
    #[command(subcommand)]
    Config(config::Command),
    /// Move people and apps in from another server
    ///
    /// What is there already stays as it is; a second run moves what is new. Nobody is mailed. Exit status 1 also if some rows could
    /// not be moved: the report says which.
    #[command(subcommand)]
    Import(import::Command),
    /// Write all people, apps and consents to a file
    ///
    /// JSON Lines, which `vestibule import vestibule` reads. Password hashes are in it; what is sealed is not, unless --with-secrets is
    /// given.
    Export(export::Arguments),
    /// Look at everything that the server rests on, and give advice
    ///
    /// Fails if one of the findings is a failure; warnings are advice.
    Doctor(doctor::Arguments),
    /// Copy the embedded database to a file while it is in use
    ///
    /// The copy is whole and consistent, also while the server runs. The master key is not in it: keep that apart.
    Backup(backup::Arguments),
    /// Ask the running server whether it is well
    ///
    /// Asks `/healthz` of the address that the configuration lets the server listen on.
    Healthcheck(healthcheck::Arguments),
    /// Print the version
    ///
    /// Name, version, and the database schema that it works with.
    Version(version::Arguments),
    /// Print a shell's completion script
    ///
    /// Load it from the shell's start file, such as `source <(vestibule completions bash)`.
    Completions(completions::Arguments),
}

/// Whether what is printed is for people or for programs.
#[derive(Clone, Copy, Debug, Args)]
struct Format {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Parses the command line, runs the command, and tells what went wrong, if anything did.
pub fn main() -> ExitCode {
    let line = CommandLine::parse();
    let setting = Setting::of_process(line.config);
    let outcome = match runtime() {
        Ok(runtime) => runtime.block_on(run(line.command, &setting)),
        Err(error) => Err(Failure::failed(format!("the runtime cannot be started: {error}"))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            failure.exit_code()
        }
    }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()
}

async fn run(command: Command, setting: &Setting) -> Result<(), Failure> {
    match command {
        Command::Dev(arguments) => dev::run(&arguments, setting).await,
        Command::Serve(arguments) => serve::run(&arguments, setting).await,
        Command::User(command) => user::run(command, setting).await,
        Command::App(command) => app::run(command, setting).await,
        Command::Key(command) => key::run(command, setting).await,
        Command::Webhook(command) => webhook::run(command, setting).await,
        Command::Migrate(arguments) => migrate::run(&arguments, setting).await,
        Command::Secret(arguments) => secret::run(&arguments, setting),
        Command::Config(command) => config::run(&command, setting),
        Command::Import(command) => import::run(command, setting).await,
        Command::Export(arguments) => export::run(&arguments, setting).await,
        Command::Doctor(arguments) => doctor::run(&arguments, setting).await,
        Command::Outbox(command) => outbox::run(command, setting).await,
        Command::Backup(arguments) => backup::run(&arguments, setting).await,
        Command::Healthcheck(arguments) => healthcheck::run(&arguments, setting).await,
        Command::Version(arguments) => version::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    }
}

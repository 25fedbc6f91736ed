//! `vestibule import`.

mod better_auth;
mod report;
mod vestibule;

use clap::Subcommand;

use super::failure::Failure;
use super::opening::{self, Setting};
use super::telemetry::{self, Program};
use crate::app::App;
use crate::boot::{self, BootError, Surroundings};
use crate::config::Config;
use crate::crypto::master_key::MasterKeys;
use crate::moving::Move;
use crate::store::{OpenOptions, Store};

/// From where.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// From the database of a Better Auth server, which is only read
    BetterAuth(Box<better_auth::Arguments>),
    /// From a file that `vestibule export` wrote
    Vestibule(vestibule::Arguments),
}

/// Runs the command on the installation's store.
pub async fn run(command: Command, setting: &Setting) -> Result<(), Failure> {
    match command {
        Command::BetterAuth(arguments) => better_auth::run(*arguments, setting).await,
        Command::Vestibule(arguments) => vestibule::run(&arguments, setting).await,
    }
}

/// Does `work` with the installation, or for a plan with a store that is thrown away, which asks the installation what it has.
async fn with_order<W>(is_plan: bool, setting: &Setting, work: W) -> Result<(), Failure>
where
    W: AsyncFnOnce(Move<'_>) -> Result<(), Failure>,
{
    let config = setting.config()?;
    if !is_plan {
        return opening::with_app(config, setting, async |app| {
            work(Move { app, real: None, is_plan: false, now: app.clock.now() }).await
        })
        .await;
    }
    let real = opening::open_store_to_look(&config).await?;
    let planned = plan(config, setting, &real, work).await;
    real.close().await;
    planned
}

async fn plan<W>(config: Config, setting: &Setting, real: &Store, work: W) -> Result<(), Failure>
where
    W: AsyncFnOnce(Move<'_>) -> Result<(), Failure>,
{
    let is_made = real.schema_version().await? > 0;
    if is_made && !real.pending_migrations().await?.is_empty() {
        return Err(Failure::failed("the database is of an older version: run `vestibule migrate` first"));
    }
    let telemetry = telemetry::start(&config, Program::Command)?;
    let app = throw_away(config, setting).await?;
    let outcome = work(Move { app: &app, real: is_made.then_some(real), is_plan: true, now: app.clock.now() }).await;
    app.store.close().await;
    telemetry.finish().await;
    outcome
}

/// An installation of the same configuration, with a store and a master key that are gone afterwards.
async fn throw_away(config: Config, setting: &Setting) -> Result<App, Failure> {
    let store = Store::open(&OpenOptions::new("sqlite::memory:")).await.map_err(BootError::from)?;
    store.migrate(setting.clock.now()).await?;
    let master_keys = MasterKeys::parse(&MasterKeys::generate(&setting.entropy)).map_err(BootError::from)?;
    let surroundings =
        Surroundings { clock: setting.clock.clone(), entropy: setting.entropy.clone(), ..Surroundings::of_server() };
    Ok(boot::assemble(config, surroundings, store, master_keys).await?)
}

//! `vestibule app`: OAuth clients, as the operator registers them.

mod add;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::app::App;
use crate::cli::failure::Failure;
use crate::cli::opening::{self, Setting};
use crate::cli::output::Listing;
use crate::cli::{Format, output};
use crate::model::client::{Client, ClientSource, SecondFactorDemand};
use crate::model::ids::ClientId;
use crate::model::request_origin::RequestOrigin;
use crate::oauth::registration::metadata;
use crate::oauth::registration::operator::{self, OperatorError};
use crate::store::clients;

/// How many are read at once.
const PAGE: i64 = 200;

/// What to do with apps.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Register an app; its secret is printed once
    ///
    /// The rules are those of dynamic client registration (RFC 7591), and a few things that only the operator may set.
    Add(Box<add::Arguments>),
    /// Print the apps
    List(Format),
    /// Print one app with all its metadata
    Show(Named),
    /// Give an app another secret; the old one is void at once
    RotateSecret(Named),
    /// Demand two factors of whoever uses an app, or as many as signing in asks for
    ///
    /// Counts at once, and for what people allowed the app before: what was issued for one factor is refreshed no more.
    SecondFactor(Demanding),
    /// Forbid an app everything
    Disable(Named),
    /// Allow an app again what it was registered for
    Enable(Named),
    /// Delete an app, with what people allowed it
    Remove(Named),
}

/// One app.
#[derive(Debug, Args)]
pub struct Named {
    /// The app's client_id
    client_id: String,
    #[command(flatten)]
    format: Format,
}

/// One app, and what it demands.
#[derive(Debug, Args)]
pub struct Demanding {
    #[command(flatten)]
    named: Named,
    /// What it demands
    #[arg(value_enum)]
    demand: Demand,
}

/// How many factors an app demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Demand {
    /// As many as signing in asks for
    Policy,
    /// Two, always
    Required,
}

impl Demand {
    const fn demand(self) -> SecondFactorDemand {
        match self {
            Self::Policy => SecondFactorDemand::Policy,
            Self::Required => SecondFactorDemand::Required,
        }
    }
}

impl From<OperatorError> for Failure {
    fn from(error: OperatorError) -> Self {
        Self::failed(error.to_string())
    }
}

/// Runs the command on the installation's store.
pub async fn run(command: Command, setting: &Setting) -> Result<(), Failure> {
    let config = || setting.config();
    match &command {
        Command::Add(arguments) => add::run(arguments, setting).await,
        Command::List(format) => opening::with_app(config()?, setting, async |app| list(app, *format).await).await,
        Command::Show(named) => opening::with_app(config()?, setting, async |app| show(app, named).await).await,
        Command::RotateSecret(named) => opening::with_app(config()?, setting, async |app| rotate_secret(app, named).await).await,
        Command::SecondFactor(demanding) => {
            opening::with_app(config()?, setting, async |app| set_second_factor(app, demanding).await).await
        }
        Command::Disable(named) => opening::with_app(config()?, setting, async |app| set_disabled(app, named, true).await).await,
        Command::Enable(named) => opening::with_app(config()?, setting, async |app| set_disabled(app, named, false).await).await,
        Command::Remove(named) => opening::with_app(config()?, setting, async |app| remove(app, named).await).await,
    }
}

async fn list(app: &App, format: Format) -> Result<(), Failure> {
    let mut listing = Listing::begin(format.json, [("CLIENT ID", 32), ("NAME", 24), ("SOURCE", 8), ("STATE", 8)]);
    let mut after = String::new();
    loop {
        let mut unit = app.store.read("cli.app.list").await?;
        let page = clients::page(&mut unit, &after, PAGE).await?;
        drop(unit);
        let Some(last) = page.last() else { break };
        last.client.id.as_str().clone_into(&mut after);
        for client in page.iter().map(|stored| &stored.client) {
            let cells = [client.id.as_str(), &client.metadata.client_name, client.source.as_str(), state(client)];
            listing.row(&cells.map(str::to_owned), &value(client));
        }
    }
    listing.end();
    Ok(())
}

async fn show(app: &App, named: &Named) -> Result<(), Failure> {
    let client = find(app, &named.client_id).await?;
    if named.format.json {
        output::json(&value(&client));
        return Ok(());
    }
    output::line(format_args!(
        "{} ({}, by {}, {})",
        client.id,
        client.metadata.client_name,
        client.source.as_str(),
        state(&client)
    ));
    for (name, value) in metadata::to_members(&client.metadata, ClientSource::Operator) {
        output::line(format_args!("  {name:<34}{value}"));
    }
    Ok(())
}

async fn rotate_secret(app: &App, named: &Named) -> Result<(), Failure> {
    let client = find(app, &named.client_id).await?;
    let secret = operator::rotate_secret(app, &client, &RequestOrigin::default(), app.clock.now()).await?;
    if named.format.json {
        output::json(&json!({ "client_id": client.id, "client_secret": secret }));
    } else {
        tell_secret(&client, Some(&secret));
    }
    Ok(())
}

async fn set_second_factor(app: &App, demanding: &Demanding) -> Result<(), Failure> {
    let Demanding { named, demand } = demanding;
    let client = find(app, &named.client_id).await?;
    let now = app.clock.now();
    if !operator::set_second_factor(app, &client, demand.demand(), &RequestOrigin::default(), now).await? {
        return Err(Failure::failed("the app was changed at the same time: try again"));
    }
    let client = find(app, &named.client_id).await?;
    if named.format.json {
        output::json(&value(&client));
    } else {
        let said = match demand {
            Demand::Policy => "demands as many factors as signing in asks for",
            Demand::Required => "demands two factors",
        };
        output::line(format_args!("{} {said}.", client.id));
    }
    Ok(())
}

async fn set_disabled(app: &App, named: &Named, disabled: bool) -> Result<(), Failure> {
    let client = find(app, &named.client_id).await?;
    operator::set_disabled(app, &client.id, disabled, &RequestOrigin::default(), app.clock.now()).await?;
    let client = find(app, &named.client_id).await?;
    if named.format.json {
        output::json(&value(&client));
    } else {
        output::line(format_args!("{} is {}.", client.id, state(&client)));
    }
    Ok(())
}

async fn remove(app: &App, named: &Named) -> Result<(), Failure> {
    let client = find(app, &named.client_id).await?;
    operator::remove(app, &client.id, &RequestOrigin::default(), app.clock.now()).await?;
    if named.format.json {
        output::json(&json!({ "client_id": client.id, "removed": true }));
    } else {
        output::line(format_args!("Removed {} ({}).", client.id, client.metadata.client_name));
    }
    Ok(())
}

async fn find(app: &App, id: &str) -> Result<Client, Failure> {
    let mut unit = app.store.read("cli.app.find").await?;
    let stored = clients::by_id(&mut unit, &ClientId::new(id)).await?;
    stored.map(|stored| stored.client).ok_or_else(|| Failure::failed(format!("there is no app with the client_id {id:?}")))
}

/// The secret is stored as a digest only.
fn tell_secret(client: &Client, secret: Option<&str>) {
    output::line(format_args!("client_id      {}", client.id));
    if let Some(secret) = secret {
        output::line(format_args!("client_secret  {secret}"));
        output::line("The secret is shown this once; nobody can read it again.");
    }
}

fn state(client: &Client) -> &'static str {
    if client.disabled_at.is_some() { "disabled" } else { "active" }
}

/// The registered members beside what this server keeps about the client.
fn value(client: &Client) -> Value {
    let mut members = metadata::to_members(&client.metadata, ClientSource::Operator);
    members.insert("client_id".to_owned(), json!(client.id));
    members.insert("source".to_owned(), json!(client.source.as_str()));
    members.insert("disabled".to_owned(), json!(client.disabled_at.is_some()));
    members.insert("created_at".to_owned(), json!(client.created_at.rfc3339()));
    Value::Object(members)
}

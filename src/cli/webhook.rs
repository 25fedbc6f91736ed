//! `vestibule webhook`.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::failure::Failure;
use super::opening::{self, Setting};
use super::output::Listing;
use super::{Format, output};
use crate::app::App;
use crate::config::SecretUrl;
use crate::events::webhooks::operate;
use crate::model::ids::MessageId;
use crate::store::webhook_deliveries::PastDelivery;

/// What to do with webhooks and what they were sent.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the receivers of events, and how many deliveries wait for each
    List(Format),
    /// Print deliveries, the newest first
    Deliveries(Deliveries),
    /// Send a delivery once more, under the same id
    Replay(Replay),
    /// Send a webhook an event that says nothing, and print the status of its answer
    Test(Test),
}

/// `webhook deliveries`.
#[derive(Debug, Args)]
pub struct Deliveries {
    /// Only those that were given up
    #[arg(long)]
    failed: bool,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..))]
    limit: u16,
    #[command(flatten)]
    format: Format,
}

/// `webhook replay`.
#[derive(Debug, Args)]
pub struct Replay {
    /// The delivery's id
    id: String,
    #[command(flatten)]
    format: Format,
}

/// `webhook test`.
#[derive(Debug, Args)]
pub struct Test {
    /// The webhook's name
    name: String,
    #[command(flatten)]
    format: Format,
}

/// Runs the command on the installation's store. A running server sends what is to be sent once more within seconds.
pub async fn run(command: Command, setting: &Setting) -> Result<(), Failure> {
    opening::with_app(setting.config()?, setting, async |app| match &command {
        Command::List(format) => list(app, *format).await,
        Command::Deliveries(arguments) => deliveries(app, arguments).await,
        Command::Replay(arguments) => replay(app, arguments).await,
        Command::Test(arguments) => test(app, arguments).await,
    })
    .await
}

/// The address without what may be secret in it.
fn place(url: &SecretUrl) -> String {
    url.expose().origin().ascii_serialization()
}

async fn list(app: &App, format: Format) -> Result<(), Failure> {
    let mut listing = Listing::begin(format.json, [("NAME", 20), ("TO", 32), ("WAITING", 7), ("EVENTS", 6)]);
    for hook in &app.config.webhooks {
        let (name, to) = (hook.name.as_str(), place(&hook.url));
        let waiting = operate::waiting(app, name).await?;
        let events: Vec<String> = hook.events.iter().map(ToString::to_string).collect();
        let value = json!({ "name": name, "to": to, "waiting": waiting, "events": events });
        listing.row(&[name.to_owned(), to, waiting.to_string(), events.join(", ")], &value);
    }
    listing.end();
    Ok(())
}

async fn deliveries(app: &App, arguments: &Deliveries) -> Result<(), Failure> {
    let columns = [("ID", 32), ("OWED", 24), ("RECEIVER", 20), ("EVENT", 20), ("STATE", 9), ("TRIES", 5), ("LAST", 4)];
    let mut listing = Listing::begin(arguments.format.json, columns);
    for delivery in operate::deliveries(app, arguments.failed, arguments.limit.into()).await? {
        let last = delivery.last_error.clone().or_else(|| delivery.last_status.map(|status| format!("status {status}")));
        let cells = [
            delivery.id.to_string(),
            delivery.created_at.rfc3339(),
            delivery.receiver.clone(),
            delivery.event_type.clone(),
            delivery.state.clone(),
            delivery.attempts.to_string(),
            last.unwrap_or_default(),
        ];
        listing.row(&cells, &value(&delivery));
    }
    listing.end();
    Ok(())
}

fn value(delivery: &PastDelivery) -> Value {
    json!({
        "id": delivery.id,
        "webhook_id": delivery.event_id,
        "receiver": delivery.receiver,
        "event": delivery.event_type,
        "state": delivery.state,
        "attempts": delivery.attempts,
        "next_attempt_at": (delivery.state == "waiting").then(|| delivery.due_at.rfc3339()),
        "last_status": delivery.last_status,
        "last_error": delivery.last_error,
        "created_at": delivery.created_at.rfc3339(),
    })
}

async fn replay(app: &App, arguments: &Replay) -> Result<(), Failure> {
    if !operate::replay(app, &MessageId::new(&arguments.id), app.clock.now()).await? {
        return Err(Failure::failed(format!("no finished delivery has the id {}", arguments.id)));
    }
    if arguments.format.json {
        output::json(&json!({ "id": arguments.id, "state": "waiting" }));
    } else {
        output::line(format_args!("{} is sent once more by the running server.", arguments.id));
    }
    Ok(())
}

async fn test(app: &App, arguments: &Test) -> Result<(), Failure> {
    let hook = app.config.webhooks.iter().find(|hook| hook.name.as_str() == arguments.name);
    let hook = hook.ok_or_else(|| Failure::failed(format!("the configuration has no webhook {}", arguments.name)))?;
    let sent = operate::test(app, hook, app.clock.now()).await;
    let status = sent.map_err(|error| Failure::failed(format!("{}: {}", place(&hook.url), error.reason())))?;
    if !(200..300).contains(&status) {
        return Err(Failure::failed(format!("{} answered with status {status}", place(&hook.url))));
    }
    if arguments.format.json {
        output::json(&json!({ "name": arguments.name, "status": status }));
    } else {
        output::line(format_args!("{} took it (status {status}).", place(&hook.url)));
    }
    Ok(())
}

//! `vestibule outbox`.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::failure::Failure;
use super::opening::{self, Setting};
use super::output::Listing;
use super::{Format, output};
use crate::app::App;
use crate::clock::Timestamp;
use crate::events::undelivered;
use crate::model::ids::MessageId;
use crate::store::outbox::QueuedMessage;

/// What to do with the mails and text messages that wait.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the messages that wait or were given up, those owed longest first; never what they say, nor to whom
    List(Format),
    /// Have messages tried again at once that were not taken
    Retry(Retry),
}

/// `outbox retry`.
#[derive(Debug, Args)]
pub struct Retry {
    /// The ids of the messages [default: all]
    ids: Vec<String>,
    #[command(flatten)]
    format: Format,
}

/// Runs the command on the installation's store. What is due is sent by the running server.
pub async fn run(command: Command, setting: &Setting) -> Result<(), Failure> {
    opening::with_app(setting.config()?, setting, async |app| match &command {
        Command::List(format) => list(app, *format).await,
        Command::Retry(arguments) => try_again(app, arguments).await,
    })
    .await
}

async fn list(app: &App, format: Format) -> Result<(), Failure> {
    let columns = [("ID", 32), ("KIND", 22), ("STATE", 8), ("TRIES", 5), ("SINCE", 24), ("NEXT", 24), ("LAST ERROR", 20)];
    let mut listing = Listing::begin(format.json, columns);
    for message in undelivered::list(app).await? {
        let next = if message.given_up_at.is_some() { "-".to_owned() } else { message.due_at.rfc3339() };
        let cells = [
            message.id.to_string(),
            message.kind.clone(),
            state(&message).to_owned(),
            message.attempts.to_string(),
            message.created_at.rfc3339(),
            next,
            message.last_error.clone().unwrap_or_else(|| "-".to_owned()),
        ];
        listing.row(&cells, &value(&message));
    }
    listing.end();
    Ok(())
}

const fn state(message: &QueuedMessage) -> &'static str {
    match (message.given_up_at, &message.last_error) {
        (Some(_), _) => "given up",
        (None, Some(_)) => "failing",
        (None, None) => "waiting",
    }
}

fn value(message: &QueuedMessage) -> Value {
    json!({
        "id": message.id,
        "kind": message.kind,
        "state": state(message).replace(' ', "_"),
        "attempts": message.attempts,
        "created_at": message.created_at.rfc3339(),
        "next_try_at": message.given_up_at.is_none().then(|| message.due_at.rfc3339()),
        "expires_at": message.expires_at.rfc3339(),
        "given_up_at": message.given_up_at.map(Timestamp::rfc3339),
        "last_error": message.last_error,
    })
}

async fn try_again(app: &App, arguments: &Retry) -> Result<(), Failure> {
    let ids: Vec<MessageId> = arguments.ids.iter().map(MessageId::new).collect();
    let ids = Some(ids.as_slice()).filter(|ids| !ids.is_empty());
    let due = undelivered::try_again(app, ids, app.clock.now()).await?;
    if due == 0 && ids.is_some() {
        return Err(Failure::failed("no such message is failing or was given up, or it is of no use any more"));
    }
    if arguments.format.json {
        output::json(&json!({ "due": due }));
    } else {
        output::line(format_args!("{due} messages are due; the running server tries them within 15 seconds."));
    }
    Ok(())
}

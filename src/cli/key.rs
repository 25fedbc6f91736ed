//! `vestibule key`.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::failure::Failure;
use super::opening::{self, Setting};
use super::output::Listing;
use super::{Format, output};
use crate::app::App;
use crate::model::ids::KeyId;
use crate::model::signing_algorithm::SigningAlgorithm;
use crate::store::signing_keys::StoredSigningKey;
use crate::tokens::signing_keys::{self, KeysError, PUBLISHED_BEFORE_USE};

/// What to do with the keys that sign tokens.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the keys, oldest first; never their private parts
    List(Format),
    /// Publish the next key; it signs as soon as every client can know it
    Rotate(Rotate),
    /// Take a key out at once, because its secret may be known: what it signed is void
    Revoke(Revoke),
}

/// `key rotate`.
#[derive(Debug, Args)]
pub struct Rotate {
    /// Only the key of this algorithm: RS256, ES256 or EdDSA [default: each that is configured]
    #[arg(long, value_name = "ALG")]
    algorithm: Option<SigningAlgorithm>,
    #[command(flatten)]
    format: Format,
}

/// `key revoke`.
#[derive(Debug, Args)]
pub struct Revoke {
    /// The key's id
    // A thumbprint in base64url may begin with a hyphen.
    #[arg(allow_hyphen_values = true)]
    kid: String,
    #[command(flatten)]
    format: Format,
}

impl From<KeysError> for Failure {
    fn from(error: KeysError) -> Self {
        Self::failed(error.to_string())
    }
}

/// Runs the command on the installation's store. A running server notices within five seconds.
pub async fn run(command: Command, setting: &Setting) -> Result<(), Failure> {
    opening::with_app(setting.config()?, setting, async |app| match &command {
        Command::List(format) => list(app, *format).await,
        Command::Rotate(arguments) => rotate(app, arguments).await,
        Command::Revoke(arguments) => revoke(app, arguments).await,
    })
    .await
}

async fn list(app: &App, format: Format) -> Result<(), Failure> {
    let columns = [("KID", 43), ("ALG", 5), ("STATE", 8), ("SINCE", 24), ("CREATED", 24)];
    let mut listing = Listing::begin(format.json, columns);
    for key in signing_keys::list(app).await? {
        let (since, created) = (key.state_changed_at.rfc3339(), key.created_at.rfc3339());
        let cells = [key.id.as_str(), key.algorithm.as_str(), key.state.as_str(), &since, &created].map(str::to_owned);
        listing.row(&cells, &value(&key));
    }
    listing.end();
    Ok(())
}

async fn rotate(app: &App, arguments: &Rotate) -> Result<(), Failure> {
    let algorithms = match arguments.algorithm {
        Some(algorithm) => vec![algorithm],
        None => {
            SigningAlgorithm::ALL.into_iter().filter(|algorithm| app.keyring.current().signer(*algorithm).is_some()).collect()
        }
    };
    let mut published = Vec::new();
    for algorithm in algorithms {
        published.push((algorithm, signing_keys::rotate(app, algorithm, app.clock.now()).await?));
    }
    if arguments.format.json {
        let keys: Vec<Value> = published.iter().map(|(algorithm, kid)| json!({ "kid": kid, "alg": algorithm })).collect();
        output::json(&Value::Array(keys));
        return Ok(());
    }
    let minutes = PUBLISHED_BEFORE_USE.as_secs() / 60;
    for (algorithm, kid) in published {
        output::line(format_args!("Published the next {algorithm} key {kid}; it signs in {minutes} minutes."));
    }
    Ok(())
}

async fn revoke(app: &App, arguments: &Revoke) -> Result<(), Failure> {
    let kid = KeyId::new(&arguments.kid);
    signing_keys::revoke(app, &kid, app.clock.now()).await?;
    if arguments.format.json {
        output::json(&json!({ "kid": kid, "state": "revoked" }));
    } else {
        output::line(format_args!("Revoked {kid}. What it signed is refused from now on."));
    }
    Ok(())
}

fn value(key: &StoredSigningKey) -> Value {
    json!({
        "kid": key.id,
        "alg": key.algorithm,
        "state": key.state,
        "since": key.state_changed_at.rfc3339(),
        "created_at": key.created_at.rfc3339(),
    })
}

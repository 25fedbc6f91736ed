//! `vestibule import better-auth`.

use std::path::PathBuf;

use clap::Args;
use secrecy::SecretString;

use super::{report, with_order};
use crate::cli::failure::Failure;
use crate::cli::opening::Setting;
use crate::cli::{Format, output};
use crate::crypto::better_auth::Secrets;
use crate::moving::better_auth::{self, MoveIn};
use crate::store::better_auth::{Names, Source, SourceError};

/// What `vestibule import better-auth` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The database: sqlite://FILE, postgres://… or mysql://…
    #[arg(long, value_name = "URL", env = "BETTER_AUTH_DATABASE_URL", hide_env_values = true)]
    from: SecretString,
    /// The server's secret, which opens what it sealed and lets its cookies live on. Better in the environment or in a file
    #[arg(long, value_name = "SECRET", env = "BETTER_AUTH_SECRET", hide_env_values = true)]
    secret: Option<SecretString>,
    /// A file with the secret
    #[arg(long, value_name = "FILE", conflicts_with = "secret")]
    secret_file: Option<PathBuf>,
    /// Its secrets, if it has several: 2:SECRET,1:SECRET
    #[arg(long, value_name = "SECRETS", env = "BETTER_AUTH_SECRETS", hide_env_values = true)]
    secrets: Option<SecretString>,
    /// How a table or column is called: user=users, user.emailVerified=email_verified; once for each
    #[arg(long = "rename", value_name = "KNOWN=THEIRS")]
    renames: Vec<String>,
    /// Say what would be moved, and what not and why, and change nothing
    #[arg(long)]
    plan: bool,
    #[command(flatten)]
    format: Format,
}

impl From<SourceError> for Failure {
    fn from(error: SourceError) -> Self {
        match error {
            SourceError::Names(faults) => Self::usage(faults.to_string()),
            error => Self::failed(error.to_string().replace('\n', " ")),
        }
    }
}

/// Moves people in, or says what would be moved.
pub async fn run(arguments: Arguments, setting: &Setting) -> Result<(), Failure> {
    let names = Names::parse(&arguments.renames).map_err(SourceError::from)?;
    let secrets = secrets(&arguments)?;
    let url = secrecy::ExposeSecret::expose_secret(&arguments.from).to_owned();
    let mut source = Source::open(&url, &names).await?;
    let told = with_order(arguments.plan, setting, async |order| {
        let prefix = order.app.config.cookies.prefix.as_str();
        if secrets.are_none() {
            output::warning("without --secret second factors cannot be moved, and people have to sign in again");
        } else if prefix != "better-auth" {
            output::warning(
                "cookies.prefix is not better-auth: the other server's cookies are not read, people have to sign in again",
            );
        }
        let moving = MoveIn { order, secrets: &secrets };
        let told = better_auth::run(&moving, &mut source).await?;
        report::tell(&told, arguments.plan, arguments.format)
    })
    .await;
    source.close().await;
    told
}

fn secrets(arguments: &Arguments) -> Result<Secrets, Failure> {
    let plain = match &arguments.secret_file {
        Some(file) => {
            let text = std::fs::read_to_string(file);
            let text = text.map_err(|error| Failure::usage(format!("{}: {error}", file.display())))?;
            Some(SecretString::from(text.trim().to_owned()))
        }
        None => arguments.secret.clone(),
    };
    Secrets::parse(plain, arguments.secrets.as_ref()).map_err(|error| Failure::usage(format!("--secrets: {error}")))
}

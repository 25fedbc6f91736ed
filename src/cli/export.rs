//! `vestibule export`.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::failure::Failure;
use super::opening::{self, Setting};
use super::{Format, output};
use crate::app::App;
use crate::moving::export::{self, Counts, ExportError};

/// What `vestibule export` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write (mode 0600), which must not exist; - for standard output
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Also the secrets of authenticator apps and the tokens of upstreams, readable by anyone who gets the file
    #[arg(long)]
    with_secrets: bool,
    #[command(flatten)]
    format: Format,
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        Self::failed(error.to_string())
    }
}

/// Writes the export.
pub async fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let config = setting.config()?;
    if opening::is_unmade(&config) {
        return Err(Failure::failed(format!("there is no database at {} yet", config.database.url)));
    }
    if arguments.with_secrets {
        output::warning("the export holds secrets of second factors in the clear: keep it as you keep the master key");
    }
    opening::with_app(config, setting, async |app| {
        if arguments.to.as_os_str() == "-" {
            let mut out = BufWriter::new(output::stream());
            export::run(app, &mut out, arguments.with_secrets, app.clock.now()).await?;
            return Ok(());
        }
        let counts = to_file(app, &arguments.to, arguments.with_secrets).await?;
        tell(arguments, counts);
        Ok(())
    })
    .await
}

/// A file that was not written to its end is deleted.
async fn to_file(app: &App, path: &Path, with_secrets: bool) -> Result<Counts, Failure> {
    let failed = |error: io::Error| Failure::failed(format!("{}: {error}", path.display()));
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(failed)?;
    let written = write(app, file, with_secrets).await;
    if written.is_err() {
        fs::remove_file(path).map_err(failed)?;
    }
    written
}

async fn write(app: &App, file: File, with_secrets: bool) -> Result<Counts, Failure> {
    let mut out = BufWriter::new(file);
    let counts = export::run(app, &mut out, with_secrets, app.clock.now()).await?;
    let file = out.into_inner().map_err(|error| Failure::failed(error.to_string()))?;
    file.sync_all().map_err(|error| Failure::failed(error.to_string()))?;
    Ok(counts)
}

fn tell(arguments: &Arguments, counts: Counts) {
    let Counts { users, clients, consents } = counts;
    if arguments.format.json {
        output::json(
            &json!({ "file": arguments.to.display().to_string(), "users": users, "clients": clients, "consents": consents }),
        );
    } else {
        output::line(format_args!("Wrote {}: {users} people, {clients} apps, {consents} consents.", arguments.to.display()));
    }
}

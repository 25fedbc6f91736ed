//! `vestibule backup`.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::failure::Failure;
use super::opening::{self, Setting};
use super::{Format, output};

/// What `vestibule backup` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write; it must not exist
    file: PathBuf,
    #[command(flatten)]
    format: Format,
}

/// Copies the embedded database.
pub async fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let config = setting.config()?;
    let file = arguments.file.as_path();
    if file.symlink_metadata().is_ok() {
        return Err(Failure::failed(format!("{} exists already; nothing is overwritten", file.display())));
    }
    if opening::is_unmade(&config) {
        return Err(Failure::failed(format!("there is no database at {} yet", config.database.url)));
    }
    let store = opening::open_store(&config).await?;
    let copied = store.backup_to(file).await;
    store.close().await;
    copied?;
    let bytes = file.metadata().map(|metadata| metadata.len()).map_err(|error| Failure::failed(error.to_string()))?;
    if arguments.format.json {
        output::json(&json!({ "file": file.display().to_string(), "bytes": bytes }));
    } else {
        output::line(format_args!("Wrote {} ({bytes} bytes). The master key is not in it.", file.display()));
    }
    Ok(())
}

//! `vestibule version`.

use clap::Args;
use serde_json::json;

use super::failure::Failure;
use super::{Format, output};
use crate::store::MIGRATIONS;

/// What `vestibule version` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    format: Format,
}

/// Prints the version.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let version = env!("CARGO_PKG_VERSION");
    let schema = MIGRATIONS.last().map_or(0, |migration| migration.version);
    if arguments.format.json {
        output::json(&json!({ "name": env!("CARGO_PKG_NAME"), "version": version, "schema": schema }));
    } else {
        output::line(format_args!("vestibule {version} (database schema {schema})"));
    }
    Ok(())
}

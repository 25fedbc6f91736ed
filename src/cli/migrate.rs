//! `vestibule migrate`.

use clap::Args;
use serde_json::json;

use super::failure::Failure;
use super::opening::{self, Setting};
use super::{Format, output};
use crate::store::Store;

/// What `vestibule migrate` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Print the pending SQL and change nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    format: Format,
}

/// Applies what the database lacks, or prints it.
pub async fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let config = setting.config()?;
    if arguments.dry_run {
        let store = opening::open_store_to_look(&config).await?;
        let outcome = show(arguments.format, &store).await;
        store.close().await;
        return outcome;
    }
    let store = opening::open_store(&config).await?;
    let outcome = store.migrate(setting.clock.now()).await;
    store.close().await;
    let applied = outcome?;
    if arguments.format.json {
        output::json(&json!({ "from": applied.from, "to": applied.to, "applied": applied.names }));
    } else if applied.names.is_empty() {
        output::line(format_args!("Nothing to do: the schema is at {}.", applied.to));
    } else {
        output::line(format_args!("Schema {} is now {}: {}.", applied.from, applied.to, applied.names.join(", ")));
    }
    Ok(())
}

async fn show(format: Format, store: &Store) -> Result<(), Failure> {
    let from = store.schema_version().await?;
    let pending = store.pending_migrations().await?;
    let sql = store.pending_sql().await?;
    let names: Vec<&str> = pending.iter().map(|migration| migration.name).collect();
    if format.json {
        let to = pending.last().map_or(from, |migration| migration.version);
        output::json(&json!({ "from": from, "to": to, "pending": names, "sql": sql }));
    } else if names.is_empty() {
        output::line(format_args!("-- Nothing to do: the schema is at {from}."));
    } else {
        output::line(sql.trim_end());
    }
    Ok(())
}

//! `vestibule config`.

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::opening::Setting;
use super::{Format, output};
use crate::config::{self, Config, ConfigFaults, Mode};

/// What to do with the configuration.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell everything that is wrong with it
    Check(Check),
    /// Print every setting that holds; secrets are hidden
    Show(Show),
    /// Print the JSON Schema of vestibule.toml, for editors
    Schema,
}

/// `config check`.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    format: Format,
}

/// `config show`.
#[derive(Debug, Args)]
pub struct Show {
    /// Add where each value comes from
    #[arg(long)]
    origin: bool,
    #[command(flatten)]
    format: Format,
}

/// Checks or prints the configuration.
pub fn run(command: &Command, setting: &Setting) -> Result<(), Failure> {
    match command {
        Command::Check(arguments) => check(arguments.format, Config::load(&setting.sources(), Mode::Serve)),
        Command::Show(arguments) => {
            show(arguments, &setting.config()?);
            Ok(())
        }
        Command::Schema => {
            output::json(&config::schema());
            Ok(())
        }
    }
}

fn check(format: Format, loaded: Result<Config, ConfigFaults>) -> Result<(), Failure> {
    if format.json {
        let warnings = loaded.as_ref().map(Config::warnings).unwrap_or_default();
        let faults: Vec<Value> = loaded.as_ref().err().into_iter().flat_map(ConfigFaults::iter).map(fault).collect();
        output::json(&json!({ "faults": faults, "warnings": warnings }));
    }
    let config = loaded?;
    if !format.json {
        config.warnings().iter().for_each(output::warning);
        output::line("The configuration is sound.");
    }
    Ok(())
}

fn fault(fault: &config::Fault) -> Value {
    json!({ "key": fault.key, "origin": fault.origin.to_string(), "problem": fault.problem, "remedy": fault.remedy })
}

fn show(arguments: &Show, config: &Config) {
    if !arguments.format.json {
        output::raw(config.show(arguments.origin).as_bytes());
        return;
    }
    let mut values = config.values();
    if arguments.origin {
        for (section, keys) in values.as_object_mut().into_iter().flatten() {
            for (name, value) in keys.as_object_mut().map(Map::iter_mut).into_iter().flatten() {
                let origin = config.origin(&format!("{section}.{name}")).to_string();
                *value = json!({ "value": value.take(), "origin": origin });
            }
        }
    }
    output::json(&values);
}

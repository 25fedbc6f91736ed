//! `vestibule secret`.

use clap::Args;
use serde_json::json;

use super::failure::Failure;
use super::opening::Setting;
use super::{Format, output};
use crate::crypto::master_key::MasterKeys;

/// What `vestibule secret` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    format: Format,
}

/// Prints a new master key. Nothing keeps it.
pub fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let key = MasterKeys::generate(&setting.entropy);
    if arguments.format.json {
        output::json(&json!({ "master_key": *key }));
    } else {
        output::line(&*key);
    }
    Ok(())
}

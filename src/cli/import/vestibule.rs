//! `vestibule import vestibule`.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

use clap::Args;

use super::{report, with_order};
use crate::cli::Format;
use crate::cli::failure::Failure;
use crate::cli::opening::Setting;
use crate::moving::restore::{self, RestoreError};

/// What `vestibule import vestibule` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file that `vestibule export` wrote; - for standard input
    file: PathBuf,
    /// Say what would be moved, and what not and why, and change nothing
    #[arg(long)]
    plan: bool,
    #[command(flatten)]
    format: Format,
}

impl From<RestoreError> for Failure {
    fn from(error: RestoreError) -> Self {
        Self::failed(error.to_string().replace('\n', " "))
    }
}

/// Reads an export, or says what would be moved.
pub async fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::failed(format!("{}: {error}", arguments.file.display()));
    let file = if arguments.file.as_os_str() == "-" { File::open("/dev/stdin") } else { File::open(&arguments.file) };
    let mut input = BufReader::new(file.map_err(failed)?);
    with_order(arguments.plan, setting, async |order| {
        let told = restore::run(&order, &mut input).await?;
        report::tell(&told, arguments.plan, arguments.format)
    })
    .await
}

//! `vestibule completions`.

use clap::{Args, CommandFactory as _};
use clap_complete::{Shell, generate};

use super::failure::Failure;
use super::{CommandLine, output};

/// What `vestibule completions` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the script.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut script = Vec::new();
    generate(arguments.shell, &mut CommandLine::command(), "vestibule", &mut script);
    output::raw(&script);
    Ok(())
}

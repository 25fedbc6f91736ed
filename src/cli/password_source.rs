//! Where commands take a password from.

use std::io::{self, BufRead as _, Read as _};

use clap::Args;
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::failure::Failure;
use super::output;
use crate::config::Config;
use crate::model::password::{MAXIMUM_LENGTH, Password};

/// More than any password has, in bytes.
const MAXIMUM_INPUT: u64 = 4096;

/// Exactly one of the two.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct PasswordSource {
    /// Read the password from standard input, up to the end of the first line
    #[arg(long)]
    password_stdin: bool,
    /// The password itself. Other people on this machine may see it: prefer --password-stdin
    #[arg(long, value_name = "PASSWORD")]
    password: Option<SecretString>,
}

impl PasswordSource {
    /// Reads it and holds it against the rules of the installation.
    pub fn read(&self, config: &Config) -> Result<Password, Failure> {
        let text = match &self.password {
            Some(password) => {
                output::warning(
                    "a password on the command line stays in the shell's history, and others may see it while the command runs; --password-stdin avoids both",
                );
                password.clone()
            }
            None => first_line()?,
        };
        let minimum = config.accounts.minimum_password_length;
        Password::chosen(text, usize::try_from(minimum).unwrap_or(usize::MAX)).map_err(|error| {
            Failure::failed(format!("{error} (it needs at least {minimum} characters, at most {MAXIMUM_LENGTH})"))
        })
    }
}

fn first_line() -> Result<SecretString, Failure> {
    let mut text = Zeroizing::new(String::new());
    let read = io::stdin().lock().take(MAXIMUM_INPUT).read_line(&mut text);
    read.map_err(|error| Failure::failed(format!("the password cannot be read from standard input: {error}")))?;
    Ok(SecretString::from(text.lines().next().unwrap_or_default()))
}

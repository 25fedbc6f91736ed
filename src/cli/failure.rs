//! Why a command did not do what it was told.

use std::process::ExitCode;

use super::output;
use crate::boot::BootError;
use crate::config::ConfigFaults;
use crate::serve::ServeError;
use crate::store::{MigrateError, StoreError};

/// A fault, as it is told: one line each, without what may be secret.
#[derive(Debug)]
pub enum Failure {
    /// The command line or the configuration is wrong: exit status 2.
    Usage(String),
    /// It failed or was refused: exit status 1.
    Failed(String),
    /// As [`Failure::Failed`], but what is wrong has been printed already.
    Told,
}

impl Failure {
    /// It failed, for this reason.
    pub fn failed(reason: impl Into<String>) -> Self {
        Self::Failed(reason.into())
    }

    /// The command line is wrong, in a way that the parser does not know.
    pub fn usage(reason: impl Into<String>) -> Self {
        Self::Usage(reason.into())
    }

    /// Prints it to standard error.
    pub fn tell(&self) {
        match self {
            Self::Usage(reason) | Self::Failed(reason) => reason.lines().for_each(output::error),
            Self::Told => {}
        }
    }

    /// What the process ends with.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Failed(_) | Self::Told => ExitCode::FAILURE,
        }
    }
}

impl From<ConfigFaults> for Failure {
    fn from(faults: ConfigFaults) -> Self {
        Self::Usage(faults.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<MigrateError> for Failure {
    fn from(error: MigrateError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<BootError> for Failure {
    fn from(error: BootError) -> Self {
        // A driver's words may have several lines.
        let reason = error.to_string().replace('\n', " ");
        match error {
            BootError::Fault(_) | BootError::MasterKey(_) | BootError::Mail(_) => Self::Usage(reason),
            _ => Self::Failed(reason),
        }
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        Self::Failed(error.to_string())
    }
}

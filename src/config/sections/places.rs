//! `[places]`

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;

/// The section `places`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Places {
    /// A file of cities or countries in MaxMind's format (`.mmdb`), by which people are told where a sign-in came from. It is read at
    /// start; nobody is asked. Without it only the internet address is shown.
    pub database: Option<PathBuf>,
}

impl Places {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if let Some(path) = &self.database
            && !path.is_file()
        {
            let problem = format!("there is no file {}", path.display());
            faults.add(config.fault("places.database", problem, "write the path of a .mmdb file"));
        }
    }
}

//! `[database]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Mode;
use super::super::values::DatabaseUrl;

/// The section `database`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// Where the data lives: SQLite, PostgreSQL or MariaDB. A password in it is hidden wherever settings are printed.
    pub url: DatabaseUrl,
    /// How many connections to the database are open at most (for SQLite: to read with; one more writes).
    #[schemars(range(min = 1, max = 1000))]
    pub max_connections: u32,
}

impl Default for Database {
    fn default() -> Self {
        Self { url: DatabaseUrl::sqlite("//data/vestibule.db"), max_connections: 16 }
    }
}

impl Database {
    pub(in crate::config) fn default_for(mode: Mode) -> Self {
        match mode {
            Mode::Serve => Self::default(),
            Mode::Dev => Self { url: DatabaseUrl::sqlite(":memory:"), ..Self::default() },
        }
    }
}

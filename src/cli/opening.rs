//! What commands start from: the configuration, and the store that it names.

use std::path::{Path, PathBuf};

use crate::clock::Clock;
use crate::config::{Config, DatabaseEngine, DatabaseUrl, Mode, Sources};
use crate::random::Entropy;
use crate::store::{OpenOptions, Store};

use super::failure::Failure;

/// The surroundings of a command.
#[derive(Debug)]
pub struct Setting {
    file: Option<PathBuf>,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
}

impl Setting {
    /// Those of this process; `file` is what `--config` names.
    pub fn of_process(file: Option<PathBuf>) -> Self {
        Self { file, clock: Clock::system(), entropy: Entropy::system() }
    }

    /// Where settings come from: file and environment.
    pub fn sources(&self) -> Sources {
        Sources::of_process(self.file.as_deref())
    }

    /// The configuration of the installation.
    pub fn config(&self) -> Result<Config, Failure> {
        Ok(Config::load(&self.sources(), Mode::Serve)?)
    }
}

/// The file of the embedded database; `None` for the other engines and for one in memory.
pub fn database_file(url: &DatabaseUrl) -> Option<&Path> {
    let place = url.expose().strip_prefix("sqlite:").filter(|_| url.engine() == DatabaseEngine::Sqlite)?;
    (place != ":memory:").then(|| Path::new(place.strip_prefix("//").unwrap_or(place)))
}

/// Whether the embedded database has not been made yet. Opening it would make it.
pub fn is_unmade(config: &Config) -> bool {
    database_file(&config.database.url).is_some_and(|file| !file.exists())
}

/// Connects to the database of the configuration. Does not migrate.
pub async fn open_store(config: &Config) -> Result<Store, Failure> {
    open_url(config, config.database.url.expose()).await
}

/// As [`open_store`], but nothing is made: where there is no embedded database yet, an empty one in memory stands in for it.
pub async fn open_store_to_look(config: &Config) -> Result<Store, Failure> {
    let url = if is_unmade(config) { "sqlite::memory:" } else { config.database.url.expose() };
    open_url(config, url).await
}

async fn open_url(config: &Config, url: &str) -> Result<Store, Failure> {
    let options = OpenOptions { max_connections: config.database.max_connections, ..OpenOptions::new(url) };
    Store::open(&options).await.map_err(|error| {
        let reason = format!("database.url ({}): {error}", config.origin("database.url"));
        Failure::failed(reason.replace('\n', " "))
    })
}

//! What commands start from: the configuration, and the store that it names.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::telemetry::{self, Program};
use crate::app::App;
use crate::boot::{self, BootError, Surroundings};
use crate::clock::Clock;
use crate::config::{Config, ConfigFaults, DatabaseEngine, DatabaseUrl, Mode, Sources};
use crate::random::Entropy;
use crate::store::{OpenOptions, Store};

/// The surroundings of a command.
#[derive(Clone, Debug)]
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
        Ok(self.load()?)
    }

    /// The same, with the faults as they are.
    pub fn load(&self) -> Result<Config, ConfigFaults> {
        Config::load(&self.sources(), Mode::Serve)
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
    Ok(boot::open_store(config).await?)
}

/// As [`open_store`], but nothing is made: where there is no embedded database yet, an empty one in memory stands in for it.
pub async fn open_store_to_look(config: &Config) -> Result<Store, Failure> {
    if !is_unmade(config) {
        return open_store(config).await;
    }
    Ok(Store::open(&OpenOptions::new("sqlite::memory:")).await.map_err(BootError::from)?)
}

/// Opens the installation as a server would, does `work` with it, and closes it in order.
pub async fn with_app<W>(config: Config, setting: &Setting, work: W) -> Result<(), Failure>
where
    W: AsyncFnOnce(&App) -> Result<(), Failure>,
{
    let telemetry = telemetry::start(&config, Program::Command)?;
    let surroundings =
        Surroundings { clock: setting.clock.clone(), entropy: setting.entropy.clone(), ..Surroundings::of_server() };
    let app = boot::open(config, surroundings).await?;
    let outcome = work(&app).await;
    app.store.close().await;
    telemetry.finish().await;
    outcome
}

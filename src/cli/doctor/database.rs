//! The database, and the master key that belongs to it.

use super::{Finding, outbox};
use crate::boot::{self, BootError};
use crate::cli::opening;
use crate::cli::output::Tone;
use crate::clock::Timestamp;
use crate::config::{Config, MasterKey};
use crate::crypto::master_key::MasterKeys;
use crate::store::{MIGRATIONS, Store, StoreError, signing_keys as stored_keys};
use crate::tokens::signing_keys;

const DATABASE: &str = "database";
const MASTER_KEY: &str = "master key";

/// The findings, and the newest time that the database holds.
pub(super) async fn examine(config: &Config) -> (Vec<Finding>, Option<Timestamp>) {
    if opening::is_unmade(config) {
        let detail = format!("{} does not exist yet; `vestibule serve` makes it", config.database.url);
        return (vec![Finding::warn(DATABASE, detail), unmade_key(config)], None);
    }
    let store = match boot::open_store(config).await {
        Ok(store) => store,
        Err(error) => return (vec![Finding::fail(DATABASE, error.to_string())], None),
    };
    let schema = schema(&store).await;
    let current = schema.tone == Tone::Good;
    let key = if current { key(config, &store).await } else { unmade_key(config) };
    let newest = if current { newest(&store).await.unwrap_or_default() } else { None };
    let outbox = if current { Some(outbox::examine(&store).await) } else { None };
    store.close().await;
    ([schema, key].into_iter().chain(outbox).collect(), newest)
}

async fn schema(store: &Store) -> Finding {
    let engine = store.engine();
    if let Err(error) = store.ping().await {
        return Finding::fail(DATABASE, error.to_string());
    }
    match store.pending_migrations().await {
        Ok(pending) if pending.is_empty() => {
            let newest = MIGRATIONS.last().map_or(0, |migration| migration.version);
            Finding::ok(DATABASE, format!("{engine} answers, and schema {newest} is the newest"))
        }
        Ok(pending) => {
            let names: Vec<&str> = pending.iter().map(|migration| migration.name).collect();
            let advice = "`vestibule migrate` or the next start applies it";
            Finding::warn(DATABASE, format!("{engine} answers, but lacks {}; {advice}", names.join(", ")))
        }
        Err(error) => Finding::fail(DATABASE, error.to_string()),
    }
}

/// The key of a database that cannot be asked about it.
fn unmade_key(config: &Config) -> Finding {
    match config.keys.master_key(config.mode()) {
        Err(fault) => Finding::fail(MASTER_KEY, fault.to_string()),
        Ok(MasterKey::Missing(path)) => {
            let advice = "`vestibule serve` makes it beside a new SQLite database, `vestibule secret` prints one for others";
            Finding::warn(MASTER_KEY, format!("{} does not exist yet; {advice}", path.display()))
        }
        Ok(MasterKey::Given(_) | MasterKey::InMemory) => Finding::ok(MASTER_KEY, "it is there, and nobody else can read it"),
    }
}

async fn key(config: &Config, store: &Store) -> Finding {
    let keys = match config.keys.master_key(config.mode()) {
        Err(fault) => return Finding::fail(MASTER_KEY, fault.to_string()),
        Ok(MasterKey::Given(keys)) => keys,
        Ok(MasterKey::Missing(path)) => return Finding::fail(MASTER_KEY, BootError::NoMasterKey(path).to_string()),
        Ok(MasterKey::InMemory) => return unmade_key(config),
    };
    match wrong_version(store, &keys).await {
        Ok(None) => {}
        Ok(Some(version)) => return Finding::fail(MASTER_KEY, BootError::WrongMasterKey(version).to_string()),
        Err(error) => return Finding::fail(MASTER_KEY, error.to_string()),
    }
    match signing_keys::load(store, &keys).await {
        Ok((keyring, _)) => Finding::ok(MASTER_KEY, format!("it opens the {} published signing keys", keyring.keys().len())),
        Err(error) => Finding::fail(MASTER_KEY, error.to_string()),
    }
}

async fn wrong_version(store: &Store, keys: &MasterKeys) -> Result<Option<i64>, StoreError> {
    let mut unit = store.read("doctor.master_key").await?;
    let known = stored_keys::master_key_checks(&mut unit).await?;
    let matches = |version: i64, stored: &[u8]| {
        let check = u32::try_from(version).ok().and_then(|version| keys.check_value(version));
        check.is_none_or(|check| check.as_slice() == stored)
    };
    Ok(known.into_iter().find(|(version, stored)| !matches(*version, stored)).map(|(version, _)| version))
}

/// When the signing keys last changed: a moment that was now once.
async fn newest(store: &Store) -> Result<Option<Timestamp>, StoreError> {
    let mut unit = store.read("doctor.clock").await?;
    Ok(stored_keys::all(&mut unit).await?.iter().map(|key| key.state_changed_at).max())
}

//! The signing keys' life: made, published before use, active, retiring, retired; or revoked at once.
//!
//! Keys live in the database, sealed under the master key, so that every node has them. Whoever changes one raises a generation
//! that each process reads every two seconds: the stated bound for rotation and revocation is five.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::{Keys, RsaBits};
use crate::crypto::keyring::{Keyring, KeyringError};
use crate::crypto::master_key::MasterKeys;
use crate::crypto::password_pool::{Overloaded, PasswordPool};
use crate::crypto::seal::SealError;
use crate::crypto::signing_key::{RsaSize, SigningKey, SigningKeyError};
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::ids::KeyId;
use crate::model::request_origin::RequestOrigin;
use crate::model::signing_algorithm::SigningAlgorithm;
use crate::model::signing_key::{IllegalKeyTransition, KeyState};
use crate::random::Entropy;
use crate::sessions::foreign_keys;
use crate::store::signing_keys::{self, StoredSigningKey};
use crate::store::{Retryable, Store, StoreError, Tx, retry};

/// How long a key is published before it signs: longer than clients may keep the key set, and than any node takes to notice.
pub const PUBLISHED_BEFORE_USE: Duration = Duration::from_secs(10 * 60);
/// How much longer than the tokens that it signed a retiring key stays published.
const RETIRING_MARGIN: Duration = Duration::from_secs(10 * 60);

/// Why keys could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A sealed key does not open.
    #[error("a signing key cannot be opened: {0}")]
    Sealed(#[from] SealError),
    /// A key is no key, or could not be made.
    #[error(transparent)]
    Key(#[from] SigningKeyError),
    /// The keys contradict each other.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// The step does not exist.
    #[error(transparent)]
    Transition(#[from] IllegalKeyTransition),
    /// Too much waits to be computed.
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    /// There is no key with this id.
    #[error("there is no key {0}")]
    Unknown(KeyId),
    /// A key of this algorithm is already on its way to be used.
    #[error("the next {0} key is published already and becomes active by itself")]
    AlreadyRotating(SigningAlgorithm),
}

impl Retryable for KeysError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// What keys are made and sealed with.
#[derive(Clone, Copy)]
pub struct KeyMaker<'a> {
    /// Seals them.
    pub master_keys: &'a MasterKeys,
    /// Randomness of the envelope.
    pub entropy: &'a Entropy,
    /// Where they are computed.
    pub pool: &'a PasswordPool,
    /// Their sizes.
    pub config: &'a Keys,
}

impl KeyMaker<'_> {
    fn of(app: &App) -> KeyMaker<'_> {
        KeyMaker { master_keys: &app.master_keys, entropy: &app.entropy, pool: &app.passwords, config: &app.config.keys }
    }

    async fn make(&self, algorithm: SigningAlgorithm, state: KeyState, now: Timestamp) -> Result<StoredSigningKey, KeysError> {
        let size = match self.config.rsa_bits {
            RsaBits::Bits2048 => RsaSize::Bits2048,
            RsaBits::Bits3072 => RsaSize::Bits3072,
            RsaBits::Bits4096 => RsaSize::Bits4096,
        };
        let key = self.pool.run(move || SigningKey::generate(algorithm, size)).await??;
        Ok(StoredSigningKey {
            id: key.key_id().clone(),
            algorithm,
            state,
            private_key_sealed: self.master_keys.seal(&purpose(key.key_id()), key.to_pkcs8(), self.entropy),
            created_at: now,
            state_changed_at: now,
        })
    }
}

fn purpose(id: &KeyId) -> String {
    format!("signing_key {id}")
}

/// Reads the keyring and the generation that it is of.
pub async fn load(store: &Store, master_keys: &MasterKeys) -> Result<(Keyring, i64), KeysError> {
    let mut unit = store.snapshot("signing_keys.load").await?;
    let generation = signing_keys::generation(&mut unit).await?;
    let stored = signing_keys::all(&mut unit).await?;
    drop(unit);
    let mut keys = Vec::with_capacity(stored.len());
    for key in stored.into_iter().filter(|key| key.state.is_published()) {
        let private_key = master_keys.open(&purpose(&key.id), &key.private_key_sealed)?;
        keys.push((SigningKey::from_pkcs8(Some(key.id), key.algorithm, &private_key)?, key.state));
    }
    Ok((Keyring::new(keys)?, generation))
}

/// Makes the first key of each algorithm that has none, and seals those of an older master key anew. Of several nodes that start at
/// once one makes keys.
pub async fn ensure(store: &Store, maker: KeyMaker<'_>, now: Timestamp) -> Result<(), KeysError> {
    let mut unit = store.read("signing_keys.ensure").await?;
    let known = signing_keys::all(&mut unit).await?;
    drop(unit);
    reseal(store, maker, &known).await?;
    let missing: Vec<_> =
        maker.config.signing_algorithms.iter().copied().filter(|algorithm| !has_active(&known, *algorithm)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut made = Vec::new();
    for algorithm in missing {
        made.push(maker.make(algorithm, KeyState::Active, now).await?);
    }
    retry(|| async {
        let mut unit = store.write("signing_keys.ensure").await?;
        signing_keys::raise_generation(&mut unit, now).await?;
        let known = signing_keys::all(&mut unit).await?;
        for key in made.iter().filter(|key| !has_active(&known, key.algorithm)) {
            signing_keys::insert(&mut unit, key).await?;
        }
        unit.commit().await
    })
    .await
    .map_err(KeysError::Store)
}

/// Signing keys outlive the rotation of the master key: they are all sealed under the current one, so that older ones can be taken
/// out of the configuration. A retired key that does not open any more is left as it is; nobody needs it.
async fn reseal(store: &Store, maker: KeyMaker<'_>, known: &[StoredSigningKey]) -> Result<(), StoreError> {
    let mut anew = Vec::new();
    for key in known.iter().filter(|key| !maker.master_keys.is_current(&key.private_key_sealed)) {
        let purpose = purpose(&key.id);
        if let Ok(private_key) = maker.master_keys.open(&purpose, &key.private_key_sealed) {
            anew.push((&key.id, maker.master_keys.seal(&purpose, &private_key, maker.entropy)));
        }
    }
    if anew.is_empty() {
        return Ok(());
    }
    retry(|| async {
        let mut unit = store.write("signing_keys.reseal").await?;
        for (id, sealed) in &anew {
            signing_keys::reseal(&mut unit, id, sealed.clone()).await?;
        }
        unit.commit().await
    })
    .await
}

fn has_active(keys: &[StoredSigningKey], algorithm: SigningAlgorithm) -> bool {
    keys.iter().any(|key| key.algorithm == algorithm && key.state == KeyState::Active)
}

/// Every key, for the operator.
pub async fn list(app: &App) -> Result<Vec<StoredSigningKey>, StoreError> {
    let mut unit = app.store.read("signing_keys.list").await?;
    signing_keys::all(&mut unit).await
}

/// Publishes the next key of an algorithm. [`advance`] makes it active when every client can know it.
pub async fn rotate(app: &App, algorithm: SigningAlgorithm, now: Timestamp) -> Result<KeyId, KeysError> {
    let key = KeyMaker::of(app).make(algorithm, KeyState::Next, now).await?;
    retry(|| async {
        let mut unit = app.store.write("signing_keys.rotate").await?;
        signing_keys::raise_generation(&mut unit, now).await?;
        let known = signing_keys::all(&mut unit).await?;
        if known.iter().any(|known| known.algorithm == algorithm && known.state == KeyState::Next) {
            return Err(KeysError::AlreadyRotating(algorithm));
        }
        signing_keys::insert(&mut unit, &key).await?;
        record(app, &mut unit, &key.id, KeyState::Next, now).await?;
        Ok(unit.commit().await?)
    })
    .await?;
    refresh(app).await?;
    Ok(key.id)
}

/// Takes a key out at once. If it was the active one, a new one takes its place.
pub async fn revoke(app: &App, id: &KeyId, now: Timestamp) -> Result<(), KeysError> {
    let known = list(app).await?;
    let key = known.iter().find(|key| key.id == *id).ok_or_else(|| KeysError::Unknown(id.clone()))?;
    key.state.advance(KeyState::Revoked)?;
    let replacement = match key.state {
        KeyState::Active => Some(KeyMaker::of(app).make(key.algorithm, KeyState::Active, now).await?),
        _ => None,
    };
    retry(|| async {
        let mut unit = app.store.write("signing_keys.revoke").await?;
        signing_keys::raise_generation(&mut unit, now).await?;
        if !signing_keys::set_state(&mut unit, id, key.state, KeyState::Revoked, now).await? {
            return Err(KeysError::Unknown(id.clone()));
        }
        if let Some(replacement) = &replacement {
            signing_keys::insert(&mut unit, replacement).await?;
        }
        record(app, &mut unit, id, KeyState::Revoked, now).await?;
        Ok(unit.commit().await?)
    })
    .await?;
    refresh(app).await
}

/// Takes the steps that are due: next to active, retiring to retired, and a new next key by the schedule. One node's job.
pub async fn advance(app: &App, now: Timestamp) -> Result<(), KeysError> {
    let known = list(app).await?;
    let mut steps = Vec::new();
    let longest = app.config.tokens.id_token_seconds.max(app.config.jwt.seconds);
    let retiring_for = longest.duration() + RETIRING_MARGIN;
    for key in &known {
        let age = now.since(key.state_changed_at);
        match key.state {
            KeyState::Next if age >= PUBLISHED_BEFORE_USE => {
                let active = known.iter().find(|other| other.algorithm == key.algorithm && other.state == KeyState::Active);
                steps.extend(active.map(|active| (active, KeyState::Retiring)));
                steps.push((key, KeyState::Active));
            }
            KeyState::Retiring if age >= retiring_for => steps.push((key, KeyState::Retired)),
            KeyState::Next | KeyState::Active | KeyState::Retiring | KeyState::Retired | KeyState::Revoked => {}
        }
    }
    if !steps.is_empty() {
        for (key, to) in &steps {
            key.state.advance(*to)?;
        }
        retry(|| take(app, &steps, now)).await?;
        refresh(app).await?;
    }
    let Some(days) = app.config.keys.rotation_days else { return Ok(()) };
    let interval = Duration::from_secs(u64::from(days) * 24 * 60 * 60);
    for algorithm in app.config.keys.signing_algorithms.iter().copied() {
        let of_algorithm = || known.iter().filter(|key| key.algorithm == algorithm);
        let old = of_algorithm().any(|key| key.state == KeyState::Active && now.since(key.state_changed_at) >= interval);
        if old && !of_algorithm().any(|key| key.state == KeyState::Next) {
            rotate(app, algorithm, now).await?;
        }
    }
    Ok(())
}

async fn take(app: &App, steps: &[(&StoredSigningKey, KeyState)], now: Timestamp) -> Result<(), StoreError> {
    let mut unit = app.store.write("signing_keys.advance").await?;
    signing_keys::raise_generation(&mut unit, now).await?;
    for (key, to) in steps {
        if signing_keys::set_state(&mut unit, &key.id, key.state, *to, now).await? {
            record(app, &mut unit, &key.id, *to, now).await?;
        }
    }
    unit.commit().await
}

async fn record(app: &App, tx: &mut Tx, id: &KeyId, state: KeyState, now: Timestamp) -> Result<(), StoreError> {
    let detail = format!("{id} {state}");
    AuditEvent::new(AuditKind::KeyRotated, &RequestOrigin::default()).detail("key", &detail).record(app, tx, now).await
}

/// Reads the keys again, into this process.
pub async fn refresh(app: &App) -> Result<(), KeysError> {
    let (keyring, generation) = load(&app.store, &app.master_keys).await?;
    app.keyring.replace(keyring, generation);
    // They are of the same generation.
    Ok(foreign_keys::refresh(app).await?)
}

/// Reads the keys again if another process has changed them.
pub async fn refresh_if_changed(app: &App) -> Result<(), KeysError> {
    let mut unit = app.store.read("signing_keys.generation").await?;
    let generation = signing_keys::generation(&mut unit).await?;
    drop(unit);
    if generation == app.keyring.generation() { Ok(()) } else { refresh(app).await }
}

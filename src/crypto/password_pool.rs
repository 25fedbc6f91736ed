//! The password pool: bounds how much of the machine slow cryptography takes, and says so at once when there is too much of it.
//!
//! A slot is a permit to use one blocking thread; it brings a block of working memory that is used again. Callers wait for a slot
//! in order, but not more of them than the queue holds and not longer than their patience.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::Duration;

use secrecy::SecretString;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::password::{HashingMemory, OutOfMemory, PasswordHasher, PasswordParameters, Verification};
use crate::random::Entropy;

/// The pool cannot take the work; the answer is 503 with `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords are being checked at once")]
pub struct Overloaded;

impl From<OutOfMemory> for Overloaded {
    fn from(_: OutOfMemory) -> Self {
        Self
    }
}

/// The size of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolSettings {
    /// How many hashes are computed at once.
    pub slots: NonZeroUsize,
    /// How many callers may wait for each slot.
    pub queue_per_slot: usize,
    /// How long a caller waits.
    pub patience: Duration,
}

impl Default for PoolSettings {
    /// All cores but one, 16 waiting for each, 3 seconds.
    fn default() -> Self {
        let cores = available_parallelism().map_or(1, NonZeroUsize::get);
        let slots = NonZeroUsize::new(cores - 1).unwrap_or(NonZeroUsize::MIN);
        Self { slots, queue_per_slot: 16, patience: Duration::from_secs(3) }
    }
}

/// Hashes and checks passwords on a bounded number of blocking threads. Clones share the slots.
#[derive(Clone, Debug)]
pub struct PasswordPool {
    hasher: Arc<PasswordHasher>,
    entropy: Entropy,
    admission: Arc<Semaphore>,
    slots: Arc<Semaphore>,
    memories: Arc<Mutex<Vec<HashingMemory>>>,
    patience: Duration,
    done: Arc<AtomicU64>,
}

impl PasswordPool {
    /// A pool that makes new hashes with `parameters`. Its slots are used inside a tokio runtime.
    pub fn new(parameters: PasswordParameters, settings: PoolSettings, entropy: Entropy) -> Self {
        let slots = settings.slots.get().min(Semaphore::MAX_PERMITS);
        let admitted = slots.saturating_mul(settings.queue_per_slot.saturating_add(1)).min(Semaphore::MAX_PERMITS);
        Self {
            hasher: Arc::new(PasswordHasher::new(parameters)),
            entropy,
            admission: Arc::new(Semaphore::new(admitted)),
            slots: Arc::new(Semaphore::new(slots)),
            memories: Arc::default(),
            patience: settings.patience,
            done: Arc::default(),
        }
    }

    /// The hash of a new password as a PHC string.
    pub async fn hash(&self, password: SecretString) -> Result<String, Overloaded> {
        let (hasher, salt) = (Arc::clone(&self.hasher), self.entropy.bytes());
        Ok(self.run_with_memory(move |memory| hasher.hash(&password, salt, memory)).await??)
    }

    /// Checks a password against the stored hash of an account. `None`, for an unknown account or one without a password, takes a
    /// slot and as long, and never matches.
    pub async fn verify(&self, password: SecretString, stored: Option<String>) -> Result<Verification, Overloaded> {
        let hasher = Arc::clone(&self.hasher);
        let verification = self.run_with_memory(move |memory| match stored {
            Some(stored) => hasher.verify(&password, &stored, memory),
            None => hasher.verify_nothing(&password, memory),
        });
        Ok(verification.await??)
    }

    /// Runs other slow cryptography, such as making an RSA key, in a slot.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Overloaded> {
        self.run_with_memory(move |_| work()).await
    }

    /// How many pieces of work were done so far.
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    async fn run_with_memory<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut HashingMemory) -> T + Send + 'static,
    ) -> Result<T, Overloaded> {
        let admission = Arc::clone(&self.admission).try_acquire_owned().map_err(|_| Overloaded)?;
        let slot = timeout(self.patience, Arc::clone(&self.slots).acquire_owned()).await;
        let slot = slot.map_err(|_| Overloaded)?.map_err(|_| Overloaded)?;
        let (memories, done) = (Arc::clone(&self.memories), Arc::clone(&self.done));
        // The permits go with the work: a caller that gives up does not make room before the thread is free.
        let task = tokio::task::spawn_blocking(move || {
            let mut memory = memories.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
            let outcome = work(&mut memory);
            memories.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
            done.fetch_add(1, Ordering::Relaxed);
            drop((slot, admission));
            outcome
        });
        task.await.map_err(|error| if error.is_panic() { resume_unwind(error.into_panic()) } else { Overloaded })
    }
}

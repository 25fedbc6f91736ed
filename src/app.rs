//! The one handle that everything above is given: configuration, store, keys, time, entropy, mail. No logic.

use std::ops::Deref;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{Notify, Semaphore};
use uuid::Builder;

use crate::clock::{Clock, Timestamp};
use crate::config::Config;
use crate::crypto::keyring::Keyring;
use crate::crypto::master_key::MasterKeys;
use crate::crypto::password_pool::PasswordPool;
use crate::crypto::signed_value::ForeignKey;
use crate::locale::{Locales, Places};
use crate::model::mail_domains::MailDomains;
use crate::outbound::http::HttpClient;
use crate::outbound::mailer::Mailer;
use crate::outbound::text_messages::TextMessages;
use crate::random::Entropy;
use crate::store::Store;

/// What the process runs on. Cloning it is cheap.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of an [`App`].
pub struct Parts {
    /// The configuration, whole and checked.
    pub config: Config,
    /// Whether this is `vestibule dev`, and what that has beside `serve`.
    pub dev: Option<DevParts>,
    /// All that lasts.
    pub store: Store,
    /// The keys that are never in the database.
    pub master_keys: MasterKeys,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
    /// Where passwords are hashed.
    pub passwords: PasswordPool,
    /// The mail domains that decide about new accounts.
    pub mail_domains: SignUpDomains,
    /// Where mail goes.
    pub mailer: Mailer,
    /// Where text messages go.
    pub text_messages: TextMessages,
    /// Where requests to other servers go.
    pub http: HttpClient,
    /// The languages of pages and mails.
    pub locales: Locales,
    /// Where internet addresses are.
    pub places: Places,
    /// The signing keys as this process last read them.
    pub keyring: KeyringHandle,
    /// Secrets of another server whose cookies still count, as this process last read them.
    pub foreign_keys: ForeignKeys,
    /// Wakes the job that sends the outbox.
    pub outbox: Notify,
    /// Wakes the jobs that send webhooks.
    pub webhooks: Notify,
    /// How many may ask each of `config.actions` at a time.
    pub action_places: Vec<Semaphore>,
}

/// The mail domains that decide about new accounts.
#[derive(Clone, Debug, Default)]
pub struct SignUpDomains {
    /// Those that may, where only some may.
    pub wanted: MailDomains,
    /// Those that may not.
    pub blocked: MailDomains,
}

/// What only `vestibule dev` has.
#[derive(Clone, Debug)]
pub struct DevParts {
    /// Where the demo app is.
    pub demo_app: String,
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// Tells the outbox job that there is something to send. Call it after the commit.
    pub fn wake_outbox(&self) {
        self.outbox.notify_one();
    }

    /// A new id that sorts by time (UUIDv7): for what is written often and tells nobody when it was, as rows that come one after the
    /// other lie beside each other in an index.
    pub fn ordered_id(&self, now: Timestamp) -> String {
        let millis = u64::try_from(now.millis()).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &self.entropy.bytes::<10>()).into_uuid().to_string()
    }

    /// Whether this is `vestibule dev`.
    pub fn is_dev(&self) -> bool {
        self.dev.is_some()
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// The secrets of another server whose cookies still count, replaced whole when the operator moves people in.
#[derive(Default)]
pub struct ForeignKeys(RwLock<Arc<Vec<ForeignKey>>>);

impl ForeignKeys {
    /// These.
    pub fn new(keys: Vec<ForeignKey>) -> Self {
        Self(RwLock::new(Arc::new(keys)))
    }

    /// Those of now.
    pub fn current(&self) -> Arc<Vec<ForeignKey>> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts others in their place.
    pub fn replace(&self, keys: Vec<ForeignKey>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
    }
}

/// The current [`Keyring`], replaced whole when another node or the operator changed the keys.
pub struct KeyringHandle(RwLock<(Arc<Keyring>, i64)>);

impl KeyringHandle {
    /// A handle on `keyring`, which is of this generation.
    pub fn new(keyring: Keyring, generation: i64) -> Self {
        Self(RwLock::new((Arc::new(keyring), generation)))
    }

    /// The keyring as it is now.
    pub fn current(&self) -> Arc<Keyring> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner).0)
    }

    /// Puts another in its place.
    pub fn replace(&self, keyring: Keyring, generation: i64) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = (Arc::new(keyring), generation);
    }

    /// Of which generation it is.
    pub fn generation(&self) -> i64 {
        self.0.read().unwrap_or_else(PoisonError::into_inner).1
    }
}

//! From a configuration to a running app: store, master key, schema, signing keys, mail. Each failure is one clear line, and nothing
//! was changed before it.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use tokio::sync::Semaphore;

use crate::app::{App, DevParts, ForeignKeys, KeyringHandle, Parts, SignUpDomains};
use crate::clock::{Clock, Timestamp};
use crate::config::{Config, Fault, MasterKey, Mode, Registration};
use crate::crypto::master_key::{MasterKeyError, MasterKeys};
use crate::crypto::password::PasswordParameters;
use crate::crypto::password_pool::{PasswordPool, PoolSettings};
use crate::locale::{Locales, Places, UnusablePlaces};
use crate::model::mail_domains::MailDomains;
use crate::outbound::egress::EgressPolicy;
use crate::outbound::http::HttpClient;
use crate::outbound::mailer::{InvalidMailUrl, Mailer};
use crate::outbound::text_messages::TextMessages;
use crate::random::Entropy;
use crate::sessions::foreign_keys;
use crate::store::{Engine, MigrateError, OpenError, OpenOptions, Store, StoreError, signing_keys as stored_keys};
use crate::tokens::signing_keys::{self, KeyMaker, KeysError};

/// The migration that brought `master_key_checks`.
const FIRST_SCHEMA_WITH_CHECKS: i64 = 2;

/// Why the app does not start.
#[derive(Debug, thiserror::Error)]
pub enum BootError {
    /// The configured master key cannot be used.
    #[error("{0}")]
    Fault(Fault),
    /// There is no master key, and making one could cut off what is there.
    #[error("keys.master: there is no {}; `vestibule secret` prints a new key, but data that was sealed before needs its own", .0.display())]
    NoMasterKey(PathBuf),
    /// The master key is no key.
    #[error("keys.master: {0}")]
    MasterKey(#[from] MasterKeyError),
    /// The database was sealed under another master key.
    #[error("keys.master: this is not the key (version {0}) that the database was sealed with")]
    WrongMasterKey(i64),
    /// A file could not be written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The database cannot be opened.
    #[error("database.url: {0}")]
    Open(#[from] OpenError),
    /// The schema cannot be brought up to date.
    #[error("{0}")]
    Migrate(#[from] MigrateError),
    /// The database failed.
    #[error("database.url: {0}")]
    Store(#[from] StoreError),
    /// The signing keys cannot be read or made.
    #[error("signing keys: {0}")]
    Keys(#[from] KeysError),
    /// The list of blocked mail domains cannot be read.
    #[error("registration.blocked_domains_list: {0}")]
    BlockedDomains(String),
    /// The file of places cannot be read.
    #[error("places.database: {0}")]
    Places(#[from] UnusablePlaces),
    /// Mail cannot be set up.
    #[error("mail.url: {0}")]
    Mail(#[from] InvalidMailUrl),
}

/// How many questions to one action are under way at a time. More wait, within the time that an answer may take.
const ASKED_AT_A_TIME: usize = 32;

/// What differs between a server, `vestibule dev` and tests.
pub struct Surroundings {
    /// What only `vestibule dev` has.
    pub dev: Option<DevParts>,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
    /// The cost of password hashes.
    pub password_parameters: PasswordParameters,
    /// Whether mail and text messages are caught instead of sent.
    pub catch_mail: bool,
}

impl Surroundings {
    /// Of a server.
    pub fn of_server() -> Self {
        Self {
            dev: None,
            clock: Clock::system(),
            entropy: Entropy::system(),
            password_parameters: PasswordParameters::default(),
            catch_mail: false,
        }
    }

    /// Of `vestibule dev`.
    pub fn of_dev(dev: DevParts) -> Self {
        Self { dev: Some(dev), catch_mail: true, ..Self::of_server() }
    }
}

/// Opens the store named in the configuration. Does not migrate.
pub async fn open_store(config: &Config) -> Result<Store, BootError> {
    let mut options = OpenOptions::new(config.database.url.expose());
    options.max_connections = config.database.max_connections;
    Ok(Store::open(&options).await?)
}

/// Brings everything up, as a server needs it.
pub async fn open(config: Config, surroundings: Surroundings) -> Result<App, BootError> {
    let store = open_store(&config).await?;
    let master_keys = master_keys(&config, &store, &surroundings.entropy).await?;
    let now = surroundings.clock.now();
    // A wrong key is told before anything is changed; a schema without check values has sealed nothing yet.
    if store.schema_version().await? >= FIRST_SCHEMA_WITH_CHECKS {
        check_master_keys(&store, &master_keys, now).await?;
    }
    let applied = store.migrate(now).await?;
    if !applied.names.is_empty() {
        tracing::info!(from = applied.from, to = applied.to, "schema brought up to date");
    }
    assemble(config, surroundings, store, master_keys).await
}

/// Puts an app together on a store whose schema is up to date.
pub async fn assemble(
    config: Config,
    surroundings: Surroundings,
    store: Store,
    master_keys: MasterKeys,
) -> Result<App, BootError> {
    let now = surroundings.clock.now();
    check_master_keys(&store, &master_keys, now).await?;
    let passwords = PasswordPool::new(surroundings.password_parameters, PoolSettings::default(), surroundings.entropy.clone());
    let maker = KeyMaker { master_keys: &master_keys, entropy: &surroundings.entropy, pool: &passwords, config: &config.keys };
    signing_keys::ensure(&store, maker, now).await?;
    let (keyring, generation) = signing_keys::load(&store, &master_keys).await?;
    let foreign = foreign_keys::load(&store, &master_keys, now).await?;
    let mailer = match (&config.mail.url, &config.mail.from) {
        (Some(url), Some(from)) if !surroundings.catch_mail => Mailer::smtp(&url.transport_url(), from.mailbox().clone())?,
        _ => Mailer::caught(),
    };
    let locales = Locales::new(config.pages.default_locale.as_str(), surroundings.dev.is_some());
    let mail_domains = mail_domains(&config.registration)?;
    let places = config.places.database.as_deref().map(Places::read).transpose()?.unwrap_or_default();
    let http = HttpClient::new(EgressPolicy::new(config.outbound.allow.iter().map(|network| network.net())));
    let text_messages = match (&config.sms.webhook_url, config.sms.secret()) {
        (Some(url), Some(secret)) if !surroundings.catch_mail => {
            TextMessages::gateway(url.expose().clone(), secret, http.clone())
        }
        _ => TextMessages::caught(),
    };
    Ok(App::new(Parts {
        dev: surroundings.dev,
        master_keys,
        clock: surroundings.clock,
        entropy: surroundings.entropy,
        passwords,
        mail_domains,
        mailer,
        text_messages,
        http,
        locales,
        places,
        keyring: KeyringHandle::new(keyring, generation),
        foreign_keys: ForeignKeys::new(foreign),
        outbox: tokio::sync::Notify::new(),
        webhooks: tokio::sync::Notify::new(),
        action_places: config.actions.iter().map(|_| Semaphore::new(ASKED_AT_A_TIME)).collect(),
        store,
        config,
    }))
}

/// The master keys. One is made only on SQLite and only while there is nothing that another could have sealed.
async fn master_keys(config: &Config, store: &Store, entropy: &Entropy) -> Result<MasterKeys, BootError> {
    match config.keys.master_key(config.mode()).map_err(BootError::Fault)? {
        MasterKey::Given(keys) => Ok(*keys),
        MasterKey::InMemory => Ok(MasterKeys::parse(&MasterKeys::generate(entropy))?),
        MasterKey::Missing(path) => {
            let may_make = config.mode() == Mode::Dev || store.engine() == Engine::Sqlite;
            if may_make && store.schema_version().await? == 0 {
                make_key(&path, entropy).map_err(|source| BootError::File { path: path.clone(), source })?;
            }
            // Read back, because another process that starts at the same time may have made it.
            match config.keys.master_key(config.mode()).map_err(BootError::Fault)? {
                MasterKey::Given(keys) => Ok(*keys),
                MasterKey::Missing(_) | MasterKey::InMemory => Err(BootError::NoMasterKey(path)),
            }
        }
    }
}

/// Makes a key file, unless there is one. It gets its name when it is whole: of processes that start at once, one makes the key and
/// the others find it.
fn make_key(path: &Path, entropy: &Entropy) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let key = MasterKeys::generate(entropy);
    let partial = folder.join(format!(".master.key.{}", entropy.alphanumeric(16)));
    write_new(&partial, &key)?;
    // Where the file system knows no hard links, the file is made in place.
    let made = fs::hard_link(&partial, path).or_else(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Err(error),
        _ => write_new(path, &key),
    });
    fs::remove_file(&partial)?;
    match made {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
        Ok(()) => fs::File::open(folder)?.sync_all(),
    }
}

fn write_new(path: &Path, key: &str) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{key}")?;
    file.sync_all()
}

/// Leaves a check value for a master key version that the database has not seen, and compares the keys with those that it keeps:
/// in this order, because another node may start at the same time.
async fn check_master_keys(store: &Store, master_keys: &MasterKeys, now: Timestamp) -> Result<(), BootError> {
    let mut unit = store.write("boot.master_key_check").await?;
    let mut checks = Vec::new();
    for version in master_keys.versions() {
        let Some(check) = master_keys.check_value(version) else { continue };
        stored_keys::insert_master_key_check(&mut unit, i64::from(version), check, now).await?;
        checks.push((i64::from(version), check));
    }
    let known = stored_keys::master_key_checks(&mut unit).await?;
    for (version, check) in checks {
        if !known.iter().any(|(known, stored)| *known == version && stored.as_slice() == check.as_slice()) {
            return Err(BootError::WrongMasterKey(version));
        }
    }
    unit.commit().await?;
    Ok(())
}

fn mail_domains(registration: &Registration) -> Result<SignUpDomains, BootError> {
    let mut blocked = match &registration.blocked_domains_list {
        Some(path) => {
            let text = fs::read_to_string(path).map_err(|error| BootError::BlockedDomains(error.to_string()))?;
            MailDomains::parse_list(&text).map_err(|error| BootError::BlockedDomains(error.to_string()))?
        }
        None => MailDomains::default(),
    };
    blocked.extend(registration.blocked_domains.iter().cloned().map(String::from));
    Ok(SignUpDomains { wanted: registration.sign_up_domains.iter().cloned().map(String::from).collect(), blocked })
}

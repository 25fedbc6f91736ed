//! Purpose-bound single-use secrets: every mailed link and confirmation step.
//!
//! A secret is 256 random bits, stored as a digest, bound to its purpose, to one person and their credentials at that time (or to a
//! mail address), and to an end. Only the newest one of a purpose works, but where several may stand beside each other. It is spent
//! by one statement before its effect exists. May use levels 0 to 4.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::model::ids::UserId;
use crate::model::user::User;
use crate::store::one_time_secrets::{self, StoredSecret};
use crate::store::{Retryable, StoreError, Tx, users};

/// Some 190 random bits.
const NONCE_LENGTH: usize = 32;

/// What a secret is for. One of one purpose is worthless for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Set a new password.
    ResetPassword,
    /// Prove the mail address.
    VerifyEmail,
    /// Let a change of address go on; sent to the old address.
    ConfirmEmailChange,
    /// Prove a new address and change to it.
    VerifyNewEmail,
    /// Erase the account.
    DeleteAccount,
    /// Become the first administrator.
    SetUp,
    /// Carry a session over to another origin.
    CarrySession,
    /// Sign in.
    MagicLink,
    /// Make the account that was asked for.
    SignUp,
    /// Register a passkey, or sign in with one.
    Passkey,
    /// Take an account back, as whoever was told of something that was not they.
    Disown,
    /// Stand in a message that a wallet signs, which an app writes.
    SiweNonce,
    /// Stand in a message that a wallet signs, which we wrote for one of our pages.
    SiweMessage,
    /// The same, to prove that it is still the person who is signed in.
    SiweConfirmation,
}

impl Purpose {
    /// The name that is stored, and that seals the payload.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ResetPassword => "reset_password",
            Self::VerifyEmail => "verify_email",
            Self::ConfirmEmailChange => "confirm_email_change",
            Self::VerifyNewEmail => "verify_new_email",
            Self::DeleteAccount => "delete_account",
            Self::SetUp => "set_up",
            Self::CarrySession => "carry_session",
            Self::MagicLink => "magic_link",
            Self::SignUp => "sign_up",
            Self::Passkey => "passkey",
            Self::Disown => "disown",
            Self::SiweNonce => "siwe_nonce",
            Self::SiweMessage => "siwe_message",
            Self::SiweConfirmation => "siwe_confirmation",
        }
    }
}

/// Who a secret is bound to.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A person, with their credentials as they stand.
    User(&'a User),
    /// What a person is told of: outlives a change of their credentials.
    EventsOf(&'a UserId),
    /// A normalised mail address, whether or not anybody has an account with it.
    Address(&'a str),
    /// The installation itself.
    Installation,
}

/// What stands for a mail address: addresses are longer than the column.
pub fn address_subject(email: &str) -> String {
    URL_SAFE_NO_PAD.encode(Digest::of(&format!("address\n{email}")).as_bytes())
}

/// What stands for the events of a person, so that what ends the secrets of their credentials leaves these.
fn events_subject(user: &UserId) -> String {
    URL_SAFE_NO_PAD.encode(Digest::of(&format!("events\n{user}")).as_bytes())
}

/// Makes all links about events of a person worthless.
pub async fn revoke_events_of(tx: &mut Tx, user: &UserId, now: Timestamp) -> Result<(), StoreError> {
    one_time_secrets::revoke_of_subject(tx, &events_subject(user), now).await
}

impl Subject<'_> {
    fn id(&self) -> String {
        match self {
            Self::User(user) => user.id.as_str().to_owned(),
            Self::EventsOf(user) => events_subject(user),
            Self::Address(email) => address_subject(email),
            Self::Installation => "installation".to_owned(),
        }
    }

    const fn credential_version(&self) -> i64 {
        match self {
            Self::User(user) => user.credential_version,
            Self::EventsOf(_) | Self::Address(_) | Self::Installation => 0,
        }
    }
}

/// A secret that was just made: the text to send, and the row to store.
pub struct Minted {
    /// The secret itself, to be sent and forgotten.
    pub secret: String,
    stored: StoredSecret,
    user: Option<UserId>,
}

impl Minted {
    /// Stores it, and makes earlier ones of its purpose and person worthless.
    pub async fn record(&self, tx: &mut Tx) -> Result<(), StoreError> {
        // Of two that are recorded at once one is the newer.
        match &self.user {
            Some(user) => drop(users::hold(tx, user).await?),
            None => one_time_secrets::hold_installation(tx, self.stored.created_at).await?,
        }
        one_time_secrets::replace(tx, &self.stored).await
    }

    /// Stores it and lets earlier ones work on: for what a person may do in several places at once.
    pub async fn record_beside(&self, tx: &mut Tx) -> Result<(), StoreError> {
        one_time_secrets::insert(tx, &self.stored).await
    }
}

/// Makes a secret that carries `payload`.
pub fn mint(
    app: &App,
    purpose: Purpose,
    subject: Subject<'_>,
    life: (Timestamp, Duration),
    payload: &impl Serialize,
) -> Result<Minted, StoreError> {
    draw(app, (purpose, app.entropy.token()), subject, life, payload)
}

/// Makes a secret of letters and digits that is nobody's yet. `payload` says what it carries.
pub fn mint_nonce<P: Serialize>(
    app: &App,
    purpose: Purpose,
    life: (Timestamp, Duration),
    payload: impl FnOnce(&str) -> P,
) -> Result<Minted, StoreError> {
    let nonce = app.entropy.alphanumeric(NONCE_LENGTH);
    let payload = payload(&nonce);
    draw(app, (purpose, nonce), Subject::Installation, life, &payload)
}

fn draw(
    app: &App,
    (purpose, secret): (Purpose, String),
    subject: Subject<'_>,
    life: (Timestamp, Duration),
    payload: &impl Serialize,
) -> Result<Minted, StoreError> {
    let (now, lifetime) = life;
    let payload =
        serde_json::to_vec(payload).map_err(|error| StoreError::inconsistent("one_time_secrets", &error.to_string()))?;
    Ok(Minted {
        stored: StoredSecret {
            digest: *Digest::of(&secret).as_bytes(),
            purpose: purpose.as_str(),
            subject: subject.id(),
            credential_version: subject.credential_version(),
            payload_sealed: app.master_keys.seal(purpose.as_str(), &payload, &app.entropy),
            created_at: now,
            expires_at: now + lifetime,
        },
        user: match subject {
            Subject::User(user) => Some(user.id.clone()),
            Subject::EventsOf(_) | Subject::Address(_) | Subject::Installation => None,
        },
        secret,
    })
}

/// A secret that was shown, exists and has neither been spent nor expired. Not yet spent.
#[derive(Debug)]
pub struct Shown<P> {
    digest: [u8; 32],
    purpose: Purpose,
    /// Whose it is.
    pub subject: UserId,
    /// The person's credential version when it was made; work with it only while that is still theirs.
    pub credential_version: i64,
    /// What it carries.
    pub payload: P,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Why a shown secret does nothing.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// There is none such, or not for this purpose.
    #[error("no such secret")]
    Unknown,
    /// It was spent, or a newer one took its place.
    #[error("the secret was spent or replaced")]
    Spent,
    /// Its time is over.
    #[error("the secret has expired")]
    Expired,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Retryable for SecretError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// Looks a shown secret up without spending it.
pub async fn look_up<P: DeserializeOwned>(
    app: &App,
    tx: &mut Tx,
    purpose: Purpose,
    secret: &str,
) -> Result<Shown<P>, SecretError> {
    let digest = *Digest::of(secret).as_bytes();
    let found = one_time_secrets::find(tx, &digest, purpose.as_str()).await?.ok_or(SecretError::Unknown)?;
    if found.consumed_at.is_some() {
        return Err(SecretError::Spent);
    }
    if found.expires_at <= app.clock.now() {
        return Err(SecretError::Expired);
    }
    let payload = app.master_keys.open(purpose.as_str(), &found.payload_sealed).map_err(|_| SecretError::Unknown)?;
    Ok(Shown {
        digest,
        purpose,
        subject: UserId::new(found.subject),
        credential_version: found.credential_version,
        payload: serde_json::from_slice(&payload).map_err(|_| SecretError::Unknown)?,
        created_at: found.created_at,
    })
}

impl<P> Shown<P> {
    /// Spends it. Of any number of parallel calls one returns true.
    pub async fn spend(&self, tx: &mut Tx, now: Timestamp) -> Result<bool, StoreError> {
        one_time_secrets::consume(tx, &self.digest, self.purpose.as_str(), now).await
    }

    /// Makes those of its purpose and subject worthless that were made at the same time or later.
    pub async fn revoke_later(&self, tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
        one_time_secrets::revoke_since(tx, (self.subject.as_str(), self.purpose.as_str()), self.created_at, now).await
    }
}

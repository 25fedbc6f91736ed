//! The outbox: messages owed to people, written in the unit of the change that owes them and sent by a job after its commit.
//!
//! Payloads are sealed and deleted on delivery or expiry; what could not be delivered stays for the operator to see
//! ([`undelivered`](crate::events::undelivered)), without what it says. For reset and verification requests the row says *requested for this
//! address* whether or not anybody has it; only the job looks. So the request costs the same either way.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::crypto::seal::SealError;
use crate::model::email_code::EmailCodeUse;
use crate::model::ids::{InvitationId, MessageId, UserId};
use crate::model::phone_code::PhoneCodeUse;
use crate::store::outbox::{self, WaitingMessage};
use crate::store::{StoreError, Tx, guess_counters};

const SEAL_PURPOSE: &str = "outbox";
/// After this a message that could not be sent is given up.
const USEFUL_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// What is owed to whom.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OutboxMessage {
    /// What.
    pub mail: OwedMail,
    /// The language of the request that caused it; a person's own choice goes before it.
    pub locale: String,
    /// Where the link leads after it did its work, if the caller named a place (already checked).
    pub callback_url: Option<String>,
}

impl OutboxMessage {
    /// One that nobody waits for on a page: in the language of the installation, as long as the person has not chosen another.
    pub fn unasked(app: &App, mail: OwedMail) -> Self {
        Self { mail, locale: app.locales.default_locale().tag().to_owned(), callback_url: None }
    }
}

/// The mails there are, and the text messages.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OwedMail {
    /// A link to prove the address, if it belongs to an unverified account.
    VerifyEmail {
        /// The address.
        email: String,
    },
    /// A link to set a new password, if the address belongs to an account.
    ResetPassword {
        /// The address.
        email: String,
    },
    /// So many wrong passwords were tried that no more are looked at for a while, if the address belongs to an account.
    TooManyTries {
        /// The address.
        email: String,
        /// When passwords are looked at again, in milliseconds.
        until: i64,
    },
    /// Somebody tried to sign up with an address that has an account.
    ExistingAccount {
        /// The address.
        email: String,
    },
    /// To the old address: a link that lets the change go on.
    ConfirmEmailChange {
        /// Whose.
        user_id: UserId,
        /// To what.
        new_email: String,
    },
    /// To the new address: a link that proves it and changes it.
    VerifyNewEmail {
        /// Whose.
        user_id: UserId,
        /// To what.
        new_email: String,
    },
    /// To the old address, which did not have to allow it: the address was changed.
    EmailChanged {
        /// Whose.
        user_id: UserId,
        /// From what.
        old_email: String,
    },
    /// A link that erases the account.
    DeleteAccount {
        /// Whose.
        user_id: UserId,
    },
    /// The password was changed.
    PasswordChanged {
        /// Whose.
        user_id: UserId,
    },
    /// A code that is their second factor.
    SecondFactorCode {
        /// Whose.
        user_id: UserId,
        /// The code.
        code: String,
        /// When it ends, in milliseconds.
        expires_at: i64,
    },
    /// The second factor was set up, changed or turned off.
    TwoFactorChanged {
        /// Whose.
        user_id: UserId,
        /// Whether signing in asks for one now.
        is_on: bool,
    },
    /// A passkey was registered or removed.
    PasskeyChanged {
        /// Whose.
        user_id: UserId,
        /// Whether it is one more.
        added: bool,
    },
    /// Somebody signed in with a device that is new to them.
    NewDevice(NewDevice),
    /// An invitation to make an account.
    Invitation {
        /// Which.
        id: InvitationId,
        /// The secret of its link.
        secret: String,
    },
    /// A link by which somebody makes the account that they asked for, without a password.
    SignUpLink {
        /// The normalised address.
        email: String,
        /// How they are called. Anybody may have written it: no mail repeats it.
        name: String,
    },
    /// A link that signs in whoever has the address.
    MagicLink(MagicLinkRequest),
    /// A code.
    EmailCode {
        /// What for.
        code_use: EmailCodeUse,
        /// The normalised address.
        email: String,
        /// Who wants to have the address.
        user_id: Option<UserId>,
    },
    /// A code in a text message.
    PhoneCode {
        /// What for.
        code_use: PhoneCodeUse,
        /// The number.
        number: String,
        /// The code; none if nobody is owed one.
        code: Option<String>,
        /// When it ends, in milliseconds.
        expires_at: i64,
    },
    /// The phone number of the account was changed.
    PhoneNumberChanged {
        /// Whose.
        user_id: UserId,
        /// Whether there is one now.
        has_one: bool,
    },
}

impl OwedMail {
    /// When the message is given up that could not be sent: what holds a code of a few minutes is of no use after them.
    fn useful_until(&self, now: Timestamp) -> Timestamp {
        match self {
            Self::PhoneCode { expires_at, .. } => Timestamp::from_millis(*expires_at),
            _ => now + USEFUL_FOR,
        }
    }
}

/// A device that is new to its person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewDevice {
    /// Whose.
    pub user_id: UserId,
    /// The `user-agent` of the request.
    pub user_agent: String,
    /// From where.
    pub ip_address: String,
}

/// How somebody asked for a link to sign in with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MagicLinkRequest {
    /// The normalised address.
    pub email: String,
    /// What a new account is to be called. Anybody may have written it: no mail repeats it.
    pub name: Option<String>,
    /// Whether the session is to be remembered.
    pub remember: bool,
    /// Where it leads.
    pub destination: LinkDestination,
    /// The `user-agent` of the request.
    pub user_agent: String,
}

/// Who asked for a link decides where it leads.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkDestination {
    /// A person on a page of ours.
    Page {
        /// The path to go on to, outside a login transaction.
        return_to: Option<String>,
    },
    /// An app; all places are already checked. That for everybody is the message's `callback_url`.
    App {
        /// For those whose account is made.
        new_user_callback_url: Option<String>,
        /// When nothing comes of it.
        error_callback_url: Option<String>,
    },
}

/// Writes a message, in the unit of the change that owes it. Call [`App::wake_outbox`] after the commit.
pub async fn put(app: &App, tx: &mut Tx, message: &OutboxMessage, now: Timestamp) -> Result<(), StoreError> {
    let payload = serde_json::to_value(message).map_err(|error| StoreError::inconsistent("outbox", &error.to_string()))?;
    let kind = payload.pointer("/mail/kind").and_then(serde_json::Value::as_str).unwrap_or_default();
    let waiting = WaitingMessage {
        id: MessageId::random(&app.entropy),
        kind: kind.to_owned(),
        payload_sealed: app.master_keys.seal(SEAL_PURPOSE, payload.to_string().as_bytes(), &app.entropy),
        attempts: 0,
        expires_at: message.mail.useful_until(now),
    };
    outbox::insert(tx, &waiting, now).await
}

/// How many mails of one kind anybody can have sent to an address.
#[derive(Clone, Copy, Debug)]
pub struct MailBudget {
    /// Which kind.
    pub kind: &'static str,
    /// How many.
    pub most: i64,
    /// In what time.
    pub window: Duration,
}

impl MailBudget {
    /// Of what people ask for.
    pub const fn of_requests(kind: &'static str) -> Self {
        Self { kind, most: 5, window: Duration::from_secs(15 * 60) }
    }
}

/// Writes a message to a normalised address, as long as the budget of its kind lasts. Writes and costs the same either way, but for
/// the message.
pub async fn put_within(
    app: &App,
    tx: &mut Tx,
    (budget, email): (MailBudget, &str),
    message: &OutboxMessage,
    now: Timestamp,
) -> Result<(), StoreError> {
    let counter = app.master_keys.mac(KeyUse::ShortCode, format!("mails\n{}\n{email}", budget.kind).as_bytes());
    guess_counters::count(tx, &counter, budget.window, now).await?;
    if guess_counters::failures(tx, &counter, now).await? <= budget.most { put(app, tx, message, now).await } else { Ok(()) }
}

/// Since when a waiting message is owed: when what it tells of happened.
pub fn owed_since(waiting: &WaitingMessage) -> Timestamp {
    waiting.expires_at - USEFUL_FOR
}

/// Writes a message that nothing else depends on, in a unit of its own called `name`, and wakes the job that sends it.
pub async fn request(app: &App, name: &'static str, mail: OwedMail, reply: Reply<'_>, now: Timestamp) -> Result<(), StoreError> {
    let message = OutboxMessage { mail, locale: reply.locale.to_owned(), callback_url: reply.callback_url.map(str::to_owned) };
    let mut unit = app.store.write(name).await?;
    put(app, &mut unit, &message, now).await?;
    unit.commit().await?;
    app.wake_outbox();
    Ok(())
}

/// How a requested mail is written.
#[derive(Clone, Copy, Debug)]
pub struct Reply<'a> {
    /// The language of the request.
    pub locale: &'a str,
    /// Where the link leads afterwards, if the caller named a place (already checked).
    pub callback_url: Option<&'a str>,
}

/// Why a waiting message cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableMessage {
    /// The envelope does not open with the master keys that there are.
    #[error("sealed message: {0}")]
    Sealed(#[from] SealError),
    /// It holds something that this binary does not know.
    #[error("unknown message: {0}")]
    Unknown(#[from] serde_json::Error),
}

/// Opens a waiting message.
pub fn open(app: &App, waiting: &WaitingMessage) -> Result<OutboxMessage, UnreadableMessage> {
    let payload = app.master_keys.open(SEAL_PURPOSE, &waiting.payload_sealed)?;
    Ok(serde_json::from_slice(&payload)?)
}

/// How long to wait before the next try after `attempts` failed ones: 30 s, 2 min, 8 min, then half an hour.
pub fn retry_delay(attempts: i64) -> Duration {
    match attempts {
        ..=0 => Duration::from_secs(30),
        1 => Duration::from_secs(2 * 60),
        2 => Duration::from_secs(8 * 60),
        _ => Duration::from_secs(30 * 60),
    }
}

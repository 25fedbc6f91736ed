//! Mail: by SMTP to the configured relay (RFC 5321, RFC 3207), or caught in memory for the mailbox of `vestibule dev` and tests.
//!
//! What a mail says is written elsewhere. A mail that could not be handed over is *transient* (try again) or *permanent* (give up);
//! the caller keeps the queue.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{PoolConfig, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use secrecy::{ExposeSecret as _, SecretString};
use url::{Host, Url};

use crate::clock::Timestamp;
use crate::model::email::EmailAddress;
use crate::model::percent_encoding;

/// How many caught mails are kept; the oldest go first.
pub const MAXIMUM_CAUGHT: usize = 1000;

const TIMEOUT: Duration = Duration::from_secs(15);
const CONNECTIONS: u32 = 4;
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// To whom.
    pub to: EmailAddress,
    /// One line.
    pub subject: String,
    /// The text for readers without HTML.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// `<…@…>`, the same at every attempt, so that a mail that arrives twice is shown once.
    pub message_id: String,
}

/// A mail that was caught instead of sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaughtMail {
    /// When.
    pub at: Timestamp,
    /// The mail.
    pub mail: Mail,
}

/// Why a mail was not handed over. The text names no person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The relay cannot be reached, is busy, or refuses us: the same mail may go through later.
    #[error("the mail relay did not take the mail for now: {0}")]
    Transient(String),
    /// The relay refuses this mail.
    #[error("the mail relay refused the mail: {0}")]
    Permanent(String),
}

/// Mail cannot be set up with this URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a mail URL is `smtps://user:password@host:port`, or `smtp://…` with at most `?tls=required` or `?tls=opportunistic`")]
pub struct InvalidMailUrl;

/// Sends mail, or catches it. Clones share it.
#[derive(Clone, Debug)]
pub struct Mailer(Route);

#[derive(Clone, Debug)]
enum Route {
    Smtp(Arc<Relay>),
    Caught(Arc<Mutex<VecDeque<CaughtMail>>>),
}

impl Mailer {
    /// By the relay at `url`. Nothing is contacted before the first mail.
    ///
    /// `smtps` is encrypted from the start. `smtp` is encrypted when the relay offers it (STARTTLS); it must be when there is a
    /// password to protect, or when the URL says `?tls=required`; to this machine itself it need not be.
    pub fn smtp(url: &SecretString, sender: Mailbox) -> Result<Self, InvalidMailUrl> {
        Relay::parse(url.expose_secret(), sender).map(|relay| Self(Route::Smtp(Arc::new(relay))))
    }

    /// Into memory.
    pub fn caught() -> Self {
        Self(Route::Caught(Arc::default()))
    }

    /// Hands one mail over. `now` becomes its date.
    pub async fn send(&self, mail: &Mail, now: Timestamp) -> Result<(), MailError> {
        match &self.0 {
            Route::Smtp(relay) => relay.send(mail, now).await,
            Route::Caught(mails) => {
                let mut mails = mails.lock().unwrap_or_else(PoisonError::into_inner);
                if mails.len() >= MAXIMUM_CAUGHT {
                    mails.pop_front();
                }
                mails.push_back(CaughtMail { at: now, mail: mail.clone() });
                Ok(())
            }
        }
    }

    /// The caught mails, oldest first; none when mail is really sent.
    pub fn caught_mails(&self) -> Vec<CaughtMail> {
        match &self.0 {
            Route::Smtp(_) => Vec::new(),
            Route::Caught(mails) => mails.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect(),
        }
    }

    /// Empties the mailbox of caught mails.
    pub fn forget_caught(&self) {
        if let Route::Caught(mails) = &self.0 {
            mails.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }
}

/// An SMTP relay.
struct Relay {
    host: String,
    port: u16,
    encryption: Encryption,
    credentials: Option<Credentials>,
    sender: Mailbox,
    /// Built at the first mail: it loads certificates and needs a running executor.
    transport: OnceLock<Result<AsyncSmtpTransport<Tokio1Executor>, MailError>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encryption {
    None,
    WhenOffered,
    Required,
    FromTheStart,
}

impl fmt::Debug for Relay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Relay({}:{}, {:?})", self.host, self.port, self.encryption)
    }
}

impl Relay {
    fn parse(url: &str, sender: Mailbox) -> Result<Self, InvalidMailUrl> {
        let url = Url::parse(url).map_err(|_| InvalidMailUrl)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(InvalidMailUrl)?;
        let bare_host = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host).to_owned();
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(InvalidMailUrl);
        }
        let credentials = credentials(&url)?;
        let encryption = match (url.scheme(), url.query()) {
            ("smtps", None) => Encryption::FromTheStart,
            ("smtp", Some("tls=required")) => Encryption::Required,
            ("smtp", Some("tls=opportunistic")) => Encryption::WhenOffered,
            ("smtp", None) if is_this_machine(&bare_host) => Encryption::None,
            ("smtp", None) if credentials.is_some() => Encryption::Required,
            ("smtp", None) => Encryption::WhenOffered,
            _ => return Err(InvalidMailUrl),
        };
        let port = url.port().unwrap_or(match encryption {
            Encryption::FromTheStart => SUBMISSIONS_PORT,
            _ if credentials.is_some() => SUBMISSION_PORT,
            _ => SMTP_PORT,
        });
        Ok(Self { host: bare_host, port, encryption, credentials, sender, transport: OnceLock::new() })
    }

    async fn send(&self, mail: &Mail, now: Timestamp) -> Result<(), MailError> {
        let message = self.message(mail, now)?;
        let transport = self.transport.get_or_init(|| self.build()).as_ref().map_err(Clone::clone)?;
        transport.send(message).await.map(|_| ()).map_err(|error| classify(&error))
    }

    fn message(&self, mail: &Mail, now: Timestamp) -> Result<Message, MailError> {
        let unwritable = |_| MailError::Permanent("the mail cannot be written".to_owned());
        let to: Address =
            mail.to.as_str().parse().map_err(|_| MailError::Permanent("the address is not one of SMTP".to_owned()))?;
        let date = SystemTime::UNIX_EPOCH + now.since(Timestamp::from_millis(0));
        Message::builder()
            .from(self.sender.clone())
            .to(Mailbox::new(None, to))
            // A line break would begin another header.
            .subject(mail.subject.replace(char::is_control, " "))
            .message_id(Some(mail.message_id.replace(char::is_control, "")))
            .date(date)
            .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
            .map_err(unwritable)
    }

    fn build(&self) -> Result<AsyncSmtpTransport<Tokio1Executor>, MailError> {
        let parameters = || TlsParameters::new(self.host.clone()).map_err(|error| classify(&error));
        let tls = match self.encryption {
            Encryption::None => Tls::None,
            Encryption::WhenOffered => Tls::Opportunistic(parameters()?),
            Encryption::Required => Tls::Required(parameters()?),
            Encryption::FromTheStart => Tls::Wrapper(parameters()?),
        };
        let pool = PoolConfig::new().max_size(CONNECTIONS).idle_timeout(IDLE_TIMEOUT);
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(self.host.clone())
            .port(self.port)
            .tls(tls)
            .timeout(Some(TIMEOUT))
            .pool_config(pool);
        if let Some(credentials) = &self.credentials {
            builder = builder.credentials(credentials.clone());
        }
        Ok(builder.build())
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, InvalidMailUrl> {
    let decode = |text: &str| percent_encoding::decode_text(text).ok_or(InvalidMailUrl);
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) if !user.is_empty() => Ok(Some(Credentials::new(decode(user)?, decode(password)?))),
        _ => Err(InvalidMailUrl),
    }
}

fn is_this_machine(host: &str) -> bool {
    match Host::parse(host) {
        Ok(Host::Ipv4(address)) => address.is_loopback(),
        Ok(Host::Domain(name)) => name == "localhost",
        _ => host == "::1",
    }
}

/// A refusal is of this mail only if the relay says so about the mail: that it does not know our password is no fault of the mail.
fn classify(error: &lettre::transport::smtp::Error) -> MailError {
    let code = error.status().map(|status| status.to_string());
    let about_us = code.as_deref().is_some_and(|code| matches!(code, "521" | "530" | "534" | "535" | "538"));
    match code {
        Some(code) if error.is_permanent() && !about_us => MailError::Permanent(code),
        Some(code) => MailError::Transient(code),
        None if error.is_timeout() => MailError::Transient("timed out".to_owned()),
        None if error.is_tls() => MailError::Transient("no encrypted connection".to_owned()),
        None => MailError::Transient("no connection".to_owned()),
    }
}

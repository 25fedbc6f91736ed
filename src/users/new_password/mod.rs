//! A password that somebody chooses: looked up among leaked ones where the operator wants that, then hashed.
//!
//! Every path that sets a password takes its hash from [`hash`], so that none forgets to look. Known and unknown people cost the
//! same: the password is looked up before anything is read of an account.

mod range_query;
mod sorted_list;

use std::io;
use std::time::Duration;

use secrecy::ExposeSecret as _;

use crate::app::App;
use crate::config::BreachedPasswords;
use crate::crypto::digest;
use crate::crypto::password_pool::Overloaded;
use crate::model::password::Password;
use crate::outbound::http::HttpError;
use crate::store::unit;

/// Why a password that somebody chose is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It is in a list of leaked ones.
    #[error("the password is in a list of leaked passwords; choose one that is used nowhere else")]
    Breached,
    /// It could not be looked up, and the operator takes none unseen.
    #[error("whether the password was leaked cannot be looked up just now")]
    Unchecked {
        /// What the service answered with, if it answered.
        status: Option<u16>,
    },
    /// Too many passwords wait to be hashed.
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
}

/// The hash of a new password.
pub async fn hash(app: &App, password: &Password) -> Result<String, NotTaken> {
    check(app, password).await?;
    Ok(app.passwords.hash(password.secret().clone()).await?)
}

/// Whether a new password may be taken: for what is to be spent before it is hashed.
pub async fn check(app: &App, password: &Password) -> Result<(), NotTaken> {
    let settings = &app.config.passwords;
    if settings.breached == BreachedPasswords::Off {
        return Ok(());
    }
    unit::must_be_closed("looking up a password");
    let digest = Sha1Digest::of(password);
    let found = match (settings.breached, &settings.breached_list) {
        (BreachedPasswords::List, Some(path)) => sorted_list::holds(path.clone(), digest).await.map_err(Unread::from),
        _ => {
            let timeout: Duration = settings.breached_service_seconds.into();
            range_query::knows(&app.http, (settings.service(), timeout), &digest).await
        }
    };
    match found {
        Ok(false) => Ok(()),
        Ok(true) => Err(NotTaken::Breached),
        Err(Unread { reason, status }) => {
            let taken = settings.accept_unchecked;
            tracing::warn!(reason, taken, "a new password could not be looked up among leaked ones");
            if taken { Ok(()) } else { Err(NotTaken::Unchecked { status }) }
        }
    }
}

/// Why service or file told nothing.
struct Unread {
    reason: String,
    /// What the service answered with, if it answered.
    status: Option<u16>,
}

impl From<HttpError> for Unread {
    fn from(error: HttpError) -> Self {
        Self { reason: error.reason().to_owned(), status: None }
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self { reason: error.to_string(), status: None }
    }
}

/// The SHA-1 of a password in capital hexadecimal digits, as lists of leaked passwords write it.
struct Sha1Digest(String);

impl Sha1Digest {
    /// How many digits a service is told.
    const PREFIX: usize = 5;

    fn of(password: &Password) -> Self {
        Self(hex::encode_upper(digest::sha1(password.secret().expose_secret().as_bytes())))
    }

    /// What a service is told, and what it is not.
    fn parts(&self) -> (&str, &str) {
        self.0.split_at_checked(Self::PREFIX).unwrap_or_default()
    }
}

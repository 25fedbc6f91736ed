//! With which mail addresses accounts are made, and to which ones they may move. The rule looks at the domain alone, before anything is
//! read of an account, so it tells nothing about people. Accounts that exist go on, whatever their address.

use crate::app::App;
use crate::config::SignUp;
use crate::model::email::EmailAddress;

/// The operator wants no accounts with addresses of this domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("accounts cannot have an address of this domain")]
pub struct DomainRefused;

/// Whether an account may have this address.
pub fn check(app: &App, email: &EmailAddress) -> Result<(), DomainRefused> {
    let domains = &app.mail_domains;
    let is_wanted = app.config.registration.sign_up != SignUp::Domains || domains.wanted.cover(email);
    if is_wanted && !domains.blocked.cover(email) { Ok(()) } else { Err(DomainRefused) }
}

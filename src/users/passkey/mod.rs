//! Passkeys of people: registering one, signing in with one, naming and removing it. Implements WebAuthn Level 3 with
//! `crypto/webauthn.rs`.
//!
//! - [`ceremony`]: what is asked of a browser, kept here for five minutes and answered once;
//! - [`register`]: one passkey more;
//! - [`sign_in`]: signing in without typing a name, and proving again that it is still they;
//! - [`second_factor`]: a passkey beside something else that was shown;
//! - [`change`]: another name, and removing one.
//!
//! The account that an authenticator keeps with a passkey is the person's id. Nothing here tells whether somebody else has passkeys.

pub mod ceremony;
pub mod change;
pub mod register;
pub mod second_factor;
pub mod sign_in;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::webauthn::RelyingParty;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::ids::UserId;
use crate::model::passkey::Passkey;
use crate::model::request_origin::RequestOrigin;
use crate::store::{StoreError, Tx, passkeys};

/// The circumstances of a change.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// From where it is asked for.
    pub origin: &'a RequestOrigin,
    /// The language of the page.
    pub locale: &'a str,
    /// When.
    pub now: Timestamp,
}

/// What a browser answered to a ceremony.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The secret of the ceremony, which the browser kept.
    pub ceremony: &'a str,
    /// What its authenticator made.
    pub response: &'a serde_json::Value,
    /// Whose pages may have asked for it.
    pub origins: &'a [&'a str],
}

fn relying_party(app: &App, origins: &[&str]) -> RelyingParty {
    RelyingParty::new(app.config.relying_party_id(), app.config.relying_party_name(), origins)
}

/// The passkeys of a person, the oldest first.
pub async fn of_user(app: &App, user: &UserId) -> Result<Vec<Passkey>, StoreError> {
    let mut unit = app.store.read("users.passkey.of_user").await?;
    passkeys::of_user(&mut unit, user).await
}

/// Whether a person has one.
pub async fn exist(app: &App, user: &UserId) -> Result<bool, StoreError> {
    let mut unit = app.store.read("users.passkey.exist").await?;
    passkeys::exist(&mut unit, user).await
}

/// Writes a change into the trail, and owes its person a mail about it.
async fn announce(app: &App, tx: &mut Tx, user: &UserId, kind: AuditKind, change: Change<'_>) -> Result<(), StoreError> {
    AuditEvent::new(kind, change.origin).user(user).record(app, tx, change.now).await?;
    let notice = OutboxMessage {
        mail: OwedMail::PasskeyChanged { user_id: user.clone(), added: kind == AuditKind::PasskeyAdded },
        locale: change.locale.to_owned(),
        callback_url: None,
    };
    outbox::put(app, tx, &notice, change.now).await
}

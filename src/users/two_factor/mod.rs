//! The second factor of a person: setting one up, codes on paper and by mail, and turning it off.
//!
//! - [`enrol`]: an authenticator app, proposed first and confirmed with a code of it; or codes by mail alone;
//! - [`enrol_at_sign_in`]: the same for somebody who cannot sign in before they have one;
//! - [`backup_codes`]: ten codes on paper, each good once;
//! - [`mail_code`]: a code by mail;
//! - [`trusted_browsers`]: browsers that are asked for none for a while;
//! - [`turn_off`]: no second factor any more.
//!
//! A change of these is a change of credentials: sign-ins that rest on what was before are refused, browsers are trusted no longer,
//! and the session goes on under another name. Judging codes is `sessions/judge.rs`.

pub mod backup_codes;
pub mod enrol;
pub mod enrol_at_sign_in;
pub mod mail_code;
pub mod trusted_browsers;
pub mod turn_off;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::totp::TotpSecret;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::sessions::judge::open_totp;
use crate::store::{StoreError, Tx, backup_codes as stored_codes, second_factors, trusted_devices, users};

/// The circumstances of a change.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// From where it is asked for.
    pub origin: &'a RequestOrigin,
    /// The browser's flow secret, if it has one.
    pub browser_secret: Option<&'a str>,
    /// The language of the page.
    pub locale: &'a str,
    /// When.
    pub now: Timestamp,
}

/// The person as they are once they have a second factor.
fn with_second_factor(user: &User, change: Change<'_>) -> User {
    User {
        credential_version: user.credential_version + 1,
        two_factor_enabled_at: user.two_factor_enabled_at.or(Some(change.now)),
        updated_at: change.now,
        ..user.clone()
    }
}

/// How the second factor of a person stands.
#[derive(Debug)]
pub struct Standing {
    /// Since when signing in asks for it.
    pub enabled_at: Option<Timestamp>,
    /// Their authenticator app's secret.
    pub totp: Option<TotpSecret>,
    /// A secret that counts once a code of it was shown.
    pub proposed: Option<TotpSecret>,
    /// How many codes on paper are left.
    pub backup_codes_left: i64,
}

/// How the second factor of `user` stands.
pub async fn standing(app: &App, user: &User) -> Result<Standing, StoreError> {
    let mut unit = app.store.read("users.two_factor.standing").await?;
    let stored = second_factors::of_user(&mut unit, &user.id).await?;
    let (_, left) = stored_codes::count(&mut unit, &user.id).await?;
    let open = |sealed: Option<Vec<u8>>| sealed.map(|sealed| open_totp(app, &sealed)).transpose();
    Ok(Standing {
        enabled_at: user.two_factor_enabled_at,
        totp: open(stored.totp_sealed)?,
        proposed: open(stored.new_totp_sealed)?,
        backup_codes_left: left,
    })
}

/// Forgets all second factors of a person, and which browsers they trust, in the unit that raises the version of their credentials.
pub(super) async fn forget(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    users::set_two_factor(tx, user, None).await?;
    second_factors::forget_totp(tx, user).await?;
    stored_codes::delete_of_user(tx, user).await?;
    trusted_devices::delete_of_user(tx, user).await.map(drop)
}

/// Writes a change into the trail, and owes its person a mail about it.
async fn announce(app: &App, tx: &mut Tx, user: &UserId, what: (AuditKind, bool), change: Change<'_>) -> Result<(), StoreError> {
    let (kind, is_on) = what;
    AuditEvent::new(kind, change.origin).user(user).record(app, tx, change.now).await?;
    let notice = OutboxMessage {
        mail: OwedMail::TwoFactorChanged { user_id: user.clone(), is_on },
        locale: change.locale.to_owned(),
        callback_url: None,
    };
    outbox::put(app, tx, &notice, change.now).await
}

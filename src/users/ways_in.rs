//! Whether somebody can still come in: asked after one of their ways in was taken away, in the same unit.

use crate::app::App;
use crate::config::Config;
use crate::model::user::{CREDENTIAL_PROVIDER, User, WALLET_PROVIDER};
use crate::store::{StoreError, Tx, accounts, passkeys, phone_numbers, wallet_addresses};

/// Whether a person, who is held, has a way in that works here.
pub async fn one_is_left(app: &App, tx: &mut Tx, user: &User) -> Result<bool, StoreError> {
    Ok(reads_mail(app, user)
        || accounts::of_user(tx, &user.id).await?.iter().any(|account| match account.provider_id.as_str() {
            CREDENTIAL_PROVIDER => true,
            WALLET_PROVIDER => app.config.siwe.enabled,
            // Nobody is sent to an identity provider from here.
            _ => false,
        })
        || app.config.passkey.enabled && passkeys::exist(tx, &user.id).await?
        || app.config.phone.enabled && phone_numbers::of_user(tx, &user.id).await?.is_some_and(|stored| stored.number.is_some()))
}

/// Whoever reads the mail to their address can always have a password set.
fn reads_mail(app: &App, user: &User) -> bool {
    let sends_mail = app.is_dev() || app.config.mail.is_configured();
    sends_mail && app.config.has_mailbox(user)
}

/// Whether a person who signs in must prove their address first. Where it only stands for one, nothing can be mailed there: what
/// the account was made by was proved, a phone number or a wallet, if they still have it.
pub async fn owes_proof_of_address(app: &App, user: &User) -> Result<bool, StoreError> {
    if user.email_verified || !app.config.require_verified_email() {
        return Ok(false);
    }
    if app.config.has_mailbox(user) {
        return Ok(true);
    }
    let mut unit = app.store.read("users.ways_in.proved").await?;
    let has_number = phone_numbers::of_user(&mut unit, &user.id).await?.is_some_and(|stored| stored.number.is_some());
    Ok(!has_number && !wallet_addresses::exist(&mut unit, &user.id).await?)
}

/// By what a person is told wherever somebody reads it: their address, or their name where the address is a placeholder. Pages, authenticator
/// apps and passkeys show no address but by this.
pub fn known_by<'a>(config: &Config, user: &'a User) -> &'a str {
    if config.has_mailbox(user) { &user.email } else { &user.name }
}

//! Cookies that another server signed, whose sessions were moved here: they count until the last of those sessions is over.
//!
//! A signature alone opens nothing: the token that it is of must be that of a session which lives here. Whoever uses their session is
//! given a cookie of our own when it is extended.

use secrecy::{ExposeSecret as _, SecretString};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::{KeyUse, MasterKeys};
use crate::crypto::signed_value::{self, ForeignKey};
use crate::store::{Store, StoreError, Tx, foreign_cookie_keys};

const SEAL_PURPOSE: &str = "foreign_cookie_key";
/// The cookies' prefix under which the other server's cookies are read at all.
const FOREIGN_PREFIX: &str = "better-auth";

/// The token inside a signed cookie or bearer token.
pub fn token_in(app: &App, signed: &str) -> Option<String> {
    signed_value::verify(&app.master_keys, signed).or_else(|| {
        let keys = app.foreign_keys.current();
        let reads = !keys.is_empty() && app.config.cookies.prefix.as_str() == FOREIGN_PREFIX;
        if reads { signed_value::verify_foreign(&keys, signed, app.clock.now()) } else { None }
    })
}

/// Reads the secrets that still count. One that does not open any more counts no more.
pub async fn load(store: &Store, master_keys: &MasterKeys, now: Timestamp) -> Result<Vec<ForeignKey>, StoreError> {
    let mut unit = store.read("sessions.foreign_keys").await?;
    let stored = foreign_cookie_keys::living(&mut unit, now).await?;
    drop(unit);
    let opened = stored.into_iter().filter_map(|key| match master_keys.open(SEAL_PURPOSE, &key.sealed) {
        Ok(secret) => Some(ForeignKey::new(secret, key.expires_at)),
        Err(error) => {
            tracing::warn!(%error, "a secret of another server cannot be opened; cookies that it signed do not count");
            None
        }
    });
    Ok(opened.collect())
}

/// Reads them again, after another process changed them.
pub async fn refresh(app: &App) -> Result<(), StoreError> {
    let keys = load(&app.store, &app.master_keys, app.clock.now()).await?;
    app.foreign_keys.replace(keys);
    Ok(())
}

/// Has the signatures of `secret` count until `expires_at`, or longer if they already do. Not before every process has read it:
/// the caller raises the generation of the keys in the same unit.
pub async fn keep(
    app: &App,
    tx: &mut Tx,
    secret: &SecretString,
    (now, expires_at): (Timestamp, Timestamp),
) -> Result<(), StoreError> {
    // Not the plain digest: a secret that somebody chose could be guessed from it.
    let bound = format!("{SEAL_PURPOSE}\n{}", secret.expose_secret());
    let digest = app.master_keys.mac(KeyUse::ShortCode, bound.as_bytes());
    let known = foreign_cookie_keys::expiry(tx, digest).await?;
    let expires_at = known.map_or(expires_at, |known| known.max(expires_at));
    let sealed = app.master_keys.seal(SEAL_PURPOSE, secret.expose_secret().as_bytes(), &app.entropy);
    foreign_cookie_keys::put(tx, digest, sealed, (now, expires_at)).await
}

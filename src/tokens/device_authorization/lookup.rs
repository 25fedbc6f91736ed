//! A person types the code of a device, and opens what waits under it.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::model::device_authorization::{DeviceAuthorization, UserCode};
use crate::model::ids::{DeviceAuthorizationId, UserId};
use crate::store::device_authorizations;
use crate::store::{StoreError, retry};
use crate::tokens::device_authorization::guesses::Guesses;
pub use crate::tokens::device_authorization::guesses::{Guesser, Unheard};
use crate::tokens::device_authorization::{SEAL_PURPOSE, digested};

/// What a user code leads to.
#[derive(Clone, Debug)]
pub enum Lookup {
    /// A device that waits.
    Waiting(Box<DeviceAuthorization>),
    /// Nothing: it is wrong, too old, or has its answer. Which of them it is is told nobody.
    Unknown,
    /// It was not looked at.
    Unheard(Unheard),
}

/// Looks for the device that waits under `code`, and counts the guess if there is none.
pub async fn find(app: &App, code: &UserCode, guesser: Guesser<'_>, now: Timestamp) -> Result<Lookup, StoreError> {
    let found = search(app, code, guesser, now, |asks| asks.waits(now)).await?;
    Ok(match found {
        Ok(Some(asks)) => Lookup::Waiting(asks),
        Ok(None) => Lookup::Unknown,
        Err(unheard) => Lookup::Unheard(unheard),
    })
}

/// The same; whoever opened a device finds it afterwards too, however it went on.
pub async fn find_own(
    app: &App,
    code: &UserCode,
    guesser: Guesser<'_>,
    now: Timestamp,
) -> Result<Result<Option<Box<DeviceAuthorization>>, Unheard>, StoreError> {
    let own = |asks: &DeviceAuthorization| asks.user_id.is_some() && asks.user_id.as_ref() == guesser.user;
    search(app, code, guesser, now, |asks| asks.waits(now) || own(asks)).await
}

async fn search(
    app: &App,
    code: &UserCode,
    guesser: Guesser<'_>,
    now: Timestamp,
    is_found: impl Fn(&DeviceAuthorization) -> bool,
) -> Result<Result<Option<Box<DeviceAuthorization>>, Unheard>, StoreError> {
    let guesses = Guesses::of(app, guesser);
    let digests = app.master_keys.macs(KeyUse::ShortCode, &digested(code));
    retry(|| async {
        let mut unit = app.store.write("device_authorization.find").await?;
        if let Some(unheard) = guesses.hear(&mut unit, now).await? {
            unit.commit().await?;
            return Ok(Err(unheard));
        }
        let mut found = None;
        for digest in &digests {
            found = found.or(device_authorizations::by_user_code(&mut unit, digest).await?.filter(&is_found));
        }
        if found.is_some() {
            guesses.was_right(&mut unit).await?;
        }
        unit.commit().await?;
        Ok(Ok(found.map(Box::new)))
    })
    .await
}

/// A device that somebody has found, with the code that they typed.
#[derive(Clone, Debug)]
pub struct FoundDevice {
    /// The device, however far it has come.
    pub asks: DeviceAuthorization,
    /// Its user code, to be compared with what the device shows; none if it cannot be read any more.
    pub user_code: Option<UserCode>,
}

/// The device with this id, as it is now.
pub async fn by_id(app: &App, id: &DeviceAuthorizationId) -> Result<Option<FoundDevice>, StoreError> {
    let mut unit = app.store.read("device_authorization.by_id").await?;
    let Some((asks, sealed)) = device_authorizations::by_id(&mut unit, id).await? else { return Ok(None) };
    drop(unit);
    let opened = app.master_keys.open(SEAL_PURPOSE, &sealed).ok();
    let user_code = opened.and_then(|letters| UserCode::entered(std::str::from_utf8(&letters).ok()?));
    Ok(Some(FoundDevice { asks, user_code }))
}

/// Opens a waiting device for `user`: from then on the answer is theirs alone, whoever else knows the code. `opened_in` is the digest of
/// a secret of the place where they opened it (a login transaction, a session): in the same place somebody else may take it over, when
/// the person finds that they are signed in as the wrong one. Returns whether it is theirs.
pub async fn open(
    app: &App,
    id: &DeviceAuthorizationId,
    user: &UserId,
    opened_in: &[u8; 32],
    now: Timestamp,
) -> Result<bool, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("device_authorization.open").await?;
        let opened = device_authorizations::open(&mut unit, id, user, opened_in, now).await?;
        unit.commit().await?;
        Ok(opened)
    })
    .await
}

//! The browsers that need no second factor for a while, as their person sees them and ends the trust in them.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::trusted_device::TrustedDevice;
use crate::model::user::User;
use crate::store::{StoreError, retry, trusted_devices};
use crate::users::two_factor::Change;

/// A trusted browser of a person.
#[derive(Clone, Debug)]
pub struct TrustedBrowser {
    /// It.
    pub device: TrustedDevice,
    /// Whether it is the one that asks.
    pub is_this_one: bool,
}

/// The browsers that `user` has trusted and that are still trusted, the last used first. `shown` is what the browser that asks shows to
/// be trusted.
pub async fn of_user(app: &App, user: &User, shown: Option<&str>, now: Timestamp) -> Result<Vec<TrustedBrowser>, StoreError> {
    let shown = shown.map(|secret| *Digest::of(secret).as_bytes());
    let mut unit = app.store.read("users.two_factor.trusted_browsers").await?;
    let living = trusted_devices::of_user(&mut unit, user, now).await?;
    let browser = |(device, digest): (TrustedDevice, Vec<u8>)| TrustedBrowser {
        device,
        is_this_one: shown.is_some_and(|shown| digest == shown),
    };
    Ok(living.into_iter().map(browser).collect())
}

/// Ends the trust in the browser with this id, or in all. Returns whether there was one.
pub async fn end(app: &App, user: &User, id: Option<&str>, change: Change<'_>) -> Result<bool, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.two_factor.end_trust").await?;
        let ended = match id {
            Some(id) => trusted_devices::delete(&mut unit, &user.id, id).await?,
            None => trusted_devices::delete_of_user(&mut unit, &user.id).await? > 0,
        };
        if ended {
            let which = if id.is_some() { "one" } else { "all" };
            AuditEvent::new(AuditKind::BrowserTrustEnded, change.origin)
                .user(&user.id)
                .detail("browsers", which)
                .record(app, &mut unit, change.now)
                .await?;
        }
        unit.commit().await?;
        Ok(ended)
    })
    .await
}

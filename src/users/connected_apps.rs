//! The apps that have access to a person's account, and taking that back.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::ids::{ClientId, UserId};
use crate::model::request_origin::RequestOrigin;
use crate::store::consents::{self, ConnectedApp};
use crate::store::{StoreError, grants, retry, sessions};

/// The apps, newest first: those that the person allowed something, and those that need not ask.
pub async fn list(app: &App, user: &UserId, now: Timestamp) -> Result<Vec<ConnectedApp>, StoreError> {
    let mut unit = app.store.read("users.connected_apps").await?;
    consents::of_user(&mut unit, user, now).await
}

/// Takes back what `user` allowed `client`, and with it every token and every device's session that came of it. Returns whether there was anything.
///
/// First the consent, which whoever issues a code holds, then the grants: so that none is made between.
pub async fn revoke(
    app: &App,
    user: &UserId,
    client: &ClientId,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<bool, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.connected_apps.revoke").await?;
        let had = consents::delete(&mut unit, user, client).await?;
        let ended = sessions::revoke_of_app(&mut unit, user, client, now).await?;
        let revoked = grants::revoke_of_client(&mut unit, user, client, now).await?;
        if had || revoked + ended > 0 {
            AuditEvent::new(AuditKind::ConsentRevoked, origin).user(user).client(client).record(app, &mut unit, now).await?;
        }
        unit.commit().await?;
        Ok(had || revoked + ended > 0)
    })
    .await
}

//! What is spent is shown again by its rightful client: one of the two who have it is a thief, so both lose (RFC 6749, section 4.1.2;
//! RFC 9700, section 4.14).

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::grant::Grant;
use crate::model::request_origin::RequestOrigin;
use crate::store::{StoreError, grants, sessions};

/// Revokes the grant, and so all that came of it: also the session of a device that it let in. In a unit of this name.
pub async fn revoke(
    app: &App,
    unit_name: &'static str,
    (grant, kind): (&Grant, AuditKind),
    (origin, now): (&RequestOrigin, Timestamp),
) -> Result<(), StoreError> {
    let mut unit = app.store.write(unit_name).await?;
    sessions::revoke_of_grant(&mut unit, &grant.id, now).await?;
    if grants::revoke(&mut unit, &grant.id, now).await? {
        AuditEvent::new(kind, origin).user(&grant.user_id).client(&grant.client_id).record(app, &mut unit, now).await?;
    }
    unit.commit().await
}

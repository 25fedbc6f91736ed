//! How a person is called and shown: their name and picture.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::ids::UserId;
use crate::model::profile::{PersonName, PictureUrl};
use crate::model::request_origin::RequestOrigin;
use crate::store::{StoreError, users};

/// What a person says about themselves.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Their name.
    pub name: PersonName,
    /// Their picture, if they want one.
    pub picture: Option<PictureUrl>,
}

/// Changes the profile of `user`. Returns whether there is such a person.
pub async fn change(
    app: &App,
    user: &UserId,
    profile: &Profile,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let picture = profile.picture.as_ref().map(PictureUrl::as_str);
    let mut unit = app.store.write("users.profile.change").await?;
    let changed = users::set_profile(&mut unit, user, profile.name.as_str(), picture, now).await?;
    if changed {
        AuditEvent::new(AuditKind::ProfileChanged, origin).user(user).record(app, &mut unit, now).await?;
    }
    unit.commit().await?;
    Ok(changed)
}

//! Changing part of a profile, as apps do: what they leave out stays, and they may leave the name empty.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::{StoreError, users};

/// What changes.
#[derive(Clone, Copy, Debug)]
pub struct ProfileUpdate<'a> {
    /// The name, if it does.
    pub name: Option<&'a str>,
    /// The picture, if it does; it may become none.
    pub image: Option<Option<&'a str>>,
}

/// Changes the profile of `user`, as they were read with their session.
pub async fn update(
    app: &App,
    user: &User,
    change: ProfileUpdate<'_>,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<(), StoreError> {
    let name = change.name.unwrap_or(&user.name);
    let image = change.image.unwrap_or(user.image.as_deref());
    let mut unit = app.store.write("account.profile.update").await?;
    if users::set_profile(&mut unit, &user.id, name, image, now).await? {
        AuditEvent::new(AuditKind::ProfileChanged, origin).user(&user.id).record(app, &mut unit, now).await?;
    }
    unit.commit().await
}

//! Changing part of a profile, as apps do: what they leave out stays, and they may leave the name empty.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::{StoreError, retry, users};
use crate::users::username::{self, UsernameChange, UsernameChanged};

/// What changes.
#[derive(Clone, Debug, Default)]
pub struct ProfileUpdate<'a> {
    /// The name, if it does.
    pub name: Option<&'a str>,
    /// The picture, if it does; it may become none.
    pub image: Option<Option<&'a str>>,
    /// What else the person is called by.
    pub usernames: UsernameChange,
}

/// Changes the profile of `user`, as they were read with their session: all that is asked for, or nothing.
pub async fn update(
    app: &App,
    user: &User,
    change: &ProfileUpdate<'_>,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<UsernameChanged, StoreError> {
    let name = change.name.unwrap_or(&user.name);
    let image = change.image.unwrap_or(user.image.as_deref());
    retry(|| async {
        let mut unit = app.store.write("account.profile.update").await?;
        if users::set_profile(&mut unit, &user.id, name, image, now).await? {
            let changed = username::change(app, &mut unit, &user.id, &change.usernames, (origin, now)).await?;
            if changed != UsernameChanged::Done {
                return Ok(changed);
            }
            AuditEvent::new(AuditKind::ProfileChanged, origin).user(&user.id).record(app, &mut unit, now).await?;
        }
        unit.commit().await?;
        Ok(UsernameChanged::Done)
    })
    .await
}

//! Changing part of a profile, as apps do: what they leave out stays, and they may leave the name empty.

use serde_json::{Map, Value, json};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::additional_fields::FieldValues;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::{StoreError, retry, users};
use crate::users::fields::{self, FieldTaken};
use crate::users::permission::{self, Denied, MayChange};
use crate::users::phone::{self, NumberCleared};
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
    /// What they say in the fields that the operator declared; already judged.
    pub fields: FieldValues,
    /// Whether the phone number is taken off the account.
    pub clears_phone_number: bool,
}

impl ProfileUpdate<'_> {
    /// As actions are told it: only what changes.
    fn asked(&self) -> Value {
        let fields = [
            ("name", self.name.map(Value::from)),
            ("image", self.image.map(Value::from)),
            ("username", self.usernames.username.as_ref().map(|name| name.as_ref().map(|name| name.as_str()).into())),
            ("display_username", self.usernames.display_username.as_ref().map(|name| name.as_deref().into())),
            ("phone_number", self.clears_phone_number.then_some(Value::Null)),
        ];
        let named = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        let declared = (!self.fields.is_empty()).then(|| ("additional_fields".to_owned(), json!(self.fields)));
        named.chain(declared).collect::<Map<_, _>>().into()
    }
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileUpdated {
    /// It is done, or was so before.
    Done,
    /// Somebody else has or had the username.
    UsernameTaken,
    /// The username stays for good, or the person has had too many.
    UsernameImmutable,
    /// Somebody else has what was said in a field in which nobody may have the same.
    FieldTaken(FieldTaken),
    /// The phone number is the only way in that the person has.
    PhoneNumberNeeded,
}

/// Changes the profile of `user`, as they were read with their session: all that is asked for, or nothing.
pub async fn update(
    app: &App,
    user: &User,
    change: &ProfileUpdate<'_>,
    at: (&RequestOrigin, Timestamp),
) -> Result<ProfileUpdated, Denied> {
    let (origin, now) = at;
    let _may: MayChange = permission::to_change(app, user, change.asked(), at).await?;
    let updated = retry(|| async {
        let mut unit = app.store.write("account.profile.update").await?;
        if users::touch(&mut unit, &user.id, now).await? {
            if let Some(name) = change.name {
                users::set_name(&mut unit, &user.id, name, now).await?;
            }
            if let Some(image) = change.image {
                users::set_image(&mut unit, &user.id, image, now).await?;
            }
            let changed = username::change(app, &mut unit, &user.id, &change.usernames, (origin, now)).await?;
            match changed {
                UsernameChanged::Done => {}
                UsernameChanged::Taken => return Ok(ProfileUpdated::UsernameTaken),
                UsernameChanged::Immutable => return Ok(ProfileUpdated::UsernameImmutable),
            }
            if let Err(taken) = fields::set(app, &mut unit, &user.id, &change.fields).await? {
                return Ok(ProfileUpdated::FieldTaken(taken));
            }
            if change.clears_phone_number {
                let cleared = phone::clear(app, &mut unit, user, (origin, now)).await?;
                if cleared == NumberCleared::LastWayIn {
                    return Ok(ProfileUpdated::PhoneNumberNeeded);
                }
            }
            AuditEvent::new(AuditKind::ProfileChanged, origin).user(&user.id).record(app, &mut unit, now).await?;
        }
        unit.commit().await?;
        Ok::<_, StoreError>(ProfileUpdated::Done)
    })
    .await?;
    if change.clears_phone_number {
        app.wake_outbox();
    }
    Ok(updated)
}

//! What actions may change of a person: name and picture, by the rules that hold for people too. The rest of an answer is passed over.

use serde_json::{Map, Value};

use super::answer::Answer;
use crate::app::App;
use crate::clock::Timestamp;
use crate::config::Action;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::action_point::ActionPoint;
use crate::model::ids::UserId;
use crate::model::profile::{PersonName, PictureUrl};
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::{StoreError, retry, users};

/// `user` with what `changes` say; what is no name or no picture changes nothing, and the log says so.
pub fn changed(user: &User, changes: &Map<String, Value>) -> User {
    let mut changed = user.clone();
    for (field, value) in changes {
        match (field.as_str(), value) {
            ("name", Value::String(name)) if PersonName::parse(name).is_ok() => changed.name.clone_from(name),
            ("image", Value::Null) => changed.image = None,
            ("image", Value::String(text)) if PictureUrl::parse(text).is_ok() => changed.image = Some(text.clone()),
            _ => tracing::warn!(field, "an action asks for a change that is none"),
        }
    }
    changed
}

/// Does what an action says that was told of somebody's new account. A person who is gone or disabled meanwhile stays as they are.
pub async fn to_user(app: &App, action: &Action, told: &[u8], answer: Answer, now: Timestamp) -> Result<(), StoreError> {
    let Answer::Allow(changes) = answer else { return Ok(()) };
    let told: Value = serde_json::from_slice(told).unwrap_or_default();
    let after_sign_up = told.get("point").and_then(Value::as_str) == Some(ActionPoint::AfterSignUp.as_str());
    let Some(id) = told.pointer("/user/id").and_then(Value::as_str).filter(|_| after_sign_up && !changes.is_empty()) else {
        return Ok(());
    };
    let (id, nobody) = (UserId::new(id), RequestOrigin::default());
    retry(|| async {
        let mut unit = app.store.write("actions.apply").await?;
        if !users::hold(&mut unit, &id).await? {
            return Ok(());
        }
        let Some(user) = users::by_id(&mut unit, &id).await?.filter(|user| user.disabled_at.is_none()) else { return Ok(()) };
        let new = changed(&user, &changes);
        if new != user {
            if new.name != user.name {
                users::set_name(&mut unit, &id, &new.name, now).await?;
            }
            if new.image != user.image {
                users::set_image(&mut unit, &id, new.image.as_deref(), now).await?;
            }
            let event = AuditEvent::new(AuditKind::ProfileChanged, &nobody).user(&id);
            event.detail("by", action.name.as_str()).record(app, &mut unit, now).await?;
        }
        unit.commit().await
    })
    .await
}

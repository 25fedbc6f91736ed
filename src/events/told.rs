//! What receivers of webhooks and actions are told of a person: what is stored and no secret.

use serde_json::{Value, json};

use crate::model::user::User;

/// A person.
pub fn user(user: &User) -> Value {
    json!({
        "id": user.id,
        "email": user.email,
        "email_verified": user.email_verified,
        "name": user.name,
        "image": user.image,
        "role": user.role.as_str(),
        "locale": user.locale,
        "is_anonymous": user.is_anonymous,
        "two_factor_enabled": user.two_factor_enabled_at.is_some(),
        "disabled": user.disabled_at.is_some(),
        "created_at": user.created_at.rfc3339(),
        "updated_at": user.updated_at.rfc3339(),
    })
}

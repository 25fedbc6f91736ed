//! What receivers of webhooks and actions are told of a person: what is stored and no secret.

use serde_json::{Value, json};

use crate::config::Config;
use crate::model::user::User;

/// A person's address: none where what is stored only stands for one.
pub fn email<'a>(config: &Config, user: &'a User) -> Option<&'a str> {
    config.has_mailbox(user).then_some(user.email.as_str())
}

/// A person.
pub fn user(config: &Config, user: &User) -> Value {
    json!({
        "id": user.id,
        "email": email(config, user),
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

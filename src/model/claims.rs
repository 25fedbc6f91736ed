//! Claims about a person (OpenID Connect Core, section 5).

use serde_json::{Map, Value, json};

use crate::model::scope::Scopes;
use crate::model::user::User;

/// Claims by their names.
pub type Claims = Map<String, Value>;

/// The claims that this server can give, for discovery's `claims_supported`.
pub const SUPPORTED: [&str; 17] = [
    "iss",
    "sub",
    "aud",
    "exp",
    "iat",
    "auth_time",
    "nonce",
    "acr",
    "amr",
    "at_hash",
    "sid",
    "locale",
    "name",
    "picture",
    "updated_at",
    "email",
    "email_verified",
];

/// A claim of ours: true for somebody who said nothing about themselves. Nobody else has it.
pub const IS_ANONYMOUS: &str = "is_anonymous";

/// Whether the address of a person may be given to clients; `email_verified` is always beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailClaim {
    /// Left out.
    Withheld,
    /// Given.
    Released,
}

/// The claims that `scopes` ask for (section 5.4), `sub` apart. What is not known is left out, never empty or null.
pub fn for_scopes(user: &User, scopes: &Scopes, email: EmailClaim) -> Claims {
    let mut claims = Map::new();
    if scopes.contains("profile") {
        if !user.name.trim().is_empty() {
            claims.insert("name".into(), json!(user.name));
        }
        if let Some(image) = &user.image {
            claims.insert("picture".into(), json!(image));
        }
        if let Some(locale) = &user.locale {
            claims.insert("locale".into(), json!(locale));
        }
        claims.insert("updated_at".into(), json!(user.updated_at.seconds()));
    }
    if user.is_anonymous {
        claims.insert(IS_ANONYMOUS.into(), json!(true));
    }
    if scopes.contains("email") && email == EmailClaim::Released {
        claims.insert("email".into(), json!(user.email));
        claims.insert("email_verified".into(), json!(user.email_verified));
    }
    claims
}

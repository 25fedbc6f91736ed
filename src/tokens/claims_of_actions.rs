//! What actions add to ID tokens and UserInfo: claims of the operator's own, beside those that mean something to everybody.

use serde_json::{Map, Value, json};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::actions::{self, Question, Refusal};
use crate::model::action_point::ActionPoint;
use crate::model::client::Client;
use crate::model::ids::ClientId;
use crate::model::request_origin::RequestOrigin;
use crate::model::scope::Scopes;
use crate::model::user::User;
use crate::store::{Retryable, StoreError, clients};

/// Claims that specifications give a meaning to: an action that could set them could pretend.
const RESERVED: [&str; 51] = [
    "iss",
    "sub",
    "aud",
    "exp",
    "nbf",
    "iat",
    "jti",
    "auth_time",
    "nonce",
    "acr",
    "amr",
    "azp",
    "sid",
    "at_hash",
    "c_hash",
    "s_hash",
    "events",
    "toe",
    "txn",
    "cnf",
    "act",
    "may_act",
    "client_id",
    "scope",
    "token_type",
    "active",
    "username",
    "name",
    "given_name",
    "family_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "email",
    "email_verified",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "phone_number",
    "phone_number_verified",
    "address",
    "updated_at",
    "is_anonymous",
    "_claim_names",
    "_claim_sources",
    "sub_jwk",
    "sub_id",
];

/// Who is about to be given tokens or claims.
pub struct Asking<'a> {
    /// `authorization_code` and so on; `userinfo` at that endpoint.
    pub grant_type: &'static str,
    /// The client.
    pub client: &'a Client,
    /// On whose behalf.
    pub user: Option<&'a User>,
    /// What they are good for.
    pub scopes: &'a Scopes,
}

/// Why nothing is issued.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// An action is against it.
    #[error("an action is against it")]
    Refused(Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Retryable for Denied {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// The same for UserInfo, where only the client's id is known.
pub async fn ask_for_user_info(
    app: &App,
    about: (&ClientId, &User, &Scopes),
    at: (&RequestOrigin, Timestamp),
) -> Result<Map<String, Value>, Denied> {
    if !actions::is_asked(app, ActionPoint::Token) {
        return Ok(Map::new());
    }
    let (id, user, scopes) = about;
    let mut unit = app.store.read("claims_of_actions.client").await?;
    let stored = clients::by_id(&mut unit, id).await?;
    drop(unit);
    let Some(stored) = stored else { return Ok(Map::new()) };
    ask(app, &Asking { grant_type: "userinfo", client: &stored.client, user: Some(user), scopes }, at).await
}

/// Asks the actions. Not while a unit is open.
pub async fn ask(app: &App, asking: &Asking<'_>, at: (&RequestOrigin, Timestamp)) -> Result<Map<String, Value>, Denied> {
    if !actions::is_asked(app, ActionPoint::Token) {
        return Ok(Map::new());
    }
    let (origin, now) = at;
    let question = Question {
        point: ActionPoint::Token,
        origin,
        user: asking.user,
        user_exists: true,
        client: Some(asking.client),
        method: None,
        asked: json!({ "grant_type": asking.grant_type, "scope": asking.scopes.to_string() }),
    };
    let mut claims = actions::ask(app, &question, now).await?.map_err(Denied::Refused)?;
    claims.retain(|name, _| {
        let reserved = RESERVED.contains(&name.as_str());
        if reserved {
            tracing::warn!(claim = name.as_str(), "an action asks for a claim that is not its own");
        }
        !reserved
    });
    Ok(claims)
}

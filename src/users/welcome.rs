//! Whoever is to have an account: actions have a say before it is made, whatever the way in.
//!
//! A user is stored here alone, and only for a [`Welcomed`]: no way to make an account can forget to ask. The operator's own hand
//! (command line, set-up, seeds) asks nobody.

use serde_json::json;

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::actions::{self, Question, Refusal, apply};
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::told;
use crate::model::action_point::ActionPoint;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::{StoreError, Tx, users};

/// Somebody who may have an account, as they begin.
#[derive(Clone, Debug)]
pub struct Welcomed {
    user: User,
    /// What the audit trail says beside: the method, or the role that the operator gave.
    detail: (&'static str, &'static str),
}

/// Whether anybody is asked. Where not, an account can be made in the unit that spends what proved it.
pub fn is_asked(app: &App) -> bool {
    actions::is_asked(app, ActionPoint::BeforeSignUp)
}

/// Asks the actions about somebody who comes by `method`; they may give a name and a picture. Not while a unit is open.
pub async fn ask(
    app: &App,
    user: User,
    method: AuthenticationMethod,
    at: (&RequestOrigin, Timestamp),
) -> Result<Result<Welcomed, Refusal>, StoreError> {
    let (origin, now) = at;
    let question = Question {
        user_exists: false,
        method: Some(method.as_str()),
        asked: json!({ "email": told::email(&app.config, &user), "name": user.name, "image": user.image }),
        ..Question::about(ActionPoint::BeforeSignUp, &user, origin)
    };
    let changes = match actions::ask(app, &question, now).await? {
        Ok(changes) => changes,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let user = apply::changed(&user, &changes);
    Ok(Ok(Welcomed { user, detail: ("method", method.as_str()) }))
}

impl Welcomed {
    /// Somebody about whom no action has a say, which [`is_asked`] found.
    pub fn unasked(app: &App, user: User, method: AuthenticationMethod) -> Option<Self> {
        (!is_asked(app)).then_some(Self { user, detail: ("method", method.as_str()) })
    }

    /// Somebody whom the operator gives an account.
    pub fn by_operator(user: User) -> Self {
        let detail = ("role", user.role.as_str());
        Self { user, detail }
    }

    /// Who they are.
    pub const fn user(&self) -> &User {
        &self.user
    }

    /// The same with another placeholder for an address, where somebody has the first.
    #[must_use]
    pub fn with_placeholder(&self, email: String) -> Self {
        Self { user: User { email, ..self.user.clone() }, ..self.clone() }
    }

    /// Stores them. False if somebody has the address, or had the id.
    pub async fn insert(&self, app: &App, tx: &mut Tx, at: (&RequestOrigin, Timestamp)) -> Result<bool, StoreError> {
        let (origin, now) = at;
        if !users::insert(tx, &self.user).await? {
            return Ok(false);
        }
        let (name, value) = self.detail;
        AuditEvent::new(AuditKind::UserRegistered, origin).user(&self.user.id).detail(name, value).record(app, tx, now).await?;
        Ok(true)
    }
}

//! The session of a device that its person let in from another place (RFC 8628). What they proved there counts for it, and no more; the
//! gate is the one of every sign-in, but a device can show nothing: what is owed is a refusal.

use serde_json::json;

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::actions::{self, Question};
use crate::model::action_point::ActionPoint;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::client::Client;
use crate::model::grant::Grant;
use crate::model::request_origin::RequestOrigin;
use crate::model::session::LetIn;
use crate::model::user::User;
use crate::sessions::assurance::{self, Owed};
use crate::sessions::establish::{Established, NewSession, Proof};
use crate::store::{StoreError, Tx, second_factors};
use crate::users::permission::Denied;

/// What a person allowed a device.
#[derive(Clone, Copy, Debug)]
pub struct Allowance<'a> {
    /// They, as they are now.
    pub user: &'a User,
    /// What they allowed, with how they had proved who they are.
    pub grant: &'a Grant,
    /// The app on the device.
    pub client: &'a Client,
}

/// The session of a device, ready to be recorded.
pub struct DeviceSession(NewSession);

/// Prepares the session of a device, and asks the actions that have a say in sign-ins: before the unit in which it is recorded.
pub async fn prepare_device(
    app: &App,
    allowance: Allowance<'_>,
    at: (&RequestOrigin, Timestamp),
) -> Result<DeviceSession, Denied> {
    let Allowance { user, grant, client } = allowance;
    let (origin, now) = at;
    let began_with = grant.methods.began_with();
    if actions::is_asked(app, ActionPoint::BeforeSignIn) {
        let question = Question {
            client: Some(client),
            method: began_with.map(AuthenticationMethod::as_str),
            asked: json!({ "remember": true, "device": true }),
            ..Question::about(ActionPoint::BeforeSignIn, user, origin)
        };
        actions::ask(app, &question, now).await?.map_err(Denied::Refused)?;
    }
    let proof = Proof {
        user,
        // Only a name: what counts are the methods of the grant.
        method: began_with.unwrap_or(AuthenticationMethod::Password),
        remember: true,
        replaces: None,
        browser_secret: None,
        trusted_device: None,
        shown_session: None,
    };
    let mut new = NewSession::new(app, &proof, grant.methods.clone(), at);
    let session = &mut new.established.session;
    session.authenticated_at = grant.authenticated_at;
    session.let_in = Some(LetIn { client_id: client.id.clone(), grant_id: grant.id.clone() });
    Ok(DeviceSession(new))
}

impl DeviceSession {
    /// Records it. `None` means that the person owes a second factor, which they have not shown where they let the device in. The caller
    /// holds the person and has spent the device code, in the same unit.
    pub async fn record(&self, app: &App, tx: &mut Tx, origin: &RequestOrigin) -> Result<Option<Established>, StoreError> {
        let Established { session, user, .. } = &self.0.established;
        let settings = &app.config.two_factor;
        let now = session.created_at;
        let asked_at =
            if assurance::has_grace(settings, user) { Some(second_factors::first_asked(tx, &user.id, now).await?) } else { None };
        if assurance::owed(settings, (user, &session.methods), asked_at, now) == Owed::Now {
            return Ok(None);
        }
        self.0.insert(app, tx, origin).await?;
        Ok(Some(self.0.established.clone()))
    }
}

//! Signing out at an app's request (OpenID Connect RP-Initiated Logout 1.0).
//!
//! With a valid `id_token_hint` for the very session of this browser the session ends at once; else the person is asked first, since
//! the request proves nothing. A redirect afterwards goes only to an address that the client registered for it, compared whole.

pub mod page;
pub mod view;

use crate::app::App;
use crate::model::client::Client;
use crate::model::ids::ClientId;
use crate::model::redirect_uri;
use crate::store::{StoreError, clients};
use crate::tokens::id_token;
use crate::web::form::Parameters;

/// A sign-out request whose parameters were looked at.
#[derive(Clone, Debug, Default)]
pub struct EndSessionRequest {
    /// The client, if the request names one that exists.
    pub client: Option<Client>,
    /// Whose ID token came along, and of which session.
    pub hint: Option<Hint>,
    /// Where to go afterwards: registered by the client for this.
    pub return_to: Option<String>,
}

/// What an ID token of ours says, expired or not.
#[derive(Clone, Debug)]
pub struct Hint {
    /// The person.
    pub subject: String,
    /// The session.
    pub session_id: Option<String>,
}

/// Reads and checks the parameters. What is wrong is left out: it only means that the person is asked and not sent anywhere.
pub async fn read(app: &App, parameters: &Parameters) -> Result<EndSessionRequest, StoreError> {
    let single = |name: &str| parameters.single(name).ok().flatten().filter(|value| !value.is_empty());
    let shown = single("id_token_hint");
    let verified = shown.and_then(|token| id_token::read_hint(app, token).ok());
    let claim = |name: &str| {
        let claims = verified.as_ref().map(|verified| &verified.claims);
        claims.and_then(|claims| claims.get(name)).and_then(|value| value.as_str()).map(str::to_owned)
    };
    let audience = claim("aud");
    let named = single("client_id");
    // Section 2: a client_id beside a hint must be the one that the hint was issued to.
    let hint_fits = audience.is_some() && named.is_none_or(|named| Some(named) == audience.as_deref());
    let client_id = named.map(str::to_owned).or(audience);
    let client = match client_id {
        Some(client_id) => {
            let mut unit = app.store.read("end_session.client").await?;
            clients::by_id(&mut unit, &ClientId::new(client_id)).await?.map(|stored| stored.client)
        }
        None => None,
    };
    let client = client.filter(|client| client.disabled_at.is_none());
    let hint = claim("sub").filter(|_| hint_fits).map(|subject| Hint { subject, session_id: claim("sid") });
    // A hint that is forged or another client's takes the redirect with it, whatever client_id says.
    let trusted = client.as_ref().filter(|_| shown.is_none() || hint_fits);
    let return_to = trusted.and_then(|client| registered(client, single("post_logout_redirect_uri")?));
    let return_to = return_to.map(|uri| with_state(&uri, single("state")));
    Ok(EndSessionRequest { client, hint, return_to })
}

fn registered(client: &Client, requested: &str) -> Option<String> {
    let known = client.metadata.post_logout_redirect_uris.iter().any(|registered| redirect_uri::matches(registered, requested));
    known.then(|| requested.to_owned())
}

fn with_state(uri: &str, state: Option<&str>) -> String {
    let Some(state) = state else { return uri.to_owned() };
    let encoded = url::form_urlencoded::Serializer::new(String::new()).append_pair("state", state).finish();
    format!("{uri}{}{encoded}", if uri.contains('?') { '&' } else { '?' })
}

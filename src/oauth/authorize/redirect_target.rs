//! Proving where an answer may go. Until a [`RedirectTarget`] exists, every error is a page of ours; afterwards every answer goes to
//! the client (RFC 6749, section 4.1.2.1).

use crate::app::App;
use crate::model::client::Client;
use crate::model::ids::ClientId;
use crate::model::redirect_uri::{self, RedirectUri};
use crate::model::response_type::ResponseMode;
use crate::store::{StoreError, clients};
use crate::web::form::Parameters;

/// A client that exists and a redirect URI that is its own, with what every answer needs. Made only by [`prove`].
#[derive(Clone, Debug)]
pub struct RedirectTarget {
    /// The client.
    pub client: Client,
    registered: RedirectUri,
    requested: String,
    mode: ResponseMode,
    state: Option<String>,
}

/// Why there is nowhere to answer to.
#[derive(Debug, thiserror::Error)]
pub enum Unproven {
    /// A parameter that decides about the target was sent more than once.
    #[error("{0} was sent more than once")]
    Duplicate(&'static str),
    /// There is no such client.
    #[error("no client with this client_id")]
    UnknownClient,
    /// The client may do nothing.
    #[error("the client is disabled")]
    DisabledClient,
    /// No redirect URI was named.
    #[error("redirect_uri is missing")]
    MissingRedirectUri {
        /// What would do.
        registered: Vec<String>,
    },
    /// The redirect URI is none of the client's.
    #[error("redirect_uri is not registered for this client")]
    ForeignRedirectUri {
        /// What was sent.
        requested: String,
        /// What would do.
        registered: Vec<String>,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn single<'a>(parameters: &'a Parameters, name: &'static str) -> Result<Option<&'a str>, Unproven> {
    parameters.single(name).map_err(|_| Unproven::Duplicate(name))
}

/// Proves client and redirect URI of a request. `redirect_uri` is always required (OpenID Connect Core, section 3.1.2.1) and is
/// compared whole.
pub async fn prove(app: &App, parameters: &Parameters) -> Result<RedirectTarget, Unproven> {
    let client_id = single(parameters, "client_id")?.filter(|id| !id.is_empty()).ok_or(Unproven::UnknownClient)?;
    let requested = single(parameters, "redirect_uri")?;
    let state = single(parameters, "state")?;
    let mode = single(parameters, "response_mode")?;

    let mut unit = app.store.read("authorize.client").await?;
    let stored = clients::by_id(&mut unit, &ClientId::new(client_id)).await?.ok_or(Unproven::UnknownClient)?;
    drop(unit);
    let client = stored.client;
    if client.disabled_at.is_some() {
        return Err(Unproven::DisabledClient);
    }
    let registered = || client.metadata.redirect_uris.iter().map(ToString::to_string).collect();
    let Some(requested) = requested else { return Err(Unproven::MissingRedirectUri { registered: registered() }) };
    let matching = client.metadata.redirect_uris.iter().find(|registered| redirect_uri::matches(registered, requested));
    let Some(matching) = matching else {
        return Err(Unproven::ForeignRedirectUri { requested: requested.to_owned(), registered: registered() });
    };
    Ok(RedirectTarget {
        registered: matching.clone(),
        requested: requested.to_owned(),
        mode: mode.and_then(ResponseMode::parse).unwrap_or_default(),
        state: state.map(str::to_owned),
        client,
    })
}

impl RedirectTarget {
    /// The redirect URI as the request named it.
    pub fn uri(&self) -> &str {
        &self.requested
    }

    /// The registered redirect URI that it is.
    pub const fn registered(&self) -> &RedirectUri {
        &self.registered
    }

    /// How the answer travels.
    pub const fn mode(&self) -> ResponseMode {
        self.mode
    }

    /// The client's state, returned with every answer.
    pub fn state(&self) -> Option<&str> {
        self.state.as_deref()
    }

    /// What a page's `form-action` must allow, so that the browser may follow the answer: the origin, or a private-use scheme.
    pub fn form_action(&self) -> String {
        match url::Url::parse(&self.requested) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => url.origin().ascii_serialization(),
            Ok(url) => format!("{}:", url.scheme()),
            Err(_) => String::new(),
        }
    }
}

//! The client credentials grant (RFC 6749, section 4.4): a confidential client acts for itself, within what the operator gave it. No
//! person, no refresh token, no ID token.

use crate::model::client::ClientSource;
use crate::model::grant_type::GrantType;
use crate::model::scope::{OFFLINE_ACCESS, OPENID, Scopes};
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::token::TokenRequest;
use crate::tokens::issue::{self, Issuance, TokenResponse};

/// Issues an access token to the client itself.
pub async fn issue(request: &TokenRequest<'_>) -> Result<TokenResponse, OAuthError> {
    let app = &request.server.app;
    if !request.client.metadata.is_confidential() {
        return Err(OAuthError::new(ErrorCode::UnauthorizedClient, "A public client may not act for itself"));
    }
    let issuance = Issuance {
        grant_type: GrantType::ClientCredentials,
        client: request.client,
        delegation: None,
        scopes: granted(request)?,
        refresh_until: None,
        nonce: None,
    };
    let prepared = issue::prepare(app, issuance, (request.origin, request.now)).await?;
    let mut unit = app.store.write("client_credentials.issue").await?;
    prepared.record(&mut unit).await?;
    unit.commit().await?;
    Ok(prepared.finish(app)?)
}

/// Without a request all that the client may have; a client that registered itself may have nothing.
fn granted(request: &TokenRequest<'_>) -> Result<Scopes, OAuthError> {
    let allowed = match request.client.source {
        ClientSource::Dynamic => Scopes::default(),
        ClientSource::Operator | ClientSource::Demo => request.client.metadata.client_credentials_scopes(),
    };
    let Some(text) = request.parameters.single("scope")? else { return Ok(allowed) };
    let asked = Scopes::parse(text).map_err(|_| OAuthError::new(ErrorCode::InvalidScope, "scope is malformed"))?;
    let personal = asked.contains(OPENID) || asked.contains(OFFLINE_ACCESS);
    if personal || !asked.is_subset_of(&allowed) {
        return Err(OAuthError::new(ErrorCode::InvalidScope, "The client may not have this scope for itself"));
    }
    Ok(asked)
}

//! The authorization code grant (RFC 6749, section 4.1.3; RFC 7636, section 4.5; RFC 9700, section 4.5).

use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::AuditKind;
use crate::model::grant_type::GrantType;
use crate::model::pkce::CodeVerifier;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::grants::invalid_grant;
use crate::oauth::token::TokenRequest;
use crate::store::authorization_codes::{self, RedeemableCode};
use crate::store::{StoreError, grants};
use crate::tokens::issue::{self, Delegation, FirstTokens, TokenResponse};
use crate::tokens::reuse;
use crate::users::fields;

/// After so many redemptions with a wrong verifier or redirect URI a code is dead.
const MOST_FAILURES: i64 = 3;

/// Redeems a code.
pub async fn redeem(request: &TokenRequest<'_>) -> Result<TokenResponse, OAuthError> {
    let app = &request.server.app;
    let shown = request.parameters.single("code")?.filter(|code| !code.is_empty());
    let shown = shown.ok_or_else(|| OAuthError::new(ErrorCode::InvalidRequest, "code is missing"))?;
    let verifier = match request.parameters.single("code_verifier")? {
        Some(text) => {
            Some(CodeVerifier::parse(text).map_err(|error| OAuthError::new(ErrorCode::InvalidRequest, error.to_string()))?)
        }
        None => None,
    };
    let redirect_uri = request.parameters.single("redirect_uri")?;

    let mut unit = app.store.read("authorization_code.find").await?;
    let found = authorization_codes::find(&mut unit, Digest::of(shown).as_bytes(), request.now).await?;
    drop(unit);
    let found = found.ok_or_else(|| invalid_grant("no such code"))?;
    if found.code.client_id != request.client.id {
        return Err(invalid_grant("the code is another client's"));
    }
    if let Err(detail) = check_binding(&found, verifier.as_ref(), redirect_uri) {
        count_failure(request, &found).await?;
        return Err(invalid_grant(detail));
    }
    if found.consumed_at.is_some() {
        return reused(request, &found).await;
    }
    check_state(&found, request.now).map_err(invalid_grant)?;
    if found.user.is_anonymous && !app.config.anonymous.apps {
        return Err(invalid_grant("apps are not told of anonymous people"));
    }

    let declared = fields::claims_in_id_token(app, &found.user.id, request.client, &found.grant.scopes).await?;
    let delegation = Delegation { grant: &found.grant, user: &found.user, declared: &declared };
    let at = (request.origin, request.now);
    let first = issue::prepare_first(app, GrantType::AuthorizationCode, request.client, delegation, at).await?;
    let FirstTokens { prepared, grant_until } = first;

    let mut unit = app.store.write("authorization_code.redeem").await?;
    if !grants::hold_until(&mut unit, &found.grant.id, grant_until, request.now).await? {
        return Err(invalid_grant("the grant was revoked"));
    }
    if !authorization_codes::consume(&mut unit, &found.code.digest, found.failures, request.now).await? {
        drop(unit);
        return reused(request, &found).await;
    }
    prepared.record(&mut unit).await?;
    unit.commit().await?;
    Ok(prepared.finish(app)?)
}

/// What the code is bound to beside its client.
fn check_binding(
    found: &RedeemableCode,
    verifier: Option<&CodeVerifier>,
    redirect_uri: Option<&str>,
) -> Result<(), &'static str> {
    if redirect_uri != Some(found.code.redirect_uri.as_str()) {
        return Err("redirect_uri differs from the authorization request's");
    }
    match (&found.code.code_challenge, verifier) {
        (Some(challenge), Some(verifier)) if challenge.is_met_by(verifier) => Ok(()),
        (Some(_), Some(_)) => Err("wrong code_verifier"),
        (Some(_), None) => Err("code_verifier is missing"),
        // RFC 9700, section 4.8.2: a verifier without a challenge is a downgrade.
        (None, Some(_)) => Err("code_verifier without code_challenge"),
        (None, None) => Ok(()),
    }
}

/// What may have changed since the code was issued.
fn check_state(found: &RedeemableCode, now: Timestamp) -> Result<(), &'static str> {
    if found.code.expires_at <= now {
        return Err("the code has expired");
    }
    if found.failures >= MOST_FAILURES {
        return Err("too many wrong redemptions");
    }
    if found.user.disabled_at.is_some() {
        return Err("the person is disabled");
    }
    if !found.session_lives {
        return Err("the session has ended");
    }
    Ok(())
}

async fn count_failure(request: &TokenRequest<'_>, found: &RedeemableCode) -> Result<(), StoreError> {
    let mut unit = request.server.app.store.write("authorization_code.failure").await?;
    authorization_codes::count_failure(&mut unit, &found.code.digest).await?;
    unit.commit().await
}

/// RFC 6749, section 4.1.2: a spent code that its rightful redeemer shows again revokes what came of it. This commits by itself.
async fn reused(request: &TokenRequest<'_>, found: &RedeemableCode) -> Result<TokenResponse, OAuthError> {
    let at = (request.origin, request.now);
    reuse::revoke(&request.server.app, "authorization_code.reused", (&found.grant, AuditKind::CodeReused), at).await?;
    Err(invalid_grant("the code was spent before"))
}

//! The refresh token grant (RFC 6749, section 6; RFC 9700, section 4.14): each use rotates the token, and a spent one that is shown
//! again revokes the family.

use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::AuditKind;
use crate::model::grant_type::GrantType;
use crate::model::scope::Scopes;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::grants::invalid_grant;
use crate::oauth::token::TokenRequest;
use crate::store::tokens::{self, RefreshableToken};
use crate::store::{StoreError, Tx, grants};
use crate::tokens::issue::{self, Delegation, Issuance, TokenResponse};
use crate::tokens::reuse;
use crate::users::fields;

/// Exchanges a refresh token for fresh tokens.
pub async fn refresh(request: &TokenRequest<'_>) -> Result<TokenResponse, OAuthError> {
    let app = &request.server.app;
    let shown = request.parameters.single("refresh_token")?.filter(|token| !token.is_empty());
    let shown = shown.ok_or_else(|| OAuthError::new(ErrorCode::InvalidRequest, "refresh_token is missing"))?;

    let mut unit = app.store.read("refresh_token.find").await?;
    let found = tokens::find_refresh(&mut unit, Digest::of(shown).as_bytes(), request.now).await?;
    drop(unit);
    let found = found.ok_or_else(|| invalid_grant("no such refresh token"))?;
    if found.token.client_id != request.client.id {
        return Err(invalid_grant("the refresh token is another client's"));
    }
    if found.consumed_at.is_some() {
        return reused(request, &found).await;
    }
    check_state(&found, request.now).map_err(invalid_grant)?;
    if found.user.is_anonymous && !app.config.anonymous.apps {
        return Err(invalid_grant("apps are not told of anonymous people"));
    }
    let scopes = narrowed(request, &found)?;

    let refresh_until = request.now + app.config.tokens.refresh_token_seconds;
    let declared = fields::claims_in_id_token(app, &found.user.id, request.client, &found.grant.scopes).await?;
    let issuance = Issuance {
        grant_type: GrantType::RefreshToken,
        client: request.client,
        delegation: Some(Delegation { grant: &found.grant, user: &found.user, declared: &declared }),
        scopes,
        refresh_until: Some(refresh_until),
        nonce: None,
    };
    let prepared = issue::prepare(app, issuance, (request.origin, request.now)).await?;

    let mut unit = app.store.write("refresh_token.rotate").await?;
    if !hold_grant(&mut unit, request, &found).await? {
        return Err(invalid_grant("the grant was revoked"));
    }
    if !tokens::consume_refresh(&mut unit, &found.token.digest, request.now).await? {
        drop(unit);
        return reused(request, &found).await;
    }
    prepared.record(&mut unit).await?;
    unit.commit().await?;
    Ok(prepared.finish(app)?)
}

/// The grant outlives its tokens. When it must be extended, it is by an eighth of their life more than that, so that most rotations
/// leave its expiry alone.
async fn hold_grant(unit: &mut Tx, request: &TokenRequest<'_>, found: &RefreshableToken) -> Result<bool, StoreError> {
    let grant = &found.grant;
    let life = request.server.app.config.tokens.refresh_token_seconds.duration();
    if grant.expires_at >= request.now + life {
        return grants::hold(unit, &grant.id, request.now).await;
    }
    grants::hold_until(unit, &grant.id, request.now + life + life / 8, request.now).await
}

/// RFC 6749, section 6: the scope may be narrowed for this access token, never widened beyond what was allowed and what the client is
/// still registered for.
fn narrowed(request: &TokenRequest<'_>, found: &RefreshableToken) -> Result<Scopes, OAuthError> {
    let allowed = found.grant.scopes.intersection(&request.client.metadata.scopes());
    let Some(text) = request.parameters.single("scope")? else { return Ok(allowed) };
    let asked = Scopes::parse(text).map_err(|_| OAuthError::new(ErrorCode::InvalidScope, "scope is malformed"))?;
    if asked.is_empty() || !asked.is_subset_of(&allowed) {
        return Err(OAuthError::new(ErrorCode::InvalidScope, "scope goes beyond what was allowed"));
    }
    Ok(asked)
}

fn check_state(found: &RefreshableToken, now: Timestamp) -> Result<(), &'static str> {
    if found.token.expires_at <= now {
        return Err("the refresh token has expired");
    }
    if found.grant_revoked_at.is_some() {
        return Err("the grant was revoked");
    }
    if found.user.disabled_at.is_some() {
        return Err("the person is disabled");
    }
    if !found.grant.offline && !found.session_lives {
        return Err("the session has ended");
    }
    Ok(())
}

/// A spent token that its rightful client shows again: one of the two who have it is a thief, so both lose. This commits by itself.
async fn reused(request: &TokenRequest<'_>, found: &RefreshableToken) -> Result<TokenResponse, OAuthError> {
    let at = (request.origin, request.now);
    reuse::revoke(&request.server.app, "refresh_token.reused", (&found.grant, AuditKind::RefreshTokenReused), at).await?;
    Err(invalid_grant("the refresh token was spent before"))
}

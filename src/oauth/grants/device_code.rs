//! The device code grant (RFC 8628, sections 3.4 and 3.5): the device asks until a person has answered for it somewhere else.

use axum::http::StatusCode;

use crate::model::grant_type::GrantType;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::grants::invalid_grant;
use crate::oauth::token::TokenRequest;
use crate::tokens::device_authorization::redeem::{self, Poll, Redeemable, Taken};
use crate::tokens::issue::{self, Delegation, FirstTokens, TokenResponse};
use crate::users::fields;

/// Answers a device, with tokens once it is allowed some.
pub async fn redeem(request: &TokenRequest<'_>) -> Result<TokenResponse, OAuthError> {
    let shown = request.parameters.single("device_code")?.filter(|code| !code.is_empty());
    let shown = shown.ok_or_else(|| OAuthError::new(ErrorCode::InvalidRequest, "device_code is missing"))?;
    match redeem::poll(&request.server.app, shown, request.client, (request.origin, request.now)).await? {
        Poll::Ready(redeemable) => take(request, &redeemable).await,
        Poll::Refused(detail) => Err(invalid_grant(detail)),
        waiting => Err(refusal(&waiting)),
    }
}

/// RFC 8628, section 3.5: as the token endpoint refuses everything else, with status 400. A device that waits is nothing for the log.
fn refusal(poll: &Poll) -> OAuthError {
    let (code, description) = match poll {
        Poll::SlowDown { .. } => (ErrorCode::SlowDown, "Nobody has answered yet: wait 5 seconds longer before each next request"),
        Poll::Denied => (ErrorCode::AccessDenied, "The person refused"),
        Poll::Expired => (ErrorCode::ExpiredToken, "Nobody answered in time: ask for another device code"),
        Poll::Pending | Poll::Refused(_) | Poll::Ready(_) => (ErrorCode::AuthorizationPending, "Nobody has answered yet"),
    };
    OAuthError::new(code, description).with_status(StatusCode::BAD_REQUEST)
}

async fn take(request: &TokenRequest<'_>, redeemable: &Redeemable) -> Result<TokenResponse, OAuthError> {
    let (app, client) = (&request.server.app, request.client);
    let at = (request.origin, request.now);
    let Redeemable { grant, user, .. } = redeemable;
    let declared = fields::claims_in_id_token(app, &user.id, client, &grant.scopes).await?;
    let delegation = Delegation { grant, user, declared: &declared };
    let first = issue::prepare_first(app, GrantType::DeviceCode, client, delegation, at).await?;
    let FirstTokens { prepared, grant_until } = first;

    let mut unit = app.store.write("device_code.redeem").await?;
    match redeemable.take(app, &mut unit, grant_until, at).await? {
        Taken::Taken => {}
        Taken::Ended(detail) => return Err(invalid_grant(detail)),
        Taken::Spent => {
            drop(unit);
            redeemable.reused(app, at).await?;
            return Err(invalid_grant("the device code was spent before"));
        }
    }
    prepared.record(&mut unit).await?;
    unit.commit().await?;
    Ok(prepared.finish(app)?)
}

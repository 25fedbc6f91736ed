//! The one mint.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::crypto::signing_key::SigningError;
use crate::model::claims::Claims;
use crate::model::client::Client;
use crate::model::grant::Grant;
use crate::model::grant_type::GrantType;
use crate::model::request_origin::RequestOrigin;
use crate::model::scope::{OPENID, Scopes};
use crate::model::user::User;
use crate::sessions::{assurance, still_owed};
use crate::store::tokens::{self, StoredAccessToken, StoredRefreshToken};
use crate::store::{StoreError, Tx};
use crate::tokens::claims_of_actions;
use crate::tokens::id_token::{self, IdTokenFacts};

/// On whose behalf a client acts: a person who allowed it.
#[derive(Clone, Copy, Debug)]
pub struct Delegation<'a> {
    /// What was allowed.
    pub grant: &'a Grant,
    /// Who allowed it, as they are now.
    pub user: &'a User,
    /// What the client is told of them beside their standard claims, where it is told in ID tokens.
    pub declared: &'a Claims,
}

/// What is to be issued. Everything in it was checked by the grant that asks.
#[derive(Clone, Debug)]
pub struct Issuance<'a> {
    /// By which grant.
    pub grant_type: GrantType,
    /// To whom.
    pub client: &'a Client,
    /// On whose behalf; `None` where the client acts for itself.
    pub delegation: Option<Delegation<'a>>,
    /// What the access token is good for.
    pub scopes: Scopes,
    /// Whether a refresh token comes with it, and until when.
    pub refresh_until: Option<Timestamp>,
    /// The nonce for the ID token. Absent when refreshing (OpenID Connect Core, section 12.2).
    pub nonce: Option<String>,
}

/// Tokens that are drawn but neither stored nor signed.
pub struct Prepared<'a> {
    issuance: Issuance<'a>,
    access_token: String,
    access: StoredAccessToken,
    refresh: Option<(String, StoredRefreshToken)>,
    /// Claims that actions add to the ID token.
    added: Map<String, Value>,
    now: Timestamp,
}

/// The successful answer of the token endpoint (RFC 6749, section 5.1; OpenID Connect Core, section 3.1.3.3).
#[derive(Serialize)]
pub struct TokenResponse {
    access_token: String,
    token_type: &'static str,
    expires_in: u64,
    scope: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<String>,
}

/// What was proved when the person allowed the client is less than is demanded now, by the client or of whoever signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("fewer factors were proved than are demanded")]
pub struct TooFewFactors;

/// Why nothing is issued.
#[derive(Debug, thiserror::Error)]
pub enum NotIssued {
    /// More is demanded than was proved.
    #[error(transparent)]
    TooFewFactors(#[from] TooFewFactors),
    /// An action is against it, or could not be asked.
    #[error(transparent)]
    Denied(#[from] claims_of_actions::Denied),
}

/// Draws the tokens. Before the unit of work. Whatever the grant, it is asked here whether what was proved is enough, for the client as
/// it is now and for the person to be signed in now; then the actions have a say, and may add claims.
pub async fn prepare<'a>(app: &App, issuance: Issuance<'a>, at: (&RequestOrigin, Timestamp)) -> Result<Prepared<'a>, NotIssued> {
    let (_, now) = at;
    let demand = issuance.client.metadata.second_factor;
    if issuance.delegation.is_some_and(|delegation| assurance::falls_short(demand, &delegation.grant.methods)) {
        return Err(TooFewFactors.into());
    }
    if let Some(Delegation { grant, user, .. }) = issuance.delegation
        && still_owed::lacks_second_factor(app, (user, &grant.methods), now).await.map_err(claims_of_actions::Denied::from)?
    {
        return Err(TooFewFactors.into());
    }
    let asking = claims_of_actions::Asking {
        grant_type: issuance.grant_type.as_str(),
        client: issuance.client,
        user: issuance.delegation.map(|delegation| delegation.user),
        scopes: &issuance.scopes,
    };
    let added = claims_of_actions::ask(app, &asking, at).await?;
    let access_token = app.entropy.token();
    let grant_id = issuance.delegation.map(|delegation| delegation.grant.id.clone());
    let access = StoredAccessToken {
        digest: *Digest::of(&access_token).as_bytes(),
        grant_id: grant_id.clone(),
        client_id: issuance.client.id.clone(),
        scopes: issuance.scopes.clone(),
        created_at: now,
        expires_at: now + app.config.tokens.access_token_seconds,
    };
    let refresh = issuance.refresh_until.zip(grant_id).map(|(expires_at, grant_id)| {
        let token = app.entropy.token();
        let stored = StoredRefreshToken {
            digest: *Digest::of(&token).as_bytes(),
            grant_id,
            client_id: issuance.client.id.clone(),
            created_at: now,
            expires_at,
        };
        (token, stored)
    });
    Ok(Prepared { issuance, access_token, access, refresh, added, now })
}

/// The tokens by which a code is redeemed, drawn.
pub struct FirstTokens<'a> {
    /// They.
    pub prepared: Prepared<'a>,
    /// Until when the grant lives from then on.
    pub grant_until: Timestamp,
}

/// Draws what a grant is redeemed for the first time, whichever code stands for it: all that was allowed and that the client may still
/// have, and a refresh token where the person allowed access when they are not there.
pub async fn prepare_first<'a>(
    app: &App,
    grant_type: GrantType,
    client: &'a Client,
    delegation: Delegation<'a>,
    at: (&RequestOrigin, Timestamp),
) -> Result<FirstTokens<'a>, NotIssued> {
    let (_, now) = at;
    let (grant, tokens) = (delegation.grant, &app.config.tokens);
    let refreshable = grant.offline && client.metadata.may_use(GrantType::RefreshToken);
    let refresh_until = refreshable.then(|| now + tokens.refresh_token_seconds);
    let issuance = Issuance {
        grant_type,
        client,
        delegation: Some(delegation),
        // The client may have been changed since the code was issued.
        scopes: grant.scopes.intersection(&client.metadata.scopes()),
        refresh_until,
        nonce: grant.nonce.clone(),
    };
    let grant_until = refresh_until.unwrap_or(now + tokens.access_token_seconds);
    Ok(FirstTokens { prepared: prepare(app, issuance, at).await?, grant_until })
}

impl Prepared<'_> {
    /// Stores the tokens. In the unit that has taken the grant and spent what was shown for them.
    pub async fn record(&self, tx: &mut Tx) -> Result<(), StoreError> {
        tokens::insert_access(tx, &self.access).await?;
        if let Some((_, refresh)) = &self.refresh {
            tokens::insert_refresh(tx, refresh).await?;
        }
        Ok(())
    }

    /// Signs what is to be signed and gives the answer. After the commit.
    pub fn finish(self, app: &App) -> Result<TokenResponse, SigningError> {
        let id_token = match self.issuance.delegation {
            Some(delegation) if delegation.grant.scopes.contains(OPENID) => Some(id_token::sign(
                app,
                &IdTokenFacts {
                    client: self.issuance.client,
                    delegation,
                    nonce: self.issuance.nonce.as_deref(),
                    access_token: &self.access_token,
                    added: &self.added,
                },
                self.now,
            )?),
            _ => None,
        };
        Ok(TokenResponse {
            expires_in: self.access.expires_at.since(self.now).as_secs(),
            access_token: self.access_token,
            token_type: "Bearer",
            scope: self.access.scopes.to_string(),
            refresh_token: self.refresh.map(|(token, _)| token),
            id_token,
        })
    }
}

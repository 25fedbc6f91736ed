//! The relying party (OpenID Connect Core, section 1.2), on the `openidconnect` crate. It knows the provider by its issuer alone.

use std::time::{Duration, SystemTime};

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthenticationFlow, CoreClaimName, CoreClaimType, CoreClient, CoreClientAuthMethod, CoreGenderClaim,
    CoreGrantType, CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType, CoreTokenResponse,
};
use openidconnect::{
    AccessToken, AccessTokenHash, AdditionalClaims, AdditionalProviderMetadata, AuthorizationCode, ClientId, ClientSecret,
    CsrfToken, EndSessionUrl, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, LogoutRequest, Nonce,
    OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl, ProviderMetadata, RedirectUrl,
    RefreshToken, Scope, SubjectIdentifier, TokenResponse as _, UserInfoClaims,
};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use url::Url;

use crate::clock::{Clock, Timestamp};
use crate::dev::demo_app::failure::{Failure, TokenError};
use crate::dev::demo_app::trace::Recorder;
use crate::random::Entropy;

/// What the provider's metadata says beyond discovery's own members.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Advertised {
    end_session_endpoint: Option<EndSessionUrl>,
    /// RFC 9207, section 3.
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Advertised {}

type Metadata = ProviderMetadata<
    Advertised,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Whatever userinfo says beside the standard claims.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
struct OtherClaims(Map<String, Value>);

impl AdditionalClaims for OtherClaims {}

/// What the relying party needs to know.
pub struct RelyingParty {
    /// The provider.
    pub issuer: IssuerUrl,
    /// Who it is there.
    pub client_id: String,
    /// What it proves that with.
    pub client_secret: Option<SecretString>,
    /// Where codes come to.
    pub redirect_uri: RedirectUrl,
    /// Where people come back to after signing out.
    pub post_logout_redirect_uri: PostLogoutRedirectUrl,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
}

/// A sign-in that has begun. It can be answered once.
pub struct PendingSignIn {
    /// Comes back with the answer.
    pub state: String,
    provider: Provider,
    nonce: Nonce,
    code_verifier: PkceCodeVerifier,
}

/// A provider whose metadata was read.
#[derive(Clone)]
struct Provider {
    metadata: Metadata,
    client: Client,
}

/// Somebody who is signed in at the demo app.
pub struct SignedIn {
    /// Who, at this provider.
    pub subject: SubjectIdentifier,
    /// How they are called.
    pub name: String,
    /// The proof.
    pub id_token: CoreIdToken,
    /// What userinfo is asked with.
    pub access_token: AccessToken,
    /// Until when it works.
    pub expires_at: Option<Timestamp>,
    /// What new tokens are asked with.
    pub refresh_token: Option<RefreshToken>,
    provider: Provider,
}

fn discovery_step(path: &str) -> &'static str {
    if path.ends_with("/openid-configuration") {
        "Fieldnotes reads where Vestibule's endpoints are (discovery)."
    } else {
        "Fieldnotes fetches the public keys that Vestibule signs with."
    }
}

impl RelyingParty {
    async fn discover(&self, recorder: &Recorder) -> Result<Provider, Failure> {
        let metadata = Metadata::discover_async(self.issuer.clone(), &recorder.client(discovery_step)).await?;
        let id = ClientId::new(self.client_id.clone());
        let secret = self.client_secret.as_ref().map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
        let client = Client::from_provider_metadata(metadata.clone(), id, secret).set_redirect_uri(self.redirect_uri.clone());
        Ok(Provider { metadata, client })
    }

    /// Begins a sign-in: authorization code flow with PKCE, state and nonce. Returns it with the address to send the browser to.
    pub async fn begin(&self, recorder: &Recorder) -> Result<(PendingSignIn, Url), Failure> {
        let provider = self.discover(recorder).await?;
        let state = self.entropy.token();
        let (sent_state, sent_nonce) = (CsrfToken::new(state.clone()), Nonce::new(self.entropy.token()));
        let code_verifier = PkceCodeVerifier::new(self.entropy.token());
        let scopes = ["profile", "email", "offline_access"].map(|scope| Scope::new(scope.to_owned()));
        let (url, _, nonce) = provider
            .client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || sent_state, move || sent_nonce)
            .add_scopes(scopes)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&code_verifier))
            .url();
        Ok((PendingSignIn { state, provider, nonce, code_verifier }, url))
    }

    /// Redeems the code of a sign-in and checks all that came of it.
    pub async fn finish(&self, pending: PendingSignIn, code: String, recorder: &Recorder) -> Result<SignedIn, Failure> {
        let PendingSignIn { provider, nonce, code_verifier, .. } = pending;
        let request = provider.client.exchange_code(AuthorizationCode::new(code)).map_err(no_endpoint)?;
        let swap = recorder.client(|_| "Fieldnotes swaps the code for tokens, and proves that it began this sign-in.");
        let response = request.set_pkce_verifier(code_verifier).request_async(&swap).await;
        let response: CoreTokenResponse = response.map_err(|error: TokenError| error)?;
        let id_token = response.id_token().ok_or_else(|| Failure::own("no_id_token", "The answer has no ID token."))?.clone();
        let subject = self.verify(&provider, &id_token, Some(&nonce), response.access_token())?;
        let mut signed_in = SignedIn {
            name: subject.as_str().to_owned(),
            subject,
            id_token,
            access_token: response.access_token().clone(),
            expires_at: self.expiry(&response),
            refresh_token: response.refresh_token().cloned(),
            provider,
        };
        let claims = self.userinfo(&signed_in, recorder).await?;
        if let Some(name) = claims.get("name").and_then(Value::as_str) {
            name.clone_into(&mut signed_in.name);
        }
        Ok(signed_in)
    }

    /// Gets new tokens (RFC 6749, section 6; OpenID Connect Core, section 12).
    pub async fn refresh(&self, signed_in: &mut SignedIn, recorder: &Recorder) -> Result<(), Failure> {
        let none = || Failure::own("no_refresh_token", "Vestibule gave no refresh token.");
        let refresh_token = signed_in.refresh_token.clone().ok_or_else(none)?;
        // The keys may have changed since the sign-in.
        let provider = self.discover(recorder).await?;
        let request = provider.client.exchange_refresh_token(&refresh_token).map_err(no_endpoint)?;
        let swap = recorder.client(|_| "Fieldnotes swaps the refresh token for new tokens.");
        let response = request.request_async(&swap).await;
        let response: CoreTokenResponse = response.map_err(|error: TokenError| error)?;
        if let Some(id_token) = response.id_token() {
            let subject = self.verify(&provider, id_token, None, response.access_token())?;
            if subject != signed_in.subject {
                return Err(Failure::own("wrong_subject", "The new ID token is about somebody else."));
            }
            signed_in.id_token = id_token.clone();
        }
        signed_in.access_token = response.access_token().clone();
        signed_in.expires_at = self.expiry(&response);
        signed_in.refresh_token = response.refresh_token().cloned().or(Some(refresh_token));
        signed_in.provider = provider.clone();
        Ok(())
    }

    /// Asks who is signed in (OpenID Connect Core, section 5.3).
    pub async fn userinfo(&self, signed_in: &SignedIn, recorder: &Recorder) -> Result<Map<String, Value>, Failure> {
        let client = &signed_in.provider.client;
        let request = client.user_info(signed_in.access_token.clone(), Some(signed_in.subject.clone())).map_err(no_endpoint)?;
        let ask = recorder.client(|_| "Fieldnotes asks who is signed in (userinfo).");
        let claims: UserInfoClaims<OtherClaims, CoreGenderClaim> = request.request_async(&ask).await?;
        match serde_json::to_value(claims) {
            Ok(Value::Object(claims)) => Ok(claims),
            _ => Err(Failure::own("invalid_userinfo_response", "The answer is not a JSON object.")),
        }
    }

    /// Where the browser is sent to sign out at the provider too (RP-Initiated Logout, section 2); none if it has no such place.
    pub fn sign_out_url(&self, signed_in: &SignedIn, state: &str) -> Option<Url> {
        let endpoint = signed_in.end_session_endpoint()?.clone();
        let request = LogoutRequest::from(endpoint)
            .set_id_token_hint(&signed_in.id_token)
            .set_client_id(ClientId::new(self.client_id.clone()))
            .set_post_logout_redirect_uri(self.post_logout_redirect_uri.clone())
            .set_state(CsrfToken::new(state.to_owned()));
        Some(request.http_get_url())
    }

    /// OpenID Connect Core, section 3.1.3.7: signature, issuer, audience, times, nonce; and section 3.1.3.8: the access token.
    fn verify(
        &self,
        provider: &Provider,
        id_token: &CoreIdToken,
        nonce: Option<&Nonce>,
        access_token: &AccessToken,
    ) -> Result<SubjectIdentifier, Failure> {
        let refused = |detail: String| Failure::own("invalid_id_token", detail);
        let clock = self.clock.clone();
        let verifier: CoreIdTokenVerifier<'_> =
            provider.client.id_token_verifier().set_time_fn(move || system_time(&clock).into());
        let claims = match nonce {
            Some(nonce) => id_token.claims(&verifier, nonce),
            // Section 12.2: a refreshed ID token should have none.
            None => id_token.claims(&verifier, |_: Option<&Nonce>| Ok(())),
        };
        let claims = claims.map_err(|error| refused(error.to_string()))?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = id_token.signing_alg().map_err(|error| refused(error.to_string()))?;
            let key = id_token.signing_key(&verifier).map_err(|error| refused(error.to_string()))?;
            let actual = AccessTokenHash::from_token(access_token, algorithm, key).map_err(|error| refused(error.to_string()))?;
            if actual != *expected {
                return Err(refused("at_hash does not fit the access token".to_owned()));
            }
        }
        Ok(claims.subject().clone())
    }

    fn expiry(&self, response: &CoreTokenResponse) -> Option<Timestamp> {
        response.expires_in().map(|life| self.clock.now() + life)
    }
}

fn system_time(clock: &Clock) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(clock.now().millis()).unwrap_or(0))
}

fn no_endpoint(error: openidconnect::ConfigurationError) -> Failure {
    Failure::own("invalid_metadata", error.to_string())
}

impl PendingSignIn {
    /// RFC 9207, section 2.4: the answer must be from the provider that was asked.
    pub fn check_issuer(&self, iss: Option<&str>) -> Result<(), Failure> {
        let metadata = &self.provider.metadata;
        match iss {
            Some(iss) if iss == metadata.issuer().as_str() => Ok(()),
            None if !metadata.additional_metadata().authorization_response_iss_parameter_supported => Ok(()),
            _ => Err(Failure::own("issuer_mismatch", "The answer does not come from the provider that was asked.")),
        }
    }
}

impl SignedIn {
    /// Where the provider signs people out.
    pub fn end_session_endpoint(&self) -> Option<&EndSessionUrl> {
        self.provider.metadata.additional_metadata().end_session_endpoint.as_ref()
    }
}

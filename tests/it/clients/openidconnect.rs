//! The `openidconnect` crate as a relying party: what it makes of us without any help.

use std::time::{Duration, SystemTime};

use openidconnect::core::{
    CoreApplicationType, CoreAuthDisplay, CoreAuthenticationFlow, CoreClaimName, CoreClaimType, CoreClient, CoreClientAuthMethod,
    CoreGrantType, CoreIdTokenVerifier, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm,
    CoreJwsSigningAlgorithm, CoreRegisterErrorResponseType, CoreResponseMode, CoreResponseType, CoreRevocableToken,
    CoreSubjectIdentifierType, CoreTokenResponse, CoreUserInfoClaims,
};
use openidconnect::registration::{
    AdditionalClientMetadata, ClientRegistrationRequest, EmptyAdditionalClientRegistrationResponse,
};
use openidconnect::{
    AccessTokenHash, AdditionalProviderMetadata, AuthorizationCode, ClientName, CsrfToken, EndSessionUrl, HttpRequest,
    IntrospectionUrl, IssuerUrl, LogoutRequest, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier,
    PostLogoutRedirectUrl, ProviderMetadata, RedirectUrl, RequestTokenError, RevocationUrl, Scope,
    TokenIntrospectionResponse as _, TokenResponse as _,
};
use serde::{Deserialize, Serialize};
use url::Url;
use vestibule::outbound::http::{HttpClient, HttpError};

use crate::support::app::START;
use crate::support::listening::{Listening, WalkingBrowser, loopback_client};

const REDIRECT_URI: &str = "https://rp.example/callback";
const SIGNED_OUT_URI: &str = "https://rp.example/signed-out";
const VERIFIER: &str = "a-code-verifier-of-the-test-with-forty-three-or-more-characters";

/// The members of our metadata that the crate has no fields for.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Endpoints {
    introspection_endpoint: IntrospectionUrl,
    revocation_endpoint: RevocationUrl,
    end_session_endpoint: EndSessionUrl,
}

impl AdditionalProviderMetadata for Endpoints {}

type Metadata = ProviderMetadata<
    Endpoints,
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

/// The members of a registration that it has none for.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Registered {
    scope: String,
    post_logout_redirect_uris: Vec<PostLogoutRedirectUrl>,
}

impl AdditionalClientMetadata for Registered {}

type Registration = ClientRegistrationRequest<
    Registered,
    EmptyAdditionalClientRegistrationResponse,
    CoreApplicationType,
    CoreClientAuthMethod,
    CoreRegisterErrorResponseType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

fn transport(http: HttpClient) -> impl Fn(HttpRequest) -> BoxedAnswer {
    move |request| {
        let http = http.clone();
        Box::pin(async move { http.send(request).await })
    }
}

type BoxedAnswer = std::pin::Pin<Box<dyn Future<Output = Result<openidconnect::HttpResponse, HttpError>>>>;

fn registration(algorithm: CoreJwsSigningAlgorithm) -> Registration {
    let beside = Registered {
        scope: "openid profile email offline_access".to_owned(),
        post_logout_redirect_uris: vec![PostLogoutRedirectUrl::new(SIGNED_OUT_URI.to_owned()).expect("an address")],
    };
    Registration::new(vec![RedirectUrl::new(REDIRECT_URI.to_owned()).expect("an address")], beside)
        .set_client_name(Some([(None, ClientName::new("Crate".to_owned()))].into_iter().collect()))
        .set_grant_types(Some(vec![CoreGrantType::AuthorizationCode, CoreGrantType::RefreshToken]))
        .set_token_endpoint_auth_method(Some(CoreClientAuthMethod::ClientSecretBasic))
        .set_id_token_signed_response_alg(Some(algorithm))
}

/// The person signs up, allows, and is sent back; the browser stops before it leaves this machine.
async fn allow(browser: &WalkingBrowser, url: &Url) -> Url {
    let sign_in = browser.open(url.as_str()).await;
    let path = format!("/sign-up?{}", sign_in.url.query().expect("a flow"));
    let sign_up = browser.open(sign_in.url.join(&path).expect("a path").as_str()).await;
    let fields = [("name", "Grace Hopper"), ("email", "grace@example.test"), ("password", "a passphrase of grace")];
    let answer = browser.submit(&sign_up, "/sign-up", &fields).await;
    let consent = browser.follow(answer).await;
    assert_eq!(consent.url.path(), "/consent", "{}", consent.reply.body);
    let answer = browser.submit(&consent, "/consent", &[("action", "allow")]).await;
    let back = browser.follow(answer).await;
    Url::parse(back.reply.location()).expect("sent back to the client")
}

fn parameter(url: &Url, name: &str) -> String {
    let value = url.query_pairs().find(|(its, _)| its == name).map(|(_, value)| value.into_owned());
    value.unwrap_or_else(|| panic!("{name} is in {url}"))
}

fn start() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(START.millis().unsigned_abs())
}

#[tokio::test]
async fn the_openidconnect_crate_walks_the_whole_way_with_rs256() {
    walk(CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256).await;
}

#[tokio::test]
async fn the_openidconnect_crate_walks_the_whole_way_with_es256() {
    walk(CoreJwsSigningAlgorithm::EcdsaP256Sha256).await;
}

/// Discovery, registration, code with PKCE, tokens, userinfo, refresh, introspection, revocation, sign-out.
async fn walk(algorithm: CoreJwsSigningAlgorithm) {
    let server = Listening::start().await;
    let http = transport(loopback_client());

    let issuer = IssuerUrl::new(server.issuer.clone()).expect("an address");
    let metadata = Metadata::discover_async(issuer, &http).await.expect("discovered");
    assert_eq!(metadata.jwks().keys().len(), 3);
    let endpoints = metadata.additional_metadata().clone();

    let registration_endpoint = metadata.registration_endpoint().expect("open registration").clone();
    let registered = registration(algorithm.clone()).register_async(&registration_endpoint, &http).await.expect("registered");
    let secret = registered.client_secret().cloned();
    assert!(secret.is_some());

    let client = CoreClient::from_provider_metadata(metadata, registered.client_id().clone(), secret)
        .set_redirect_uri(RedirectUrl::new(REDIRECT_URI.to_owned()).expect("an address"))
        .set_introspection_url(endpoints.introspection_endpoint)
        // The crate revokes by https only. Here is none, so the transport below takes it off again.
        .set_revocation_url(by_https(&endpoints.revocation_endpoint));

    let verifier = PkceCodeVerifier::new(VERIFIER.to_owned());
    let (url, state, nonce) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            || CsrfToken::new("the-state".to_owned()),
            || Nonce::new("the-nonce".to_owned()),
        )
        .add_scopes(["profile", "email", "offline_access"].map(|scope| Scope::new(scope.to_owned())))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .url();
    let browser = WalkingBrowser::new();
    let back = allow(&browser, &url).await;
    assert!(back.as_str().starts_with(REDIRECT_URI));
    assert_eq!(parameter(&back, "state"), *state.secret());
    assert_eq!(parameter(&back, "iss"), server.issuer);

    let code = AuthorizationCode::new(parameter(&back, "code"));
    let exchange = client.exchange_code(code).expect("a token endpoint").set_pkce_verifier(verifier);
    let tokens: CoreTokenResponse = exchange.request_async(&http).await.expect("tokens");
    let id_token = tokens.id_token().expect("an ID token");
    let id_verifier: CoreIdTokenVerifier<'_> = client.id_token_verifier().set_time_fn(|| start().into());
    let claims = id_token.claims(&id_verifier, &nonce).expect("the ID token verifies");
    assert_eq!(id_token.signing_alg().expect("an algorithm"), &algorithm);
    let key = id_token.signing_key(&id_verifier).expect("the key");
    let at_hash = AccessTokenHash::from_token(tokens.access_token(), &algorithm, key).expect("a hash");
    assert_eq!(claims.access_token_hash(), Some(&at_hash));

    let asked = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone())).expect("a userinfo endpoint");
    let userinfo: CoreUserInfoClaims = asked.request_async(&http).await.expect("userinfo");
    assert_eq!(userinfo.email().map(|email| email.as_str()), Some("grace@example.test"));
    assert_eq!(userinfo.name().and_then(|name| name.get(None)).map(|name| name.as_str()), Some("Grace Hopper"));

    let refresh_token = tokens.refresh_token().expect("a refresh token").clone();
    let refreshed = client.exchange_refresh_token(&refresh_token).expect("a token endpoint").request_async(&http).await;
    let refreshed: CoreTokenResponse = refreshed.expect("new tokens");
    assert_ne!(refreshed.access_token().secret(), tokens.access_token().secret());
    let rotated = refreshed.refresh_token().expect("a new refresh token").clone();
    assert_ne!(rotated.secret(), refresh_token.secret());
    let renewed = refreshed.id_token().expect("a new ID token");
    let renewed_claims = renewed.claims(&id_verifier, |_: Option<&Nonce>| Ok(())).expect("it verifies");
    assert_eq!(renewed_claims.subject(), claims.subject());

    let described = client.introspect(refreshed.access_token()).request_async(&http).await.expect("introspected");
    assert!(described.active());
    assert_eq!(described.sub(), Some(claims.subject().as_str()));
    assert_eq!(described.client_id(), Some(registered.client_id()));

    let revocation = client.revoke_token(CoreRevocableToken::RefreshToken(rotated.clone())).expect("an https endpoint");
    revocation.request_async(&without_tls(loopback_client())).await.expect("revoked");
    let described = client.introspect(refreshed.access_token()).request_async(&http).await.expect("introspected");
    assert!(!described.active(), "the access token went with its refresh token");
    let dead = client.exchange_refresh_token(&rotated).expect("a token endpoint").request_async(&http).await;
    assert!(matches!(dead, Err(RequestTokenError::ServerResponse(answer)) if answer.error().as_ref() == "invalid_grant"));

    let sign_out = LogoutRequest::from(endpoints.end_session_endpoint)
        .set_id_token_hint(renewed)
        .set_client_id(registered.client_id().clone())
        .set_post_logout_redirect_uri(PostLogoutRedirectUrl::new(SIGNED_OUT_URI.to_owned()).expect("an address"))
        .set_state(CsrfToken::new("bye".to_owned()));
    let signed_out = browser.open(sign_out.http_get_url().as_str()).await;
    assert_eq!(signed_out.reply.location(), format!("{SIGNED_OUT_URI}?state=bye"));
    let again = browser.open(url.as_str()).await;
    assert_eq!(again.url.path(), "/sign-in", "nobody is signed in any more");
}

fn by_https(url: &RevocationUrl) -> RevocationUrl {
    RevocationUrl::new(url.as_str().replacen("http:", "https:", 1)).expect("an address")
}

fn without_tls(http: HttpClient) -> impl Fn(HttpRequest) -> BoxedAnswer {
    move |mut request| {
        let uri = request.uri().to_string().replacen("https:", "http:", 1);
        *request.uri_mut() = uri.parse().expect("an address");
        let http = http.clone();
        Box::pin(async move { http.send(request).await })
    }
}

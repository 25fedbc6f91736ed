//! An app that lets people sign in here, as its developer would write it; and the people.

use std::sync::Arc;

use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};
use vestibule::clock::Timestamp;
use vestibule::crypto::digest::sha256;
use vestibule::model::authentication_method::AuthenticationMethod;
use vestibule::model::client::ClientSource;
use vestibule::model::ids::{ClientId, UserId};
use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::user::{Role, User};
use vestibule::oauth::registration::operator::{self, NewClient};
use vestibule::sessions::establish::{self, Admission, Proof};
use vestibule::store::{clients, users};
use vestibule::web::session_cookies;

use super::app::{Reply, TestApp};
use super::browser::TestBrowser;

/// The code verifier of every request.
pub const VERIFIER: &str = "the-verifier-of-the-relying-party-0123456789";
/// The scopes that an app asks for unless it says otherwise.
pub const SCOPE: &str = "openid profile email offline_access";
/// Where the confidential app is.
pub const CALLBACK: &str = "https://rp.example/cb";

/// An app that is registered.
#[derive(Clone)]
pub struct RelyingParty {
    test: Arc<TestApp>,
    /// Its `client_id`.
    pub client_id: String,
    /// Its secret, if it has one.
    pub secret: Option<String>,
    /// Where it waits for codes.
    pub redirect_uri: String,
}

impl RelyingParty {
    /// One that the operator registers.
    pub async fn register(test: &Arc<TestApp>, members: Value) -> Self {
        let mut all = json!({
            "client_name": "Example",
            "redirect_uris": [CALLBACK],
            "grant_types": ["authorization_code", "refresh_token"],
        });
        merge(&mut all, &members);
        let redirect_uri = all["redirect_uris"][0].as_str().unwrap_or_default().to_owned();
        let members = all.as_object().expect("members");
        let new = NewClient { id: None, source: ClientSource::Operator, members };
        let now = test.app.clock.now();
        let (client, secret) = operator::create(&test.app, &new, &RequestOrigin::default(), now).await.expect("registered");
        Self { test: Arc::clone(test), client_id: client.id.to_string(), secret, redirect_uri }
    }

    /// A confidential app on a web server.
    pub async fn web(test: &Arc<TestApp>) -> Self {
        Self::register(test, json!({})).await
    }

    /// A public app in the browser.
    pub async fn spa(test: &Arc<TestApp>) -> Self {
        let members = json!({ "token_endpoint_auth_method": "none", "redirect_uris": ["https://spa.example/cb"] });
        Self::register(test, members).await
    }

    /// A public app on the person's device.
    pub async fn native(test: &Arc<TestApp>) -> Self {
        let members = json!({
            "token_endpoint_auth_method": "none",
            "application_type": "native",
            "redirect_uris": ["http://127.0.0.1/cb"],
        });
        Self::register(test, members).await
    }

    /// One that registers itself (RFC 7591).
    pub async fn dynamic(test: &Arc<TestApp>, members: Value) -> Self {
        let mut all = json!({ "redirect_uris": [CALLBACK], "grant_types": ["authorization_code", "refresh_token"] });
        merge(&mut all, &members);
        let reply = test.send(super::app::json_request("POST", "/oauth2/register", &all)).await;
        assert_eq!(reply.status, 201, "{}", reply.body);
        let answer = reply.json();
        Self {
            test: Arc::clone(test),
            client_id: answer["client_id"].as_str().expect("a client_id").to_owned(),
            secret: answer["client_secret"].as_str().map(str::to_owned),
            redirect_uri: all["redirect_uris"][0].as_str().expect("a redirect URI").to_owned(),
        }
    }

    /// The same app, at another server on the same database.
    pub fn at(&self, test: &Arc<TestApp>) -> Self {
        Self { test: Arc::clone(test), ..self.clone() }
    }

    /// An authorization request as a careful app makes it.
    pub fn request(&self) -> AuthorizationRequest {
        let challenge = challenge(VERIFIER);
        let parameters = [
            ("response_type", "code"),
            ("client_id", &self.client_id),
            ("redirect_uri", &self.redirect_uri),
            ("scope", SCOPE),
            ("state", "state-of-the-app"),
            ("nonce", "nonce-of-the-app"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        AuthorizationRequest(parameters.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
    }

    /// Sends a signed-in browser through `request`, allows what is asked, and gives the answer that leads back to the app.
    pub async fn authorize(&self, browser: &TestBrowser<'_>, request: &AuthorizationRequest) -> Reply {
        let reply = browser.open(&request.path()).await;
        if reply.body.contains("id=\"consent-allow\"") { allow(browser, &reply).await } else { reply }
    }

    /// A code for the signed-in person.
    pub async fn code(&self, browser: &TestBrowser<'_>) -> String {
        let reply = self.authorize(browser, &self.request()).await;
        reply.location_parameter("code").unwrap_or_else(|| panic!("no code: {} {}", reply.status, reply.location()))
    }

    /// Tokens for the signed-in person.
    pub async fn tokens(&self, browser: &TestBrowser<'_>) -> Value {
        let reply = self.redeem(&self.code(browser).await).await;
        assert_eq!(reply.status, 200, "{}", reply.body);
        reply.json()
    }

    /// Redeems a code.
    pub async fn redeem(&self, code: &str) -> Reply {
        self.token(&[
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.redirect_uri),
            ("code_verifier", VERIFIER),
        ])
        .await
    }

    /// Refreshes.
    pub async fn refresh(&self, refresh_token: &str) -> Reply {
        self.token(&[("grant_type", "refresh_token"), ("refresh_token", refresh_token)]).await
    }

    /// A request to the token endpoint.
    pub async fn token(&self, fields: &[(&str, &str)]) -> Reply {
        self.post("/oauth2/token", fields).await
    }

    /// What introspection says about a token.
    pub async fn introspect(&self, token: &str) -> Reply {
        self.post("/oauth2/introspect", &[("token", token)]).await
    }

    /// Revokes a token.
    pub async fn revoke(&self, token: &str) -> Reply {
        self.post("/oauth2/revoke", &[("token", token)]).await
    }

    /// A form POST with this app's authentication: Basic with a secret, `client_id` without.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        match &self.secret {
            Some(secret) => self.test.post_form_as(path, &basic(&self.client_id, secret), fields).await,
            None => {
                let all: Vec<_> = [("client_id", self.client_id.as_str())].into_iter().chain(fields.iter().copied()).collect();
                self.test.post_form(path, &all).await
            }
        }
    }

    /// Forbids the app everything, or allows it again.
    pub async fn set_disabled(&self, disabled: bool) {
        let now = self.test.app.clock.now();
        let mut unit = self.test.app.store.write("test.client").await.expect("a unit");
        let id = ClientId::new(self.client_id.as_str());
        clients::set_disabled(&mut unit, &id, disabled.then_some(now), now).await.expect("written");
        unit.commit().await.expect("committed");
    }
}

fn merge(all: &mut Value, members: &Value) {
    let all = all.as_object_mut().expect("an object");
    all.extend(members.as_object().cloned().unwrap_or_else(Map::new));
}

/// An authorization request that can be bent.
#[derive(Clone)]
pub struct AuthorizationRequest(Vec<(String, String)>);

impl AuthorizationRequest {
    /// With another value.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(its, _)| its != name);
        self.and(name, value)
    }

    /// With one more parameter, even if there is one of this name.
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without a parameter.
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(its, _)| its != name);
        self
    }

    /// The parameters.
    pub fn parameters(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// As path and query.
    pub fn path(&self) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish();
        format!("/oauth2/authorize?{query}")
    }
}

/// The S256 challenge of a verifier (RFC 7636).
pub fn challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(sha256(verifier.as_bytes()))
}

/// HTTP Basic.
pub fn basic(client_id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{client_id}:{secret}")))
}

/// The claims of a JWT, unverified.
pub fn claims(token: &str) -> Value {
    let body = token.split('.').nth(1).expect("a JWT has three parts");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body).expect("base64url")).expect("JSON")
}

/// Presses Allow on the consent page and follows as far as the answer stays here.
pub async fn allow(browser: &TestBrowser<'_>, page: &Reply) -> Reply {
    let reply = browser.submit(page, "/consent", &[("action", "allow")]).await;
    browser.follow(reply).await
}

/// The UserInfo endpoint with a bearer token.
pub async fn userinfo(test: &TestApp, token: &str) -> Reply {
    let request =
        super::app::request(axum::http::Method::GET, "/oauth2/userinfo").header("authorization", format!("Bearer {token}"));
    test.send(request.body(axum::body::Body::empty()).expect("a request")).await
}

/// Somebody with an account and a proven address.
pub async fn person(test: &TestApp, name: &str) -> User {
    let now = test.app.clock.now();
    let user = User {
        id: UserId::random(&test.app.entropy),
        email: format!("{}@example.test", name.to_lowercase()),
        email_verified: true,
        name: name.to_owned(),
        image: None,
        role: Role::User,
        locale: None,
        credential_version: 1,
        two_factor_enabled_at: None,
        disabled_at: None,
        is_anonymous: false,
        created_at: now,
        updated_at: now,
    };
    let mut unit = test.app.store.write("test.person").await.expect("a unit");
    assert!(users::insert(&mut unit, &user).await.expect("written"), "the address is free");
    unit.commit().await.expect("committed");
    user
}

/// Forbids a person to sign in, or allows it again.
pub async fn set_disabled(test: &TestApp, user: &User, at: Option<Timestamp>) {
    let mut unit = test.app.store.write("test.disable").await.expect("a unit");
    users::set_disabled(&mut unit, &user.id, at, test.app.clock.now()).await.expect("written");
    unit.commit().await.expect("committed");
}

/// Proves who they are in this browser, as the last step of any sign-in does.
pub async fn sign_in(test: &TestApp, browser: &TestBrowser<'_>, user: &User) {
    let now = test.app.clock.now();
    let flow_secret = browser.cookie(&test.server.cookies.full("flow"));
    let origin = RequestOrigin::default();
    let proof = Proof {
        user,
        method: AuthenticationMethod::Password,
        remember: true,
        replaces: None,
        browser_secret: flow_secret.as_deref(),
        trusted_device: None,
        shown_session: None,
    };
    let prepared = establish::prepare(&test.app, &proof, &origin, now);
    let mut unit = test.app.store.write("test.sign_in").await.expect("a unit");
    let recorded = prepared.record(&test.app, &mut unit, &origin).await.expect("written").expect("they may sign in");
    unit.commit().await.expect("committed");
    let admission = recorded.conclude(&test.app, &origin).await.expect("concluded");
    let Admission::SignedIn(established) = admission else { panic!("they may sign in") };
    let mut headers = HeaderMap::new();
    session_cookies::write_established(&test.server, &mut headers, &established);
    for header in headers.get_all("set-cookie") {
        let text = header.to_str().expect("text");
        let (name, rest) = text.split_once('=').expect("a cookie");
        browser.set_cookie(name, rest.split(';').next().unwrap_or_default());
    }
}

/// The `flow` of the page that a redirect leads to.
pub fn flow(reply: &Reply) -> String {
    reply.location_parameter("flow").unwrap_or_else(|| panic!("no flow in {:?} ({})", reply.location(), reply.status))
}

/// Where a flow goes on.
pub fn resume(flow: &str) -> String {
    format!("/oauth2/authorize/resume?flow={flow}")
}

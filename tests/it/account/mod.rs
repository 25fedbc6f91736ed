//! The account pages.

mod access;
mod activity;
mod connected_apps;
mod declared_fields;
mod delete;
mod identities;
mod phone;
pub mod picture;
mod placeholders;
mod places;
mod profile;
mod security;
mod sessions;
mod usernames;

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::json;
use vestibule::crypto::digest::Digest;
use vestibule::model::authentication_method::AuthenticationMethod;
use vestibule::model::client::{Client, ClientSource};
use vestibule::model::grant::Grant;
use vestibule::model::ids::{AccountId, GrantId, UserId};
use vestibule::model::password::Password;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::scope::Scopes;
use vestibule::model::session::Session;
use vestibule::model::user::User;
use vestibule::oauth::registration::operator::{self, NewClient};
use vestibule::sessions::establish::{self, Admission, Proof};
use vestibule::store::tokens::{self, StoredAccessToken, StoredRefreshToken};
use vestibule::store::{accounts, consents, grants, users};
use vestibule::web::session_cookies;

use crate::support::app::{TestApp, request};
use crate::support::browser::TestBrowser;

const PASSWORD: &str = "correct horse battery";
const NEW_PASSWORD: &str = "staple clip paper glue";
const EMAIL: &str = "ada@example.test";
const SESSION_COOKIE: &str = "vestibule.session_token";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0";
/// Longer than `sessions.sensitive_proof_seconds`.
const STALE: Duration = Duration::from_secs(601);

/// Adds a person.
async fn person(test: &TestApp, name: &str, email: &str, password: Option<&str>) -> User {
    let app = &test.app;
    let now = app.clock.now();
    let beginning = User::beginning(UserId::random(&app.entropy), email.to_owned(), name.to_owned(), now);
    let user = User { email_verified: true, ..beginning };
    let hash = match password {
        Some(text) => Some(app.passwords.hash(Password::entered(text).unwrap().secret().clone()).await.unwrap()),
        None => None,
    };
    let mut unit = app.store.write("test.person").await.unwrap();
    assert!(users::insert(&mut unit, &user).await.unwrap());
    if let Some(hash) = hash {
        let account = AccountId::random(&app.entropy);
        accounts::insert_credential(&mut unit, &account, &user.id, &hash, now).await.unwrap();
    }
    unit.commit().await.unwrap();
    user
}

/// Signs `user` in on a new browser.
async fn signed_in<'a>(test: &'a TestApp, user: &User) -> (TestBrowser<'a>, Session) {
    let app = &test.app;
    let now = app.clock.now();
    let origin =
        RequestOrigin { ip_address: "203.0.113.7".to_owned(), user_agent: FIREFOX.to_owned(), ..RequestOrigin::default() };
    let user = stored(test, &user.id).await.unwrap();
    let proof = Proof {
        user: &user,
        method: AuthenticationMethod::Password,
        remember: true,
        replaces: None,
        browser_secret: None,
        trusted_device: None,
        shown_session: None,
    };
    let prepared = establish::prepare(app, &proof, &origin, now);
    let mut unit = app.store.write("test.sign_in").await.unwrap();
    let recorded = prepared.record(app, &mut unit, &origin).await.unwrap().expect("they may sign in");
    unit.commit().await.unwrap();
    let admission = recorded.conclude(app, &origin).await.unwrap();
    let Admission::SignedIn(established) = admission else { panic!("they may sign in") };
    let browser = test.browser();
    browser.set_cookie(SESSION_COOKIE, &session_cookies::signed(&test.server, &established.token));
    browser.set_cookie("vestibule.flow", &established.browser_secret);
    (browser, established.session)
}

/// Ada with a password, signed in.
async fn ada(test: &TestApp) -> (TestBrowser<'_>, Session, User) {
    let user = person(test, "Ada Lovelace", EMAIL, Some(PASSWORD)).await;
    let (browser, session) = signed_in(test, &user).await;
    (browser, session, user)
}

async fn stored(test: &TestApp, id: &UserId) -> Option<User> {
    let mut unit = test.app.store.read("test.user").await.unwrap();
    users::by_id(&mut unit, id).await.unwrap()
}

/// Whether the browser is signed in.
async fn is_in(browser: &TestBrowser<'_>) -> bool {
    browser.get("/account/profile").await.status == StatusCode::OK
}

/// Whether `password` is the person's.
async fn has_password(test: &TestApp, id: &UserId, password: &str) -> bool {
    let mut unit = test.app.store.read("test.password").await.unwrap();
    let hash = accounts::password_hash(&mut unit, id).await.unwrap();
    drop(unit);
    let shown = Password::entered(password).unwrap();
    test.app.passwords.verify(shown.secret().clone(), hash).await.unwrap() != vestibule::crypto::password::Verification::Mismatch
}

/// A public client of the operator's.
async fn client(test: &TestApp, name: &str) -> Client {
    let members = json!({
        "client_name": name,
        "redirect_uris": ["https://fieldnotes.example/callback"],
        "token_endpoint_auth_method": "none",
        "grant_types": ["authorization_code", "refresh_token"],
        "scope": "openid profile email offline_access"
    });
    let new = NewClient { id: None, source: ClientSource::Operator, members: members.as_object().unwrap() };
    operator::create(&test.app, &new, &RequestOrigin::default(), test.app.clock.now()).await.unwrap().0
}

/// What an app holds after a person allowed it something.
struct Tokens {
    access: String,
    refresh: String,
}

/// Lets `client` have what it gets when the person of `session` allows it `scopes`.
async fn allow(test: &TestApp, session: &Session, client: &Client, scopes: &str) -> Tokens {
    let app = &test.app;
    let now = app.clock.now();
    let expires_at = now + Duration::from_secs(3600);
    let scopes = Scopes::parse(scopes).unwrap();
    let grant = Grant {
        id: GrantId::random(&app.entropy),
        user_id: session.user_id.clone(),
        client_id: client.id.clone(),
        session_id: session.id.clone(),
        offline: scopes.contains("offline_access"),
        scopes: scopes.clone(),
        authenticated_at: session.authenticated_at,
        methods: session.methods.clone(),
        nonce: None,
        created_at: now,
        expires_at,
    };
    let tokens = Tokens { access: app.entropy.token(), refresh: app.entropy.token() };
    let access = StoredAccessToken {
        digest: *Digest::of(&tokens.access).as_bytes(),
        grant_id: Some(grant.id.clone()),
        client_id: client.id.clone(),
        scopes: scopes.clone(),
        created_at: now,
        expires_at,
    };
    let refresh = StoredRefreshToken {
        digest: *Digest::of(&tokens.refresh).as_bytes(),
        grant_id: grant.id.clone(),
        client_id: client.id.clone(),
        created_at: now,
        expires_at,
    };
    let mut unit = app.store.write("test.allow").await.unwrap();
    consents::put(&mut unit, &session.user_id, &client.id, &scopes, now).await.unwrap();
    grants::insert(&mut unit, &grant).await.unwrap();
    tokens::insert_access(&mut unit, &access).await.unwrap();
    tokens::insert_refresh(&mut unit, &refresh).await.unwrap();
    unit.commit().await.unwrap();
    tokens
}

/// Whether the access token still opens the UserInfo endpoint.
async fn access_lives(test: &TestApp, tokens: &Tokens) -> bool {
    let asked = request(Method::GET, "/oauth2/userinfo").header("authorization", format!("Bearer {}", tokens.access));
    test.send(asked.body(Body::empty()).unwrap()).await.status == StatusCode::OK
}

/// Whether the refresh token is taken. A token that is, is spent.
async fn refresh_lives(test: &TestApp, client: &Client, tokens: &Tokens) -> bool {
    let fields = [("grant_type", "refresh_token"), ("client_id", client.id.as_str()), ("refresh_token", tokens.refresh.as_str())];
    test.post_form("/oauth2/token", &fields).await.status == StatusCode::OK
}

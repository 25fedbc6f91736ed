//! What every race begins with: the app on an engine, a person who is signed in, a client that they allowed something.

use std::ops::Deref;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Method, StatusCode};
use serde::Serialize;
use serde_json::json;
use vestibule::app::App;
use vestibule::clock::Timestamp;
use vestibule::crypto::digest::Digest;
use vestibule::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use vestibule::model::client::{Client, ClientSource};
use vestibule::model::email::EmailAddress;
use vestibule::model::grant::Grant;
use vestibule::model::ids::{ClientId, GrantId, UserId};
use vestibule::model::password::Password;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::scope::Scopes;
use vestibule::model::user::{Role, User};
use vestibule::one_time::{self, Purpose, Subject};
use vestibule::sessions::establish::{Admission, Established, Prepared, Proof, prepare};
use vestibule::store::authorization_codes::{self, StoredCode};
use vestibule::store::clients::{self, StoredClient};
use vestibule::store::tokens::{self, StoredRefreshToken};
use vestibule::store::{Store, consents, grants, retry, sessions};
use vestibule::users::register::{Asked, Registered, Registration, register};
use vestibule::users::terms::Agreement;
use vestibule::web::session_cookies;

use crate::support::app::{Reply, START, TestApp, request};
use crate::support::devices::DEVICE_CODE;

/// The person's password.
pub const PASSWORD: &str = "a password of old";
/// The person's address.
pub const EMAIL: &str = "ada@example.test";
/// Where the client is answered.
pub const REDIRECT_URI: &str = "https://app.example.test/callback";
/// What the person allowed the client.
pub const SCOPE: &str = "openid offline_access";

const CLIENT_ID: &str = "race";
const SECRET: &str = "a client secret";

/// Clones share everything.
#[derive(Clone)]
pub struct World(Arc<Parts>);

/// What is in it.
pub struct Parts {
    /// The app.
    pub test: TestApp,
    /// The person.
    pub user: User,
    /// Their session.
    pub established: Established,
    /// The client.
    pub client: Client,
}

impl Deref for World {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// A request from nowhere in particular.
pub const fn asked(origin: &RequestOrigin) -> Asked<'_> {
    Asked {
        origin,
        remember: true,
        session: None,
        browser_secret: None,
        locale: "en",
        callback_url: None,
        trusted_device: None,
        shown_session: None,
    }
}

/// A password as it is entered.
pub fn password(text: &str) -> Password {
    Password::entered(text.to_owned()).expect("a password")
}

impl World {
    /// On this database.
    pub async fn on(store: Store) -> Self {
        Self::with(store, &[]).await
    }

    /// The same with other values.
    pub async fn with(store: Store, values: &[(&str, &str)]) -> Self {
        let test = TestApp::on(store, values).await;
        let origin = RequestOrigin::default();
        let registration = Registration {
            email: EmailAddress::parse(EMAIL).expect("an address"),
            name: "Ada".to_owned(),
            image: None,
            usernames: Default::default(),
            fields: Default::default(),
            password: password(PASSWORD),
            role: Role::User,
            email_verified: false,
            agreement: Agreement::Owed,
            asked: asked(&origin),
        };
        let registered = register(&test.app, registration, START).await.expect("the person is registered");
        let Registered::SignedIn(established) = registered else { panic!("the person is signed in") };
        test.mails().await;
        let client = insert_client(
            &test.app.store,
            CLIENT_ID,
            &json!({
                "client_name": "Race",
                "redirect_uris": [REDIRECT_URI],
                "token_endpoint_auth_method": "client_secret_post",
                "grant_types": ["authorization_code", "refresh_token", DEVICE_CODE],
                "response_types": ["code"],
                "scope": SCOPE,
                "pkce_optional": true,
            }),
        )
        .await;
        let world = Self(Arc::new(Parts { user: established.user.clone(), established: *established, client, test }));
        let mut unit = world.store().write("test.consent").await.expect("a unit");
        consents::put(&mut unit, &world.user.id, &world.client.id, &scopes(), START).await.expect("a consent");
        unit.commit().await.expect("committed");
        world
    }

    /// The app.
    pub fn app(&self) -> &App {
        &self.test.app
    }

    /// Its store.
    pub fn store(&self) -> &Store {
        &self.test.app.store
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        self.test.app.clock.now()
    }

    fn grant(&self) -> Grant {
        Grant {
            id: GrantId::random(&self.app().entropy),
            user_id: self.user.id.clone(),
            client_id: self.client.id.clone(),
            session_id: self.established.session.id.clone(),
            scopes: scopes(),
            offline: true,
            authenticated_at: START,
            methods: AuthenticationMethods::first(AuthenticationMethod::Password),
            nonce: None,
            created_at: START,
            expires_at: Timestamp::from_millis(START.millis() + 3_600_000),
        }
    }

    /// An authorization code of a grant of its own.
    pub async fn code(&self) -> String {
        let code = self.app().entropy.token();
        let grant = self.grant();
        let stored = StoredCode {
            digest: *Digest::of(&code).as_bytes(),
            grant_id: grant.id.clone(),
            client_id: self.client.id.clone(),
            redirect_uri: REDIRECT_URI.to_owned(),
            code_challenge: None,
            created_at: START,
            expires_at: grant.expires_at,
        };
        let mut unit = self.store().write("test.code").await.expect("a unit");
        grants::insert(&mut unit, &grant).await.expect("a grant");
        authorization_codes::insert(&mut unit, &stored).await.expect("a code");
        unit.commit().await.expect("committed");
        code
    }

    /// Refresh tokens, each of a grant of its own.
    pub async fn refresh_tokens(&self, count: usize) -> Vec<String> {
        let mut unit = self.store().write("test.refresh_tokens").await.expect("a unit");
        let mut drawn = Vec::new();
        for _ in 0..count {
            let token = self.app().entropy.token();
            let grant = self.grant();
            grants::insert(&mut unit, &grant).await.expect("a grant");
            let stored = StoredRefreshToken {
                digest: *Digest::of(&token).as_bytes(),
                grant_id: grant.id,
                client_id: self.client.id.clone(),
                created_at: START,
                expires_at: grant.expires_at,
            };
            tokens::insert_refresh(&mut unit, &stored).await.expect("a refresh token");
            drawn.push(token);
        }
        unit.commit().await.expect("committed");
        drawn
    }

    /// Redeems a code.
    pub async fn redeem(&self, code: &str) -> Reply {
        self.as_client("/oauth2/token", &[("grant_type", "authorization_code"), ("code", code), ("redirect_uri", REDIRECT_URI)])
            .await
    }

    /// Uses a refresh token.
    pub async fn refresh(&self, token: &str) -> Reply {
        self.as_client("/oauth2/token", &[("grant_type", "refresh_token"), ("refresh_token", token)]).await
    }

    /// Sends a form as the client.
    pub async fn as_client(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let mut all = vec![("client_id", CLIENT_ID), ("client_secret", SECRET)];
        all.extend(fields);
        self.test.post_form(path, &all).await
    }

    /// Whether introspection calls the token active.
    pub async fn is_active(&self, token: &str) -> bool {
        let reply = self.as_client("/oauth2/introspect", &[("token", token)]).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
        reply.json()["active"] == json!(true)
    }

    /// Says that nothing of a token endpoint's answer lives.
    pub async fn assert_dead(&self, reply: &Reply) {
        let tokens = reply.json();
        let text = |name: &str| tokens[name].as_str().expect("a token").to_owned();
        assert!(!self.is_active(&text("access_token")).await, "an access token lives");
        assert!(!self.is_active(&text("refresh_token")).await, "a refresh token lives");
        let again = self.refresh(&text("refresh_token")).await;
        assert_refused(&again, "invalid_grant");
    }

    /// The `Cookie` header of the person's browser.
    pub fn cookies(&self) -> String {
        let mut headers = HeaderMap::new();
        session_cookies::write_established(&self.test.server, &mut headers, &self.established);
        let pairs = headers.get_all("set-cookie").iter().map(|value| {
            let text = value.to_str().expect("a cookie is text");
            text.split(';').next().expect("a cookie has a value").to_owned()
        });
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// Opens a path in the person's browser.
    pub async fn open(&self, path: &str) -> Reply {
        let request = request(Method::GET, path).header("cookie", self.cookies()).header("accept", "text/html");
        self.test.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Posts a form in the person's browser.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = request(Method::POST, path)
            .header("cookie", self.cookies())
            .header("origin", crate::support::app::PUBLIC_URL)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        self.test.send(request.body(Body::from(body)).expect("a request")).await
    }

    /// The path of an authorization request of the client.
    pub fn authorization_request(&self, more: &str) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([
                ("client_id", CLIENT_ID),
                ("response_type", "code"),
                ("redirect_uri", REDIRECT_URI),
                ("scope", SCOPE),
                ("state", "s"),
            ])
            .finish();
        format!("/oauth2/authorize?{query}{more}")
    }

    /// A single-use secret of the person.
    pub async fn mint(&self, purpose: Purpose, subject: Subject<'_>, payload: &impl Serialize) -> String {
        let life = (self.now(), std::time::Duration::from_secs(600));
        let minted = one_time::mint(self.app(), purpose, subject, life, payload).expect("a secret");
        let mut unit = self.store().write("test.mint").await.expect("a unit");
        minted.record(&mut unit).await.expect("recorded");
        unit.commit().await.expect("committed");
        minted.secret
    }

    /// A sign-in of the person, as far as it can be prepared.
    pub fn prepared_sign_in(&self) -> Prepared {
        self.prepared_sign_in_of(&self.user)
    }

    /// The same of the person as they are by now.
    pub fn prepared_sign_in_of(&self, user: &User) -> Prepared {
        let proof = Proof {
            user,
            method: AuthenticationMethod::Password,
            remember: true,
            replaces: None,
            browser_secret: None,
            trusted_device: None,
            shown_session: None,
        };
        prepare(self.app(), &proof, &RequestOrigin::default(), self.now())
    }

    /// Records a prepared sign-in as operations do. Returns whether a session began.
    pub async fn record(&self, prepared: &Prepared) -> bool {
        let recorded = retry(|| async {
            let mut unit = self.store().write("test.sign_in").await?;
            let recorded = prepared.record(self.app(), &mut unit, &RequestOrigin::default()).await?;
            unit.commit().await?;
            Ok::<_, vestibule::store::StoreError>(recorded)
        });
        match recorded.await.expect("recorded or refused") {
            Some(recorded) => {
                let admission = recorded.conclude(self.app(), &RequestOrigin::default()).await.expect("concluded");
                matches!(admission, Admission::SignedIn(_))
            }
            None => false,
        }
    }

    /// How many sessions of the person live.
    pub async fn live_sessions(&self) -> usize {
        let mut unit = self.store().read("test.sessions").await.expect("a unit");
        sessions::live_of_user(&mut unit, &self.user.id, self.now()).await.expect("a list").len()
    }

    /// The number that a statement gives.
    pub async fn number(&self, sql: &'static str) -> i64 {
        let mut unit = self.store().read("test.number").await.expect("a unit");
        unit.one(sql, &[]).await.expect("a row").integer(0).expect("a number")
    }

    /// Another person.
    pub fn stranger(&self, email: &str) -> User {
        User { id: UserId::random(&self.app().entropy), email: email.to_owned(), ..self.user.clone() }
    }
}

/// What the person allowed the client.
pub fn scopes() -> Scopes {
    Scopes::parse(SCOPE).expect("scopes")
}

/// Adds a client of the operator.
pub async fn insert_client(store: &Store, id: &str, metadata: &serde_json::Value) -> Client {
    let client = Client {
        id: ClientId::new(id),
        source: ClientSource::Operator,
        metadata: serde_json::from_value(metadata.clone()).expect("metadata"),
        version: 1,
        disabled_at: None,
        created_at: START,
        updated_at: START,
    };
    let secret_digest = Some(*Digest::of(SECRET).as_bytes());
    let stored = StoredClient { client: client.clone(), secret_digest, registration_token_digest: None };
    let mut unit = store.write("test.client").await.expect("a unit");
    clients::insert(&mut unit, &stored).await.expect("a client");
    unit.commit().await.expect("committed");
    client
}

/// Says that the token endpoint refused with this code.
pub fn assert_refused(reply: &Reply, code: &str) {
    assert_eq!(reply.json()["error"], json!(code), "{} {}", reply.status, reply.body);
    assert!(reply.status.is_client_error(), "{} {}", reply.status, reply.body);
}

/// The one answer that succeeded; all others were refused with `code`.
pub fn one_winner<'a>(replies: &'a [Reply], code: &str) -> &'a Reply {
    let (won, lost): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.status == StatusCode::OK);
    for reply in lost {
        assert_refused(reply, code);
    }
    assert_eq!(won.len(), 1, "winners");
    won[0]
}

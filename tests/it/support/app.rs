//! The whole app in process: a fresh database, a clock that stands still, repeatable entropy, caught mail, cheap hashes.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::response::Parts;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use bytes::Bytes;
use http_body_util::BodyExt as _;
use tokio::sync::{Mutex, OnceCell};
use tower::ServiceExt as _;
use vestibule::app::{App, DevParts};
use vestibule::boot::{self, Surroundings};
use vestibule::clock::{Clock, Timestamp};
use vestibule::config::{Config, MasterKey, Mode, Sources};
use vestibule::crypto::master_key::MasterKeys;
use vestibule::crypto::password::PasswordParameters;
use vestibule::events::webhooks::deliver as webhooks;
use vestibule::jobs;
use vestibule::model::ids::UserId;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::user::User;
use vestibule::outbound::mailer::CaughtMail;
use vestibule::random::Entropy;
use vestibule::router::router;
use vestibule::store::signing_keys::{self, StoredSigningKey};
use vestibule::store::{Engine, Store, users};
use vestibule::users::erase;
use vestibule::users::permission::{self, MayChange};
use vestibule::web::server::Server;

use super::browser::TestBrowser;
use super::databases;

/// Where the app under test believes to be reached.
pub const PUBLIC_URL: &str = "http://localhost:9180";
/// When every test begins.
pub const START: Timestamp = Timestamp::from_millis(1_790_000_000_000);

/// The master key of the app under test, unless a test gives another.
pub const MASTER_KEY: &str = "CzBVep_E6Q4zWH2ix-wRNluApcrvFDleg6jN8hc8YYY";
/// Memory in KiB, passes and lanes of hashes where their cost does not matter.
const CHEAP_HASHES: (u32, u32, u32) = (64, 1, 1);
const BASE: &str = r#"
[server]
public_url = "http://localhost:9180"
[keys]
master = "CzBVep_E6Q4zWH2ix-wRNluApcrvFDleg6jN8hc8YYY"
[mail]
url = "smtp://127.0.0.1:1"
from = "login@example.test"
[registration]
dynamic = "open"
require_verified_email = false
[rate_limit]
enabled = false
"#;

/// An app under test.
pub struct TestApp {
    /// The app.
    pub app: App,
    /// What its handlers share.
    pub server: Server,
    router: Router,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl TestApp {
    /// On a fresh SQLite database, with the usual configuration of tests.
    pub async fn start() -> Self {
        Self::with(&[]).await
    }

    /// The same with other values: `("registration.dynamic", "off")`.
    pub async fn with(values: &[(&str, &str)]) -> Self {
        Self::on(databases::fresh(Engine::Sqlite).await, values).await
    }

    /// On this migrated database.
    pub async fn on(store: Store, values: &[(&str, &str)]) -> Self {
        Self::assemble(store, (Mode::Serve, None), values, CHEAP_HASHES).await
    }

    /// With hashes that cost so much: memory in KiB, passes, lanes.
    pub async fn hashing_with(cost: (u32, u32, u32), values: &[(&str, &str)]) -> Self {
        Self::assemble(databases::fresh(Engine::Sqlite).await, (Mode::Serve, None), values, cost).await
    }

    /// As `vestibule dev`.
    pub async fn dev(values: &[(&str, &str)]) -> Self {
        let dev = DevParts { demo_app: "http://127.0.0.1:9190".to_owned() };
        Self::assemble(databases::fresh(Engine::Sqlite).await, (Mode::Dev, Some(dev)), values, CHEAP_HASHES).await
    }

    /// One that really sends what it owes, by gateways that the values name.
    pub async fn sending(values: &[(&str, &str)]) -> Self {
        let store = databases::fresh(Engine::Sqlite).await;
        Self::put_together(store, (Mode::Serve, None), values, (CHEAP_HASHES, false)).await
    }

    async fn assemble(store: Store, program: (Mode, Option<DevParts>), values: &[(&str, &str)], cost: (u32, u32, u32)) -> Self {
        Self::put_together(store, program, values, (cost, true)).await
    }

    async fn put_together(
        store: Store,
        program: (Mode, Option<DevParts>),
        values: &[(&str, &str)],
        ((memory, passes, lanes), catch_mail): ((u32, u32, u32), bool),
    ) -> Self {
        let (mode, dev) = program;
        let variable =
            |(key, value): &(&str, &str)| (format!("VESTIBULE__{}", key.to_uppercase().replace('.', "__")), (*value).to_owned());
        let sources = Sources::none().toml(BASE).environment(values.iter().map(variable));
        let config = Config::load(&sources, mode).expect("the configuration of the test is right");
        let Ok(MasterKey::Given(master_keys)) = config.keys.master_key(mode) else { panic!("the tests' master key is given") };
        // Servers with other master keys come one after the other on the same database, and must draw other ids.
        let entropy = Entropy::seeded(6 + master_keys.versions().map(u64::from).sum::<u64>());
        let surroundings = Surroundings {
            dev,
            clock: Clock::fixed(START),
            entropy,
            password_parameters: PasswordParameters::new(memory, passes, lanes).expect("the parameters exist"),
            catch_mail,
        };
        reuse_signing_keys(&store).await;
        let app = boot::assemble(config, surroundings, store, *master_keys).await.expect("the app starts");
        let server = Server::new(app.clone());
        Self { router: router(&server), server, app }
    }

    /// A browser without cookies.
    pub fn browser(&self) -> TestBrowser<'_> {
        TestBrowser::new(self)
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Reply {
        let (parts, bytes) = self.answer(request).await;
        Reply { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// Sends a request as it is, for an answer that is not text.
    pub async fn answer(&self, request: Request<Body>) -> (Parts, Bytes) {
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        (parts, body.collect().await.expect("the body can be read").to_bytes())
    }

    /// A GET without cookies.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(request(Method::GET, path).body(Body::empty()).expect("a request")).await
    }

    /// A form POST without cookies, as clients send it to the token endpoint.
    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(form(path, fields)).await
    }

    /// The same with an `Authorization` header.
    pub async fn post_form_as(&self, path: &str, authorization: &str, fields: &[(&str, &str)]) -> Reply {
        let mut request = form(path, fields);
        request.headers_mut().insert("authorization", authorization.parse().expect("a header"));
        self.send(request).await
    }

    /// That nobody is against a change of theirs.
    pub async fn may_change(&self, user: &User) -> MayChange {
        let nobody = RequestOrigin::default();
        let asked = serde_json::Value::Null;
        permission::to_change(&self.app, user, asked, (&nobody, self.app.clock.now())).await.expect("nobody is against it")
    }

    /// Erases somebody's account, as they would.
    pub async fn erase(&self, id: &UserId) {
        let mut unit = self.app.store.read("test.erase").await.expect("a unit");
        let user = users::by_id(&mut unit, id).await.expect("readable").expect("they have an account");
        drop(unit);
        let nobody = RequestOrigin::default();
        let at = (&nobody, self.app.clock.now());
        let may = permission::to_erase(&self.app, &user, at).await.expect("nobody is against it");
        erase::erase_now(&self.app, id, &may, at).await.expect("the account is erased");
    }

    /// Sends what the receivers of webhooks and actions are owed by now.
    pub async fn deliver_hooks(&self) {
        for receiver in webhooks::receivers(&self.app) {
            while webhooks::deliver_due(&self.app, &receiver, self.app.clock.now()).await.expect("readable") > 0 {}
        }
    }

    /// Moves the clock.
    pub fn advance(&self, by: Duration) {
        self.app.clock.advance(by);
    }

    /// Sends what the outbox holds.
    pub async fn deliver_mail(&self) {
        while jobs::deliver_due(&self.app, self.app.clock.now()).await.expect("the outbox can be read") > 0 {}
    }

    /// The mails so far, oldest first, after sending what is owed.
    pub async fn mails(&self) -> Vec<CaughtMail> {
        self.deliver_mail().await;
        self.app.mailer.caught_mails()
    }

    /// The first link in the newest mail to `address`, as path and query.
    pub async fn mailed_link(&self, address: &str) -> String {
        let mails = self.mails().await;
        let mail = mails.iter().rev().find(|mail| mail.mail.to.as_str() == address).expect("a mail was sent to the address");
        let start = mail.mail.text.find(PUBLIC_URL).expect("the mail has a link") + PUBLIC_URL.len();
        mail.mail.text[start..].split_whitespace().next().expect("the link ends").to_owned()
    }
}

impl Reply {
    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("not JSON ({error}): {} {}", self.status, self.body))
    }

    /// A header's text; empty when it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// A parameter of the redirect's query.
    pub fn location_parameter(&self, name: &str) -> Option<String> {
        let query = self.location().split_once('?')?.1;
        url::form_urlencoded::parse(query.as_bytes()).find(|(its, _)| its == name).map(|(_, value)| value.into_owned())
    }

    /// The value of the page's hidden field of this name.
    pub fn hidden(&self, name: &str) -> Option<String> {
        let at = self.body.find(&format!("name=\"{name}\""))?;
        let tag_start = self.body[..at].rfind('<')?;
        let tag = &self.body[tag_start..tag_start + self.body[tag_start..].find('>')?];
        let value = tag.split_once("value=\"")?.1;
        Some(value.split('"').next()?.replace("&amp;", "&").replace("&#38;", "&"))
    }

    /// What every form of the page brings along beside what somebody types.
    pub fn hidden_fields(&self) -> Vec<(&'static str, String)> {
        ["csrf", "flow", "token", "person"].into_iter().filter_map(|name| self.hidden(name).map(|value| (name, value))).collect()
    }

    /// The text of the page's element with this id, as far as it has no elements in it.
    pub fn text_of(&self, id: &str) -> Option<String> {
        let at = self.body.find(&format!("id=\"{id}\""))?;
        let text = self.body[at..].split_once('>')?.1;
        Some(text.split('<').next()?.trim().to_owned())
    }
}

/// A request with the Host header of the app under test.
pub fn request(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header("host", "localhost:9180")
}

/// A request with a JSON body.
pub fn json_request(method: &str, path: &str, body: &serde_json::Value) -> Request<Body> {
    let method = Method::from_bytes(method.as_bytes()).expect("a method");
    let request = request(method, path).header("content-type", "application/json");
    request.body(Body::from(body.to_string())).expect("a request")
}

fn form(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = request(Method::POST, path).header("content-type", "application/x-www-form-urlencoded");
    request.body(Body::from(body)).expect("a request")
}

/// Making RSA keys takes longer than most tests: the first app's keys serve all that follow.
static KEYS: OnceCell<Vec<StoredSigningKey>> = OnceCell::const_new();
static MAKING: Mutex<()> = Mutex::const_new(());

async fn reuse_signing_keys(store: &Store) {
    let Some(keys) = KEYS.get() else {
        let _one_at_a_time = MAKING.lock().await;
        if KEYS.get().is_none() {
            let surroundings = Surroundings { clock: Clock::fixed(START), ..Surroundings::of_server() };
            let config = Config::load(&Sources::none().toml(BASE), Mode::Serve).expect("the base is right");
            let fresh = databases::fresh(Engine::Sqlite).await;
            let master_keys = MasterKeys::parse(MASTER_KEY).expect("the master key of tests is one");
            let app = boot::assemble(config, surroundings, fresh, master_keys).await.expect("the first app starts");
            keep_signing_keys(&app.store).await;
        }
        insert_keys(store, KEYS.get().expect("kept just now")).await;
        return;
    };
    insert_keys(store, keys).await;
}

async fn insert_keys(store: &Store, keys: &[StoredSigningKey]) {
    let mut unit = store.write("test.keys").await.expect("a unit");
    if signing_keys::all(&mut unit).await.expect("readable").is_empty() {
        for key in keys {
            signing_keys::insert(&mut unit, key).await.expect("a key is stored");
        }
    }
    unit.commit().await.expect("committed");
}

async fn keep_signing_keys(store: &Store) {
    if KEYS.get().is_none() {
        let mut unit = store.read("test.keys").await.expect("a unit");
        let keys = signing_keys::all(&mut unit).await.expect("readable");
        KEYS.set(keys).ok();
    }
}

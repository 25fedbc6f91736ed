//! The app on a real socket of this machine, the demo app beside it, and a browser that goes from one to the other.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::Router;
use axum::http::{Method, Request};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;
use vestibule::dev::demo_app::{self, DemoSettings};
use vestibule::dev::{self, SeededPerson};
use vestibule::outbound::egress::EgressPolicy;
use vestibule::outbound::http::HttpClient;
use vestibule::router::router;

use super::app::{Reply, START, TestApp};

/// An app of `vestibule dev` that listens on a port of its own.
pub struct Listening {
    /// The app.
    pub test: TestApp,
    /// Where it is, which is also its issuer.
    pub issuer: String,
    tasks: Vec<JoinHandle<()>>,
}

/// The demo app beside it.
pub struct WithDemoApp {
    /// The login server.
    pub server: Listening,
    /// Where the demo app is.
    pub demo: String,
    /// The account to try.
    pub person: SeededPerson,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

async fn listen() -> (TcpListener, u16) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    (listener, port)
}

fn serve(listener: TcpListener, router: Router) -> JoinHandle<()> {
    tokio::spawn(async move { axum::serve(listener, router).await.expect("serves") })
}

impl Listening {
    /// On a free port.
    pub async fn start() -> Self {
        let (listener, port) = listen().await;
        let issuer = format!("http://localhost:{port}");
        let test = TestApp::dev(&[("server.public_url", &issuer)]).await;
        let tasks = vec![serve(listener, router(&test.server))];
        Self { test, issuer, tasks }
    }

    /// On a free port, with the demo app on another.
    pub async fn with_demo_app() -> WithDemoApp {
        let mut server = Self::start().await;
        let (listener, port) = listen().await;
        let demo = format!("http://127.0.0.1:{port}");
        let app = &server.test.app;
        let person = dev::seed(app, START).await.expect("there is somebody to sign in as");
        let settings = DemoSettings {
            origin: demo.clone(),
            issuer: server.issuer.clone(),
            client: dev::demo_client(app, &demo, START).await.expect("the demo app is registered"),
            try_account: Some(person.clone()),
            clock: app.clock.clone(),
            entropy: app.entropy.clone(),
        };
        server.tasks.push(serve(listener, demo_app::router(settings).expect("addresses")));
        WithDemoApp { server, demo, person }
    }
}

/// Requests to this machine, by plain http.
pub fn loopback_client() -> HttpClient {
    let loopback = ["127.0.0.0/8", "::1/128"].map(|network| network.parse().expect("a network"));
    HttpClient::new(EgressPolicy::new(loopback))
}

/// A page that the browser is at.
pub struct Page {
    /// Its address.
    pub url: Url,
    /// The answer.
    pub reply: Reply,
}

/// A browser that goes where it is sent, with a cookie jar for each host; as in real ones, ports make no difference to cookies.
pub struct WalkingBrowser {
    http: HttpClient,
    jars: RefCell<BTreeMap<String, BTreeMap<String, String>>>,
}

impl WalkingBrowser {
    /// One that has never been anywhere.
    pub fn new() -> Self {
        Self { http: loopback_client(), jars: RefCell::default() }
    }

    /// Opens an address and follows no redirect.
    pub async fn get(&self, url: &str) -> Page {
        self.send(Method::GET, Url::parse(url).expect("an address"), String::new()).await
    }

    /// Opens an address and follows redirects.
    pub async fn open(&self, url: &str) -> Page {
        let page = self.get(url).await;
        self.follow(page).await
    }

    /// Sends a form of `page` to `path` on the same origin: these fields and the page's hidden ones. Follows no redirect.
    pub async fn submit(&self, page: &Page, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(page.reply.hidden_fields()).extend_pairs(fields);
        self.send(Method::POST, page.url.join(path).expect("a path"), form.finish()).await
    }

    /// Follows redirects of this machine to their end; stops before any that leads elsewhere.
    pub async fn follow(&self, mut page: Page) -> Page {
        for _ in 0..12 {
            if !page.reply.status.is_redirection() {
                return page;
            }
            let target = page.url.join(page.reply.location()).expect("an address");
            if !matches!(target.host_str(), Some("localhost" | "127.0.0.1")) {
                return page;
            }
            page = self.send(Method::GET, target, String::new()).await;
        }
        panic!("redirected in a circle: {}", page.url);
    }

    /// The value of a cookie that `host` has set.
    pub fn cookie(&self, host: &str, name: &str) -> Option<String> {
        self.jars.borrow().get(host)?.get(name).cloned()
    }

    async fn send(&self, method: Method, url: Url, body: String) -> Page {
        let host = url.host_str().expect("a host").to_owned();
        let mut request = Request::builder().method(method.clone()).uri(url.as_str()).header("accept", "text/html");
        let cookies = self.jars.borrow().get(&host).map(cookie_header).unwrap_or_default();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies);
        }
        if method == Method::POST {
            request = request.header("origin", url.origin().ascii_serialization());
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let response = self.http.send(request.body(body.into_bytes()).expect("a request")).await.expect("an answer");
        let (parts, body) = response.into_parts();
        for header in parts.headers.get_all("set-cookie") {
            self.keep_cookie(&host, header.to_str().expect("a cookie is text"));
        }
        let body = String::from_utf8(body).expect("text");
        Page { url, reply: Reply { status: parts.status, headers: parts.headers, body } }
    }

    fn keep_cookie(&self, host: &str, header: &str) {
        let (name, rest) = header.split_once('=').expect("a cookie has a value");
        let value = rest.split(';').next().unwrap_or_default();
        let mut jars = self.jars.borrow_mut();
        let jar = jars.entry(host.to_owned()).or_default();
        if header.to_ascii_lowercase().contains("max-age=0") {
            jar.remove(name);
        } else {
            jar.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn cookie_header(jar: &BTreeMap<String, String>) -> String {
    jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
}

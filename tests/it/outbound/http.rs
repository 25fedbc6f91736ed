//! The HTTP client against a server on this machine.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::{Request, StatusCode, header};
use axum::response::Redirect;
use axum::routing::{get, post};
use vestibule::outbound::egress::EgressPolicy;
use vestibule::outbound::http::{HttpClient, HttpError, RequestLimits};

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

struct Server {
    address: SocketAddr,
    /// How many requests arrived at all.
    seen: Arc<AtomicUsize>,
}

impl Server {
    async fn start() -> Self {
        let seen = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&seen);
        let router = Router::new()
            .route("/json", get(|| async { ([(header::CONTENT_TYPE, "application/json")], "{\"keys\":[1,2]}") }))
            .route("/echo", post(|body: String| async move { (StatusCode::ACCEPTED, [("x-mine", "yes")], body) }))
            .route("/redirect", get(|| async { Redirect::temporary("/json") }))
            .route("/large", get(|| async { "x".repeat(10_000) }))
            .route("/slow", get(|| async { std::future::pending::<()>().await }))
            .route("/fault", get(|| async { StatusCode::INTERNAL_SERVER_ERROR }))
            .layer(axum::middleware::map_request(move |request: axum::extract::Request| {
                counter.fetch_add(1, Ordering::SeqCst);
                std::future::ready(request)
            }));
        let listener = tokio::net::TcpListener::bind((LOOPBACK, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, seen }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

fn allowing_loopback() -> EgressPolicy {
    EgressPolicy::new(["127.0.0.0/8".parse().unwrap()])
}

fn get_request(url: &str) -> Request<Vec<u8>> {
    Request::builder().uri(url).body(Vec::new()).unwrap()
}

#[tokio::test]
async fn answers_come_back_whole() {
    let server = Server::start().await;
    let client = HttpClient::new(allowing_loopback());
    let json: serde_json::Value = client.get_json(&server.url("/json")).await.unwrap();
    assert_eq!(json, serde_json::json!({"keys": [1, 2]}));
    let request = Request::builder().method("POST").uri(server.url("/echo")).header("content-type", "text/plain");
    let echo = client.send(request.body(b"hello".to_vec()).unwrap()).await.unwrap();
    assert_eq!((echo.status(), echo.body().as_slice()), (StatusCode::ACCEPTED, b"hello".as_slice()));
    assert_eq!(echo.headers().get("x-mine").unwrap(), "yes");
    let redirect = client.send(get_request(&server.url("/redirect"))).await.unwrap();
    assert_eq!(redirect.status(), StatusCode::TEMPORARY_REDIRECT, "not followed");
    assert_eq!(server.seen.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn names_are_pinned_to_judged_addresses() {
    let server = Server::start().await;
    let names = HashMap::from([("keys.example".to_owned(), vec![LOOPBACK])]);
    let client = HttpClient::with_names(allowing_loopback(), names);
    let url = format!("http://keys.example:{}/json", server.address.port());
    assert!(client.get_json::<serde_json::Value>(&url).await.is_ok());
    assert_eq!(client.check_address(&url).await, Ok(()));
}

#[tokio::test]
async fn s66_no_connection_reaches_a_refused_address() {
    let server = Server::start().await;
    let port = server.address.port();
    let public = IpAddr::from([93, 184, 215, 14]);
    let names = HashMap::from([
        ("inside.example".to_owned(), vec![LOOPBACK]),
        ("mixed.example".to_owned(), vec![public, LOOPBACK]),
        ("mapped.example".to_owned(), vec![Ipv4Addr::LOCALHOST.to_ipv6_mapped().into()]),
        ("metadata.example".to_owned(), vec![IpAddr::from([169, 254, 169, 254])]),
        ("nothing.example".to_owned(), vec![]),
    ]);
    let client = HttpClient::with_names(EgressPolicy::default(), names);
    for scheme in ["https", "http"] {
        for host in [
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0.0.0.0",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "localhost",
            "LOCALHOST",
            "inside.example",
            "mixed.example",
            "mapped.example",
            "metadata.example",
        ] {
            let url = format!("{scheme}://{host}:{port}/json");
            assert_eq!(client.send(get_request(&url)).await.map(|_| ()), Err(HttpError::Forbidden), "{url}");
            assert_eq!(client.check_address(&url).await, Err(HttpError::Forbidden), "{url} before it is saved");
        }
    }
    let nothing = client.check_address("https://nothing.example/").await;
    assert_eq!(nothing, Err(HttpError::Unreachable));
    assert_eq!(server.seen.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn plain_http_is_for_allowed_networks_only() {
    let names = HashMap::from([("public.example".to_owned(), vec![IpAddr::from([93, 184, 215, 14])])]);
    let client = HttpClient::with_names(EgressPolicy::default(), names);
    assert_eq!(client.check_address("https://public.example/").await, Ok(()));
    assert_eq!(client.check_address("http://public.example/").await, Err(HttpError::Forbidden));
    assert_eq!(client.check_address("http://93.184.215.14/").await, Err(HttpError::Forbidden));
}

#[tokio::test]
async fn other_addresses_are_none() {
    let client = HttpClient::new(allowing_loopback());
    for url in [
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "https://user:pw@rp.example/",
        "https://user@rp.example/",
        "/x",
        "",
    ] {
        assert_eq!(client.check_address(url).await, Err(HttpError::Address), "{url}");
    }
    let relative = client.send(get_request("/x")).await.map(|_| ());
    assert_eq!(relative, Err(HttpError::Address));
}

#[tokio::test]
async fn size_and_time_are_bounded() {
    let server = Server::start().await;
    let client = HttpClient::new(allowing_loopback());
    let limits = RequestLimits { maximum_length: 9_999, timeout: Duration::from_millis(300) };
    let large = client.send_within(limits, get_request(&server.url("/large"))).await.map(|_| ());
    assert_eq!(large, Err(HttpError::TooLarge));
    let enough = RequestLimits { maximum_length: 10_000, ..limits };
    assert!(client.send_within(enough, get_request(&server.url("/large"))).await.is_ok());
    let slow = client.send_within(limits, get_request(&server.url("/slow"))).await.map(|_| ());
    assert_eq!(slow, Err(HttpError::TimedOut));
}

#[tokio::test]
async fn faults_look_alike_to_whoever_typed_the_address() {
    let server = Server::start().await;
    let client = HttpClient::new(allowing_loopback());
    for path in ["/fault", "/large", "/missing"] {
        let failed = client.get_json::<serde_json::Value>(&server.url(path)).await;
        assert_eq!(failed, Err(HttpError::Unexpected), "{path}");
    }
    let closed = client.send(get_request("http://127.0.0.1:1/")).await.map(|_| ());
    assert_eq!(closed, Err(HttpError::Unreachable));
    let texts =
        [HttpError::Forbidden, HttpError::Unreachable, HttpError::TimedOut, HttpError::Unexpected].map(|error| error.to_string());
    assert!(texts.windows(2).all(|pair| pair.first() == pair.last()));
}

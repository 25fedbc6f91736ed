//! RFC 7591 and RFC 7592.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};
use vestibule::model::client::ClientSource;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::oauth::registration::operator::{self, NewClient, OperatorError};

use super::{start, text};
use crate::support::app::{Reply, TestApp, json_request, request};
use crate::support::relying_party::{RelyingParty, person, sign_in, userinfo};

const REGISTER: &str = "/oauth2/register";
const TOKEN: &str = "an-initial-access-token";

async fn register(test: &TestApp, members: &Value) -> Reply {
    test.send(json_request("POST", REGISTER, members)).await
}

async fn manage(test: &TestApp, method: &str, client: &Value, body: Option<&Value>) -> Reply {
    let path = text(client, "registration_client_uri").strip_prefix(test.app.config.issuer()).expect("ours").to_owned();
    let mut request = json_request(method, &path, body.unwrap_or(&Value::Null));
    let bearer = format!("Bearer {}", text(client, "registration_access_token"));
    request.headers_mut().insert("authorization", bearer.parse().expect("a header"));
    test.send(request).await
}

#[tokio::test]
async fn a_client_registers_with_defaults() {
    let test = start().await;
    let reply = register(&test, &json!({ "redirect_uris": ["https://rp.example/cb"] })).await;
    assert_eq!(reply.status, 201, "{}", reply.body);
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.header("cache-control"), "no-store");
    let client = reply.json();
    assert_eq!(client["token_endpoint_auth_method"], "client_secret_basic");
    assert_eq!(client["grant_types"], json!(["authorization_code"]));
    assert_eq!(client["response_types"], json!(["code"]));
    assert_eq!(client["scope"], "openid profile email");
    assert_eq!(client["application_type"], "web");
    assert_eq!(client["client_name"], "rp.example");
    assert_eq!(client["id_token_signed_response_alg"], "RS256");
    assert_eq!(client["client_secret_expires_at"], 0);
    assert_eq!(client["client_id_issued_at"], test.app.clock.now().seconds());
    assert!(text(&client, "client_secret").len() >= 43);
    assert!(text(&client, "registration_access_token").len() >= 43);
    let uri = format!("{}{REGISTER}/{}", test.app.config.issuer(), text(&client, "client_id"));
    assert_eq!(client["registration_client_uri"], uri);
}

#[tokio::test]
async fn what_is_registered_is_answered() {
    let test = start().await;
    let members = json!({
        "client_name": "Example",
        "application_type": "native",
        "redirect_uris": ["com.example.app:/cb", "http://127.0.0.1/cb"],
        "post_logout_redirect_uris": ["com.example.app:/out"],
        "token_endpoint_auth_method": "none",
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "scope": "openid email offline_access",
        "id_token_signed_response_alg": "ES256",
        "default_max_age": 3600,
        "require_auth_time": true,
        "client_uri": "https://example.com/",
        "logo_uri": "https://example.com/logo.png",
        "policy_uri": "https://example.com/privacy#top",
        "tos_uri": "https://example.com/terms",
        "initiate_login_uri": "https://example.com/start",
        "contacts": ["mail@example.com"],
        "software_id": "4NRB1-0XZABZI9E6-5SM3R",
        "software_version": "2.1",
    });
    let client = register(&test, &members).await.json();
    for (name, value) in members.as_object().expect("members") {
        assert_eq!(&client[name], value, "{name}");
    }
    assert!(client.get("client_secret").is_none() && client.get("client_secret_expires_at").is_none());
    let read = manage(&test, "GET", &client, None).await;
    assert_eq!(read.status, 200);
    assert_eq!(read.json(), client, "a public client reads what it was answered");
}

#[tokio::test]
async fn a_registered_client_signs_people_in() {
    let test = start().await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let client = RelyingParty::dynamic(&test, json!({ "client_name": "Dynamic" })).await;
    let page = browser.open(&client.request().path()).await;
    assert!(page.body.contains("id=\"consent-warning\""), "nobody vouches for it");
    let tokens = client.tokens(&browser).await;
    assert_eq!(userinfo(&test, text(&tokens, "access_token")).await.json()["email"], "alice@example.test");
}

#[tokio::test]
async fn reading_replacing_deleting() {
    let test = start().await;
    let members =
        json!({ "redirect_uris": ["https://rp.example/cb"], "grant_types": ["client_credentials", "authorization_code"] });
    let client = register(&test, &members).await.json();
    let secret = text(&client, "client_secret").to_owned();
    let rp = RelyingParty::dynamic(&test, json!({})).await;

    let read = manage(&test, "GET", &client, None).await;
    assert_eq!((read.status.as_u16(), read.header("cache-control")), (200, "no-store"));
    let read = read.json();
    assert!(read.get("client_secret").is_none(), "the secret is stored as a digest");
    assert_eq!(read["registration_access_token"], client["registration_access_token"]);

    let change = json!({
        "client_id": client["client_id"], "client_secret": secret, "client_name": "Changed",
        "redirect_uris": ["https://rp.example/new"], "grant_types": ["client_credentials", "authorization_code"],
        "skip_consent": true,
    });
    let changed = manage(&test, "PUT", &client, Some(&change)).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    assert_eq!(changed.json()["client_name"], "Changed");
    assert_eq!(changed.json()["redirect_uris"], json!(["https://rp.example/new"]));
    assert!(changed.json().get("skip_consent").is_none());
    let credentials = format!("{}:{secret}", text(&client, "client_id"));
    let basic = format!("Basic {}", base64::Engine::encode(&base64::engine::general_purpose::STANDARD, credentials));
    let grant = [("grant_type", "client_credentials")];
    assert_eq!(test.post_form_as("/oauth2/token", &basic, &grant).await.status, 200, "the secret stays");

    for (case, code, change) in [
        ("no client_id", "invalid_request", json!({ "redirect_uris": ["https://rp.example/new"] })),
        (
            "another client_id",
            "invalid_request",
            json!({ "client_id": rp.client_id, "redirect_uris": ["https://rp.example/new"] }),
        ),
        ("another secret", "invalid_request", {
            json!({ "client_id": client["client_id"], "client_secret": "x", "redirect_uris": ["https://rp.example/new"] })
        }),
        ("another method", "invalid_client_metadata", {
            json!({ "client_id": client["client_id"], "token_endpoint_auth_method": "none", "redirect_uris": ["https://rp.example/new"] })
        }),
        (
            "a bad address",
            "invalid_redirect_uri",
            json!({ "client_id": client["client_id"], "redirect_uris": ["http://rp.example/"] }),
        ),
    ] {
        let reply = manage(&test, "PUT", &client, Some(&change)).await;
        assert_eq!((reply.status.as_u16(), &reply.json()["error"]), (400, &json!(code)), "{case}");
    }

    let deleted = manage(&test, "DELETE", &client, None).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.as_str()), (204, ""));
    assert_eq!(manage(&test, "GET", &client, None).await.status, 401);
    assert_eq!(test.post_form_as("/oauth2/token", &basic, &grant).await.status, 401);
}

#[tokio::test]
async fn management_needs_the_token_of_this_client() {
    let test = start().await;
    let members = json!({ "redirect_uris": ["https://rp.example/cb"] });
    let one = register(&test, &members).await.json();
    let other = register(&test, &members).await.json();
    let operators = RelyingParty::web(&test).await;
    let with = |client: &Value, token: &str| {
        let mut client = client.clone();
        client["registration_access_token"] = json!(token);
        client
    };
    let unknown = {
        let mut client = one.clone();
        client["registration_client_uri"] = json!(format!("{}{REGISTER}/unknown", test.app.config.issuer()));
        client
    };
    let of_operator = {
        let mut client = one.clone();
        client["registration_client_uri"] = json!(format!("{}{REGISTER}/{}", test.app.config.issuer(), operators.client_id));
        client
    };
    let others_token = text(&other, "registration_access_token");
    for (case, client) in [
        ("another client's token", with(&one, others_token)),
        ("its secret", with(&one, text(&one, "client_secret"))),
        ("nonsense", with(&one, "x")),
        ("an unknown client", unknown),
        ("a client of the operator", of_operator),
    ] {
        for method in ["GET", "PUT", "DELETE"] {
            let reply = manage(&test, method, &client, Some(&members)).await;
            assert_eq!((reply.status.as_u16(), &reply.json()["error"]), (401, &json!("invalid_token")), "{case} {method}");
            assert!(reply.header("www-authenticate").starts_with("Bearer "), "{case} {method}");
        }
    }
    let anonymous = test.get(&format!("{REGISTER}/{}", text(&one, "client_id"))).await;
    assert_eq!(anonymous.status, 401);
    assert_eq!(manage(&test, "GET", &one, None).await.status, 200);
}

#[tokio::test]
async fn the_initial_access_token_guards_registration() {
    let values = [("registration.dynamic", "token"), ("registration.initial_access_token", TOKEN)];
    let test = Arc::new(TestApp::with(&values).await);
    let members = json!({ "redirect_uris": ["https://rp.example/cb"] });
    let send = async |authorization: Option<&str>| {
        let mut request = request(Method::POST, REGISTER).header("content-type", "application/json");
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        test.send(request.body(Body::from(members.to_string())).expect("a request")).await
    };
    let basic = format!("Basic {TOKEN}");
    let longer = format!("Bearer {TOKEN}x");
    for authorization in [None, Some("Bearer wrong"), Some("Bearer "), Some(basic.as_str()), Some(longer.as_str())] {
        let reply = send(authorization).await;
        assert_eq!((reply.status.as_u16(), &reply.json()["error"]), (401, &json!("invalid_token")), "{authorization:?}");
        assert!(reply.header("www-authenticate").starts_with("Bearer "));
    }
    assert_eq!(send(Some(&format!("Bearer {TOKEN}"))).await.status, 201);
    let discovery = test.get("/.well-known/openid-configuration").await.json();
    assert_eq!(discovery["registration_endpoint"], format!("{}{REGISTER}", test.app.config.issuer()));
}

#[tokio::test]
async fn off_means_that_there_is_no_endpoint() {
    let test = TestApp::with(&[("registration.dynamic", "off")]).await;
    let members = json!({ "redirect_uris": ["https://rp.example/cb"] });
    assert_eq!(register(&test, &members).await.status, 404);
    assert_eq!(test.get(&format!("{REGISTER}/x")).await.status, 404);
    let discovery = test.get("/.well-known/openid-configuration").await.json();
    assert!(discovery.get("registration_endpoint").is_none());
}

#[tokio::test]
async fn the_operator_chooses_ids() {
    let test = start().await;
    let now = test.app.clock.now();
    let members = json!({ "redirect_uris": ["https://rp.example/cb"], "skip_consent": true, "scope": "openid reports" });
    let members = members.as_object().expect("members");
    let new = |id| NewClient { id: Some(id), source: ClientSource::Operator, members };
    let origin = RequestOrigin::default();
    let (client, secret) = operator::create(&test.app, &new("my-app"), &origin, now).await.expect("created");
    assert_eq!(client.id.as_str(), "my-app");
    assert!(client.metadata.skip_consent && secret.is_some_and(|secret| secret.len() >= 43));
    let taken = operator::create(&test.app, &new("my-app"), &origin, now).await;
    assert!(matches!(taken, Err(OperatorError::IdTaken)));
    for id in ["", "my app", "my:app", "ä", &"a".repeat(65)] {
        let malformed = operator::create(&test.app, &new(id), &origin, now).await;
        assert!(matches!(malformed, Err(OperatorError::MalformedId)), "{id}");
    }
}

//! Client authentication and the form of token requests.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};
use vestibule::crypto::jws::JwsType;
use vestibule::crypto::signing_key::{RsaSize, SigningKey};
use vestibule::model::signing_algorithm::SigningAlgorithm;

use super::assert_error;
use crate::support::app::{Reply, TestApp, request};
use crate::support::relying_party::{RelyingParty, alice_at_web, basic};

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::start().await)
}

fn key() -> SigningKey {
    SigningKey::generate(SigningAlgorithm::Es256, RsaSize::default()).expect("a key")
}

async fn with_key(test: &Arc<TestApp>, key: &SigningKey) -> RelyingParty {
    let members = json!({
        "token_endpoint_auth_method": "private_key_jwt",
        "grant_types": ["client_credentials"],
        "redirect_uris": [],
        "jwks": { "keys": [key.public_jwk().to_members()] },
    });
    RelyingParty::register(test, members).await
}

#[tokio::test]
async fn s23_client_assertions() {
    let test = start().await;
    let (own, others) = (key(), key());
    let client = with_key(&test, &own).await;
    let web2 = with_key(&test, &others).await;
    let issuer = test.app.config.issuer().to_owned();
    let token_endpoint = format!("{issuer}/oauth2/token");
    let now = test.app.clock.now().seconds();
    let assertion = |changes: Value| {
        let mut claims = json!({
            "iss": client.client_id, "sub": client.client_id, "aud": issuer, "iat": now, "exp": now + 60, "jti": "one",
        });
        claims.as_object_mut().expect("claims").extend(changes.as_object().cloned().unwrap_or_default());
        claims.as_object_mut().expect("claims").retain(|_, value| !value.is_null());
        claims
    };
    let send = async |assertion: &str| -> Reply {
        let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        let fields = [("grant_type", "client_credentials"), ("client_assertion_type", kind), ("client_assertion", assertion)];
        test.post_form("/oauth2/token", &fields).await
    };
    let sign = |claims: &Value| own.sign(JwsType::Jwt, claims).expect("signed");

    for (number, aud) in [json!(issuer), json!(token_endpoint), json!([issuer, "https://other.example"])].iter().enumerate() {
        let jti = format!("good-{number}");
        let good = sign(&assertion(json!({ "aud": aud, "jti": jti })));
        assert_eq!(send(&good).await.status, 200, "{aud}");
        assert_error(&send(&good).await, 401, "invalid_client", "a replay");
        let again = sign(&assertion(json!({ "aud": aud, "jti": jti, "exp": now + 61 })));
        assert_error(&send(&again).await, 401, "invalid_client", "the same jti in another assertion");
    }
    for (number, changes) in [
        json!({ "aud": "https://other.example" }),
        json!({ "aud": format!("{issuer}/") }),
        json!({ "aud": ["https://other.example"] }),
        json!({ "aud": [] }),
        json!({ "aud": null }),
        json!({ "aud": format!("{issuer}/oauth2/token/") }),
        json!({ "exp": now + 86_400 }),
        json!({ "exp": now - 3600 }),
        json!({ "exp": null }),
        json!({ "exp": "soon" }),
        json!({ "nbf": now + 3600 }),
        json!({ "iat": now + 3600 }),
        json!({ "jti": null }),
        json!({ "jti": "" }),
        json!({ "sub": web2.client_id }),
        json!({ "sub": null }),
        json!({ "iss": web2.client_id, "sub": web2.client_id }),
        json!({ "iss": "unknown", "sub": "unknown" }),
        json!({ "iss": null }),
    ]
    .iter()
    .enumerate()
    {
        let mut changes = changes.clone();
        if changes.get("jti").is_none() {
            changes["jti"] = json!(format!("bad-{number}"));
        }
        assert_error(&send(&sign(&assertion(changes.clone()))).await, 401, "invalid_client", &changes.to_string());
    }
    let by_others = others.sign(JwsType::Jwt, &assertion(json!({ "jti": "by-others" }))).expect("signed");
    assert_error(&send(&by_others).await, 401, "invalid_client", "the key of another client");
    let stripped = by_others.rsplit_once('.').expect("a signature").0.to_owned();
    assert_error(&send(&format!("{stripped}.")).await, 401, "invalid_client", "no signature");
    assert_error(&send("nonsense").await, 401, "invalid_client", "no JWT");
    let named = sign(&assertion(json!({ "jti": "named" })));
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    let contradicted = [
        ("grant_type", "client_credentials"),
        ("client_id", web2.client_id.as_str()),
        ("client_assertion_type", kind),
        ("client_assertion", named.as_str()),
    ];
    assert_error(&test.post_form("/oauth2/token", &contradicted).await, 401, "invalid_client", "another client_id");
}

#[tokio::test]
async fn s24_client_secrets() {
    let test = start().await;
    let members = json!({ "grant_types": ["client_credentials"], "redirect_uris": [] });
    let client = RelyingParty::register(&test, members.clone()).await;
    let other = RelyingParty::register(&test, members).await;
    let secret = client.secret.as_deref().expect("a secret");
    let (id, grant) = (client.client_id.as_str(), ("grant_type", "client_credentials"));
    assert_eq!(client.token(&[grant]).await.status, 200);

    let form = async |fields: &[(&str, &str)]| test.post_form("/oauth2/token", fields).await;
    assert_error(&form(&[grant, ("client_id", id)]).await, 401, "invalid_client", "no secret");
    assert_error(&form(&[grant, ("client_id", id), ("client_secret", "")]).await, 401, "invalid_client", "an empty secret");
    assert_error(&form(&[grant, ("client_id", id), ("client_secret", "wrong")]).await, 401, "invalid_client", "a wrong secret");
    let posted = form(&[grant, ("client_id", id), ("client_secret", secret)]).await;
    assert_error(&posted, 401, "invalid_client", "the right secret by a method that is not registered");
    assert_error(&form(&[grant]).await, 401, "invalid_client", "nobody");
    assert_error(&form(&[grant, ("client_id", "unknown")]).await, 401, "invalid_client", "unknown");

    let basic_as =
        async |authorization: String, fields: &[(&str, &str)]| test.post_form_as("/oauth2/token", &authorization, fields).await;
    for (case, authorization) in [
        ("empty", basic(id, "")),
        ("another client's", basic(id, other.secret.as_deref().expect("a secret"))),
        ("upper case", basic(id, &secret.to_uppercase())),
        ("shortened", basic(id, &secret[..42])),
        ("unknown client", basic("unknown", secret)),
        ("no colon", "Basic bm9jb2xvbg==".to_owned()),
        ("no base64", "Basic ???".to_owned()),
        ("another scheme", format!("Bearer {secret}")),
    ] {
        let reply = basic_as(authorization, &[grant]).await;
        assert_error(&reply, 401, "invalid_client", case);
        assert!(reply.header("www-authenticate").starts_with("Basic "), "{case}");
    }
    let both = basic_as(basic(id, secret), &[grant, ("client_id", id), ("client_secret", secret)]).await;
    assert_error(&both, 400, "invalid_request", "two methods");
    let named = basic_as(basic(id, secret), &[grant, ("client_id", &other.client_id)]).await;
    assert_error(&named, 400, "invalid_request", "two clients");
    let mixed = basic_as(basic(id, secret), &[grant, ("client_assertion", "x.y.z")]).await;
    assert_error(&mixed, 400, "invalid_request", "a secret and an assertion");
    let in_query = test.post_form(&format!("/oauth2/token?client_id={id}&client_secret={secret}"), &[grant]).await;
    assert_error(&in_query, 401, "invalid_client", "in the query");
    let public = RelyingParty::spa(&test).await;
    let refused = basic_as(basic(&public.client_id, ""), &[("grant_type", "authorization_code"), ("code", "x")]).await;
    assert_error(&refused, 401, "invalid_client", "a public client that pretends to have a secret");
}

#[tokio::test]
async fn s25_malformed_token_requests() {
    let test = start().await;
    let (web, _, browser) = alice_at_web(&test).await;
    let code = web.code(&browser).await;
    let authorization = basic(&web.client_id, web.secret.as_deref().expect("a secret"));
    let send = async |content_type: &str, body: Vec<u8>| {
        let request = request(Method::POST, "/oauth2/token").header("authorization", &authorization);
        test.send(request.header("content-type", content_type).body(Body::from(body)).expect("a request")).await
    };
    const FORM: &str = "application/x-www-form-urlencoded";
    let right = format!("grant_type=authorization_code&code={code}&redirect_uri={}", web.redirect_uri);
    let many: String = (0..10_000).map(|number| format!("p{number}=x&")).collect();
    for (case, content_type, body) in [
        ("JSON", "application/json", json!({ "grant_type": "authorization_code", "code": code }).to_string().into_bytes()),
        ("JSON declared as a form", FORM, json!({ "grant_type": "authorization_code" }).to_string().into_bytes()),
        ("text", "text/plain", right.clone().into_bytes()),
        ("multipart", "multipart/form-data; boundary=x", right.clone().into_bytes()),
        ("grant_type twice", FORM, format!("{right}&grant_type=authorization_code").into_bytes()),
        ("grant_type twice, different", FORM, format!("{right}&grant_type=refresh_token").into_bytes()),
        ("code twice", FORM, format!("{right}&code={code}").into_bytes()),
        ("10000 parameters", FORM, format!("{many}{right}").into_bytes()),
        ("5 MB", FORM, format!("{right}&x={}", "x".repeat(5 << 20)).into_bytes()),
        ("broken escape", FORM, format!("{right}&x=%zz").into_bytes()),
        ("half an escape", FORM, format!("{right}&x=%4").into_bytes()),
        ("not UTF-8", FORM, format!("{right}&x=%ff%fe").into_bytes()),
        ("NUL", FORM, format!("{right}&x=%00").into_bytes()),
        ("no grant_type", FORM, format!("code={code}").into_bytes()),
        ("unknown grant_type", FORM, format!("grant_type=password&code={code}").into_bytes()),
        ("empty", FORM, Vec::new()),
    ] {
        let reply = send(content_type, body).await;
        assert!(reply.status.is_client_error(), "{case}: {}", reply.status);
        let error = reply.json()["error"].clone();
        assert!(error == "invalid_request" || error == "unsupported_grant_type", "{case}: {error}");
    }
    let reply = test.get(&format!("/oauth2/token?{right}")).await;
    assert_eq!(reply.status, 405, "GET");
    assert_eq!(web.redeem(&code).await.status, 200, "nothing of all this spent the code");
}

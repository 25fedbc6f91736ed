//! The OpenAPI description: it has an entry for every endpoint, and an endpoint for every entry.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::Value;
use vestibule::web::api::{ApiRoutes, Calling, general};
use vestibule::{account, login, oauth};

use super::Call;
use crate::support::app::TestApp;
use crate::support::features::EVERYTHING;

/// With all that can be turned on.
async fn start() -> TestApp {
    TestApp::with(&EVERYTHING).await
}

fn routes(test: &TestApp) -> ApiRoutes {
    let config = &test.app.config;
    general::routes().merge(login::api_routes(config)).merge(account::api_routes(config)).merge(oauth::api_routes(config))
}

/// Method and path of each entry.
fn entries(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().expect("paths");
    let of_path = |(path, item): (&String, &Value)| {
        let methods: Vec<String> = item.as_object().expect("an item").keys().cloned().collect();
        methods.into_iter().map(move |method| (method, path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

#[tokio::test]
async fn routes_and_entries_are_the_same() {
    let test = start().await;
    let document = Call::get(&test, "/api/openapi.json").send().await.json();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    let method = |calling| if matches!(calling, Calling::Post(_)) { "post" } else { "get" };
    let routes = routes(&test);
    let known: BTreeSet<(String, String)> = routes
        .endpoints()
        .iter()
        .map(|endpoint| (method(endpoint.calling).to_owned(), format!("/api/auth{}", endpoint.path)))
        .collect();
    assert_eq!(entries(&document), known);
    assert_eq!(known.len(), routes.endpoints().len(), "no endpoint stands twice");
}

#[tokio::test]
async fn every_entry_is_answered() {
    let test = start().await;
    let document = Call::get(&test, "/api/openapi.json").send().await.json();
    for (method, path) in entries(&document) {
        let method = Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method");
        let reply = Call::bare(&test, method.clone(), &path.replace("{token}", "unknown")).send().await;
        assert!(reply.status != 404 || !reply.body.is_empty(), "{method} {path}");
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere_and_every_operation_has_a_name() {
    let test = start().await;
    let reply = Call::get(&test, "/api/openapi.json").send().await;
    let document = reply.json();
    for part in reply.body.split("\"$ref\":\"").skip(1) {
        let pointer = part.split('"').next().and_then(|reference| reference.strip_prefix('#')).expect("a reference");
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
    let mut names = BTreeSet::new();
    for (method, path) in entries(&document) {
        let operation = &document["paths"][&path][&method];
        assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{path}");
        assert!(names.insert(operation["operationId"].as_str().expect("a name").to_owned()), "{path}");
        assert!(operation["responses"]["default"].is_object());
    }
}

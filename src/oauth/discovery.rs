//! Metadata (OpenID Connect Discovery 1.0, section 3; RFC 8414, section 2). What is listed here works; what is not is not listed.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::routing::get;
use serde_json::{Value, json};

use crate::app::App;
use crate::config::DynamicRegistration;
use crate::crypto::prepared_document::PreparedDocument;
use crate::model::authentication_method::{ACR_MULTI_FACTOR, ACR_SINGLE_FACTOR};
use crate::model::client::TokenEndpointAuthMethod;
use crate::model::grant_type::GrantType;
use crate::model::response_type::{ResponseMode, ResponseType};
use crate::model::{claims, prompt, urls};
use crate::oauth::client_authentication::ASSERTION_ALGORITHMS;
use crate::web::prepared;
use crate::web::server::Server;

/// The routes of both documents, which are one: the same bytes at every place where a client may look.
pub fn routes(app: &App) -> axum::Router<Server> {
    let document = Arc::new(PreparedDocument::new(metadata(app).to_string().into_bytes()));
    let answer = get(move |headers: HeaderMap| std::future::ready(prepared::answer(&document, &headers)));
    let mut router = axum::Router::new()
        .route(urls::OPENID_CONFIGURATION, answer.clone())
        .route(urls::AUTHORIZATION_SERVER_METADATA, answer.clone());
    let path = issuer_path(app);
    if !path.is_empty() {
        // OpenID appends the well-known path to the issuer; RFC 8414, section 3.1, inserts it before the issuer's path.
        router = router
            .route(&format!("{path}{}", urls::OPENID_CONFIGURATION), answer.clone())
            .route(&format!("{path}{}", urls::AUTHORIZATION_SERVER_METADATA), answer.clone())
            .route(&format!("{}{path}", urls::AUTHORIZATION_SERVER_METADATA), answer);
    }
    router
}

/// The path of the issuer, empty or with a leading slash.
pub fn issuer_path(app: &App) -> String {
    url::Url::parse(app.config.issuer()).map(|url| url.path().trim_end_matches('/').to_owned()).unwrap_or_default()
}

fn metadata(app: &App) -> Value {
    let issuer = app.config.issuer();
    let endpoint = |path: &str| format!("{issuer}{path}");
    let auth_methods: Vec<_> = TokenEndpointAuthMethod::ALL.iter().map(|method| method.as_str()).collect();
    let confidential: Vec<_> = auth_methods.iter().filter(|method| **method != "none").collect();
    let assertion_algorithms: Vec<_> = ASSERTION_ALGORITHMS.iter().map(|algorithm| algorithm.as_str()).collect();
    let acr_values: &[&str] = if app.config.two_factor.is_on() || app.config.passkey.enabled {
        &[ACR_SINGLE_FACTOR, ACR_MULTI_FACTOR]
    } else {
        &[ACR_SINGLE_FACTOR]
    };
    let devices = app.config.device_authorization.enabled;
    let grant_types = GrantType::ALL.into_iter().filter(|grant_type| devices || *grant_type != GrantType::DeviceCode);
    let mut metadata = json!({
        "issuer": issuer,
        "authorization_endpoint": endpoint(urls::AUTHORIZE),
        "token_endpoint": endpoint(urls::TOKEN),
        "userinfo_endpoint": endpoint(urls::USERINFO),
        "jwks_uri": endpoint(urls::JWKS),
        "introspection_endpoint": endpoint(urls::INTROSPECT),
        "revocation_endpoint": endpoint(urls::REVOKE),
        "end_session_endpoint": endpoint(urls::END_SESSION),
        "scopes_supported": app.config.users.scopes().iter().collect::<Vec<_>>(),
        "response_types_supported": ResponseType::ALL.map(ResponseType::as_str),
        "response_modes_supported": ResponseMode::ALL.map(ResponseMode::as_str),
        "grant_types_supported": grant_types.map(GrantType::as_str).collect::<Vec<_>>(),
        "acr_values_supported": acr_values,
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": app.config.keys.signing_algorithms,
        "token_endpoint_auth_methods_supported": auth_methods,
        "token_endpoint_auth_signing_alg_values_supported": assertion_algorithms,
        "introspection_endpoint_auth_methods_supported": confidential,
        "introspection_endpoint_auth_signing_alg_values_supported": assertion_algorithms,
        "revocation_endpoint_auth_methods_supported": auth_methods,
        "revocation_endpoint_auth_signing_alg_values_supported": assertion_algorithms,
        "code_challenge_methods_supported": ["S256"],
        "claim_types_supported": ["normal"],
        "claims_supported": claims::SUPPORTED.into_iter().chain(app.config.users.fields().claims()).collect::<Vec<_>>(),
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "prompt_values_supported": prompt::SUPPORTED,
        "authorization_response_iss_parameter_supported": true,
        "ui_locales_supported": app.locales.offered().iter().map(|locale| locale.tag()).collect::<Vec<_>>(),
    });
    if let Some(members) = metadata.as_object_mut()
        && devices
    {
        members.insert("device_authorization_endpoint".into(), json!(endpoint(urls::DEVICE_AUTHORIZATION)));
    }
    if let Some(members) = metadata.as_object_mut()
        && app.config.registration.dynamic != DynamicRegistration::Off
    {
        members.insert("registration_endpoint".into(), json!(endpoint(urls::REGISTER)));
    }
    metadata
}

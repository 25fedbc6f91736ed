//! The authorization server, one file a specification or endpoint, driven like a relying party.

mod anonymous;
mod assurance;
mod authorization_code;
mod choose_account;
mod client_authentication;
mod client_limits;
mod client_metadata;
mod consent;
mod declared_claims;
mod device_authorization;
mod device_pages;
mod discovery;
mod end_session;
mod introspection;
mod pkce;
mod prompt;
mod refresh_token;
mod registration;
mod revocation;
mod step_up;
mod userinfo;

use std::sync::Arc;

use crate::support::app::TestApp;
use crate::support::browser::TestBrowser;
use crate::support::relying_party::{RelyingParty, person, sign_in};
use vestibule::model::user::User;

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::start().await)
}

/// Alice, signed in, and a confidential app.
async fn alice_at_web(test: &Arc<TestApp>) -> (TestBrowser<'_>, User, RelyingParty) {
    let web = RelyingParty::web(test).await;
    let alice = person(test, "Alice").await;
    let browser = test.browser();
    sign_in(test, &browser, &alice).await;
    (browser, alice, web)
}

fn text<'a>(value: &'a serde_json::Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_else(|| panic!("no {member} in {value}"))
}

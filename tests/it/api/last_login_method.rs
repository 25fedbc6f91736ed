//! By which method somebody signed in last: a cookie for scripts.

use serde_json::json;

use super::{Call, PASSWORD, cookies_of, sign_up};
use crate::support::app::{Reply, TestApp};

const NAME: &str = "vestibule.last_used_login_method";

async fn start() -> TestApp {
    TestApp::with(&[("last_login_method.enabled", "true"), ("username.enabled", "true")]).await
}

/// The whole Set-Cookie header.
fn written(reply: &Reply) -> Option<String> {
    let headers = reply.headers.get_all("set-cookie").iter().filter_map(|header| header.to_str().ok());
    headers.map(str::to_owned).find(|header| header.starts_with(NAME))
}

async fn sign_in(test: &TestApp, password: &str) -> Reply {
    Call::post(test, "/sign-in/email", &json!({ "email": "ann@example.test", "password": password })).send().await
}

#[tokio::test]
async fn a_sign_up_and_a_sign_in_leave_it_for_thirty_days_to_scripts() {
    let test = start().await;
    assert!(sign_up(&test, "ann").await.contains(&format!("{NAME}=email")));
    let header = written(&sign_in(&test, PASSWORD).await).expect("a cookie");
    assert!(header.starts_with(&format!("{NAME}=email; ")), "{header}");
    assert!(header.contains("Max-Age=2592000") && header.contains("Path=/") && header.contains("SameSite=Lax"), "{header}");
    assert!(!header.contains("HttpOnly"), "{header}");
}

#[tokio::test]
async fn nothing_else_leaves_it() {
    let test = start().await;
    let cookies = sign_up(&test, "ann").await;
    assert_eq!(written(&sign_in(&test, "wrong horse battery").await), None, "a refusal");
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "another horse battery", "revokeOtherSessions": true });
    let changed = Call::post(&test, "/change-password", &change).in_browser(&cookies).send().await;
    assert_eq!((changed.status.as_u16(), written(&changed)), (200, None), "a new session in the place of the old");
    let cookies = cookies_of(&changed);
    assert_eq!(written(&Call::get(&test, "/get-session").in_browser(&cookies).send().await), None);
    Call::post(&test, "/update-user", &json!({ "username": "ann" })).in_browser(&cookies).send().await;
    let by_username = json!({ "username": "ann", "password": "another horse battery" });
    let reply = Call::post(&test, "/sign-in/username", &by_username).send().await;
    assert_eq!((reply.status.as_u16(), written(&reply)), (200, None), "the plugin has no name for it");
}

#[tokio::test]
async fn the_pages_leave_it_too() {
    let test = start().await;
    let browser = test.browser();
    browser.sign_up("Ann", "ann@example.test", PASSWORD).await;
    assert_eq!(browser.cookie(NAME).as_deref(), Some("email"));
    let browser = test.browser();
    browser.sign_in("ann@example.test", "wrong horse battery").await;
    assert_eq!(browser.cookie(NAME), None);
    browser.sign_in("ann@example.test", PASSWORD).await;
    assert_eq!(browser.cookie(NAME).as_deref(), Some("email"));
}

/// Where there is one method only, there is nothing to point at, whatever the cookie says.
#[tokio::test]
async fn one_method_alone_has_no_badge() {
    let test = start().await;
    let browser = test.browser();
    let plain = browser.get("/sign-in").await.body.len();
    for value in ["email", "passkey", "<script>"] {
        browser.set_cookie(NAME, value);
        assert_eq!(browser.get("/sign-in").await.body.len(), plain, "{value}");
    }
}

#[tokio::test]
async fn among_several_the_one_used_last_has_the_badge() {
    let test = TestApp::with(&[("last_login_method.enabled", "true"), ("magic_link.enabled", "true")]).await;
    let browser = test.browser();
    let plain = browser.get("/sign-in").await;
    assert!(!plain.body.contains("Last used"));
    browser.set_cookie(NAME, "magic-link");
    let page = browser.get("/sign-in").await.body;
    let button = page.split("<button").find(|button| button.contains("id=\"magic-link\"")).expect("a button");
    assert!(button.contains("Last used"), "{button}");
    assert_eq!(page.matches("Last used").count(), 1);
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    assert!(!sign_up(&test, "ann").await.contains(NAME));
    assert_eq!(written(&sign_in(&test, PASSWORD).await), None);
}

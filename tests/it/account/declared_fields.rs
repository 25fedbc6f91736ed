//! Declared fields on the hosted pages: signing up, the profile, and completing it.

use axum::http::StatusCode;
use serde_json::json;
use vestibule::model::user::Role;

use super::ada;
use crate::api::{Call, cookies_of};
use crate::login::invitations;
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

const DECLARED: &str = r#"{
    "company": { "type": "string", "required": true, "label": { "en": "Company", "de": "Firma" }, "hint": "As on your card", "maximum_length": 10 },
    "staff": { "type": "string", "unique": true, "shown_on": "sign_up" },
    "seats": { "type": "number", "shown_on": "sign_up" },
    "born": { "type": "date", "shown_on": "sign_up" },
    "news": { "type": "boolean", "shown_on": "sign_up" },
    "size": { "type": ["small", "large"] },
    "tags": { "type": "string[]" },
    "plan": { "type": "string", "input": false, "default": "free" }
}"#;
const ON: [(&str, &str); 1] = [("users.additional_fields", DECLARED)];

async fn sign_up(browser: &TestBrowser<'_>, email: &str, fields: &[(&str, &str)]) -> Reply {
    let page = browser.get("/sign-up").await;
    let all = [[("name", "Ada"), ("email", email), ("password", "correct horse battery")].as_slice(), fields].concat();
    browser.submit(&page, "/sign-up", &all).await
}

async fn shown(test: &TestApp, browser: &TestBrowser<'_>) -> serde_json::Value {
    Call::get(test, "/get-session").in_browser(&browser.cookie_header()).send().await.json()["user"].clone()
}

#[tokio::test]
async fn the_sign_up_page_asks_keeps_and_stores() {
    let test = TestApp::with(&ON).await;
    let browser = test.browser();
    let page = browser.get("/sign-up").await;
    for id in ["field_company", "field_staff", "field_seats", "field_born", "field_news"] {
        assert!(page.body.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(page.body.contains(">Company<") && page.body.contains("As on your card"));
    for id in ["field_size", "field_tags", "field_plan"] {
        assert!(!page.body.contains(id), "{id} is not asked here");
    }
    assert!(browser.get("/sign-up?ui_locales=de").await.body.contains(">Firma<"));
    let browser = test.browser();
    let refused = sign_up(
        &browser,
        "ada@example.test",
        &[("field_company", "Far too long a name"), ("field_seats", "many"), ("field_born", "1815-12-32"), ("field_news", "on")],
    )
    .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for id in ["field_company-error", "field_seats-error", "field_born-error"] {
        assert!(refused.text_of(id).is_some_and(|text| !text.is_empty()), "{id}");
    }
    assert!(
        refused.body.contains("value=\"Far too long a name\"") && refused.body.contains("value=\"many\""),
        "what was typed is kept"
    );
    assert!(refused.body.contains("name=\"field_news\" value=\"on\" checked"));
    let missing = sign_up(&browser, "ada@example.test", &[("field_company", " ")]).await;
    assert_eq!(missing.text_of("field_company-error").map(|text| text.contains("is empty")), Some(true), "{}", missing.body);
    let done = sign_up(
        &browser,
        "ada@example.test",
        &[
            ("field_company", "Acme"),
            ("field_staff", "A-1"),
            ("field_seats", "12.50"),
            ("field_born", "1990-12-10"),
            ("field_plan", "pro"),
        ],
    )
    .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let user = shown(&test, &browser).await;
    assert_eq!(
        json!([user["company"], user["staff"], user["seats"], user["born"], user["news"], user["plan"]]),
        json!(["Acme", "A-1", 12.5, "1990-12-10T00:00:00.000Z", false, "free"])
    );
    let taken = sign_up(&test.browser(), "bob@example.test", &[("field_company", "Acme"), ("field_staff", "A-1")]).await;
    assert!(taken.text_of("field_staff-error").is_some_and(|text| text.contains("Somebody else")), "{}", taken.body);
}

#[tokio::test]
async fn the_profile_shows_and_changes_them_and_nothing_else() {
    let test = TestApp::with(&ON).await;
    let (browser, _, _) = ada(&test).await;
    let save = async |fields: &[(&str, &str)]| {
        let page = browser.get("/account/profile").await;
        let all = [[("name", "Ada"), ("picture", "")].as_slice(), fields].concat();
        browser.submit(&page, "/account/profile", &all).await
    };
    let reply = save(&[
        ("field_company", "Acme"),
        ("field_size", "large"),
        ("field_tags", "a\r\nb\r\n\r\n"),
        ("field_plan", "pro"),
        ("field_role", "admin"),
    ])
    .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    let user = shown(&test, &browser).await;
    assert_eq!(json!([user["company"], user["size"], user["tags"], user["plan"]]), json!(["Acme", "large", ["a", "b"], "free"]));
    let page = browser.get("/account/profile").await;
    assert!(page.body.contains("value=\"Acme\"") && page.body.contains("<option value=\"large\" selected>"), "{}", page.body);
    assert_eq!(save(&[("field_company", "Acme"), ("field_size", "")]).await.status, StatusCode::SEE_OTHER);
    let user = shown(&test, &browser).await;
    assert_eq!(json!([user["size"], user["tags"]]), json!([null, null]));
    let refused = save(&[("field_company", ""), ("field_size", "huge")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text_of("field_company-error").is_some() && refused.text_of("field_size-error").is_some());
    let data = browser.get("/account/data").await;
    assert_eq!(data.json()["additional_fields"]["company"], "Acme", "{}", data.body);
}

#[tokio::test]
async fn values_go_with_their_person() {
    let test = TestApp::with(&ON).await;
    let body = json!({ "name": "Ann", "email": "ann@example.test", "password": "correct horse battery", "company": "Acme", "staff": "A-1" });
    let reply = Call::post(&test, "/sign-up/email", &body).in_browser("").send().await;
    let id = vestibule::model::ids::UserId::new(reply.json()["user"]["id"].as_str().unwrap());
    test.erase(&id).await;
    let mut unit = test.app.store.read("test").await.unwrap();
    for query in ["SELECT count(*) FROM user_field_values", "SELECT count(*) FROM user_field_claims"] {
        assert_eq!(unit.one(query, &[]).await.unwrap().integer(0).unwrap(), 0, "{query}");
    }
    drop(unit);
    let again = Call::post(&test, "/sign-up/email", &body).in_browser("").send().await;
    assert_eq!(again.status, 200, "{}", again.body);
    assert!(!cookies_of(&again).is_empty());
}

#[tokio::test]
async fn the_page_of_an_invitation_asks_keeps_and_stores_too() {
    let test = TestApp::with(&ON).await;
    let invited = invitations::invite(&test, "bob@example.test", Role::User).await;
    let browser = test.browser();
    let page = browser.get(&invitations::link(&test, &invited)).await;
    for id in ["field_company", "field_staff", "field_seats", "field_born", "field_news"] {
        assert!(page.body.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(!page.body.contains("field_size"), "not asked here");
    let form = [("name", "Bob"), ("password", "correct horse battery")];
    let send = async |fields: &[(&str, &str)]| browser.submit(&page, "/sign-up/link", &[form.as_slice(), fields].concat()).await;
    let refused = send(&[("field_seats", "many")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for id in ["field_company-error", "field_seats-error"] {
        assert!(refused.text_of(id).is_some_and(|text| !text.is_empty()), "{id}");
    }
    assert!(refused.body.contains("value=\"many\""), "what was typed is kept");
    let first = test.browser();
    sign_up(&first, "ada@example.test", &[("field_company", "Acme"), ("field_staff", "7")]).await;
    let taken = send(&[("field_company", "Acme"), ("field_staff", "7")]).await;
    assert!(taken.text_of("field_staff-error").is_some_and(|text| text.contains("Somebody else")), "{}", taken.body);
    let done = send(&[("field_company", "Acme"), ("field_staff", "8"), ("field_seats", "12"), ("field_news", "on")]).await;
    assert_eq!(done.location(), "/account", "{}", done.body);
    let user = shown(&test, &browser).await;
    assert_eq!((&user["company"], &user["seats"], &user["news"]), (&json!("Acme"), &json!(12), &json!(true)));
}

#[tokio::test]
async fn an_invitation_by_json_stores_what_is_said_too() {
    let test = TestApp::with(&ON).await;
    let invited = invitations::invite(&test, "bob@example.test", Role::User).await;
    let link = invitations::link(&test, &invited);
    let token = link.split("token=").nth(1).unwrap();
    let body = json!({
        "name": "Bob", "email": "bob@example.test", "password": "correct horse battery", "invitation": token, "company": "Acme",
    });
    let made = Call::post(&test, "/sign-up/email", &body).send().await;
    assert_eq!(made.status, 200, "{}", made.body);
    let user = Call::get(&test, "/get-session").in_browser(&cookies_of(&made)).send().await.json()["user"].clone();
    assert_eq!(user["company"], "Acme");
}

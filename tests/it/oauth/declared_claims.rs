//! What apps are told of declared fields, and completing a profile on the way to an app.

use std::sync::Arc;

use serde_json::{Value, json};
use vestibule::model::user::User;
use vestibule::store::additional_fields;

use crate::support::app::TestApp;
use crate::support::relying_party::{RelyingParty, allow, claims, person, sign_in, userinfo};

const DECLARED: &str = r#"{
    "company": { "type": "string", "required": true, "claim": "company", "scope": "work", "label": "Company" },
    "staff": { "type": "string", "unique": true, "required": true },
    "familyName": { "type": "string", "claim": "family_name", "scope": "profile" },
    "teams": { "type": "string[]", "input": false, "claim": "groups", "scope": "work", "default": [] },
    "secret": { "type": "string", "returned": false }
}"#;

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::with(&[("users.additional_fields", DECLARED)]).await)
}

async fn give(test: &TestApp, user: &User, values: Value) {
    let mut unit = test.app.store.write("test").await.unwrap();
    for (name, value) in values.as_object().unwrap() {
        additional_fields::put_of_user(&mut unit, &user.id, name, value).await.unwrap();
    }
    unit.commit().await.unwrap();
}

#[tokio::test]
async fn a_field_is_told_under_its_scope_alone() {
    let test = start().await;
    let web = RelyingParty::register(&test, json!({ "scope": "openid profile work", "claims_in_id_token": true })).await;
    let alice = person(&test, "Alice").await;
    give(
        &test,
        &alice,
        json!({ "company": "Acme", "staff": "A-1", "familyName": "Liddell", "teams": ["sales"], "secret": "hush" }),
    )
    .await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    for (scope, told) in [
        ("openid", json!({})),
        ("openid profile", json!({ "family_name": "Liddell" })),
        ("openid work", json!({ "company": "Acme", "groups": ["sales"] })),
    ] {
        let reply = web.authorize(&browser, &web.request().with("scope", scope).with("prompt", "consent")).await;
        let code = reply.location_parameter("code").unwrap_or_else(|| panic!("{scope}: {} {}", reply.location(), reply.body));
        let tokens = web.redeem(&code).await.json();
        let info = userinfo(&test, tokens["access_token"].as_str().unwrap()).await.json();
        let id_token = claims(tokens["id_token"].as_str().unwrap());
        for name in ["company", "family_name", "groups", "staff", "secret"] {
            assert_eq!(info.get(name), told.get(name), "{name} in UserInfo under {scope}");
            assert_eq!(id_token.get(name), told.get(name), "{name} in the ID token under {scope}");
        }
        assert_eq!((&info["sub"], &id_token["iss"]), (&json!(alice.id.as_str()), &json!(test.app.config.issuer())));
    }
}

#[tokio::test]
async fn nothing_is_told_in_id_tokens_unasked_and_nothing_unknown_at_all() {
    let test = start().await;
    let web = RelyingParty::register(&test, json!({ "scope": "openid work" })).await;
    let alice = person(&test, "Alice").await;
    give(&test, &alice, json!({ "company": "Acme", "staff": "A-1" })).await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let reply = web.authorize(&browser, &web.request().with("scope", "openid work")).await;
    let tokens = web.redeem(&reply.location_parameter("code").expect("a code")).await.json();
    assert!(claims(tokens["id_token"].as_str().unwrap()).get("company").is_none());
    let info = userinfo(&test, tokens["access_token"].as_str().unwrap()).await.json();
    assert_eq!((&info["company"], info.get("family_name")), (&json!("Acme"), None));
}

#[tokio::test]
async fn discovery_and_registration_know_the_scopes_and_claims() {
    let test = start().await;
    let metadata = test.get("/.well-known/openid-configuration").await.json();
    let lists = |name: &str, value: &str| metadata[name].as_array().unwrap().iter().any(|one| one == value);
    assert!(
        lists("scopes_supported", "work") && lists("claims_supported", "company") && lists("claims_supported", "family_name")
    );
    assert!(!lists("claims_supported", "staff") && !lists("scopes_supported", "secret"));
    let dynamic = RelyingParty::dynamic(&test, json!({ "scope": "openid work" })).await;
    let alice = person(&test, "Alice").await;
    give(&test, &alice, json!({ "company": "Acme", "staff": "A-1" })).await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let page = browser.open(&dynamic.request().with("scope", "openid work").path()).await;
    assert!(page.body.contains("consent-allow") && page.body.contains("Company"), "the page names what is told: {}", page.body);
    let plain = TestApp::start().await.get("/.well-known/openid-configuration").await.json();
    assert_eq!(plain["scopes_supported"], json!(["openid", "profile", "email", "offline_access"]));
}

#[tokio::test]
async fn who_lacks_what_everybody_must_say_says_it_before_an_app_is_told_anything() {
    let test = start().await;
    let web = RelyingParty::register(&test, json!({ "scope": "openid work" })).await;
    let (alice, bob) = (person(&test, "Alice").await, person(&test, "Bob").await);
    give(&test, &bob, json!({ "company": "Acme" })).await;
    {
        let mut unit = test.app.store.write("test").await.unwrap();
        assert!(additional_fields::claim(&mut unit, &bob.id, "staff", &json!("B-1")).await.unwrap());
        unit.commit().await.unwrap();
    }
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let request = web.request().with("scope", "openid work");
    let silent = browser.get(&request.clone().with("prompt", "none").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("interaction_required"));
    let page = browser.open(&request.path()).await;
    assert!(page.body.contains("complete-profile-submit") && page.body.contains("alice@example.test"), "{}", page.body);
    assert!(
        page.body.contains("id=\"field_company\"")
            && page.body.contains("id=\"field_staff\"")
            && !page.body.contains("field_familyName")
    );
    let somebody_elses = [("field_company", "Evil"), ("person", bob.id.as_str())];
    let not_hers = browser.submit(&page, "/complete-profile", &somebody_elses).await;
    assert!(
        not_hers.text_of("field_company-error").is_none() && !not_hers.body.contains("Evil"),
        "asked anew: {}",
        not_hers.body
    );
    let empty = browser.submit(&page, "/complete-profile", &[("field_company", "")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text_of("field_company-error").is_some() && empty.text_of("field_staff-error").is_some(), "{}", empty.body);
    let taken = browser.submit(&page, "/complete-profile", &[("field_company", "Acme"), ("field_staff", "B-1")]).await;
    assert!(taken.text_of("field_staff-error").is_some_and(|text| text.contains("Somebody else")), "{}", taken.body);
    // S62: what is not asked cannot be said here, whatever the form brings along.
    let hostile = [
        ("field_company", "Acme"),
        ("field_staff", "A-1"),
        ("field_teams", "admins"),
        ("field_familyName", "Mallory"),
        ("email", "mallory@example.test"),
        ("email_verified", "true"),
        ("sub", "x"),
        ("role", "admin"),
        ("name", "Mallory"),
    ];
    let done = browser.submit(&page, "/complete-profile", &hostile).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let consent = browser.follow(done).await;
    let code = allow(&browser, &consent).await.location_parameter("code").expect("a code");
    let tokens = web.redeem(&code).await.json();
    let info = userinfo(&test, tokens["access_token"].as_str().unwrap()).await.json();
    assert_eq!((&info["company"], &info["groups"]), (&json!("Acme"), &json!([])));
    let mut unit = test.app.store.read("test").await.unwrap();
    let after = vestibule::store::users::by_id(&mut unit, &alice.id).await.unwrap().unwrap();
    assert_eq!(
        (after.email, after.name, after.role, after.email_verified),
        (alice.email, alice.name, alice.role, alice.email_verified)
    );
    assert_eq!(additional_fields::of_user(&mut unit, &alice.id).await.unwrap().keys().collect::<Vec<_>>().len(), 2);
}

#[tokio::test]
async fn the_page_is_for_who_lacks_something_and_offers_the_way_back() {
    let test = start().await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    let nobody = browser.get("/complete-profile").await;
    assert_eq!((nobody.status.as_u16(), nobody.location()), (303, "/account"), "who is nobody is asked to sign in there");
    sign_in(&test, &browser, &alice).await;
    let page = browser.get("/complete-profile?return_to=/account/profile").await;
    let sent = browser
        .submit(
            &page,
            "/complete-profile",
            &[("field_company", "Acme"), ("field_staff", "A-1"), ("return_to", "/account/profile")],
        )
        .await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/account/profile"), "{}", sent.body);
    let again = browser.get("/complete-profile?return_to=/account/profile").await;
    assert_eq!(again.location(), "/account/profile");
    let web = RelyingParty::web(&test).await;
    let bob = person(&test, "Bob").await;
    let bobs = test.browser();
    sign_in(&test, &bobs, &bob).await;
    let page = bobs.open(&web.request().path()).await;
    assert!(page.body.contains("login-cancel"), "{}", page.body);
    let back = bobs.submit(&page, "/oauth2/authorize/cancel", &[("action", "cancel")]).await;
    assert_eq!(back.location_parameter("error").as_deref(), Some("access_denied"));
}

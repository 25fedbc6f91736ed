//! Signing in with address and password.

use std::time::Duration;

use vestibule::store::users;

use super::{ADA, BOB, MUST_VERIFY, PASSWORD, is_password, is_signed_in, person, reset_link};
use crate::support::app::TestApp;

#[tokio::test]
async fn address_and_password_sign_in() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let reply = browser.sign_in(" ADA@Example.TEST ", PASSWORD).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    assert!(is_signed_in(&browser).await);
}

#[tokio::test]
async fn wrong_password_and_unknown_address_have_one_answer_and_keep_what_was_typed() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    for (email, password) in [(ADA, "wrong horse battery"), (BOB, PASSWORD), ("no address", PASSWORD)] {
        let browser = test.browser();
        let reply = browser.sign_in(email, password).await;
        assert_eq!(reply.status, 422);
        assert!(reply.body.contains("That email and password do not match."), "{email}");
        assert!(reply.body.contains(&format!(r#"name="identifier" value="{email}""#)), "{email}");
        assert!(!reply.body.contains(password));
        assert!(!is_signed_in(&browser).await);
    }
}

#[tokio::test]
async fn too_many_wrong_guesses_close_the_address_for_a_while_known_or_not() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    for email in [ADA, BOB] {
        for _ in 0..20 {
            assert_eq!(test.browser().sign_in(email, "wrong horse battery").await.status, 422);
        }
        let closed = test.browser().sign_in(email, PASSWORD).await;
        assert_eq!(closed.status, 429);
        assert_eq!(closed.header("retry-after"), "900");
        assert!(closed.body.contains("Too many tries. Wait 15 minutes"));
    }
    test.advance(Duration::from_secs(16 * 60));
    assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.location(), "/account");
}

/// Makes so many wrong guesses that the address is closed.
async fn close(test: &TestApp, email: &str) {
    for _ in 0..20 {
        assert_eq!(test.browser().sign_in(email, "wrong horse battery").await.status, 422);
    }
    assert_eq!(test.browser().sign_in(email, PASSWORD).await.status, 429);
}

#[tokio::test]
async fn a_closed_address_says_when_it_opens() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    close(&test, ADA).await;
    test.advance(Duration::from_secs(13 * 60));
    let closed = test.browser().sign_in(ADA, PASSWORD).await;
    assert_eq!((closed.status.as_u16(), closed.header("retry-after")), (429, "120"));
    assert!(closed.body.contains("Wait 2 minutes or reset your password."), "{}", closed.body);
}

#[tokio::test]
async fn a_new_password_opens_a_closed_address_at_once() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    close(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    let browser = test.browser();
    let page = browser.get(&link).await;
    browser.submit(&page, "/reset-password", &[("password", "new horse battery")]).await;
    assert!(is_password(&test, ADA, "new horse battery").await);
}

#[tokio::test]
async fn s38_the_owner_of_a_closed_address_is_told_once_a_day_and_nobody_else() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let told = async |test: &TestApp| {
        test.mails()
            .await
            .into_iter()
            .filter(|mail| mail.mail.subject.starts_with("Somebody keeps trying passwords"))
            .collect::<Vec<_>>()
    };
    for _ in 0..4 {
        close(&test, ADA).await;
        close(&test, BOB).await;
        test.advance(Duration::from_secs(16 * 60));
    }
    let mails = told(&test).await;
    assert_eq!(mails.iter().map(|mail| mail.mail.to.as_str()).collect::<Vec<_>>(), [ADA]);
    assert!(mails[0].mail.text.contains("/forgot-password"));
    test.advance(Duration::from_secs(24 * 60 * 60));
    close(&test, ADA).await;
    assert_eq!(told(&test).await.len(), 2);
}

#[tokio::test]
async fn who_is_disabled_is_told_so_after_the_right_password_only() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let now = test.app.clock.now();
    let mut unit = test.app.store.write("test").await.unwrap();
    let user = users::by_email(&mut unit, ADA).await.unwrap().unwrap();
    users::set_disabled(&mut unit, &user.id, Some(now), now).await.unwrap();
    unit.commit().await.unwrap();
    let browser = test.browser();
    assert!(browser.sign_in(ADA, "wrong horse battery").await.body.contains("do not match"));
    assert!(browser.sign_in(ADA, PASSWORD).await.body.contains("This account is switched off."));
    assert!(!is_signed_in(&browser).await);
}

#[tokio::test]
async fn an_unproved_address_gets_a_new_link_and_no_session() {
    let test = TestApp::with(&MUST_VERIFY).await;
    person(&test, ADA).await;
    let before = test.mails().await.len();
    let browser = test.browser();
    let reply = browser.sign_in(ADA, PASSWORD).await;
    assert_eq!(reply.status, 303);
    assert!(browser.follow(reply).await.body.contains("Check your mail"));
    assert_eq!(test.mails().await.len(), before + 1);
    assert!(!is_signed_in(&browser).await);
    assert!(super::follow_link(&browser, &test.mailed_link(ADA).await).await.body.contains("Email confirmed"));
    assert_eq!(browser.sign_in(ADA, PASSWORD).await.location(), "/account");
}

#[tokio::test]
async fn somebody_who_is_signed_in_is_not_asked() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    for path in ["/sign-in", "/sign-up"] {
        let reply = browser.get(path).await;
        assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    }
    assert_eq!(browser.get("/sign-in?return_to=/account/security").await.location(), "/account/security");
}

#[tokio::test]
async fn the_way_back_is_a_path_of_ours_or_the_account() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    for (asked, expected) in [
        ("/account/security?tab=1", "/account/security?tab=1"),
        ("https://evil.example/", "/account"),
        ("//evil.example/", "/account"),
        ("/\\evil.example", "/account"),
        ("/%2f/evil.example", "/account"),
    ] {
        let browser = test.browser();
        let path = vestibule::model::urls::with_query("/sign-in", &[("return_to", asked)]);
        let page = browser.get(&path).await;
        let kept = page.hidden("return_to").unwrap_or_default();
        assert_eq!(kept, if expected == "/account" { "" } else { expected });
        let fields = [("identifier", ADA), ("password", PASSWORD), ("return_to", asked)];
        assert_eq!(browser.submit(&page, "/sign-in", &fields).await.location(), expected, "{asked}");
    }
}

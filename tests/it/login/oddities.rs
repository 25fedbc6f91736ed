//! Passwords and forms that are too long, too odd, or written in two ways.

use super::{ADA, PASSWORD, is_password, person};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_password_of_a_megabyte_is_refused_cheaply() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let megabyte = "x".repeat(1024 * 1024);
    for path in ["/sign-in", "/sign-up", "/reset-password"] {
        let page = browser.get("/sign-in").await;
        let reply = browser.submit(&page, path, &[("identifier", ADA), ("email", ADA), ("password", &megabyte)]).await;
        assert!(reply.status.is_client_error(), "{path} {}", reply.status);
    }
}

#[tokio::test]
async fn passwords_have_at_most_128_characters_and_each_counts() {
    let test = TestApp::start().await;
    let longest = format!("{}{}", "correct horse ".repeat(9), "12");
    assert_eq!(longest.chars().count(), 128);
    let too_long = format!("{longest}3");
    let refused = test.browser().sign_up("Ada Lovelace", ADA, &too_long).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Use at most 128 characters."));
    assert_eq!(test.browser().sign_up("Ada Lovelace", ADA, &longest).await.location(), "/account");
    assert!(is_password(&test, ADA, &longest).await);
    // The same in its first 72 bytes, where other hashes end.
    let twin = format!("{}43", "correct horse ".repeat(9));
    assert!(longest.bytes().take(72).eq(twin.bytes().take(72)));
    for other in [twin.as_str(), &too_long, &longest[..127]] {
        assert!(!is_password(&test, ADA, other).await);
    }
}

#[tokio::test]
async fn a_nul_is_refused() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let with_nul = format!("{PASSWORD}\0");
    assert_eq!(test.browser().sign_in(ADA, &with_nul).await.status, 400);
    assert_eq!(test.browser().sign_up("Bob", "bob@example.test", &with_nul).await.status, 400);
}

#[tokio::test]
async fn the_two_spellings_of_an_umlaut_are_one_password() {
    let test = TestApp::start().await;
    let (composed, decomposed) = ("sch\u{f6}ne gr\u{fc}ne Wiese", "scho\u{308}ne gru\u{308}ne Wiese");
    assert_eq!(test.browser().sign_up("Ada Lovelace", ADA, composed).await.location(), "/account");
    assert!(is_password(&test, ADA, decomposed).await && is_password(&test, ADA, composed).await);
}

#[tokio::test]
async fn a_field_that_comes_twice_is_refused() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let fields = [("identifier", "bob@example.test"), ("identifier", ADA), ("password", PASSWORD)];
    assert_eq!(browser.submit(&page, "/sign-in", &fields).await.status, 400);
}

#[tokio::test]
async fn what_is_typed_comes_back_as_text() {
    let test = TestApp::start().await;
    let typed = "\"><script>alert(1)</script>";
    let reply = test.browser().sign_in(typed, PASSWORD).await;
    assert_eq!(reply.status, 422);
    assert!(!reply.body.contains("<script>alert"));
}

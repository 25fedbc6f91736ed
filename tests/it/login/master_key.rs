//! Replacing the master key while people are in the middle of things.

use vestibule::store::signing_keys;

use super::{ADA, PASSWORD, is_password, is_signed_in, person, reset_link};
use crate::support::app::{MASTER_KEY, TestApp};

const NEXT: &str = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

/// The servers before, while and after the key is replaced, on one database.
async fn rotation() -> [TestApp; 3] {
    let before = TestApp::start().await;
    let both = format!("2:{NEXT},1:{MASTER_KEY}");
    let during = TestApp::on(before.app.store.clone(), &[("keys.master", &both)]).await;
    let after = TestApp::on(before.app.store.clone(), &[("keys.master", &format!("2:{NEXT}"))]).await;
    [before, during, after]
}

#[tokio::test]
async fn sessions_forms_and_links_of_the_old_key_go_on_until_it_is_taken_out() {
    let [before, during, after] = rotation().await;
    let ada = person(&before, ADA).await;
    assert!(is_signed_in(&ada.at(&during)).await, "the signature of the cookie holds");
    assert!(!is_signed_in(&ada.at(&after)).await);

    let stranger = before.browser();
    let page = stranger.get("/sign-in").await;
    let form = [("identifier", ADA), ("password", PASSWORD), ("action", "sign-in")];
    assert_eq!(stranger.at(&after).submit(&page, "/sign-in", &form).await.status, 403, "the form's token is of the old key");
    let signed_in = stranger.at(&during).submit(&page, "/sign-in", &form).await;
    assert_eq!((signed_in.status.as_u16(), signed_in.location()), (303, "/account"), "{}", signed_in.body);

    let link = reset_link(&before, ADA).await;
    let browser = during.browser();
    let page = browser.get(&link).await;
    let token = page.hidden("token").expect("the link opens");
    let fields = [("token", token.as_str()), ("password", "another password")];
    assert_eq!(browser.submit(&page, "/reset-password", &fields).await.status, 303);
    assert!(is_password(&after, ADA, "another password").await);
}

#[tokio::test]
async fn what_is_owed_under_the_old_key_is_sent_under_the_new_one() {
    let [before, during, _] = rotation().await;
    person(&before, ADA).await;
    let browser = before.browser();
    let page = browser.get("/forgot-password").await;
    browser.submit(&page, "/forgot-password", &[("email", ADA)]).await;
    let link = during.mailed_link(ADA).await;
    assert!(during.browser().get(&link).await.hidden("token").is_some());
}

#[tokio::test]
async fn the_new_key_seals_and_the_signing_keys_move_to_it() {
    let [before, during, after] = rotation().await;
    let ada = person(&during, ADA).await;
    assert!(is_signed_in(&ada.at(&after)).await, "what was made meanwhile is the new key's");
    assert!(!is_signed_in(&ada.at(&before)).await);
    let mut unit = after.app.store.read("test").await.expect("a unit");
    let keys = signing_keys::all(&mut unit).await.expect("readable");
    assert!(!keys.is_empty());
    for key in &keys {
        assert!(after.app.master_keys.is_current(&key.private_key_sealed), "{} is sealed anew", key.id);
        let signs = |test: &TestApp| test.app.keyring.current().signer(key.algorithm).expect("a signer").key_id().clone();
        assert_eq!((signs(&before), signs(&after)), (key.id.clone(), key.id.clone()));
    }
}

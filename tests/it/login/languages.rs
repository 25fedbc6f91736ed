//! The language of the pages.

use super::{ADA, MUST_VERIFY, PASSWORD};
use crate::support::app::TestApp;

const COOKIE: &str = "vestibule.locale";

#[tokio::test]
async fn a_chosen_language_is_kept() {
    let test = TestApp::start().await;
    let browser = test.browser();
    assert!(browser.get("/sign-in").await.body.contains("<html lang=\"en\""));
    assert_eq!(browser.cookie(COOKIE), None);
    assert!(browser.get("/sign-in?ui_locales=xx%20de-AT").await.body.contains("<html lang=\"de\""));
    assert_eq!(browser.cookie(COOKIE).unwrap(), "de");
    assert!(browser.get("/sign-up").await.body.contains("<html lang=\"de\""));
    let kept = browser.get("/sign-up?ui_locales=de").await;
    assert!(kept.headers.get_all("set-cookie").iter().next().is_none());
    browser.get("/sign-in?ui_locales=xx").await;
    assert_eq!(browser.cookie(COOKIE).unwrap(), "de");
}

#[tokio::test]
async fn mails_speak_the_language_of_the_page() {
    let test = TestApp::with(&MUST_VERIFY).await;
    let browser = test.browser();
    browser.get("/sign-up?ui_locales=de").await;
    browser.sign_up("Ada Lovelace", ADA, PASSWORD).await;
    assert!(test.mails().await.last().unwrap().mail.html.contains("lang=\"de\""));
}

//! "Check your mail" is a page of its own: it can be reloaded, is for the browser that asked alone, and names no address to anybody else.

use std::time::Duration;

use super::flow::start;
use super::{ADA, MUST_VERIFY, PASSWORD, person};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

const WAYS: [(&str, &str); 3] = [MUST_VERIFY[0], ("magic_link.enabled", "true"), ("passkey.enabled", "true")];

/// A form that mails something: the page that has it, where it is sent, what with, and where another address is typed.
type Form = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static str);

const FORMS: [Form; 5] = [
    ("/forgot-password", "/forgot-password", &[("email", ADA)], "/forgot-password"),
    ("/sign-in/email-link", "/sign-in/email-link", &[("email", ADA), ("remember", "on")], "/sign-in/email-link"),
    ("/sign-up", "/sign-up", &[("name", "Ada"), ("email", ADA), ("password", PASSWORD)], "/sign-up"),
    ("/sign-up", "/sign-up/passkey", &[("name", "Ada"), ("email", ADA)], "/sign-up"),
    ("/sign-in", "/sign-in", &[("identifier", ADA), ("password", PASSWORD), ("remember", "on")], "/sign-in"),
];

async fn send(browser: &TestBrowser<'_>, (page, goal, fields, _): Form) -> Reply {
    let page = browser.get(page).await;
    browser.submit(&page, goal, fields).await
}

#[tokio::test]
async fn every_form_that_mails_leads_to_it_and_it_can_be_reloaded() {
    let test = TestApp::with(&WAYS).await;
    person(&test, ADA).await;
    for form in FORMS {
        let browser = test.browser();
        let sent = send(&browser, form).await;
        assert_eq!((sent.status.as_u16(), sent.body.as_str()), (303, ""), "{form:?}");
        let place = sent.location().to_owned();
        assert!(place.starts_with("/check-your-mail?purpose="), "{form:?}: {place}");
        assert!(!place.contains("ada") && !place.contains('@'), "no log tells who asked: {place}");
        let before = test.mails().await.len();
        for _ in 0..2 {
            let page = browser.get(&place).await;
            assert!(page.status == 200 && page.body.contains("Check your mail") && page.body.contains(ADA), "{form:?}");
            assert!(page.body.contains(&format!("href=\"{}\"", form.3)), "{form:?}: {}", page.body);
        }
        assert_eq!(test.mails().await.len(), before, "looking mails nothing");
        assert_eq!(test.browser().get(&place).await.location(), form.3, "another browser types its own");
        test.advance(Duration::from_secs(31 * 60));
        assert_eq!(browser.get(&place).await.location(), form.3, "{form:?}");
    }
}

#[tokio::test]
async fn it_stays_within_an_apps_sign_in_and_speaks_other_languages() {
    let test = TestApp::with(&WAYS).await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    let flow = page.hidden("flow").unwrap();
    let sent = browser.submit(&page, "/forgot-password", &[("email", ADA)]).await;
    let place = sent.location().to_owned();
    let page = browser.get(&place).await;
    assert!(page.body.contains(&format!("/sign-in?flow={flow}")) && page.body.contains(&format!("/forgot-password?flow={flow}")));
    let german = browser.get(&format!("{place}&ui_locales=de")).await;
    assert!(german.body.contains("lang=\"de\"") && german.body.contains(ADA), "{}", german.body);
}

#[tokio::test]
async fn what_is_no_such_page_is_none() {
    let test = TestApp::with(&WAYS).await;
    assert_eq!(test.get("/check-your-mail").await.status, 400);
    assert_eq!(test.get("/check-your-mail?purpose=nothing&address=x").await.status, 400);
    assert_eq!(test.get("/check-your-mail?purpose=reset_password&address=made-up").await.location(), "/forgot-password");
}

#[tokio::test]
async fn a_box_that_was_unticked_stays_so() {
    let test = TestApp::with(&WAYS).await;
    let browser = test.browser();
    for (ticked, more) in [(true, [("remember", "on")].as_slice()), (false, &[])] {
        let page = browser.get("/sign-in").await;
        let fields: Vec<_> = more.iter().copied().chain([("identifier", ADA)]).collect();
        let sent = browser.submit(&page, "/sign-in/email-link", &fields).await;
        let page = browser.follow(sent).await;
        for path in ["/sign-in/email-link", "/sign-in"] {
            let link = if ticked { path.to_owned() } else { format!("{path}?remember=off") };
            assert!(page.body.contains(&format!("href=\"{link}\"")), "{link}: {}", page.body);
            let next = browser.get(&link).await;
            assert_eq!(next.body.contains(r#"name="remember" value="on" checked"#), ticked, "{link}");
        }
    }
}

//! The session list.

use super::{SESSION_COOKIE, access_lives, ada, allow, client, is_in, person, refresh_lives, signed_in};
use crate::support::app::TestApp;

#[tokio::test]
async fn the_list_shows_device_and_place_and_marks_this_one() {
    let test = TestApp::start().await;
    let (browser, session, user) = ada(&test).await;
    let (_other, other_session) = signed_in(&test, &user).await;
    let stranger = person(&test, "Grace Hopper", "grace@example.test", None).await;
    let (_, foreign) = signed_in(&test, &stranger).await;
    let page = browser.get("/account/sessions").await;
    assert!(page.body.contains("Firefox on Linux"));
    assert!(page.body.contains("203.0.113.7"));
    assert_eq!(page.body.matches("This one").count(), 1);
    let at = |id: &str| page.body.find(id);
    assert!(at(session.id.as_str()).unwrap() < at(other_session.id.as_str()).unwrap());
    assert_eq!(at(foreign.id.as_str()), None);
}

#[tokio::test]
async fn one_session_is_ended_at_once() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let (other, other_session) = signed_in(&test, &user).await;
    let (third, _) = signed_in(&test, &user).await;
    let page = browser.get("/account/sessions").await;
    let reply = browser.submit(&page, "/account/sessions/end", &[("session", other_session.id.as_str())]).await;
    assert_eq!(reply.location(), "/account/sessions");
    assert!(!is_in(&other).await);
    assert!(is_in(&third).await && is_in(&browser).await);
}

#[tokio::test]
async fn all_others_are_ended_and_this_one_goes_on() {
    let test = TestApp::start().await;
    let (browser, session, user) = ada(&test).await;
    let (other, other_session) = signed_in(&test, &user).await;
    let app = client(&test, "Fieldnotes").await;
    let here = allow(&test, &session, &app, "openid").await;
    let there = allow(&test, &other_session, &app, "openid").await;
    let page = browser.get("/account/sessions").await;
    browser.submit(&page, "/account/sessions/end", &[("session", "others")]).await;
    assert!(is_in(&browser).await);
    assert!(!is_in(&other).await);
    assert!(access_lives(&test, &here).await);
    assert!(!access_lives(&test, &there).await && !refresh_lives(&test, &app, &there).await);
}

#[tokio::test]
async fn signing_out_everywhere_includes_this_browser() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let (other, _) = signed_in(&test, &user).await;
    let copy = browser.copy();
    let page = browser.get("/account/sessions").await;
    let reply = browser.submit(&page, "/account/sessions/end", &[("session", "all")]).await;
    assert_eq!(reply.location(), "/sign-in");
    assert_eq!(browser.cookie(SESSION_COOKIE), None);
    assert!(!is_in(&copy).await && !is_in(&other).await);
}

#[tokio::test]
async fn ending_this_session_signs_out() {
    let test = TestApp::start().await;
    let (browser, session, _) = ada(&test).await;
    let copy = browser.copy();
    let page = browser.get("/account/sessions").await;
    let reply = browser.submit(&page, "/account/sessions/end", &[("session", session.id.as_str())]).await;
    assert_eq!(reply.location(), "/sign-in");
    assert_eq!(browser.cookie(SESSION_COOKIE), None);
    assert!(!is_in(&copy).await);
}

#[tokio::test]
async fn the_session_of_somebody_else_is_not_ended() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    let stranger = person(&test, "Grace Hopper", "grace@example.test", None).await;
    let (theirs, foreign) = signed_in(&test, &stranger).await;
    let page = browser.get("/account/sessions").await;
    for chosen in [foreign.id.as_str(), "unknown", ""] {
        let reply = browser.submit(&page, "/account/sessions/end", &[("session", chosen)]).await;
        assert_eq!(reply.location(), "/account/sessions");
    }
    assert!(is_in(&theirs).await && is_in(&browser).await);
}

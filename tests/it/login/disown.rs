//! "This was not me": the link in mails about changes of an account and about new devices.

use std::time::Duration;

use vestibule::model::email::EmailAddress;
use vestibule::model::user::User;
use vestibule::store::users;
use vestibule::users::{email_change, operator};

use super::{ADA, BOB, PASSWORD, follow_link, is_password, is_signed_in, person};
use crate::support::app::TestApp;
use crate::support::browser::TestBrowser;

const THIEF: &str = "thief@example.test";
const STOLEN: &str = "a password of the thief";
const MINE: &str = "a password of the owner";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// A change of a proved address takes one link, to the new one; the old one is told.
const PROVE: [(&str, &str); 2] = [("registration.require_verified_email", "true"), ("accounts.confirm_email_change", "false")];

async fn user(test: &TestApp, email: &str) -> Option<User> {
    let mut unit = test.app.store.read("test").await.unwrap();
    users::by_email(&mut unit, email).await.unwrap()
}

/// Somebody in the browser of `of` changes the password. What is owed before is sent before: at one instant it would be in no order.
async fn change_password(test: &TestApp, of: &TestBrowser<'_>, current: &str, new: &str) {
    test.deliver_mail().await;
    let page = of.get("/account/security").await;
    let changed = of.submit(&page, "/account/password", &[("current_password", current), ("password", new)]).await;
    assert_eq!(changed.status, 303, "{}", changed.body);
}

/// Somebody who proved their address.
async fn proved<'a>(test: &'a TestApp, email: &str) -> TestBrowser<'a> {
    let browser = person(test, email).await;
    follow_link(&browser, &test.mailed_link(email).await).await;
    assert_eq!(browser.sign_in(email, PASSWORD).await.location(), "/account");
    browser
}

/// Moves the account at `from` to `to`, which its holder proves. Gives the link that the old address is mailed.
async fn move_address(test: &TestApp, from: &str, to: &str) -> String {
    let found = user(test, from).await.unwrap();
    let new = EmailAddress::parse(to).unwrap();
    let may = test.may_change(&found).await;
    email_change::request(&test.app, (&found, &new), &may, ("en", None), test.app.clock.now()).await.unwrap();
    let moved = follow_link(&test.browser(), &test.mailed_link(to).await).await;
    assert!(moved.body.contains("Email changed"), "{}", moved.body);
    test.advance(Duration::from_secs(1));
    test.mailed_link(from).await
}

async fn sets_a_new_password(test: &TestApp, email: &str) {
    let link = test.mailed_link(email).await;
    let browser = test.browser();
    let page = browser.get(&link).await;
    assert_eq!(browser.submit(&page, "/reset-password", &[("password", MINE)]).await.status, 303, "{link}");
    assert!(is_password(test, email, MINE).await);
}

#[tokio::test]
async fn it_locks_the_thief_out_and_lets_the_owner_choose_a_password() {
    let test = TestApp::start().await;
    let owner = person(&test, ADA).await;
    let thief = test.browser();
    thief.sign_in(ADA, PASSWORD).await;
    change_password(&test, &thief, PASSWORD, STOLEN).await;
    let link = test.mailed_link(ADA).await;
    test.advance(Duration::from_secs(60));
    change_password(&test, &thief, STOLEN, "another password of the thief").await;
    let later = test.mailed_link(ADA).await;

    let asked = test.browser().get(&link).await;
    assert!(asked.body.contains("Take your account back") && asked.body.contains(ADA));
    assert!(is_signed_in(&thief).await, "looking does nothing");
    let done = follow_link(&test.browser(), &link).await;
    assert!(done.body.contains("Your account is safe"), "{}", done.body);
    assert!(!is_signed_in(&thief).await && !is_signed_in(&owner).await);
    for password in [PASSWORD, STOLEN, "another password of the thief"] {
        assert!(!is_password(&test, ADA, password).await, "{password}");
    }
    assert_eq!(test.browser().get(&link).await.status, 410, "it works once");
    assert_eq!(test.browser().get(&later).await.status, 410, "so does that of the later mail");
    sets_a_new_password(&test, ADA).await;
}

#[tokio::test]
async fn the_owner_s_browser_is_told_that_its_session_ended() {
    let test = TestApp::start().await;
    let owner = person(&test, ADA).await;
    change_password(&test, &owner, PASSWORD, STOLEN).await;
    let done = follow_link(&owner, &test.mailed_link(ADA).await).await;
    assert!(done.body.contains("/sign-in") && !is_signed_in(&owner).await);
    assert_eq!(owner.cookie("vestibule.session_token"), None);
}

#[tokio::test]
async fn it_takes_a_change_of_the_address_back_and_only_the_old_address_can() {
    let test = TestApp::with(&PROVE).await;
    proved(&test, ADA).await;
    let link = move_address(&test, ADA, THIEF).await;
    let thief = test.browser();
    assert_eq!(thief.sign_in(THIEF, PASSWORD).await.location(), "/account");
    change_password(&test, &thief, PASSWORD, STOLEN).await;
    let thief_s = test.mailed_link(THIEF).await;
    let done = follow_link(&test.browser(), &link).await;
    assert!(done.body.contains("Your account is safe") && done.body.contains(ADA), "{}", done.body);
    assert!(user(&test, THIEF).await.is_none());
    assert!(user(&test, ADA).await.unwrap().email_verified);
    assert_eq!(test.browser().get(&thief_s).await.status, 410, "the thief's mail undoes nothing");
    assert!(!is_signed_in(&thief).await);
    sets_a_new_password(&test, ADA).await;
}

#[tokio::test]
async fn a_thief_who_moves_on_cannot_forestall_the_owner() {
    let test = TestApp::with(&PROVE).await;
    proved(&test, ADA).await;
    let owner_s = move_address(&test, ADA, THIEF).await;
    let thief_s = move_address(&test, THIEF, BOB).await;
    let done = follow_link(&test.browser(), &thief_s).await;
    assert!(done.body.contains(THIEF), "{}", done.body);
    let done = follow_link(&test.browser(), &owner_s).await;
    assert!(done.body.contains(ADA), "{}", done.body);
    sets_a_new_password(&test, ADA).await;
}

#[tokio::test]
async fn who_signs_up_with_the_free_address_does_not_keep_it_unproved() {
    let test = TestApp::with(&PROVE).await;
    proved(&test, ADA).await;
    let link = move_address(&test, ADA, THIEF).await;
    let account = user(&test, THIEF).await.unwrap().id;
    person(&test, ADA).await;
    test.deliver_mail().await;
    test.advance(Duration::from_secs(1));
    follow_link(&test.browser(), &link).await;
    assert_eq!(user(&test, ADA).await.unwrap().id, account);
    sets_a_new_password(&test, ADA).await;
}

#[tokio::test]
async fn who_proved_the_free_address_keeps_it() {
    let test = TestApp::with(&PROVE).await;
    proved(&test, ADA).await;
    let link = move_address(&test, ADA, THIEF).await;
    let account = user(&test, THIEF).await.unwrap().id;
    let other = proved(&test, ADA).await;
    assert_eq!(test.browser().get(&link).await.status, 410);
    assert_ne!(user(&test, ADA).await.unwrap().id, account);
    assert!(is_signed_in(&other).await);
}

#[tokio::test]
async fn a_second_factor_set_up_since_is_taken_away_and_an_earlier_one_stays() {
    for (set_up_after, stays) in [(true, false), (false, true)] {
        let test = TestApp::with(&[("two_factor.policy", "optional")]).await;
        let browser = person(&test, ADA).await;
        let before = test.app.clock.now();
        test.advance(Duration::from_secs(60));
        change_password(&test, &browser, PASSWORD, STOLEN).await;
        let link = test.mailed_link(ADA).await;
        let enabled_at = if set_up_after { test.app.clock.now() } else { before };
        let id = user(&test, ADA).await.unwrap().id;
        let mut unit = test.app.store.write("test").await.unwrap();
        users::set_two_factor(&mut unit, &id, Some(enabled_at)).await.unwrap();
        unit.commit().await.unwrap();
        follow_link(&test.browser(), &link).await;
        assert_eq!(user(&test, ADA).await.unwrap().two_factor_enabled_at.is_some(), stays);
    }
}

#[tokio::test]
async fn late_made_up_and_locked_ones_are_dead_and_looking_spends_nothing() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    change_password(&test, &browser, PASSWORD, STOLEN).await;
    let link = test.mailed_link(ADA).await;
    for _ in 0..3 {
        assert_eq!(test.browser().get(&link).await.status, 200);
    }
    let forged =
        test.browser().post("/confirm-link", &[("purpose", "disown"), ("token", &super::parameter(&link, "token"))]).await;
    assert_eq!(forged.status, 403, "a form of elsewhere does nothing");
    assert_eq!(test.browser().get("/confirm-link?purpose=disown&token=none").await.status, 410);
    let other = link.replace("purpose=disown", "purpose=verify_email");
    assert_eq!(test.browser().get(&other).await.status, 410, "it is for one purpose");
    let ada = user(&test, ADA).await.unwrap();
    operator::lock(&test.app, &ada.id, &Default::default(), test.app.clock.now()).await.unwrap();
    assert_eq!(test.browser().get(&link).await.status, 410, "the operator's word counts");
    operator::unlock(&test.app, &ada.id, &Default::default(), test.app.clock.now()).await.unwrap();
    assert_eq!(test.browser().get(&link).await.status, 200);
    test.advance(7 * DAY);
    assert_eq!(test.browser().get(&link).await.status, 410);
}

/// How many mails about new devices somebody has got.
async fn told(test: &TestApp) -> usize {
    test.mails().await.iter().filter(|mail| mail.mail.subject.starts_with("A new device signed in")).count()
}

#[tokio::test]
async fn a_new_device_is_told_once_and_the_first_not_at_all() {
    let test = TestApp::with(&[("accounts.new_device_mails", "true")]).await;
    let first = person(&test, ADA).await;
    first.sign_in(ADA, PASSWORD).await;
    assert_eq!(told(&test).await, 0, "the first device is no news");
    let known = test.browser();
    known.sign_in(ADA, PASSWORD).await;
    let mails = test.mails().await;
    assert!(mails.last().unwrap().mail.text.contains("Device: Chrome on Linux"), "{}", mails.last().unwrap().mail.text);
    assert_eq!(told(&test).await, 1);
    known.sign_in(ADA, PASSWORD).await;
    person(&test, BOB).await;
    assert_eq!(told(&test).await, 1);
    test.advance(DAY);
    let link = {
        test.browser().sign_in(ADA, PASSWORD).await;
        test.mailed_link(ADA).await
    };
    follow_link(&test.browser(), &link).await;
    assert!(!is_signed_in(&first).await && !is_password(&test, ADA, PASSWORD).await);
}

#[tokio::test]
async fn devices_are_not_watched_unless_the_operator_wants_that() {
    let test = TestApp::start().await;
    let first = person(&test, ADA).await;
    assert_eq!(first.cookie("vestibule.device"), None);
    test.browser().sign_in(ADA, PASSWORD).await;
    assert_eq!(told(&test).await, 0);
}

#[tokio::test]
async fn a_mark_of_somebody_else_or_a_forged_one_makes_no_device_known() {
    let test = TestApp::with(&[("accounts.new_device_mails", "true")]).await;
    person(&test, ADA).await;
    let thief = person(&test, BOB).await;
    assert!(thief.cookie("vestibule.device").is_some());
    let other = test.browser();
    other.set_cookie("vestibule.device", &thief.cookie("vestibule.device").unwrap());
    assert_eq!(other.sign_in(ADA, PASSWORD).await.location(), "/account");
    assert_eq!(told(&test).await, 1);
    let forged = test.browser();
    forged.set_cookie("vestibule.device", "made-up.signature");
    forged.sign_in(ADA, PASSWORD).await;
    assert_eq!(told(&test).await, 2);
}

#[tokio::test]
async fn nobody_is_flooded_with_mails_about_new_devices() {
    let test = TestApp::with(&[("accounts.new_device_mails", "true")]).await;
    person(&test, ADA).await;
    for _ in 0..8 {
        assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.location(), "/account");
    }
    assert_eq!(told(&test).await, 5);
}

#[tokio::test]
async fn an_owner_who_proves_the_address_of_a_squatter_starts_without_the_squatter_s_devices() {
    let values = [("accounts.new_device_mails", "true"), ("magic_link.enabled", "true")];
    let test = TestApp::with(&values).await;
    person(&test, ADA).await;
    test.deliver_mail().await;
    let owner = test.browser();
    let page = owner.get("/sign-in/email-link").await;
    owner.submit(&page, "/sign-in/email-link", &[("email", ADA)]).await;
    let link = test.mailed_link(ADA).await;
    let asked = owner.open(&link).await;
    if !is_signed_in(&owner).await {
        super::press(&owner, &asked, link.split('?').next().unwrap(), &[]).await;
    }
    assert!(is_signed_in(&owner).await);
    assert_eq!(told(&test).await, 0);
}

//! The pages of signing in, as a browser sees them.

mod address_rules;
mod captcha;
mod check_mail;
mod disown;
mod email_code;
mod enumeration;
mod flow;
mod forged_forms;
mod forged_hosts;
mod gateways;
mod identifier_first;
mod identity;
pub mod invitations;
mod languages;
mod leaked_passwords;
mod links;
mod magic_link;
mod mail_budgets;
mod master_key;
mod oddities;
mod passkey_sign_up;
pub mod passkeys;
mod phone;
mod reset;
mod sessions;
mod set_up;
mod sign_in;
mod sign_in_after_verification;
mod sign_up;
mod sign_up_paths;
mod terms;
mod timing;
mod two_factor;
mod two_factor_demanded_later;
mod two_factor_grace;
mod two_factor_set_up;
mod two_factor_ways;
mod usernames;
pub mod wallet;
mod way_on;

use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

/// The password of everybody.
const PASSWORD: &str = "correct horse battery";
const ADA: &str = "ada@example.test";
const BOB: &str = "bob@example.test";

/// Tests in which addresses must be proved first.
const MUST_VERIFY: [(&str, &str); 1] = [("registration.require_verified_email", "true")];

/// Registers somebody in a browser of their own, which is signed in unless addresses must be proved.
async fn person<'a>(test: &'a TestApp, email: &str) -> TestBrowser<'a> {
    let browser = test.browser();
    browser.sign_up("Ada Lovelace", email, PASSWORD).await;
    browser
}

/// Whether the browser is signed in: then nobody is asked to sign in.
async fn is_signed_in(browser: &TestBrowser<'_>) -> bool {
    browser.get("/sign-in").await.location() == "/account"
}

/// Whether the password is the one of the address.
async fn is_password(test: &TestApp, email: &str, password: &str) -> bool {
    test.browser().sign_in(email, password).await.location() == "/account"
}

/// The hidden fields of a mailed link's page, sent with `fields`.
async fn press(browser: &TestBrowser<'_>, page: &Reply, path: &str, fields: &[(&str, &str)]) -> Reply {
    let purpose = page.hidden("purpose").unwrap_or_default();
    let callback_url = page.hidden("callbackURL");
    let mut all = vec![("purpose", purpose.as_str())];
    all.extend(callback_url.as_deref().map(|url| ("callbackURL", url)));
    all.extend(fields);
    browser.submit(page, path, &all).await
}

/// Opens a mailed link and presses its button.
async fn follow_link(browser: &TestBrowser<'_>, link: &str) -> Reply {
    let page = browser.get(link).await;
    press(browser, &page, "/confirm-link", &[]).await
}

/// The value of a parameter in a link.
fn parameter(link: &str, name: &str) -> String {
    let query = link.split_once('?').expect("the link has parameters").1;
    let found = url::form_urlencoded::parse(query.as_bytes()).find(|(its, _)| its == name);
    found.expect("the link has the parameter").1.into_owned()
}

/// Asks for a reset link and gives its path and query.
async fn reset_link(test: &TestApp, email: &str) -> String {
    // What is owed at one instant is sent in no order.
    test.deliver_mail().await;
    let browser = test.browser();
    let page = browser.get("/forgot-password").await;
    let asked = browser.submit(&page, "/forgot-password", &[("email", email)]).await;
    assert_eq!(asked.status, 303);
    test.mailed_link(email).await
}

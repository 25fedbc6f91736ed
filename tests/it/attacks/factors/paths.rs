//! The ways in that there are, each gone without any second factor.

use axum::http::Method;
use serde_json::json;

use super::{EMAIL, USERNAME, post};
use crate::api::passkeys;
use crate::api::siwe::{TestWallet, enter};
use crate::api::{Call, PASSWORD, cookies_of, parameter};
use crate::login::passkeys::sign_in_on_the_page;
use crate::login::wallet;
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;
use crate::support::passkeys::PasskeyDevice;
use crate::support::phones::{NUMBER, OTHER_NUMBER, ask, texted_code};

pub const NEW_PASSWORD: &str = "staple clip paper glue";
const NEWCOMER: &str = "new@example.test";

/// A way in. The one table of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    SignIn,
    Username,
    SignUp,
    Reset,
    MagicLink,
    /// The link of an app, opened by a person.
    OpenedMagicLink,
    EmailCode,
    /// With an authenticator that does not know its person.
    Passkey,
    ResetByCode,
    Verification,
    MagicLinkOfNewcomer,
    EmailCodeOfNewcomer,
    /// A code in a text message to Ada's number.
    PhoneCode,
    /// Her number and her password.
    PhoneNumber,
    ResetByPhone,
    PhoneCodeOfNewcomer,
    /// A wallet is always somebody's own account.
    Wallet,
    /// With an authenticator that knows its person: two factors.
    VerifiedPasskey,
    /// From a session of nobody's in the same browser.
    FromAnonymous,
    /// A session that is carried over to another browser.
    CarriedOver,
    // The next way in, such as the approval of a device, goes here, into `ALL`, and into `by_pages` and `by_calls`.
}

impl Path {
    pub const ALL: [Self; 20] = [
        Self::SignIn,
        Self::Username,
        Self::SignUp,
        Self::Reset,
        Self::MagicLink,
        Self::OpenedMagicLink,
        Self::EmailCode,
        Self::Passkey,
        Self::ResetByCode,
        Self::Verification,
        Self::MagicLinkOfNewcomer,
        Self::EmailCodeOfNewcomer,
        Self::PhoneCode,
        Self::PhoneNumber,
        Self::ResetByPhone,
        Self::PhoneCodeOfNewcomer,
        Self::Wallet,
        Self::VerifiedPasskey,
        Self::FromAnonymous,
        Self::CarriedOver,
    ];

    /// Whether somebody goes it who had no account before.
    pub fn is_of_newcomer(self) -> bool {
        matches!(
            self,
            Self::SignUp | Self::MagicLinkOfNewcomer | Self::EmailCodeOfNewcomer | Self::PhoneCodeOfNewcomer | Self::Wallet
        )
    }

    /// Whether it is two factors by itself.
    pub fn is_two_factors(self) -> bool {
        self == Self::VerifiedPasskey
    }

    /// Whether Ada has still to prove her address to go it.
    pub fn proves_address(self) -> bool {
        self == Self::Verification
    }

    fn email(self) -> &'static str {
        if self.is_of_newcomer() { NEWCOMER } else { EMAIL }
    }

    fn number(self) -> &'static str {
        if self.is_of_newcomer() { OTHER_NUMBER } else { NUMBER }
    }

    /// Goes this way on the pages, and returns the browser's cookies.
    pub async fn by_pages(self, test: &TestApp) -> String {
        let browser = test.browser();
        match self {
            Self::SignIn => drop(browser.sign_in(EMAIL, PASSWORD).await),
            Self::Username => drop(browser.sign_in(USERNAME, PASSWORD).await),
            Self::SignUp => drop(browser.sign_up("New", NEWCOMER, PASSWORD).await),
            Self::Reset => {
                reset(test, &browser).await;
                browser.sign_in(EMAIL, NEW_PASSWORD).await;
            }
            Self::MagicLink | Self::MagicLinkOfNewcomer => {
                browser.get(&magic_link_of_pages(test, &browser, self.email()).await).await;
            }
            Self::Wallet => drop(wallet::sign_in_on_the_page(&browser, &TestWallet::new("new")).await),
            Self::OpenedMagicLink => drop(open_magic_link(test, &browser, "/welcome").await),
            Self::EmailCode | Self::EmailCodeOfNewcomer => drop(enter_code(test, &browser, self.email()).await),
            Self::Passkey | Self::VerifiedPasskey => {
                let device = device(test, self.is_two_factors()).await;
                drop(sign_in_on_the_page(test, &browser, &device).await);
            }
            Self::FromAnonymous => {
                keep_cookies(&browser, &post(test, "/sign-in/anonymous", &json!({}), "").await);
                browser.sign_in(EMAIL, PASSWORD).await;
            }
            Self::CarriedOver => {
                browser.sign_in(EMAIL, PASSWORD).await;
                return carried_over(test, &browser.cookie_header()).await;
            }
            Self::ResetByCode => {
                reset_by_code(test).await;
                browser.sign_in(EMAIL, NEW_PASSWORD).await;
            }
            Self::PhoneCode | Self::PhoneCodeOfNewcomer => drop(enter_phone_code(test, &browser, self.number()).await),
            Self::PhoneNumber => drop(browser.sign_in(NUMBER, PASSWORD).await),
            Self::ResetByPhone => {
                reset_by_phone(test, &browser).await;
                browser.sign_in(NUMBER, NEW_PASSWORD).await;
            }
            Self::Verification => {
                let token = parameter(&ask_for_verification(test, &browser).await, "token");
                let page = browser.get(&format!("/confirm-link?purpose=verify_email&token={token}")).await;
                let done = browser.submit(&page, "/confirm-link", &[("purpose", "verify_email")]).await;
                assert_eq!(done.status, 200, "{}", done.body);
            }
        }
        browser.cookie_header()
    }

    /// Goes this way as a program, and returns its cookies.
    pub async fn by_calls(self, test: &TestApp) -> String {
        let browser = test.browser();
        let credentials = |email: &str, password: &str| json!({ "email": email, "password": password });
        let reply = match self {
            Self::SignIn => post(test, "/sign-in/email", &credentials(EMAIL, PASSWORD), "").await,
            Self::Username => {
                let body = json!({ "username": USERNAME, "password": PASSWORD });
                post(test, "/sign-in/username", &body, "").await
            }
            Self::SignUp => {
                let body = json!({ "name": "New", "email": NEWCOMER, "password": PASSWORD });
                post(test, "/sign-up/email", &body, "").await
            }
            Self::Wallet => enter(test, &TestWallet::new("new"), "").await,
            Self::Reset => {
                reset(test, &browser).await;
                post(test, "/sign-in/email", &credentials(EMAIL, NEW_PASSWORD), "").await
            }
            Self::ResetByCode => {
                reset_by_code(test).await;
                post(test, "/sign-in/email", &credentials(EMAIL, NEW_PASSWORD), "").await
            }
            Self::MagicLink | Self::MagicLinkOfNewcomer => magic_link_by_script(test, self.email()).await,
            Self::OpenedMagicLink => {
                open_magic_link(test, &browser, "").await;
                return browser.cookie_header();
            }
            Self::EmailCode | Self::EmailCodeOfNewcomer => {
                let body = json!({ "email": self.email(), "otp": mailed_code(test, self.email(), "sign-in").await });
                post(test, "/sign-in/email-otp", &body, "").await
            }
            Self::Passkey | Self::VerifiedPasskey => passkeys::sign_in(test, &device(test, self.is_two_factors()).await).await,
            Self::FromAnonymous => {
                let nobody = cookies_of(&post(test, "/sign-in/anonymous", &json!({}), "").await);
                post(test, "/sign-in/email", &credentials(EMAIL, PASSWORD), &nobody).await
            }
            Self::CarriedOver => {
                let cookies = cookies_of(&post(test, "/sign-in/email", &credentials(EMAIL, PASSWORD), "").await);
                return carried_over(test, &cookies).await;
            }
            Self::PhoneCode | Self::PhoneCodeOfNewcomer => {
                ask(test, self.number()).await;
                let code = texted_code(test, self.number()).await;
                post(test, "/phone-number/verify", &json!({ "phoneNumber": self.number(), "code": code }), "").await
            }
            Self::PhoneNumber => {
                post(test, "/sign-in/phone-number", &json!({ "phoneNumber": NUMBER, "password": PASSWORD }), "").await
            }
            Self::ResetByPhone => {
                post(test, "/phone-number/request-password-reset", &json!({ "phoneNumber": NUMBER }), "").await;
                let otp = texted_code(test, NUMBER).await;
                let body = json!({ "phoneNumber": NUMBER, "otp": otp, "newPassword": NEW_PASSWORD });
                assert_eq!(post(test, "/phone-number/reset-password", &body, "").await.status, 200);
                post(test, "/sign-in/phone-number", &json!({ "phoneNumber": NUMBER, "password": NEW_PASSWORD }), "").await
            }
            Self::Verification => {
                let link = ask_for_verification(test, &browser).await;
                Call::get(test, &link).in_browser(&browser.cookie_header()).send().await
            }
        };
        assert!(reply.status.is_success() || reply.status == 302, "{self:?}: {} {}", reply.status, reply.body);
        cookies_of(&reply)
    }
}

/// What a browser has that is given the session of another one; nothing if there was none.
async fn carried_over(test: &TestApp, cookies: &str) -> String {
    let made = Call::get(test, "/one-time-token/generate").in_browser(cookies).send().await;
    if made.status == 401 {
        return String::new();
    }
    let token = json!({ "token": made.json()["token"] });
    cookies_of(&post(test, "/one-time-token/verify", &token, "").await)
}

/// Ada's authenticator, which knows its person or does not.
async fn device(test: &TestApp, knows_person: bool) -> PasskeyDevice {
    let device = PasskeyDevice::default();
    device.knows_person.set(knows_person);
    device.enrol(test, EMAIL).await;
    device
}

/// Sets a new password by a mailed link.
pub async fn reset(test: &TestApp, browser: &TestBrowser<'_>) {
    let page = browser.get("/forgot-password").await;
    browser.submit(&page, "/forgot-password", &[("email", EMAIL)]).await;
    let page = browser.get(&test.mailed_link(EMAIL).await).await;
    let done = browser.submit(&page, "/reset-password", &[("password", NEW_PASSWORD)]).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

async fn reset_by_code(test: &TestApp) {
    let otp = mailed_code(test, EMAIL, "forget-password").await;
    let body = json!({ "email": EMAIL, "otp": otp, "password": NEW_PASSWORD });
    let done = post(test, "/email-otp/reset-password", &body, "").await;
    assert_eq!(done.status, 200, "{}", done.body);
}

/// Keeps what an answer to a script sets in the browser that the script runs in.
pub fn keep_cookies(browser: &TestBrowser<'_>, reply: &Reply) {
    for (name, value) in cookies_of(reply).split("; ").filter_map(|pair| pair.split_once('=')) {
        browser.set_cookie(name, value);
    }
}

async fn magic_link_of_pages(test: &TestApp, browser: &TestBrowser<'_>, email: &str) -> String {
    test.deliver_mail().await;
    let page = browser.get("/sign-in/email-link").await;
    let asked = browser.submit(&page, "/sign-in/email-link", &[("email", email), ("remember", "on")]).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    test.mailed_link(email).await
}

/// Signs in by the link of an app in the browser that asked for it, as somebody does who clicks on it in a mail.
pub async fn open_magic_link(test: &TestApp, browser: &TestBrowser<'_>, callback_url: &str) -> Reply {
    test.deliver_mail().await;
    let body = json!({ "email": EMAIL, "callbackURL": callback_url });
    keep_cookies(browser, &post(test, "/sign-in/magic-link", &body, "").await);
    let link = test.mailed_link(EMAIL).await;
    let click = Call::bare(test, Method::GET, &link).with("accept", "text/html").with("sec-fetch-mode", "navigate");
    let reply = click.with("cookie", &browser.cookie_header()).send().await;
    keep_cookies(browser, &reply);
    reply
}

/// Follows a link as a program does.
pub async fn magic_link_by_script(test: &TestApp, email: &str) -> Reply {
    test.deliver_mail().await;
    post(test, "/sign-in/magic-link", &json!({ "email": email }), "").await;
    let link = format!("/magic-link/verify?token={}", parameter(&test.mailed_link(email).await, "token"));
    Call::get(test, &link).with("accept", "application/json").send().await
}

/// The digits of a code that is asked for and mailed.
async fn mailed_code(test: &TestApp, email: &str, code_use: &str) -> String {
    test.deliver_mail().await;
    post(test, "/email-otp/send-verification-otp", &json!({ "email": email, "type": code_use }), "").await;
    newest_code(test, email).await
}

async fn newest_code(test: &TestApp, email: &str) -> String {
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.to.as_str() == email).expect("a code was mailed");
    mail.mail.subject.chars().take(7).filter(char::is_ascii_digit).collect()
}

/// Signs in by a mailed code on the pages.
pub async fn enter_code(test: &TestApp, browser: &TestBrowser<'_>, email: &str) -> Reply {
    test.deliver_mail().await;
    let page = browser.get("/sign-in/email-code").await;
    let asked = browser.submit(&page, "/sign-in/email-code", &[("email", email), ("remember", "on")]).await;
    let page = browser.get(asked.location()).await;
    let address = page.hidden("address").expect("the address is on the page");
    let code = newest_code(test, email).await;
    browser.submit(&page, "/sign-in/code", &[("address", &address), ("code", &code), ("remember", "on")]).await
}

/// Asks for a code in a text message on the pages, and opens the page that asks for it.
async fn ask_phone_code(browser: &TestBrowser<'_>, path: &str, number: &str) -> Reply {
    let page = browser.get(path).await;
    let asked = browser.submit(&page, path, &[("phone", number), ("remember", "on")]).await;
    browser.get(asked.location()).await
}

/// Signs in by a code in a text message on the pages.
async fn enter_phone_code(test: &TestApp, browser: &TestBrowser<'_>, number: &str) -> Reply {
    let page = ask_phone_code(browser, "/sign-in/phone", number).await;
    let address = page.hidden("address").expect("the number is on the page");
    let code = texted_code(test, number).await;
    browser.submit(&page, "/sign-in/phone-code", &[("address", &address), ("code", &code), ("remember", "on")]).await
}

async fn reset_by_phone(test: &TestApp, browser: &TestBrowser<'_>) {
    let page = ask_phone_code(browser, "/forgot-password/phone", NUMBER).await;
    let address = page.hidden("address").expect("the number is on the page");
    let code = texted_code(test, NUMBER).await;
    let fields = [("address", address.as_str()), ("code", code.as_str()), ("password", NEW_PASSWORD)];
    let done = browser.submit(&page, "/reset-password/phone", &fields).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

/// Has a link mailed that proves Ada's address, in the name of `browser`.
async fn ask_for_verification(test: &TestApp, browser: &TestBrowser<'_>) -> String {
    test.deliver_mail().await;
    keep_cookies(browser, &post(test, "/send-verification-email", &json!({ "email": EMAIL }), "").await);
    test.mailed_link(EMAIL).await
}

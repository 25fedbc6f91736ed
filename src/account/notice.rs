//! What a form of the account has just done, said once on the next page.
//!
//! It travels in a cookie rather than in the address, so that no link from elsewhere can make a page claim something.

use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::Response;

use crate::web::chrome::Chrome;
use crate::web::cookies::{CookieLife, RequestCookies, SetCookie};
use crate::web::server::Server;

const COOKIE: &str = "notice";
/// Long enough to sign in or to prove oneself on the way to the page.
const LIFE: Duration = Duration::from_secs(10 * 60);

/// What was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Name and picture are saved.
    ProfileSaved,
    /// The username is saved.
    UsernameSaved,
    /// The phone number is on the account.
    PhoneNumberSaved,
    /// It is off it.
    PhoneNumberRemoved,
    /// A link that proves the address went to it.
    VerificationLinkSent,
    /// A change of address has begun, at the new address.
    EmailLinkSent,
    /// A change of address has begun, at the old address, which has to allow it.
    EmailPermissionAsked,
    /// The address is another, which is yet to be proved.
    EmailChanged,
    /// The password is another.
    PasswordChanged,
    /// Signing in asks for no second factor any more.
    TwoFactorOff,
    /// One or more browsers are trusted no longer.
    TrustEnded,
    /// There is one passkey more.
    PasskeyAdded,
    /// A passkey has another name.
    PasskeyRenamed,
    /// A passkey is gone.
    PasskeyRemoved,
    /// A link with which a password can be chosen went to the account's address.
    PasswordLinkSent,
    /// One or more sessions are ended.
    SessionsEnded,
    /// An app lost its access.
    AppRemoved,
    /// A link went to the account's address, which deletes the account.
    DeletionLinkSent,
    /// The account is deleted.
    AccountDeleted,
    /// A form was not acted on, because the person first had to prove that it is they.
    SendAgain,
}

impl Notice {
    /// Every notice.
    pub const ALL: [Self; 20] = [
        Self::ProfileSaved,
        Self::UsernameSaved,
        Self::PhoneNumberSaved,
        Self::PhoneNumberRemoved,
        Self::VerificationLinkSent,
        Self::EmailLinkSent,
        Self::EmailPermissionAsked,
        Self::EmailChanged,
        Self::PasswordChanged,
        Self::TwoFactorOff,
        Self::TrustEnded,
        Self::PasskeyAdded,
        Self::PasskeyRenamed,
        Self::PasskeyRemoved,
        Self::PasswordLinkSent,
        Self::SessionsEnded,
        Self::AppRemoved,
        Self::DeletionLinkSent,
        Self::AccountDeleted,
        Self::SendAgain,
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::ProfileSaved => "profile_saved",
            Self::UsernameSaved => "username_saved",
            Self::PhoneNumberSaved => "phone_number_saved",
            Self::PhoneNumberRemoved => "phone_number_removed",
            Self::VerificationLinkSent => "verification_link_sent",
            Self::EmailLinkSent => "email_link_sent",
            Self::EmailPermissionAsked => "email_permission_asked",
            Self::EmailChanged => "email_changed",
            Self::PasswordChanged => "password_changed",
            Self::TwoFactorOff => "two_factor_off",
            Self::TrustEnded => "trust_ended",
            Self::PasskeyAdded => "passkey_added",
            Self::PasskeyRenamed => "passkey_renamed",
            Self::PasskeyRemoved => "passkey_removed",
            Self::PasswordLinkSent => "password_link_sent",
            Self::SessionsEnded => "sessions_ended",
            Self::AppRemoved => "app_removed",
            Self::DeletionLinkSent => "deletion_link_sent",
            Self::AccountDeleted => "account_deleted",
            Self::SendAgain => "send_again",
        }
    }

    /// It in words.
    pub fn text(self, chrome: &Chrome) -> String {
        match self {
            Self::ProfileSaved => chrome.text("notice-profile-saved"),
            Self::UsernameSaved => chrome.text("notice-username-saved"),
            Self::PhoneNumberSaved => chrome.text("notice-phone-number-saved"),
            Self::PhoneNumberRemoved => chrome.text("notice-phone-number-removed"),
            Self::VerificationLinkSent => chrome.text("notice-verification-link-sent"),
            Self::EmailLinkSent => chrome.text("notice-email-link-sent"),
            Self::EmailPermissionAsked => chrome.text("notice-email-permission-asked"),
            Self::EmailChanged => chrome.text("notice-email-changed"),
            Self::PasswordChanged => chrome.text("notice-password-changed"),
            Self::TwoFactorOff => chrome.text("notice-two-factor-off"),
            Self::TrustEnded => chrome.text("notice-trust-ended"),
            Self::PasskeyAdded => chrome.text("notice-passkey-added"),
            Self::PasskeyRenamed => chrome.text("notice-passkey-renamed"),
            Self::PasskeyRemoved => chrome.text("notice-passkey-removed"),
            Self::PasswordLinkSent => chrome.text("notice-password-link-sent"),
            Self::SessionsEnded => chrome.text("notice-sessions-ended"),
            Self::AppRemoved => chrome.text("notice-app-removed"),
            Self::DeletionLinkSent => chrome.text("notice-deletion-link-sent"),
            Self::AccountDeleted => chrome.text("notice-account-deleted"),
            Self::SendAgain => chrome.text("notice-send-again"),
        }
    }

    /// The notice that a request brings along.
    pub fn of_request(server: &Server, headers: &HeaderMap) -> Option<Self> {
        let cookies = RequestCookies::read(headers);
        let code = cookies.get(&server.cookies.full(COOKIE))?;
        Self::ALL.into_iter().find(|notice| notice.code() == code)
    }

    /// Has the next page say it.
    pub fn leave(self, server: &Server, response: &mut Response) {
        append(response, &server.cookies.set(COOKIE, self.code(), CookieLife::For(LIFE)));
    }

    /// It has been said.
    pub fn forget(server: &Server, response: &mut Response) {
        append(response, &server.cookies.delete(COOKIE));
    }
}

fn append(response: &mut Response, cookie: &SetCookie) {
    response.headers_mut().extend(cookie.header_value().map(|value| (SET_COOKIE, value)));
}

//! The paths of this server, each written once. Slices meet through them; mails and metadata are made from them.

use url::form_urlencoded;

/// OpenID Connect Discovery 1.0.
pub const OPENID_CONFIGURATION: &str = "/.well-known/openid-configuration";
/// RFC 8414.
pub const AUTHORIZATION_SERVER_METADATA: &str = "/.well-known/oauth-authorization-server";
/// The authorization endpoint (RFC 6749, section 3.1).
pub const AUTHORIZE: &str = "/oauth2/authorize";
/// Where a person comes back to after each step of a login transaction.
pub const RESUME: &str = "/oauth2/authorize/resume";
/// Where a person refuses to go on with a login transaction, on a page of any slice.
pub const CANCEL: &str = "/oauth2/authorize/cancel";
/// Choosing the account to go on with.
pub const CHOOSE_ACCOUNT: &str = "/choose-account";
/// The parameter of [`SIGN_IN`] by which somebody signs in beside those who are signed in in the same browser.
pub const SIGN_IN_BESIDE: (&str, &str) = ("account", "another");
/// The token endpoint (RFC 6749, section 3.2).
pub const TOKEN: &str = "/oauth2/token";
/// The UserInfo endpoint (OpenID Connect Core, section 5.3).
pub const USERINFO: &str = "/oauth2/userinfo";
/// The key set (RFC 7517).
pub const JWKS: &str = "/oauth2/jwks";
/// Dynamic client registration (RFC 7591) and management (RFC 7592).
pub const REGISTER: &str = "/oauth2/register";
/// The device authorization endpoint (RFC 8628, section 3.1).
pub const DEVICE_AUTHORIZATION: &str = "/oauth2/device_authorization";
/// Token introspection (RFC 7662).
pub const INTROSPECT: &str = "/oauth2/introspect";
/// Token revocation (RFC 7009).
pub const REVOKE: &str = "/oauth2/revoke";
/// RP-initiated logout (OpenID Connect RP-Initiated Logout 1.0).
pub const END_SESSION: &str = "/oauth2/end-session";
/// Its confirmation.
pub const END_SESSION_CONFIRM: &str = "/oauth2/end-session/confirm";

/// Signing in.
pub const SIGN_IN: &str = "/sign-in";
/// Asking for a link to sign in with.
pub const MAGIC_LINK_REQUEST: &str = "/sign-in/email-link";
/// Following it.
pub const MAGIC_LINK: &str = "/sign-in/link";
/// Asking for a code to sign in with.
pub const EMAIL_CODE_REQUEST: &str = "/sign-in/email-code";
/// Typing it.
pub const EMAIL_CODE: &str = "/sign-in/code";
/// Signing in with a passkey.
pub const PASSKEY: &str = "/sign-in/passkey";
/// Signing in with a wallet.
pub const WALLET: &str = "/sign-in/wallet";
/// Where a page's script asks what the wallet is to sign.
pub const WALLET_MESSAGE: &str = "/sign-in/wallet/message";
/// Where somebody who has just typed their password is offered a passkey.
pub const PASSKEY_OFFER: &str = "/passkey-offer";
/// Asking for a code by text message to sign in with.
pub const PHONE_CODE_REQUEST: &str = "/sign-in/phone";
/// Typing it.
pub const PHONE_CODE: &str = "/sign-in/phone-code";
/// Asking for one that sets a new password.
pub const PHONE_RESET_REQUEST: &str = "/forgot-password/phone";
/// Typing it, with the new password.
pub const PHONE_RESET: &str = "/reset-password/phone";
/// Showing a second factor.
pub const TWO_FACTOR: &str = "/two-factor";
/// The same with a passkey.
pub const TWO_FACTOR_PASSKEY: &str = "/two-factor/passkey";
/// Where somebody sets their first second factor up who cannot sign in without one.
pub const TWO_FACTOR_SET_UP: &str = "/two-factor/set-up";
/// Where somebody is told to look for a mail.
pub const CHECK_MAIL: &str = "/check-your-mail";
/// Creating an account.
pub const SIGN_UP: &str = "/sign-up";
/// Asking for a link by which an account is made without a password.
pub const SIGN_UP_PASSKEY: &str = "/sign-up/passkey";
/// Making the account by a mailed link: that one, or an invitation.
pub const SIGN_UP_LINK: &str = "/sign-up/link";
/// Where that page's script asks what the authenticator is to make.
pub const SIGN_UP_LINK_OPTIONS: &str = "/sign-up/link/passkey-options";
/// Where it sends what the authenticator made.
pub const SIGN_UP_LINK_PASSKEY: &str = "/sign-up/link/passkey";
/// Agreeing to documents that are new.
pub const TERMS: &str = "/terms";
/// Signing out of here.
pub const SIGN_OUT: &str = "/sign-out";
/// Asking for a reset link.
pub const FORGOT_PASSWORD: &str = "/forgot-password";
/// Setting a new password with one.
pub const RESET_PASSWORD: &str = "/reset-password";
/// What a mailed link opens where it may not do its work by GET.
pub const CONFIRM_LINK: &str = "/confirm-link";
/// Proving oneself again before a sensitive change.
pub const CONFIRM_IDENTITY: &str = "/confirm-identity";
/// The same with a passkey.
pub const CONFIRM_PASSKEY: &str = "/confirm-identity/passkey";
/// The same with a wallet.
pub const CONFIRM_WALLET: &str = "/confirm-identity/wallet";
/// Where a page's script asks what the wallet is to sign for it.
pub const CONFIRM_WALLET_MESSAGE: &str = "/confirm-identity/wallet/message";
/// Saying what the operator wants to know of everybody.
pub const COMPLETE_PROFILE: &str = "/complete-profile";
/// Allowing an app.
pub const CONSENT: &str = "/consent";
/// Typing the code of a device.
pub const DEVICE: &str = "/device";
/// Answering for the device.
pub const DEVICE_CONFIRM: &str = "/device/confirm";
/// One's own account.
pub const ACCOUNT: &str = "/account";
/// Its profile page.
pub const ACCOUNT_PROFILE: &str = "/account/profile";
/// Where the profile page sends a picture.
pub const ACCOUNT_PICTURE: &str = "/account/picture";
/// Where it takes the picture away.
pub const ACCOUNT_PICTURE_REMOVE: &str = "/account/picture/remove";
/// Below it are the pictures that people have uploaded.
pub const PICTURES: &str = "/pictures";
/// Where the profile page asks for another mail address.
pub const ACCOUNT_EMAIL: &str = "/account/email";
/// Where it changes the username.
pub const ACCOUNT_USERNAME: &str = "/account/username";
/// Where it asks for a code that puts a phone number on the account.
pub const ACCOUNT_PHONE: &str = "/account/phone";
/// Where it sends that.
pub const ACCOUNT_PHONE_CODE: &str = "/account/phone/code";
/// Where it takes the phone number off the account.
pub const ACCOUNT_PHONE_REMOVE: &str = "/account/phone/remove";
/// Where it asks for a link that proves the address.
pub const ACCOUNT_VERIFICATION: &str = "/account/verification";
/// Its security page.
pub const ACCOUNT_SECURITY: &str = "/account/security";
/// Where that changes the password.
pub const ACCOUNT_PASSWORD: &str = "/account/password";
/// Its second factor.
pub const ACCOUNT_TWO_FACTOR: &str = "/account/two-factor";
/// Its passkeys.
pub const ACCOUNT_PASSKEYS: &str = "/account/passkeys";
/// Its ways in.
pub const ACCOUNT_IDENTITIES: &str = "/account/identities";
/// Where that disconnects one.
pub const ACCOUNT_IDENTITIES_DISCONNECT: &str = "/account/identities/disconnect";
/// Its session list.
pub const ACCOUNT_SESSIONS: &str = "/account/sessions";
/// Where that ends sessions.
pub const ACCOUNT_SESSIONS_END: &str = "/account/sessions/end";
/// What happened to it.
pub const ACCOUNT_ACTIVITY: &str = "/account/activity";
/// Everything that is stored about its person, as a file.
pub const ACCOUNT_DATA: &str = "/account/data";
/// Its connected apps.
pub const ACCOUNT_APPS: &str = "/account/apps";
/// Where that takes an app's access back.
pub const ACCOUNT_APPS_REVOKE: &str = "/account/apps/revoke";
/// Its end.
pub const ACCOUNT_DELETE: &str = "/account/delete";
/// What is seen after it.
pub const ACCOUNT_DELETED: &str = "/account/deleted";
/// Becoming the first administrator.
pub const ADMIN_SETUP: &str = "/admin/setup";
/// The mailbox of `vestibule dev`.
pub const DEV_MAIL: &str = "/dev/mail";
/// The JSON interface in Better Auth's wire format.
pub const API: &str = "/api/auth";

/// `path` with query parameters.
pub fn with_query(path: &str, parameters: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// `path` within a login transaction.
pub fn in_flow(path: &str, flow: Option<&str>) -> String {
    flow.map_or_else(|| path.to_owned(), |flow| with_query(path, &[("flow", flow)]))
}

/// Where somebody shows their second factor who goes on to `location` from there.
pub fn second_factor(location: &str) -> String {
    if location == ACCOUNT { TWO_FACTOR.to_owned() } else { with_query(TWO_FACTOR, &[("return_to", location)]) }
}

/// What a mail of a page outside a login transaction remembers: where its person was going.
pub fn resume_at(return_to: &str) -> String {
    with_query(RESUME, &[("return_to", return_to)])
}

/// What a path made by [`in_flow`] for [`RESUME`], or by [`resume_at`], hands on to the page that a mailed link opens: the name of its
/// parameter and the value.
pub fn resumed(path: &str) -> Option<(&'static str, String)> {
    let (name, value) = form_urlencoded::parse(path.strip_prefix(RESUME)?.strip_prefix('?')?.as_bytes()).next()?;
    ["flow", "return_to"].into_iter().find(|known| *known == name).map(|known| (known, value.into_owned()))
}

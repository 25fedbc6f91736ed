//! The session cookie, and the only place where it is written: from an [`Established`], an [`Ended`] or a living session that was looked
//! up, never from anything else. So are the cookies of a [`PendingSignIn`], of browsers that are trusted and of passkeys' ceremonies.
//! The cookies of browsers that asked for a mailed link are written here too.
//!
//! The value is signed as Better Auth's clients expect (`crypto/signed_value.rs`).

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, HeaderName, ORIGIN, SET_COOKIE};

use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::crypto::signed_value;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::request_origin::ShownDevice;
use crate::model::shown_sessions::ShownSessions;
use crate::sessions::challenge::{self, PendingSignIn};
use crate::sessions::end::Ended;
use crate::sessions::establish::Established;
use crate::sessions::foreign_keys;
use crate::sessions::kept::{KeptChange, Switched};
use crate::sessions::known_device;
use crate::users::passkey::ceremony;
use crate::web::asked_link::AskedLink;
use crate::web::browser::Browser;
use crate::web::cookies::{CookieLife, RequestCookies, SetCookie};
use crate::web::server::Server;
use crate::web::visit::SignedIn;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Carries the bearer token of a session.
pub const SESSION_TOKEN: &str = "session_token";
/// Where a Better Auth server that stood here before may have left a copy of the session. Never set, always removed.
const SESSION_DATA: &str = "session_data";
/// Carries the secret of a sign-in that waits for its second factor.
const TWO_FACTOR: &str = "two_factor";
/// Says that the browser is trusted, so that it needs no second factor.
const TRUST_DEVICE: &str = "trust_device";
/// Carries the secret of a passkey's ceremony; Better Auth's name for it.
const PASSKEY_CEREMONY: &str = "better-auth-passkey";
/// Says that a browser was seen before. It opens nothing.
const DEVICE: &str = "device";
/// What the signature of the cookie of a kept session is bound to, so that no other cookie can be given out for one.
const KEPT: &str = "session_token_multi";
/// How many of them are looked at: as many as `multi_session.maximum` can be, and as many whose time is over.
const MOST_KEPT: usize = 40;
/// Says that the session is not remembered, so that it ends with the browser.
pub const DONT_REMEMBER: &str = "dont_remember";
/// Says by which method somebody signed in last. For scripts and the sign-in page to point at it; it proves nothing.
pub const LAST_USED_LOGIN_METHOD: &str = "last_used_login_method";

/// The bearer token that the browser shows, if its signature is ours.
pub fn shown_token(server: &Server, headers: &HeaderMap) -> Option<String> {
    let cookies = RequestCookies::read(headers);
    let signed = cookies.get(&server.cookies.full(SESSION_TOKEN))?;
    foreign_keys::token_in(&server.app, signed)
}

/// The name of the cookie that keeps a session to switch to, as Better Auth names it.
fn kept_name(token: &str) -> String {
    format!("{SESSION_TOKEN}_multi-{}", token.to_ascii_lowercase())
}

/// The sessions that the browser shows, where it may have several people: those whose signatures are ours, under their own names.
pub fn shown_sessions(server: &Server, headers: &HeaderMap) -> ShownSessions {
    let settings = &server.app.config.multi_session;
    // Asked first: every request comes by here.
    if !settings.enabled {
        return ShownSessions::default();
    }
    let prefix = server.cookies.full(&kept_name(""));
    let verified = |(name, value): (&str, &str)| {
        let token = signed_value::verify_bound(&server.app.master_keys, KeyUse::Cookie, value, KEPT)?;
        (name == server.cookies.full(&kept_name(&token))).then_some(token)
    };
    let cookies = RequestCookies::read(headers);
    let mut kept: Vec<String> = cookies.iter().filter(|(name, _)| name.starts_with(&prefix)).filter_map(verified).collect();
    kept.sort_unstable();
    kept.dedup();
    kept.truncate(MOST_KEPT);
    ShownSessions { active: shown_token(server, headers), kept }
}

/// The secret of a pending sign-in that the browser shows, if its signature is ours.
pub fn shown_pending(server: &Server, headers: &HeaderMap) -> Option<String> {
    shown_bound(server, headers, TWO_FACTOR)
}

/// The secret of the passkey's ceremony that the browser answers, if its signature is ours.
pub fn shown_ceremony(server: &Server, headers: &HeaderMap) -> Option<String> {
    shown_bound(server, headers, PASSKEY_CEREMONY)
}

/// What the browser shows to be trusted, if its signature is ours.
pub fn shown_trusted_device(server: &Server, headers: &HeaderMap) -> Option<String> {
    shown_bound(server, headers, TRUST_DEVICE)
}

/// What the browser shows of having been seen before. Who sends no header that only browsers send is a program.
pub fn shown_device(server: &Server, headers: &HeaderMap) -> ShownDevice {
    // Asked first: every request comes by here.
    if !server.app.config.accounts.new_device_mails {
        return ShownDevice::Program;
    }
    let mark = shown_bound(server, headers, DEVICE);
    let is_browser = mark.is_some() || [SEC_FETCH_SITE, ORIGIN].iter().any(|name| headers.contains_key(name));
    let is_browser =
        is_browser || headers.get(ACCEPT).is_some_and(|accept| accept.to_str().unwrap_or_default().contains("text/html"));
    if is_browser { ShownDevice::Browser { mark } } else { ShownDevice::Program }
}

/// The value of a cookie whose signature counts for no other cookie.
fn shown_bound(server: &Server, headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = RequestCookies::read(headers);
    let signed = cookies.get(&server.cookies.full(name))?;
    signed_value::verify_bound(&server.app.master_keys, KeyUse::Cookie, signed, name)
}

fn append_bound(server: &Server, headers: &mut HeaderMap, cookie: (&str, &str), life: CookieLife) {
    let (name, value) = cookie;
    let signed = signed_value::sign_bound(&server.app.master_keys, KeyUse::Cookie, value, name);
    append(headers, &server.cookies.set(name, &signed, life));
}

/// Whether the browser shows a session cookie at all, valid or not.
pub fn is_shown(server: &Server, headers: &HeaderMap) -> bool {
    RequestCookies::read(headers).get(&server.cookies.full(SESSION_TOKEN)).is_some()
}

fn append(headers: &mut HeaderMap, cookie: &SetCookie) {
    headers.extend(cookie.header_value().map(|value| (SET_COOKIE, value)));
}

/// The signed value for a session's token: the cookie's value, and what `set-auth-token` carries.
pub fn signed(server: &Server, token: &str) -> String {
    signed_value::sign(&server.app.master_keys, token)
}

/// Signs the browser in.
pub fn write_established(server: &Server, headers: &mut HeaderMap, established: &Established) {
    write_session(server, headers, established);
    write_browser(server, headers, &established.browser_secret);
}

fn write_session(server: &Server, headers: &mut HeaderMap, established: &Established) {
    write_token(server, headers, &established.token, established.session.remembered);
    write_kept(server, headers, &established.kept);
    if let Some(device) = &established.trusted_device {
        let life = CookieLife::For(server.app.config.two_factor.trusted_device_seconds.duration());
        append_bound(server, headers, (TRUST_DEVICE, device), life);
    }
    if let Some(mark) = &established.device_mark {
        append_bound(server, headers, (DEVICE, mark), CookieLife::For(known_device::KNOWN_FOR));
    }
}

fn write_browser(server: &Server, headers: &mut HeaderMap, secret: &str) {
    let browser = Browser::rotated(secret.to_owned());
    headers.extend(browser.set_cookie(server).and_then(|cookie| cookie.header_value()).map(|value| (SET_COOKIE, value)));
}

/// Has the browser show its second factor. A session that it had is over.
pub fn write_pending(server: &Server, headers: &mut HeaderMap, pending: &PendingSignIn) {
    write_pending_by_api(server, headers, pending, true);
}

/// The same for a browser that called the JSON interface. It gets a new flow secret only in place of one that it showed.
pub fn write_pending_by_api(server: &Server, headers: &mut HeaderMap, pending: &PendingSignIn, in_a_flow: bool) {
    if pending.forgets_device {
        forget_trusted_device(server, headers);
    }
    // It says so while the sign-in is pending too, so that the session that follows can be remembered or not.
    write_kept(server, headers, &pending.kept);
    if !pending.remember {
        append(headers, &server.cookies.set(DONT_REMEMBER, &signed(server, "true"), CookieLife::Browser));
    }
    append(headers, &server.cookies.delete(SESSION_TOKEN));
    append(headers, &server.cookies.delete(SESSION_DATA));
    append_bound(server, headers, (TWO_FACTOR, &pending.secret), CookieLife::For(challenge::LIFETIME));
    if in_a_flow {
        write_browser(server, headers, &pending.browser_secret);
    }
}

/// Has the browser keep the secret of a passkey's ceremony, until it answers.
pub fn write_ceremony(server: &Server, headers: &mut HeaderMap, secret: &str) {
    append_bound(server, headers, (PASSKEY_CEREMONY, secret), CookieLife::For(ceremony::LIFETIME));
}

/// Has the browser forget a pending sign-in.
pub fn forget_pending(server: &Server, headers: &mut HeaderMap) {
    append(headers, &server.cookies.delete(TWO_FACTOR));
}

/// Has the browser forget that a session of before was not to be remembered.
pub fn forget_not_to_remember(server: &Server, headers: &mut HeaderMap) {
    append(headers, &server.cookies.delete(DONT_REMEMBER));
}

/// Has the browser forget that it is trusted.
pub fn forget_trusted_device(server: &Server, headers: &mut HeaderMap) {
    append(headers, &server.cookies.delete(TRUST_DEVICE));
}

/// Signs in a browser that called the JSON interface. It gets a new flow secret only in place of one that it showed: an app's calls
/// alone begin no flow.
pub fn write_established_by_api(server: &Server, headers: &mut HeaderMap, established: &Established, in_a_flow: bool) {
    if in_a_flow {
        write_established(server, headers, established);
    } else {
        write_session(server, headers, established);
    }
}

/// Gives the browser the token that it has once more, and keeps the session for as long where it does.
pub fn write_again(server: &Server, headers: &mut HeaderMap, token: &str, lasting: (bool, &ShownSessions)) {
    let (remembered, shown) = lasting;
    write_token(server, headers, token, remembered);
    if shown.keeps(token) {
        write_kept_token(server, headers, token, remembered);
    }
}

/// Signs the browser in with a session of another origin that is carried over to it.
pub fn write_carried_over(server: &Server, headers: &mut HeaderMap, carried: (&SignedIn, &KeptChange)) {
    let (signed_in, kept) = carried;
    write_token(server, headers, &signed_in.token, signed_in.session.remembered);
    write_kept(server, headers, kept);
}

/// Has the browser use another of the sessions that it keeps. It gets a new flow secret only in place of one that it showed.
pub fn write_switched(server: &Server, headers: &mut HeaderMap, switched: &Switched, in_a_flow: bool) {
    write_token(server, headers, &switched.token, switched.session.remembered);
    write_kept(server, headers, &switched.kept);
    if in_a_flow {
        write_browser(server, headers, &switched.browser_secret);
    }
}

/// Has the browser forget a session that it kept and did not use.
pub fn write_removed(server: &Server, headers: &mut HeaderMap, ended: &Ended) {
    for token in &ended.kept {
        append(headers, &server.cookies.delete(&kept_name(token)));
    }
}

fn write_kept(server: &Server, headers: &mut HeaderMap, change: &KeptChange) {
    for token in &change.forgotten {
        append(headers, &server.cookies.delete(&kept_name(token)));
    }
    for (token, remembered) in &change.joined {
        write_kept_token(server, headers, token, *remembered);
    }
}

fn write_kept_token(server: &Server, headers: &mut HeaderMap, token: &str, remembered: bool) {
    let signed = signed_value::sign_bound(&server.app.master_keys, KeyUse::Cookie, token, KEPT);
    append(headers, &server.cookies.set(&kept_name(token), &signed, life_of_session(server, remembered)));
}

fn life_of_session(server: &Server, remembered: bool) -> CookieLife {
    if remembered { CookieLife::For(server.app.config.sessions.lifetime_seconds.duration()) } else { CookieLife::Browser }
}

fn write_token(server: &Server, headers: &mut HeaderMap, token: &str, remembered: bool) {
    let life = life_of_session(server, remembered);
    append(headers, &server.cookies.set(SESSION_TOKEN, &signed(server, token), life));
    if !remembered {
        append(headers, &server.cookies.set(DONT_REMEMBER, &signed(server, "true"), CookieLife::Browser));
    }
}

/// Has the browser keep by which method its person signed in, where the operator wants that. Only for sign-ins: who proves again that
/// it is they, or changes a password, has not chosen a method anew.
pub fn write_last_used_method(server: &Server, headers: &mut HeaderMap, established: &Established) {
    let settings = &server.app.config.last_login_method;
    let name = established.session.methods.began_with().and_then(AuthenticationMethod::login_name);
    if let Some(name) = name.filter(|_| settings.enabled) {
        let life = CookieLife::For(settings.seconds.duration());
        append(headers, &server.cookies.set_script_readable(LAST_USED_LOGIN_METHOD, name, life));
    }
}

/// Has the browser forget the method, when somebody else is to sign in there.
pub fn forget_last_used_method(server: &Server, headers: &mut HeaderMap) {
    if server.app.config.last_login_method.enabled {
        append(headers, &server.cookies.delete_script_readable(LAST_USED_LOGIN_METHOD));
    }
}

/// The method that the browser kept, where the operator wants that and it is one of ours.
pub fn last_used_method(server: &Server, headers: &HeaderMap) -> Option<AuthenticationMethod> {
    // Asked first: every request comes by here.
    if !server.app.config.last_login_method.enabled {
        return None;
    }
    let cookies = RequestCookies::read(headers);
    AuthenticationMethod::of_login_name(cookies.get(&server.cookies.script_readable(LAST_USED_LOGIN_METHOD))?)
}

/// Signs the browser out.
pub fn write_ended(server: &Server, headers: &mut HeaderMap, ended: &Ended) {
    append(headers, &server.cookies.delete(SESSION_TOKEN));
    append(headers, &server.cookies.delete(SESSION_DATA));
    append(headers, &server.cookies.delete(DONT_REMEMBER));
    write_removed(server, headers, ended);
}

/// Lets the browser open the link that it asks for.
pub fn write_asked_link(server: &Server, headers: &mut HeaderMap, link: &AskedLink<'_>, now: Timestamp) {
    append(headers, &link.set_cookie(server, now));
}

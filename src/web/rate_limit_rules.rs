//! Which path has which rate limit, as data: our own profile, and the one of Better Auth for those who replace it by us.

use std::borrow::Cow;

use axum::http::Method;

use crate::model::{percent_encoding, urls};
use crate::web::rate_limit::Limit;

/// `rate_limit.profile`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Few, steady limits, shared by all ways to do one thing.
    #[default]
    Default,
    /// The windows of Better Auth, each path counted by itself.
    BetterAuth,
}

/// The limit of a request by its address, and under which name it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteLimit {
    /// A group of routes, or one path.
    pub bucket: Cow<'static, str>,
    /// How often.
    pub limit: Limit,
}

/// OAuth endpoints: requests of one authenticated client, or of one address in the name of a public one. The endpoint takes it, for only it
/// knows the client.
pub const OAUTH_CLIENT: Limit = Limit::Steady { per_minute: 600, burst: 100 };
/// OAuth endpoints: refused requests from one address.
pub const OAUTH_FAILURES: Limit = Limit::Steady { per_minute: 60, burst: 30 };
/// Whatever has no limit of its own, from one address.
pub const GENERAL: Limit = Limit::Steady { per_minute: 6000, burst: 600 };

const ATTEMPT: Limit = Limit::Steady { per_minute: 30, burst: 10 };
const MESSAGE: Limit = Limit::Steady { per_minute: 10, burst: 5 };
const REGISTRATION: Limit = Limit::Steady { per_minute: 10, burst: 5 };

/// Better Auth's limit of a path that has none of its own.
const BETTER_AUTH_GENERAL: Limit = Limit::Window { maximum: 100, seconds: 10 };
/// How long a device code lives there, in seconds.
const BETTER_AUTH_DEVICE_CODE_LIFE: u32 = 1800;

#[derive(Clone, Copy)]
enum Route {
    /// The path alone.
    Exact(&'static str),
    /// The path and what is below it.
    Tree(&'static str),
    /// Every path that starts so.
    Prefix(&'static str),
}

impl Route {
    fn fits(self, path: &str) -> bool {
        match self {
            Self::Exact(own) => path == own,
            Self::Tree(own) => path.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
            Self::Prefix(own) => path.starts_with(own),
        }
    }
}

/// Never limited by address: prepared bytes, and what authenticates a client first and limits that.
const UNLIMITED: [Route; 12] = [
    Route::Exact("/healthz"),
    Route::Exact("/readyz"),
    Route::Exact("/metrics"),
    Route::Tree("/static"),
    Route::Tree("/.well-known"),
    Route::Exact("/oauth2/jwks"),
    Route::Exact("/oauth2/token"),
    Route::Exact("/device/token"),
    Route::Exact("/oauth2/introspect"),
    Route::Exact("/oauth2/revoke"),
    Route::Exact("/oauth2/userinfo"),
    Route::Exact("/oauth2/par"),
];

/// Requests that change something; the first row that fits counts.
const DEFAULT_RULES: [(Route, &str, Limit); 37] = [
    (Route::Exact("/account/picture"), "picture", ATTEMPT),
    (Route::Tree("/sign-in/magic-link"), "message", MESSAGE),
    (Route::Tree("/sign-in/email-link"), "message", MESSAGE),
    (Route::Tree("/sign-in/email-code"), "message", MESSAGE),
    (Route::Exact("/sign-in/phone"), "message", MESSAGE),
    (Route::Exact("/account/phone"), "message", MESSAGE),
    (Route::Exact("/phone-number/request-password-reset"), "message", MESSAGE),
    (Route::Tree("/forgot-password"), "message", MESSAGE),
    (Route::Tree("/forget-password"), "message", MESSAGE),
    (Route::Exact("/request-password-reset"), "message", MESSAGE),
    (Route::Exact("/send-verification-email"), "message", MESSAGE),
    (Route::Exact("/email-otp/send-verification-otp"), "message", MESSAGE),
    (Route::Exact("/email-otp/request-password-reset"), "message", MESSAGE),
    (Route::Exact("/email-otp/request-email-change"), "message", MESSAGE),
    (Route::Exact("/two-factor/send-otp"), "message", MESSAGE),
    (Route::Exact("/phone-number/send-otp"), "message", MESSAGE),
    (Route::Exact("/sign-up/passkey"), "message", MESSAGE),
    (Route::Exact("/sign-in/anonymous"), "anonymous", REGISTRATION),
    (Route::Tree("/siwe"), "wallet", ATTEMPT),
    (Route::Tree("/confirm-identity/wallet"), "wallet", ATTEMPT),
    (Route::Tree("/sign-in"), "sign-in", ATTEMPT),
    (Route::Exact("/passkey/verify-authentication"), "sign-in", ATTEMPT),
    (Route::Tree("/sign-up"), "sign-up", ATTEMPT),
    (Route::Exact("/is-username-available"), "username", ATTEMPT),
    (Route::Tree("/two-factor"), "second-factor", ATTEMPT),
    (Route::Exact("/device/code"), "device-authorization", ATTEMPT),
    (Route::Tree("/device"), "device", ATTEMPT),
    (Route::Tree("/oauth2/device_authorization"), "device-authorization", ATTEMPT),
    (Route::Tree("/reset-password"), "recovery", ATTEMPT),
    (Route::Tree("/email-otp"), "recovery", ATTEMPT),
    (Route::Tree("/phone-number"), "recovery", ATTEMPT),
    (Route::Tree("/account/phone"), "recovery", ATTEMPT),
    (Route::Tree("/change-password"), "password", ATTEMPT),
    (Route::Tree("/verify-password"), "password", ATTEMPT),
    (Route::Tree("/change-email"), "password", ATTEMPT),
    (Route::Tree("/delete-user"), "password", ATTEMPT),
    (Route::Tree("/oauth2/register"), "registration", REGISTRATION),
];

/// As Better Auth's parts set them, with its later rules first, for there the last one that fits counts.
const BETTER_AUTH_RULES: [(Route, u32, u32); 25] = [
    (Route::Prefix("/two-factor/"), 3, 10),
    (Route::Prefix("/phone-number"), 10, 60),
    (Route::Prefix("/sign-in/magic-link"), 5, 60),
    (Route::Prefix("/magic-link/verify"), 5, 60),
    (Route::Exact("/email-otp/send-verification-otp"), 3, 60),
    (Route::Exact("/email-otp/check-verification-otp"), 3, 60),
    (Route::Exact("/email-otp/verify-email"), 3, 60),
    (Route::Exact("/sign-in/email-otp"), 3, 60),
    (Route::Exact("/email-otp/request-password-reset"), 3, 60),
    (Route::Exact("/email-otp/reset-password"), 3, 60),
    (Route::Exact("/forget-password/email-otp"), 3, 60),
    (Route::Exact("/device"), 5, BETTER_AUTH_DEVICE_CODE_LIFE),
    (Route::Exact("/oauth2/token"), 20, 60),
    (Route::Exact("/oauth2/authorize"), 30, 60),
    (Route::Exact("/oauth2/introspect"), 100, 60),
    (Route::Exact("/oauth2/revoke"), 30, 60),
    (Route::Exact("/oauth2/register"), 5, 60),
    (Route::Exact("/oauth2/userinfo"), 60, 60),
    (Route::Prefix("/sign-in"), 3, 10),
    (Route::Prefix("/sign-up"), 3, 10),
    (Route::Prefix("/change-password"), 3, 10),
    (Route::Prefix("/change-email"), 3, 10),
    (Route::Exact("/request-password-reset"), 3, 60),
    (Route::Exact("/send-verification-email"), 3, 60),
    (Route::Prefix("/forget-password"), 3, 60),
];

/// The limit of a request by its address; none when it has none.
pub fn route_limit(profile: Profile, method: &Method, path: &str) -> Option<RouteLimit> {
    let path = normalised(path);
    let below_api = path.strip_prefix(urls::API).filter(|rest| rest.starts_with('/'));
    let name = below_api.unwrap_or(&path);
    if profile == Profile::BetterAuth && (below_api.is_some() || name.starts_with("/oauth2/")) {
        let row = BETTER_AUTH_RULES.iter().find(|(route, ..)| route.fits(name));
        let limit =
            row.map_or(BETTER_AUTH_GENERAL, |(_, maximum, seconds)| Limit::Window { maximum: *maximum, seconds: *seconds });
        return Some(RouteLimit { bucket: Cow::Owned(path.clone()), limit });
    }
    if UNLIMITED.iter().any(|route| route.fits(name)) {
        return None;
    }
    let changes = !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    let row = DEFAULT_RULES.iter().find(|(route, ..)| changes && route.fits(name));
    let (bucket, limit) = row.map_or(("general", GENERAL), |(_, bucket, limit)| (*bucket, *limit));
    Some(RouteLimit { bucket: Cow::Borrowed(bucket), limit })
}

/// One spelling for each path: decoded, without empty and dot segments, without a final slash. A rule cannot be walked around by
/// writing its path differently.
pub fn normalised(path: &str) -> String {
    let decoded = percent_encoding::decode_text(path);
    let mut segments: Vec<&str> = Vec::new();
    for segment in decoded.as_deref().unwrap_or(path).split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            name => segments.push(name),
        }
    }
    format!("/{}", segments.join("/"))
}

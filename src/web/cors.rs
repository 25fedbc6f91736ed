//! Cross-origin requests by script (Fetch standard, CORS protocol).
//!
//! The JSON API answers trusted origins, with credentials. The endpoints that single-page apps call as OAuth clients answer any
//! origin, without credentials. Authorization endpoint and pages are navigated to and answer none.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN,
    VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method};

use crate::model::trusted_origin::TrustedOrigins;
use crate::model::urls;

const PUBLIC_ENDPOINTS: [&str; 6] = [urls::TOKEN, urls::USERINFO, urls::JWKS, urls::REVOKE, "/oauth2/par", "/jwks"];
const DISCOVERY_DOCUMENTS: [&str; 2] = [urls::OPENID_CONFIGURATION, urls::AUTHORIZATION_SERVER_METADATA];
const NAVIGATED_ENDPOINTS: [&str; 2] = [urls::AUTHORIZE, urls::END_SESSION];

const MAXIMUM_REQUESTED_HEADERS_LENGTH: usize = 1024;

/// Who may call a path by script from another origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorsPolicy {
    /// Anyone, without credentials.
    Public,
    /// Trusted origins, with credentials.
    Trusted,
    /// No one.
    Refused,
}

impl CorsPolicy {
    /// The policy of a path. `issuer_path` is the path of the issuer, empty when it has none: endpoints live under it too.
    pub fn of(path: &str, issuer_path: &str) -> Self {
        let below_issuer = path.strip_prefix(issuer_path).unwrap_or(path);
        let below_api = path.strip_prefix(urls::API);
        let named = |names: &[&str]| {
            names.contains(&below_issuer) || below_api.is_some_and(|rest| names.contains(&rest)) || names.contains(&path)
        };
        // RFC 8414 puts the path of the issuer behind the well-known name.
        let located = DISCOVERY_DOCUMENTS
            .iter()
            .any(|name| path.strip_prefix(name).is_some_and(|rest| rest == issuer_path || rest == urls::API));
        if located || named(&DISCOVERY_DOCUMENTS) || named(&PUBLIC_ENDPOINTS) {
            Self::Public
        } else if !named(&NAVIGATED_ENDPOINTS) && below_api.is_some_and(|rest| rest.starts_with('/')) {
            Self::Trusted
        } else {
            Self::Refused
        }
    }

    /// The answer's headers to a preflight, to be sent with 204; none when the request is not a preflight that this policy answers.
    pub fn preflight(self, method: &Method, request: &HeaderMap, trusted: &TrustedOrigins) -> Option<HeaderMap> {
        let preflight =
            method == Method::OPTIONS && request.contains_key(ORIGIN) && request.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        if !preflight || self == Self::Refused {
            return None;
        }
        let mut answer = HeaderMap::new();
        let allowed = self.allow_origin(request.get(ORIGIN), trusted, &mut answer);
        answer.append(VARY, HeaderValue::from_static("access-control-request-headers, access-control-request-method"));
        if allowed {
            let (methods, headers) = match self {
                Self::Trusted => ("GET, POST, PUT, PATCH, DELETE", requested_headers(request)),
                _ => ("GET, POST", Some(HeaderValue::from_static("authorization, content-type, dpop, x-request-id"))),
            };
            answer.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(methods));
            answer.extend(headers.map(|headers| (ACCESS_CONTROL_ALLOW_HEADERS, headers)));
            answer.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
        }
        Some(answer)
    }

    /// Adds to an answer what lets the script that called from `origin` read it.
    pub fn apply(self, origin: Option<&HeaderValue>, trusted: &TrustedOrigins, answer: &mut HeaderMap) {
        if self.allow_origin(origin, trusted, answer) {
            let exposed = match self {
                Self::Trusted => "set-auth-token, set-auth-jwt, retry-after, x-retry-after, x-request-id",
                _ => "www-authenticate, dpop-nonce, retry-after, x-request-id",
            };
            answer.append(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(exposed));
        }
    }

    fn allow_origin(self, origin: Option<&HeaderValue>, trusted: &TrustedOrigins, answer: &mut HeaderMap) -> bool {
        match self {
            Self::Refused => false,
            Self::Public => {
                answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
                true
            }
            Self::Trusted => {
                answer.append(VARY, HeaderValue::from_static("origin"));
                let origin = origin.filter(|origin| origin.to_str().is_ok_and(|text| trusted.trusts_origin(text)));
                let Some(origin) = origin else { return false };
                answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
                answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
                true
            }
        }
    }
}

/// The headers that a trusted origin asks to send, if they are a plain list of header names.
fn requested_headers(request: &HeaderMap) -> Option<HeaderValue> {
    let requested = request.get(ACCESS_CONTROL_REQUEST_HEADERS)?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_, ".contains(&byte);
    let text = requested.to_str().ok()?;
    (text.len() <= MAXIMUM_REQUESTED_HEADERS_LENGTH && text.bytes().all(plain)).then(|| requested.clone())
}

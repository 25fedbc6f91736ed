//! The error page: what happened, why, what to do now, and the lines that let someone find the same request in the log.

use askama::Template;
use axum::http::StatusCode;

use crate::clock::Timestamp;
use crate::web::chrome::Chrome;

/// Why a page ends here. Each has a stable code, and a heading and a reason in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// No page has this address.
    NotFound,
    /// The person may not see this.
    Forbidden,
    /// The request cannot be read or lacks something.
    InvalidRequest,
    /// No client has this id.
    UnknownClient,
    /// The client is switched off.
    ClientDisabled,
    /// The redirect URI is not one of the client's.
    RedirectUriMismatch,
    /// The login transaction is over or belongs to another browser.
    LoginSessionExpired,
    /// The browser keeps no cookies.
    CookieBlocked,
    /// A mailed link is spent, too old or wrong.
    LinkExpired,
    /// The account was disabled.
    AccountDisabled,
    /// Nobody may create an account here.
    SignUpClosed,
    /// An action of the operator's is against it.
    ActionRefused,
    /// A form came from elsewhere or was open too long.
    FormRejected,
    /// A form shows no work for it, and came too soon for somebody who waited.
    CaptchaFailed,
    /// Too many requests.
    RateLimited,
    /// Something of ours broke.
    ServerError,
    /// Something that we need is out of reach for now.
    Unavailable,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::NotFound,
        Self::Forbidden,
        Self::InvalidRequest,
        Self::UnknownClient,
        Self::ClientDisabled,
        Self::RedirectUriMismatch,
        Self::LoginSessionExpired,
        Self::CookieBlocked,
        Self::LinkExpired,
        Self::AccountDisabled,
        Self::SignUpClosed,
        Self::ActionRefused,
        Self::FormRejected,
        Self::CaptchaFailed,
        Self::RateLimited,
        Self::ServerError,
        Self::Unavailable,
    ];

    /// The code, the same in every language and release.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Forbidden => "forbidden",
            Self::InvalidRequest => "invalid_request",
            Self::UnknownClient => "unknown_client",
            Self::ClientDisabled => "client_disabled",
            Self::RedirectUriMismatch => "redirect_uri_mismatch",
            Self::LoginSessionExpired => "login_session_expired",
            Self::CookieBlocked => "cookie_blocked",
            Self::LinkExpired => "link_expired",
            Self::AccountDisabled => "account_disabled",
            Self::SignUpClosed => "sign_up_closed",
            Self::ActionRefused => "action_refused",
            Self::FormRejected => "form_rejected",
            Self::CaptchaFailed => "captcha_failed",
            Self::RateLimited => "rate_limited",
            Self::ServerError => "server_error",
            Self::Unavailable => "temporarily_unavailable",
        }
    }

    /// The HTTP status that fits.
    pub fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::InvalidRequest | Self::UnknownClient | Self::RedirectUriMismatch => StatusCode::BAD_REQUEST,
            Self::LoginSessionExpired | Self::CookieBlocked => StatusCode::BAD_REQUEST,
            Self::ClientDisabled | Self::Forbidden | Self::AccountDisabled => StatusCode::FORBIDDEN,
            Self::ActionRefused | Self::SignUpClosed | Self::FormRejected | Self::CaptchaFailed => StatusCode::FORBIDDEN,
            Self::LinkExpired => StatusCode::GONE,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::ServerError => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn key(self, part: &str) -> String {
        format!("error-{}-{part}", self.code().replace('_', "-"))
    }
}

/// A way on from the error page.
#[derive(Clone, Debug)]
pub struct ErrorAction {
    /// What the link says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

impl ErrorAction {
    /// "Start again".
    pub fn start_again(chrome: &Chrome, url: &str) -> Self {
        Self { label: chrome.text("error-action-start-again"), url: url.to_owned() }
    }

    /// "Your account".
    pub fn to_account(chrome: &Chrome, url: &str) -> Self {
        Self { label: chrome.text("error-action-account"), url: url.to_owned() }
    }

    /// "Back to App".
    pub fn back_to_app(chrome: &Chrome, app: &str, url: &str) -> Self {
        Self { label: chrome.text_with("back-to-app", "app", app), url: url.to_owned() }
    }
}

/// What the developer of an app needs to see: what was registered and what came.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The parameter that it is about.
    pub parameter: String,
    /// The registered value that is nearest to what came; none when nothing is registered.
    pub expected: Option<Difference>,
    /// What came.
    pub received: Difference,
}

/// A value cut where it first differs from the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What both have.
    pub same: String,
    /// What only this one has.
    pub rest: String,
}

impl Difference {
    fn cut(value: &str, at: usize) -> Self {
        Self { same: value.chars().take(at).collect(), rest: value.chars().skip(at).collect() }
    }
}

impl Comparison {
    /// Compares what came with the nearest of the registered values.
    pub fn between(parameter: &str, expected: &[String], received: &str) -> Self {
        let common = |value: &str| value.chars().zip(received.chars()).take_while(|(one, other)| one == other).count();
        let nearest = expected.iter().max_by_key(|value| common(value));
        let at = nearest.map_or(0, |value| common(value));
        Self {
            parameter: parameter.to_owned(),
            expected: nearest.map(|value| Difference::cut(value, at)),
            received: Difference::cut(received, at),
        }
    }
}

/// The error page.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/error.html")]
pub struct ErrorPage {
    /// The frame.
    pub chrome: Chrome,
    /// What happened.
    pub kind: ErrorKind,
    /// The `error_description` for developers and drivers: one English sentence, the same in every language.
    pub description: Option<String>,
    /// When.
    pub time: Timestamp,
    /// The way on; there always is one.
    pub primary: ErrorAction,
    /// Another way.
    pub secondary: Option<ErrorAction>,
    /// Shown only for clients in development or to administrators.
    pub comparison: Option<Comparison>,
}

impl ErrorPage {
    /// The heading: what happened.
    pub fn heading(&self) -> String {
        self.chrome.text(&self.kind.key("title"))
    }

    /// What an action said, in its own words.
    pub fn message(&self) -> Option<&str> {
        self.description.as_deref().filter(|_| self.kind == ErrorKind::ActionRefused)
    }

    /// One sentence why.
    pub fn reason(&self) -> String {
        self.chrome.text(&self.kind.key("reason"))
    }
}

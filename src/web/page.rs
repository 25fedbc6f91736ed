//! Answering a visit: a page in its frame, or a redirect.

use askama::Template;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use crate::crypto::password_pool::Overloaded;
use crate::events::actions::Refusal;
use crate::model::client::Client;
use crate::model::urls;
use crate::store::StoreError;
use crate::users::new_password::NotTaken;
use crate::users::password::JudgeError;
use crate::users::permission::Denied;
use crate::users::register::RegisterError;
use crate::web::browser::Browser;
use crate::web::captcha;
use crate::web::chrome::{Chrome, language_menu};
use crate::web::cookies::CookieLife;
use crate::web::error_view::{ErrorAction, ErrorKind, ErrorPage};
use crate::web::form::{Duplicate, FormError, Parameters};
use crate::web::headers::{self, ContentSecurityPolicy};
use crate::web::login_transaction::{FlowError, LoginTransaction};
use crate::web::problem::Problems;
use crate::web::session_cookies;
use crate::web::visit::{LOCALE_COOKIE, LOCALE_COOKIE_LIFE, Visit};

/// How a page is answered, where it is not the usual way.
#[derive(Clone, Debug)]
pub struct PageOptions {
    /// The status.
    pub status: StatusCode,
    /// Where the page's forms may lead beside here.
    pub policy: ContentSecurityPolicy,
    /// After how many minutes the next try is looked at, told to programs too (RFC 9110, section 10.2.3).
    pub retry_after_minutes: Option<u64>,
}

impl Default for PageOptions {
    fn default() -> Self {
        Self { status: StatusCode::OK, policy: ContentSecurityPolicy::page(), retry_after_minutes: None }
    }
}

impl PageOptions {
    /// With this status.
    pub fn status(status: StatusCode) -> Self {
        Self { status, ..Self::default() }
    }

    /// For a page that shows its form again with these problems, or for the first time without any.
    pub fn after(problems: &Problems) -> Self {
        let retry_after_minutes = problems.minutes_to_wait();
        let status = match retry_after_minutes {
            Some(_) => StatusCode::TOO_MANY_REQUESTS,
            None if problems.is_empty() => StatusCode::OK,
            None if problems.is_too_large() => StatusCode::PAYLOAD_TOO_LARGE,
            None => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self { status, retry_after_minutes, ..Self::default() }
    }

    /// For a page within `transaction`, whose last form leads the browser to the app.
    #[must_use]
    pub fn within(mut self, transaction: Option<&LoginTransaction>) -> Self {
        if let Some(target) = transaction.and_then(LoginTransaction::redirect_uri) {
            self.policy = self.policy.and_forms_to(target);
        }
        self
    }
}

impl Visit {
    /// The frame of a page of this visit, within a login transaction or not.
    pub fn chrome(&self, transaction: Option<&LoginTransaction>) -> Chrome {
        Chrome {
            texts: self.locale.texts(),
            brand: self.server.brand.clone(),
            app: transaction.map(LoginTransaction::app_line),
            csrf: transaction.map_or_else(
                || self.browser.csrf(&self.server),
                |transaction| Browser::csrf_within(&self.server, &transaction.flow),
            ),
            flow: transaction.map(|transaction| transaction.flow.clone()),
            work: captcha::of_page(self),
            languages: language_menu(&self.server.locales, self.locale, &self.path, self.query.as_deref()),
            dev: self.server.app.is_dev(),
            request_id: self.origin.request_id.clone(),
        }
    }

    /// Answers with a page.
    pub fn page(&self, template: &impl Template, options: &PageOptions) -> Response {
        let html = match template.render() {
            Ok(html) => html,
            Err(error) => {
                tracing::error!(%error, "a page could not be rendered");
                return plain_failure();
            }
        };
        let mut response = Response::new(Body::from(html));
        *response.status_mut() = options.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers::secure_page(headers, &options.policy, self.server.https);
        if let Some(minutes) = options.retry_after_minutes {
            headers.insert(RETRY_AFTER, HeaderValue::from(minutes.saturating_mul(60)));
        }
        self.write_cookies(&mut response);
        response
    }

    /// Answers with a 303 to `location`, one of our own paths or a proven address.
    pub fn redirect(&self, location: &str) -> Response {
        let Ok(location) = HeaderValue::from_str(location) else { return plain_failure() };
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::SEE_OTHER;
        response.headers_mut().insert(LOCATION, location);
        headers::secure_redirect(response.headers_mut(), self.server.https);
        self.write_cookies(&mut response);
        response
    }

    /// What every answer may have to leave in the browser: the flow secret, and the language that the request chose by `ui_locales`.
    fn write_cookies(&self, response: &mut Response) {
        let browser = self.browser.set_cookie(&self.server);
        let locale = self
            .chosen_locale
            .map(|locale| self.server.cookies.set(LOCALE_COOKIE, locale.tag(), CookieLife::For(LOCALE_COOKIE_LIFE)));
        let values = browser.into_iter().chain(locale).filter_map(|cookie| cookie.header_value());
        response.headers_mut().extend(values.map(|value| (SET_COOKIE, value)));
        if let Some(token) = self.extended_token() {
            session_cookies::write_again(&self.server, response.headers_mut(), token, (true, &self.origin.sessions));
        }
    }

    /// Answers with an error page. `client` is where "Start again" may lead.
    pub fn error(&self, error: &PageError, client: Option<&Client>) -> Response {
        let chrome = self.chrome(None);
        let texts = chrome.texts;
        let start_again =
            client.and_then(|client| client.metadata.initiate_login_uri.clone().or(client.metadata.client_uri.clone()));
        let primary = match start_again {
            Some(url) => ErrorAction { label: texts.get("error-action-start-again"), url },
            None => ErrorAction { label: texts.get("error-action-account"), url: urls::ACCOUNT.to_owned() },
        };
        let page = ErrorPage {
            chrome,
            kind: error.kind,
            description: Some(error.description.clone()),
            time: self.now,
            primary,
            secondary: None,
            comparison: None,
        };
        error.log();
        self.error_page(&page)
    }

    /// Answers with an error page that was put together elsewhere.
    pub fn error_page(&self, page: &ErrorPage) -> Response {
        let mut response = self.page(page, &PageOptions::status(page.kind.status()));
        if matches!(page.kind, ErrorKind::Unavailable) {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("3"));
        }
        response
    }

    /// Checks that a form came from a page that this browser was given, within `transaction` or not. A transaction that was loaded is
    /// this browser's.
    pub fn check_form_within(&self, transaction: Option<&LoginTransaction>, parameters: &Parameters) -> Result<(), PageError> {
        let token = parameters.single("csrf")?.unwrap_or_default();
        match transaction {
            Some(transaction) if Browser::sent_within(&self.server, &transaction.flow, token) => Ok(()),
            _ => self.check_form(parameters),
        }
    }

    /// Checks that a form outside transactions came from a page that this browser was given.
    pub fn check_form(&self, parameters: &Parameters) -> Result<(), PageError> {
        let token = parameters.single("csrf")?.unwrap_or_default();
        if self.browser.sent(&self.server, token) {
            Ok(())
        } else {
            Err(PageError::new(ErrorKind::FormRejected, "The form did not come from a page that this browser was given"))
        }
    }
}

fn plain_failure() -> Response {
    let mut response = Response::new(Body::from("Something went wrong here. Try again."));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}

/// Why a page ends in an error page.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}: {description}", kind.code())]
pub struct PageError {
    /// What happened.
    pub kind: ErrorKind,
    /// The same in one English sentence for developers.
    pub description: String,
    detail: Option<String>,
}

impl PageError {
    /// An error of this kind.
    pub fn new(kind: ErrorKind, description: impl Into<String>) -> Self {
        Self { kind, description: description.into(), detail: None }
    }

    /// With a private detail for the log.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    fn log(&self) {
        let detail = self.detail.as_deref().unwrap_or_default();
        if self.kind.status().is_server_error() {
            tracing::error!(code = self.kind.code(), detail, "page failed");
        } else {
            tracing::debug!(code = self.kind.code(), detail, "page refused");
        }
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        let kind = if error.is_unavailable() { ErrorKind::Unavailable } else { ErrorKind::ServerError };
        Self::new(kind, "The server could not do this just now").with_detail(error.to_string())
    }
}

impl From<Refusal> for PageError {
    /// The action's own words stand on the page.
    fn from(refusal: Refusal) -> Self {
        Self::new(ErrorKind::ActionRefused, refusal.message).with_detail(refusal.code)
    }
}

impl From<Denied> for PageError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Refused(refusal) => refusal.into(),
            Denied::Store(error) => error.into(),
        }
    }
}

impl From<Overloaded> for PageError {
    fn from(error: Overloaded) -> Self {
        Self::new(ErrorKind::Unavailable, "The server is busy").with_detail(error.to_string())
    }
}

impl From<RegisterError> for PageError {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Password(error) => error.into(),
            RegisterError::Store(error) => error.into(),
        }
    }
}

impl From<captcha::Refused> for PageError {
    fn from(error: captcha::Refused) -> Self {
        match error {
            captcha::Refused::Store(error) => error.into(),
            refused => Self::new(ErrorKind::CaptchaFailed, refused.to_string()),
        }
    }
}

impl From<NotTaken> for PageError {
    /// Of a form that cannot be shown again: others tell it beside their field.
    fn from(error: NotTaken) -> Self {
        Self::new(ErrorKind::Unavailable, "The server could not take the password just now").with_detail(error.to_string())
    }
}

impl From<JudgeError> for PageError {
    fn from(error: JudgeError) -> Self {
        match error {
            JudgeError::Overloaded(error) => error.into(),
            JudgeError::Store(error) => error.into(),
        }
    }
}

impl From<FormError> for PageError {
    fn from(error: FormError) -> Self {
        Self::new(ErrorKind::InvalidRequest, error.to_string())
    }
}

impl From<Duplicate> for PageError {
    fn from(error: Duplicate) -> Self {
        Self::new(ErrorKind::InvalidRequest, error.to_string())
    }
}

impl Visit {
    /// The transaction that a request names, if it names one. The error is the answer: a restart, or a page.
    pub async fn transaction(&self, parameters: &Parameters) -> Result<Option<LoginTransaction>, Box<Response>> {
        let flow = parameters.single("flow").map_err(|error| Box::new(self.error(&error.into(), None)))?;
        let Some(flow) = flow.filter(|flow| !flow.is_empty()) else { return Ok(None) };
        match crate::web::login_transaction::load(self, flow).await {
            Ok(transaction) => Ok(Some(transaction)),
            Err(error) => Err(Box::new(self.flow_error(error))),
        }
    }

    fn flow_error(&self, error: FlowError) -> Response {
        match error {
            FlowError::Restart(url) => self.redirect(&url),
            FlowError::Unknown => {
                self.error(&PageError::new(ErrorKind::LoginSessionExpired, "This login transaction is finished or unknown"), None)
            }
            FlowError::Over { client } => {
                let error = PageError::new(
                    ErrorKind::LoginSessionExpired,
                    "This login transaction has expired or belongs to another browser",
                );
                self.error(&error, Some(&client))
            }
            FlowError::Store(error) => self.error(&error.into(), None),
        }
    }
}

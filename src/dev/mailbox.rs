//! The mailbox: every mail and text message that `vestibule dev` would have sent, as pages for people and as JSON for scripts.
//!
//! Whoever reads it can reset every password, so it answers 404 outside of `vestibule dev`, which listens on this machine only.

use axum::Json;
use axum::body::Body;
use axum::extract::{FromRequestParts, Path, Request};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use serde::Serialize;

use crate::dev::view::{MailLine, MailPage, MailboxPage, TextLine};
use crate::model::urls::DEV_MAIL;
use crate::outbound::mailer::CaughtMail;
use crate::outbound::text_messages::CaughtText;
use crate::web::error_view::ErrorKind;
use crate::web::form::Parameters;
use crate::web::headers::{self, ContentSecurityPolicy};
use crate::web::page::{PageError, PageOptions};
use crate::web::server::Server;
use crate::web::visit::Visit;

/// The mails as JSON, the newest last.
pub const MAIL_JSON: &str = "/dev/mail.json";
/// The text messages as JSON, the newest last.
pub const TEXTS_JSON: &str = "/dev/text-messages.json";
const MAIL: &str = "/dev/mail/{number}";
const MAIL_HTML: &str = "/dev/mail/{number}/html";
const CLEAR: &str = "/dev/mail/clear";

/// A mail is somebody else's HTML: styles on its elements, no scripts, nothing loaded, no origin; only our page may frame it.
const MAIL_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox",
);

/// The routes of the mailbox.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new()
        .route(DEV_MAIL, get(list))
        .route(MAIL_JSON, get(list_json))
        .route(TEXTS_JSON, get(list_texts_json))
        .route(CLEAR, post(clear))
        .route(MAIL, get(show))
        .route(MAIL_HTML, get(show_html))
}

/// A visit in `vestibule dev`. Anywhere else there is no such page.
struct DevVisit(Visit);

impl FromRequestParts<Server> for DevVisit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Response> {
        let Ok(visit) = Visit::from_request_parts(parts, server).await;
        if server.app.is_dev() { Ok(Self(visit)) } else { Err(not_found(&visit)) }
    }
}

fn not_found(visit: &Visit) -> Response {
    visit.error(&PageError::new(ErrorKind::NotFound, "There is no page at this address"), None)
}

impl DevVisit {
    /// The mail of this number: 1 is the oldest that is kept.
    fn mail(&self, number: usize) -> Result<CaughtMail, Box<Response>> {
        let mails = self.0.server.app.mailer.caught_mails();
        let mail = number.checked_sub(1).and_then(|index| mails.into_iter().nth(index));
        mail.ok_or_else(|| Box::new(not_found(&self.0)))
    }
}

async fn list(DevVisit(visit): DevVisit) -> Response {
    let mails = visit.server.app.mailer.caught_mails();
    let page = MailboxPage {
        csrf: visit.browser.csrf(&visit.server),
        clear_url: CLEAR.to_owned(),
        json_url: MAIL_JSON.to_owned(),
        mails: mails.iter().enumerate().rev().map(|(index, mail)| line(mail, index + 1)).collect(),
        texts: visit.server.app.text_messages.caught_texts().into_iter().rev().map(text_line).collect(),
        texts_json_url: TEXTS_JSON.to_owned(),
    };
    visit.page(&page, &PageOptions::default())
}

fn line(caught: &CaughtMail, number: usize) -> MailLine {
    MailLine {
        url: format!("{DEV_MAIL}/{number}"),
        to: caught.mail.to.to_string(),
        subject: caught.mail.subject.clone(),
        sent_at: caught.at,
    }
}

fn text_line(caught: CaughtText) -> TextLine {
    TextLine { to: caught.message.to.grouped(), text: caught.message.text, sent_at: caught.at }
}

async fn show(visit: DevVisit, Path(number): Path<usize>) -> Response {
    let caught = match visit.mail(number) {
        Ok(caught) => caught,
        Err(response) => return *response,
    };
    let DevVisit(visit) = visit;
    let sender = visit.server.app.config.mail.from.as_ref();
    let page = MailPage {
        mail: line(&caught, number),
        from: sender.map(|sender| sender.mailbox().to_string()),
        links: links(&caught.mail.text),
        html_url: (!caught.mail.html.is_empty()).then(|| format!("{DEV_MAIL}/{number}/html")),
        mailbox_url: DEV_MAIL.to_owned(),
        text: caught.mail.text,
    };
    let mut response = visit.page(&page, &PageOptions::default());
    // The one page with a frame.
    let policy = format!("{}; frame-src 'self'", ContentSecurityPolicy::page().text());
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

async fn show_html(visit: DevVisit, Path(number): Path<usize>) -> Response {
    let caught = match visit.mail(number) {
        Ok(caught) => caught,
        Err(response) => return *response,
    };
    let mut response = Response::new(Body::from(caught.mail.html));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers::secure_api(headers, visit.0.server.https);
    headers.insert(CONTENT_SECURITY_POLICY, MAIL_POLICY);
    response
}

/// A mail for scripts.
#[derive(Serialize)]
struct JsonMail {
    to: String,
    subject: String,
    text: String,
    links: Vec<String>,
}

async fn list_json(DevVisit(visit): DevVisit) -> Response {
    let mails = visit.server.app.mailer.caught_mails();
    let mails: Vec<_> = mails
        .into_iter()
        .map(|CaughtMail { mail, .. }| JsonMail {
            to: mail.to.into(),
            subject: mail.subject,
            links: links(&mail.text),
            text: mail.text,
        })
        .collect();
    let mut response = (StatusCode::OK, Json(mails)).into_response();
    headers::secure_api(response.headers_mut(), visit.server.https);
    response
}

/// A text message for scripts.
#[derive(Serialize)]
struct JsonText {
    to: String,
    text: String,
    code: Option<String>,
}

async fn list_texts_json(DevVisit(visit): DevVisit) -> Response {
    let texts = visit.server.app.text_messages.caught_texts().into_iter();
    let texts = texts.map(|CaughtText { message, .. }| JsonText {
        to: message.to.as_str().to_owned(),
        text: message.text,
        code: message.code,
    });
    let mut response = (StatusCode::OK, Json(texts.collect::<Vec<_>>())).into_response();
    headers::secure_api(response.headers_mut(), visit.server.https);
    response
}

async fn clear(DevVisit(visit): DevVisit, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let parameters = Parameters::from_body(&parts.headers, body).await;
    let checked = parameters.map_err(PageError::from).and_then(|parameters| visit.check_form(&parameters));
    match checked {
        Ok(()) => {
            visit.server.app.mailer.forget_caught();
            visit.server.app.text_messages.forget_caught();
            visit.redirect(DEV_MAIL)
        }
        Err(error) => visit.error(&error, None),
    }
}

/// The addresses in a plain text, in order, each once.
fn links(text: &str) -> Vec<String> {
    let mut links = Vec::new();
    for word in text.split(|character: char| character.is_whitespace() || matches!(character, '<' | '>' | '"')) {
        let link = word.trim_start_matches('(').trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
        let is_web = link.starts_with("http://") || link.starts_with("https://");
        if is_web && !links.iter().any(|known| known == link) {
            links.push(link.to_owned());
        }
    }
    links
}

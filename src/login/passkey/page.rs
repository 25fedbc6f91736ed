//! `/sign-in/passkey` and `/confirm-identity/passkey`: what an authenticator signed, sent by the script of the page that asked it.

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use axum::routing::{get, post};

use crate::login::page_request::{Flow, PageRequest};
use crate::login::passkey::offer;
use crate::login::password::notice::SignInNotice;
use crate::login::password::page::{admitted, check_mail};
use crate::login::password::view::MailPurpose;
use crate::model::urls;
use crate::users::passkey::Shown;
use crate::users::passkey::sign_in::{Refusal, confirm, sign_in};
use crate::users::register::Asked;
use crate::users::verification;
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// The routes of passkeys outside the account.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new()
        .route(urls::PASSKEY, post(send))
        .route(urls::CONFIRM_PASSKEY, post(prove))
        .route(urls::PASSKEY_OFFER, get(offer::show).post(offer::send))
}

/// What a form of ours brings: the ceremony that it answers, and the answer.
pub(in crate::login) struct Answer {
    ceremony: Option<String>,
    response: serde_json::Value,
}

impl Answer {
    /// Reads a form that brings one, on a page that is a step of a login transaction. The error is the answer.
    pub(in crate::login) async fn sent(visit: &Visit, request: Request<Body>) -> Result<(PageRequest, Self), Box<Response>> {
        let answer = Self::of(visit, &request);
        let request = PageRequest::sent(visit, request, Flow::Step).await?;
        match answer.read(&request) {
            Ok(answer) => Ok((request, answer)),
            Err(error) => Err(Box::new(request.answer(visit, Err(error)))),
        }
    }

    /// Reads the ceremony's cookie; the form is read afterwards.
    pub(in crate::login) fn of(visit: &Visit, request: &Request<Body>) -> Self {
        Self { ceremony: session_cookies::shown_ceremony(&visit.server, request.headers()), response: serde_json::Value::Null }
    }

    /// With what the form says; what is no JSON is an answer that is refused.
    pub(in crate::login) fn read(mut self, request: &PageRequest) -> Result<Self, PageError> {
        self.response = serde_json::from_str(request.field("credential")?).unwrap_or_default();
        Ok(self)
    }

    /// For the operations; only our own pages ask here.
    pub(in crate::login) fn shown<'a>(&'a self, origins: &'a [&'a str]) -> Shown<'a> {
        Shown { ceremony: self.ceremony.as_deref().unwrap_or_default(), response: &self.response, origins }
    }
}

/// `POST /sign-in/passkey`.
async fn send(visit: Visit, request: Request<Body>) -> Response {
    match Answer::sent(&visit, request).await {
        Ok((request, answer)) => request.answer(&visit, act(&visit, &request, &answer).await),
        Err(response) => *response,
    }
}

async fn act(visit: &Visit, request: &PageRequest, answer: &Answer) -> Result<Response, PageError> {
    let before = visit.signed_in().await?;
    let way_back = request.way_back();
    let asked = Asked {
        callback_url: way_back.as_deref(),
        ..visit.asked(before.as_ref().map(|signed_in| &signed_in.session), request.ticked("remember")?)
    };
    let own = [visit.server.trusted_origins.own()];
    match sign_in(&visit.server.app, answer.shown(&own), asked, visit.now).await? {
        Ok(admission) => Ok(admitted(visit, request, &request.after_sign_in(), &admission)),
        Err(Refusal::Disabled) => Err(PageError::new(ErrorKind::AccountDisabled, "The account is switched off")),
        Err(Refusal::EmailUnverified(email)) => {
            verification::request(&visit.server.app, &email, asked.locale, asked.callback_url, visit.now).await?;
            Ok(check_mail::go(visit, request, &email.masked(), (MailPurpose::VerifyEmail, asked.remember)))
        }
        Err(Refusal::Unknown) => try_again(visit, request, SignInNotice::PasskeyUnknown),
        Err(Refusal::NoCeremony | Refusal::Refused) => try_again(visit, request, SignInNotice::PasskeyRefused),
    }
}

fn try_again(visit: &Visit, request: &PageRequest, notice: SignInNotice) -> Result<Response, PageError> {
    Ok(visit.redirect(&request.sign_in_again(notice.as_str(), request.ticked("remember")?)))
}

/// `POST /confirm-identity/passkey`.
async fn prove(visit: Visit, request: Request<Body>) -> Response {
    match Answer::sent(&visit, request).await {
        Ok((request, answer)) => request.answer(&visit, proved(&visit, &request, &answer).await),
        Err(response) => *response,
    }
}

async fn proved(visit: &Visit, request: &PageRequest, answer: &Answer) -> Result<Response, PageError> {
    let location = request.after_sign_in();
    let Some(signed_in) = visit.signed_in().await? else {
        return Ok(visit.redirect(&urls::with_query(urls::SIGN_IN, &[("return_to", &location)])));
    };
    let own = [visit.server.trusted_origins.own()];
    let person = (&signed_in.user, &signed_in.session);
    let browser = (&visit.origin, visit.browser.shown());
    match confirm(&visit.server.app, person, answer.shown(&own), browser, visit.now).await? {
        Ok(established) => {
            let mut response = visit.redirect(&location);
            session_cookies::write_established(&visit.server, response.headers_mut(), &established);
            Ok(response)
        }
        Err(_) => {
            let parameters = [("return_to", location.as_str()), ("notice", SignInNotice::PasskeyRefused.as_str())];
            Ok(visit.redirect(&urls::with_query(urls::CONFIRM_IDENTITY, &parameters)))
        }
    }
}

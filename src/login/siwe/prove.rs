//! `/confirm-identity/wallet` and `/confirm-identity/wallet/message`: somebody who is signed in proves with their wallet that it is
//! still they. What is signed for this signs nobody in, and the other way round.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use serde_json::json;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::notice::SignInNotice;
use crate::login::siwe::page::{place, told, written};
use crate::model::urls;
use crate::users::siwe::Refusal;
use crate::users::siwe::confirm::{Against, confirm};
use crate::users::siwe::page_message::{GoodFor, Signed};
use crate::web::page::PageError;
use crate::web::session_cookies;
use crate::web::visit::{SignedIn, Visit};

/// What a message is bound to: the session, beside what the messages of signing in are bound to.
fn place_of(visit: &Visit, request: &PageRequest, signed_in: &SignedIn) -> String {
    format!("session {} {}", signed_in.session.id, place(visit, request))
}

/// `POST /confirm-identity/wallet/message`: `address` and `chain`, as the wallet tells them.
pub(super) async fn write(visit: Visit, request: Request<Body>) -> Response {
    match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request.answer(&visit, ask(&visit, &request).await),
        Err(response) => *response,
    }
}

async fn ask(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(signed_in) = visit.signed_in().await? else {
        return Ok(told(StatusCode::UNAUTHORIZED, json!({ "refused": "session" })));
    };
    let place = place_of(visit, request, &signed_in);
    written(visit, request, (GoodFor::Confirming, &place)).await
}

/// `POST /confirm-identity/wallet`: `nonce` of a message, and its `signature`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request.answer(&visit, proved(&visit, &request).await),
        Err(response) => *response,
    }
}

async fn proved(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let location = request.after_sign_in();
    let Some(signed_in) = visit.signed_in().await? else {
        return Ok(visit.redirect(&urls::with_query(urls::SIGN_IN, &[("return_to", &location)])));
    };
    let signed = Signed {
        nonce: request.field("nonce")?,
        signature: request.field("signature")?,
        place: &place_of(visit, request, &signed_in),
        trusted: &visit.server.trusted_origins,
    };
    let person = (&signed_in.user, &signed_in.session);
    let browser = (&visit.origin, visit.browser.shown());
    let against = match confirm(&visit.server.app, person, signed, browser, visit.now).await? {
        Ok(established) => {
            let mut response = visit.redirect(&location);
            session_cookies::write_established(&visit.server, response.headers_mut(), &established);
            return Ok(response);
        }
        Err(against) => against,
    };
    let notice = match against {
        Against::NotTheirs => SignInNotice::WalletUnknown,
        Against::Refused(Refusal::Chain) => SignInNotice::WalletChain,
        Against::Refused(Refusal::Signature) => SignInNotice::WalletRefused,
        Against::Refused(_) => SignInNotice::WalletTooLate,
    };
    let parameters = [("return_to", location.as_str()), ("notice", notice.as_str())];
    Ok(visit.redirect(&urls::with_query(urls::CONFIRM_IDENTITY, &parameters)))
}

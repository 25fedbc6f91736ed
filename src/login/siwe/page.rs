//! `/sign-in/wallet` and `/sign-in/wallet/message`: what a wallet is to sign, for the script of the page that asks it, and what it signed.
//! The same to confirm who is signed in is in [`prove`].

use axum::Json;
use axum::body::Body;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, Request, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use serde_json::{Value, json};

use crate::app::App;
use crate::config::SignUp;
use crate::crypto::digest::Digest;
use crate::crypto::ethereum::EthereumAddress;
use crate::locale::Locale;
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::notice::SignInNotice;
use crate::login::password::page::admitted;
use crate::login::siwe::prove;
use crate::model::siwe_message::{chain_of_wallet, is_statement};
use crate::model::urls;
use crate::users::register::Asked;
use crate::users::siwe::page_message::{self, GoodFor, Signed, Wanted};
use crate::users::siwe::{Refusal, SignedIn};
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::server::Server;
use crate::web::visit::Visit;

/// The routes of wallets.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new()
        .route(urls::WALLET, post(send))
        .route(urls::WALLET_MESSAGE, post(write))
        .route(urls::CONFIRM_WALLET, post(prove::send))
        .route(urls::CONFIRM_WALLET_MESSAGE, post(prove::write))
}

/// Whether a wallet that nobody has makes an account.
pub(in crate::login) fn makes_accounts(app: &App) -> bool {
    let settings = &app.config.siwe;
    settings.enabled && settings.sign_up && app.config.registration.sign_up == SignUp::Open
}

/// What a message is bound to. A transaction outlives a sign-in in another tab, as its forms do.
pub(super) fn place(visit: &Visit, request: &PageRequest) -> String {
    match &request.transaction {
        Some(transaction) => format!("flow {}", hex::encode(Digest::of(&transaction.flow).as_bytes())),
        None => format!("browser {}", hex::encode(visit.browser.digest())),
    }
}

/// `POST /sign-in/wallet/message`: `address` and `chain`, as the wallet tells them.
async fn write(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    let place = place(&visit, &request);
    request.answer(&visit, written(&visit, &request, (GoodFor::SigningIn, &place)).await)
}

/// What the wallet is to sign, to be good for something in a place.
pub(super) async fn written(
    visit: &Visit,
    request: &PageRequest,
    (good_for, place): (GoodFor, &str),
) -> Result<Response, PageError> {
    let address = EthereumAddress::in_any_case(request.field("address")?);
    let (Some(address), Some(chain_id)) = (address, chain_of_wallet(request.field("chain")?)) else {
        return Ok(told(StatusCode::BAD_REQUEST, json!({ "refused": "account" })));
    };
    let statement = statement(visit.locale, good_for);
    let wanted = Wanted { address, chain_id, statement: &statement, place, good_for };
    Ok(match page_message::write(&visit.server.app, wanted, visit.now).await? {
        Some(message) => told(StatusCode::OK, json!({ "nonce": message.nonce, "message": message.text })),
        None => told(StatusCode::UNPROCESSABLE_ENTITY, json!({ "refused": "chain" })),
    })
}

/// What the person reads in their wallet: in the language of the page where the message can hold it, else in English.
fn statement(locale: Locale, good_for: GoodFor) -> String {
    let key = match good_for {
        GoodFor::SigningIn => "wallet-statement",
        GoodFor::Confirming => "wallet-confirm-statement",
    };
    let own = locale.texts().get(key);
    if is_statement(&own) { own } else { Locale::english().texts().get(key) }
}

pub(super) fn told(status: StatusCode, said: Value) -> Response {
    let mut response = (status, Json(said)).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// `POST /sign-in/wallet`: `nonce` of a message, and its `signature`.
async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let before = visit.signed_in().await?;
    let way_back = request.way_back();
    let asked = Asked {
        callback_url: way_back.as_deref(),
        ..visit.asked(before.as_ref().map(|signed_in| &signed_in.session), request.ticked("remember")?)
    };
    let signed = Signed {
        nonce: request.field("nonce")?,
        signature: request.field("signature")?,
        place: &place(visit, request),
        trusted: &visit.server.trusted_origins,
    };
    let refusal = match page_message::sign_in(&visit.server.app, signed, asked, visit.now).await? {
        SignedIn::Admitted { admission, .. } => return Ok(admitted(visit, request, &request.after_sign_in(), &admission)),
        SignedIn::Refused(refusal) => refusal,
    };
    let notice = match refusal {
        Refusal::Nonce | Refusal::Mismatch | Refusal::Expired | Refusal::NotYetValid => SignInNotice::WalletTooLate,
        Refusal::Chain => SignInNotice::WalletChain,
        Refusal::Signature => SignInNotice::WalletRefused,
        Refusal::SignUpClosed => SignInNotice::WalletUnknown,
        Refusal::Disabled => return Err(PageError::new(ErrorKind::AccountDisabled, "The account is switched off")),
    };
    Ok(visit.redirect(&request.sign_in_again(notice.as_str(), asked.remember)))
}

//! `/confirm-identity`: somebody who is signed in proves that it is still they, then goes back. With their password here, with a passkey
//! or a wallet in the folders of those; who has none of them signs in again by the message that they always sign in by.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::confirm::{Confirmation, confirm};
use crate::login::password::notice::SignInNotice;
use crate::login::password::page::{go_on, sign_in};
use crate::login::password::view::{MailedWays, ReauthenticatePage, SignInAgain};
use crate::login::{email_code, magic_link};
use crate::model::password::Password;
use crate::model::urls;
use crate::sessions::judge;
use crate::store::{accounts, passkeys, wallet_addresses};
use crate::users::ways_in;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::visit::{SignedIn, Visit};

/// `GET /confirm-identity?return_to=…`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    match visit.signed_in().await? {
        Some(signed_in) => {
            let problem = SignInNotice::parse(request.field("notice")?).and_then(problem_of);
            let problems = problem.map_or_else(Problems::none, Problems::from);
            render(visit, request, &signed_in, problems).await
        }
        None => sign_in_first(visit, request),
    }
}

/// What was wrong with the last try.
const fn problem_of(notice: SignInNotice) -> Option<Problem> {
    match notice {
        SignInNotice::PasskeyRefused => Some(Problem::PasskeyRefused),
        SignInNotice::WalletTooLate => Some(Problem::WalletTooLate),
        SignInNotice::WalletChain => Some(Problem::WalletChain),
        SignInNotice::WalletRefused => Some(Problem::WalletRefused),
        SignInNotice::WalletUnknown => Some(Problem::WalletNotYours),
        SignInNotice::PasswordReset
        | SignInNotice::EmailVerified
        | SignInNotice::SignedOut
        | SignInNotice::TooManyCodes
        | SignInNotice::NoSecondFactor
        | SignInNotice::PasskeyUnknown => None,
    }
}

/// Signing in is the proof.
fn sign_in_first(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let return_to = request.after_sign_in();
    Ok(visit.redirect(&urls::with_query(urls::SIGN_IN, &[("return_to", &return_to)])))
}

async fn render(visit: &Visit, request: &PageRequest, signed_in: &SignedIn, problems: Problems) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let SignedIn { user, session, .. } = signed_in;
    let mut unit = app.store.read("login.confirm_identity").await?;
    let has_password = accounts::password_hash(&mut unit, &user.id).await?.is_some();
    let has_passkeys = app.config.passkey.enabled && passkeys::exist(&mut unit, &user.id).await?;
    let has_wallet = app.config.siwe.enabled && wallet_addresses::exist(&mut unit, &user.id).await?;
    let number = if app.config.phone.enabled { judge::number_of(app, &mut unit, &user.id).await? } else { None };
    drop(unit);
    let mailed =
        MailedWays { link: magic_link::page::is_offered(app), code: email_code::page::is_offered(app), ..MailedWays::default() };
    let has_mailbox = app.config.has_mailbox(user) && (mailed.link || mailed.code);
    let texted = MailedWays { text_message: true, ..MailedWays::default() };
    let again = if has_password {
        SignInAgain::default()
    } else {
        SignInAgain {
            remember: session.remembered,
            mail: has_mailbox.then(|| (user.email.clone(), mailed)),
            phone: number.map(|number| (number.as_str().to_owned(), texted)),
        }
    };
    let is_stuck = !has_passkeys && !has_wallet && again.mail.is_none() && again.phone.is_none();
    let options = request.options(&problems);
    let page = ReauthenticatePage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        name: user.name.clone(),
        email: ways_in::known_by(&app.config, user).to_owned(),
        return_to: request.after_sign_in(),
        forgot_url: sign_in::forgot_url(visit, request),
        // Somebody without anything sees the form all the same, and below it how to get a password.
        has_password: has_password || is_stuck,
        has_passkeys,
        has_wallet,
        again,
    };
    Ok(visit.page(&page, &options))
}

/// `POST /confirm-identity`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(signed_in) = visit.signed_in().await? else { return sign_in_first(visit, request) };
    let refuse = |problem: Problem| render(visit, request, &signed_in, problem.into());
    let Ok(password) = Password::entered(request.field("password")?) else { return refuse(Problem::PasswordWrong).await };
    let person = (&signed_in.user, &signed_in.session);
    let browser = (&visit.origin, visit.browser.shown());
    match confirm(&visit.server.app, person, &password, browser, visit.now).await? {
        Confirmation::Confirmed(established) => Ok(go_on(visit, &request.after_sign_in(), &established)),
        Confirmation::Wrong => refuse(Problem::PasswordWrong).await,
        Confirmation::TooManyTries { until } => refuse(Problem::too_many_tries(until, visit.now)).await,
    }
}

//! `/sign-in`: address or username and password in one form, or one after the other. The second page is shown for every address,
//! whoever has an account.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::config;
use crate::login::methods;
use crate::login::page_request::{Flow, PageRequest};
use crate::login::passkey::offer;
use crate::login::password::identifier::Identifier;
use crate::login::password::notice::SignInNotice;
use crate::login::password::page::entered_address::{self, Step};
use crate::login::password::page::{admitted, check_mail, mails_are_sent};
use crate::login::password::sign_in::{SignIn, SignInError, sign_in};
use crate::login::password::view::{MailPurpose, MailedWays, SignInAddressPage, SignInPage, SignInPasswordPage, Taken};
use crate::login::{email_code, magic_link, phone};
use crate::model::password::Password;
use crate::model::urls;
use crate::sessions::still_owed;
use crate::store::StoreError;
use crate::users::register::Asked;
use crate::users::verification;
use crate::web::login_transaction::LoginTransaction;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::visit::{SignedIn, Visit};

impl From<SignInError> for PageError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Overloaded(error) => error.into(),
            SignInError::Store(error) => error.into(),
        }
    }
}

/// `GET /sign-in`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    if request.transaction.is_none() && !is_beside(visit, request)? && is_signed_in(visit).await? {
        return Ok(visit.redirect(&request.after_sign_in()));
    }
    if asks_in_two_steps(visit) {
        return match entered_address::read(visit, request)? {
            Step::Address(typed) => render_address(visit, request, &typed, Problems::none()),
            Step::Password(address) => render_password(visit, request, (&address, request.keeps()?), Problems::none()),
        };
    }
    let hint = request.transaction.as_ref().and_then(LoginTransaction::login_hint);
    let known = entered_address::opened(visit, request)?;
    let typed = known.as_deref().or(hint).unwrap_or_default();
    render(visit, request, (typed, request.keeps()?), Problems::none())
}

/// Whether somebody is signed in, with all that is asked for by now.
async fn is_signed_in(visit: &Visit) -> Result<bool, StoreError> {
    let Some(SignedIn { session, user, .. }) = visit.signed_in().await? else { return Ok(false) };
    Ok(!still_owed::lacks_second_factor(&visit.server.app, (&user, &session.methods), visit.now).await?)
}

/// Whether somebody signs in beside those who are signed in in this browser.
fn is_beside(visit: &Visit, request: &PageRequest) -> Result<bool, PageError> {
    let (name, value) = urls::SIGN_IN_BESIDE;
    Ok(visit.server.app.config.multi_session.enabled && request.field(name)? == value)
}

fn choose_url(visit: &Visit, request: &PageRequest) -> Option<String> {
    let somebody = visit.origin.sessions.tokens().next().is_some();
    somebody.then(|| request.step(urls::CHOOSE_ACCOUNT))
}

fn asks_in_two_steps(visit: &Visit) -> bool {
    visit.server.app.config.pages.sign_in == config::SignInPage::IdentifierFirst
}

fn render(visit: &Visit, request: &PageRequest, typed: (&str, bool), problems: Problems) -> Result<Response, PageError> {
    let (identifier, remember) = typed;
    let options = request.options(&problems);
    let page = SignInPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        notice: notice(request, &problems)?,
        problems,
        identifier: identifier.to_owned(),
        takes: taken(visit),
        last_used: methods::last_used(visit),
        remember,
        sign_up_url: sign_up_url(visit, request),
        choose_url: choose_url(visit, request),
        forgot_url: forgot_url(visit, request),
        mailed: mailed_ways(visit),
        passkeys: visit.server.app.config.passkey.enabled,
        wallets: visit.server.app.config.siwe.enabled,
        return_to: request.return_to(),
    };
    Ok(visit.page(&page, &options))
}

fn render_address(visit: &Visit, request: &PageRequest, typed: &str, problems: Problems) -> Result<Response, PageError> {
    let options = request.options(&problems);
    let page = SignInAddressPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        notice: notice(request, &problems)?,
        problems,
        identifier: typed.to_owned(),
        takes: taken(visit),
        sign_up_url: sign_up_url(visit, request),
        choose_url: choose_url(visit, request),
        passkeys: visit.server.app.config.passkey.enabled,
        wallets: visit.server.app.config.siwe.enabled,
        return_to: request.return_to(),
    };
    Ok(visit.page(&page, &options))
}

fn render_password(
    visit: &Visit,
    request: &PageRequest,
    typed: (&Identifier, bool),
    problems: Problems,
) -> Result<Response, PageError> {
    let (address, remember) = typed;
    let options = request.options(&problems);
    let page = SignInPasswordPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        identifier: address.as_str().to_owned(),
        takes: taken(visit),
        last_used: methods::last_used(visit),
        remember,
        change_url: entered_address::change_url(visit, request, address),
        url: entered_address::password_url(visit, request, address),
        forgot_url: forgot_url(visit, request),
        mailed: mailed_ways(visit),
        passkeys: visit.server.app.config.passkey.enabled,
        wallets: visit.server.app.config.siwe.enabled,
        return_to: request.return_to(),
    };
    Ok(visit.page(&page, &options))
}

/// What will do in the place of an address.
fn taken(visit: &Visit) -> Taken {
    let config = &visit.server.app.config;
    Taken { usernames: config.username.enabled, phone_numbers: config.phone.enabled && config.phone.password }
}

fn notice(request: &PageRequest, problems: &Problems) -> Result<Option<SignInNotice>, PageError> {
    Ok(SignInNotice::parse(request.field("notice")?).filter(|_| problems.is_empty()))
}

fn sign_up_url(visit: &Visit, request: &PageRequest) -> Option<String> {
    let open = visit.server.app.config.registration.is_open();
    open.then(|| request.step(urls::SIGN_UP))
}

/// Where somebody chooses a new password who has forgotten theirs, or never had one.
pub(super) fn forgot_url(visit: &Visit, request: &PageRequest) -> Option<String> {
    let app = &visit.server.app;
    if mails_are_sent(app) {
        Some(request.step(urls::FORGOT_PASSWORD))
    } else {
        phone::page::resets_passwords(app).then(|| request.step(urls::PHONE_RESET_REQUEST))
    }
}

fn mailed_ways(visit: &Visit) -> MailedWays {
    let app = &visit.server.app;
    MailedWays {
        link: magic_link::page::is_offered(app),
        code: email_code::page::is_offered(app),
        text_message: app.config.phone.enabled,
        last_used: methods::last_used(visit),
    }
}

/// `POST /sign-in`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let offers_passkeys = !offer::was_made(&visit.server, request.headers());
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request, offers_passkeys).await)
}

async fn act(visit: &Visit, request: &PageRequest, offers_passkeys: bool) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let identifier = request.field("identifier")?;
    let typed = (identifier, request.ticked("remember")?);
    let entered = Identifier::read(&app.config, identifier);
    let secret = request.field("password")?;
    if asks_in_two_steps(visit) && (entered.is_none() || secret.is_empty()) {
        return first_step(visit, request, (identifier, entered));
    }
    let refuse = |problem: Problem| match &entered {
        Some(address) if asks_in_two_steps(visit) => render_password(visit, request, (address, typed.1), problem.into()),
        _ => render(visit, request, typed, problem.into()),
    };
    let mismatch = || match &entered {
        Some(Identifier::Phone(_)) => Problem::PhoneNumberMismatch,
        _ if taken(visit).usernames && !identifier.contains('@') => Problem::UsernameMismatch,
        _ => Problem::CredentialsMismatch,
    };
    // What can be no address or no password of ours is answered like a wrong one, whoever has an account.
    let (Some(person), Ok(password)) = (&entered, Password::entered(secret)) else {
        return refuse(mismatch());
    };
    let before = visit.signed_in().await?;
    let way_back = request.way_back();
    let asked =
        Asked { callback_url: way_back.as_deref(), ..visit.asked(before.as_ref().map(|signed_in| &signed_in.session), typed.1) };
    match sign_in(app, person, &password, asked, visit.now).await? {
        SignIn::Admitted(admission) => {
            let onward = request.after_sign_in();
            let onward = if offers_passkeys { offer::on_the_way(visit, request, &admission, onward).await? } else { onward };
            Ok(admitted(visit, request, &onward, &admission))
        }
        SignIn::Mismatch => refuse(mismatch()),
        SignIn::Disabled => refuse(Problem::AccountDisabled),
        SignIn::TooManyTries { until } => refuse(Problem::too_many_tries(until, visit.now)),
        SignIn::EmailUnverified { email } => {
            verification::request(app, &email, asked.locale, asked.callback_url, visit.now).await?;
            let address = match person {
                Identifier::Email(_) => identifier.to_owned(),
                Identifier::Username(_) | Identifier::Phone(_) => email.masked(),
            };
            Ok(check_mail::go(visit, request, &address, (MailPurpose::VerifyEmail, typed.1)))
        }
    }
}

/// The address was sent alone: its password is asked for next, whether or not anybody has it.
fn first_step(visit: &Visit, request: &PageRequest, typed: (&str, Option<Identifier>)) -> Result<Response, PageError> {
    match typed {
        (_, Some(address)) => Ok(visit.redirect(&entered_address::password_url(visit, request, &address))),
        (identifier, None) if taken(visit).addresses_only() => {
            render_address(visit, request, identifier, Problem::EmailMalformed.into())
        }
        (identifier, None) => render_address(visit, request, identifier, Problem::IdentifierMalformed.into()),
    }
}

//! `/sign-up/link`: making the account of a link. Opening it, by whatever method, changes nothing.

use axum::Json;
use axum::body::Body;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, Request, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

use crate::login::dead_link::dead_link;
use crate::login::page_request::{Flow, PageRequest};
use crate::login::passkey::objects::{CreationOptions, Wishes};
use crate::login::passkey::page::Answer;
use crate::login::password::page::{admitted, mails_are_sent};
use crate::login::sign_up_link::view::{HasAccountPage, SignUpLinkPage};
use crate::model::additional_fields::FieldValues;
use crate::model::urls;
use crate::one_time::SecretError;
use crate::users::sign_up_link::{self, LinkError, NewAccount, Offer, SignedUp, Way};
use crate::web::account_form::{NewAccountForm, UsernameField, shortest_password};
use crate::web::declared_fields::{self, DeclaredForm};
use crate::web::error_view::{ErrorAction, ErrorKind};
use crate::web::form::Parameters;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::terms::{self, TermsText};
use crate::web::visit::Visit;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new()
        .route(urls::SIGN_UP_LINK, get(show).post(send))
        .route(urls::SIGN_UP_LINK_OPTIONS, get(options))
        .route(urls::SIGN_UP_LINK_PASSKEY, post(send_passkey))
}

/// `GET /sign-up/link?token=…`.
async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let offer = match sign_up_link::look_up(&visit.server.app, request.field("token")?, visit.now).await {
        Ok(offer) => offer,
        Err(error) => return no_link(visit, request, error),
    };
    if offer.has_account {
        return Ok(has_account(visit, request, &offer));
    }
    let form = NewAccountForm::named(offer.name());
    render(visit, request, &offer, (form, Problems::none()))
}

fn render(
    visit: &Visit,
    request: &PageRequest,
    offer: &Offer,
    (form, problems): (NewAccountForm<'_>, Problems),
) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let options = request.options(&problems);
    let token = request.field("token")?;
    let (asked, texts) = (declared_fields::of_new_account(&app.config), visit.locale.texts());
    let declared = DeclaredForm::new(&asked, &texts);
    let passkey_options = || urls::with_query(urls::SIGN_UP_LINK_OPTIONS, &[("token", token)]);
    let page = SignUpLinkPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        fields: if problems.is_empty() { declared.holding(&FieldValues::new()) } else { declared.sent(&request.parameters) },
        return_to: request.return_to(),
        problems,
        is_invitation: offer.is_invitation(),
        token: token.to_owned(),
        email: offer.email().to_owned(),
        name: form.name.to_owned(),
        username: UsernameField::of_new_account(&app.config.username, form.username),
        minimum_length: shortest_password(&app.config.accounts),
        terms: TermsText::of_new_account(app, &visit.locale.texts(), terms::was_ticked(app, &request.parameters)),
        passkey_options: app.config.passkey.enabled.then(passkey_options),
    };
    Ok(visit.page(&page, &options))
}

fn has_account(visit: &Visit, request: &PageRequest, offer: &Offer) -> Response {
    let page = HasAccountPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        email: offer.email().to_owned(),
        sign_in_url: request.step(urls::SIGN_IN),
        forgot_url: mails_are_sent(&visit.server.app).then(|| request.step(urls::FORGOT_PASSWORD)),
    };
    visit.page(&page, &request.options(&Problems::none()))
}

/// One answer for every link that does nothing.
fn no_link(visit: &Visit, request: &PageRequest, error: LinkError) -> Result<Response, PageError> {
    match error {
        LinkError::Dead(error) => {
            let label = visit.chrome(None).text("back-to-sign-in");
            let way_on = ErrorAction { label, url: request.step(urls::SIGN_IN) };
            dead_link(visit, error, "The link was used, withdrawn, expired or never given out", way_on)
        }
        LinkError::Closed => {
            Err(PageError::new(ErrorKind::SignUpClosed, "Accounts are no longer made by links that people ask for"))
        }
        LinkError::Password(error) => Err(error.into()),
    }
}

/// `POST /sign-up/link`.
async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request, None).await)
}

/// `POST /sign-up/link/passkey`: what an authenticator made in the place of a password.
async fn send_passkey(visit: Visit, request: Request<Body>) -> Response {
    let answer = Answer::of(&visit, &request);
    let request = match PageRequest::sent(&visit, request, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    let answered = match answer.read(&request) {
        Ok(answer) => act(&visit, &request, Some(&answer)).await,
        Err(error) => Err(error),
    };
    request.answer(&visit, answered)
}

async fn act(visit: &Visit, request: &PageRequest, passkey: Option<&Answer>) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let token = request.field("token")?;
    let offer = match sign_up_link::look_up(app, token, visit.now).await {
        Ok(offer) => offer,
        Err(error) => return no_link(visit, request, error),
    };
    if offer.has_account {
        return Ok(has_account(visit, request, &offer));
    }
    if passkey.is_some() && !app.config.passkey.enabled {
        return Err(PageError::new(ErrorKind::NotFound, "passkey.enabled is off"));
    }
    let form = NewAccountForm::read(&request.parameters)?;
    let names = form.check_names(&app.config, app.config.username.asked_at_sign_up());
    let password = if passkey.is_none() { form.check_password(&app.config).map(Some) } else { Ok(None) };
    let agreement = terms::agreement(app, &request.parameters)?;
    let (asked_fields, texts) = (declared_fields::of_new_account(&app.config), visit.locale.texts());
    let declared = DeclaredForm::new(&asked_fields, &texts);
    let said = declared.read(&request.parameters, &FieldValues::new())?;
    let ((name, usernames), said, password, agreement) = match (names, said, password, agreement) {
        (Ok(names), Ok(said), Ok(password), Ok(agreement)) => (names, said, password, agreement),
        (names, said, password, agreement) => {
            let mut problems = names.err().unwrap_or_default();
            said.err().unwrap_or_default().into_iter().for_each(|problem| problems.push(problem));
            problems.extend([password.err(), agreement.err()].into_iter().flatten());
            return render(visit, request, &offer, (form, problems));
        }
    };
    let own = [visit.server.trusted_origins.own()];
    let way = match (&password, passkey) {
        (Some(password), _) => Way::Password(password),
        (None, Some(answer)) => Way::Passkey(answer.shown(&own)),
        (None, None) => return render(visit, request, &offer, (form, Problem::PasskeyRefused.into())),
    };
    let before = visit.signed_in().await?;
    let asked = visit.asked(before.as_ref().map(|signed_in| &signed_in.session), true);
    let new = NewAccount { name: name.as_str(), usernames: &usernames, fields: &said, way, agreement, asked };
    match sign_up_link::sign_up(app, token, &new, visit.now).await {
        Ok(SignedUp::Admitted(admission)) => Ok(admitted(visit, request, &request.after_sign_in(), &admission)),
        Ok(SignedUp::HasAccount) => Ok(has_account(visit, request, &offer)),
        Ok(SignedUp::FieldTaken(field)) => render(visit, request, &offer, (form, declared.taken(&field).into())),
        Ok(SignedUp::UsernameTaken) => render(visit, request, &offer, (form, Problem::UsernameTaken.into())),
        Ok(SignedUp::PasskeyRefused) => render(visit, request, &offer, (form, Problem::PasskeyRefused.into())),
        Err(LinkError::Password(error)) => render(visit, request, &offer, (form, Problem::of_new_password(error)?.into())),
        Err(error) => no_link(visit, request, error),
    }
}

/// `GET /sign-up/link/passkey-options?token=…`: what `navigator.credentials.create` is to be given.
async fn options(visit: Visit, uri: Uri) -> Response {
    let app = &visit.server.app;
    let parameters = Parameters::from_query(&uri).unwrap_or_default();
    let token = parameters.all("token").next().unwrap_or_default();
    if !app.config.passkey.enabled {
        return StatusCode::NOT_FOUND.into_response();
    }
    let (user, begun) = match sign_up_link::begin_passkey(app, token, visit.now).await {
        Ok(begun) => begun,
        Err(LinkError::Dead(SecretError::Store(error))) => return visit.error(&error.into(), None),
        Err(_) => return StatusCode::GONE.into_response(),
    };
    let mut response = Json(CreationOptions::new(&app.config, &user, &begun, Wishes::default())).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    session_cookies::write_ceremony(&visit.server, response.headers_mut(), &begun.secret);
    response
}

//! The authorization endpoint (RFC 6749, section 3.1; OpenID Connect Core, section 3.1.2).
//!
//! A request goes through [`redirect_target`] (where may I answer?), [`checks`] (is it right?) and [`step`] (what comes next?). If a
//! person has to do something, a login transaction begins and they are sent to a page; after each page they come back to
//! [`resume`], where the same question is asked again. [`respond`] gives the answer.

pub mod cancel;
pub mod checks;
pub mod choose_account;
pub mod people;
pub(in crate::oauth) mod question;
pub mod redirect_target;
pub mod respond;
pub mod resume;
pub mod step;
pub mod view;

use axum::body::Body;
use axum::http::{Method, Request, Uri};
use axum::response::Response;

use crate::model::authorization_request::AuthorizationRequest;
use crate::model::login_transaction::AnswerTarget;
use crate::model::urls;
use crate::oauth::authorize::people::Hinted;
use crate::oauth::authorize::question::{Question, page_of};
use crate::oauth::authorize::redirect_target::{RedirectTarget, Unproven};
use crate::oauth::authorize::step::{Destination, Others, Step};
use crate::oauth::error::OAuthError;
use crate::sessions::kept::KnownSession;
use crate::store::{StoreError, retry};
use crate::web::error_view::{Comparison, ErrorAction, ErrorKind, ErrorPage};
use crate::web::form::{FormError, Parameters};
use crate::web::login_transaction::{self, LoginTransaction};
use crate::web::page::PageError;
use crate::web::server::Server;
use crate::web::visit::{SignedIn, Visit};

/// `GET` and `POST /oauth2/authorize`.
pub async fn authorize(visit: Visit, request: Request<Body>) -> Response {
    let parameters = match read(request).await {
        Ok(parameters) => parameters,
        Err(error) => return visit.error(&error.into(), None),
    };
    match answer(&visit, &parameters, None).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, None),
    }
}

/// OpenID Connect Core, section 3.1.2.1: the query of a GET, the form of a POST.
async fn read(request: Request<Body>) -> Result<Parameters, FormError> {
    if request.method() == Method::POST {
        let (parts, body) = request.into_parts();
        Parameters::from_body(&parts.headers, body).await
    } else {
        Parameters::from_query(request.uri())
    }
}

/// What is known when the answer is decided.
pub(super) struct Moment<'a> {
    pub(super) visit: &'a Visit,
    pub(super) target: &'a RedirectTarget,
    pub(super) request: &'a AuthorizationRequest,
    pub(super) transaction: Option<&'a LoginTransaction>,
}

impl<'a> Moment<'a> {
    fn question(&self) -> Question<'a> {
        let Self { visit, target, request, transaction } = *self;
        Question {
            visit,
            request,
            client: &target.client,
            destination: Destination::RedirectUri(target.registered()),
            transaction,
        }
    }
}

/// Answers a request, at its first coming or on the way back from a page.
pub(super) async fn answer(
    visit: &Visit,
    parameters: &Parameters,
    transaction: Option<&LoginTransaction>,
) -> Result<Response, PageError> {
    let target = match redirect_target::prove(&visit.server.app, parameters).await {
        Ok(target) => target,
        Err(error) => return unproven(visit, error),
    };
    let request = match checks::check(&visit.server.app, &target.client, parameters) {
        Ok(request) => request,
        Err(error) => return Ok(respond::refuse(visit, &target, &error)),
    };
    let moment = Moment { visit, target: &target, request: &request, transaction };
    match retry(|| decide(&moment, parameters)).await {
        Ok(response) => Ok(response),
        // The target is proven: failures of ours are told to the client as well (RFC 6749, section 4.1.2.1).
        Err(error) => Ok(respond::refuse(visit, &target, &OAuthError::from(error))),
    }
}

async fn decide(moment: &Moment<'_>, parameters: &Parameters) -> Result<Response, StoreError> {
    let Moment { visit, target, request, transaction } = moment;
    let signed_in = visit.signed_in_for_apps().await?;
    let mut others = None;
    if people::may_be_several(visit) {
        let known = people::known(visit).await?;
        let hinted = people::hinted(request, &known, signed_in.as_ref());
        if let Hinted::Present(named) = &hinted
            && !transaction.is_some_and(|transaction| transaction.facts.account_chosen)
            && let Some(response) = answer_as_named(moment, named).await?
        {
            return Ok(response);
        }
        others = Some(Others {
            known: !known.is_empty(),
            living: known.iter().any(|known| known.lives),
            another_is_named: !matches!(hinted, Hinted::Nobody),
        });
    }
    let step = moment.question().step(signed_in.as_ref(), others).await?;
    match (step, signed_in) {
        (Step::Issue, Some(signed_in)) => respond::issue(moment, &signed_in).await,
        (Step::Refuse(code), _) => Ok(respond::refuse_with(moment, code)),
        (step, _) => {
            let flow = match transaction {
                Some(transaction) => transaction.flow.clone(),
                None => login_transaction::begin(visit, &target.client.id, parameters, AnswerTarget::RedirectUri).await?,
            };
            Ok(visit.redirect(&urls::in_flow(page_of(step), Some(&flow))))
        }
    }
}

/// Answers for somebody else than who uses the browser now, whom the request names and who is signed in there too: if nothing needs to
/// be asked, or nothing may be. The browser goes on being used by whom it was.
async fn answer_as_named(moment: &Moment<'_>, named: &KnownSession) -> Result<Option<Response>, StoreError> {
    let KnownSession { session, user, token, .. } = named.clone();
    let named = SignedIn { session, user, token };
    Ok(match moment.question().step(Some(&named), None).await? {
        Step::Issue => Some(respond::issue(moment, &named).await?),
        Step::Refuse(code) if moment.request.prompt.none => Some(respond::refuse_with(moment, code)),
        _ => None,
    })
}

/// There is nowhere to answer to: the person gets a page, and the developer of an app in development sees the difference.
fn unproven(visit: &Visit, error: Unproven) -> Result<Response, PageError> {
    let description = error.to_string();
    let (kind, comparison) = match error {
        Unproven::Store(error) => return Err(error.into()),
        Unproven::Duplicate(_) => (ErrorKind::InvalidRequest, None),
        Unproven::UnknownClient => (ErrorKind::UnknownClient, None),
        Unproven::DisabledClient => (ErrorKind::ClientDisabled, None),
        Unproven::MissingRedirectUri { registered } => {
            (ErrorKind::RedirectUriMismatch, Some(Comparison::between("redirect_uri", &registered, "")))
        }
        Unproven::ForeignRedirectUri { requested, registered } => {
            (ErrorKind::RedirectUriMismatch, Some(Comparison::between("redirect_uri", &registered, &requested)))
        }
    };
    let chrome = visit.chrome(None);
    let primary = ErrorAction { label: chrome.texts.get("error-action-account"), url: urls::ACCOUNT.to_owned() };
    Ok(visit.error_page(&ErrorPage {
        chrome,
        kind,
        description: Some(description),
        time: visit.now,
        primary,
        secondary: None,
        comparison: comparison.filter(|_| visit.server.app.is_dev()),
    }))
}

/// The form of a page of this slice: read and checked, with the transaction that it belongs to. The error is the answer.
pub(super) struct TransactionForm {
    pub(super) parameters: Parameters,
    pub(super) transaction: LoginTransaction,
}

impl TransactionForm {
    /// Reads a posted form: from a page that this browser was given, within an open transaction.
    pub(super) async fn read(visit: &Visit, request: Request<Body>) -> Result<Self, Box<Response>> {
        let refuse = |error: PageError| Box::new(visit.error(&error, None));
        let parameters = Self::parameters(request).await.map_err(|error: FormError| refuse(error.into()))?;
        let transaction = Self::required(visit, &parameters).await?;
        visit.check_form_within(Some(&transaction), &parameters).map_err(refuse)?;
        Ok(Self { parameters, transaction })
    }

    async fn parameters(request: Request<Body>) -> Result<Parameters, FormError> {
        let (parts, body) = request.into_parts();
        Parameters::from_body(&parts.headers, body).await
    }

    /// The open transaction of a page that is asked for. The error is the answer.
    pub(super) async fn opened(visit: &Visit, uri: &Uri) -> Result<LoginTransaction, Box<Response>> {
        let parameters = Parameters::from_query(uri).map_err(|error| Box::new(visit.error(&error.into(), None)))?;
        Self::required(visit, &parameters).await
    }

    /// The open transaction that the parameters name; without one there is nothing to do here.
    pub(super) async fn required(visit: &Visit, parameters: &Parameters) -> Result<LoginTransaction, Box<Response>> {
        match visit.transaction(parameters).await? {
            Some(transaction) => Ok(transaction),
            None => Err(Box::new(visit.redirect(urls::ACCOUNT))),
        }
    }
}

/// The routes of this endpoint.
pub fn routes() -> axum::Router<Server> {
    use axum::routing::{get, post};
    axum::Router::new()
        .route(urls::AUTHORIZE, get(authorize).post(authorize))
        .route(urls::RESUME, get(resume::resume))
        .route(urls::CANCEL, post(cancel::cancel))
        .route(urls::CHOOSE_ACCOUNT, get(choose_account::show).post(choose_account::choose))
}

//! Choosing the account to go on with (`prompt=select_account`, OpenID Connect Core, section 3.1.2.1), and where several people may be
//! signed in in one browser, switching between them.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::model::login_transaction::TransactionFacts;
use crate::model::urls;
use crate::oauth::authorize::people;
use crate::oauth::authorize::respond;
use crate::oauth::authorize::view::{ChooseAccountPage, KnownAccount};
use crate::sessions::kept::{self, KnownSession};
use crate::users::ways_in;
use crate::web::entered_text;
use crate::web::form::Parameters;
use crate::web::login_transaction::LoginTransaction;
use crate::web::page::{PageError, PageOptions};
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// The parameter that asks for the page on which accounts are removed.
const REMOVING: &str = "remove";

/// `GET /choose-account`.
pub async fn show(visit: Visit, uri: Uri) -> Response {
    let parameters = match Parameters::from_query(&uri) {
        Ok(parameters) => parameters,
        Err(error) => return visit.error(&error.into(), None),
    };
    match opened(&visit, &parameters).await {
        Ok(transaction) => answer(&visit, transaction.as_ref(), render(&visit, transaction.as_ref(), &parameters).await),
        Err(response) => *response,
    }
}

/// `POST /choose-account`.
pub async fn choose(visit: Visit, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let parameters = match Parameters::from_body(&parts.headers, body).await {
        Ok(parameters) => parameters,
        Err(error) => return visit.error(&error.into(), None),
    };
    let transaction = match opened(&visit, &parameters).await {
        Ok(transaction) => transaction,
        Err(response) => return *response,
    };
    let transaction = transaction.as_ref();
    if let Err(error) = visit.check_form_within(transaction, &parameters) {
        return visit.error(&error, None);
    }
    answer(&visit, transaction, act(&visit, transaction, &parameters).await)
}

/// The transaction in which the page is opened. Without one it is for switching, where there can be something to switch to.
async fn opened(visit: &Visit, parameters: &Parameters) -> Result<Option<LoginTransaction>, Box<Response>> {
    let transaction = visit.transaction(parameters).await?;
    if transaction.is_none() && !people::may_be_several(visit) {
        return Err(Box::new(visit.redirect(urls::ACCOUNT)));
    }
    Ok(transaction)
}

fn answer(visit: &Visit, transaction: Option<&LoginTransaction>, result: Result<Response, PageError>) -> Response {
    result.unwrap_or_else(|error| visit.error(&error, transaction.map(|transaction| &transaction.client)))
}

fn in_flow(path: &str, transaction: Option<&LoginTransaction>) -> String {
    urls::in_flow(path, transaction.map(|transaction| transaction.flow.as_str()))
}

/// Where somebody signs in beside those who are.
fn sign_in_url(transaction: Option<&LoginTransaction>, more: &[(&str, &str)]) -> String {
    let flow = transaction.map(|transaction| ("flow", transaction.flow.as_str()));
    let beside = Some(urls::SIGN_IN_BESIDE).filter(|_| transaction.is_none());
    let parameters: Vec<_> = flow.into_iter().chain(beside).chain(more.iter().copied()).collect();
    urls::with_query(urls::SIGN_IN, &parameters)
}

async fn render(visit: &Visit, transaction: Option<&LoginTransaction>, parameters: &Parameters) -> Result<Response, PageError> {
    let mut known = people::known(visit).await?;
    if known.is_empty() {
        return Ok(visit.redirect(&sign_in_url(transaction, &[])));
    }
    let hint = transaction.and_then(LoginTransaction::login_hint).unwrap_or_default().to_lowercase();
    let active = visit.shown_session();
    // Who is named, then who is signed in, the last used first.
    known.sort_by_key(|known| {
        let named = !hint.is_empty() && known.user.email == hint;
        let in_use = active == Some(known.token.as_str());
        std::cmp::Reverse((named, in_use, known.lives, known.session.updated_at))
    });
    let several = people::may_be_several(visit);
    let removing = several && parameters.single(REMOVING)?.is_some();
    let here = in_flow(urls::CHOOSE_ACCOUNT, transaction);
    let flow = transaction.map(|transaction| ("flow", transaction.flow.as_str()));
    let removal: Vec<_> = flow.into_iter().chain([(REMOVING, "account")]).collect();
    let page = ChooseAccountPage {
        chrome: visit.chrome(transaction),
        accounts: known.into_iter().map(|known| line(visit, known, active)).collect(),
        removing,
        remove_url: several.then(|| urls::with_query(urls::CHOOSE_ACCOUNT, &removal)),
        back_url: if removing { here } else { urls::ACCOUNT.to_owned() },
    };
    Ok(visit.page(&page, &PageOptions::default().within(transaction)))
}

fn line(visit: &Visit, known: KnownSession, active: Option<&str>) -> KnownAccount {
    KnownAccount {
        in_use: active == Some(known.token.as_str()),
        id: known.session.id.to_string(),
        email: ways_in::known_by(&visit.server.app.config, &known.user).to_owned(),
        name: known.user.name,
        signed_out: !known.lives,
    }
}

async fn act(visit: &Visit, transaction: Option<&LoginTransaction>, parameters: &Parameters) -> Result<Response, PageError> {
    if let Some(removed) = parameters.single("remove")? {
        return remove(visit, transaction, removed).await;
    }
    match (parameters.single("action")?, transaction) {
        (Some("another"), _) => {
            let mut response = visit.redirect(&sign_in_url(transaction, &[]));
            session_cookies::forget_last_used_method(&visit.server, response.headers_mut());
            Ok(response)
        }
        (Some("cancel"), Some(transaction)) => respond::deny(visit, transaction).await,
        (Some("cancel"), None) => Ok(visit.redirect(urls::ACCOUNT)),
        _ => go_on(visit, transaction, parameters.single("account")?.unwrap_or_default()).await,
    }
}

async fn find(visit: &Visit, id: &str) -> Result<Option<KnownSession>, PageError> {
    Ok(people::known(visit).await?.into_iter().find(|known| known.session.id.as_str() == id))
}

/// Goes on as the chosen person. Whoever's session is over signs in again; whether one that lives was proved freshly enough for the
/// app is asked where the transaction goes on.
async fn go_on(visit: &Visit, transaction: Option<&LoginTransaction>, chosen: &str) -> Result<Response, PageError> {
    let chosen = match find(visit, chosen).await? {
        Some(known) if known.lives => known,
        // Nobody signs in with a placeholder.
        Some(known) if !visit.server.app.config.has_mailbox(&known.user) => {
            return Ok(visit.redirect(&sign_in_url(transaction, &[])));
        }
        Some(known) => {
            let address = entered_text::seal(visit, &known.user.email);
            return Ok(visit.redirect(&sign_in_url(transaction, &[("address", &address)])));
        }
        None => return Ok(visit.redirect(&sign_in_url(transaction, &[]))),
    };
    if visit.shown_session() == Some(chosen.token.as_str()) {
        return went_on(visit, transaction).await;
    }
    let browser = (&visit.origin, visit.browser.shown());
    let Some(switched) = kept::switch(&visit.server.app, &chosen.token, browser, visit.now).await? else {
        return Ok(visit.redirect(&sign_in_url(transaction, &[])));
    };
    let rebound = transaction.map(|transaction| transaction.rebound_to(&switched.browser_secret));
    let mut response = went_on(visit, rebound.as_ref()).await?;
    session_cookies::write_switched(&visit.server, response.headers_mut(), &switched, true);
    Ok(response)
}

async fn went_on(visit: &Visit, transaction: Option<&LoginTransaction>) -> Result<Response, PageError> {
    let Some(transaction) = transaction else { return Ok(visit.redirect(urls::ACCOUNT)) };
    transaction.record(visit, TransactionFacts { account_chosen: true, ..transaction.facts }).await?;
    Ok(visit.redirect(&transaction.resume_url()))
}

/// Signs somebody out of this browser, and has it forget them. Nobody else takes their place by that.
async fn remove(visit: &Visit, transaction: Option<&LoginTransaction>, id: &str) -> Result<Response, PageError> {
    let mut response = visit.redirect(&in_flow(urls::CHOOSE_ACCOUNT, transaction));
    if !people::may_be_several(visit) {
        return Ok(response);
    }
    let Some(removed) = find(visit, id).await? else { return Ok(response) };
    let ended = kept::remove(&visit.server.app, &removed, (&visit.origin, visit.now)).await?;
    if visit.shown_session() == Some(removed.token.as_str()) {
        session_cookies::write_ended(&visit.server, response.headers_mut(), &ended);
    } else {
        session_cookies::write_removed(&visit.server, response.headers_mut(), &ended);
    }
    Ok(response)
}

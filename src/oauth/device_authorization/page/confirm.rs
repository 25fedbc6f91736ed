//! `/device/confirm`: the person answers for the device. It always stands, whoever the app is and whatever they allowed it before: the
//! code may have come from somebody who wants to be signed in as them (RFC 8628, section 5.4).

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::model::client::ClientSource;
use crate::model::device_authorization::{DeviceAuthorization, DeviceState, DeviceYield};
use crate::model::ids::DeviceAuthorizationId;
use crate::model::login_transaction::AnswerTarget;
use crate::model::urls;
use crate::model::user_agent::Device;
use crate::oauth::authorize::{TransactionForm, people};
use crate::oauth::consent::page::lines;
use crate::oauth::device_authorization::view::{DeviceConfirmPage, Requester};
use crate::tokens::device_authorization::answer::{self, Answerer, Approval, Refusal};
use crate::tokens::device_authorization::lookup::{self, FoundDevice};
use crate::users::ways_in;
use crate::web::login_transaction::LoginTransaction;
use crate::web::page::{PageError, PageOptions};
use crate::web::visit::{SignedIn, Visit};

/// `GET /device/confirm?flow=…`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let transaction = match TransactionForm::opened(&visit, &uri).await {
        Ok(transaction) => transaction,
        Err(response) => return *response,
    };
    match render(&visit, &transaction).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, Some(&transaction.client)),
    }
}

/// The device of the transaction, while it waits for the answer of who is signed in.
async fn waiting(visit: &Visit, transaction: &LoginTransaction) -> Result<Option<(FoundDevice, SignedIn)>, PageError> {
    let AnswerTarget::Device(id) = transaction.target() else { return Ok(None) };
    let Some(signed_in) = visit.signed_in().await? else { return Ok(None) };
    let Some(found) = lookup::by_id(&visit.server.app, id).await? else { return Ok(None) };
    let asks = &found.asks;
    let is_theirs = asks.user_id.as_ref() == Some(&signed_in.user.id);
    let waits = asks.state == DeviceState::Pending && asks.expires_at > visit.now && is_theirs;
    Ok(waits.then_some((found, signed_in)))
}

async fn render(visit: &Visit, transaction: &LoginTransaction) -> Result<Response, PageError> {
    // Whatever else is the case is told where the transaction goes on.
    let Some((found, signed_in)) = waiting(visit, transaction).await? else {
        return Ok(visit.redirect(&transaction.resume_url()));
    };
    let (asks, client) = (&found.asks, &transaction.client);
    let app = &visit.server.app;
    let page = DeviceConfirmPage {
        app_name: client.metadata.client_name.clone(),
        client_id: client.id.to_string(),
        unverified: client.source == ClientSource::Dynamic,
        policy_url: client.metadata.policy_uri.clone(),
        terms_url: client.metadata.tos_uri.clone(),
        name: signed_in.user.name.clone(),
        email: ways_in::known_by(&app.config, &signed_in.user).to_owned(),
        person: signed_in.user.id.to_string(),
        switch_url: urls::in_flow(people::page_to_switch(visit), Some(&transaction.flow)),
        user_code: found.user_code.as_ref().map(|code| code.shown()),
        minutes_left: asks.expires_at.since(visit.now).as_secs().div_ceil(60),
        whole_account: asks.yields == DeviceYield::Session,
        scopes: lines(visit, &asks.scopes, None, &signed_in),
        requester: requester(visit, asks),
        account_url: urls::ACCOUNT_APPS.to_owned(),
        chrome: visit.chrome(Some(transaction)),
    };
    Ok(visit.page(&page, &PageOptions::default().within(Some(transaction))))
}

fn requester(visit: &Visit, asks: &DeviceAuthorization) -> Requester {
    let places = &visit.server.app.places;
    let countries = (places.country(&asks.ip_address), places.country(&visit.origin.ip_address));
    Requester {
        place: places.describe(&asks.ip_address, visit.locale.texts()),
        ip_address: asks.ip_address.clone(),
        device: Device::guess(&asks.user_agent),
        asked_at: asks.created_at,
        elsewhere: matches!(countries, (Some(theirs), Some(here)) if theirs != here),
    }
}

/// `POST /device/confirm`.
pub(super) async fn decide(visit: Visit, request: Request<Body>) -> Response {
    let form = match TransactionForm::read(&visit, request).await {
        Ok(form) => form,
        Err(response) => return *response,
    };
    match act(&visit, &form).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, Some(&form.transaction.client)),
    }
}

/// Acts, and goes on where the transaction does: there it is told what came of it, also to who comes back or presses twice.
async fn act(visit: &Visit, form: &TransactionForm) -> Result<Response, PageError> {
    let transaction = &form.transaction;
    let app = &visit.server.app;
    if let Some((found, signed_in)) = waiting(visit, transaction).await?
        && signed_in.was_shown(&form.parameters)?
    {
        let by = Answerer {
            asks: &found.asks,
            client: &transaction.client,
            session: &signed_in.session,
            user: &signed_in.user,
            began_at: Some(transaction.started_at),
        };
        let at = (&visit.origin, visit.now);
        match form.parameters.single("action")? {
            Some("connect") => log(&found.asks.id, answer::approve(app, &by, at).await?),
            Some("deny") => match answer::deny(app, &by, at).await? {
                Refusal::Denied | Refusal::NotTheirs | Refusal::Over => {}
            },
            _ => {}
        }
    }
    Ok(visit.redirect(&transaction.resume_url()))
}

fn log(id: &DeviceAuthorizationId, approval: Approval) {
    if approval != Approval::Approved {
        tracing::debug!(device = %id, ?approval, "a device was not allowed");
    }
}

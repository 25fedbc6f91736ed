//! What comes next for a device: the same question as for an app's request, over the facts as they are now.

use std::time::Duration;

use axum::response::Response;

use crate::crypto::digest::Digest;
use crate::model::authorization_request::AuthorizationRequest;
use crate::model::device_authorization::{DeviceAuthorization, DeviceState, DeviceYield};
use crate::model::ids::DeviceAuthorizationId;
use crate::model::prompt::Prompt;
use crate::model::urls;
use crate::oauth::authorize::people;
use crate::oauth::authorize::question::{Question, page_of};
use crate::oauth::authorize::step::{Destination, Others, Step};
use crate::oauth::device_authorization::view::{DeviceOutcome, DeviceOutcomePage};
use crate::store::StoreError;
use crate::tokens::device_authorization::{answer, lookup};
use crate::web::error_view::ErrorKind;
use crate::web::login_transaction::LoginTransaction;
use crate::web::page::{PageError, PageOptions};
use crate::web::visit::{SignedIn, Visit};

/// Leads to the next page, or tells how it ended. Somebody anonymous is nobody here: a device is not signed in for whom nobody can find
/// again.
pub(in crate::oauth) async fn resume(
    visit: &Visit,
    transaction: &LoginTransaction,
    id: &DeviceAuthorizationId,
) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let signed_in = visit.signed_in().await?;
    let Some(found) = lookup::by_id(app, id).await? else { return Ok(ended(visit, transaction, DeviceOutcome::Expired)) };
    if let Some(outcome) = outcome(visit, &found.asks, signed_in.as_ref()) {
        return Ok(ended(visit, transaction, outcome));
    }
    if !answer::may_ask(app, &transaction.client) {
        return Err(PageError::new(ErrorKind::ClientDisabled, "The client may not have devices signed in"));
    }
    let step = next(visit, transaction, &found.asks, signed_in.as_ref()).await?;
    match (step, signed_in) {
        (Step::ConfirmDevice, Some(signed_in)) => {
            let here = Digest::of(&transaction.flow);
            if !lookup::open(app, id, &signed_in.user.id, here.as_bytes(), visit.now).await? {
                return Ok(ended(visit, transaction, DeviceOutcome::Used));
            }
        }
        (Step::Refuse(code), _) => {
            let description = "The app demands two factors, and this server asks nobody for a second";
            return Err(PageError::new(ErrorKind::Forbidden, description).with_detail(code.as_str()));
        }
        _ => {}
    }
    Ok(visit.redirect(&urls::in_flow(page_of(step), Some(&transaction.flow))))
}

/// How it ended, if it did. Who had no part in it learns only that it did.
fn outcome(visit: &Visit, asks: &DeviceAuthorization, signed_in: Option<&SignedIn>) -> Option<DeviceOutcome> {
    let theirs = signed_in.is_some_and(|signed_in| asks.user_id.as_ref() == Some(&signed_in.user.id));
    match asks.state {
        DeviceState::Approved | DeviceState::Spent if theirs => Some(DeviceOutcome::Connected),
        DeviceState::Denied if theirs => Some(DeviceOutcome::Denied),
        DeviceState::Approved | DeviceState::Spent | DeviceState::Denied => Some(DeviceOutcome::Used),
        DeviceState::Pending => (asks.expires_at <= visit.now).then_some(DeviceOutcome::Expired),
    }
}

async fn next(
    visit: &Visit,
    transaction: &LoginTransaction,
    asks: &DeviceAuthorization,
    signed_in: Option<&SignedIn>,
) -> Result<Step, StoreError> {
    let client = &transaction.client;
    let request = AuthorizationRequest {
        scopes: asks.scopes.clone(),
        code_challenge: None,
        nonce: None,
        prompt: Prompt::default(),
        max_age: client.metadata.default_max_age.map(Duration::from_secs),
        // Who hands over a session shows all that they have.
        prefers_two_factors: asks.yields == DeviceYield::Session,
        login_hint: None,
        hinted_subject: None,
    };
    let others = match people::may_be_several(visit) {
        true => {
            let mut known = people::known(visit).await?;
            known.retain(|known| !known.user.is_anonymous);
            let living = known.iter().any(|known| known.lives);
            Some(Others { known: !known.is_empty(), living, another_is_named: false })
        }
        false => None,
    };
    let question =
        Question { visit, request: &request, client, destination: Destination::Device, transaction: Some(transaction) };
    question.step(signed_in, others).await
}

/// The page of an end.
fn ended(visit: &Visit, transaction: &LoginTransaction, outcome: DeviceOutcome) -> Response {
    let page = DeviceOutcomePage {
        chrome: visit.chrome(None),
        app_name: transaction.client.metadata.client_name.clone(),
        account_url: urls::ACCOUNT_APPS.to_owned(),
        device_url: urls::DEVICE.to_owned(),
        outcome,
    };
    visit.page(&page, &PageOptions::status(outcome.status()))
}

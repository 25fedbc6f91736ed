//! Coming back from a page: the same question as at first, over the facts as they are now.

use axum::http::Uri;
use axum::response::Response;

use crate::model::login_transaction::AnswerTarget;
use crate::oauth::authorize::{TransactionForm, answer};
use crate::oauth::device_authorization;
use crate::web::visit::Visit;

/// `GET /oauth2/authorize/resume?flow=…`. The request is parsed and checked again from its parameters: client, redirect URI and scopes
/// may have changed since. A device is asked for by itself, and nothing of it is a parameter.
pub async fn resume(visit: Visit, uri: Uri) -> Response {
    let transaction = match TransactionForm::opened(&visit, &uri).await {
        Ok(transaction) => transaction,
        Err(response) => return *response,
    };
    let answered = match transaction.target() {
        AnswerTarget::RedirectUri => answer(&visit, &transaction.parameters, Some(&transaction)).await,
        AnswerTarget::Device(id) => device_authorization::resume::resume(&visit, &transaction, id).await,
    };
    match answered {
        Ok(response) => response,
        Err(error) => visit.error(&error, Some(&transaction.client)),
    }
}

//! Refusing to go on, from the page of any slice (RFC 6749, section 4.1.2.1: `access_denied`).

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;

use crate::oauth::authorize::{TransactionForm, respond};
use crate::web::visit::Visit;

/// `POST /oauth2/authorize/cancel`: where the button "Cancel" of a page in a login transaction sends its form. Of the form only the
/// transaction counts.
pub async fn cancel(visit: Visit, request: Request<Body>) -> Response {
    let form = match TransactionForm::read(&visit, request).await {
        Ok(form) => form,
        Err(response) => return *response,
    };
    match respond::deny(&visit, &form.transaction).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, Some(&form.transaction.client)),
    }
}

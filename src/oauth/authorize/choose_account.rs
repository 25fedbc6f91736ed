//! Choosing the account to go on with (`prompt=select_account`, OpenID Connect Core, section 3.1.2.1).

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::model::login_transaction::TransactionFacts;
use crate::model::urls;
use crate::oauth::authorize::TransactionForm;
use crate::oauth::authorize::respond;
use crate::oauth::authorize::view::{ChooseAccountPage, KnownAccount};
use crate::web::page::{PageError, PageOptions};
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// `GET /choose-account`.
pub async fn show(visit: Visit, uri: Uri) -> Response {
    let transaction = match TransactionForm::opened(&visit, &uri).await {
        Ok(transaction) => transaction,
        Err(response) => return *response,
    };
    let signed_in = match visit.signed_in_for_apps().await {
        Ok(signed_in) => signed_in,
        Err(error) => return visit.error(&error.into(), Some(&transaction.client)),
    };
    let accounts = signed_in
        .map(|signed_in| KnownAccount {
            id: signed_in.session.id.to_string(),
            name: signed_in.user.name,
            email: signed_in.user.email,
            signed_out: false,
        })
        .into_iter()
        .collect();
    let page = ChooseAccountPage { chrome: visit.chrome(Some(&transaction)), accounts };
    visit.page(&page, &PageOptions::default().within(Some(&transaction)))
}

/// `POST /choose-account`.
pub async fn choose(visit: Visit, request: Request<Body>) -> Response {
    let form = match TransactionForm::read(&visit, request).await {
        Ok(form) => form,
        Err(response) => return *response,
    };
    match act(&visit, &form).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, Some(&form.transaction.client)),
    }
}

async fn act(visit: &Visit, form: &TransactionForm) -> Result<Response, PageError> {
    let transaction = &form.transaction;
    match form.parameters.single("action")? {
        Some("another") => {
            let mut response = visit.redirect(&urls::in_flow(urls::SIGN_IN, Some(&transaction.flow)));
            session_cookies::forget_last_used_method(&visit.server, response.headers_mut());
            Ok(response)
        }
        Some("cancel") => respond::deny(visit, transaction).await,
        _ => {
            let chosen = form.parameters.single("account")?;
            let signed_in = visit.signed_in_for_apps().await?;
            if signed_in.is_some_and(|signed_in| Some(signed_in.session.id.as_str()) == chosen) {
                transaction.record(visit, TransactionFacts { account_chosen: true, ..transaction.facts }).await?;
                Ok(visit.redirect(&transaction.resume_url()))
            } else {
                Ok(visit.redirect(&urls::in_flow(urls::SIGN_IN, Some(&transaction.flow))))
            }
        }
    }
}

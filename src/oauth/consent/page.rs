//! The consent page: `/consent`.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use axum::routing::get;

use crate::model::additional_fields::AdditionalField;
use crate::model::client::ClientSource;
use crate::model::login_transaction::AnswerTarget;
use crate::model::scope::{OFFLINE_ACCESS, OPENID, Scopes};
use crate::model::urls;
use crate::oauth::authorize::{TransactionForm, checks, people, respond};
use crate::oauth::consent::view::{ConsentPage, ScopeLine, ScopeMeaning};
use crate::oauth::consent::{Allowed, allow};
use crate::store::{consents, retry};
use crate::users::ways_in;
use crate::web::login_transaction::LoginTransaction;
use crate::web::page::{PageError, PageOptions};
use crate::web::server::Server;
use crate::web::visit::{SignedIn, Visit};

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::CONSENT, get(show).post(decide))
}

async fn show(visit: Visit, uri: Uri) -> Response {
    let transaction = match TransactionForm::opened(&visit, &uri).await {
        Ok(transaction) => transaction,
        Err(response) => return *response,
    };
    match render(&visit, &transaction).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, Some(&transaction.client)),
    }
}

async fn render(visit: &Visit, transaction: &LoginTransaction) -> Result<Response, PageError> {
    if *transaction.target() != AnswerTarget::RedirectUri {
        return Ok(visit.redirect(&transaction.resume_url()));
    }
    let Some(signed_in) = visit.signed_in_for_apps().await? else { return Ok(visit.redirect(&transaction.resume_url())) };
    let scopes = requested(visit, transaction)?;
    let mut unit = visit.server.app.store.read("consent.show").await?;
    let before = consents::find(&mut unit, &signed_in.user.id, &transaction.client.id).await?;
    drop(unit);
    let metadata = &transaction.client.metadata;
    let redirect_uri = transaction.redirect_uri().unwrap_or_default();
    let page = ConsentPage {
        app_name: metadata.client_name.clone(),
        person: signed_in.user.id.to_string(),
        name: signed_in.user.name.clone(),
        email: ways_in::known_by(&visit.server.app.config, &signed_in.user).to_owned(),
        switch_url: urls::in_flow(people::page_to_switch(visit), Some(&transaction.flow)),
        scopes: lines(visit, &scopes, before.as_ref(), &signed_in),
        client_id: transaction.client.id.to_string(),
        redirect_host: host_of(redirect_uri),
        unverified: transaction.client.source == ClientSource::Dynamic,
        policy_url: metadata.policy_uri.clone(),
        terms_url: metadata.tos_uri.clone(),
        account_url: urls::ACCOUNT_APPS.to_owned(),
        chrome: visit.chrome(Some(transaction)),
    };
    Ok(visit.page(&page, &PageOptions::default().within(Some(transaction))))
}

fn host_of(redirect_uri: &str) -> String {
    let url = url::Url::parse(redirect_uri).ok();
    url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| redirect_uri.to_owned())
}

/// The scopes of the request, checked again: the client may have changed since it was made.
fn requested(visit: &Visit, transaction: &LoginTransaction) -> Result<Scopes, PageError> {
    let request = checks::check(&visit.server.app, &transaction.client, &transaction.parameters);
    Ok(request.map_err(|error| PageError::new(crate::web::error_view::ErrorKind::InvalidRequest, error.to_string()))?.scopes)
}

/// What apps are told by a scope beside the standard claims, in the person's language.
fn declared(visit: &Visit, scope: &str) -> Vec<String> {
    let fields = visit.server.app.config.users.fields();
    let label = |field: &AdditionalField| field.label.in_language(visit.locale.tag()).unwrap_or(&field.name).to_owned();
    fields.released(&Scopes::of(&[scope])).map(|(field, _)| label(field)).collect()
}

/// What each scope lets an app do, for the person who is asked.
pub(in crate::oauth) fn lines(visit: &Visit, scopes: &Scopes, before: Option<&Scopes>, signed_in: &SignedIn) -> Vec<ScopeLine> {
    let address = visit.server.app.config.has_mailbox(&signed_in.user).then(|| signed_in.user.email.clone());
    let line = |scope: &str| ScopeLine {
        scope: scope.to_owned(),
        declared: declared(visit, scope),
        meaning: match scope {
            OPENID => ScopeMeaning::OpenId,
            "profile" => ScopeMeaning::Profile,
            "email" => ScopeMeaning::Email { address: address.clone() },
            OFFLINE_ACCESS => ScopeMeaning::OfflineAccess,
            other if !declared(visit, other).is_empty() => ScopeMeaning::Declared,
            other => ScopeMeaning::Custom { title: other.to_owned(), description: None },
        },
        new: before.is_some_and(|before| !before.contains(scope)),
        optional: false,
    };
    scopes.iter().map(line).collect()
}

async fn decide(visit: Visit, request: Request<Body>) -> Response {
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
    if *transaction.target() != AnswerTarget::RedirectUri {
        return Ok(visit.redirect(&transaction.resume_url()));
    }
    match form.parameters.single("action")? {
        Some("allow") => {
            if let Some(signed_in) = visit.signed_in_for_apps().await?
                && signed_in.was_shown(&form.parameters)?
            {
                let scopes = requested(visit, transaction)?;
                match retry(|| allow(visit, transaction, &signed_in, &scopes)).await? {
                    // Either way the question is asked again: after `Stale` it finds what changed.
                    Allowed::Recorded | Allowed::Stale => {}
                }
            }
            Ok(visit.redirect(&transaction.resume_url()))
        }
        Some("deny") => respond::deny(visit, transaction).await,
        _ => Ok(visit.redirect(&urls::in_flow(urls::CONSENT, Some(&transaction.flow)))),
    }
}

//! Answers to the client: a code or an error, by redirect or form post, always with `state` and `iss` (RFC 9207).

use axum::response::Response;

use crate::crypto::digest::Digest;
use crate::model::grant::Grant;
use crate::model::ids::GrantId;
use crate::model::login_transaction::AnswerTarget;
use crate::model::response_type::ResponseMode;
use crate::model::scope::OFFLINE_ACCESS;
use crate::model::urls;
use crate::oauth::authorize::Moment;
use crate::oauth::authorize::redirect_target::{self, RedirectTarget};
use crate::oauth::authorize::view::FormPostPage;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::store::authorization_codes::{self, StoredCode};
use crate::store::{StoreError, consents, grants, sessions};
use crate::web::error_view::ErrorKind;
use crate::web::headers::ContentSecurityPolicy;
use crate::web::login_transaction::LoginTransaction;
use crate::web::page::{PageError, PageOptions};
use crate::web::visit::{SignedIn, Visit};

/// Issues a code: one unit that takes the session, ends the transaction, and writes grant and code.
pub(super) async fn issue(moment: &Moment<'_>, signed_in: &SignedIn) -> Result<Response, StoreError> {
    let Moment { visit, target, request, transaction } = moment;
    let app = &visit.server.app;
    let now = visit.now;
    let code = app.entropy.token();
    let offline = request.scopes.contains(OFFLINE_ACCESS);
    let tokens = &app.config.tokens;
    let code_expires_at = now + tokens.authorization_code_seconds;
    let grant = Grant {
        id: GrantId::new(app.ordered_id(now)),
        user_id: signed_in.user.id.clone(),
        client_id: target.client.id.clone(),
        session_id: signed_in.session.id.clone(),
        scopes: request.scopes.clone(),
        offline,
        authenticated_at: signed_in.session.authenticated_at,
        methods: signed_in.session.methods.clone(),
        nonce: request.nonce.clone(),
        created_at: now,
        expires_at: code_expires_at + tokens.access_token_seconds,
    };
    let stored = StoredCode {
        digest: *Digest::of(&code).as_bytes(),
        grant_id: grant.id.clone(),
        client_id: target.client.id.clone(),
        redirect_uri: target.uri().to_owned(),
        code_challenge: request.code_challenge.clone(),
        created_at: now,
        expires_at: code_expires_at,
    };

    let mut unit = app.store.write("authorize.issue").await?;
    if !sessions::hold(&mut unit, &signed_in.session.id, now).await? {
        unit.commit().await?;
        return Ok(refuse_with(moment, ErrorCode::LoginRequired));
    }
    let consent_needed = !target.client.skips_consent();
    if consent_needed && !consents::hold(&mut unit, &signed_in.user.id, &target.client.id).await? {
        unit.commit().await?;
        return Ok(refuse_with(moment, ErrorCode::ConsentRequired));
    }
    if let Some(transaction) = transaction
        && !transaction.finish(&mut unit).await?
    {
        unit.commit().await?;
        let error = PageError::new(ErrorKind::LoginSessionExpired, "This login transaction is finished");
        return Ok(visit.error(&error, Some(&target.client)));
    }
    grants::insert(&mut unit, &grant).await?;
    authorization_codes::insert(&mut unit, &stored).await?;
    unit.commit().await?;
    Ok(send(visit, target, vec![("code".to_owned(), code)]))
}

/// Tells the client that its request is refused.
pub(super) fn refuse(visit: &Visit, target: &RedirectTarget, error: &OAuthError) -> Response {
    error.log();
    let parameters = vec![
        ("error".to_owned(), error.code.as_str().to_owned()),
        ("error_description".to_owned(), error.description.clone().into_owned()),
    ];
    send(visit, target, parameters)
}

/// Tells the client why no code can be issued.
pub(super) fn refuse_with(moment: &Moment<'_>, code: ErrorCode) -> Response {
    let description = match code {
        ErrorCode::LoginRequired => "The person has to sign in",
        ErrorCode::ConsentRequired => "The person has to allow this",
        ErrorCode::AccountSelectionRequired => "The person has to choose an account",
        ErrorCode::AccessDenied => "The person refused",
        ErrorCode::InteractionRequired => {
            "The person has to set up a second factor, agree to the terms or complete their profile"
        }
        ErrorCode::UnmetAuthenticationRequirements => "The app demands two factors, and this server asks nobody for a second",
        _ => "The request cannot be granted",
    };
    refuse(moment.visit, moment.target, &OAuthError::new(code, description))
}

/// The person refused: ends the transaction and tells the client (RFC 6749, section 4.1.2.1).
///
/// A device is refused only by whoever opened it, on their page: who goes away before that leaves it waiting.
pub async fn deny(visit: &Visit, transaction: &LoginTransaction) -> Result<Response, PageError> {
    if let AnswerTarget::Device(_) = transaction.target() {
        end(visit, transaction).await?;
        return Ok(visit.redirect(urls::DEVICE));
    }
    let target = redirect_target::prove(&visit.server.app, &transaction.parameters).await;
    let target = target.map_err(|error| PageError::new(ErrorKind::InvalidRequest, error.to_string()))?;
    end(visit, transaction).await?;
    Ok(refuse(visit, &target, &OAuthError::new(ErrorCode::AccessDenied, "The person refused")))
}

async fn end(visit: &Visit, transaction: &LoginTransaction) -> Result<(), StoreError> {
    let mut unit = visit.server.app.store.write("authorize.deny").await?;
    transaction.finish(&mut unit).await?;
    unit.commit().await
}

fn send(visit: &Visit, target: &RedirectTarget, mut parameters: Vec<(String, String)>) -> Response {
    if let Some(state) = target.state() {
        parameters.push(("state".to_owned(), state.to_owned()));
    }
    parameters.push(("iss".to_owned(), visit.server.app.config.issuer().to_owned()));
    match target.mode() {
        ResponseMode::Query => visit.redirect(&with_parameters(target.uri(), &parameters)),
        ResponseMode::FormPost => {
            let page = FormPostPage { chrome: visit.chrome(None), redirect_uri: target.uri().to_owned(), parameters };
            let policy = ContentSecurityPolicy::page().and_forms_to(target.uri());
            visit.page(&page, &PageOptions { policy, ..PageOptions::default() })
        }
    }
}

/// Appends parameters to a URI and keeps its own query (RFC 6749, section 4.1.2).
fn with_parameters(uri: &str, parameters: &[(String, String)]) -> String {
    let encoded = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    let separator = match uri.split_once('?') {
        None => "?",
        Some((_, "")) => "",
        Some(_) => "&",
    };
    format!("{uri}{separator}{encoded}")
}

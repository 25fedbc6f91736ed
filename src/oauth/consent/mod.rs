//! Consent (OpenID Connect Core, section 3.1.2.4): a person allows a client what it asks for, once, until they take it back.

pub mod page;
pub mod view;

use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::login_transaction::TransactionFacts;
use crate::model::scope::Scopes;
use crate::store::{StoreError, consents, sessions};
use crate::web::login_transaction::LoginTransaction;
use crate::web::visit::{SignedIn, Visit};

/// What came of an answer on the consent page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// It is remembered, and the transaction goes on.
    Recorded,
    /// Session or transaction changed meanwhile: ask again.
    Stale,
}

/// Remembers that the signed-in person allows the client of `transaction` these scopes, together with what it was allowed before.
pub async fn allow(
    visit: &Visit,
    transaction: &LoginTransaction,
    signed_in: &SignedIn,
    scopes: &Scopes,
) -> Result<Allowed, StoreError> {
    if transaction.facts.consented {
        // The button was pressed twice.
        return Ok(Allowed::Recorded);
    }
    let app = &visit.server.app;
    let client = &transaction.client.id;
    let mut unit = app.store.write("consent.allow").await?;
    if !sessions::hold(&mut unit, &signed_in.session.id, visit.now).await? {
        return Ok(Allowed::Stale);
    }
    let before = consents::find(&mut unit, &signed_in.user.id, client).await?.unwrap_or_default();
    let facts = TransactionFacts { consented: true, ..transaction.facts };
    if !transaction.record_in(&mut unit, facts, visit.now).await? {
        return Ok(Allowed::Stale);
    }
    consents::put(&mut unit, &signed_in.user.id, client, &before.union(scopes), visit.now).await?;
    AuditEvent::new(AuditKind::ConsentGiven, &visit.origin)
        .user(&signed_in.user.id)
        .client(client)
        .session(&signed_in.session.id)
        .detail("scope", &scopes.to_string())
        .record(app, &mut unit, visit.now)
        .await?;
    unit.commit().await?;
    Ok(Allowed::Recorded)
}

//! What people agree to: the documents of the operator, each in a version.
//!
//! Who agreed to what and when is added to the store and never changed. Whoever owes an agreement is asked on the next page that is for
//! people, and before an app is given anything new; what they have goes on.

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::TermsDocument;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::terms_acceptances::{self, Acceptance};
use crate::store::{StoreError, Tx, retry, users};

/// Whether somebody agreed where an account is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They did, to all of them.
    Given,
    /// They were not asked, or did not say.
    Owed,
}

/// What stands for these documents in these versions, so that a page can tell whether they are still those that it showed.
pub fn fingerprint<'a>(documents: impl IntoIterator<Item = &'a TermsDocument>) -> String {
    let lines: String = documents.into_iter().map(|document| format!("{}\n{}\n", document.name, document.version)).collect();
    hex::encode(Digest::of(&lines).as_bytes().first_chunk::<8>().copied().unwrap_or_default())
}

/// The documents that a person has still to agree to. Somebody anonymous owes nothing: they have said nothing yet.
pub async fn owed<'a>(app: &'a App, user: &User) -> Result<Vec<&'a TermsDocument>, StoreError> {
    if !app.config.terms.is_on() || user.is_anonymous {
        return Ok(Vec::new());
    }
    let mut unit = app.store.read("users.terms.owed").await?;
    Ok(missing(app, &terms_acceptances::of_user(&mut unit, &user.id).await?))
}

fn missing<'a>(app: &'a App, accepted: &[Acceptance]) -> Vec<&'a TermsDocument> {
    let is_accepted = |document: &TermsDocument| {
        accepted.iter().any(|acceptance| acceptance.document == document.name && acceptance.version == document.version)
    };
    app.config.terms.documents.iter().filter(|document| !is_accepted(document)).collect()
}

/// Whether a person agreed to anything before.
pub async fn agreed_before(app: &App, user: &UserId) -> Result<bool, StoreError> {
    let mut unit = app.store.read("users.terms.agreed_before").await?;
    Ok(!terms_acceptances::of_user(&mut unit, user).await?.is_empty())
}

/// Writes down that a person who is held agrees to all of `documents`.
async fn record(
    app: &App,
    tx: &mut Tx,
    user: &UserId,
    documents: &[&TermsDocument],
    at: (&RequestOrigin, Timestamp),
) -> Result<(), StoreError> {
    let (origin, now) = at;
    if documents.is_empty() {
        return Ok(());
    }
    for document in documents {
        let acceptance = Acceptance {
            document: document.name.clone(),
            version: document.version.clone(),
            accepted_at: now,
            ip_address: origin.ip_address.clone(),
        };
        terms_acceptances::insert(tx, user, &acceptance).await?;
    }
    let named: Vec<_> = documents.iter().map(|document| format!("{} {}", document.name, document.version)).collect();
    AuditEvent::new(AuditKind::TermsAccepted, origin).user(user).detail("documents", &named.join(", ")).record(app, tx, now).await
}

/// Writes down what somebody said while their account was made, in that unit.
pub async fn record_of_new_account(
    app: &App,
    tx: &mut Tx,
    user: &UserId,
    agreement: Agreement,
    at: (&RequestOrigin, Timestamp),
) -> Result<(), StoreError> {
    match agreement {
        Agreement::Given => {
            let documents: Vec<_> = app.config.terms.documents.iter().collect();
            record(app, tx, user, &documents, at).await
        }
        Agreement::Owed => Ok(()),
    }
}

/// What came of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreed {
    /// Nothing is owed any more.
    Done,
    /// What is owed is not what the page showed.
    Changed,
}

/// Agrees to what a person owes, if it is what they were shown.
pub async fn agree(app: &App, user: &User, shown: &str, origin: &RequestOrigin, now: Timestamp) -> Result<Agreed, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.terms.agree").await?;
        users::hold(&mut unit, &user.id).await?;
        let owed = missing(app, &terms_acceptances::of_user(&mut unit, &user.id).await?);
        if !owed.is_empty() && fingerprint(owed.iter().copied()) != shown {
            return Ok(Agreed::Changed);
        }
        record(app, &mut unit, &user.id, &owed, (origin, now)).await?;
        unit.commit().await?;
        Ok(Agreed::Done)
    })
    .await
}

//! The login transaction: a person in the middle of an authorization request, as every page on the way sees it.
//!
//! Its id rides in the URL as `flow` and in every form; the row is bound to the browser that began it. Slices meet here: the
//! authorization endpoint begins and ends it, pages in between read what app it is for and lead back to it.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::model::client::Client;
use crate::model::ids::ClientId;
use crate::model::login_transaction::{AnswerTarget, TransactionFacts};
use crate::model::urls;
use crate::store::login_transactions::{self, StoredTransaction};
use crate::store::{StoreError, clients};
use crate::web::chrome::AppLine;
use crate::web::form::{MAXIMUM_BODY_LENGTH, Parameters};
use crate::web::visit::Visit;

/// How long a person may take for each step.
pub const LIFETIME: Duration = Duration::from_secs(30 * 60);

/// An open transaction of this browser.
#[derive(Clone, Debug)]
pub struct LoginTransaction {
    /// Its id.
    pub flow: String,
    /// The parameters of the authorization request.
    pub parameters: Parameters,
    /// The client, as it is now.
    pub client: Client,
    /// What was done in it.
    pub facts: TransactionFacts,
    /// When it began.
    pub started_at: Timestamp,
    stored: StoredTransaction,
}

/// Why a `flow` leads nowhere.
#[derive(Debug, thiserror::Error)]
pub enum FlowError {
    /// There is none such: finished, long expired, or made up.
    #[error("no such login transaction")]
    Unknown,
    /// Another browser began it, or it expired, and nothing had been done in it: it can be begun again with what was asked.
    #[error("the login transaction can be begun again")]
    Restart(String),
    /// Another browser began it, or it expired, after something was done in it.
    #[error("the login transaction is over")]
    Over {
        /// The app, to go back to.
        client: Box<Client>,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Begins a transaction for this browser. Returns its `flow`.
pub async fn begin(
    visit: &Visit,
    client: &ClientId,
    parameters: &Parameters,
    target: AnswerTarget,
) -> Result<String, StoreError> {
    let app = &visit.server.app;
    let flow = app.entropy.token();
    let transaction = StoredTransaction {
        digest: *Digest::of(&flow).as_bytes(),
        browser_digest: visit.browser.digest(),
        client_id: client.clone(),
        target,
        request: parameters.encode(),
        facts: encode(TransactionFacts::default()),
        created_at: visit.now,
        expires_at: visit.now + LIFETIME,
    };
    let mut unit = app.store.write("login_transaction.begin").await?;
    login_transactions::insert(&mut unit, &transaction).await?;
    unit.commit().await?;
    Ok(flow)
}

/// The transaction behind `flow`, if it is open and this browser's.
pub async fn load(visit: &Visit, flow: &str) -> Result<LoginTransaction, FlowError> {
    let mut unit = visit.server.app.store.read("login_transaction.load").await?;
    let stored = login_transactions::find(&mut unit, Digest::of(flow).as_bytes()).await?.ok_or(FlowError::Unknown)?;
    let client = clients::by_id(&mut unit, &stored.client_id).await?.ok_or(FlowError::Unknown)?.client;
    drop(unit);
    let facts: TransactionFacts = serde_json::from_str(&stored.facts).map_err(|_| FlowError::Unknown)?;
    if stored.browser_digest != visit.browser.digest() || stored.expires_at <= visit.now {
        return Err(match &stored.target {
            // Whoever opens it here is asked for the code again: a link into a flow of somebody else's names no device.
            AnswerTarget::Device(_) => FlowError::Restart(urls::DEVICE.to_owned()),
            AnswerTarget::RedirectUri if facts.is_empty() => {
                FlowError::Restart(format!("{}?{}", urls::AUTHORIZE, stored.request))
            }
            AnswerTarget::RedirectUri => FlowError::Over { client: Box::new(client) },
        });
    }
    let parameters = Parameters::parse(stored.request.as_bytes(), MAXIMUM_BODY_LENGTH).map_err(|_| FlowError::Unknown)?;
    Ok(LoginTransaction { flow: flow.to_owned(), parameters, client, facts, started_at: stored.created_at, stored })
}

impl LoginTransaction {
    /// Where the browser goes after each step: "what next?" is asked there.
    pub fn resume_url(&self) -> String {
        resume_url(&self.flow)
    }

    /// Who waits for what comes of it.
    pub const fn target(&self) -> &AnswerTarget {
        &self.stored.target
    }

    /// The line "to continue to App".
    pub fn app_line(&self) -> AppLine {
        app_line(&self.client)
    }

    /// The redirect URI that the answer will go to, for the page's `form-action`. Proven when the transaction began.
    pub fn redirect_uri(&self) -> Option<&str> {
        self.parameters.single("redirect_uri").ok().flatten()
    }

    /// Who the client believes that the person is.
    pub fn login_hint(&self) -> Option<&str> {
        self.parameters.single("login_hint").ok().flatten()
    }

    /// The same after its browser was given another secret in a unit that rebound it.
    #[must_use]
    pub fn rebound_to(&self, browser_secret: &str) -> Self {
        let mut rebound = self.clone();
        rebound.stored.browser_digest = *Digest::of(browser_secret).as_bytes();
        rebound
    }

    /// Records what the person did. Returns whether the transaction still was as it was read.
    pub async fn record(&self, visit: &Visit, facts: TransactionFacts) -> Result<bool, StoreError> {
        let mut unit = visit.server.app.store.write("login_transaction.record").await?;
        let recorded = self.record_in(&mut unit, facts, visit.now).await?;
        unit.commit().await?;
        Ok(recorded)
    }

    /// As [`Self::record`], in a unit that does more.
    pub async fn record_in(
        &self,
        tx: &mut crate::store::Tx,
        facts: TransactionFacts,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        login_transactions::set_facts(tx, &self.stored, &encode(facts), now + LIFETIME).await
    }

    /// Ends it. Of any number of parallel calls one returns true.
    pub async fn finish(&self, tx: &mut crate::store::Tx) -> Result<bool, StoreError> {
        login_transactions::finish(tx, &self.stored.digest, &self.stored.browser_digest).await
    }
}

/// Where the browser goes that has just begun the transaction `flow`.
pub fn resume_url(flow: &str) -> String {
    urls::in_flow(urls::RESUME, Some(flow))
}

/// How a client is named on pages: with its host where nobody vouches for it.
pub fn app_line(client: &Client) -> AppLine {
    let verified = client.source != crate::model::client::ClientSource::Dynamic;
    let host = client.metadata.redirect_uris.first().and_then(|uri| url::Url::parse(uri.as_str()).ok());
    AppLine {
        name: client.metadata.client_name.clone(),
        logo_url: None,
        host: host.and_then(|url| url.host_str().map(str::to_owned)).filter(|_| !verified),
        verified,
    }
}

fn encode(facts: TransactionFacts) -> String {
    serde_json::to_string(&facts).unwrap_or_else(|_| "{}".to_owned())
}

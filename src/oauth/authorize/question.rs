//! The question "what comes next?", put together from stored facts, wherever the answer goes.

use crate::model::authorization_request::AuthorizationRequest;
use crate::model::client::Client;
use crate::model::ids::ClientId;
use crate::model::login_transaction::TransactionFacts;
use crate::model::scope::Scopes;
use crate::model::urls;
use crate::oauth::authorize::step::{self, Destination, Others, SecondFactorReach, Situation, Step};
use crate::sessions::still_owed;
use crate::store::{StoreError, consents};
use crate::users::{fields, terms};
use crate::web::login_transaction::LoginTransaction;
use crate::web::visit::{SignedIn, Visit};

/// What is asked of a person.
#[derive(Clone, Copy)]
pub(in crate::oauth) struct Question<'a> {
    /// In which request of the browser.
    pub(in crate::oauth) visit: &'a Visit,
    /// What is asked for.
    pub(in crate::oauth) request: &'a AuthorizationRequest,
    /// By whom.
    pub(in crate::oauth) client: &'a Client,
    /// Where the answer goes.
    pub(in crate::oauth) destination: Destination<'a>,
    /// The transaction, once there is one.
    pub(in crate::oauth) transaction: Option<&'a LoginTransaction>,
}

impl Question<'_> {
    /// What comes next for who is signed in, or for nobody.
    pub(in crate::oauth) async fn step(self, signed_in: Option<&SignedIn>, others: Option<Others>) -> Result<Step, StoreError> {
        let Self { visit, request, client, destination, transaction } = self;
        let app = &visit.server.app;
        let consent = match signed_in {
            Some(signed_in) => consented(visit, signed_in, &client.id).await?,
            None => None,
        };
        let (profile_is_incomplete, owes_agreement) = match signed_in {
            Some(signed_in) => {
                (fields::is_incomplete(app, &signed_in.user).await?, !terms::owed(app, &signed_in.user).await?.is_empty())
            }
            None => (false, false),
        };
        let lacks_second_factor = match signed_in {
            Some(SignedIn { session, user, .. }) => {
                still_owed::lacks_second_factor(app, (user, &session.methods), visit.now).await?
            }
            None => false,
        };
        Ok(step::next(&Situation {
            request,
            client,
            destination,
            session: signed_in.map(|signed_in| &signed_in.session),
            others,
            lacks_second_factor,
            second_factor: match signed_in {
                Some(signed_in) if app.config.two_factor.is_on() && !signed_in.user.is_anonymous => {
                    let enrolled = signed_in.user.two_factor_enabled_at.is_some();
                    if enrolled { SecondFactorReach::Show } else { SecondFactorReach::SetUp }
                }
                _ => SecondFactorReach::None,
            },
            owes_agreement,
            profile_is_incomplete,
            consent: consent.as_ref(),
            started_at: transaction.map(|transaction| transaction.started_at),
            facts: transaction.map_or_else(TransactionFacts::default, |transaction| transaction.facts),
            now: visit.now,
        }))
    }
}

async fn consented(visit: &Visit, signed_in: &SignedIn, client: &ClientId) -> Result<Option<Scopes>, StoreError> {
    let mut unit = visit.server.app.store.read("authorize.consent").await?;
    consents::find(&mut unit, &signed_in.user.id, client).await
}

/// The page of a step.
pub(in crate::oauth) const fn page_of(step: Step) -> &'static str {
    match step {
        Step::CreateAccount => urls::SIGN_UP,
        Step::ShowSecondFactor | Step::GetSecondFactor => urls::TWO_FACTOR,
        Step::ChooseAccount => urls::CHOOSE_ACCOUNT,
        Step::CompleteProfile => urls::COMPLETE_PROFILE,
        Step::Agree => urls::TERMS,
        Step::Consent => urls::CONSENT,
        Step::ConfirmDevice => urls::DEVICE_CONFIRM,
        Step::SignIn | Step::Issue | Step::Refuse(_) => urls::SIGN_IN,
    }
}

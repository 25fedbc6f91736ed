//! What people ask to have changed about themselves: actions have a say first. The operations take what is made here alone, so that
//! neither page nor app can forget to ask.

use serde_json::Value;

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::actions::{self, Question, Refusal};
use crate::model::action_point::ActionPoint;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::StoreError;

/// No action is against a change.
#[derive(Debug)]
pub struct MayChange(());

/// No action is against the end of the account.
#[derive(Debug)]
pub struct MayErase(());

/// Why it must not be done.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// An action is against it.
    #[error("an action is against it")]
    Refused(Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

async fn ask(app: &App, question: &Question<'_>, now: Timestamp) -> Result<(), Denied> {
    match actions::ask(app, question, now).await? {
        Ok(_) => Ok(()),
        Err(refusal) => Err(Denied::Refused(refusal)),
    }
}

/// Asks whether a person may change what `asked` names. Not while a unit is open.
pub async fn to_change(app: &App, user: &User, asked: Value, at: (&RequestOrigin, Timestamp)) -> Result<MayChange, Denied> {
    let (origin, now) = at;
    let question = Question { asked, ..Question::about(ActionPoint::BeforeUserUpdate, user, origin) };
    ask(app, &question, now).await.map(|()| MayChange(()))
}

/// Asks whether a person may erase their account. Not while a unit is open.
pub async fn to_erase(app: &App, user: &User, at: (&RequestOrigin, Timestamp)) -> Result<MayErase, Denied> {
    let (origin, now) = at;
    ask(app, &Question::about(ActionPoint::BeforeDelete, user, origin), now).await.map(|()| MayErase(()))
}

//! Between a proof and its session: actions are asked once what proved the person is spent and no unit is open.

use serde_json::json;

use crate::app::App;
use crate::events::actions::{self, Question, Refusal};
use crate::model::action_point::ActionPoint;
use crate::model::request_origin::RequestOrigin;
use crate::sessions::establish::{Admission, Established, Prepared};
use crate::store::{StoreError, Tx, retry, users};

/// A sign-in in a unit that is to be committed. What it leads to only [`Recorded::conclude`] tells, so that no method can forget the
/// actions.
#[must_use]
pub struct Recorded(Step);

enum Step {
    /// Nobody is asked: it stands in the unit.
    Admitted(Admission),
    /// Somebody is, and nothing of it is written yet.
    Asks(Box<Prepared>),
}

impl Prepared {
    /// Records the session, or the pending sign-in of somebody who owes a second factor; the session that the browser had ends either
    /// way. Where actions have a say it is recorded when they had it. Only while the person may sign in with the credentials that were
    /// checked: `None` means that this changed meanwhile and the sign-in must be refused.
    pub async fn record(&self, app: &App, tx: &mut Tx, origin: &RequestOrigin) -> Result<Option<Recorded>, StoreError> {
        let Established { user, .. } = &self.session.established;
        if !users::hold_for_session(tx, &user.id, user.credential_version).await? {
            return Ok(None);
        }
        if actions::is_asked(app, ActionPoint::BeforeSignIn) {
            return Ok(Some(Recorded(Step::Asks(Box::new(self.clone())))));
        }
        Ok(Some(Recorded(Step::Admitted(self.admit(app, tx, origin).await?))))
    }
}

impl Recorded {
    /// What the sign-in leads to. After the commit: this asks the actions, and records what they allow in a unit of its own, if the
    /// person still may sign in then.
    pub async fn conclude(self, app: &App, origin: &RequestOrigin) -> Result<Admission, StoreError> {
        let prepared = match self.0 {
            Step::Admitted(admission) => return Ok(admission),
            Step::Asks(prepared) => prepared,
        };
        let Established { user, session, .. } = &prepared.session.established;
        let question = Question {
            method: Some(prepared.method.as_str()),
            asked: json!({ "remember": session.remembered }),
            ..Question::about(ActionPoint::BeforeSignIn, user, origin)
        };
        if let Err(refusal) = actions::ask(app, &question, session.created_at).await? {
            return Ok(Admission::Refused(Box::new(refusal)));
        }
        retry(|| async {
            let mut unit = app.store.write("sessions.establish").await?;
            if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await? {
                return Ok(Admission::Refused(Box::new(Refusal::changed_meanwhile())));
            }
            let admission = prepared.admit(app, &mut unit, origin).await?;
            unit.commit().await?;
            Ok(admission)
        })
        .await
    }
}

//! Asking.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::answer::{self, Answer};
use crate::app::App;
use crate::clock::Timestamp;
use crate::config::{Action, Config, OnFailure};
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::told;
use crate::model::action_point::ActionPoint;
use crate::model::client::Client;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::outbound::http::RequestLimits;
use crate::outbound::signed_request::Receiver;
use crate::store::{StoreError, retry, unit};

const LONGEST_ANSWER: usize = 64 * 1024;

/// What is asked about.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// At which point.
    pub point: ActionPoint,
    /// Where the request came from that waits.
    pub origin: &'a RequestOrigin,
    /// Whom it concerns: as stored, or as they would be.
    pub user: Option<&'a User>,
    /// Whether they are stored already.
    pub user_exists: bool,
    /// With which client.
    pub client: Option<&'a Client>,
    /// By which method.
    pub method: Option<&'static str>,
    /// What is to happen. No secret.
    pub asked: Value,
}

impl<'a> Question<'a> {
    /// About somebody who is stored.
    pub const fn about(point: ActionPoint, user: &'a User, origin: &'a RequestOrigin) -> Self {
        Self { point, origin, user: Some(user), user_exists: true, client: None, method: None, asked: Value::Null }
    }

    fn body(&self, config: &Config, id: &str, now: Timestamp) -> Value {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        json!({
            "id": id,
            "point": self.point.as_str(),
            "time": now.rfc3339(),
            "request": {
                "ip_address": text(&self.origin.ip_address),
                "user_agent": text(&self.origin.user_agent),
                "request_id": text(&self.origin.request_id),
            },
            "user": self.user.map(|user| told::user(config, user)),
            "client": self.client.map(|client| json!({ "id": client.id, "name": client.metadata.client_name })),
            "method": self.method,
            "asked": self.asked,
        })
    }

    fn is_for(&self, action: &Action) -> bool {
        action.is_asked(self.point, self.client.map(|client| client.id.as_str()), self.method)
    }
}

/// An action, or its silence, stood in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A stable name for programs, `UPPER_SNAKE_CASE`.
    pub code: String,
    /// One line for the person.
    pub message: String,
    /// Whether trying again later may help: nothing was decided.
    pub is_passing: bool,
}

impl Refusal {
    /// The account changed while the actions were asked.
    pub fn changed_meanwhile() -> Self {
        Self {
            code: "ACCOUNT_CHANGED".to_owned(),
            message: "The account changed at the same moment. Try again.".to_owned(),
            is_passing: true,
        }
    }
}

/// Whether anybody is asked at `point`. Where not, nothing needs to wait.
pub fn is_asked(app: &App, point: ActionPoint) -> bool {
    app.config.actions.iter().any(|action| action.points.contains(&point))
}

/// Asks every action that has a say, in the order of the configuration, and returns the changes of all; the first refusal ends it.
pub async fn ask(app: &App, question: &Question<'_>, now: Timestamp) -> Result<Result<Map<String, Value>, Refusal>, StoreError> {
    let mut changes = Map::new();
    for (position, action) in app.config.actions.iter().enumerate() {
        if !question.is_for(action) {
            continue;
        }
        unit::must_be_closed("asking an action");
        let (kind, refusal) = match ask_one(app, (position, action), question, now).await {
            Ok(Answer::Allow(wanted)) => {
                changes.extend(wanted);
                continue;
            }
            Ok(Answer::Refuse { code, message }) => (AuditKind::ActionRefused, Refusal { code, message, is_passing: false }),
            Err(reason) => {
                let (name, point) = (action.name.as_str(), question.point.as_str());
                tracing::warn!(action = name, point, reason, "an action gave no answer");
                if action.on_failure == OnFailure::GoOn {
                    continue;
                }
                (AuditKind::ActionFailed, unavailable())
            }
        };
        record(app, action, (question, kind), now).await?;
        return Ok(Err(refusal));
    }
    Ok(Ok(changes))
}

fn unavailable() -> Refusal {
    Refusal {
        code: "ACTION_UNAVAILABLE".to_owned(),
        message: "This could not be checked just now. Try again in a moment.".to_owned(),
        is_passing: true,
    }
}

/// One question, within its time: that of waiting for a place among those who ask is part of it.
async fn ask_one(
    app: &App,
    (position, action): (usize, &Action),
    question: &Question<'_>,
    now: Timestamp,
) -> Result<Answer, &'static str> {
    let timeout = action.timeout_milliseconds.duration();
    let asked = tokio::time::timeout(timeout, async {
        let places = app.action_places.get(position).ok_or("the action has no place")?;
        let _place = places.acquire().await.map_err(|_| "the action has no place")?;
        let id = app.ordered_id(now);
        let limits = RequestLimits { maximum_length: LONGEST_ANSWER, timeout };
        let receiver = Receiver { url: action.url.expose(), secrets: action.secrets(), limits };
        let body = question.body(&app.config, &id, now).to_string().into_bytes();
        let response = receiver.post(&app.http, &id, body, now).await.map_err(|error| error.reason())?;
        if response.status() != StatusCode::OK {
            return Err("the status is not 200");
        }
        answer::read(response.body())
    });
    let answer = asked.await.unwrap_or(Err("timed out"));
    let outcome = match &answer {
        Ok(Answer::Allow(_)) => "allowed",
        Ok(Answer::Refuse { .. }) => "refused",
        Err(_) => "failed",
    };
    let (name, point) = (action.name.to_string(), question.point.as_str());
    metrics::counter!("actions_total", "action" => name, "point" => point, "outcome" => outcome).increment(1);
    answer
}

async fn record(app: &App, action: &Action, what: (&Question<'_>, AuditKind), now: Timestamp) -> Result<(), StoreError> {
    let (question, kind) = what;
    let mut event =
        AuditEvent::new(kind, question.origin).detail("action", action.name.as_str()).detail("point", question.point.as_str());
    if let Some(user) = question.user.filter(|_| question.user_exists) {
        event = event.user(&user.id);
    }
    if let Some(client) = question.client {
        event = event.client(&client.id);
    }
    retry(|| async {
        let mut unit = app.store.write("actions.refused").await?;
        event.clone().record(app, &mut unit, now).await?;
        unit.commit().await
    })
    .await
}

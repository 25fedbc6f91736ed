//! Writing what receivers are owed, in the unit of the line in the audit trail.

use serde_json::{Value, json};

use super::{KEPT_FOR, SEAL_PURPOSE, kinds, of_action, of_webhook};
use crate::app::App;
use crate::clock::Timestamp;
use crate::config::Config;
use crate::events::audit::AuditKind;
use crate::events::told;
use crate::model::action_point::ActionPoint;
use crate::model::ids::{MessageId, UserId};
use crate::model::user::User;
use crate::store::audit_events::StoredAuditEvent;
use crate::store::webhook_deliveries::{self, NewDelivery};
use crate::store::{StoreError, Tx, users};

/// A line of the trail that was just written.
pub(in crate::events) struct Happened<'a> {
    pub(in crate::events) kind: AuditKind,
    pub(in crate::events) line: &'a StoredAuditEvent,
    pub(in crate::events) user_agent: &'a str,
}

impl Happened<'_> {
    fn detail(&self) -> Value {
        serde_json::from_str(&self.line.detail).unwrap_or_default()
    }

    /// How somebody made an account or signed in, where it is told.
    fn method(&self) -> Option<String> {
        let detail = self.detail();
        let named = detail.get("method").or_else(|| detail.get("methods"))?.as_str()?;
        named.split([' ', ',']).next().map(str::to_owned)
    }

    fn for_webhooks(&self, config: &Config, user: Option<&User>, now: Timestamp) -> Value {
        json!({
            "type": kinds::event_type(self.kind),
            "timestamp": now.rfc3339(),
            "data": {
                "id": self.line.id,
                "cause": self.kind.as_str(),
                "user_id": self.line.user_id,
                "client_id": self.line.client_id,
                "session_id": self.line.session_id,
                "ip_address": self.line.ip_address,
                "user_agent": Some(self.user_agent).filter(|text| !text.is_empty()),
                "request_id": self.line.request_id,
                "detail": self.detail(),
                "user": user.map(|user| told::user(config, user)),
            },
        })
    }

    fn for_actions(&self, config: &Config, point: ActionPoint, user: Option<&User>, now: Timestamp) -> Value {
        let gone = || self.line.user_id.as_ref().map(|id| json!({ "id": id }));
        json!({
            "id": self.line.id,
            "point": point.as_str(),
            "time": now.rfc3339(),
            "request": {
                "ip_address": self.line.ip_address,
                "user_agent": Some(self.user_agent).filter(|text| !text.is_empty()),
                "request_id": self.line.request_id,
            },
            "user": user.map(|user| told::user(config, user)).or_else(gone),
            "client": Value::Null,
            "method": self.method(),
            "asked": { "cause": self.kind.as_str(), "detail": self.detail() },
        })
    }
}

/// Writes what receivers are owed for a line of the trail. Nothing is read or written while nobody wants it.
pub(in crate::events) async fn owe(app: &App, tx: &mut Tx, happened: &Happened<'_>, now: Timestamp) -> Result<(), StoreError> {
    let (config, kind) = (&app.config, happened.kind);
    if config.webhooks.is_empty() && config.actions.is_empty() {
        return Ok(());
    }
    let person = happened.line.user_id.clone().map(UserId::new);
    if let (AuditKind::UserErased, Some(person)) = (kind, &person) {
        webhook_deliveries::forget_finished_of(tx, person).await?;
    }
    let event_type = kinds::event_type(kind);
    let webhooks: Vec<String> =
        config.webhooks.iter().filter(|hook| hook.takes(event_type)).map(|hook| of_webhook(hook.name.as_str())).collect();
    let method = happened.method();
    let told = kinds::point_after(kind).into_iter().flat_map(|point| {
        let about = config.actions.iter().filter(|action| action.is_asked(point, None, method.as_deref()));
        about.map(|action| of_action(action.name.as_str())).map(move |receiver| (receiver, point)).collect::<Vec<_>>()
    });
    let told: Vec<_> = told.collect();
    if webhooks.is_empty() && told.is_empty() {
        return Ok(());
    }
    let user = match &person {
        Some(id) => users::by_id(tx, id).await?,
        None => None,
    };
    let for_webhooks = webhooks.into_iter().map(|receiver| (receiver, happened.for_webhooks(config, user.as_ref(), now)));
    let for_actions =
        told.into_iter().map(|(receiver, point)| (receiver, happened.for_actions(config, point, user.as_ref(), now)));
    for (receiver, payload) in for_webhooks.chain(for_actions) {
        let delivery = NewDelivery {
            id: MessageId::random(&app.entropy),
            event_id: happened.line.id.clone(),
            receiver,
            event_type,
            user_id: person.clone(),
            payload_sealed: app.master_keys.seal(SEAL_PURPOSE, payload.to_string().as_bytes(), &app.entropy),
            expires_at: now + KEPT_FOR,
        };
        webhook_deliveries::insert(tx, &delivery, now).await?;
    }
    // The lanes look a moment later, when the unit is committed; should it take longer, they look again before long.
    app.webhooks.notify_waiters();
    Ok(())
}

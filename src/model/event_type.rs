//! The types of events that webhooks carry, and the patterns by which a receiver picks some of them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Every type, with what it says. Stable: receivers know them by name.
pub const EVENT_TYPES: [(&str, &str); 45] = [
    ("user.created", "An account was made."),
    ("user.updated", "Name, picture, mail address, user name or phone number of an account changed; `cause` says which."),
    ("user.email_verified", "A person proved that the mail address is theirs."),
    ("user.linked", "Somebody anonymous became this person."),
    ("user.terms_accepted", "A person agreed to the operator's terms."),
    ("user.disabled", "An operator forbade a person to sign in."),
    ("user.enabled", "An operator allowed it again."),
    ("user.access_revoked", "A person took the account back, or ended what others had set up before they proved the address."),
    ("user.deleted", "An account was erased. Only its id is left."),
    ("invitation.made", "An operator invited somebody."),
    ("invitation.withdrawn", "An operator took an invitation back."),
    ("invitation.accepted", "Somebody made the account to which they were invited."),
    ("account.unlinked", "A person gave up a way in."),
    ("password.changed", "A password was changed or set anew."),
    ("second_factor.enabled", "A second factor was set up or changed."),
    ("second_factor.disabled", "It was turned off."),
    ("second_factor.renewed", "A person was given new backup codes."),
    ("second_factor.browser_trust_ended", "A person ended the trust in one of their browsers, or in all."),
    ("second_factor.asked", "A first factor was right, and the sign-in waits for the second."),
    ("second_factor.refused", "A second factor was wrong."),
    ("passkey.added", "A passkey was registered."),
    ("passkey.removed", "A passkey was removed."),
    ("passkey.refused", "A passkey signed that may have been copied."),
    ("session.created", "Somebody signed in."),
    ("session.confirmed", "A person proved again that it is they."),
    ("session.carried_over", "A session was carried over by a one-time token."),
    ("session.switched", "A browser with several people was switched to another of them."),
    ("session.ended", "A session ended; without `session_id` all others of the person did."),
    ("sign_in.refused", "A sign-in was refused."),
    ("consent.given", "A person allowed a client something."),
    ("consent.revoked", "A person took that back."),
    ("device.requested", "A device asked to be signed in."),
    ("device.approved", "A person allowed a device what it asked for."),
    ("device.denied", "A person refused a device."),
    ("device.redeemed", "A device took what it was allowed."),
    ("token.family_revoked", "A spent code or refresh token was shown again, and what came of it was revoked."),
    ("client.created", "A client was registered."),
    ("client.updated", "A client was changed."),
    ("client.deleted", "A client was deleted."),
    ("key.changed", "A signing key changed state."),
    ("installation.moved_in", "An operator moved people and apps in from another server."),
    ("installation.exported", "An operator wrote everything to a file."),
    ("action.refused", "An action refused something."),
    ("action.failed", "An action could not be asked."),
    (TEST, "Sent by `vestibule webhook test`, whatever the webhook asks for."),
];

/// The type of a trial.
pub const TEST: &str = "webhook.test";

/// Which types a receiver wants: one by name, all of a kind (`user.*`), or all (`*`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, with = "String", title = "a type of events, such as `user.created`, `user.*` or `*`")]
pub struct EventPattern(String);

impl EventPattern {
    /// Whether events of this type are wanted.
    pub fn takes(&self, event_type: &str) -> bool {
        match self.0.strip_suffix('*') {
            Some(beginning) => event_type.starts_with(beginning),
            None => event_type == self.0,
        }
    }
}

impl TryFrom<String> for EventPattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let whole = text.strip_suffix('*').is_none_or(|beginning| beginning.is_empty() || beginning.ends_with('.'));
        let pattern = Self(text);
        if whole && EVENT_TYPES.iter().any(|(name, _)| pattern.takes(name)) {
            Ok(pattern)
        } else {
            Err(format!("there are no events {:?}", pattern.0))
        }
    }
}

impl From<EventPattern> for String {
    fn from(pattern: EventPattern) -> Self {
        pattern.0
    }
}

impl fmt::Display for EventPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

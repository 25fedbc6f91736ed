//! Sessions: a person signed in on one browser or device.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::ids::{ClientId, GrantId, SessionId, UserId};

/// A session as the store holds it. Its bearer token is not part of it: only a digest of that is stored, and a sealed copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The row; not a secret.
    pub id: SessionId,
    /// Whose it is.
    pub user_id: UserId,
    /// Whether the person asked to be kept signed in; without it the session does not slide.
    pub remembered: bool,
    /// When a factor was last proved: `auth_time`.
    pub authenticated_at: Timestamp,
    /// What was proved.
    pub methods: AuthenticationMethods,
    /// From where it was begun.
    pub ip_address: String,
    /// With what it was begun.
    pub user_agent: String,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last extended or changed.
    pub updated_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// If it is that of a device which its person let in from another place.
    pub let_in: Option<LetIn>,
}

/// How a device was let in (RFC 8628).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetIn {
    /// The app on it.
    pub client_id: ClientId,
    /// What was allowed.
    pub grant_id: GrantId,
}

impl Session {
    /// Whether the last proof is at most `age` old.
    pub fn is_proved_within(&self, age: Duration, now: Timestamp) -> bool {
        now.since(self.authenticated_at) <= age
    }
}

/// How long sessions live; see `config/sessions.rs` for the meaning of each.
#[derive(Clone, Copy, Debug)]
pub struct SessionLifetimes {
    /// Of a remembered session, from its last extension.
    pub remembered: Duration,
    /// Of one that is not, in all.
    pub short: Duration,
    /// How old an extension must be before the next.
    pub update_age: Duration,
    /// How long it may go unused, if limited.
    pub idle: Option<Duration>,
}

impl SessionLifetimes {
    /// When a session that begins now ends.
    pub fn expiry(&self, remembered: bool, now: Timestamp) -> Timestamp {
        let lifetime = if remembered { self.remembered } else { self.short };
        now + self.idle.map_or(lifetime, |idle| lifetime.min(idle))
    }

    /// The new expiry if the session, used now, is due to slide. A session that is not remembered never does.
    pub fn slide(&self, session: &Session, now: Timestamp) -> Option<Timestamp> {
        let update_age = self.idle.map_or(self.update_age, |idle| self.update_age.min(idle / 4));
        let next = self.expiry(true, now);
        (session.remembered && next.since(session.expires_at) >= update_age).then_some(next)
    }
}

//! Grants: what one person allowed one client once, and what was proved then. The parent of a code and of every token after it.

use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::ids::{ClientId, GrantId, SessionId, UserId};
use crate::model::scope::Scopes;

/// A grant as the store holds it.
#[derive(Clone, Debug)]
pub struct Grant {
    /// The row.
    pub id: GrantId,
    /// Who allowed.
    pub user_id: UserId,
    /// Whom.
    pub client_id: ClientId,
    /// In which session.
    pub session_id: SessionId,
    /// What.
    pub scopes: Scopes,
    /// Whether it outlives the session (`offline_access`).
    pub offline: bool,
    /// The session's `auth_time` when it was allowed; refreshed tokens keep it.
    pub authenticated_at: Timestamp,
    /// The session's methods when it was allowed.
    pub methods: AuthenticationMethods,
    /// The authorization request's `nonce`.
    pub nonce: Option<String>,
    /// When it was allowed.
    pub created_at: Timestamp,
    /// When its rows may be forgotten.
    pub expires_at: Timestamp,
}

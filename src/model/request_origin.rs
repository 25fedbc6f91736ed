//! Where a request came from.

/// Facts about a request's sender, as far as they can be known. For the audit trail and for session lists; nothing is decided by
/// them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOrigin {
    /// The address, after trusted proxies.
    pub ip_address: String,
    /// The `user-agent` header, cut to 512 characters.
    pub user_agent: String,
    /// The request's id, also on pages, in logs and traces.
    pub request_id: String,
}

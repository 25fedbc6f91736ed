//! Where a request came from.

use crate::model::shown_sessions::ShownSessions;

/// Facts about a request's sender, as far as they can be known. For the audit trail, for session lists and for mails about new
/// devices; nobody is let in or kept out by them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOrigin {
    /// The address, after trusted proxies.
    pub ip_address: String,
    /// The `user-agent` header, cut to 512 characters.
    pub user_agent: String,
    /// The request's id, also on pages, in logs and traces.
    pub request_id: String,
    /// What shows whether the device was seen before.
    pub device: ShownDevice,
    /// The sessions that the browser shows, where it may have several people.
    pub sessions: ShownSessions,
}

/// What a request shows of the device that it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ShownDevice {
    /// A browser, which keeps a mark that it was given.
    Browser {
        /// The mark, if it was given one.
        mark: Option<String>,
    },
    /// A program, which keeps none.
    #[default]
    Program,
}

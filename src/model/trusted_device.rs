//! A browser in which somebody showed their second factor and asked not to be asked again for a while.

use crate::clock::Timestamp;

/// A trusted browser. What it shows is not part of it: only a digest of that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedDevice {
    /// The row; not a secret, and the same as long as the browser is trusted.
    pub id: String,
    /// What it said to be when it was trusted.
    pub user_agent: String,
    /// Since when it is trusted.
    pub created_at: Timestamp,
    /// When its person last signed in with it.
    pub used_at: Timestamp,
    /// Until when it is trusted.
    pub expires_at: Timestamp,
}

//! What a person has done in a login transaction, beyond what their session and consents say already.

use serde::{Deserialize, Serialize};

use crate::model::ids::DeviceAuthorizationId;

/// Who waits for what comes of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerTarget {
    /// An app, at the redirect URI of its authorization request.
    RedirectUri,
    /// A device, which asks by itself (RFC 8628). It is answered by its person alone, on a page that is always shown.
    Device(DeviceAuthorizationId),
}

/// Facts of one transaction, stored with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransactionFacts {
    /// They chose to go on with the account that is signed in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub account_chosen: bool,
    /// They allowed the client what it asks for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub consented: bool,
}

impl TransactionFacts {
    /// Whether nothing was done yet, so that the transaction may be begun again elsewhere without loss.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

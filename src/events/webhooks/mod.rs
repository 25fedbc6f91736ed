//! Webhooks: programs of the operator's that are told what happened, per the Standard Webhooks convention.
//!
//! Every line of the audit trail is an event ([`kinds`]); what receivers are owed is written in the unit of that line, in one place
//! ([`owe`]), and sent by a job ([`deliver`]) at least once, with the same id at every attempt. Each receiver has a lane of its own: a
//! slow one is slow for itself, and never for mails. Actions that are told afterwards (`after_…`) take the same way.

pub mod deliver;
pub mod kinds;
pub mod operate;
pub mod owe;

use std::time::Duration;

/// Seals what is to be sent.
const SEAL_PURPOSE: &str = "webhook_delivery";
/// How long the operator can look deliveries up, and have them sent once more.
const KEPT_FOR: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What stands for a webhook among the receivers.
pub fn of_webhook(name: &str) -> String {
    format!("webhook:{name}")
}

/// What stands for an action among the receivers.
pub fn of_action(name: &str) -> String {
    format!("action:{name}")
}

//! What happened, and who is told or asked: the audit trail, the outbox of messages that a change owes somebody, webhooks and
//! actions.
//!
//! Audit trail, outbox and what webhooks are owed are written in the unit of work of the change itself, so that none exists without
//! the others. Actions are asked while no unit is open. May use levels 0 to 3; knows no HTTP of ours and no slice.

pub mod actions;
pub mod audit;
pub mod outbox;
pub mod told;
pub mod undelivered;
pub mod webhooks;

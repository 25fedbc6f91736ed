//! What happened: the audit trail, and the outbox of messages that a change owes somebody.
//!
//! Both are written in the unit of work of the change itself, so that neither exists without the other. May use levels 0 to 3;
//! knows no HTTP and no slice.

pub mod audit;
pub mod outbox;
pub mod undelivered;

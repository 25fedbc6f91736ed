//! Actions: programs of the operator's that have a say before something happens, or add to it.
//!
//! [`ask`] posts a signed question and judges the answer; a refusal is a value, stands in the audit trail, and is told to who asked. It
//! is never called while a unit of work is open: an operation reads, asks, and writes, and what the write rests on is checked again
//! in it. Where nobody waits (`after_…`) the question takes the way of [`webhooks`](super::webhooks), and [`apply`] does what the
//! answer says.

pub mod answer;
pub mod apply;
pub mod ask;

pub use ask::{Question, Refusal, ask, is_asked};

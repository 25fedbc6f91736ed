//! Agreeing to documents that are new since the person agreed last.

pub mod page;
pub mod view;

//! Moving in and moving out.

mod better_auth;
mod envelopes;
mod export;
pub mod theirs;

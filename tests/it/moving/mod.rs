//! Moving in and moving out.

mod belongings;
mod better_auth;
mod envelopes;
mod export;
pub mod theirs;

//! Linked accounts: the ways in that a person has. The last one stays, or nobody could come in any more.

pub mod api;
pub mod provider_api;
pub mod unlink;

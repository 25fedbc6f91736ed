//! Linked accounts: the ways in that a person has, on a page and as JSON. The last one stays, or they could not come in any more.

pub mod api;
pub mod page;
pub mod provider_api;
pub mod unlink;
pub mod view;

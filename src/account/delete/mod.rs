//! Deleting the account.

pub mod api;
pub mod view;

//! Deleting the account.

pub mod view;

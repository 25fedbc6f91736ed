//! The password: changing it.

pub mod api;
pub mod view;

//! The password: changing it.

pub mod view;

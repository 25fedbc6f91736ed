//! The profile: name, picture, and the mail address with its change.

pub mod api;
pub mod update;
pub mod view;

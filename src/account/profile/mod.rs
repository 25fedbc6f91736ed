//! The profile: name, picture, and the mail address with its proof and its change.
//!
//! The operations are [`update`], `users::verification` and `users::email_change`.

pub mod api;
pub mod page;
pub mod update;
pub mod view;

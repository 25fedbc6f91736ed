//! The profile: name, picture, and the mail address with its proof and its change.
//!
//! The operations are `users::profile`, `users::verification` and `users::email_change`.

pub mod page;
pub mod view;

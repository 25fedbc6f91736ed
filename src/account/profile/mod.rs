//! The profile: name, picture, username, phone number, and the mail address with its proof and its change.
//!
//! The operations are [`update`], `users::picture`, `users::username`, `users::phone`, `users::verification` and `users::email_change`.

pub mod api;
pub mod page;
mod phone;
mod picture;
pub mod update;
mod username;
pub mod view;

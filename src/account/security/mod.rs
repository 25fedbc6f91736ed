//! The password: changing it, or, for a person who has none, asking for the link with which the first is chosen.
//!
//! The operations are `users::password` and `users::recover`.

pub mod api;
pub mod page;
pub mod view;

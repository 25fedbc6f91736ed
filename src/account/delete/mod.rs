//! Deleting the account: at once with the password, or, for a person who has none, with a mailed link.
//!
//! The operations are `users::password` and `users::erase`.

pub mod api;
pub mod page;
pub mod view;

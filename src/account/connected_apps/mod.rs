//! Connected apps: what apps may do, and taking it back.
//!
//! The operations are `users::connected_apps`.

pub mod page;
pub mod view;

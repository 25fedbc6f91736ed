//! What happened to an account, in plain words, and everything that is stored about its person as a file.
//!
//! The trail is `events/audit.rs`, the file `users/own_data.rs`.

pub mod page;
pub mod view;

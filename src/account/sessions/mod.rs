//! Sessions: where the person is signed in, and ending that. No fresh proof is asked for: ending a session is always the safe way.
//!
//! The operations are those of `sessions::end`.

pub mod api;
pub mod page;
pub mod view;

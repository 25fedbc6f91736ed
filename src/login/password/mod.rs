//! Passwords: signing in with one, and proving with it that one is still there.
//!
//! Owns the operations and, for `/sign-in`, `/sign-up`, `/forgot-password`, `/reset-password` and `/confirm-identity`, the pages.
//! What other slices and the command line need too (registering, recovering, changing) is in `users`. May use levels 0 to 6.

pub mod api;
pub mod confirm;
pub mod identifier;
mod invited_api;
pub mod mail_purpose;
pub mod notice;
pub mod page;
pub mod recovery_api;
pub mod sign_in;
pub mod view;

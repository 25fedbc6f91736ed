//! Passkeys: signing in with one, the offer to make one after a password was typed, and all of it as JSON.
//!
//! Implements `@better-auth/passkey` of Better Auth's wire format. The operations are `users/passkey`; the page on which a person
//! looks after theirs is the account's. Off unless the operator turns it on. May use levels 0 to 6.

pub mod api;
pub mod objects;
pub mod offer;
pub mod page;
pub mod view;

//! Passkeys: those that a person has, one more, another name, removing one. Only where the operator has passkeys.
//!
//! The operations are `users::passkey`; the script that asks the authenticator is `static/passkeys.js`.

pub mod page;
pub mod view;

//! Phone numbers: signing in and up by a code in a text message, signing in by number and password, and setting a new password by a
//! code (Better Auth's plugin `phoneNumber`).
//!
//! Codes are made and judged in `users/phone_code.rs`; a number is put on an account by `users/phone.rs`, because the account pages do
//! it too. The operations here spend a code and take its effect in one unit of work. Off unless the operator turns it on. May use
//! levels 0 to 6.

pub mod api;
pub mod page;
pub mod redeem;
pub mod view;

//! Codes in mails: signing in with one on the pages, and as JSON also proving an address, setting a password and changing the address
//! (Better Auth's plugin `emailOTP`).
//!
//! Codes are made and judged in `users/email_code.rs`. The operations here spend a code and take its effect in one unit of work. Off
//! unless the operator turns it on. May use levels 0 to 6.

pub mod account_api;
pub mod api;
pub mod page;
pub mod redeem;
pub mod view;

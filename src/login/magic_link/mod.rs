//! Signing in by mailed link: the pages that ask for one and follow it, and the same as JSON (Better Auth's plugin `magicLink`).
//!
//! A link does its work by GET only in the browser that asked for it, or called by a script of a trusted page. Whoever else opens one
//! (a scanner, another device) sees a page with a button. The operation is `users/magic_link.rs`. Off unless the operator turns it on.
//! May use levels 0 to 6.

pub mod api;
pub mod page;
pub mod view;

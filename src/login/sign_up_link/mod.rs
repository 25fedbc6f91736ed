//! The page of a link by which an account is made: an invitation, or what somebody asked for who wants no password.

pub mod page;
pub mod view;

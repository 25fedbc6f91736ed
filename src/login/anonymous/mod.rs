//! Signing in without saying who one is: what an app asks for by JSON, so that its visitors can begin at once. The operation is
//! `users/anonymous.rs`. There is no page: our pages are for people who can come back.

pub mod api;

//! Usernames as programs use them: signing in with one, and asking whether one is free.
//!
//! The operation of signing in is that of `login/password`, for a username is only another way to say who one is; choosing and
//! changing one is in `users/username.rs`, because signing up and the account do it. May use levels 0 to 6 and its own slice.

pub mod api;

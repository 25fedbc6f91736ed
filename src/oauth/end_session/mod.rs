//! Signing out at an app's request (OpenID Connect RP-Initiated Logout 1.0).

pub mod view;

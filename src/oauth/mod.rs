//! The OpenID provider: OAuth 2.0 (RFC 6749), OpenID Connect Core 1.0 and what builds on them.
//!
//! May not use the other slices of level 7: login, account, admin, dev.

pub mod authorize;
pub mod consent;
pub mod end_session;

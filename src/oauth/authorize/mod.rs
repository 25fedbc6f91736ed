//! The authorization endpoint (RFC 6749, section 3.1; OpenID Connect Core 1.0, section 3.1.2).

pub mod view;

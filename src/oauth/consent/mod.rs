//! Consent: what a person lets an app do (OpenID Connect Core 1.0, section 3.1.2.4).

pub mod view;

//! Consent (OpenID Connect Core, section 3.1.2.4): a person allows a client what it asks for, once, until they take it back.

pub mod view;

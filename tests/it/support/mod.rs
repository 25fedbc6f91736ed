//! What tests of several areas need.

pub mod app;
pub mod authenticator;
pub mod browser;
pub mod databases;
pub mod listening;
pub mod passkeys;
pub mod phones;
pub mod receiver;
pub mod relying_party;

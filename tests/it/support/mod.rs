//! What tests of several areas need.

pub mod app;
pub mod authenticator;
pub mod browser;
pub mod databases;
pub mod devices;
pub mod features;
pub mod listening;
pub mod passkeys;
pub mod phones;
pub mod places;
pub mod receiver;
pub mod relying_party;

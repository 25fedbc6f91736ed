//! Cryptography: every hash, seal, signature and password check of the house.
//!
//! Owns the master keys and what is derived from them ([`master_key`], [`seal`], [`signed_value`]). Implements RFC 5869 and the
//! signed cookie values of Better Auth.
//!
//! Pure: may use `clock`, `random` and `model`; no storage, no HTTP, no configuration.

pub mod digest;
pub mod master_key;
pub mod seal;
pub mod signed_value;

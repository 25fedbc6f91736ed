//! Cryptography: every hash, seal, signature and password check of the house.
//!
//! Owns the master keys and what is derived from them ([`master_key`], [`seal`], [`signed_value`]), JSON Web Keys and
//! Signatures ([`jwk`], [`jws`], [`keyring`]) passwords ([`password`], [`password_pool`]) codes of authenticator apps ([`totp`]) and passkeys ([`webauthn`]). Implements RFC 7515, 7517, 7518,
//! 7638 and 8037 for the algorithms in [`crate::model::signing_algorithm`], RFC 5869, RFC 6238, RFC 9106, WebAuthn Level 3 and the signed cookie values and
//! password hashes of Better Auth.
//!
//! Pure but for worker threads: may use `clock`, `random` and `model`; no storage, no HTTP, no configuration. Rules about claims
//! (who may say what to whom, until when) live with the tokens, not here.

pub mod better_auth;
pub mod digest;
pub mod ethereum;
pub mod jwk;
pub mod jws;
pub mod key_import;
pub mod keyring;
pub mod master_key;
pub mod password;
pub mod password_pool;
pub mod prepared_document;
pub mod seal;
pub mod signed_value;
pub mod signing_key;
pub mod strict_json;
pub mod totp;
pub mod verification_key;
pub mod webauthn;
pub mod webhook_signature;

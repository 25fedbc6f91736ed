//! Tokens: minted in one place, whichever grant asks, and read in one place.
//!
//! - [`issue`]: access, refresh and ID tokens for a grant or a client;
//! - [`id_token`]: what an ID token says (OpenID Connect Core, section 2);
//! - [`session_jwt`]: what a session says as a JWT, for services that know no cookies;
//! - [`signing_keys`]: the life of the keys that sign them;
//! - [`device_authorization`]: devices that are answered for somewhere else (RFC 8628);
//! - [`reuse`]: what happens when something spent is shown again;
//! - [`access_token`]: whether a shown access token lives, and for whom.
//!
//! Random values are drawn before the unit of work, rows written in it, JWTs signed after its commit. May use levels 0 to 4.

pub mod access_token;
pub mod claims_of_actions;
pub mod device_authorization;
pub mod id_token;
pub mod issue;
pub mod reuse;
pub mod session_jwt;
pub mod signing_keys;

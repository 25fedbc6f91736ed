//! Plain types and pure rules: what the specifications' nouns are and which of their values exist.
//!
//! Owns no behaviour that needs time, entropy (but for new ids), storage or HTTP. May use `clock` and `random` for their types
//! only; never axum, never sqlx.

pub mod callback_url;
pub mod email;
pub mod ids;
pub mod password;
pub mod percent_encoding;
pub mod redirect_uri;
pub mod trusted_origin;

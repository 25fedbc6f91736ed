//! Plain types and pure rules: what the specifications' nouns are and which of their values exist.
//!
//! Owns no behaviour that needs time, entropy (but for new ids), storage or HTTP. May use `clock` and `random` for their types
//! only; never axum, never sqlx.

pub mod action_point;
pub mod additional_fields;
pub mod authentication_method;
pub mod authenticator_model;
pub mod authorization_request;
pub mod callback_url;
pub mod claims;
pub mod client;
pub mod device_authorization;
pub mod email;
pub mod email_code;
pub mod event_type;
pub mod grant;
pub mod grant_type;
pub mod ids;
pub mod login_transaction;
pub mod mail_domains;
pub mod passkey;
pub mod password;
pub mod percent_encoding;
pub mod phone_code;
pub mod phone_number;
pub mod pkce;
pub mod profile;
pub mod prompt;
pub mod redirect_uri;
pub mod request_origin;
pub mod response_type;
pub mod scope;
pub mod second_factor;
pub mod session;
pub mod short_code;
pub mod shown_sessions;
pub mod signing_algorithm;
pub mod signing_key;
pub mod siwe_message;
pub mod trusted_device;
pub mod trusted_origin;
pub mod urls;
pub mod user;
pub mod user_agent;
pub mod username;

//! Pure rules, as tables.

mod callback_url;
mod email;
mod password;
mod profile;
mod redirect_uri;
mod siwe_message;
mod trusted_origin;
mod user_agent;
mod username;

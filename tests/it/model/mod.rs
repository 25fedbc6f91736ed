//! Pure rules, as tables.

mod callback_url;
mod email;
mod password;
mod phone_number;
mod profile;
mod redirect_uri;
mod siwe_message;
mod trusted_origin;
mod user_agent;
mod username;

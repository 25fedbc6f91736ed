//! Pure rules, as tables.

mod callback_url;
mod email;
mod password;
mod redirect_uri;
mod trusted_origin;

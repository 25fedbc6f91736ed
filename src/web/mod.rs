//! What the slices share of HTTP: addresses, forms, cookies, headers, limits.
//!
//! Owns the plumbing between axum and the operations, and no operation. May use everything below; nothing here knows a slice.

pub mod account_form;
pub mod api;
pub mod asked_link;
pub mod assets;
pub mod authenticator_app;
pub mod brand_color;
pub mod browser;
pub mod captcha;
pub mod chrome;
pub mod client_ip;
pub mod cookies;
pub mod cors;
pub mod declared_fields;
pub mod entered_text;
pub mod error_view;
pub mod form;
pub mod gate;
pub mod headers;
pub mod login_transaction;
pub mod page;
pub mod prepared;
pub mod problem;
pub mod qr_code;
pub mod rate_limit;
pub mod rate_limit_rules;
pub mod request_id;
pub mod request_origin;
pub mod server;
pub mod session_cookies;
pub mod terms;
pub mod upload;
pub mod visit;

//! What the slices share of HTTP.

mod client_ip;
mod cookies;
mod cors;
mod form;
mod headers;
mod rate_limit;
mod rate_limit_rules;
mod request_id;

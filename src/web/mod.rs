//! What the slices share of HTTP: addresses, forms, cookies, headers, limits.
//!
//! Owns the plumbing between axum and the operations, and no operation. May use everything below; nothing here knows a slice.
pub mod assets;
pub mod brand_color;
pub mod chrome;
pub mod error_view;
pub mod problem;

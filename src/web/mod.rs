//! The axum plumbing that slices share: what every page stands in, and the files it needs.

pub mod assets;
pub mod brand_color;
pub mod chrome;
pub mod error_view;
pub mod problem;

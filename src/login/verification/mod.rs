//! Mailed links that prove an address or an intention, and the pages they open.

pub mod api;
pub mod page;
pub mod view;

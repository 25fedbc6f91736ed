//! The first administrator, made through a link that works once.

pub mod view;

//! Sessions: where the person is signed in, and ending that.

pub mod api;
pub mod view;

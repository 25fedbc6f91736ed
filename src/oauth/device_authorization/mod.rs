//! Device authorization (RFC 8628): the endpoint that devices ask, and the pages on which their people answer.
//!
//! The operations are `tokens::device_authorization`; the grant is [`grants::device_code`](super::grants::device_code). A code that
//! somebody types opens a login transaction for its app, so that they go through all that an app's request would lead them through; where
//! consent would stand, stands the page on which they answer, always.

pub mod api;
pub mod endpoint;
pub mod page;
pub mod resume;
mod session;
pub mod view;

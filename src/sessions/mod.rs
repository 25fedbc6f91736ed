//! The one end of every sign-in, and the end of every session.
//!
//! Whatever the method, a session begins in [`establish`]; every way out goes through [`end`]. Cookies are written from the
//! [`Established`](establish::Established) and [`Ended`](end::Ended) values by `web/session_cookies.rs`, nowhere else. May use
//! levels 0 to 4.

pub mod end;
pub mod establish;

//! The one end of every sign-in, and the end of every session.
//!
//! Whatever the method, a session begins in [`establish`], which is also the gate: whoever owes a second factor ([`assurance`]) is
//! given no session but a pending sign-in ([`challenge`]), and the session only when a code of theirs was judged right ([`judge`]).
//! A session that lives is given nothing new once more is owed than was shown in it ([`still_owed`]).
//! Every way out goes through [`end`]. Cookies are written from the [`Established`](establish::Established),
//! [`PendingSignIn`](challenge::PendingSignIn) and [`Ended`](end::Ended) values by `web/session_cookies.rs`, nowhere else.
//! Implements RFC 6238 with `crypto/totp.rs`. May use levels 0 to 4.

pub mod assurance;
pub mod challenge;
pub mod end;
pub mod establish;
pub mod foreign_keys;
pub mod judge;
pub mod kept;
pub mod known_device;
pub mod step_up;
pub mod still_owed;

//! The second factor: setting up an authenticator app, codes on paper, turning it off. Only where the operator has second factors.
//!
//! The operations are `users::two_factor`.

pub mod page;
pub mod view;

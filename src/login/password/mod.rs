//! Signing in with a password: sign-in, sign-up, a forgotten password, and proving it again before something sensitive.

pub mod view;

//! Signing in by an identity provider, as far as apps ask for it: this server is connected to none, and says so in the way that their
//! clients understand.

pub mod api;

//! The sessions of several people that one browser keeps, as Better Auth's multi-session plugin has them. Its page is the account
//! chooser (`oauth/authorize/choose_account.rs`). The operations are those of `sessions::kept`.

pub mod api;

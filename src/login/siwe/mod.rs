//! Signing in with a wallet of Ethereum (EIP-4361): on the pages, where we write the message, which confirms who is signed in too, and by JSON, where the app does. The
//! operation is `users/siwe`.

pub mod api;
pub mod page;
mod prove;

//! Signing in with a wallet of Ethereum (EIP-4361), by JSON. The operation is `users/siwe.rs`.

pub mod api;

//! Moving in and moving out: people, their ways in and their apps, from another server's database and to files that anyone can read.
//!
//! Owns what is taken of another server's rows and in which form, the report of it, and the format of an export. Reads through
//! `store`, seals and digests through `crypto`, and goes by the rules of `users`, `sessions` and `oauth`; the command line shows it.
//!
//! - [`better_auth`]: from the database of a Better Auth server;
//! - [`export`]: everything as JSON Lines; [`restore`]: an export back into an installation;
//! - [`report`]: what was found, what was moved, and what was not and why.

mod belongings;
pub mod better_auth;
mod candidate;
pub mod export;
pub mod report;
pub mod restore;
mod write;

pub use write::Move;

/// What the tokens of an upstream are sealed for.
const UPSTREAM_TOKENS_SEAL_PURPOSE: &str = "upstream_tokens";

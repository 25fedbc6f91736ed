//! Vestibule: an identity provider in one binary.
//!
//! The house has levels; a file may use lower levels and its own folder, never a higher level, and the slices of level 7 never
//! use each other: they meet through URLs (`model/urls.rs`) and stored facts. `tests/it/architecture.rs` keeps it so.
//!
//! | level | modules |
//! |---|---|
//! | 0 | [`clock`], [`random`], [`model`] |
//! | 1 | [`config`], `crypto`, `locale` |
//! | 2 | `store`, `outbound` |
//! | 3 | `app`: the one handle, no logic |
//! | 4 | `events`: audit trail, outbox |
//! | 5 | `one_time`, `tokens`, `sessions`, `users` |
//! | 6 | `web`: axum plumbing that slices share |
//! | 7 | `oauth`, `login`, `account`, `admin`, `dev` |
//! | 8 | `router`, `jobs`, `moving`, `cli`, `main` |

pub mod account;
pub mod admin;
pub mod app;
pub mod boot;
pub mod cli;
pub mod clock;
pub mod config;
pub mod crypto;
pub mod dev;
pub mod events;
pub mod jobs;
pub mod locale;
pub mod login;
pub mod model;
pub mod moving;
pub mod oauth;
pub mod one_time;
pub mod outbound;
pub mod random;
pub mod router;
pub mod serve;
pub mod sessions;
pub mod store;
pub mod tokens;
pub mod users;
pub mod web;

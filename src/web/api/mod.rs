//! The JSON interface under `/api/auth`: what its endpoints share, and those that belong to no slice.
//!
//! It speaks the wire format of Better Auth 1.7, so that its unmodified clients work. Endpoints stand beside the operations that they
//! are a face of, in the slices' `api.rs`; they parse and render, and everything between is here.
//!
//! | file | holds |
//! |---|---|
//! | [`call`] | a request, read and checked; its answer |
//! | [`body`], [`validation`] | content types, JSON, fields and their faults |
//! | [`origin_check`], [`callback_url`] | whose pages may call, and where answers may lead |
//! | [`session`] | who is signed in, and the extension of sessions in use |
//! | [`usernames`], [`phone_numbers`], [`fields`] | the names beside name and address, the phone number, and what the operator declared |
//! | [`objects`], [`error`] | what answers are made of |
//! | [`routes`], [`description`] | the list of endpoints, its router and its OpenAPI description |
//! | [`general`], [`error_page`] | endpoints about nothing in particular |
//!
//! May use levels 0 to 5 and the rest of `web`; knows no slice.

pub mod body;
pub mod call;
pub mod callback_url;
pub mod description;
pub mod error;
pub mod error_page;
pub mod fields;
pub mod general;
pub mod objects;
pub mod origin_check;
pub mod phone_numbers;
pub mod routes;
pub mod session;
pub mod usernames;
pub mod validation;

pub use call::{ApiCall, ApiResult, answer, redirect};
pub use description::Description;
pub use error::ApiError;
pub use general::router;
pub use routes::{ApiRoutes, Calling};

//! The ways out: HTTP requests under the egress policy, mail, and text messages.
//!
//! Nothing else opens a connection to another machine, the database drivers apart. May use `config`, `crypto`, `locale` and
//! `model`; knows neither the store nor any operation.
pub mod captcha;
pub mod egress;
pub mod http;
pub mod mailer;
pub mod messages;
pub mod signed_request;
pub mod text_messages;

//! The ways out: egress policy, HTTP client, mail.

mod egress;
mod http;
mod mailer;
mod text_messages;

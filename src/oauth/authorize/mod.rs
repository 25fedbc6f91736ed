//! The authorization endpoint (RFC 6749, section 3.1; OpenID Connect Core, section 3.1.2).
//!
//! A request goes through [`redirect_target`] (where may I answer?), [`checks`] (is it right?) and [`step`] (what comes next?). If a
//! person has to do something, a login transaction begins and they are sent to a page; after each page they come back to
//! [`resume`], where the same question is asked again. [`respond`] gives the answer.

pub mod view;

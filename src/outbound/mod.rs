//! What leaves the house: mails and requests to other servers.
//!
//! Owns the words of mails and their delivery. May use levels 0 and 1 only.

pub mod messages;

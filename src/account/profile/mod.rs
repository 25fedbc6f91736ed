//! The profile: name, picture, and the mail address with its change.

pub mod view;

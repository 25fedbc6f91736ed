//! What the operator wants to know of everybody, asked of those who were not asked when their account was made: by link, code or wallet,
//! or before the field was declared.

pub mod page;
pub mod view;

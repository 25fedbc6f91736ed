//! The ways of signing in, one folder a method, with all of a method's operations and pages.
//!
//! Every method ends in `sessions/establish.rs`. May not use the other slices of level 7: oauth, account, admin, dev.

pub mod password;
pub mod verification;

//! People's accounts: what several slices, the jobs and the command line do with them.
//!
//! - [`register`]: a new account;
//! - [`verification`]: proving a mail address;
//! - [`password`]: judging a signed-in person's password, and changing it;
//! - [`guesses`]: wrong guesses of it, counted;
//! - [`recover`]: a new password by mailed link;
//! - [`email_change`]: another mail address, proved first;
//! - [`connected_apps`]: what apps may do, and taking it back;
//! - [`two_factor`]: setting up a second factor, and turning it off;
//! - [`erase`]: the end of an account;
//! - [`operator`]: what the operator does with accounts;
//! - [`deliver`]: turning what the outbox owes into mails.
//!
//! Each is an operation: typed input in, an outcome out, no HTTP. May use levels 0 to 4 and its neighbours of level 5.

pub mod connected_apps;
pub mod deliver;
pub mod email_change;
pub mod erase;
pub mod guesses;
pub mod operator;
pub mod password;
pub mod recover;
pub mod register;
pub mod two_factor;
pub mod verification;

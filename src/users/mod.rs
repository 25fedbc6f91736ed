//! People's accounts: what several slices, the jobs and the command line do with them.
//!
//! - [`address_rules`]: with which addresses accounts are made;
//! - [`register`]: a new account;
//! - [`anonymous`]: people who said nothing about themselves yet;
//! - [`username`]: the name to sign in with beside the address;
//! - [`verification`]: proving a mail address;
//! - [`password`]: judging a signed-in person's password, and changing it;
//! - [`new_password`]: which passwords are taken, and their hashes;
//! - [`guesses`]: wrong guesses of it, counted;
//! - [`recover`]: a new password by mailed link;
//! - [`magic_link`]: signing in by mailed link;
//! - [`email_code`]: codes that are mailed;
//! - [`phone_code`]: codes that are sent to phones;
//! - [`short_code`]: making and judging both;
//! - [`phone`]: the phone number of an account;
//! - [`proved_address`]: signing in by having proved a mail address;
//! - [`proof_of_work`]: work that a browser shows before a form is taken;
//! - [`mail_budget`]: how many mails anybody can have sent to an address;
//! - [`siwe`]: signing in with a wallet;
//! - [`email_change`]: another mail address, proved first;
//! - [`disown`]: "this was not me";
//! - [`connected_apps`]: what apps may do, and taking it back;
//! - [`two_factor`]: setting up a second factor, and turning it off;
//! - [`passkey`]: registering passkeys, and signing in with them;
//! - [`erase`]: the end of an account;
//! - [`operator`]: what the operator does with accounts;
//! - [`deliver`]: turning what the outbox owes into mails, and [`text_message`] into text messages.
//!
//! Each is an operation: typed input in, an outcome out, no HTTP. May use levels 0 to 4 and its neighbours of level 5.

pub mod address_rules;
pub mod anonymous;
pub mod connected_apps;
pub mod deliver;
pub mod disown;
pub mod email_change;
pub mod email_code;
pub mod erase;
pub mod guesses;
pub mod magic_link;
pub mod mail_budget;
pub mod new_password;
pub mod operator;
pub mod own_data;
pub mod passkey;
pub mod password;
pub mod permission;
pub mod phone;
pub mod phone_code;
pub mod proof_of_work;
pub mod proved_address;
pub mod recover;
pub mod register;
pub mod short_code;
pub mod siwe;
pub mod text_message;
pub mod two_factor;
pub mod username;
pub mod verification;
pub mod welcome;

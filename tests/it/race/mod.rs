//! Races (design: "Single use", "Issuance against revocation"): fifty tasks at once on every engine, then a look at what lives.

pub mod at_once;
mod client_assertions;
mod codes;
mod devices;
mod first_start;
mod guesses;
mod jobs;
mod links;
mod passkeys;
mod pictures;
mod refresh_tokens;
mod revocation;
mod secrets;
mod sign_ins;
mod signing_keys;
mod transactions;
mod ways_in;
mod world;

/// How many try the same thing.
const MANY: usize = 50;

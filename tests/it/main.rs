//! The tests of the whole program, in one binary.

// `cfg(test)` lets clippy know that everything below may panic.
#[cfg(test)]
mod config;
#[cfg(test)]
mod crypto;

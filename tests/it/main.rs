//! All integration tests, in one binary. The folders mirror the source.

// `cfg(test)` lets clippy know that everything below may panic.
#[cfg(test)]
mod config;
#[cfg(test)]
mod crypto;
#[cfg(test)]
mod model;
#[cfg(test)]
mod outbound;
#[cfg(test)]
mod web;
//! The integration tests, in one binary.

#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;

//! All integration tests, in one binary. The folders mirror the source.

// `cfg(test)` lets clippy know that everything below may panic.
#[cfg(test)]
mod pages;

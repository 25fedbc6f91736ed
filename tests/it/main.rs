//! The integration tests, in one binary.

#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;

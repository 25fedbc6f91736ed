//! The tests of the whole program, in one binary. The folders mirror the source.

// `cfg(test)` lets clippy know that everything below may panic.
#[cfg(test)]
mod account;
#[cfg(test)]
mod api;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod attacks;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod clients;
#[cfg(test)]
mod config;
#[cfg(test)]
mod crypto;
#[cfg(test)]
mod dev;
#[cfg(test)]
mod hooks;
#[cfg(test)]
mod login;
#[cfg(test)]
mod model;
#[cfg(test)]
mod moving;
#[cfg(test)]
mod oauth;
#[cfg(test)]
mod outbound;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod race;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;
#[cfg(test)]
mod web;

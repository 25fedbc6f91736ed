//! The attack battery: one test an id, named by it. `docs/attacks.md` holds the table of all ids.

mod advisories;
mod clients;
mod codes;
mod devices;
mod factors;
mod flood;
mod front_channel;
mod invitations;
mod keys;
mod passkeys;
mod registration;
mod sensitive;
mod text_messages;
mod tokens;

use crate::support::app::Reply;

/// A refusal on our own origin: a client error that leads nowhere.
fn assert_local_error(reply: &Reply, case: &str) {
    assert!(reply.status.is_client_error(), "{case}: {} {}", reply.status, reply.location());
    assert_eq!(reply.location(), "", "{case}: no redirect");
}

/// An error of the protocol, in JSON.
fn assert_error(reply: &Reply, status: u16, code: &str, case: &str) {
    assert_eq!(reply.status, status, "{case}: {}", reply.body);
    assert_eq!(reply.json()["error"], code, "{case}: {}", reply.body);
    assert_eq!(reply.header("cache-control"), "no-store", "{case}");
}

fn text<'a>(value: &'a serde_json::Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_else(|| panic!("no {member} in {value}"))
}

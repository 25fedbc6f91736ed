//! `vestibule key`.

use serde_json::Value;

use super::Installation;

fn keys(installation: &Installation) -> Vec<(String, String, String)> {
    let listed = installation.json(&["key", "list", "--json"]);
    let text = |key: &Value, name: &str| key[name].as_str().expect("a text").to_owned();
    listed.as_array().expect("a list").iter().map(|key| (text(key, "alg"), text(key, "state"), text(key, "kid"))).collect()
}

#[test]
fn keys_are_listed_rotated_and_revoked() {
    let installation = Installation::new();
    let first = keys(&installation);
    let mut algorithms: Vec<_> = first.iter().map(|(algorithm, state, _)| (algorithm.as_str(), state.as_str())).collect();
    algorithms.sort_unstable();
    assert_eq!(algorithms, [("ES256", "active"), ("EdDSA", "active"), ("RS256", "active")]);

    let published = installation.json(&["key", "rotate", "--algorithm", "ES256", "--json"]);
    assert_eq!(published[0]["alg"], "ES256");
    installation.run(&["key", "rotate", "--algorithm", "ES256"]).refused(1, "the next ES256 key is published already");
    let next = keys(&installation).into_iter().find(|(_, state, _)| state == "next").expect("it is listed");
    assert_eq!(Some(next.2.as_str()), published[0]["kid"].as_str());

    let (_, _, active) = first.iter().find(|(algorithm, ..)| algorithm == "EdDSA").expect("there is one");
    let revoked = installation.json(&["key", "revoke", active, "--json"]);
    assert_eq!(revoked["state"], "revoked");
    let eddsa: Vec<_> = keys(&installation).into_iter().filter(|(algorithm, ..)| algorithm == "EdDSA").collect();
    assert_eq!(eddsa.iter().filter(|(_, state, _)| state == "active").count(), 1, "another took its place: {eddsa:?}");
    assert!(eddsa.iter().any(|(_, state, kid)| state == "revoked" && kid == active));
    installation.run(&["key", "revoke", active]).refused(1, "revoked");
    installation.run(&["key", "revoke", "nothing"]).refused(1, "there is no key nothing");
    installation.run(&["key", "revoke", "-hWJy"]).refused(1, "there is no key -hWJy");
    installation.run(&["key", "revoke", "--json", "--x"]).refused(1, "there is no key --x");
    assert_eq!(installation.run(&["key", "rotate", "--algorithm", "HS256"]).status, 2);
}

#[test]
fn private_keys_are_never_listed() {
    let installation = Installation::new();
    let table = installation.run(&["key", "list"]).succeeded().out;
    assert!(table.starts_with("KID ") && table.contains("RS256"), "{table}");
    let listed = installation.json(&["key", "list", "--json"]);
    let names: Vec<_> = listed[0].as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(names, ["kid", "alg", "state", "since", "created_at"]);
}

#[test]
fn the_master_key_is_replaced_in_two_steps() {
    let installation = Installation::new();
    let first = keys(&installation);
    let old = std::fs::read_to_string(installation.path("keys/master.key")).expect("it was made");
    let new = installation.run(&["secret"]).succeeded().out;
    installation.write("keys/master.key", &format!("2:{}\n1:{}\n", new.trim(), old.trim()));
    assert_eq!(keys(&installation), first);
    installation.write("keys/master.key", &format!("2:{}\n", new.trim()));
    assert_eq!(keys(&installation), first, "nothing needs the old one any more");
    let doctor = installation.run(&["doctor"]);
    assert!(doctor.out.contains("it opens the 3 published signing keys"), "{doctor:?}");
    installation.write("keys/master.key", &format!("2:{}\n", old.trim()));
    installation.run(&["key", "list"]).refused(1, "keys.master: this is not the key (version 2)");
}

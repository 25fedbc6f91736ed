//! What can be wrong before anything begins: one clear line, a status that is not 0, and nothing changed.

use std::fs::{self, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;

use vestibule::store::{OpenOptions, Store, values};

use super::Installation;

/// The commands that open an installation.
const OPENING: [&[&str]; 4] = [&["serve"], &["user", "list"], &["app", "list"], &["key", "list"]];

#[test]
fn an_unknown_key_is_refused_with_the_nearest_one() {
    let installation = Installation::with("[server]\npublic_ur = 'https://id.example.com'\n");
    let more: [&[&str]; 3] = [&["migrate"], &["backup", "copy.db"], &["healthcheck"]];
    for command in OPENING.into_iter().chain(more) {
        installation
            .run(command)
            .refused(2, "server.public_ur (vestibule.toml): there is no such key; did you mean server.public_url?");
    }
    assert_eq!(installation.files(), ["vestibule.toml"]);
    let outcome = Installation::new().command(&["serve"]).env("VESTIBULE__SERVER__LISTN", "x").output().expect("it runs");
    assert_eq!(outcome.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&outcome.stderr).contains("did you mean VESTIBULE__SERVER__LISTEN?"));
}

#[test]
fn plain_http_on_a_public_address_is_refused() {
    let installation = Installation::with("[server]\npublic_url = 'http://id.example.com'\n");
    installation.run(&["serve"]).refused(2, "plain http on a public address");
    assert_eq!(installation.files(), ["vestibule.toml"]);
}

#[test]
fn a_database_that_cannot_be_reached_is_told() {
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let key = "keys.master = '+/+/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";
    for scheme in ["postgres", "mysql"] {
        let url = format!("{scheme}://vestibule:open-sesame@{closed}/vestibule");
        let installation = Installation::with(&format!("{key}\nserver.listen = ['127.0.0.1:0']\ndatabase.url = '{url}'\n"));
        for command in OPENING.into_iter().chain([["migrate"].as_slice(), &["migrate", "--dry-run"]]) {
            let outcome = installation.run(command);
            outcome.refused(1, "database.url");
            assert!(!outcome.err.contains("open-sesame"), "{outcome:?}");
        }
    }
    let installation = Installation::with("[database]\nurl = 'sqlite://vestibule.toml/x.db'\n");
    installation.run(&["migrate"]).refused(1, "vestibule.toml");
}

#[test]
fn a_missing_master_key_is_not_made_anew() {
    let installation = Installation::with("server.listen = ['127.0.0.1:0']\n");
    installation.add_user("ada@example.com");
    let key = installation.path("keys/master.key");
    assert_eq!(key.metadata().expect("it was made").permissions().mode() & 0o777, 0o600);
    fs::remove_file(&key).expect("removed");
    for command in OPENING {
        installation.run(command).refused(1, "keys.master: there is no keys/master.key");
    }
    assert!(!key.exists());
}

#[test]
fn another_master_key_is_refused() {
    let installation = Installation::with("server.listen = ['127.0.0.1:0']\n");
    installation.add_user("ada@example.com");
    let other = installation.run(&["secret"]).succeeded().out;
    installation.write("keys/master.key", &other);
    for command in OPENING {
        installation.run(command).refused(1, "keys.master: this is not the key");
    }
}

#[test]
fn a_master_key_that_others_can_read_is_refused() {
    let installation = Installation::with("server.listen = ['127.0.0.1:0']\n");
    installation.add_user("ada@example.com");
    fs::set_permissions(installation.path("keys/master.key"), Permissions::from_mode(0o644)).expect("set");
    for command in OPENING {
        installation.run(command).refused(2, "keys/master.key can be used by other users of this machine (mode 0644)");
    }
}

#[test]
fn a_port_that_is_taken_is_told_and_no_data_is_made() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address");
    let installation = Installation::with(&format!("[server]\nlisten = ['{address}']\n"));
    installation.run(&["serve"]).refused(1, &format!("cannot listen on {address}"));
    let installation = Installation::with(&format!("[server]\nlisten = ['127.0.0.1:0']\nmanagement_listen = '{address}'\n"));
    installation.run(&["serve"]).refused(1, &format!("cannot listen on {address}"));
    assert_eq!(installation.files(), ["vestibule.toml"]);
}

#[tokio::test]
async fn a_schema_of_a_newer_version_is_refused() {
    let installation = Installation::with("server.listen = ['127.0.0.1:0']\n");
    installation.add_user("ada@example.com");
    let url = format!("sqlite://{}", installation.path("data/vestibule.db").display());
    let store = Store::open(&OpenOptions::new(url)).await.expect("it opens");
    let mut unit = store.write("test.newer").await.expect("a unit");
    let newer = "INSERT INTO schema_migrations (version, name, checksum, steps, applied_at) VALUES ($1, $2, $3, $4, $5)";
    unit.execute(newer, &values![9000_i64, "9000_later", vec![0_u8; 32], 1_i64, 1_i64]).await.expect("inserted");
    unit.commit().await.expect("committed");
    store.close().await;
    for command in OPENING.into_iter().chain([["migrate"].as_slice(), &["migrate", "--dry-run"]]) {
        installation.run(command).refused(1, "the database has schema 9000");
    }
}

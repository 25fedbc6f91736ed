//! The schema's migrations, compiled into the binary.
//!
//! `migrations/{sqlite,postgres,mysql}/NNNN_name.sql`: the same numbers and names in each folder, forward only, never edited once
//! released (their checksums are stored). A change that a running older version would not survive is made in two releases:
//! expand, then contract. A new one is three files and a line below.

use sha2::{Digest as _, Sha256};

use super::Engine;

/// One step of the schema.
#[derive(Debug)]
pub struct Migration {
    /// Its number; they have no gaps.
    pub version: i64,
    /// Its file's name without the ending.
    pub name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
    mysql: &'static str,
}

macro_rules! migration {
    ($version:literal, $name:literal) => {
        Migration {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../../migrations/postgres/", $name, ".sql")),
            mysql: include_str!(concat!("../../migrations/mysql/", $name, ".sql")),
        }
    };
}

/// All of them, oldest first.
pub const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001_settings"),
    migration!(2, "0002_core"),
    migration!(3, "0003_usernames"),
    migration!(4, "0004_two_factor"),
    migration!(5, "0005_passkeys"),
    migration!(6, "0006_phone_numbers"),
    migration!(7, "0007_known_devices"),
    migration!(8, "0008_anonymous"),
    migration!(9, "0009_wallet_addresses"),
    migration!(10, "0010_pictures"),
    migration!(11, "0011_outbox_given_up"),
    migration!(12, "0012_audit_devices"),
    migration!(13, "0013_assurance"),
    migration!(14, "0014_additional_fields"),
    migration!(15, "0015_invitations"),
    migration!(16, "0016_terms_acceptances"),
    migration!(17, "0017_moving_in"),
    migration!(18, "0018_webhook_deliveries"),
    migration!(19, "0019_device_authorizations"),
    migration!(20, "0020_device_sessions"),
];

impl Migration {
    /// Its text for one engine.
    pub fn sql(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
            Engine::Mariadb => self.mysql,
        }
    }

    /// Its statements for one engine, one after the other.
    pub fn statements(&self, engine: Engine) -> impl Iterator<Item = &'static str> {
        statements(self.sql(engine))
    }

    /// What tells that an applied migration is still the one in this binary.
    pub(super) fn checksum(&self, engine: Engine) -> [u8; 32] {
        Sha256::digest(self.sql(engine)).into()
    }
}

/// Splits a script at its semicolons; those in literals and comments do not count.
fn statements(script: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = script;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (statement, following) = rest.split_at(end_of_statement(rest));
            rest = following.strip_prefix(';').unwrap_or(following);
            if statement.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with("--")) {
                return Some(statement.trim());
            }
        }
        None
    })
}

fn end_of_statement(script: &str) -> usize {
    let mut quoted = false;
    let mut commented = false;
    let mut previous = ' ';
    for (position, character) in script.char_indices() {
        match character {
            '\n' => commented = false,
            _ if commented => {}
            '\'' => quoted = !quoted,
            '-' if previous == '-' && !quoted => commented = true,
            ';' if !quoted => return position,
            _ => {}
        }
        previous = character;
    }
    script.len()
}

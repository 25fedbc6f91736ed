//! `src/crypto`: the specifications' vectors, round trips, and what must be refused.

mod digest;
mod ethereum;
mod jwk;
mod jws;
mod key_import;
mod keyring;
mod master_key;
mod password;
mod password_pool;
mod seal;
mod signed_value;
mod totp;
mod vectors;

use vestibule::crypto::master_key::MasterKeys;

const OLD_KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const NEW_KEY: &str = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

fn old_keys() -> MasterKeys {
    MasterKeys::parse(OLD_KEY).unwrap()
}

fn rotated_keys() -> MasterKeys {
    MasterKeys::parse(&format!("2:{NEW_KEY},1:{OLD_KEY}")).unwrap()
}

fn new_keys_only() -> MasterKeys {
    MasterKeys::parse(&format!("2:{NEW_KEY}")).unwrap()
}

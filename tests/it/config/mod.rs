//! What can be set, what is refused and how it is said.

mod additional_fields;
mod changes;
mod documents;
mod faults;
mod keys;
mod lists;
mod sources;
mod values;

use vestibule::config::{Config, Mode, Sources};

/// The faults of a TOML text for `serve`, as they are printed.
fn faults_of(toml: &str) -> Vec<String> {
    faults(Sources::none().toml(toml), Mode::Serve)
}

/// The faults of `sources`, as they are printed.
fn faults(sources: Sources, mode: Mode) -> Vec<String> {
    let faults = Config::load(&sources, mode).expect_err("the configuration is refused");
    faults.to_string().lines().map(str::to_owned).collect()
}

/// The one fault of a TOML text for `serve`.
fn fault_of(toml: &str) -> String {
    let faults = faults_of(toml);
    assert_eq!(faults.len(), 1, "one fault: {faults:#?}");
    faults.concat()
}

/// What `serve` makes of a sound TOML text.
fn config_of(toml: &str) -> Config {
    Config::from_toml(toml, Mode::Serve).expect("it is sound")
}

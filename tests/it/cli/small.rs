//! The commands that only print, and what all have in common.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Installation;

#[test]
fn a_secret_is_32_new_bytes() {
    let installation = Installation::new();
    let secrets = [installation.run(&["secret"]).succeeded().out, installation.run(&["secret"]).succeeded().out];
    for secret in &secrets {
        assert_eq!(STANDARD.decode(secret.trim()).expect("base64").len(), 32);
    }
    assert_ne!(secrets[0], secrets[1]);
    let json = installation.json(&["secret", "--json"]);
    assert_eq!(STANDARD.decode(json["master_key"].as_str().expect("a text")).expect("base64").len(), 32);
    assert!(installation.files().is_empty());
}

#[test]
fn the_version_is_that_of_the_package() {
    let installation = Installation::new();
    let version = env!("CARGO_PKG_VERSION");
    assert!(installation.run(&["version"]).succeeded().out.starts_with(&format!("vestibule {version} (database schema ")));
    assert_eq!(installation.run(&["--version"]).succeeded().out, format!("vestibule {version}\n"));
    let json = installation.json(&["version", "--json"]);
    assert_eq!(json["version"], version);
    assert!(json["schema"].as_i64().expect("a number") >= 2);
}

#[test]
fn completions_are_printed_for_every_shell() {
    let installation = Installation::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = installation.run(&["completions", shell]).succeeded().out;
        assert!(script.contains("healthcheck") && script.contains("set-password"), "{shell}");
    }
    assert_eq!(installation.run(&["completions", "tcsh"]).status, 2);
}

#[test]
fn help_names_every_command_and_the_exit_status() {
    let help = Installation::new().run(&["--help"]).succeeded().out;
    let commands = [
        "dev",
        "serve",
        "migrate",
        "user",
        "app",
        "key",
        "secret",
        "config",
        "doctor",
        "backup",
        "healthcheck",
        "version",
        "completions",
    ];
    for command in commands {
        assert!(help.lines().any(|line| line.trim_start().starts_with(&format!("{command} "))), "{command} is missing:\n{help}");
    }
    assert!(help.contains("Exit status:"));
}

#[test]
fn an_unknown_command_or_flag_is_a_fault_of_the_command_line() {
    let installation = Installation::new();
    assert_eq!(installation.run(&["serv"]).status, 2);
    assert_eq!(installation.run(&["migrate", "--dryrun"]).status, 2);
    assert_eq!(installation.run(&[]).status, 2);
    assert!(installation.files().is_empty());
}

#[test]
fn pipes_get_no_colors() {
    let outcome = Installation::with("[server]\nport = 1\n").run(&["config", "check"]);
    assert!(!outcome.err.contains('\x1b'), "{outcome:?}");
}

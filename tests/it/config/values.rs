//! Defaults, and what follows from what is set.

use secrecy::ExposeSecret as _;
use vestibule::clock::Timestamp;
use vestibule::config::{Color, Config, DatabaseEngine, DynamicRegistration, ListenAddress, Mode, Seconds};

use super::config_of;

#[test]
fn nothing_needs_to_be_set() {
    let config = config_of("");
    assert_eq!(config.mode(), Mode::Serve);
    assert_eq!(config.issuer(), "http://localhost:9180");
    assert_eq!(config.server.listen, [ListenAddress::loopback(9180)]);
    assert_eq!(config.database.url.expose(), "sqlite://data/vestibule.db");
    assert_eq!(config.registration.dynamic, DynamicRegistration::Off);
    assert!(!config.claims.unverified_email);
    assert!(!config.is_secure());
    assert!(config.warnings().is_empty());
}

#[test]
fn the_dev_mode_has_its_own_defaults() {
    let config = Config::from_toml("", Mode::Dev).expect("it is sound");
    assert_eq!(config.mode(), Mode::Dev);
    assert_eq!(config.registration.dynamic, DynamicRegistration::Open);
    assert!(config.claims.unverified_email);
    assert!(!config.require_verified_email());
    assert_eq!(config.database.url.expose(), "sqlite::memory:");
    let config = Config::from_toml("[registration]\ndynamic = 'off'", Mode::Dev).expect("it is sound");
    assert_eq!(config.registration.dynamic, DynamicRegistration::Off);
    assert!(config.claims.unverified_email, "the other defaults of the mode stay");
}

#[test]
fn the_issuer_is_the_public_url_without_trailing_slash() {
    let config = config_of("[server]\npublic_url = 'https://ID.example.com:443/'");
    assert_eq!(config.issuer(), "https://id.example.com");
    assert_eq!(config.jwt_issuer(), "https://id.example.com");
    assert_eq!(config.jwt_audience(), "https://id.example.com");
    assert_eq!(config.server.public_url.authority(), "id.example.com");
    assert!(config.is_secure());
}

#[test]
fn an_issuer_with_a_path_leaves_the_jwts_alone() {
    let config =
        config_of("[server]\npublic_url = 'https://id.example.com:8443'\nissuer = 'https://id.example.com:8443/api/auth'");
    assert_eq!(config.issuer(), "https://id.example.com:8443/api/auth");
    assert_eq!(config.jwt_issuer(), "https://id.example.com:8443");
    assert_eq!(config.server.public_url.authority(), "id.example.com:8443");
    assert_eq!(config.server.public_url.host(), "id.example.com");
}

#[test]
fn mail_addresses_must_be_proved_once_mail_is_configured() {
    let mail = "[mail]\nurl = 'smtp://localhost'\nfrom = 'login@example.com'\n";
    assert!(!config_of("").require_verified_email());
    assert!(config_of(mail).require_verified_email());
    assert!(!config_of(&format!("{mail}[rate_limit]\nprofile = 'better-auth'")).require_verified_email());
    assert!(!config_of(&format!("{mail}[registration]\nrequire_verified_email = false")).require_verified_email());
    assert!(!Config::from_toml(mail, Mode::Dev).expect("it is sound").require_verified_email());
    let config = config_of("[registration]\nrequire_verified_email = true");
    assert!(config.require_verified_email());
    assert_eq!(config.warnings().len(), 1, "nobody could prove anything without mail");
}

#[test]
fn mail_to_another_machine_is_upgraded_to_tls() {
    for (url, transport) in [
        ("smtp://localhost:1025", "smtp://localhost:1025"),
        ("smtp://127.0.0.1", "smtp://127.0.0.1"),
        ("smtp://u:p@mail.example.com:587", "smtp://u:p@mail.example.com:587?tls=required"),
        ("smtp://mail.example.com?tls=opportunistic", "smtp://mail.example.com?tls=opportunistic"),
        ("smtps://u:p@mail.example.com", "smtps://u:p@mail.example.com"),
    ] {
        let config = config_of(&format!("[mail]\nurl = '{url}'\nfrom = 'Login <login@example.com>'"));
        let mail = config.mail.url.expect("it is set");
        assert_eq!(mail.transport_url().expose_secret(), transport);
    }
}

#[test]
fn databases_are_told_apart_and_their_passwords_hidden() {
    for (url, engine, shown) in [
        ("sqlite:/var/lib/v.db", DatabaseEngine::Sqlite, "sqlite:/var/lib/v.db"),
        ("postgresql://u:secret@db/v?sslmode=require", DatabaseEngine::Postgres, "postgresql://u:***@db/v"),
        ("postgres:///v?host=/run/postgresql&password=secret", DatabaseEngine::Postgres, "postgres:///v"),
        ("mariadb://u@db/v", DatabaseEngine::Mysql, "mariadb://u@db/v"),
    ] {
        let config = config_of(&format!("[database]\nurl = '{url}'"));
        assert_eq!(config.database.url.engine(), engine);
        assert_eq!(config.database.url.expose(), url);
        assert_eq!(config.database.url.to_string(), shown);
        assert!(!format!("{config:?}").contains("secret@"));
    }
}

#[test]
fn a_color_that_white_text_cannot_be_read_on_is_warned_of() {
    assert!((Color::new(0, 0, 0).contrast_with_white() - 21.0).abs() < 1e-9);
    assert!((Color::new(255, 255, 255).contrast_with_white() - 1.0).abs() < 1e-9);
    // Either side of the bound: #767676 is the lightest grey that passes (4.54), #777777 has 4.48.
    assert!(Color::new(0x76, 0x76, 0x76).carries_white_text());
    assert!(!Color::new(0x77, 0x77, 0x77).carries_white_text());
    assert!(Config::default().brand.color.carries_white_text());
    let warnings = config_of("[brand]\ncolor = '#FFD43B'").warnings();
    assert_eq!(
        warnings,
        [
            "brand.color (vestibule.toml): white text on it is hard to read (contrast 1.4, should be 4.5 or more); write a darker color"
        ]
    );
}

#[test]
fn a_logo_is_a_file() {
    let config = config_of("[brand]\nlogo = 'Cargo.toml'");
    assert_eq!(config.brand.logo, Some("Cargo.toml".into()));
}

#[test]
fn seconds_are_added_to_times_as_they_are() {
    let then = Timestamp::from_seconds(1000) + config_of("").tokens.authorization_code_seconds;
    assert_eq!(then.seconds(), 1060);
    assert_eq!((then - Seconds::new(60)).seconds(), 1000);
}

#[test]
fn zero_is_allowed_where_it_means_something() {
    let config = config_of("[sessions]\nupdate_age_seconds = 0");
    assert_eq!(config.sessions.update_age_seconds.count(), 0);
}

#[test]
fn passkeys_are_bound_to_the_host_or_to_a_domain_above_it() {
    let at = |host: &str, more: &str| {
        config_of(&format!("[server]\npublic_url = 'https://{host}'\n[passkey]\nenabled = true\n{more}"))
    };
    assert_eq!(at("id.example.com", "").relying_party_id(), "id.example.com");
    assert_eq!(at("id.example.com", "relying_party_id = 'example.com'").relying_party_id(), "example.com");
    assert!(at("id.example.com", "").warnings().is_empty());
    assert_eq!(at("192.0.2.1", "").warnings().len(), 1, "browsers make none for an address in numbers");
}

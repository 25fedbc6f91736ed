//! Every fault names the key, where it was set, what is wrong and what to write; and all are told together.

use vestibule::config::{Mode, Sources};

use super::{config_of, fault_of, faults, faults_of};

#[test]
fn an_unknown_key_names_the_nearest() {
    assert_eq!(
        fault_of("[server]\npublc_url = 'https://id.example.com'"),
        "server.publc_url (vestibule.toml): there is no such key; did you mean server.public_url?"
    );
}

#[test]
fn an_unknown_section_names_the_nearest_key() {
    let fault = fault_of("[servr]\npublic_url = 'https://id.example.com'");
    assert!(fault.ends_with("did you mean server.public_url?"), "{fault}");
}

#[test]
fn a_key_in_the_wrong_section_names_the_right_one() {
    let fault = fault_of("[server]\nrsa_bits = 3072");
    assert!(fault.ends_with("did you mean keys.rsa_bits?"), "{fault}");
    let fault = fault_of("rsa_bits = 3072");
    assert!(fault.ends_with("did you mean keys.rsa_bits?"), "{fault}");
}

#[test]
fn a_key_like_no_other_names_those_of_its_section() {
    let fault = fault_of("[claims]\nzzz = 1");
    assert!(fault.ends_with("the keys of claims are unverified_email"), "{fault}");
}

#[test]
fn an_unknown_variable_names_the_nearest_variable() {
    let found = faults(Sources::none().environment([("VESTIBULE__SERVER__LISTN", "127.0.0.1:1")]), Mode::Serve);
    assert_eq!(found, ["server.listn (VESTIBULE__SERVER__LISTN): there is no such key; did you mean VESTIBULE__SERVER__LISTEN?"]);
}

#[test]
fn all_faults_are_told_together() {
    let found = faults_of(
        "[server]\npublic_url = 'http://id.example.com'\nlisten = ['127.0.0.1:99999']\nlisen = 1\n\
         [brand]\ncolor = 'blue'\n[claims]\nunverified_email = 'yes'\n[tokens]\nid_token_seconds = 0\n\
         [registration]\ndynamic = 'token'",
    );
    let keys: Vec<&str> = found.iter().filter_map(|fault| fault.split(' ').next()).collect();
    assert_eq!(
        keys,
        [
            "server.lisen",
            "brand.color",
            "claims.unverified_email",
            "server.listen",
            "server.public_url",
            "tokens.id_token_seconds",
            "registration.initial_access_token"
        ]
    );
}

#[test]
fn a_consequence_of_a_fault_is_not_told_beside_it() {
    let fault = fault_of("[registration]\ndynamic = 'token'\ninitial_access_token = ''");
    assert!(fault.contains("it is empty"), "{fault}");
}

#[test]
fn plain_http_on_a_public_address_is_refused() {
    let fault = fault_of("[server]\npublic_url = 'http://id.example.com'");
    assert!(fault.contains("plain http on a public address"), "{fault}");
    assert!(fault.ends_with("write an https:// address without a path, such as https://id.example.com"), "{fault}");
    for loopback in ["http://localhost:9180", "http://127.0.0.1:9180", "http://[::1]:9180", "http://login.localhost"] {
        config_of(&format!("[server]\npublic_url = '{loopback}'"));
    }
}

#[test]
fn a_public_url_is_an_origin() {
    for (text, problem) in [
        ("https://id.example.com/login", "has a path"),
        ("https://id.example.com/?a=b", "has a query or a fragment"),
        ("https://id.example.com/#a", "has a query or a fragment"),
        ("https://ada:pass@id.example.com", "user name"),
        ("ftp://id.example.com", "neither https:// nor http://"),
        ("id.example.com", "is not an address"),
        ("", "is not an address"),
    ] {
        let fault = fault_of(&format!("[server]\npublic_url = '{text}'"));
        assert!(fault.contains(problem), "{text}: {fault}");
    }
}

#[test]
fn an_issuer_lies_on_the_public_url_and_has_no_trailing_slash() {
    let with = |issuer: &str| format!("[server]\npublic_url = 'https://id.example.com'\nissuer = '{issuer}'");
    assert!(fault_of(&with("https://other.example.com")).contains("does not lie on server.public_url"));
    assert!(fault_of(&with("https://id.example.com/api/auth/")).contains("ends in a slash"));
    assert!(fault_of(&with("https://id.example.com?tenant=1")).contains("query"));
    assert!(fault_of(&with("http://id.example.com")).contains("plain http"));
}

#[test]
fn a_bad_port_is_refused() {
    let fault = fault_of("[server]\nlisten = ['127.0.0.1:99999']");
    assert!(fault.contains("the port \"99999\" is not a number from 0 to 65535"), "{fault}");
    assert!(fault.ends_with("write a list, each an IP address and port, such as 127.0.0.1:9180 or [::]:9180"), "{fault}");
    assert!(fault_of("[server]\nlisten = ['127.0.0.1']").contains("has no port"));
    assert!(fault_of("[server]\nlisten = ['localhost:80']").contains("\"localhost\" is not an IP address"));
    assert!(fault_of("[server]\nlisten = []").contains("there is no address"));
    assert!(fault_of("[server]\nmanagement_listen = '127.0.0.1:9180'").contains("the same as server.listen"));
}

#[test]
fn a_bad_color_is_refused() {
    for text in ["blue", "#3b5bd", "#3b5bdz", "3b5bdb", "#3b5bdb0"] {
        let fault = fault_of(&format!("[brand]\ncolor = '{text}'"));
        assert!(fault.starts_with("brand.color (vestibule.toml): "), "{fault}");
        assert!(fault.ends_with("; write a color such as #3b5bdb"), "{fault}");
    }
}

#[test]
fn the_wrong_kind_of_value_is_refused() {
    for (toml, fault) in [
        ("[tokens]\nid_token_seconds = 'long'", "it is a text; write a whole number of seconds from 1 to 315360000"),
        (
            "[tokens]\nid_token_seconds = 1.5",
            "it is a number with a fraction; write a whole number of seconds from 1 to 315360000",
        ),
        ("[tokens]\nid_token_seconds = -1", "-1 is too little; write a whole number of seconds from 1 to 315360000"),
        ("[tokens]\nauthorization_code_seconds = 601", "601 is too much; write a whole number of seconds from 1 to 600"),
        ("[bearer]\nenabled = 1", "it is a whole number; write true or false"),
        ("[brand]\nname = ['A']", "it is a list; write a text of one line"),
        (
            "[outbound]\nallow = [1]",
            "it is a whole number; write a list, each a network such as 10.0.0.0/8 or fd00::/8, or one IP address",
        ),
        ("[cookies]\nsame_site = 'Lax'", "\"Lax\" is not one of its values; write lax, strict or none"),
        ("[registration]\ndynamic = true", "it is true or false; write off, token or open"),
        ("[keys]\nrsa_bits = 1024", "1024 bits are not offered; write 2048, 3072 or 4096"),
        (
            "[keys]\nsigning_algorithms = ['HS256']",
            "\"HS256\" is not one of its values; write a list, each RS256, ES256 or EdDSA",
        ),
        ("[keys]\nrotation_days = 0", "0 is too little; write a whole number from 1 to 3650"),
        ("[keys]\nmaster_file = 7", "it is a whole number; write the path of a file"),
        (
            "[server]\ntrusted_origins = ['https://app.example.com/callback']",
            "`https://app.example.com/callback` has a path: an origin ends with its host or port; write a list, each an origin such as \
             https://app.example.com, https://*.example.com or myapp://",
        ),
        ("bearer = 3", "bearer (vestibule.toml): it is a section, not a key; its keys are enabled"),
        ("zzz = 3", "there is no such key; `vestibule config show` prints every key"),
    ] {
        let found = fault_of(toml);
        assert!(found.ends_with(fault), "{toml}\n expected {fault}\n found {found}");
    }
}

#[test]
fn values_that_contradict_each_other_are_refused() {
    for (toml, fault) in [
        ("[username]\nmaximum_length = 2", "2 is less than username.minimum_length; write at least 3"),
        (
            "[passkey]\nenabled = true\nrelying_party_id = 'example.com'",
            "neither the host of server.public_url nor a domain above it; write \"localhost\", or leave it out",
        ),
        ("[accounts]\nmaximum_password_length = 7", "7 is less than accounts.minimum_password_length; write at least 8"),
        ("[sessions]\nlifetime_seconds = 60", "no session would be renewed; write at most 60"),
        ("[cookies]\nsame_site = 'none'", "over https only; write lax, or an https address into server.public_url"),
        ("[cookies]\ndomain = 'example.com'", "write a domain that the host lies in, or leave it out"),
        (
            "[registration]\ndynamic = 'token'",
            "it is needed when registration.dynamic is \"token\"; write what `vestibule secret` prints",
        ),
        (
            "[registration]\ninitial_access_token = 'short'",
            "it is shorter than 16 characters; write what `vestibule secret` prints",
        ),
        (
            "[mail]\nurl = 'smtp://localhost'",
            "it is needed when mail.url is set; write an address of yours, such as login@localhost",
        ),
        ("[keys]\nsigning_algorithms = ['RS256', 'RS256']", "write each of RS256, ES256, EdDSA at most once"),
        ("[keys]\nsigning_algorithms = []", "write each of RS256, ES256, EdDSA at most once"),
        ("[brand]\nlogo = 'nowhere.svg'", "there is no file nowhere.svg; write the path of a picture"),
    ] {
        let found = fault_of(toml);
        assert!(found.ends_with(fault), "{toml}\n expected {fault}\n found {found}");
    }
}

#[test]
fn texts_that_break_their_rule_are_refused() {
    for toml in [
        "[cookies]\nprefix = 'a.b'",
        "[cookies]\ndomain = '.localhost'",
        "[brand]\nname = ' '",
        "[brand]\nname = \"two\\nlines\"",
        "[pages]\ndefault_locale = 'not a tag'",
        "[pages]\nhelp_url = 'javascript:alert(1)'",
        "[telemetry]\nlog_filter = 'vestibule=loud'",
        "[telemetry]\nlog_format = 'xml'",
        "[server]\ntrusted_origins = ['*']",
        "[server]\ntrusted_origins = ['https://app.example.com', 'https://*']",
        "[server]\ntrusted_origins = ['https://app.example.com/callback']",
        "[server]\ntrusted_origins = ['javascript://']",
        "[server]\ntrusted_proxies = ['10.0.0.0/33']",
        "[outbound]\nallow = ['intranet']",
        "[database]\nurl = 'oracle://db/login'",
        "[database]\nurl = 'postgres://db'",
        "[database]\nurl = 'sqlite://'",
        "[mail]\nfrom = 'nobody'",
    ] {
        let key = toml.split(['[', ']', '\n', ' ']).filter(|part| !part.is_empty()).take(2).collect::<Vec<_>>().join(".");
        assert!(fault_of(toml).starts_with(&format!("{key} (vestibule.toml): ")), "{toml}: {}", fault_of(toml));
    }
}

#[test]
fn text_that_is_not_toml_tells_the_line_but_not_its_content() {
    let fault = fault_of("[registration]\ninitial_access_token = 'correct-horse\n");
    assert!(fault.starts_with("vestibule.toml (vestibule.toml): line 2 is not TOML: "), "{fault}");
    assert!(!fault.contains("correct-horse"), "{fault}");
}

#[test]
fn a_file_that_cannot_be_read_is_refused() {
    let found = faults(Sources::none().file("nowhere/vestibule.toml"), Mode::Serve);
    assert_eq!(found.len(), 1);
    assert!(found.concat().contains("it cannot be read"), "{found:?}");
}

#[test]
fn faults_never_show_a_secret() {
    let password = "correct-horse-battery";
    for toml in [
        format!("[mail]\nurl = 'https://login:{password}@mail.example.com'"),
        format!("[mail]\nurl = '{password}'\nfrom = 'a@b.example'"),
        format!("[database]\nurl = 'oracle://login:{password}@db/login'"),
        format!("[database]\nurl = 'postgres://login:{password}@db'"),
        format!("[sms]\nwebhook_url = 'ftp://sms.example.com/{password}'"),
        format!("[keys]\nmaster = '{password}'"),
    ] {
        let fault = fault_of(&toml);
        assert!(!fault.contains(password), "{fault}");
    }
}

#[test]
fn the_dev_mode_is_for_this_machine_only() {
    let toml = "[server]\npublic_url = 'https://id.example.com'\nlisten = ['0.0.0.0:9180', '127.0.0.1:9180']";
    config_of(toml);
    let found = faults(Sources::none().toml(toml), Mode::Dev);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|fault| fault.ends_with("or use `vestibule serve`")), "{found:?}");
}

#[test]
fn an_address_that_changes_at_once_does_not_go_with_secrecy_about_accounts() {
    let fault = fault_of("[accounts]\nchange_unproved_email_at_once = true\n[registration]\nrequire_verified_email = true");
    assert!(fault.starts_with("accounts.change_unproved_email_at_once"), "{fault}");
    let open = "[accounts]\nchange_unproved_email_at_once = true\n[registration]\nrequire_verified_email = false";
    assert!(config_of(open).accounts.change_unproved_email_at_once);
}

#[test]
fn errors_lead_to_a_path_or_an_address() {
    for url in ["/", "/failed?from=login#top", "https://app.example.com/failed"] {
        let config = config_of(&format!("[pages]\nerror_url = '{url}'"));
        assert_eq!(config.pages.error_url.as_ref().map(vestibule::config::ErrorUrl::as_str), Some(url));
    }
    for url in ["//evil.example", "/\\evil.example", "failed", "javascript:alert(1)"] {
        assert!(fault_of(&format!("[pages]\nerror_url = '{url}'")).starts_with("pages.error_url"), "{url}");
    }
}

//! Redirect URIs: attacks S01, S02, S03; RFC 8252 sections 7.1 and 7.3.

use vestibule::model::redirect_uri::{MAXIMUM_LENGTH, RedirectKind, RedirectUri, RedirectUriError, matches};
use vestibule::random::Entropy;

#[test]
fn registers_what_every_parser_reads_alike() {
    for (text, kind) in [
        ("https://rp.example/cb", RedirectKind::Https),
        ("https://rp.example", RedirectKind::Https),
        ("https://rp.example/", RedirectKind::Https),
        ("https://rp.example:8443/a/b?tenant=1&x=%20y", RedirectKind::Https),
        ("https://xn--bcher-kva.example/cb", RedirectKind::Https),
        ("https://192.0.2.7/cb", RedirectKind::Https),
        ("https://[2001:db8::1]/cb", RedirectKind::Https),
        ("https://localhost/cb", RedirectKind::Https),
        ("http://127.0.0.1/cb", RedirectKind::LoopbackAddress),
        ("http://127.0.0.1:9190/cb", RedirectKind::LoopbackAddress),
        ("http://[::1]/cb", RedirectKind::LoopbackAddress),
        ("http://[::1]:9190", RedirectKind::LoopbackAddress),
        ("http://localhost:3000/cb", RedirectKind::Localhost),
    ] {
        let uri = RedirectUri::parse(text).unwrap_or_else(|error| unreachable!("{text}: {error}"));
        assert_eq!(uri.kind(), kind, "{text}");
        assert_eq!(uri.as_str(), text);
        assert!(matches(&uri, text), "{text} is itself");
    }
}

#[test]
fn private_use_schemes_are_for_native_clients() {
    for text in
        ["com.example.app:/cb", "com.example.app://cb", "com.example.app://cb/done?x=1", "com.example.my-app:/oauth2redirect"]
    {
        let native = RedirectUri::parse_native(text);
        assert_eq!(native.map(|uri| uri.kind()), Ok(RedirectKind::PrivateUseScheme), "{text}");
        assert_eq!(RedirectUri::parse(text), Err(RedirectUriError::Scheme), "{text} for a web client");
    }
    for text in
        ["myapp://cb", "myapp:/cb", ".app:/cb", "com..app:/cb", "com.example.:/cb", "com.example.app:cb", "com.example.app:"]
    {
        assert!(RedirectUri::parse_native(text).is_err(), "{text}");
    }
}

#[test]
fn goes_into_the_store_and_back() {
    let uris: Vec<RedirectUri> = serde_json::from_str(r#"["https://rp.example/cb","com.example.app:/cb"]"#).unwrap();
    assert_eq!(uris.iter().map(RedirectUri::is_https).collect::<Vec<_>>(), [true, false]);
    assert_eq!(serde_json::to_string(&uris).unwrap(), r#"["https://rp.example/cb","com.example.app:/cb"]"#);
    assert!(serde_json::from_str::<RedirectUri>(r#""https://rp.example/#x""#).is_err());
}

#[test]
fn refuses_with_a_reason() {
    use RedirectUriError::{Character, Fragment, Insecure, NotAbsolute, Scheme, UserInformation, Wildcard};
    for (text, error) in [
        ("", NotAbsolute),
        ("/cb", NotAbsolute),
        ("//rp.example/cb", NotAbsolute),
        ("rp.example/cb", NotAbsolute),
        ("https:", NotAbsolute),
        ("https:rp.example/cb", NotAbsolute),
        ("https:/rp.example/cb", NotAbsolute),
        ("https:///rp.example/cb", NotAbsolute),
        ("https://?x", NotAbsolute),
        ("https://:443/cb", NotAbsolute),
        ("https://rp.example:99999/cb", NotAbsolute),
        ("https://[::1/cb", NotAbsolute),
        ("https://rp.example/cb#", Fragment),
        ("https://rp.example/cb#x", Fragment),
        ("https://*.example/cb", Wildcard),
        ("https://rp.example/*", Wildcard),
        ("https://rp.example/?x=*", Wildcard),
        ("https://user@rp.example/cb", UserInformation),
        ("https://user:pw@rp.example/cb", UserInformation),
        ("https://@rp.example/cb", UserInformation),
        ("https://rp.example@evil.example/cb", UserInformation),
        ("https://rp.example:443@evil.example/", UserInformation),
        ("com.example.app://user@cb", UserInformation),
        ("http://rp.example/cb", Insecure),
        ("http://127.0.0.2/cb", Insecure),
        ("http://0.0.0.0/cb", Insecure),
        ("http://10.0.0.1/cb", Insecure),
        ("http://localhost.evil.example/cb", Insecure),
        ("http://127.0.0.1.evil.example/cb", Insecure),
        ("http://[::ffff:7f00:1]/cb", Insecure),
        ("javascript:alert(1)", Scheme),
        ("javascript://rp.example/%0aalert(1)", Scheme),
        ("data:text/html,x", Scheme),
        ("file:///etc/passwd", Scheme),
        ("vbscript:x", Scheme),
        ("blob:https://rp.example/x", Scheme),
        ("about:blank", Scheme),
        ("ftp://rp.example/cb", Scheme),
        ("ws://rp.example/cb", Scheme),
        ("urn:ietf:wg:oauth:2.0:oob", Scheme),
        ("https://rp.example/c b", Character),
        (" https://rp.example/cb", Character),
        ("https://rp.example/cb\n", Character),
        ("https://rp.example/\tcb", Character),
        ("https://rp.example/cb\0", Character),
        ("https://rp.example\\@evil.example/", Character),
        ("https:\\\\rp.example\\cb", Character),
        ("https://rp.example/<cb>", Character),
        ("https://rp.example/\"", Character),
        ("https://rp.example/%", Character),
        ("https://rp.example/%2", Character),
        ("https://rp.example/%zz", Character),
        ("https://bücher.example/cb", Character),
        ("https://rp.example/\u{202e}cb", Character),
    ] {
        assert_eq!(RedirectUri::parse(text), Err(error), "{text:?}");
        assert!(RedirectUri::parse_native(text).is_err(), "{text:?} for a native client");
    }
    let long = format!("https://rp.example/{}", "a".repeat(MAXIMUM_LENGTH));
    assert_eq!(RedirectUri::parse(&long), Err(RedirectUriError::TooLong));
}

#[test]
fn refuses_second_spellings_and_names_the_first() {
    for (text, canonical) in [
        ("HTTPS://rp.example/cb", "https://rp.example/cb"),
        ("https://RP.example/cb", "https://rp.example/cb"),
        ("https://rp.example:443/cb", "https://rp.example/cb"),
        ("http://127.0.0.1:80/cb", "http://127.0.0.1/cb"),
        ("https://rp.example/a/../cb", "https://rp.example/cb"),
        ("https://rp.example/./cb", "https://rp.example/cb"),
        ("https://rp.example/a/%2e%2e/cb", "https://rp.example/cb"),
        ("https://rp.example?x=1", "https://rp.example/?x=1"),
        ("https://rp.example./cb", "https://rp.example/cb"),
        ("https://%72p.example/cb", "https://rp.example/cb"),
        ("http://127.1/cb", "http://127.0.0.1/cb"),
        ("http://127.0.0.1./cb", "http://127.0.0.1/cb"),
        ("http://2130706433/cb", "http://127.0.0.1/cb"),
        ("http://0177.0.0.1/cb", "http://127.0.0.1/cb"),
        ("http://0x7f.0.0.1/cb", "http://127.0.0.1/cb"),
        ("http://0x7f000001/cb", "http://127.0.0.1/cb"),
        ("https://3221225991/cb", "https://192.0.2.7/cb"),
        ("http://[0:0:0:0:0:0:0:1]/cb", "http://[::1]/cb"),
        ("http://[::0001]/cb", "http://[::1]/cb"),
    ] {
        assert_eq!(RedirectUri::parse(text), Err(RedirectUriError::NotCanonical(canonical.to_owned())), "{text}");
        assert!(RedirectUri::parse(canonical).is_ok(), "{canonical}");
    }
    assert!(RedirectUri::parse_native("COM.example.app:/cb").is_err());
    assert!(RedirectUri::parse_native("com.example.app:/a/../cb").is_err());
}

#[test]
fn s02_whole_exact_comparison() {
    let registered = RedirectUri::parse("https://rp.example/cb").unwrap();
    for requested in [
        "https://rp.example/cb/",
        "https://rp.example/CB",
        "https://rp.example/cb?x=1",
        "https://rp.example/cb?",
        "https://rp.example/cb#",
        "https://rp.example/a/../cb",
        "https://rp.example/%63b",
        "https://rp.example:443/cb",
        "https://rp.example:8443/cb",
        "https://RP.example/cb",
        "HTTPS://rp.example/cb",
        "http://rp.example/cb",
        "https://rp.example/c",
        "https://rp.example/cbx",
        "https://rp.example.evil.example/cb",
        "https://badrp.example/cb",
        "https://rp.example@evil.example/cb",
        " https://rp.example/cb",
        "https://rp.example/cb ",
        "https://rp.example\\@evil.example/cb",
        "",
    ] {
        assert!(!matches(&registered, requested), "{requested}");
    }
    let bare = RedirectUri::parse("https://rp.example").unwrap();
    assert!(!matches(&bare, "https://rp.example/"), "not even the slash is guessed");
}

#[test]
fn s03_loopback_port_does_not_count() {
    let native = RedirectUri::parse("http://127.0.0.1/cb").unwrap();
    for requested in ["http://127.0.0.1:1/cb", "http://127.0.0.1:51000/cb", "http://127.0.0.1:65535/cb", "http://127.0.0.1/cb"] {
        assert!(matches(&native, requested), "{requested}");
    }
    for requested in [
        "http://127.0.0.1:51000/other",
        "http://127.0.0.1:51000/cb/",
        "http://127.0.0.1:51000/cb?x=1",
        "http://127.0.0.1:51000",
        "http://127.0.0.2:51000/cb",
        "http://127.1:51000/cb",
        "http://localhost:51000/cb",
        "http://[::1]:51000/cb",
        "https://127.0.0.1:51000/cb",
        "http://127.0.0.1:0/cb",
        "http://127.0.0.1:080/cb",
        "http://127.0.0.1:65536/cb",
        "http://127.0.0.1:/cb",
        "http://127.0.0.1:-1/cb",
        "http://127.0.0.1:1@evil.example/cb",
        "http://127.0.0.1:1.evil.example/cb",
        "http://127.0.0.1.evil.example/cb",
        "http://127.0.0.1@evil.example/cb",
        "HTTP://127.0.0.1:51000/cb",
    ] {
        assert!(!matches(&native, requested), "{requested}");
    }
    let with_port = RedirectUri::parse("http://127.0.0.1:9190/cb").unwrap();
    assert!(matches(&with_port, "http://127.0.0.1:4000/cb"));
    assert!(matches(&with_port, "http://127.0.0.1/cb"));
    let v6 = RedirectUri::parse("http://[::1]/cb").unwrap();
    assert!(matches(&v6, "http://[::1]:4000/cb"));
    assert!(!matches(&v6, "http://127.0.0.1:4000/cb"));
    let with_query = RedirectUri::parse("http://127.0.0.1/?flow=1").unwrap();
    assert!(matches(&with_query, "http://127.0.0.1:4000/?flow=1"));
    assert!(!matches(&with_query, "http://127.0.0.1:4000/?flow=2"));
}

#[test]
fn the_port_of_localhost_and_of_https_counts() {
    let localhost = RedirectUri::parse("http://localhost:3000/cb").unwrap();
    assert!(matches(&localhost, "http://localhost:3000/cb"));
    assert!(!matches(&localhost, "http://localhost:3001/cb"));
    assert!(!matches(&localhost, "http://127.0.0.1:3000/cb"));
    let https = RedirectUri::parse("https://127.0.0.1:3000/cb").unwrap();
    assert!(!matches(&https, "https://127.0.0.1:3001/cb"));
}

#[test]
fn a_changed_character_never_matches() {
    let entropy = Entropy::seeded(2);
    let registered = RedirectUri::parse("http://127.0.0.1:4000/callback/path?x=1").unwrap();
    let text = registered.as_str();
    for _ in 0..5000 {
        let [position, byte] = entropy.bytes::<2>();
        let position = usize::from(position) % text.len();
        let changed: String = text.char_indices().map(|(at, old)| if at == position { char::from(byte) } else { old }).collect();
        let only_port = changed
            .strip_prefix("http://127.0.0.1:")
            .and_then(|rest| rest.strip_suffix("/callback/path?x=1"))
            .is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()) && !port.starts_with('0'));
        assert_eq!(matches(&registered, &changed), only_port, "{changed:?}");
    }
}

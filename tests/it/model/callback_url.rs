//! Callback addresses: attack S06 and its family.

use url::Url;
use vestibule::model::callback_url::CallbackUrl;
use vestibule::model::trusted_origin::{OriginPattern, TrustedOrigins};
use vestibule::random::Entropy;

const OWN: &str = "https://login.example";

fn trusted() -> TrustedOrigins {
    let patterns = ["https://app.example.com", "myapp://cb"].map(|pattern| OriginPattern::parse(pattern).unwrap());
    TrustedOrigins::new(OWN, patterns)
}

#[test]
fn takes_paths_and_trusted_origins() {
    for text in [
        "/",
        "/dashboard",
        "/a/b-c_d.e/~f/@g+h",
        "/a?b=c&d=//e",
        "/a?next=https://evil.example/",
        "/#/route",
        "/a%20b",
        "/a/",
        "/a//b",
        "/.well-known",
        "/a..b",
        "/%C3%BC",
        "https://login.example/account",
        "https://app.example.com",
        "https://app.example.com/done?x=1#y",
        "myapp://cb/done",
    ] {
        let url = CallbackUrl::parse(text, &trusted());
        assert_eq!(url.as_ref().map(CallbackUrl::as_str), Ok(text), "{text}");
    }
}

#[test]
fn s06_refuses_every_other_way_out() {
    for text in [
        "",
        "dashboard",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "\\\\evil.example",
        "/\\/evil.example",
        "/a\\b",
        "/%09/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/%0a/evil.example",
        "/%0d%0aLocation:x",
        "/%00",
        "/%2fevil.example",
        "/%2Fevil.example",
        "/%5cevil.example",
        "/%5Cevil.example",
        "/%252fevil.example",
        "/%25252fevil.example",
        "/%252525252fevil.example",
        "/./evil",
        "/.//evil.example",
        "/../evil",
        "/..//evil.example",
        "/a/../..//evil.example",
        "/%2e%2e//evil.example",
        "/%2e/%2fevil.example",
        "/%2e%2e%2f%2fevil.example",
        "/%252e%252e/evil",
        "/a/%2e%2e",
        "/%",
        "/%zz",
        "/%ff",
        "/a b",
        "/\u{202e}",
        "/ü",
        "/?x=\\",
        "/#\u{7f}",
        "https:evil.example",
        "https:/evil.example",
        "https:///evil.example",
        "https://evil.example",
        "https://app.example.com.evil.example",
        "https://app.example.com@evil.example",
        "https://app.example.com\\@evil.example",
        "http://app.example.com",
        "http://login.example/",
        "https://login.example:8443/",
        "@evil.example",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\tscript:alert(1)",
        "javascript://app.example.com/%0aalert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://app.example.com/x",
        "myapp://cb.evil",
        "myapp://other",
        " /dashboard",
        "/dashboard ",
    ] {
        assert!(CallbackUrl::parse(text, &trusted()).is_err(), "{text:?}");
        assert!(CallbackUrl::parse_path(text).is_err(), "{text:?} as a path");
    }
    assert!(CallbackUrl::parse(&format!("/{}", "a".repeat(4096)), &trusted()).is_err());
    assert!(CallbackUrl::parse_path("https://app.example.com/").is_err(), "a path only");
}

#[test]
fn whatever_is_taken_stays_on_a_trusted_origin() {
    let trusted = trusted();
    let base = Url::parse("https://login.example/some/page").unwrap();
    let entropy = Entropy::seeded(6);
    let mut taken = 0;
    for _ in 0..20_000 {
        let [length] = entropy.bytes::<1>();
        let text = format!("/{}", entropy.from_alphabet(b"/\\.%25fFcC09aA@:?#\t e", usize::from(length % 12)));
        if CallbackUrl::parse(&text, &trusted).is_ok() {
            taken += 1;
            let reached = base.join(&text).unwrap();
            assert_eq!(reached.origin().ascii_serialization(), OWN, "{text:?}");
            assert!(!reached.path().starts_with("//"), "{text:?}");
        }
    }
    assert!(taken > 100, "the loop saw {taken} good paths");
}

#[test]
fn adds_parameters_before_the_fragment() {
    for (text, expected) in [
        ("/v", "/v?error=a+b%26"),
        ("/v?", "/v?error=a+b%26"),
        ("/v?x=1", "/v?x=1&error=a+b%26"),
        ("/v#top", "/v?error=a+b%26#top"),
        ("/v?x=1#top", "/v?x=1&error=a+b%26#top"),
    ] {
        let url = CallbackUrl::parse_path(text).unwrap();
        assert_eq!(url.with_parameter("error", "a b&").as_str(), expected);
    }
    assert_eq!(CallbackUrl::parse_path("/v").unwrap().absolute(OWN), "https://login.example/v");
    let absolute = CallbackUrl::parse("https://app.example.com/v", &trusted()).unwrap();
    assert_eq!(absolute.absolute(OWN), "https://app.example.com/v");
}

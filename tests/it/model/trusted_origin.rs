//! Trusted origins: the patterns and what they do not cover.

use vestibule::model::trusted_origin::{OriginPattern, OriginPatternError, TrustedOrigins};

fn trusting(patterns: &[&str]) -> TrustedOrigins {
    TrustedOrigins::new("https://login.example", patterns.iter().map(|pattern| OriginPattern::parse(pattern).unwrap()))
}

#[test]
fn patterns_cover_whole_origins() {
    for (pattern, trusted, refused) in [
        (
            "https://app.example.com",
            &["https://app.example.com"][..],
            &[
                "http://app.example.com",
                "https://app.example.com:8443",
                "https://app.example.com.evil.example",
                "https://evil-app.example.com",
                "https://x.app.example.com",
                "https://app.example.co",
            ][..],
        ),
        ("https://app.example.com/", &["https://app.example.com"], &["https://app.example.com.evil.example"]),
        ("https://app.example.com:443", &["https://app.example.com"], &["https://app.example.com:444"]),
        (
            "http://localhost:3000",
            &["http://localhost:3000"],
            &["https://localhost:3000", "http://localhost:3001", "http://localhost"],
        ),
        (
            "https://*.example.com",
            &["https://a.example.com", "https://a.b.example.com"],
            &[
                "https://example.com",
                "https://aexample.com",
                "http://a.example.com",
                "https://a.example.com:1",
                "https://a.example.com.evil.example",
            ],
        ),
        ("http://*.example.com", &["http://a.example.com"], &["https://a.example.com"]),
        (
            "https://app-?.example.com",
            &["https://app-1.example.com"],
            &["https://app-12.example.com", "https://app-.example.com"],
        ),
        ("https://**.example.com", &["https://a.b.example.com"], &["https://example.com"]),
        ("http://localhost:*", &["http://localhost:3000", "http://localhost:1"], &["http://localhost", "https://localhost:3000"]),
        (
            "app.example.com",
            &["https://app.example.com"],
            &[
                "http://app.example.com",
                "https://app.example.com:8443",
                "https://x.app.example.com",
                "https://app.example.com.evil",
            ],
        ),
        (
            "*.example.com",
            &["https://a.example.com"],
            &["https://example.com", "http://a.example.com", "https://a.example.com:8443"],
        ),
        (
            "localhost:*",
            &["http://localhost:3000", "https://localhost:3000"],
            &["http://localhost.evil:3000", "http://evil:3000"],
        ),
        ("127.0.0.1:3000", &["http://127.0.0.1:3000"], &["http://127.0.0.1:3001", "http://127.0.0.2:3000"]),
        ("[::1]:3000", &["http://[::1]:3000"], &["http://[::1]:3001"]),
    ] {
        let origins = trusting(&[pattern]);
        for origin in trusted {
            assert!(origins.trusts_origin(origin), "{pattern} covers {origin}");
            assert!(origins.trusts_url(&format!("{origin}/path?x=1#y")), "{pattern} covers a page of {origin}");
        }
        for origin in refused {
            assert!(!origins.trusts_origin(origin), "{pattern} does not cover {origin}");
            assert!(!origins.trusts_url(&format!("{origin}/path")), "{pattern} does not cover a page of {origin}");
        }
    }
}

#[test]
fn app_schemes() {
    let any = trusting(&["myapp://"]);
    for url in ["myapp://", "myapp://cb", "myapp://anything/at/all?x=1", "MyApp://cb"] {
        assert!(any.trusts_url(url), "{url}");
    }
    for url in ["myapp2://cb", "xmyapp://cb", "myapp:cb", "myapp:/cb", "https://myapp/"] {
        assert!(!any.trusts_url(url), "{url}");
    }

    let host = trusting(&["myapp://cb"]);
    for url in ["myapp://cb", "myapp://cb/", "myapp://cb/done", "myapp://CB?x=1"] {
        assert!(host.trusts_url(url), "{url}");
    }
    for url in ["myapp://cb.evil", "myapp://cbx", "myapp://x@cb", "myapp://cb@evil", "myapp://cb:99", "myapp://", "myapp:///cb"] {
        assert!(!host.trusts_url(url), "{url}");
    }

    let path = trusting(&["myapp://cb/auth"]);
    for url in ["myapp://cb/auth", "myapp://cb/auth/done", "myapp://cb/%61uth", "myapp://cb/x/../auth"] {
        assert!(path.trusts_url(url), "{url}");
    }
    for url in [
        "myapp://cb",
        "myapp://cb/authx",
        "myapp://cb/auth/../other",
        "myapp://cb/auth/%2e%2e/other",
        "myapp://cb/auth/%252e%252e/x",
    ] {
        assert!(!path.trusts_url(url), "{url}");
    }

    let expo = trusting(&["exp://192.168.*.*:*/**"]);
    assert!(expo.trusts_url("exp://192.168.1.20:8081/--/cb"));
    assert!(!expo.trusts_url("exp://10.0.0.1:8081/--/cb"));
    assert!(!expo.trusts_url("exp://evil.example/192.168.1.1:80/x"));
}

#[test]
fn our_own_origin_is_trusted_and_origin_headers_are_exact() {
    let origins = trusting(&["https://app.example.com"]);
    assert_eq!(origins.own(), "https://login.example");
    assert!(origins.trusts_origin("https://login.example"));
    assert!(origins.trusts_url("https://login.example/sign-in"));
    for origin in [
        "",
        "null",
        "*",
        "https://login.example/",
        "https://login.example/sign-in",
        "https://login.example:443",
        "HTTPS://login.example",
        "https://LOGIN.example",
        "http://login.example",
        "https://app.example.com/",
        "https://app.example.com:443",
        "https://user@app.example.com",
        "https://app.example.com https://evil.example",
        "https://app.example.com, https://evil.example",
        "https:app.example.com",
        "https:\\\\app.example.com",
        "https://app.example.com\\@evil.example",
        "//app.example.com",
        "app.example.com",
        "https://app。example.com",
    ] {
        assert!(!origins.trusts_origin(origin), "{origin:?}");
    }
}

#[test]
fn addresses_that_parsers_read_differently_are_on_no_origin() {
    let origins = trusting(&["https://*.example.com", "https://app.example.com"]);
    for url in [
        "https://evil.example/?.example.com",
        "https://evil.example#.example.com",
        "https://evil.example\\.example.com",
        "https://evil.example%2f.example.com/",
        "https://app.example.com@evil.example/",
        "https://app.example.com:pw@evil.example/",
        "https://user@app.example.com/",
        "https:app.example.com/",
        "https:/app.example.com/",
        "http://app.example.com/",
        "https://app.example.com\t.evil.example/",
        "\u{0}https://app.example.com/",
        " https://app.example.com/",
        "javascript://app.example.com/%0aalert(1)",
        "data://app.example.com/",
        "https://",
        "https://app.example.com:99999/",
    ] {
        assert!(!origins.trusts_url(url), "{url:?}");
    }
    assert!(!origins.trusts_url(&format!("https://app.example.com/{}", "a".repeat(4096))));
}

#[test]
fn bad_patterns_are_refused_with_a_reason() {
    type Make = fn(String) -> OriginPatternError;
    let cases: [(&str, Make); 23] = [
        ("", OriginPatternError::Malformed),
        (" ", OriginPatternError::Malformed),
        ("https://", OriginPatternError::Malformed),
        ("://app", OriginPatternError::Malformed),
        ("https://a b", OriginPatternError::Malformed),
        ("https://user@app.example.com", OriginPatternError::Malformed),
        ("https://app.example.com:99999", OriginPatternError::Malformed),
        ("app.example.com/path", OriginPatternError::Malformed),
        ("myapp:", OriginPatternError::Malformed),
        ("my_app://", OriginPatternError::Malformed),
        ("https://bücher.example", OriginPatternError::Malformed),
        ("https://app\\example", OriginPatternError::Malformed),
        ("https://app.example.com/path", OriginPatternError::Path),
        ("https://app.example.com/*", OriginPatternError::Path),
        ("https://*", OriginPatternError::TooBroad),
        ("https://**", OriginPatternError::TooBroad),
        ("https://*:*", OriginPatternError::TooBroad),
        ("http://*.*", OriginPatternError::TooBroad),
        ("*", OriginPatternError::TooBroad),
        ("*:3000", OriginPatternError::TooBroad),
        ("javascript://", OriginPatternError::Scheme),
        ("data://x", OriginPatternError::Scheme),
        ("FILE://", OriginPatternError::Scheme),
    ];
    for (text, make) in cases {
        assert_eq!(OriginPattern::parse(text), Err(make(text.to_owned())), "{text:?}");
    }
}

#[test]
fn a_hostile_pattern_costs_no_time() {
    let origins = trusting(&[&format!("https://{}x", "*a".repeat(500))]);
    assert!(!origins.trusts_url(&format!("https://{}.example/", "a".repeat(60))));
}

//! The client's address, and what a client can say about it.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use vestibule::web::client_ip::{ClientAddress, TrustedProxies};

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn client(peer: &str, forwarded: &[&str]) -> String {
    let trusted = ["10.0.0.0/8", "fd00::/8"].map(|network| network.parse().unwrap());
    let name = HeaderName::from_static("x-forwarded-for");
    let headers: HeaderMap =
        forwarded.iter().map(|value| (name.clone(), HeaderValue::from_bytes(value.as_bytes()).unwrap())).collect();
    TrustedProxies::new(trusted).client_address(address(peer), &headers).to_string()
}

#[test]
fn walks_from_right_to_left_through_trusted_proxies() {
    for (peer, forwarded, expected) in [
        ("198.51.100.1", &[][..], "198.51.100.1"),
        ("198.51.100.1", &["203.0.113.9"], "198.51.100.1"),
        ("10.0.0.1", &[], "10.0.0.1"),
        ("10.0.0.1", &["203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", &["1.2.3.4, 203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", &["1.2.3.4, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
        ("10.0.0.1", &["1.2.3.4", "203.0.113.9", "10.0.0.2"], "203.0.113.9"),
        ("10.0.0.1", &["10.0.0.3,10.0.0.2"], "10.0.0.3"),
        ("10.0.0.1", &["203.0.113.9, garbage"], "10.0.0.1"),
        ("10.0.0.1", &["203.0.113.9,"], "10.0.0.1"),
        ("10.0.0.1", &["203.0.113.9, unknown, 10.0.0.2"], "10.0.0.2"),
        ("10.0.0.1", &["203.0.113.9, \u{fc}"], "10.0.0.1"),
        ("10.0.0.1", &["203.0.113.9:1234"], "203.0.113.9"),
        ("10.0.0.1", &["[2001:db8::1]:1234"], "2001:db8::1"),
        ("10.0.0.1", &["[2001:db8::1]"], "2001:db8::1"),
        ("fd00::1", &["2001:db8::1"], "2001:db8::1"),
        ("::ffff:10.0.0.1", &["::ffff:203.0.113.9"], "203.0.113.9"),
        ("::ffff:198.51.100.1", &[], "198.51.100.1"),
    ] {
        assert_eq!(client(peer, forwarded), expected, "{peer} {forwarded:?}");
    }
}

#[test]
fn a_long_line_is_not_walked() {
    let line = vec!["10.0.0.2"; 100_000].join(",");
    assert_eq!(client("10.0.0.1", &[&format!("203.0.113.9,{line}")]), "10.0.0.2");
}

#[test]
fn limits_count_ipv6_networks() {
    let key = |text| ClientAddress::new(address(text)).limit_key();
    assert_eq!(key("2001:db8:1:2:3:4:5:6"), address("2001:db8:1:2::"));
    assert_eq!(key("2001:db8:1:2:3:4:5:6"), key("2001:db8:1:2:ffff::1"));
    assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
    assert_eq!(key("203.0.113.9"), address("203.0.113.9"));
    assert_eq!(key("::ffff:203.0.113.9"), address("203.0.113.9"));
}

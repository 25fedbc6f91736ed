//! Which addresses may be called: attack S66.

use std::net::{IpAddr, Ipv4Addr};

use vestibule::outbound::egress::EgressPolicy;
use vestibule::random::Entropy;

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn public_addresses_are_permitted() {
    let policy = EgressPolicy::default();
    for text in [
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "128.0.0.1",
        "168.63.129.15",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "192.169.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2606:4700::1111",
        "2a00:1450::1",
        "2400:cb00::1",
        "2001:4860:4860::8888",
        "2003::1",
    ] {
        assert!(policy.permits(address(text)), "{text}");
        assert!(!policy.allows(address(text)), "{text}: permitted, but not named by the operator");
    }
}

#[test]
fn s66_everything_else_is_refused() {
    let policy = EgressPolicy::default();
    for text in [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::1",
        "2001:0:7f00:1::",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ] {
        assert!(!policy.permits(address(text)), "{text}");
    }
}

#[test]
fn the_operator_allows_networks() {
    let policy = EgressPolicy::new(["10.1.0.0/16", "127.0.0.1/32", "fd00::/8"].map(|network| network.parse().unwrap()));
    for text in ["10.1.2.3", "::ffff:10.1.2.3", "127.0.0.1", "fd12::1"] {
        assert!(policy.permits(address(text)) && policy.allows(address(text)), "{text}");
    }
    for text in ["10.2.0.1", "127.0.0.2", "fe80::1", "169.254.169.254", "64:ff9b::a01:203"] {
        assert!(!policy.permits(address(text)), "{text}");
    }
}

#[test]
fn agrees_with_the_standard_library_on_every_sample() {
    let policy = EgressPolicy::default();
    let entropy = Entropy::seeded(66);
    for _ in 0..20_000 {
        let v4 = Ipv4Addr::from(entropy.bytes::<4>());
        let special = v4.is_private()
            || v4.is_loopback()
            || v4.is_link_local()
            || v4.is_multicast()
            || v4.is_documentation()
            || v4.is_broadcast();
        if special || v4.is_unspecified() {
            assert!(!policy.permits(IpAddr::V4(v4)), "{v4}");
        }
        let mapped = IpAddr::V6(v4.to_ipv6_mapped());
        assert_eq!(policy.permits(mapped), policy.permits(IpAddr::V4(v4)), "{v4} and its mapped form");
        assert!(!policy.permits(IpAddr::V6(v4.to_ipv6_compatible())), "{v4} in its compatible form");
    }
}

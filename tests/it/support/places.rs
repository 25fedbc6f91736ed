//! A file of places in MaxMind's format (version 2.0), written here: no data of anybody's is needed.

use std::net::Ipv6Addr;
use std::path::Path;

use serde_json::{Value, json};

/// Begins the metadata.
const MARK: &[u8] = b"\xab\xcd\xefMaxMind.com";
/// Between the tree and the data.
const SEPARATOR: usize = 16;
const BITS: u8 = 128;

/// A node of the tree: what its two ways lead to.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Nowhere,
    Node(usize),
    Data(usize),
}

/// Writes a file that knows Köln at 203.0.113.0/24 and where tests run, a country alone at 198.51.100.0/24 and a city at 2001:db8::/32.
pub fn write(path: &Path) {
    let cologne = json!({
        "city": { "names": { "en": "Cologne", "de": "Köln" } },
        "country": { "iso_code": "DE", "names": { "en": "Germany", "de": "Deutschland" } },
        "location": { "latitude": "50.94" },
    });
    let country = json!({ "registered_country": { "iso_code": "FR", "names": { "en": "France", "de": "Frankreich" } } });
    let english = json!({ "city": { "names": { "en": "London" } }, "country": { "names": { "en": "United Kingdom" } } });
    let networks = [
        ("::127.0.0.0", 104, cologne.clone()),
        ("::203.0.113.0", 120, cologne),
        ("::198.51.100.0", 120, country),
        ("2001:db8::", 32, english),
    ];
    let mut data = Vec::new();
    let mut nodes = vec![[Way::Nowhere; 2]];
    for (address, length, entry) in networks {
        let place = data.len();
        value(&mut data, &entry);
        let address = u128::from(address.parse::<Ipv6Addr>().expect("an address"));
        let mut node = 0;
        for bit in 0..length {
            let side = usize::from(address >> (BITS - 1 - bit) & 1 == 1);
            if bit == length - 1 {
                nodes[node][side] = Way::Data(place);
            } else if let Way::Node(next) = nodes[node][side] {
                node = next;
            } else {
                nodes.push([Way::Nowhere; 2]);
                nodes[node][side] = Way::Node(nodes.len() - 1);
                node = nodes.len() - 1;
            }
        }
    }
    let count = nodes.len();
    let mut file = Vec::new();
    for way in nodes.into_iter().flatten() {
        let record = match way {
            Way::Nowhere => count,
            Way::Node(node) => node,
            Way::Data(place) => count + SEPARATOR + place,
        };
        file.extend(u32::try_from(record).expect("a small file").to_be_bytes());
    }
    file.extend([0; SEPARATOR]);
    file.extend(data);
    file.extend(MARK);
    value(
        &mut file,
        &json!({
            "node_count": count, "record_size": 32, "ip_version": 6, "database_type": "Test-City", "languages": ["en", "de"],
            "binary_format_major_version": 2, "binary_format_minor_version": 0, "build_epoch": 1_790_000_000_u64,
            "description": { "en": "for tests" },
        }),
    );
    std::fs::write(path, file).expect("written");
}

/// A value of the data section. Numbers have the types that the metadata wants of them.
fn value(file: &mut Vec<u8>, value: &Value) {
    match value {
        Value::String(text) => {
            control(file, 2, text.len());
            file.extend(text.as_bytes());
        }
        Value::Object(members) => {
            control(file, 7, members.len());
            for (name, member) in members {
                self::value(file, &Value::String(name.clone()));
                number_or(file, name, member);
            }
        }
        Value::Array(items) => {
            file.extend([u8::try_from(items.len()).expect("a short list"), 4]);
            items.iter().for_each(|item| self::value(file, item));
        }
        _ => panic!("no such value is needed"),
    }
}

fn number_or(file: &mut Vec<u8>, name: &str, member: &Value) {
    let Some(number) = member.as_u64() else { return value(file, member) };
    match name {
        "node_count" => {
            control(file, 6, 4);
            file.extend(u32::try_from(number).expect("it fits").to_be_bytes());
        }
        "build_epoch" => {
            file.extend([8, 2]);
            file.extend(number.to_be_bytes());
        }
        _ => {
            control(file, 5, 2);
            file.extend(u16::try_from(number).expect("it fits").to_be_bytes());
        }
    }
}

fn control(file: &mut Vec<u8>, kind: u8, size: usize) {
    assert!(size < 29, "longer than is needed");
    file.push(kind << 5 | u8::try_from(size).expect("a small size"));
}

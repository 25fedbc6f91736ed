//! Percent-encoding (RFC 3986, section 2.1), read strictly: a `%` that is not followed by two hexadecimal digits is a refusal.

/// `text` as one component of an address, with the same characters left alone as JavaScript's `encodeURIComponent` does.
pub fn encode_component(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// The bytes that `encoded` stands for, or none when an escape is malformed.
pub fn decode(encoded: &[u8]) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(encoded.len());
    let mut bytes = encoded.iter();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => (hexadecimal_digit(*bytes.next()?)? << 4) | hexadecimal_digit(*bytes.next()?)?,
            other => *other,
        });
    }
    Some(decoded)
}

/// The text that `encoded` stands for, or none when an escape is malformed or the bytes are not UTF-8.
pub fn decode_text(encoded: &str) -> Option<String> {
    String::from_utf8(decode(encoded.as_bytes())?).ok()
}

fn hexadecimal_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

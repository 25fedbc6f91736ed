//! Everything that is off unless it is turned on.

use super::phones::PHONES;

/// The settings with which every endpoint of the JSON interface is there.
pub const EVERYTHING: [(&str, &str); 15] = [
    PHONES[0],
    PHONES[1],
    PHONES[2],
    PHONES[3],
    ("one_time_token.enabled", "true"),
    ("username.enabled", "true"),
    ("magic_link.enabled", "true"),
    ("email_code.enabled", "true"),
    ("passkey.enabled", "true"),
    ("anonymous.enabled", "true"),
    ("siwe.enabled", "true"),
    ("two_factor.policy", "optional"),
    ("bearer.enabled", "true"),
    ("multi_session.enabled", "true"),
    ("jwt.enabled", "true"),
];

//! Tokens for reading: what is in them, what each claim means, until when they work.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::clock::Timestamp;
use crate::dev::demo_app::relying_party::SignedIn;
use crate::dev::view::{ClaimRow, TokenPanel};

/// What the claims of an ID token mean (OpenID Connect Core, sections 2 and 5.1; Session and Logout specifications for `sid`).
const MEANINGS: [(&str, &str); 17] = [
    ("iss", "who says so: the issuer"),
    ("sub", "who: an id that never changes and is never given to somebody else"),
    ("aud", "for whom: the client id of this app"),
    ("exp", "until when the token may be accepted"),
    ("iat", "when the token was made"),
    ("auth_time", "when you last proved who you are"),
    ("nonce", "echoes what Fieldnotes sent, so that the token fits this sign-in"),
    ("acr", "how strong the proof was: 1 is one factor, 2 is two"),
    ("amr", "how you proved it: pwd is a password, otp a code, mfa both"),
    ("azp", "the app that asked for the token"),
    ("at_hash", "binds the access token to this token"),
    ("sid", "your session at Vestibule, for signing out"),
    ("name", "your name"),
    ("picture", "your picture"),
    ("updated_at", "when your profile was last changed"),
    ("email", "your address"),
    ("email_verified", "whether you proved that it is yours"),
];

/// The claims that are times, in seconds since 1970.
const TIMES: [&str; 4] = ["exp", "iat", "auth_time", "updated_at"];

/// The claims of the ID token, one by one.
pub fn claims(signed_in: &SignedIn) -> Vec<ClaimRow> {
    let Some((_, Value::Object(claims))) = decode(&signed_in.id_token.to_string()) else { return Vec::new() };
    claims.iter().map(|(name, value)| row(name, value)).collect()
}

fn row(name: &str, value: &Value) -> ClaimRow {
    let known = MEANINGS.iter().find(|(known, _)| *known == name).map_or("", |(_, meaning)| meaning);
    let time = value.as_i64().filter(|_| TIMES.contains(&name)).map(|seconds| Timestamp::from_seconds(seconds).minute());
    let meaning = time.map_or_else(|| known.to_owned(), |time| format!("{known}: {time} UTC"));
    ClaimRow { name: name.to_owned(), value: value.to_string(), meaning }
}

/// The tokens, in full and decoded where they can be.
pub fn panels(signed_in: &SignedIn) -> Vec<TokenPanel> {
    let expiry = signed_in.expires_at.map_or_else(String::new, |at| format!(" Works until {} UTC.", at.minute()));
    let id_token = panel(
        ("id_token", "ID token"),
        signed_in.id_token.to_string(),
        "Says who signed in. Fieldnotes checked signature, issuer, audience, times and nonce.".to_owned(),
    );
    let access_token = signed_in.access_token.secret().clone();
    let nature = if decode(&access_token).is_some() { "A JWT." } else { "Opaque: only Vestibule can read it." };
    let remark = format!("Opens userinfo. {nature}{expiry}");
    let mut panels = vec![id_token, panel(("access_token", "Access token"), access_token, remark)];
    if let Some(refresh_token) = &signed_in.refresh_token {
        let remark = "Gets new tokens, once: each use replaces it, and a second use of the same one ends the grant.".to_owned();
        panels.push(panel(("refresh_token", "Refresh token"), refresh_token.secret().clone(), remark));
    }
    panels
}

fn panel((id, name): (&str, &str), raw: String, remark: String) -> TokenPanel {
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default();
    let decoded = decode(&raw).map(|(header, payload)| (pretty(&header), pretty(&payload)));
    TokenPanel { id: id.to_owned(), name: name.to_owned(), raw, decoded, remark }
}

/// Header and payload of a JWT, for reading only: what counts was verified by the relying party.
fn decode(token: &str) -> Option<(Value, Value)> {
    let mut parts = token.split('.');
    let mut part = || serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts.next()?).ok()?).ok();
    let (header, payload) = (part()?, part()?);
    (parts.count() == 1).then_some((header, payload))
}

//! What the endpoints of passkeys answer: options for the browser's WebAuthn interface, and passkeys.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::Serialize;
use utoipa::ToSchema;

use crate::config::Config;
use crate::crypto::webauthn::{ALGORITHMS, TIMEOUT};
use crate::model::passkey::Passkey;
use crate::model::user::User;
use crate::users::passkey::ceremony::Begun;
use crate::users::ways_in;
use crate::web::api::objects::{SessionObject, UserObject};

const KIND: &str = "public-key";

/// What `navigator.credentials.create` takes, as JSON (WebAuthn, section 5.4).
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreationOptions {
    /// What is to be signed, in base64url.
    challenge: String,
    /// For whom.
    rp: RelyingPartyObject,
    /// Whose account it is.
    user: AccountOfKey,
    /// Which algorithms will do, the best first.
    pub_key_cred_params: Vec<Algorithm>,
    /// How long it may take, in milliseconds.
    timeout: u64,
    /// Whether the authenticator proves its model.
    attestation: &'static str,
    /// Keys that the person has already.
    exclude_credentials: Vec<KnownCredential>,
    /// What the authenticator should be.
    authenticator_selection: AuthenticatorSelection,
    /// What else is asked for.
    extensions: Extensions,
    /// What the browser may show first.
    hints: [&'static str; 0],
}

/// For whom passkeys are made.
#[derive(Serialize, ToSchema)]
struct RelyingPartyObject {
    /// Its name.
    name: String,
    /// The domain that keys are bound to.
    id: String,
}

/// The account that the authenticator lists.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AccountOfKey {
    /// What it is known by, in base64url.
    id: String,
    /// What tells it from others of the same person.
    name: String,
    /// How its person is called.
    display_name: String,
}

/// An algorithm.
#[derive(Serialize, ToSchema)]
struct Algorithm {
    /// Its COSE number.
    alg: i64,
    /// Always `public-key`.
    r#type: &'static str,
}

/// A key.
#[derive(Serialize, ToSchema)]
struct KnownCredential {
    /// Its id, in base64url.
    id: String,
    /// How browsers reach its authenticator.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    transports: Vec<String>,
    /// Always `public-key`.
    r#type: &'static str,
}

impl From<&Passkey> for KnownCredential {
    fn from(passkey: &Passkey) -> Self {
        let credential = &passkey.credential;
        Self { id: URL_SAFE_NO_PAD.encode(&credential.id), transports: credential.transports.clone(), r#type: KIND }
    }
}

/// What an authenticator should be.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AuthenticatorSelection {
    /// Whether it keeps the key so that nobody has to type a name.
    resident_key: &'static str,
    /// Whether it knows its person.
    user_verification: &'static str,
    /// The same as `residentKey`, for old browsers.
    require_resident_key: bool,
    /// In this device, or one to carry along.
    #[serde(skip_serializing_if = "Option::is_none")]
    authenticator_attachment: Option<&'static str>,
}

/// What else is asked for.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Extensions {
    /// What kind of key it became.
    cred_props: bool,
}

/// What a caller wants of the key.
#[derive(Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// What tells the account from others of the same person, in place of the address.
    pub name: Option<&'a str>,
    /// In this device, or one to carry along.
    pub attachment: Option<&'static str>,
}

fn timeout() -> u64 {
    u64::try_from(TIMEOUT.as_millis()).unwrap_or_default()
}

impl CreationOptions {
    /// For a passkey of `user`.
    pub fn new(config: &Config, user: &User, begun: &Begun, wishes: Wishes<'_>) -> Self {
        let known_by = ways_in::known_by(config, user);
        Self {
            challenge: begun.challenge.clone(),
            rp: RelyingPartyObject { name: config.relying_party_name().to_owned(), id: config.relying_party_id().to_owned() },
            user: AccountOfKey {
                id: URL_SAFE_NO_PAD.encode(user.id.as_str()),
                name: wishes.name.filter(|name| !name.is_empty()).unwrap_or(known_by).to_owned(),
                display_name: known_by.to_owned(),
            },
            pub_key_cred_params: ALGORITHMS.into_iter().map(|alg| Algorithm { alg, r#type: KIND }).collect(),
            timeout: timeout(),
            attestation: "none",
            exclude_credentials: begun.known.iter().map(KnownCredential::from).collect(),
            authenticator_selection: AuthenticatorSelection {
                resident_key: "preferred",
                user_verification: config.passkey.verification().as_str(),
                require_resident_key: false,
                authenticator_attachment: wishes.attachment,
            },
            extensions: Extensions { cred_props: true },
            hints: [],
        }
    }
}

/// What `navigator.credentials.get` takes, as JSON (WebAuthn, section 5.5).
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequestOptions {
    /// For whom.
    rp_id: String,
    /// What is to be signed, in base64url.
    challenge: String,
    /// The keys of who is signed in; none where the person chooses one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    allow_credentials: Vec<KnownCredential>,
    /// How long it may take, in milliseconds.
    timeout: u64,
    /// Whether the authenticator must know its person.
    user_verification: &'static str,
}

impl RequestOptions {
    /// For a ceremony.
    pub fn new(config: &Config, begun: &Begun) -> Self {
        Self {
            rp_id: config.relying_party_id().to_owned(),
            challenge: begun.challenge.clone(),
            allow_credentials: begun.known.iter().map(KnownCredential::from).collect(),
            timeout: timeout(),
            user_verification: config.passkey.verification().as_str(),
        }
    }
}

/// A passkey.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Passkey)]
pub struct PasskeyObject {
    /// What its person calls it.
    name: Option<String>,
    /// The COSE key, in base64.
    public_key: String,
    /// Whose it is.
    user_id: String,
    /// What the authenticator finds it by, in base64url.
    #[serde(rename = "credentialID")]
    #[schema(rename = "credentialID")]
    credential_id: String,
    /// How many signatures the authenticator counted.
    counter: u32,
    /// `singleDevice`, or `multiDevice` if it may be copied to others of its person's.
    device_type: &'static str,
    /// Whether it is copied.
    backed_up: bool,
    /// How browsers reach the authenticator, separated by commas.
    transports: String,
    /// When it was registered.
    #[schema(format = DateTime)]
    created_at: String,
    /// The model of the authenticator.
    aaguid: String,
    /// Its id.
    id: String,
}

impl From<&Passkey> for PasskeyObject {
    fn from(passkey: &Passkey) -> Self {
        let credential = &passkey.credential;
        Self {
            name: passkey.name.clone(),
            public_key: STANDARD.encode(&credential.public_key),
            user_id: passkey.user_id.as_str().to_owned(),
            credential_id: URL_SAFE_NO_PAD.encode(&credential.id),
            counter: credential.sign_count,
            device_type: if credential.backup_eligible { "multiDevice" } else { "singleDevice" },
            backed_up: credential.backed_up,
            transports: credential.transports.join(","),
            created_at: passkey.created_at.rfc3339(),
            aaguid: credential.aaguid.clone(),
            id: passkey.id.as_str().to_owned(),
        }
    }
}

/// A passkey that was just registered.
#[derive(Serialize, ToSchema)]
pub struct RegisteredPasskey {
    /// It.
    #[serde(flatten)]
    pub passkey: PasskeyObject,
    /// The session of the caller, if they asked for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionObject>,
    /// Who is signed in, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<UserObject>,
}

/// A passkey that was renamed.
#[derive(Serialize, ToSchema)]
pub struct RenamedPasskey {
    /// It.
    pub passkey: PasskeyObject,
}

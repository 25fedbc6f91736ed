//! A software authenticator (WebAuthn): keys in memory, attestation `none`, ES256.

use std::cell::{Cell, RefCell};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openssl::bn::{BigNum, BigNumContext};
use openssl::ec::{EcGroup, EcKey};
use openssl::hash::MessageDigest;
use openssl::nid::Nid;
use openssl::pkey::{PKey, Private};
use openssl::sign::Signer;
use serde_cbor_2::Value as Cbor;
use serde_json::{Value, json};
use vestibule::crypto::digest::sha256;
use vestibule::crypto::webauthn::RelyingParty;
use vestibule::model::ids::PasskeyId;
use vestibule::model::passkey::{Passkey, UserHandle, UserVerification};
use vestibule::store::{passkeys, users};

use super::app::{PUBLIC_URL, TestApp};

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

/// One key, and who it is of.
struct Key {
    id: Vec<u8>,
    user: Vec<u8>,
    private: PKey<Private>,
}

/// An authenticator with as many keys as one likes. What it says can be bent for tests of refusals.
pub struct PasskeyDevice {
    keys: RefCell<Vec<Key>>,
    /// How many signatures it counted; it counts on with each.
    pub count: Cell<u32>,
    /// Whether it knows its person.
    pub knows_person: Cell<bool>,
    /// Whose page it says has asked.
    pub origin: RefCell<String>,
    /// For which domain it signs.
    pub domain: RefCell<String>,
}

impl Default for PasskeyDevice {
    fn default() -> Self {
        Self {
            keys: RefCell::default(),
            count: Cell::new(0),
            knows_person: Cell::new(true),
            origin: RefCell::new(PUBLIC_URL.to_owned()),
            domain: RefCell::new("localhost".to_owned()),
        }
    }
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn decode(text: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text.as_str().expect("a text")).expect("base64url")
}

impl PasskeyDevice {
    fn authenticator_data(&self, flags: u8, rest: &[u8]) -> Vec<u8> {
        self.count.set(self.count.get() + 1);
        let verified = if self.knows_person.get() { USER_VERIFIED } else { 0 };
        let mut data = sha256(self.domain.borrow().as_bytes()).to_vec();
        data.push(flags | USER_PRESENT | verified);
        data.extend(self.count.get().to_be_bytes());
        data.extend(rest);
        data
    }

    fn client_data(&self, kind: &str, challenge: &Value) -> Vec<u8> {
        let data = json!({ "type": kind, "challenge": challenge, "origin": *self.origin.borrow(), "crossOrigin": false });
        data.to_string().into_bytes()
    }

    /// Makes a key for what `navigator.credentials.create` was given, and returns what it would.
    pub fn create(&self, options: &Value) -> Value {
        let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).expect("the curve");
        let key = EcKey::generate(&group).expect("a key");
        let (mut x, mut y) = (BigNum::new().expect("a number"), BigNum::new().expect("a number"));
        let mut context = BigNumContext::new().expect("a context");
        key.public_key().affine_coordinates(&group, &mut x, &mut y, &mut context).expect("a point");
        let cose = Cbor::Map(
            [
                (Cbor::Integer(1), Cbor::Integer(2)),
                (Cbor::Integer(3), Cbor::Integer(-7)),
                (Cbor::Integer(-1), Cbor::Integer(1)),
                (Cbor::Integer(-2), Cbor::Bytes(x.to_vec_padded(32).expect("32 bytes"))),
                (Cbor::Integer(-3), Cbor::Bytes(y.to_vec_padded(32).expect("32 bytes"))),
            ]
            .into(),
        );
        let id = sha256(&x.to_vec()).to_vec();
        let mut attested = [0; 16].to_vec();
        attested.extend(u16::try_from(id.len()).expect("short").to_be_bytes());
        attested.extend(&id);
        attested.extend(serde_cbor_2::to_vec(&cose).expect("CBOR"));
        let object = Cbor::Map(
            [
                (Cbor::Text("fmt".to_owned()), Cbor::Text("none".to_owned())),
                (Cbor::Text("attStmt".to_owned()), Cbor::Map([].into())),
                (Cbor::Text("authData".to_owned()), Cbor::Bytes(self.authenticator_data(ATTESTED, &attested))),
            ]
            .into(),
        );
        let private = PKey::from_ec_key(key).expect("a key");
        self.keys.borrow_mut().push(Key { id: id.clone(), user: decode(&options["user"]["id"]), private });
        json!({
            "id": encode(&id),
            "rawId": encode(&id),
            "type": "public-key",
            "response": {
                "clientDataJSON": encode(&self.client_data("webauthn.create", &options["challenge"])),
                "attestationObject": encode(&serde_cbor_2::to_vec(&object).expect("CBOR")),
                "transports": ["internal"],
            },
            "clientExtensionResults": {},
        })
    }

    /// Registers a key of this device for the person with this address, as if they had done so before.
    pub async fn enrol(&self, test: &TestApp, email: &str) -> Passkey {
        let mut unit = test.app.store.read("test.user").await.expect("a unit");
        let user = users::by_email(&mut unit, email).await.expect("read").expect("there is somebody");
        drop(unit);
        let relying_party = RelyingParty::new("localhost", "Test", &[PUBLIC_URL]);
        let begun = relying_party.begin_registration(UserVerification::Preferred).expect("a ceremony");
        let options = json!({ "challenge": begun.challenge, "user": { "id": encode(user.id.as_str().as_bytes()) } });
        let credential = relying_party.finish_registration(&begun.state, &self.create(&options)).expect("a credential");
        let passkey = Passkey {
            id: PasskeyId::random(&test.app.entropy),
            user_id: user.id,
            name: None,
            credential,
            user_handle: UserHandle::Id,
            created_at: test.app.clock.now(),
            last_used_at: None,
        };
        let mut unit = test.app.store.write("test.passkey").await.expect("a unit");
        assert!(passkeys::insert(&mut unit, &passkey).await.expect("inserted"));
        unit.commit().await.expect("committed");
        passkey
    }

    /// Signs with the last key what `navigator.credentials.get` was given, and returns what it would.
    pub fn get(&self, options: &Value) -> Value {
        let keys = self.keys.borrow();
        let key = keys.last().expect("the device has a key");
        let data = self.authenticator_data(0, &[]);
        let client_data = self.client_data("webauthn.get", &options["challenge"]);
        let mut signer = Signer::new(MessageDigest::sha256(), &key.private).expect("a signer");
        let signed: Vec<u8> = data.iter().copied().chain(sha256(&client_data)).collect();
        let signature = signer.sign_oneshot_to_vec(&signed).expect("a signature");
        json!({
            "id": encode(&key.id),
            "rawId": encode(&key.id),
            "type": "public-key",
            "response": {
                "clientDataJSON": encode(&client_data),
                "authenticatorData": encode(&data),
                "signature": encode(&signature),
                "userHandle": encode(&key.user),
            },
            "clientExtensionResults": {},
        })
    }
}

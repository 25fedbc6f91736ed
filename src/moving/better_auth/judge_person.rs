//! People and what signs them in.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, NO_PAD};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::judge::{Judge, Judged, id_of, left, refused};
use crate::clock::Timestamp;
use crate::crypto::better_auth::{EnvelopeError, is_envelope};
use crate::crypto::digest::Digest;
use crate::crypto::ethereum::EthereumAddress;
use crate::crypto::password::is_known_hash;
use crate::crypto::totp::TotpSecret;
use crate::crypto::webauthn;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::email::EmailAddress;
use crate::model::ids::{AccountId, PasskeyId, SessionId, UserId};
use crate::model::passkey::{self, Credential, Passkey, UserHandle};
use crate::model::phone_number::PhoneNumber;
use crate::model::session::Session;
use crate::model::user::{CREDENTIAL_PROVIDER, LOCAL_ISSUER, Role, User, WALLET_PROVIDER};
use crate::model::username::{MAXIMUM_DISPLAY_LENGTH, Username, Usernames};
use crate::moving::UPSTREAM_TOKENS_SEAL_PURPOSE;
use crate::moving::belongings::NewBelongings;
use crate::moving::candidate::{Item, NewSecondFactor, NewUser};
use crate::moving::report::Outcome;
use crate::sessions::establish::TOKEN_SEAL_PURPOSE;
use crate::sessions::judge::{GUESSES, TOTP_SEAL_PURPOSE, backup_code_digest};
use crate::store::better_auth::Record;
use crate::store::moving::MovedAccount;
use crate::store::sessions::StoredToken;
use crate::store::wallet_addresses::WalletAddress;

const LONGEST_NAME: usize = 255;
const LONGEST_UPSTREAM: usize = 64;
const LONGEST_SUBJECT: usize = 255;
const LONGEST_ADDRESS: usize = 64;
/// A session that lives for longer is one of somebody who asked to be kept signed in.
const SHORT_SESSION: std::time::Duration = std::time::Duration::from_secs(25 * 60 * 60);
/// How an imported secret of an authenticator app begins, that is not the text of itself.
const BASE32_PREFIX: &str = "base32:";
const ANY_PADDING: GeneralPurposeConfig =
    NO_PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent).with_decode_allow_trailing_bits(true);

/// Base64 in either alphabet.
fn decode(text: &str) -> Option<Vec<u8>> {
    let standard = GeneralPurpose::new(&alphabet::STANDARD, ANY_PADDING).decode(text);
    standard.or_else(|_| GeneralPurpose::new(&alphabet::URL_SAFE, ANY_PADDING).decode(text)).ok()
}

fn beginning(text: &str, length: usize) -> String {
    text.chars().filter(|character| !character.is_control()).take(length).collect()
}

fn times(record: &Record) -> Result<(Timestamp, Timestamp), Outcome> {
    let created = record.time("createdAt").ok_or_else(|| refused("its times cannot be read"))?;
    Ok((created, record.time("updatedAt").unwrap_or(created)))
}

impl Judge<'_> {
    pub(super) fn user(&self, record: &Record) -> Judged {
        let mut notes = Vec::new();
        let email = record.filled("email").and_then(|email| EmailAddress::parse(email).ok());
        let email = email.ok_or_else(|| refused("its mail address is none that is taken here"))?;
        let (created_at, updated_at) = times(record)?;
        let is_shown = |image: &&str| ["https://", "http://", "data:image/"].iter().any(|scheme| image.starts_with(scheme));
        let image = record.filled("image").filter(is_shown).map(str::to_owned);
        if image.is_none() && record.filled("image").is_some() {
            notes.push("the picture is no address of one".to_owned());
        }
        let user = User {
            id: UserId::new(id_of(record, "id")?),
            email: email.as_str().to_owned(),
            email_verified: record.flag("emailVerified"),
            name: beginning(record.text("name").unwrap_or_default(), LONGEST_NAME),
            image,
            role: role(record, &mut notes),
            locale: None,
            credential_version: 1,
            two_factor_enabled_at: record.flag("twoFactorEnabled").then_some(updated_at),
            disabled_at: self.banned(record, &mut notes),
            is_anonymous: record.flag("isAnonymous"),
            created_at,
            updated_at,
        };
        if record.filled("lastLoginMethod").is_some() {
            notes.push("the last login method is kept by browsers, not here".to_owned());
        }
        let new = NewUser {
            user,
            usernames: usernames(record, &mut notes),
            phone_number: phone_number(record, &mut notes),
            belongings: NewBelongings::default(),
        };
        Ok((Item::User(Box::new(new)), notes))
    }

    /// Since when somebody may not sign in. A ban that was to end is one that somebody has to end.
    fn banned(&self, record: &Record, notes: &mut Vec<String>) -> Option<Timestamp> {
        let ends_at = record.time("banExpires");
        if !record.flag("banned") || ends_at.is_some_and(|end| end <= self.now) {
            return None;
        }
        notes.push(match ends_at {
            Some(_) => "the ban has an end; here the account is locked until `vestibule user unlock`".to_owned(),
            None => "the account is locked".to_owned(),
        });
        Some(self.now)
    }

    pub(super) fn account(&self, record: &Record) -> Judged {
        let provider = record.filled("providerId").ok_or_else(|| refused("it has no provider"))?;
        let user = UserId::new(id_of(record, "userId")?);
        let (created_at, updated_at) = times(record)?;
        let is_credential = provider == CREDENTIAL_PROVIDER;
        let subject = if is_credential { user.as_str() } else { record.filled("accountId").unwrap_or_default() };
        if subject.is_empty() || subject.chars().nth(LONGEST_SUBJECT).is_some() || provider.len() > LONGEST_UPSTREAM {
            return Err(refused("its provider or subject is empty or too long"));
        }
        let password = record.filled("password").filter(|_| is_credential);
        match password {
            None if is_credential => return Err(left("it has no password")),
            Some(hash) if !is_known_hash(hash) => {
                return Err(refused("its password hash is of a kind that is not known here: they set a new one by mail"));
            }
            _ => {}
        }
        let mut notes = Vec::new();
        let tokens_sealed = if is_credential { None } else { self.tokens(record, &mut notes) };
        if !is_credential && provider != WALLET_PROVIDER {
            notes.push(format!("signing in by {provider} needs that connection here"));
        }
        let issuer = if is_credential { LOCAL_ISSUER } else { provider };
        let account = MovedAccount {
            id: AccountId::new(id_of(record, "id")?),
            user: user.clone(),
            provider: provider.to_owned(),
            issuer: issuer.to_owned(),
            subject: subject.to_owned(),
            password_hash: password.map(str::to_owned),
            tokens_sealed,
            created_at,
            updated_at,
        };
        Ok((Item::Account(account), notes))
    }

    /// The tokens of an upstream, opened where they are sealed, and sealed by us.
    fn tokens(&self, record: &Record, notes: &mut Vec<String>) -> Option<Vec<u8>> {
        let mut tokens = Map::new();
        for (column, member) in [("accessToken", "access_token"), ("refreshToken", "refresh_token"), ("idToken", "id_token")] {
            let Some(token) = record.filled(column) else { continue };
            if !is_envelope(token) {
                tokens.insert(member.to_owned(), Value::String(token.to_owned()));
                continue;
            }
            match self.secrets.open(token) {
                Ok(token) => drop(tokens.insert(member.to_owned(), Value::String(token.to_string()))),
                Err(EnvelopeError::Malformed) => drop(tokens.insert(member.to_owned(), Value::String(token.to_owned()))),
                Err(error) => notes.push(format!("{column}: {error}")),
            }
        }
        if tokens.is_empty() {
            return None;
        }
        for (column, member) in
            [("accessTokenExpiresAt", "access_token_expires_at"), ("refreshTokenExpiresAt", "refresh_token_expires_at")]
        {
            if let Some(at) = record.time(column) {
                tokens.insert(member.to_owned(), Value::String(at.rfc3339()));
            }
        }
        if let Some(scope) = record.filled("scope") {
            tokens.insert("scope".to_owned(), Value::String(scope.to_owned()));
        }
        let text = Zeroizing::new(Value::Object(tokens).to_string());
        Some(self.app.master_keys.seal(UPSTREAM_TOKENS_SEAL_PURPOSE, text.as_bytes(), &self.app.entropy))
    }

    pub(super) fn second_factor(&self, record: &Record) -> Judged {
        let user = UserId::new(id_of(record, "userId")?);
        if record.stated("verified") == Some(false) || !record.person_has_second_factor() {
            return Err(left("it was never confirmed"));
        }
        let secret = record.filled("secret").ok_or_else(|| refused("it has no secret"))?;
        let secret = self
            .secrets
            .open(secret)
            .map_err(|error| Outcome::Refused(format!("the secret of the authenticator app: {error}")))?;
        let secret = match secret.strip_prefix(BASE32_PREFIX) {
            Some(base32) => TotpSecret::from_base32(base32),
            None => Some(TotpSecret::from_bytes(Zeroizing::new(secret.as_bytes().to_vec()))),
        };
        let secret = secret.ok_or_else(|| refused("the secret of the authenticator app is none"))?;
        let mut notes = Vec::new();
        let codes = self.backup_codes(record.filled("backupCodes").unwrap_or_default(), &mut notes);
        let locked_until = record.time("lockedUntil").filter(|until| *until > self.now);
        let (failures, failed_at) = match locked_until {
            Some(until) => (GUESSES.most, until - GUESSES.pause),
            None => (record.number("failedVerificationCount").unwrap_or(0).clamp(0, GUESSES.most - 1), self.now),
        };
        let item = NewSecondFactor {
            totp_sealed: self.app.master_keys.seal(TOTP_SEAL_PURPOSE, secret.as_bytes(), &self.app.entropy),
            code_digests: codes.iter().map(|code| backup_code_digest(self.app, &user, code)).collect(),
            user,
            failures,
            failed_at,
        };
        Ok((Item::SecondFactor(item), notes))
    }

    /// Codes on paper: sealed, or as they are.
    fn backup_codes(&self, stored: &str, notes: &mut Vec<String>) -> Vec<Zeroizing<String>> {
        let opened = if is_envelope(stored) { self.secrets.open(stored) } else { Ok(Zeroizing::new(stored.to_owned())) };
        let codes = match opened {
            Ok(text) => serde_json::from_str::<Vec<String>>(&text).ok(),
            Err(_) => None,
        };
        if codes.is_none() && !stored.is_empty() {
            notes.push("the codes on paper cannot be opened".to_owned());
        }
        codes.unwrap_or_default().into_iter().map(|code| Zeroizing::new(code.trim().to_owned())).collect()
    }

    pub(super) fn passkey(&self, record: &Record) -> Judged {
        let id = record.filled("credentialID").and_then(decode).filter(|id| !id.is_empty() && id.len() <= 1023);
        let public_key = record.filled("publicKey").and_then(decode).filter(|key| webauthn::is_cose_key(key));
        let (Some(id), Some(public_key)) = (id, public_key) else { return Err(refused("its key cannot be read")) };
        let aaguid = record.filled("aaguid").and_then(|text| uuid::Uuid::parse_str(text).ok()).unwrap_or_default();
        let transports = record.list("transports", &[',']);
        let is_name = |name: &String| name.len() <= 16 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let passkey = Passkey {
            id: PasskeyId::new(id_of(record, "id")?),
            user_id: UserId::new(id_of(record, "userId")?),
            name: record.text("name").and_then(passkey::name),
            credential: Credential {
                id,
                public_key,
                sign_count: record.number("counter").and_then(|count| u32::try_from(count).ok()).unwrap_or(0),
                backup_eligible: record.text("deviceType") == Some("multiDevice"),
                backed_up: record.flag("backedUp"),
                transports: transports.into_iter().filter(is_name).take(8).collect(),
                aaguid: aaguid.hyphenated().to_string(),
            },
            user_handle: UserHandle::Unknown,
            created_at: record.time("createdAt").unwrap_or(self.now),
            last_used_at: None,
        };
        Ok((Item::Passkey(Box::new(passkey)), Vec::new()))
    }

    pub(super) fn wallet(&self, record: &Record) -> Judged {
        let address = record.filled("address").and_then(EthereumAddress::in_any_case);
        let address = address.ok_or_else(|| refused("its address is none"))?;
        let chain_id = record.number("chainId").filter(|chain| *chain > 0).ok_or_else(|| refused("its chain is none"))?;
        let wallet = WalletAddress { address: address.to_string(), chain_id };
        let created_at = record.time("createdAt").unwrap_or(self.now);
        Ok((Item::Wallet(UserId::new(id_of(record, "userId")?), wallet, created_at), Vec::new()))
    }

    pub(super) fn session(&self, record: &Record) -> Judged {
        let (created_at, updated_at) = times(record)?;
        let expires_at = record.time("expiresAt").ok_or_else(|| refused("its times cannot be read"))?;
        if expires_at <= self.now {
            return Err(left("it is over"));
        }
        if record.filled("impersonatedBy").is_some() {
            return Err(left("an administrator acted for its person"));
        }
        let token = record.text("token").filter(|token| !token.is_empty()).ok_or_else(|| refused("it has no token"))?;
        let mut notes = Vec::new();
        if record.filled("activeOrganizationId").is_some() {
            notes.push("the active organization is not kept".to_owned());
        }
        let session = Session {
            id: SessionId::new(id_of(record, "id")?),
            user_id: UserId::new(id_of(record, "userId")?),
            remembered: expires_at.since(updated_at) > SHORT_SESSION,
            // What was proved when it began is not known: it counts as one factor, and as long ago.
            authenticated_at: created_at,
            methods: AuthenticationMethods::parse(""),
            ip_address: beginning(record.text("ipAddress").unwrap_or_default(), LONGEST_ADDRESS),
            user_agent: beginning(record.text("userAgent").unwrap_or_default(), 1024),
            created_at,
            updated_at,
            expires_at,
            let_in: None,
        };
        let stored = StoredToken {
            digest: *Digest::of(token).as_bytes(),
            sealed: self.app.master_keys.seal(TOKEN_SEAL_PURPOSE, token.as_bytes(), &self.app.entropy),
        };
        Ok((Item::Session(Box::new(session), stored), notes))
    }
}

/// Somebody with several roles has one here: that of administrators if they are one.
fn role(record: &Record, notes: &mut Vec<String>) -> Role {
    let roles: Vec<&str> = record.filled("role").unwrap_or("user").split(',').map(str::trim).collect();
    if let Some(other) = roles.iter().find(|role| Role::parse(role).is_none()) {
        notes.push(format!("the role {} is not known here", beginning(other, 64)));
    }
    if roles.contains(&Role::Admin.as_str()) { Role::Admin } else { Role::User }
}

fn usernames(record: &Record, notes: &mut Vec<String>) -> Usernames {
    let username = record.filled("username").map(Username::entered);
    if let Some(Err(error)) = &username {
        notes.push(format!("the user name stays: {error}"));
    }
    let display = record.filled("displayUsername").map(|display| beginning(display, MAXIMUM_DISPLAY_LENGTH));
    Usernames { username: username.and_then(Result::ok), display_username: display }
}

fn phone_number(record: &Record, notes: &mut Vec<String>) -> Option<PhoneNumber> {
    let number = record.filled("phoneNumber")?;
    if !record.flag("phoneNumberVerified") {
        notes.push("the phone number stays: it was not proved".to_owned());
        return None;
    }
    let number = PhoneNumber::entered(number).ok();
    if number.is_none() {
        notes.push("the phone number stays: text messages cannot be sent to it".to_owned());
    }
    number
}

//! The way out: people, apps and consents as JSON Lines, for a program to read or for [`super::restore`].
//!
//! The first line tells the format and its version, then comes a line for each person, app and consent, and the last tells how many
//! there were: a file without it is not whole. Sessions, tokens and codes on paper stay: they are worth nothing elsewhere. What is
//! sealed is written only where the operator asks for it.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::client::ClientMetadata;
use crate::model::passkey::Passkey;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::moving::UPSTREAM_TOKENS_SEAL_PURPOSE;
use crate::moving::belongings::Belongings;
use crate::sessions::judge::open_totp;
use crate::store::clients::StoredClient;
use crate::store::moving::MovedAccount;
use crate::store::moving_out::{self, StoredConsent};
use crate::store::{StoreError, Tx, clients, passkeys, phone_numbers, second_factors, usernames, users};

/// The version of the format. It rises when a reader of before would misunderstand a line.
pub const VERSION: u32 = 1;
/// How many rows are read at once.
const PAGE: i64 = 100;

/// A line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Line {
    /// The first.
    Export {
        /// `vestibule`.
        format: String,
        /// [`VERSION`].
        version: u32,
        /// When it was begun.
        exported_at: Timestamp,
        /// The issuer of the installation.
        issuer: String,
        /// Whether what is sealed is in it.
        with_secrets: bool,
    },
    /// A person.
    User(Box<Person>),
    /// An app.
    Client(Box<ExportedClient>),
    /// What a person allowed an app.
    Consent(ExportedConsent),
    /// The last.
    End(Counts),
}

/// How many lines of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// People.
    pub users: u64,
    /// Apps.
    pub clients: u64,
    /// Consents.
    pub consents: u64,
}

/// A person and their ways in. Times are milliseconds since the epoch, bytes base64url.
#[derive(Debug, Serialize, Deserialize)]
pub struct Person {
    pub(super) id: String,
    pub(super) email: String,
    pub(super) email_verified: bool,
    pub(super) name: String,
    pub(super) image: Option<String>,
    pub(super) role: String,
    pub(super) locale: Option<String>,
    pub(super) locked_at: Option<Timestamp>,
    pub(super) anonymous: bool,
    pub(super) two_factor_enabled_at: Option<Timestamp>,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
    pub(super) username: Option<String>,
    pub(super) display_username: Option<String>,
    pub(super) phone_number: Option<String>,
    pub(super) accounts: Vec<ExportedAccount>,
    pub(super) passkeys: Vec<ExportedPasskey>,
    pub(super) wallets: Vec<ExportedWallet>,
    #[serde(flatten)]
    pub(super) belongings: Belongings,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) totp_secret: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ExportedAccount {
    pub(super) id: String,
    pub(super) provider: String,
    pub(super) issuer: String,
    pub(super) subject: String,
    /// A PHC string, or another server's form of one.
    pub(super) password_hash: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) tokens: Option<Value>,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ExportedPasskey {
    pub(super) id: String,
    pub(super) name: Option<String>,
    pub(super) credential_id: String,
    pub(super) public_key: String,
    pub(super) sign_count: u32,
    pub(super) backup_eligible: bool,
    pub(super) backed_up: bool,
    pub(super) transports: Vec<String>,
    pub(super) aaguid: String,
    /// Null if it is the person's id, empty if it is not known.
    pub(super) user_handle: Option<String>,
    pub(super) created_at: Timestamp,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ExportedWallet {
    pub(super) address: String,
    pub(super) chain_id: i64,
    pub(super) created_at: Timestamp,
}

/// An app.
#[derive(Debug, Serialize, Deserialize)]
pub struct ExportedClient {
    pub(super) client_id: String,
    /// `operator` or `dynamic`.
    pub(super) source: String,
    /// SHA-256, hexadecimal.
    pub(super) secret_sha256: Option<String>,
    pub(super) metadata: ClientMetadata,
    pub(super) disabled_at: Option<Timestamp>,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
}

/// What a person allowed an app.
#[derive(Debug, Serialize, Deserialize)]
pub struct ExportedConsent {
    pub(super) user_id: String,
    pub(super) user_created_at: Timestamp,
    pub(super) client_id: String,
    pub(super) scope: String,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
}

/// Why an export was not finished.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It cannot be written.
    #[error("the export cannot be written: {0}")]
    Write(#[from] io::Error),
    /// A line has no JSON form.
    #[error("the export cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}

/// Writes everything. Each page of rows is as it was at one moment; who changes meanwhile is in it as before or as after.
pub async fn run(app: &App, out: &mut (impl Write + Send), with_secrets: bool, now: Timestamp) -> Result<Counts, ExportError> {
    let mut counts = Counts::default();
    write(
        out,
        &Line::Export {
            format: "vestibule".to_owned(),
            version: VERSION,
            exported_at: now,
            issuer: app.config.issuer().to_owned(),
            with_secrets,
        },
    )?;
    let mut after = String::new();
    loop {
        let mut unit = app.store.read("moving.export.users").await?;
        let page = users::page(&mut unit, &after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.email);
        let mut lines = Vec::with_capacity(page.len());
        for user in page {
            lines.push(Line::User(Box::new(person(app, &mut unit, user, with_secrets).await?)));
        }
        drop(unit);
        counts.users += write_all(out, &lines)?;
    }
    let mut after = String::new();
    loop {
        let mut unit = app.store.read("moving.export.clients").await?;
        let page = clients::page(&mut unit, &after, PAGE).await?;
        drop(unit);
        let Some(last) = page.last() else { break };
        last.client.id.as_str().clone_into(&mut after);
        let lines: Vec<Line> = page.into_iter().map(|stored| Line::Client(Box::new(client(stored)))).collect();
        counts.clients += write_all(out, &lines)?;
    }
    let mut after = (String::new(), String::new());
    loop {
        let mut unit = app.store.read("moving.export.consents").await?;
        let page = moving_out::consents(&mut unit, (&after.0, &after.1), PAGE).await?;
        drop(unit);
        let Some(last) = page.last() else { break };
        after = (last.user.to_string(), last.client.to_string());
        let lines: Vec<Line> = page.into_iter().map(|stored| Line::Consent(consent(&stored))).collect();
        counts.consents += write_all(out, &lines)?;
    }
    write(out, &Line::End(counts))?;
    out.flush()?;
    record(app, with_secrets, now).await?;
    Ok(counts)
}

async fn record(app: &App, with_secrets: bool, now: Timestamp) -> Result<(), StoreError> {
    let mut unit = app.store.write("moving.export").await?;
    AuditEvent::new(AuditKind::EverythingExported, &RequestOrigin::default())
        .detail("with_secrets", if with_secrets { "true" } else { "false" })
        .record(app, &mut unit, now)
        .await?;
    unit.commit().await
}

fn write(out: &mut impl Write, line: &Line) -> Result<(), ExportError> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")?;
    Ok(())
}

fn write_all(out: &mut impl Write, lines: &[Line]) -> Result<u64, ExportError> {
    for line in lines {
        write(out, line)?;
    }
    Ok(u64::try_from(lines.len()).unwrap_or(0))
}

async fn person(app: &App, tx: &mut Tx, user: User, with_secrets: bool) -> Result<Person, StoreError> {
    let names = usernames::of_user(tx, &user.id).await?;
    let number = phone_numbers::of_user(tx, &user.id).await?.and_then(|stored| stored.number);
    let accounts = moving_out::accounts_of(tx, &user.id).await?;
    let keys = passkeys::of_user(tx, &user.id).await?;
    let wallets = moving_out::wallets_of(tx, &user.id).await?;
    let belongings = Belongings::of(tx, &user.id).await?;
    let totp = if with_secrets { second_factors::of_user(tx, &user.id).await?.totp_sealed } else { None };
    let totp = totp.map(|sealed| open_totp(app, &sealed)).transpose()?;
    Ok(Person {
        id: user.id.to_string(),
        email: user.email,
        email_verified: user.email_verified,
        name: user.name,
        image: user.image,
        role: user.role.as_str().to_owned(),
        locale: user.locale,
        locked_at: user.disabled_at,
        anonymous: user.is_anonymous,
        two_factor_enabled_at: user.two_factor_enabled_at,
        created_at: user.created_at,
        updated_at: user.updated_at,
        username: names.username.map(|username| username.as_str().to_owned()),
        display_username: names.display_username,
        phone_number: number.map(|number| number.as_str().to_owned()),
        accounts: accounts.into_iter().map(|stored| account(app, stored, with_secrets)).collect(),
        passkeys: keys.into_iter().map(passkey).collect(),
        wallets: wallets
            .into_iter()
            .map(|(wallet, created_at)| ExportedWallet { address: wallet.address, chain_id: wallet.chain_id, created_at })
            .collect(),
        belongings,
        totp_secret: totp.map(|secret| secret.to_base32()),
    })
}

fn account(app: &App, stored: MovedAccount, with_secrets: bool) -> ExportedAccount {
    let sealed = stored.tokens_sealed.filter(|_| with_secrets);
    let opened = sealed.and_then(|sealed| app.master_keys.open(UPSTREAM_TOKENS_SEAL_PURPOSE, &sealed).ok());
    ExportedAccount {
        id: stored.id.to_string(),
        provider: stored.provider,
        issuer: stored.issuer,
        subject: stored.subject,
        password_hash: stored.password_hash,
        tokens: opened.and_then(|text| serde_json::from_slice(&text).ok()),
        created_at: stored.created_at,
        updated_at: stored.updated_at,
    }
}

fn passkey(stored: Passkey) -> ExportedPasskey {
    let credential = stored.credential;
    ExportedPasskey {
        id: stored.id.to_string(),
        name: stored.name,
        credential_id: URL_SAFE_NO_PAD.encode(credential.id),
        public_key: URL_SAFE_NO_PAD.encode(credential.public_key),
        sign_count: credential.sign_count,
        backup_eligible: credential.backup_eligible,
        backed_up: credential.backed_up,
        transports: credential.transports,
        aaguid: credential.aaguid,
        user_handle: stored.user_handle.stored().map(|handle| URL_SAFE_NO_PAD.encode(handle)),
        created_at: stored.created_at,
    }
}

fn client(stored: StoredClient) -> ExportedClient {
    let StoredClient { client, secret_digest, .. } = stored;
    ExportedClient {
        client_id: client.id.to_string(),
        source: client.source.as_str().to_owned(),
        secret_sha256: secret_digest.map(hex::encode),
        metadata: client.metadata,
        disabled_at: client.disabled_at,
        created_at: client.created_at,
        updated_at: client.updated_at,
    }
}

fn consent(stored: &StoredConsent) -> ExportedConsent {
    ExportedConsent {
        user_id: stored.user.to_string(),
        user_created_at: stored.user_created_at,
        client_id: stored.client.to_string(),
        scope: stored.scopes.to_string(),
        created_at: stored.created_at,
        updated_at: stored.updated_at,
    }
}

//! An export read back into an installation. What is here already is left as it is, as with any other move.

use std::io::{self, BufRead};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::Zeroizing;

use crate::clock::Timestamp;
use crate::crypto::digest::sha256;
use crate::crypto::password::is_known_hash;
use crate::crypto::totp::TotpSecret;
use crate::crypto::webauthn;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::client::{Client, ClientSource};
use crate::model::email::EmailAddress;
use crate::model::ids::{AccountId, ClientId, MAXIMUM_LENGTH, PasskeyId, UserId};
use crate::model::passkey::{Credential, Passkey, UserHandle};
use crate::model::phone_number::PhoneNumber;
use crate::model::request_origin::RequestOrigin;
use crate::model::scope::Scopes;
use crate::model::user::{CREDENTIAL_PROVIDER, Role, User};
use crate::model::username::{Username, Usernames};
use crate::moving::UPSTREAM_TOKENS_SEAL_PURPOSE;
use crate::moving::candidate::{Candidate, Item, NewSecondFactor, NewUser};
use crate::moving::export::{Counts, ExportedAccount, ExportedClient, ExportedConsent, ExportedPasskey, Line, Person, VERSION};
use crate::moving::report::{Outcome, Report, TableReport};
use crate::moving::write::Move;
use crate::sessions::judge::TOTP_SEAL_PURPOSE;
use crate::store::moving::MovedAccount;
use crate::store::wallet_addresses::WalletAddress;
use crate::store::{StoreError, retry};

/// How many lines are written in one unit.
const PAGE: usize = 50;

/// Why an export was not read to its end.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It cannot be read.
    #[error("the export cannot be read: {0}")]
    Read(#[from] io::Error),
    /// A line is none of an export.
    #[error("line {line} is none of an export: {detail}")]
    Line {
        /// Its number.
        line: usize,
        /// Why.
        detail: String,
    },
    /// It is of another program, or of a version that is not known here.
    #[error("this is no export that this version of vestibule reads")]
    Version,
    /// It has no end, or another number of lines than its end says.
    #[error("the export is not whole; what it holds was moved")]
    NotWhole,
}

/// The tables of a report, in the order in which candidates of a line are written.
const TABLES: [&str; 7] = ["users", "accounts", "second_factors", "passkeys", "wallets", "clients", "consents"];

/// Reads an export.
pub async fn run(order: &Move<'_>, input: &mut (impl BufRead + Send)) -> Result<Report, RestoreError> {
    let mut tables: Vec<TableReport> = TABLES.into_iter().map(TableReport::new).collect();
    let mut waiting: Vec<Vec<Candidate>> = TABLES.iter().map(|_| Vec::new()).collect();
    let (mut counts, mut end, mut begun) = (Counts::default(), None, false);
    let mut text = String::new();
    let (mut number, mut lines) = (0, 0);
    loop {
        text.clear();
        number += 1;
        if input.read_line(&mut text)? == 0 || end.is_some() {
            break;
        }
        let line: Line =
            serde_json::from_str(&text).map_err(|error| RestoreError::Line { line: number, detail: error.to_string() })?;
        match line {
            Line::Export { format, version, .. } if format == "vestibule" && version == VERSION && !begun => begun = true,
            _ if !begun => return Err(RestoreError::Version),
            Line::Export { .. } => return Err(RestoreError::Version),
            Line::User(person) => {
                counts.users += 1;
                take_person(order, *person, &mut tables, &mut waiting);
            }
            Line::Client(client) => {
                counts.clients += 1;
                let id = client.client_id.clone();
                take("clients", (&id, read_client(*client)), &mut tables, &mut waiting);
            }
            Line::Consent(consent) => {
                counts.consents += 1;
                let id = format!("{} {}", consent.user_id, consent.client_id);
                take("consents", (&id, read_consent(&consent)), &mut tables, &mut waiting);
            }
            Line::End(told) => end = Some(told),
        }
        lines += 1;
        if lines % PAGE == 0 {
            write(order, &mut tables, &mut waiting).await?;
        }
    }
    write(order, &mut tables, &mut waiting).await?;
    if !begun {
        return Err(RestoreError::Version);
    }
    let report = Report { tables, other_tables: 0 };
    if !order.is_plan {
        record(order, &report).await?;
    }
    if end == Some(counts) { Ok(report) } else { Err(RestoreError::NotWhole) }
}

async fn record(order: &Move<'_>, report: &Report) -> Result<(), StoreError> {
    retry(|| async {
        let mut unit = order.app.store.write("moving.restore").await?;
        AuditEvent::new(AuditKind::PeopleMovedIn, &RequestOrigin::default())
            .detail("vestibule", &report.summary())
            .record(order.app, &mut unit, order.now)
            .await?;
        unit.commit().await
    })
    .await
}

async fn write(order: &Move<'_>, tables: &mut [TableReport], waiting: &mut [Vec<Candidate>]) -> Result<(), StoreError> {
    for (told, candidates) in tables.iter_mut().zip(waiting) {
        let candidates = order.ask_real(std::mem::take(candidates), told).await?;
        order.write_page(&candidates, told).await?;
    }
    Ok(())
}

fn take(
    table: &'static str,
    (id, read): (&str, Result<Candidate, Outcome>),
    tables: &mut [TableReport],
    waiting: &mut [Vec<Candidate>],
) {
    let place = tables.iter_mut().zip(waiting).zip(TABLES).find(|(_, name)| *name == table);
    let Some(((told, candidates), _)) = place else { return };
    told.found += 1;
    match read {
        Ok(candidate) => candidates.push(candidate),
        Err(outcome) => told.count(id, outcome),
    }
}

fn digest(table: &str, id: &str) -> [u8; 32] {
    sha256(format!("vestibule\n{table}\n{id}").as_bytes())
}

/// Somebody is known again by their id and by when they were made: two installations may have given one id to two people.
type Known<'a> = (&'a str, Timestamp);

fn candidate(table: &str, id: &str, person: Option<Known<'_>>, item: Item) -> Candidate {
    let named = |(id, made_at): Known<'_>| format!("{id}\n{}", made_at.millis());
    let own = match (&item, person) {
        (Item::User(new), _) => named((id, new.user.created_at)),
        (_, Some(person)) => format!("{}\n{id}", named(person)),
        (_, None) => id.to_owned(),
    };
    Candidate {
        id: id.to_owned(),
        digest: digest(table, &own),
        person: person.map(|person| digest("users", &named(person))),
        is_here: false,
        item,
        notes: Vec::new(),
    }
}

fn refused(reason: &str) -> Outcome {
    Outcome::Refused(reason.to_owned())
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().nth(MAXIMUM_LENGTH).is_none() && !id.chars().any(char::is_control)
}

fn take_person(order: &Move<'_>, mut person: Person, tables: &mut [TableReport], waiting: &mut [Vec<Candidate>]) {
    let id = person.id.clone();
    let user = UserId::new(&*id);
    let known = (id.as_str(), person.created_at);
    let (accounts, keys, wallets) =
        (std::mem::take(&mut person.accounts), std::mem::take(&mut person.passkeys), std::mem::take(&mut person.wallets));
    let totp = person.totp_secret.take().map(Zeroizing::new);
    take("users", (&id, read_user(order, person)), tables, waiting);
    for account in accounts {
        let its = account.id.clone();
        take("accounts", (&its, read_account(order, known, account)), tables, waiting);
    }
    if let Some(secret) = totp {
        let read = TotpSecret::from_base32(&secret).ok_or_else(|| refused("the secret of the authenticator app is none"));
        let read = read.map(|secret| {
            let factor = NewSecondFactor {
                user: user.clone(),
                totp_sealed: order.app.master_keys.seal(TOTP_SEAL_PURPOSE, secret.as_bytes(), &order.app.entropy),
                code_digests: Vec::new(),
                failures: 0,
                failed_at: order.now,
            };
            candidate("second_factors", &id, Some(known), Item::SecondFactor(factor))
        });
        take("second_factors", (&id, read), tables, waiting);
    }
    for key in keys {
        let its = key.id.clone();
        take("passkeys", (&its, read_passkey(known, key)), tables, waiting);
    }
    for wallet in wallets {
        let its = format!("{}:{}", wallet.address, wallet.chain_id);
        let address = WalletAddress { address: wallet.address, chain_id: wallet.chain_id };
        let item = Item::Wallet(user.clone(), address, wallet.created_at);
        take("wallets", (&its, Ok(candidate("wallets", &its, Some(known), item))), tables, waiting);
    }
}

fn read_user(order: &Move<'_>, mut person: Person) -> Result<Candidate, Outcome> {
    if !is_id(&person.id) {
        return Err(refused("its id is none"));
    }
    let email = EmailAddress::parse(&person.email).map_err(|_| refused("its mail address is none that is taken here"))?;
    let role = Role::parse(&person.role).ok_or_else(|| refused("its role is not known here"))?;
    let mut notes = Vec::new();
    let belongings = std::mem::take(&mut person.belongings).read(order.app, &mut person.image, &mut notes);
    let id = person.id.clone();
    let user = User {
        id: UserId::new(person.id),
        email: email.as_str().to_owned(),
        email_verified: person.email_verified,
        name: person.name.chars().take(255).collect(),
        image: person.image,
        role,
        locale: person.locale.filter(|locale| locale.len() <= 35),
        credential_version: 1,
        two_factor_enabled_at: person.two_factor_enabled_at,
        disabled_at: person.locked_at,
        is_anonymous: person.anonymous,
        created_at: person.created_at,
        updated_at: person.updated_at,
    };
    let usernames = Usernames {
        username: person.username.and_then(|username| Username::entered(&username).ok()),
        display_username: person.display_username,
    };
    let phone_number = person.phone_number.and_then(|number| PhoneNumber::parse(&number).ok());
    let new = NewUser { user, usernames, phone_number, belongings };
    Ok(Candidate { notes, ..candidate("users", &id, None, Item::User(Box::new(new))) })
}

fn read_account(order: &Move<'_>, person: Known<'_>, account: ExportedAccount) -> Result<Candidate, Outcome> {
    if !is_id(&account.id) || account.subject.len() > 255 || account.issuer.len() > 255 || account.provider.len() > 64 {
        return Err(refused("its id, provider or subject is none"));
    }
    if account.password_hash.as_deref().is_some_and(|hash| !is_known_hash(hash)) {
        return Err(refused("its password hash is of a kind that is not known here"));
    }
    if account.provider == CREDENTIAL_PROVIDER && account.subject != person.0 {
        return Err(refused("it is the password of somebody else"));
    }
    let app = order.app;
    let seal = |tokens: serde_json::Value| {
        app.master_keys.seal(UPSTREAM_TOKENS_SEAL_PURPOSE, Zeroizing::new(tokens.to_string()).as_bytes(), &app.entropy)
    };
    let id = account.id.clone();
    let moved = MovedAccount {
        id: AccountId::new(account.id),
        user: UserId::new(person.0),
        provider: account.provider,
        issuer: account.issuer,
        subject: account.subject,
        password_hash: account.password_hash,
        tokens_sealed: account.tokens.map(seal),
        created_at: account.created_at,
        updated_at: account.updated_at,
    };
    Ok(candidate("accounts", &id, Some(person), Item::Account(moved)))
}

fn read_passkey(person: Known<'_>, key: ExportedPasskey) -> Result<Candidate, Outcome> {
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    let (Some(id), Some(public_key)) = (bytes(&key.credential_id), bytes(&key.public_key)) else {
        return Err(refused("its key cannot be read"));
    };
    if !is_id(&key.id) || !webauthn::is_cose_key(&public_key) {
        return Err(refused("its key cannot be read"));
    }
    let row = key.id.clone();
    let passkey = Passkey {
        id: PasskeyId::new(key.id),
        user_id: UserId::new(person.0),
        name: key.name,
        credential: Credential {
            id,
            public_key,
            sign_count: key.sign_count,
            backup_eligible: key.backup_eligible,
            backed_up: key.backed_up,
            transports: key.transports.into_iter().take(8).collect(),
            aaguid: key.aaguid.chars().take(36).collect(),
        },
        user_handle: UserHandle::from_stored(key.user_handle.as_deref().and_then(bytes)),
        created_at: key.created_at,
        last_used_at: None,
    };
    Ok(candidate("passkeys", &row, Some(person), Item::Passkey(Box::new(passkey))))
}

fn read_client(exported: ExportedClient) -> Result<Candidate, Outcome> {
    let source = ClientSource::parse(&exported.source).ok_or_else(|| refused("who registered it is not known here"))?;
    if !is_id(&exported.client_id) {
        return Err(refused("its client id is none"));
    }
    let secret = exported.secret_sha256.as_deref().map(|text| {
        let mut digest = [0; 32];
        hex::decode_to_slice(text, &mut digest).map(|()| digest).map_err(|_| refused("its secret is none"))
    });
    let secret = secret.transpose()?;
    let id = exported.client_id.clone();
    let client = Client {
        id: ClientId::new(exported.client_id),
        source,
        metadata: exported.metadata,
        version: 1,
        disabled_at: exported.disabled_at,
        created_at: exported.created_at,
        updated_at: exported.updated_at,
    };
    Ok(candidate("clients", &id, None, Item::Client(Box::new(client), secret)))
}

fn read_consent(consent: &ExportedConsent) -> Result<Candidate, Outcome> {
    let scopes = Scopes::parse(&consent.scope).map_err(|_| refused("its scopes are none"))?;
    let item = Item::Consent {
        user: UserId::new(&*consent.user_id),
        client: ClientId::new(&*consent.client_id),
        scopes,
        created_at: consent.created_at,
        updated_at: consent.updated_at,
    };
    Ok(candidate("consents", &consent.client_id, Some((&consent.user_id, consent.user_created_at)), item))
}

//! What is stored about a person, for themselves (GDPR, articles 15 and 20): everything but secrets, in a form that programs read.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::Value;

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::additional_fields::FieldValues;
use crate::model::ids::UserId;
use crate::model::passkey::Passkey;
use crate::model::session::Session;
use crate::model::user::{Account, User};
use crate::store::audit_events::{self, PastEvent};
use crate::store::consents::{self, ConnectedApp};
use crate::store::pictures::{self, StoredPicture};
use crate::store::terms_acceptances::{self, Acceptance};
use crate::store::{StoreError, accounts, additional_fields, passkeys, phone_numbers, sessions, usernames};
use crate::users::two_factor;

/// The newest lines of the trail that are in it.
const MOST_EVENTS: i64 = 10_000;

/// Everything about one person. Times are RFC 3339, UTC.
#[derive(Debug, Serialize)]
pub struct OwnData {
    exported_at: String,
    profile: Profile,
    phone_number: Option<String>,
    additional_fields: FieldValues,
    ways_in: Vec<WayIn>,
    passkeys: Vec<OwnPasskey>,
    uploaded_picture: Option<OwnPicture>,
    second_factor: SecondFactors,
    sessions: Vec<LiveSession>,
    connected_apps: Vec<AllowedApp>,
    agreements: Vec<Agreed>,
    activity: Vec<Activity>,
}

#[derive(Debug, Serialize)]
struct Profile {
    id: String,
    email: String,
    email_verified: bool,
    name: String,
    username: Option<String>,
    display_username: Option<String>,
    picture: Option<String>,
    language: Option<String>,
    role: &'static str,
    created_at: String,
    updated_at: String,
}

#[derive(Debug, Serialize)]
struct WayIn {
    provider: String,
    issuer: String,
    subject: String,
    since: String,
    updated_at: String,
}

#[derive(Debug, Serialize)]
struct OwnPasskey {
    name: Option<String>,
    since: String,
    last_used_at: Option<String>,
}

#[derive(Debug, Serialize)]
struct OwnPicture {
    since: String,
    media_type: String,
    /// Base64.
    content: String,
}

#[derive(Debug, Serialize)]
struct SecondFactors {
    since: Option<String>,
    authenticator_app: bool,
    backup_codes_left: i64,
}

#[derive(Debug, Serialize)]
struct LiveSession {
    began_at: String,
    last_used_at: String,
    ends_at: String,
    methods: String,
    ip_address: String,
    user_agent: String,
}

#[derive(Debug, Serialize)]
struct AllowedApp {
    client_id: String,
    name: String,
    scopes: Vec<String>,
    since: String,
    last_used_at: Option<String>,
}

#[derive(Debug, Serialize)]
struct Agreed {
    document: String,
    version: String,
    at: String,
    ip_address: String,
}

impl From<Acceptance> for Agreed {
    fn from(acceptance: Acceptance) -> Self {
        Self {
            document: acceptance.document,
            version: acceptance.version,
            at: acceptance.accepted_at.rfc3339(),
            ip_address: acceptance.ip_address,
        }
    }
}

#[derive(Debug, Serialize)]
struct Activity {
    at: String,
    kind: String,
    client_id: Option<String>,
    ip_address: Option<String>,
    device: Option<String>,
    detail: Value,
}

fn profile(user: &User, names: crate::model::username::Usernames) -> Profile {
    Profile {
        id: user.id.to_string(),
        email: user.email.clone(),
        email_verified: user.email_verified,
        name: user.name.clone(),
        username: names.username.map(|username| username.as_str().to_owned()),
        display_username: names.display_username,
        picture: user.image.clone(),
        language: user.locale.clone(),
        role: user.role.as_str(),
        created_at: user.created_at.rfc3339(),
        updated_at: user.updated_at.rfc3339(),
    }
}

impl From<Account> for WayIn {
    fn from(account: Account) -> Self {
        Self {
            provider: account.provider_id,
            issuer: account.issuer,
            subject: account.subject,
            since: account.created_at.rfc3339(),
            updated_at: account.updated_at.rfc3339(),
        }
    }
}

impl From<Passkey> for OwnPasskey {
    fn from(passkey: Passkey) -> Self {
        Self {
            name: passkey.label().map(str::to_owned),
            since: passkey.created_at.rfc3339(),
            last_used_at: passkey.last_used_at.map(Timestamp::rfc3339),
        }
    }
}

impl From<StoredPicture> for OwnPicture {
    fn from(picture: StoredPicture) -> Self {
        Self { since: picture.created_at.rfc3339(), media_type: picture.media_type, content: STANDARD.encode(picture.content) }
    }
}

impl From<Session> for LiveSession {
    fn from(session: Session) -> Self {
        Self {
            began_at: session.created_at.rfc3339(),
            last_used_at: session.updated_at.rfc3339(),
            ends_at: session.expires_at.rfc3339(),
            methods: session.methods.stored(),
            ip_address: session.ip_address,
            user_agent: session.user_agent,
        }
    }
}

impl From<ConnectedApp> for AllowedApp {
    fn from(app: ConnectedApp) -> Self {
        let client = app.client.client;
        Self {
            client_id: client.id.to_string(),
            name: client.metadata.client_name,
            scopes: app.scopes.iter().map(str::to_owned).collect(),
            since: app.since.rfc3339(),
            last_used_at: app.last_used_at.map(Timestamp::rfc3339),
        }
    }
}

impl From<PastEvent> for Activity {
    fn from(event: PastEvent) -> Self {
        Self {
            at: event.occurred_at.rfc3339(),
            kind: event.kind,
            client_id: event.client_id,
            ip_address: event.ip_address,
            device: event.device,
            detail: serde_json::from_str(&event.detail).unwrap_or_default(),
        }
    }
}

/// Collects it, as it stands at one moment.
pub async fn collect(app: &App, user: &User, now: Timestamp) -> Result<OwnData, StoreError> {
    let standing = two_factor::standing(app, user).await?;
    let mut unit = app.store.snapshot("users.own_data").await?;
    let id: &UserId = &user.id;
    let names = usernames::of_user(&mut unit, id).await?;
    let number = phone_numbers::of_user(&mut unit, id).await?.and_then(|stored| stored.number);
    // Also what answers do not show: it is stored about the person, and theirs to know.
    let mut fields = app.config.users.fields().held(&FieldValues::new());
    fields.extend(additional_fields::of_user(&mut unit, id).await?);
    let ways_in = accounts::of_user(&mut unit, id).await?;
    let keys = passkeys::of_user(&mut unit, id).await?;
    let picture = pictures::of_user(&mut unit, id).await?;
    let live = sessions::live_of_user(&mut unit, id, now).await?;
    let apps = consents::of_user(&mut unit, id, now).await?;
    let agreements = terms_acceptances::of_user(&mut unit, id).await?;
    let events = audit_events::of_user(&mut unit, id, None, MOST_EVENTS).await?;
    Ok(OwnData {
        exported_at: now.rfc3339(),
        profile: profile(user, names),
        additional_fields: fields,
        phone_number: number.map(|number| number.as_str().to_owned()),
        ways_in: ways_in.into_iter().map(WayIn::from).collect(),
        passkeys: keys.into_iter().map(OwnPasskey::from).collect(),
        uploaded_picture: picture.map(OwnPicture::from),
        second_factor: SecondFactors {
            since: standing.enabled_at.map(Timestamp::rfc3339),
            authenticator_app: standing.totp.is_some(),
            backup_codes_left: standing.backup_codes_left,
        },
        sessions: live.into_iter().map(|(session, _)| session.into()).collect(),
        connected_apps: apps.into_iter().map(AllowedApp::from).collect(),
        agreements: agreements.into_iter().map(Agreed::from).collect(),
        activity: events.into_iter().map(Activity::from).collect(),
    })
}

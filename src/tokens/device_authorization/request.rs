//! The device asks (RFC 8628, section 3.1).

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::WebUrl;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::client::Client;
use crate::model::device_authorization::{DeviceAuthorization, DeviceState, DeviceYield, Polling, UserCode};
use crate::model::ids::DeviceAuthorizationId;
use crate::model::request_origin::RequestOrigin;
use crate::model::scope::Scopes;
use crate::model::urls;
use crate::store::device_authorizations::{self, StoredCodes};
use crate::store::{StoreError, retry};
use crate::tokens::device_authorization::{SEAL_PURPOSE, digest};

/// How often another user code is drawn if one is somebody else's already, which among so many hardly happens once.
const DRAWS: usize = 3;

/// What a device asks for. Everything in it was checked by whoever asks.
#[derive(Clone, Debug)]
pub struct DeviceRequest<'a> {
    /// The app on it.
    pub client: &'a Client,
    /// Within which scopes.
    pub scopes: Scopes,
    /// What for.
    pub yields: DeviceYield,
}

/// The answer (RFC 8628, section 3.2), as it is sent.
#[derive(Clone, Serialize, ToSchema)]
pub struct DeviceCodes {
    /// What the device keeps to itself and polls with.
    pub device_code: String,
    /// What it shows.
    pub user_code: String,
    /// Where the person is to go.
    pub verification_uri: String,
    /// The same with the code in it, for a QR code.
    pub verification_uri_complete: String,
    /// For how many seconds both codes work.
    pub expires_in: u64,
    /// How many seconds the device waits between two questions.
    pub interval: u64,
}

/// Draws the codes and stores their digests.
pub async fn request(
    app: &App,
    asked: &DeviceRequest<'_>,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<DeviceCodes, StoreError> {
    let settings = &app.config.device_authorization;
    let device_code = app.entropy.token();
    let asks = DeviceAuthorization {
        id: DeviceAuthorizationId::new(app.ordered_id(now)),
        client_id: asked.client.id.clone(),
        yields: asked.yields,
        scopes: asked.scopes.clone(),
        state: DeviceState::Pending,
        user_id: None,
        polling: Polling { interval: settings.interval_seconds.duration(), last: None },
        ip_address: origin.ip_address.clone(),
        user_agent: origin.user_agent.clone(),
        created_at: now,
        expires_at: now + settings.seconds,
    };
    for _ in 0..DRAWS {
        let user_code = UserCode::draw(&app.entropy);
        let codes = StoredCodes {
            device_code_digest: *Digest::of(&device_code).as_bytes(),
            user_code_digest: digest(app, &user_code),
            user_code_sealed: app.master_keys.seal(SEAL_PURPOSE, user_code.letters().as_bytes(), &app.entropy),
        };
        if retry(|| record(app, &asks, &codes, (origin, now))).await? {
            return Ok(codes_of(app, device_code, &user_code));
        }
    }
    Err(StoreError::Conflict)
}

async fn record(
    app: &App,
    asks: &DeviceAuthorization,
    codes: &StoredCodes,
    (origin, now): (&RequestOrigin, Timestamp),
) -> Result<bool, StoreError> {
    let mut unit = app.store.write("device_authorization.request").await?;
    if !device_authorizations::insert(&mut unit, asks, codes).await? {
        return Ok(false);
    }
    AuditEvent::new(AuditKind::DeviceRequested, origin)
        .client(&asks.client_id)
        .detail("scope", &asks.scopes.to_string())
        .record(app, &mut unit, now)
        .await?;
    unit.commit().await?;
    Ok(true)
}

fn codes_of(app: &App, device_code: String, user_code: &UserCode) -> DeviceCodes {
    let settings = &app.config.device_authorization;
    let user_code = user_code.shown();
    let (verification_uri, verification_uri_complete) = match settings.verification_uri.clone().map(WebUrl::into_url) {
        None => {
            let page = |path: &str| format!("{}{path}", app.config.server.public_url.as_str());
            (page(urls::DEVICE), page(&urls::with_query(urls::DEVICE, &[("user_code", &user_code)])))
        }
        Some(url) => {
            let mut complete = url.clone();
            complete.query_pairs_mut().append_pair("user_code", &user_code);
            (url.into(), complete.into())
        }
    };
    DeviceCodes {
        device_code,
        user_code,
        verification_uri,
        verification_uri_complete,
        expires_in: settings.seconds.count(),
        interval: settings.interval_seconds.count(),
    }
}

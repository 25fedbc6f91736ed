//! What the operator does with clients, by command line or console.

use serde_json::{Map, Value};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::client::{Client, ClientMetadata, ClientSource, SecondFactorDemand, TokenEndpointAuthMethod};
use crate::model::ids::{self, ClientId};
use crate::model::request_origin::RequestOrigin;
use crate::oauth::registration::metadata::{self, MetadataError};
use crate::oauth::registration::register;
use crate::store::{StoreError, clients};

/// Why the operator's wish is refused.
#[derive(Debug, thiserror::Error)]
pub enum OperatorError {
    /// The metadata breaks a rule.
    #[error(transparent)]
    Metadata(#[from] MetadataError),
    /// The chosen id cannot be one.
    #[error("a client_id has from 1 to {} characters of A-Z a-z 0-9 - . _ ~", ids::MAXIMUM_LENGTH)]
    MalformedId,
    /// There is a client with this id.
    #[error("there is a client with this client_id")]
    IdTaken,
    /// The client has no secret.
    #[error("the client has no secret: it authenticates by {}", .0.as_str())]
    NoSecret(TokenEndpointAuthMethod),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A client that the operator adds.
#[derive(Clone, Copy, Debug)]
pub struct NewClient<'a> {
    /// The id that the operator chose; else it is random.
    pub id: Option<&'a str>,
    /// `Operator`, or `Demo` for the demo app.
    pub source: ClientSource,
    /// The members of RFC 7591 and those that only the operator may set.
    pub members: &'a Map<String, Value>,
}

/// Adds a client. The secret, if its authentication method uses one, is known only now.
pub async fn create(
    app: &App,
    new: &NewClient<'_>,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<(Client, Option<String>), OperatorError> {
    let id = new.id.map(check_id).transpose()?;
    let metadata = metadata::validate(new.members, new.source)?;
    let new = register::NewClient { id, source: new.source, metadata };
    match register::register(app, new, origin, now).await {
        Ok(registered) => Ok((registered.client, registered.secret)),
        Err(error) if error.is_unique_violation("clients_pkey") => Err(OperatorError::IdTaken),
        Err(error) => Err(error.into()),
    }
}

/// Replaces the metadata of a client, whoever registered it. Returns whether it still had `version`.
pub async fn replace(
    app: &App,
    client: &Client,
    members: &Map<String, Value>,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<bool, OperatorError> {
    let metadata = metadata::validate(members, ClientSource::Operator)?;
    if metadata.token_endpoint_auth_method != client.metadata.token_endpoint_auth_method {
        let rule = "token_endpoint_auth_method stays as it was registered: add another client".to_owned();
        return Err(MetadataError::ClientMetadata(rule).into());
    }
    let mut unit = app.store.write("registration.operator_replace").await?;
    let replaced = clients::set_metadata(&mut unit, &client.id, client.version, &metadata, now).await?;
    if replaced {
        AuditEvent::new(AuditKind::ClientChanged, origin).client(&client.id).record(app, &mut unit, now).await?;
    }
    unit.commit().await?;
    Ok(replaced)
}

/// Demands two factors of whoever uses a client, or as many as signing in asks for. Counts for what was allowed before, too. Returns
/// whether the client still had its version.
pub async fn set_second_factor(
    app: &App,
    client: &Client,
    demand: SecondFactorDemand,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let metadata = ClientMetadata { second_factor: demand, ..client.metadata.clone() };
    let mut unit = app.store.write("registration.operator_set_second_factor").await?;
    let changed = clients::set_metadata(&mut unit, &client.id, client.version, &metadata, now).await?;
    if changed {
        AuditEvent::new(AuditKind::ClientChanged, origin)
            .client(&client.id)
            .detail("change", "second_factor")
            .record(app, &mut unit, now)
            .await?;
    }
    unit.commit().await?;
    Ok(changed)
}

/// Gives a client another secret. The old one is void at once.
pub async fn rotate_secret(app: &App, client: &Client, origin: &RequestOrigin, now: Timestamp) -> Result<String, OperatorError> {
    if !client.metadata.token_endpoint_auth_method.uses_secret() {
        return Err(OperatorError::NoSecret(client.metadata.token_endpoint_auth_method));
    }
    let secret = app.entropy.token();
    let digest = *Digest::of(&secret).as_bytes();
    let mut unit = app.store.write("registration.operator_rotate_secret").await?;
    clients::set_secret(&mut unit, &client.id, Some(digest), now).await?;
    AuditEvent::new(AuditKind::ClientChanged, origin)
        .client(&client.id)
        .detail("change", "secret")
        .record(app, &mut unit, now)
        .await?;
    unit.commit().await?;
    Ok(secret)
}

/// Forbids a client everything, or allows it again.
pub async fn set_disabled(
    app: &App,
    id: &ClientId,
    disabled: bool,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut unit = app.store.write("registration.operator_set_disabled").await?;
    clients::set_disabled(&mut unit, id, disabled.then_some(now), now).await?;
    let change = if disabled { "disabled" } else { "enabled" };
    AuditEvent::new(AuditKind::ClientChanged, origin).client(id).detail("change", change).record(app, &mut unit, now).await?;
    unit.commit().await
}

/// Deletes a client, with what people allowed it. Returns whether there was one.
pub async fn remove(app: &App, id: &ClientId, origin: &RequestOrigin, now: Timestamp) -> Result<bool, StoreError> {
    let mut unit = app.store.write("registration.operator_remove").await?;
    let removed = clients::delete(&mut unit, id).await?;
    if removed {
        AuditEvent::new(AuditKind::ClientDeleted, origin).client(id).record(app, &mut unit, now).await?;
    }
    unit.commit().await?;
    Ok(removed)
}

/// Unreserved characters of RFC 3986, so that the id needs no escaping in a URI or in HTTP Basic.
fn check_id(id: &str) -> Result<ClientId, OperatorError> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    if (1..=ids::MAXIMUM_LENGTH).contains(&id.len()) && id.bytes().all(allowed) {
        Ok(ClientId::new(id))
    } else {
        Err(OperatorError::MalformedId)
    }
}

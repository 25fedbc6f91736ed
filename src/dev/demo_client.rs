//! The demo app's registration at the login server: the only thing that is done for it behind the door.

use std::fmt;

use secrecy::SecretString;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::model::client::{ApplicationType, Client, ClientMetadata, ClientSource, SecondFactorDemand, TokenEndpointAuthMethod};
use crate::model::grant_type::GrantType;
use crate::model::ids::ClientId;
use crate::model::redirect_uri::{RedirectUri, RedirectUriError};
use crate::model::response_type::ResponseType;
use crate::model::scope::{SUPPORTED, Scopes};
use crate::model::signing_algorithm::SigningAlgorithm;
use crate::store::clients::{self, StoredClient};
use crate::store::{StoreError, Tx};

const CLIENT_ID: &str = "fieldnotes";

/// What the demo app proves itself with.
#[derive(Clone)]
pub struct DemoClient {
    /// The `client_id`.
    pub id: ClientId,
    /// The `client_secret`, new at each start.
    pub secret: SecretString,
}

impl fmt::Debug for DemoClient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "DemoClient({})", self.id)
    }
}

/// Why the demo app could not be registered.
#[derive(Debug, thiserror::Error)]
pub enum DemoClientError {
    /// Its origin makes no redirect URI.
    #[error("the demo app's address: {0}")]
    Origin(#[from] RedirectUriError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Registers the demo app at `demo_origin` (without trailing slash), or updates the registration that an earlier start left in the
/// database. The client is confidential: the demo app runs on a server.
pub async fn demo_client(app: &App, demo_origin: &str, now: Timestamp) -> Result<DemoClient, DemoClientError> {
    let client = DemoClient { id: ClientId::new(CLIENT_ID), secret: app.entropy.token().into() };
    let digest = *Digest::of(secrecy::ExposeSecret::expose_secret(&client.secret)).as_bytes();
    let metadata = metadata(demo_origin)?;

    let mut unit = app.store.write("dev.demo_client").await?;
    match clients::by_id(&mut unit, &client.id).await? {
        Some(stored) => renew(&mut unit, &stored.client, (&metadata, digest), now).await?,
        None => clients::insert(&mut unit, &registration(&client.id, metadata, digest, now)).await?,
    }
    unit.commit().await?;
    Ok(client)
}

fn registration(id: &ClientId, metadata: ClientMetadata, digest: [u8; 32], now: Timestamp) -> StoredClient {
    StoredClient {
        client: Client {
            id: id.clone(),
            source: ClientSource::Demo,
            metadata,
            version: 1,
            disabled_at: None,
            created_at: now,
            updated_at: now,
        },
        secret_digest: Some(digest),
        registration_token_digest: None,
    }
}

async fn renew(
    unit: &mut Tx,
    client: &Client,
    (metadata, digest): (&ClientMetadata, [u8; 32]),
    now: Timestamp,
) -> Result<(), StoreError> {
    clients::set_metadata(unit, &client.id, client.version, metadata, now).await?;
    clients::set_secret(unit, &client.id, Some(digest), now).await?;
    clients::set_disabled(unit, &client.id, None, now).await?;
    Ok(())
}

fn metadata(origin: &str) -> Result<ClientMetadata, RedirectUriError> {
    Ok(ClientMetadata {
        client_name: "Fieldnotes".to_owned(),
        application_type: ApplicationType::Web,
        redirect_uris: vec![RedirectUri::parse(&format!("{origin}/callback"))?],
        post_logout_redirect_uris: vec![RedirectUri::parse(&format!("{origin}/"))?],
        token_endpoint_auth_method: TokenEndpointAuthMethod::ClientSecretBasic,
        grant_types: vec![GrantType::AuthorizationCode, GrantType::RefreshToken],
        response_types: vec![ResponseType::Code],
        scope: Scopes::of(&SUPPORTED).to_string(),
        client_credentials_scope: String::new(),
        jwks: None,
        id_token_signed_response_alg: SigningAlgorithm::default(),
        default_max_age: None,
        require_auth_time: false,
        client_uri: Some(format!("{origin}/")),
        logo_uri: None,
        policy_uri: None,
        tos_uri: None,
        initiate_login_uri: Some(format!("{origin}/sign-in")),
        contacts: Vec::new(),
        software_id: None,
        software_version: None,
        skip_consent: false,
        second_factor: SecondFactorDemand::default(),
        pkce_optional: false,
        claims_in_id_token: false,
    })
}

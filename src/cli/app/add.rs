//! `vestibule app add`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use super::{tell_secret, value};
use crate::cli::failure::Failure;
use crate::cli::opening::{self, Setting};
use crate::cli::{Format, output};
use crate::model::client::{ClientSource, TokenEndpointAuthMethod};
use crate::model::grant_type::GrantType;
use crate::model::request_origin::RequestOrigin;
use crate::oauth::registration::metadata::{self, MetadataError};
use crate::oauth::registration::operator::{self, NewClient};

/// What `vestibule app add` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The name that people see
    #[arg(long)]
    name: String,
    /// Where codes may be sent; once for each address
    #[arg(long = "redirect-uri", value_name = "URI")]
    redirect_uris: Vec<String>,
    /// Where people may be sent after signing out; once for each address
    #[arg(long = "post-logout-redirect-uri", value_name = "URI")]
    post_logout_redirect_uris: Vec<String>,
    /// What kind of app it is
    #[arg(long = "type", value_enum, default_value_t = Kind::Web)]
    kind: Kind,
    /// A scope that it may ask for, or have if it is a machine; once for each [default: openid, profile, email, offline_access]
    #[arg(long = "scope", value_name = "SCOPE")]
    scopes: Vec<String>,
    /// How it authenticates: client_secret_basic, client_secret_post, private_key_jwt or none [default: by its type]
    #[arg(long, value_name = "METHOD")]
    auth_method: Option<String>,
    /// The file of its public keys, a JWK set, for private_key_jwt
    #[arg(long, value_name = "FILE")]
    jwks: Option<PathBuf>,
    /// Its client_id [default: a random one]
    #[arg(long = "id", value_name = "CLIENT_ID")]
    id: Option<String>,
    /// Also let people sign devices in from somewhere else (device_code, RFC 8628): for a command line that has a browser sometimes
    #[arg(long)]
    device_code: bool,
    /// Do not ask people for consent: for apps of your own
    #[arg(long)]
    skip_consent: bool,
    /// Whether it demands two factors of people, whatever signing in asks for
    #[arg(long, value_enum, default_value_t = super::Demand::Policy)]
    second_factor: super::Demand,
    #[command(flatten)]
    format: Format,
}

/// What kind of app it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Runs on a server and keeps a secret
    Web,
    /// Runs on the person's device
    Native,
    /// Runs in the browser
    Spa,
    /// Runs where no sign-in page can be shown: a TV, a command line (device_code)
    Device,
    /// Acts for itself, without a person (client_credentials)
    Machine,
}

impl Kind {
    const fn auth_method(self) -> TokenEndpointAuthMethod {
        match self {
            Self::Web | Self::Machine => TokenEndpointAuthMethod::ClientSecretBasic,
            Self::Native | Self::Spa | Self::Device => TokenEndpointAuthMethod::None,
        }
    }

    const fn grant_types(self) -> &'static [GrantType] {
        match self {
            Self::Web | Self::Native | Self::Spa => &[GrantType::AuthorizationCode, GrantType::RefreshToken],
            Self::Device => &[GrantType::DeviceCode, GrantType::RefreshToken],
            Self::Machine => &[GrantType::ClientCredentials],
        }
    }
}

impl From<MetadataError> for Failure {
    fn from(error: MetadataError) -> Self {
        Self::failed(error.to_string())
    }
}

/// Registers the app. The metadata is judged before anything is opened.
pub async fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let config = setting.config()?;
    let members = members(arguments)?;
    metadata::validate(&members, ClientSource::Operator, &config.users.scopes())?;
    opening::with_app(config, setting, async |app| {
        let new = NewClient { id: arguments.id.as_deref(), source: ClientSource::Operator, members: &members };
        let (client, secret) = operator::create(app, &new, &RequestOrigin::default(), app.clock.now()).await?;
        if arguments.format.json {
            let mut shown = value(&client);
            if let (Some(members), Some(secret)) = (shown.as_object_mut(), secret) {
                members.insert("client_secret".to_owned(), Value::String(secret));
            }
            output::json(&shown);
        } else {
            tell_secret(&client, secret.as_deref());
        }
        Ok(())
    })
    .await
}

/// The arguments as the members of RFC 7591, section 2.
fn members(arguments: &Arguments) -> Result<Map<String, Value>, Failure> {
    let kind = arguments.kind;
    let method = arguments.auth_method.as_deref().unwrap_or(kind.auth_method().as_str());
    let mut members = Map::new();
    let mut set = |name: &str, value: Value| members.insert(name.to_owned(), value);
    set("client_name", json!(arguments.name));
    let mut grant_types = kind.grant_types().to_vec();
    if arguments.device_code && !grant_types.contains(&GrantType::DeviceCode) {
        grant_types.push(GrantType::DeviceCode);
    }
    let native = matches!(kind, Kind::Native | Kind::Device);
    set("application_type", json!(if native { "native" } else { "web" }));
    set("redirect_uris", json!(arguments.redirect_uris));
    set("post_logout_redirect_uris", json!(arguments.post_logout_redirect_uris));
    set("token_endpoint_auth_method", json!(method));
    set("grant_types", json!(grant_types));
    set("skip_consent", json!(arguments.skip_consent));
    set("second_factor", json!(arguments.second_factor.demand()));
    if !arguments.scopes.is_empty() {
        let member = if kind == Kind::Machine { "client_credentials_scope" } else { "scope" };
        set(member, json!(arguments.scopes.join(" ")));
    }
    if let Some(file) = &arguments.jwks {
        set("jwks", read_json(file)?);
    }
    Ok(members)
}

fn read_json(file: &Path) -> Result<Value, Failure> {
    let text = fs::read_to_string(file).map_err(|error| Failure::failed(format!("{}: {error}", file.display())))?;
    serde_json::from_str(&text).map_err(|error| Failure::failed(format!("{} is not JSON: {error}", file.display())))
}

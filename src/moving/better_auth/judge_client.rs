//! Apps (OAuth clients) and what people allowed them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use super::judge::{Judge, Judged, id_of, left, refused};
use crate::crypto::better_auth::is_envelope;
use crate::crypto::digest::Digest;
use crate::model::client::{Client, ClientSource};
use crate::model::grant_type::GrantType;
use crate::model::ids::{ClientId, UserId};
use crate::model::scope::{self, Scopes};
use crate::moving::candidate::Item;
use crate::moving::report::Outcome;
use crate::oauth::registration::metadata;
use crate::store::better_auth::Record;

/// A secret that is shorter may have been thought of by a person.
const SHORTEST_RANDOM: usize = 24;

/// How a client's secret is written at the other server.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SecretForm {
    /// As the SHA-256 of it, unless it is sealed.
    Hashed,
    /// As it is, unless it is sealed or looks like a hash.
    Plain,
}

impl Judge<'_> {
    /// A client of the plugin `oauth-provider`.
    pub(super) fn client(&self, record: &Record) -> Judged {
        let mut members = Map::new();
        let mut notes = Vec::new();
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                members.insert(name.to_owned(), value);
            }
        };
        let text = |column: &str| record.filled(column).map(|text| json!(text));
        let list = |column: &str| Some(record.list(column, &[' ', ','])).filter(|list| !list.is_empty());
        for (member, column) in [
            ("client_name", "name"),
            ("client_uri", "uri"),
            ("logo_uri", "icon"),
            ("policy_uri", "policy"),
            ("tos_uri", "tos"),
            ("software_id", "softwareId"),
            ("software_version", "softwareVersion"),
            ("application_type", "applicationType"),
            ("subject_type", "subjectType"),
            ("jwks_uri", "jwksUri"),
        ] {
            put(member, text(column));
        }
        for (member, column) in
            [("redirect_uris", "redirectUris"), ("post_logout_redirect_uris", "postLogoutRedirectUris"), ("contacts", "contacts")]
        {
            put(member, list(column).map(|list| json!(list)));
        }
        let is_public = record.flag("public") || record.filled("clientSecret").is_none() && record.filled("jwks").is_none();
        let method = if is_public { "none" } else { "client_secret_basic" };
        put("token_endpoint_auth_method", Some(text("tokenEndpointAuthMethod").unwrap_or_else(|| json!(method))));
        put("jwks", record.filled("jwks").and_then(jwks));
        put("dpop_bound_access_tokens", Some(json!(record.flag("dpopBoundAccessTokens"))));
        put("skip_consent", Some(json!(record.flag("skipConsent"))));
        put("pkce_optional", Some(json!(record.stated("requirePKCE") == Some(false) && !is_public)));
        let grants = flows(list("grantTypes").unwrap_or_default(), &mut put, &mut notes);
        let own = list("clientCredentialsScopes").unwrap_or_default();
        let own: Vec<String> = own.into_iter().filter(|own| !scope::SUPPORTED.contains(&own.as_str())).collect();
        if grants.contains(&GrantType::ClientCredentials) && !own.is_empty() {
            put("client_credentials_scope", Some(json!(own.join(" "))));
        }
        for (column, what) in [
            ("backchannelLogoutUri", "back-channel logout is not kept"),
            ("clientDiscoveryId", "it is no longer looked up by its address"),
        ] {
            if record.filled(column).is_some() {
                notes.push(what.to_owned());
            }
        }
        // Somebody vouched for it who may; else it registered itself, as far as its row tells.
        let vouched = record.flag("skipConsent") || record.filled("userId").is_some() || record.filled("referenceId").is_some();
        let source = if vouched || !own.is_empty() { ClientSource::Operator } else { ClientSource::Dynamic };
        if let Some(mut scopes) = list("scopes") {
            // Who registers itself cannot invent scopes.
            if source == ClientSource::Dynamic && scopes.iter().any(|name| !scope::SUPPORTED.contains(&name.as_str())) {
                scopes.retain(|name| scope::SUPPORTED.contains(&name.as_str()));
                notes.push("scopes that are not known here are left out".to_owned());
            }
            put("scope", Some(json!(scopes.join(" "))));
        }
        self.client_of(record, (members, source, SecretForm::Hashed), notes)
    }

    /// A client of the older plugins `oidc-provider` and `mcp`.
    pub(super) fn application(&self, record: &Record) -> Judged {
        let kind = record.filled("type").unwrap_or("web");
        let is_public = kind == "public" || record.filled("clientSecret").is_none();
        let mut members = Map::new();
        members.insert("redirect_uris".to_owned(), json!(record.list("redirectUrls", &[','])));
        members.insert("application_type".to_owned(), json!(if kind == "native" { "native" } else { "web" }));
        members.insert("grant_types".to_owned(), json!(["authorization_code", "refresh_token"]));
        members.insert("token_endpoint_auth_method".to_owned(), json!(if is_public { "none" } else { "client_secret_basic" }));
        for (member, column) in [("client_name", "name"), ("logo_uri", "icon")] {
            if let Some(text) = record.filled(column) {
                members.insert(member.to_owned(), json!(text));
            }
        }
        let source = if record.filled("userId").is_some() { ClientSource::Operator } else { ClientSource::Dynamic };
        self.client_of(record, (members, source, SecretForm::Plain), Vec::new())
    }

    fn client_of(
        &self,
        record: &Record,
        (members, source, form): (Map<String, Value>, ClientSource, SecretForm),
        mut notes: Vec<String>,
    ) -> Judged {
        let id = id_of(record, "clientId")?;
        let known = self.app.config.users.scopes();
        let metadata = match metadata::validate(&members, source, &known) {
            Ok(metadata) => metadata,
            // A picture or a page of an app that is refused here is no reason to keep the app out.
            Err(_) => {
                let bare: Map<String, Value> = members.into_iter().filter(|(name, _)| !is_decoration(name)).collect();
                let metadata = metadata::validate(&bare, source, &known).map_err(|error| Outcome::Refused(error.to_string()))?;
                notes.push("its pages and pictures are refused here".to_owned());
                metadata
            }
        };
        let secret_digest = if metadata.token_endpoint_auth_method.uses_secret() {
            let stored = record.filled("clientSecret").ok_or_else(|| refused("it has no secret"))?;
            Some(self.secret_digest(stored, form, &mut notes)?)
        } else {
            None
        };
        let created_at = record.time("createdAt").unwrap_or(self.now);
        let client = Client {
            id: ClientId::new(id),
            source,
            metadata,
            version: 1,
            disabled_at: record.flag("disabled").then_some(self.now),
            created_at,
            updated_at: record.time("updatedAt").unwrap_or(created_at),
        };
        Ok((Item::Client(Box::new(client), secret_digest), notes))
    }

    /// The SHA-256 of a client's secret, whichever way the other server keeps it.
    fn secret_digest(&self, stored: &str, form: SecretForm, notes: &mut Vec<String>) -> Result<[u8; 32], Outcome> {
        if is_envelope(stored) {
            let opened = self.secrets.open(stored).map_err(|error| Outcome::Refused(format!("its secret: {error}")))?;
            return Ok(*Digest::of(&opened).as_bytes());
        }
        let hashed = URL_SAFE_NO_PAD.decode(stored.trim_end_matches('=')).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        match (hashed, form) {
            (Some(hashed), _) => Ok(hashed),
            (None, SecretForm::Hashed) => Err(refused("its secret is kept in a form that is not known here: give it another")),
            (None, SecretForm::Plain) => {
                if stored.len() < SHORTEST_RANDOM {
                    notes.push("its secret is short: give it another with `vestibule app rotate-secret`".to_owned());
                }
                Ok(*Digest::of(stored).as_bytes())
            }
        }
    }

    pub(super) fn consent(&self, record: &Record) -> Judged {
        if record.stated("consentGiven") == Some(false) {
            return Err(left("nothing was allowed"));
        }
        let scopes = record.list("scopes", &[' ', ',']).join(" ");
        let scopes = Scopes::parse(&scopes).map_err(|_| refused("its scopes are none"))?;
        let created_at = record.time("createdAt").unwrap_or(self.now);
        let item = Item::Consent {
            user: UserId::new(id_of(record, "userId")?),
            client: ClientId::new(id_of(record, "clientId")?),
            scopes,
            created_at,
            updated_at: record.time("updatedAt").unwrap_or(created_at),
        };
        Ok((item, Vec::new()))
    }
}

/// The grants that are known here, and the response types that go with them.
fn flows(names: Vec<String>, put: &mut impl FnMut(&str, Option<Value>), notes: &mut Vec<String>) -> Vec<GrantType> {
    let mut grants = Vec::new();
    for name in &names {
        match GrantType::parse(name) {
            Some(grant) => grants.push(grant),
            None => notes.push(format!("the grant {name} is not known here")),
        }
    }
    if names.is_empty() {
        grants.push(GrantType::AuthorizationCode);
    }
    // Their server gives refresh tokens to whoever may ask for them.
    if grants.contains(&GrantType::AuthorizationCode) && !grants.contains(&GrantType::RefreshToken) {
        grants.push(GrantType::RefreshToken);
    }
    put("grant_types", Some(json!(grants)));
    grants
}

/// A key set, or the array of its keys.
fn jwks(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    Some(if value.is_array() { json!({ "keys": value }) } else { value })
}

fn is_decoration(member: &str) -> bool {
    ["client_uri", "logo_uri", "policy_uri", "tos_uri", "contacts", "software_id", "software_version"].contains(&member)
}

//! Additional fields of people: what they hold, and changing it.
//!
//! A value that nobody else may have is claimed in the unit that sets it. It is no secret which are taken: whoever sends one learns
//! it, and nothing else. So that asking again does not tell whether an address has an account, a sign-up for one that has keeps the
//! values for whom the address belongs to.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::additional_fields::{AdditionalField, FieldValues};
use crate::model::claims;
use crate::model::client::Client;
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::scope::Scopes;
use crate::model::user::User;
use crate::store::{StoreError, Tx, additional_fields, retry, users};
use crate::users::permission::MayChange;

/// The name of a field whose value is somebody else's. The unit must not be committed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldTaken(pub String);

/// What somebody of whom nothing is known yet says in the fields.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    /// They were not asked: what everybody must say they are asked later.
    Nothing,
    /// This; already judged.
    Values(&'a FieldValues),
    /// Something that is not taken.
    Refused,
}

/// What somebody new said has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaid {
    /// It is not taken.
    Refused,
    /// It is somebody else's.
    Taken(FieldTaken),
}

impl Said<'_> {
    /// Whether it would have an effect, as far as can be told before there is a user.
    pub async fn judge(self, app: &App, tx: &mut Tx) -> Result<Result<(), NotSaid>, StoreError> {
        match self {
            Self::Nothing => Ok(Ok(())),
            Self::Values(values) => Ok(taken(app, tx, values).await?.map_or(Ok(()), |field| Err(NotSaid::Taken(field)))),
            Self::Refused => Ok(Err(NotSaid::Refused)),
        }
    }

    /// What was said, to be set later.
    pub fn values(self) -> FieldValues {
        match self {
            Self::Values(values) => values.clone(),
            Self::Nothing | Self::Refused => FieldValues::new(),
        }
    }

    /// Sets it for a user who is new. If it has no effect, the unit must not be committed.
    pub async fn set(self, app: &App, tx: &mut Tx, user: &UserId) -> Result<Result<(), NotSaid>, StoreError> {
        match self {
            Self::Nothing => Ok(Ok(())),
            Self::Values(values) => Ok(set(app, tx, user, values).await?.map_err(NotSaid::Taken)),
            Self::Refused => Ok(Err(NotSaid::Refused)),
        }
    }
}

/// A person's own values. Costs nothing where no field is declared.
pub async fn of_user(app: &App, user: &UserId) -> Result<FieldValues, StoreError> {
    if app.config.users.fields().is_empty() {
        return Ok(FieldValues::new());
    }
    let mut unit = app.store.read("users.fields").await?;
    additional_fields::of_user(&mut unit, user).await
}

/// Whether somebody still has to say something. Somebody anonymous says nothing about themselves.
pub async fn is_incomplete(app: &App, user: &User) -> Result<bool, StoreError> {
    let fields = app.config.users.fields();
    if user.is_anonymous || !fields.may_be_missing() {
        return Ok(false);
    }
    let own = of_user(app, &user.id).await?;
    Ok(fields.missing(&own).next().is_some())
}

/// What an app with these scopes is told of a person beside their standard claims.
pub async fn claims(app: &App, user: &UserId, scopes: &Scopes) -> Result<claims::Claims, StoreError> {
    let fields = app.config.users.fields();
    if fields.released(scopes).next().is_none() {
        return Ok(claims::Claims::new());
    }
    let own = of_user(app, user).await?;
    let known = fields.released(scopes).map(|(field, release)| (release.claim.clone(), field.held(&own).clone()));
    // What is not known is left out, never null (OpenID Connect Core, section 5.3.2).
    Ok(known.filter(|(_, value)| !value.is_null()).collect())
}

/// The same for an ID token, in which few clients want to be told.
pub async fn claims_in_id_token(
    app: &App,
    user: &UserId,
    client: &Client,
    scopes: &Scopes,
) -> Result<claims::Claims, StoreError> {
    if client.metadata.claims_in_id_token { claims(app, user, scopes).await } else { Ok(claims::Claims::new()) }
}

fn unique<'a>(app: &'a App, values: &'a FieldValues) -> impl Iterator<Item = (&'a AdditionalField, &'a serde_json::Value)> {
    let fields = app.config.users.fields().iter().filter(|field| field.unique);
    fields.filter_map(move |field| values.get(&field.name).filter(|value| !value.is_null()).map(|value| (field, value)))
}

/// The first field whose value is somebody's already.
pub async fn first_taken(app: &App, values: &FieldValues) -> Result<Option<FieldTaken>, StoreError> {
    if unique(app, values).next().is_none() {
        return Ok(None);
    }
    let mut unit = app.store.read("users.fields.first_taken").await?;
    taken(app, &mut unit, values).await
}

async fn taken(app: &App, tx: &mut Tx, values: &FieldValues) -> Result<Option<FieldTaken>, StoreError> {
    for (field, value) in unique(app, values) {
        if additional_fields::claimant(tx, &field.name, value).await?.is_some() {
            return Ok(Some(FieldTaken(field.name.clone())));
        }
    }
    Ok(None)
}

/// Keeps values for a user who did not send them, so that it makes no difference that they exist.
pub async fn keep_for(app: &App, tx: &mut Tx, user: &UserId, values: &FieldValues) -> Result<Result<(), FieldTaken>, StoreError> {
    for (field, value) in unique(app, values) {
        if !additional_fields::claim(tx, user, &field.name, value).await? {
            return Ok(Err(FieldTaken(field.name.clone())));
        }
    }
    Ok(Ok(()))
}

/// Sets judged values of a user who is new or held.
pub async fn set(app: &App, tx: &mut Tx, user: &UserId, values: &FieldValues) -> Result<Result<(), FieldTaken>, StoreError> {
    if values.is_empty() {
        return Ok(Ok(()));
    }
    let before = additional_fields::of_user(tx, user).await?;
    if let Err(taken) = keep_for(app, tx, user, values).await? {
        return Ok(Err(taken));
    }
    for (name, value) in values {
        if before.get(name) == Some(value) {
            continue;
        }
        let left = before.get(name).filter(|left| !left.is_null());
        if let Some(left) = left.filter(|_| app.config.users.fields().find(name).is_some_and(|field| field.unique)) {
            additional_fields::release(tx, user, name, left).await?;
        }
        additional_fields::put_of_user(tx, user, name, value).await?;
    }
    Ok(Ok(()))
}

/// Adds what somebody had still to say, already judged.
pub async fn complete(
    app: &App,
    user: &User,
    said: &FieldValues,
    _may: &MayChange,
    at: (&RequestOrigin, Timestamp),
) -> Result<Result<(), FieldTaken>, StoreError> {
    let (origin, now) = at;
    retry(|| async {
        let mut unit = app.store.write("users.fields.complete").await?;
        if users::touch(&mut unit, &user.id, now).await? {
            if let Err(taken) = set(app, &mut unit, &user.id, said).await? {
                return Ok(Err(taken));
            }
            AuditEvent::new(AuditKind::ProfileChanged, origin).user(&user.id).record(app, &mut unit, now).await?;
        }
        unit.commit().await?;
        Ok(Ok(()))
    })
    .await
}

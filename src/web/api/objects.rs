//! The objects that answers are made of, with their fields in the order of the reference.

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::model::second_factor::SecondFactor;
use crate::model::session::Session;
use crate::model::user::{Account, User};
use crate::model::username::Usernames;
use crate::sessions::challenge::PendingSignIn;
use crate::store::StoreError;
use crate::users::{phone, username};
use crate::web::api::phone_numbers::PhoneNumberObject;
use crate::web::visit::SignedIn;

/// A person.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = User)]
pub struct UserObject {
    /// How they are called.
    pub name: String,
    /// Their mail address, in lower case.
    pub email: String,
    /// Whether they have proved that it is theirs.
    pub email_verified: bool,
    /// The address of a picture.
    pub image: Option<String>,
    /// When the account was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// Whether signing in asks them for a second factor; only where there are second factors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub two_factor_enabled: Option<bool>,
    /// Whether they said nothing about themselves yet; only where people can sign in anonymously.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_anonymous: Option<bool>,
    /// What they are called by beside that, where usernames are turned on.
    #[serde(flatten)]
    pub usernames: Option<UsernamesObject>,
    /// Their phone number, where those are turned on.
    #[serde(flatten)]
    pub phone_number: Option<PhoneNumberObject>,
    /// Opaque and never reused; also the `sub` of their tokens.
    pub id: String,
}

/// What a person is called by beside name and address.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Usernames)]
pub struct UsernamesObject {
    /// By which they sign in, in lower case.
    pub username: Option<String>,
    /// By which others see them.
    pub display_username: Option<String>,
}

impl From<Usernames> for UsernamesObject {
    fn from(names: Usernames) -> Self {
        Self { username: names.username.map(|username| username.as_str().to_owned()), display_username: names.display_username }
    }
}

impl UserObject {
    /// A person, with what is stored of them beside their row.
    pub async fn of(app: &App, user: &User) -> Result<Self, StoreError> {
        let mut object = Self::with(app, user, username::of_user(app, &user.id).await?);
        if app.config.phone.enabled {
            object.phone_number = Some(phone::of_user(app, &user.id).await?.into());
        }
        Ok(object)
    }

    /// A person who never had a phone number and is called by these names; none where usernames are turned off.
    pub fn with(app: &App, user: &User, usernames: Option<Usernames>) -> Self {
        Self {
            name: user.name.clone(),
            email: user.email.clone(),
            email_verified: user.email_verified,
            image: user.image.clone(),
            created_at: user.created_at.rfc3339(),
            updated_at: user.updated_at.rfc3339(),
            two_factor_enabled: app.config.two_factor.is_on().then_some(user.two_factor_enabled_at.is_some()),
            is_anonymous: app.config.anonymous.enabled.then_some(user.is_anonymous),
            usernames: usernames.map(UsernamesObject::from),
            phone_number: app.config.phone.enabled.then(PhoneNumberObject::default),
            id: user.id.as_str().to_owned(),
        }
    }
}

/// A session.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Session)]
pub struct SessionObject {
    /// When it ends by itself.
    #[schema(format = DateTime)]
    pub expires_at: String,
    /// Its token, or its id where the operator shows no tokens.
    pub token: String,
    /// When it was begun.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last extended.
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// From where it was begun.
    pub ip_address: String,
    /// With what it was begun.
    pub user_agent: String,
    /// Whose it is.
    pub user_id: String,
    /// Its id.
    pub id: String,
}

impl SessionObject {
    /// A session as its own holder sees it.
    pub fn new(session: &Session, token: String) -> Self {
        Self {
            expires_at: session.expires_at.rfc3339(),
            token,
            created_at: session.created_at.rfc3339(),
            updated_at: session.updated_at.rfc3339(),
            ip_address: session.ip_address.clone(),
            user_agent: session.user_agent.clone(),
            user_id: session.user_id.as_str().to_owned(),
            id: session.id.as_str().to_owned(),
        }
    }
}

/// A session and its person.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = SessionAndUser)]
pub struct SessionAnswer {
    /// The session.
    pub session: SessionObject,
    /// Who is signed in.
    pub user: UserObject,
}

impl SessionAnswer {
    /// Somebody's session, and they.
    pub async fn of(app: &App, SignedIn { session, user, token }: SignedIn) -> Result<Self, StoreError> {
        Ok(Self { session: SessionObject::new(&session, token), user: UserObject::of(app, &user).await? })
    }
}

/// A first factor was right; a second is owed.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TwoFactorRedirect {
    /// Always true: the app asks for the second factor.
    pub two_factor_redirect: bool,
    /// What the person can show: `totp`, `otp` (a code that is mailed, or sent to their phone).
    pub two_factor_methods: Vec<&'static str>,
}

impl From<&PendingSignIn> for TwoFactorRedirect {
    fn from(pending: &PendingSignIn) -> Self {
        let name = |factor| match factor {
            SecondFactor::Totp => Some("totp"),
            SecondFactor::MailedCode | SecondFactor::TextedCode => Some("otp"),
            // Clients know that there are some, and sign in with a passkey as ever.
            SecondFactor::BackupCode | SecondFactor::Passkey => None,
        };
        let mut methods: Vec<_> = pending.offered.iter().filter_map(name).collect();
        methods.dedup();
        Self { two_factor_redirect: true, two_factor_methods: methods }
    }
}

/// A way in that a person has.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Account)]
pub struct AccountObject {
    /// The person's identifier at the provider.
    pub account_id: String,
    /// `credential` for a password, or the provider's id.
    pub provider_id: String,
    /// Whose it is.
    pub user_id: String,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// Its id, by which it is unlinked.
    pub id: String,
    /// What the provider was asked for.
    pub scopes: Vec<String>,
}

impl From<&Account> for AccountObject {
    fn from(account: &Account) -> Self {
        Self {
            account_id: account.subject.clone(),
            provider_id: account.provider_id.clone(),
            user_id: account.user_id.as_str().to_owned(),
            created_at: account.created_at.rfc3339(),
            updated_at: account.updated_at.rfc3339(),
            id: account.id.as_str().to_owned(),
            scopes: Vec::new(),
        }
    }
}

/// It is done.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Status {
    /// Always true.
    pub status: bool,
}

impl Status {
    /// It is done.
    pub const DONE: Self = Self { status: true };
}

/// It is done, as some endpoints say it.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Success {
    /// Always true.
    pub success: bool,
}

impl Success {
    /// It is done.
    pub const DONE: Self = Self { success: true };
}

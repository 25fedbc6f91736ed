//! An account that is made by a mailed link: an invitation, or what somebody who wants no password asked for on the sign-up page.
//!
//! Whoever has the link has proved the address. Looking at it changes nothing; of any number of parallel tries to make the account
//! one succeeds. If the address has an account that nobody has proved, it becomes the person's, and what was set up for it ends. A
//! proved one stays as it is: whoever has the link is told to sign in.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{OutboxMessage, OwedMail};
use crate::model::additional_fields::FieldValues;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::email::EmailAddress;
use crate::model::ids::{AccountId, UserId};
use crate::model::password::Password;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::{Role, User};
use crate::model::username::Usernames;
use crate::one_time::{self, Purpose, SecretError, Shown};
use crate::sessions::establish::{self, Admission, Proof, Recorded};
use crate::store::invitations::{self, Invitation};
use crate::store::{Retryable, StoreError, Tx, accounts, retry, users};
use crate::users::address_rules;
use crate::users::fields::{self, FieldTaken};
use crate::users::mail_budget::mail_within;
use crate::users::new_password::{self, NotTaken};
use crate::users::passkey;
use crate::users::passkey::ceremony::{self, Begun};
use crate::users::passkey::new_account::{self, NewPasskey};
use crate::users::proved_address;
use crate::users::register::Asked;
use crate::users::terms::{self, Agreement};
use crate::users::username::{self, UsernameChange, UsernameChanged};
use crate::users::welcome::{self, Welcomed};

/// What a link carries that somebody asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignUpPayload {
    /// The normalised address.
    pub email: String,
    /// How they are called.
    pub name: String,
}

/// Whether people can ask for a link by which they make an account without a password.
pub fn is_offered(app: &App) -> bool {
    let mails_are_sent = app.is_dev() || app.config.mail.is_configured();
    app.config.passkey.enabled && app.config.passkey.sign_up && app.config.registration.is_open() && mails_are_sent
}

/// Asks for a link. Says and costs the same whether or not the address has an account.
pub async fn request(
    app: &App,
    payload: SignUpPayload,
    locale: &str,
    callback_url: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let email = payload.email.clone();
    let mail = OwedMail::SignUpLink { email: payload.email, name: payload.name };
    let message = OutboxMessage { mail, locale: locale.to_owned(), callback_url: callback_url.map(str::to_owned) };
    mail_within(app, (Purpose::SignUp.as_str(), &email), &message, now).await
}

/// Where a link comes from.
enum Source {
    Invitation(Invitation),
    Asked(Shown<SignUpPayload>),
}

/// A link that was opened and can be used.
pub struct Offer {
    source: Source,
    /// The account that the address has and nobody has proved.
    unproved: Option<User>,
    /// Whether the address has an account whose owner is known: then nothing is made.
    pub has_account: bool,
}

impl Offer {
    /// The address for which the account is made.
    pub fn email(&self) -> &str {
        match &self.source {
            Source::Invitation(invitation) => &invitation.email,
            Source::Asked(shown) => &shown.payload.email,
        }
    }

    /// How its person may be called.
    pub fn name(&self) -> &str {
        match &self.source {
            Source::Invitation(invitation) => invitation.name.as_deref().unwrap_or_default(),
            Source::Asked(shown) => &shown.payload.name,
        }
    }

    /// Whether the operator invited them.
    pub const fn is_invitation(&self) -> bool {
        matches!(self.source, Source::Invitation(_))
    }

    const fn role(&self) -> Role {
        match &self.source {
            Source::Invitation(invitation) => invitation.role,
            Source::Asked(_) => Role::User,
        }
    }

    /// Spends it. Of any number of parallel calls one returns true.
    async fn spend(&self, tx: &mut Tx, now: Timestamp) -> Result<bool, StoreError> {
        match &self.source {
            Source::Invitation(invitation) => invitations::accept(tx, &invitation.id, now).await,
            Source::Asked(shown) => shown.spend(tx, now).await,
        }
    }
}

/// Why a link makes no account.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// It does nothing.
    #[error(transparent)]
    Dead(#[from] SecretError),
    /// Somebody asked for it, and meanwhile only those make accounts who are invited.
    #[error("accounts are no longer made in this way")]
    Closed,
    /// The password is not taken.
    #[error(transparent)]
    Password(#[from] NotTaken),
}

impl From<StoreError> for LinkError {
    fn from(error: StoreError) -> Self {
        Self::Dead(error.into())
    }
}

impl Retryable for LinkError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Dead(error) if error.is_conflict())
    }
}

/// What a link would do, without doing it.
pub async fn look_up(app: &App, secret: &str, now: Timestamp) -> Result<Offer, LinkError> {
    let mut unit = app.store.read("users.sign_up_link.look_up").await?;
    let source = match invitations::find(&mut unit, Digest::of(secret).as_bytes()).await? {
        Some(invitation) if invitation.accepted_at.is_some() || invitation.withdrawn_at.is_some() => {
            return Err(SecretError::Spent.into());
        }
        Some(invitation) if invitation.expires_at <= now => return Err(SecretError::Expired.into()),
        Some(invitation) => Source::Invitation(invitation),
        None => {
            let shown = one_time::look_up::<SignUpPayload>(app, &mut unit, Purpose::SignUp, secret).await?;
            let email = EmailAddress::from_stored(shown.payload.email.clone());
            if !is_offered(app) || address_rules::check(app, &email).is_err() {
                return Err(LinkError::Closed);
            }
            Source::Asked(shown)
        }
    };
    let mut offer = Offer { source, unproved: None, has_account: false };
    match users::by_email(&mut unit, offer.email()).await? {
        Some(user) if !user.email_verified && !user.is_anonymous && user.disabled_at.is_none() => offer.unproved = Some(user),
        Some(_) => offer.has_account = true,
        None => {}
    }
    Ok(offer)
}

/// Begins to make a passkey for the account of a link.
pub async fn begin_passkey(app: &App, secret: &str, now: Timestamp) -> Result<(User, Begun), LinkError> {
    let offer = look_up(app, secret, now).await?;
    if offer.has_account {
        return Err(SecretError::Spent.into());
    }
    let id = offer.unproved.as_ref().map_or_else(|| UserId::random(&app.entropy), |user| user.id.clone());
    let user = User::beginning(id.clone(), offer.email().to_owned(), offer.name().to_owned(), now);
    let begun = ceremony::begin_for_new_account(app, id, binding(secret), now).await?;
    Ok((user, begun))
}

/// What binds a ceremony to a link.
fn binding(secret: &str) -> String {
    hex::encode(Digest::of(secret).as_bytes())
}

/// How its person signs in from then on.
pub enum Way<'a> {
    /// With a password.
    Password(&'a Password),
    /// With a passkey, and nothing else.
    Passkey(passkey::Shown<'a>),
}

/// An account to be made.
pub struct NewAccount<'a> {
    /// How its person is called.
    pub name: &'a str,
    /// What else.
    pub usernames: &'a Usernames,
    /// What they say in the fields that the operator declared; already judged.
    pub fields: &'a FieldValues,
    /// How they sign in.
    pub way: Way<'a>,
    /// Whether they agreed to the operator's terms.
    pub agreement: Agreement,
    /// The circumstances of the request.
    pub asked: Asked<'a>,
}

/// What came of it.
pub enum SignedUp {
    /// The account exists: a session, or what is owed before it begins.
    Admitted(Admission),
    /// The address has an account, and its owner proved it: they sign in.
    HasAccount,
    /// Somebody else has or had the username.
    UsernameTaken,
    /// Somebody else has what was said in a field.
    FieldTaken(FieldTaken),
    /// The authenticator's answer is not what was asked for.
    PasskeyRefused,
}

/// What proves the person from then on, ready to be stored.
enum Credential {
    Hash(AccountId, String),
    Passkey(Box<NewPasskey>),
}

impl Credential {
    fn method(&self) -> AuthenticationMethod {
        match self {
            Self::Hash(..) => AuthenticationMethod::Password,
            Self::Passkey(made) => made.method(),
        }
    }

    async fn record(&self, tx: &mut Tx, user: &UserId, now: Timestamp) -> Result<bool, StoreError> {
        match self {
            Self::Hash(id, hash) => accounts::insert_credential(tx, id, user, hash, now).await.map(|()| true),
            Self::Passkey(made) => made.record(tx, now).await,
        }
    }
}

/// Makes the account, if the actions allow it. Of any number of parallel tries one succeeds.
pub async fn sign_up(app: &App, secret: &str, new: &NewAccount<'_>, now: Timestamp) -> Result<SignedUp, LinkError> {
    let offer = look_up(app, secret, now).await?;
    if offer.has_account {
        return Ok(SignedUp::HasAccount);
    }
    let credential = match &new.way {
        Way::Password(password) => Credential::Hash(AccountId::random(&app.entropy), new_password::hash(app, password).await?),
        Way::Passkey(shown) => match new_account::judge(app, *shown, &binding(secret), now).await? {
            Some(made) => Credential::Passkey(Box::new(made)),
            None => return Ok(SignedUp::PasskeyRefused),
        },
    };
    let Some(user) = person(app, &offer, &credential, (new.name, now)) else { return Ok(SignedUp::PasskeyRefused) };
    let at = (new.asked.origin, now);
    // An account that is there already was asked about when it was made.
    let account = match offer.unproved {
        Some(before) => Account::TakenOver(Box::new(before), Box::new(user)),
        None => match welcome::ask(app, user, credential.method(), at).await? {
            Ok(welcomed) => Account::New(Box::new(welcomed)),
            Err(refusal) => return Ok(SignedUp::Admitted(Admission::Refused(Box::new(refusal)))),
        },
    };
    match retry(|| try_to_sign_up(app, secret, new, (&credential, &account), now)).await? {
        Tried::Done(signed_up) => Ok(signed_up),
        Tried::SignIn(recorded) => Ok(SignedUp::Admitted(recorded.conclude(app, new.asked.origin).await?)),
    }
}

/// Who has the account from then on; none if the passkey was made for somebody else.
fn person(app: &App, offer: &Offer, credential: &Credential, (name, now): (&str, Timestamp)) -> Option<User> {
    let id = match (&offer.unproved, credential) {
        (Some(user), Credential::Passkey(made)) if made.user != user.id => return None,
        (Some(user), _) => user.id.clone(),
        (None, Credential::Passkey(made)) => made.user.clone(),
        (None, Credential::Hash(..)) => UserId::random(&app.entropy),
    };
    let fresh = User { role: offer.role(), ..User::beginning(id, offer.email().to_owned(), name.to_owned(), now) };
    Some(User {
        email_verified: true,
        credential_version: offer.unproved.as_ref().map_or(1, |user| user.credential_version + 1),
        created_at: offer.unproved.as_ref().map_or(now, |user| user.created_at),
        image: offer.unproved.as_ref().and_then(|user| user.image.clone()),
        locale: offer.unproved.as_ref().and_then(|user| user.locale.clone()),
        ..fresh
    })
}

/// Which account is made of the link's.
enum Account {
    /// A new one.
    New(Box<Welcomed>),
    /// One that nobody had proved: as it was, and as it is from then on.
    TakenOver(Box<User>, Box<User>),
}

impl Account {
    const fn user(&self) -> &User {
        match self {
            Self::New(welcomed) => welcomed.user(),
            Self::TakenOver(_, user) => user,
        }
    }
}

/// What a unit came to.
enum Tried {
    Done(SignedUp),
    SignIn(Recorded),
}

async fn try_to_sign_up(
    app: &App,
    secret: &str,
    new: &NewAccount<'_>,
    made: (&Credential, &Account),
    now: Timestamp,
) -> Result<Tried, LinkError> {
    let ((credential, account), asked) = (made, new.asked);
    let user = account.user();
    let offer = look_up(app, secret, now).await?;
    if offer.has_account {
        return Ok(Tried::Done(SignedUp::HasAccount));
    }
    let proof = Proof {
        user,
        method: credential.method(),
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: asked.trusted_device,
        shown_session: asked.shown_session,
    };
    let session = establish::prepare(app, &proof, asked.origin, now);
    let at = (asked.origin, now);

    let mut unit = app.store.write("users.sign_up_link.sign_up").await?;
    let named = match account {
        Account::TakenOver(before, user) => take_over(app, &mut unit, (before, user), new, at).await?,
        Account::New(welcomed) if !welcomed.insert(app, &mut unit, at).await? => return Err(StoreError::Conflict.into()),
        Account::New(_) => username::take(&mut unit, &user.id, new.usernames, now).await?,
    };
    if !named {
        return Ok(Tried::Done(SignedUp::UsernameTaken));
    }
    if !offer.spend(&mut unit, now).await? {
        return Err(SecretError::Spent.into());
    }
    if let Err(taken) = fields::set(app, &mut unit, &user.id, new.fields).await? {
        return Ok(Tried::Done(SignedUp::FieldTaken(taken)));
    }
    if !credential.record(&mut unit, &user.id, now).await? {
        return Ok(Tried::Done(SignedUp::PasskeyRefused));
    }
    if let Source::Invitation(invitation) = &offer.source {
        let accepted = AuditEvent::new(AuditKind::InvitationAccepted, asked.origin).user(&user.id);
        accepted.detail("invitation", invitation.id.as_str()).record(app, &mut unit, now).await?;
    }
    terms::record_of_new_account(app, &mut unit, &user.id, new.agreement, at).await?;
    let recorded = session.record(app, &mut unit, asked.origin).await?.ok_or(StoreError::Conflict)?;
    unit.commit().await?;
    Ok(Tried::SignIn(recorded))
}

/// Makes an account that nobody had proved that of who has the link. Returns false if the username is taken.
async fn take_over(
    app: &App,
    tx: &mut Tx,
    (before, after): (&User, &User),
    new: &NewAccount<'_>,
    at: (&RequestOrigin, Timestamp),
) -> Result<bool, StoreError> {
    let (_, now) = at;
    proved_address::prove_first(app, tx, (after, before.credential_version), at).await?;
    users::set_name(tx, &after.id, &after.name, now).await?;
    users::set_image(tx, &after.id, after.image.as_deref(), now).await?;
    users::set_role(tx, &after.id, after.role, now).await?;
    let Some(username) = &new.usernames.username else { return Ok(true) };
    let change =
        UsernameChange { username: Some(Some(username.clone())), display_username: Some(new.usernames.display_username.clone()) };
    Ok(username::change(app, tx, &after.id, &change, at).await? == UsernameChanged::Done)
}

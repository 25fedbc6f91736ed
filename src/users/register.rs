//! A new account with a password.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::actions::Refusal;
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::additional_fields::FieldValues;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::email::EmailAddress;
use crate::model::ids::{AccountId, UserId};
use crate::model::password::Password;
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::{Role, User};
use crate::model::username::Usernames;
use crate::sessions::challenge::PendingSignIn;
use crate::sessions::establish::{self, Admission, Established, Proof};
use crate::store::{StoreError, accounts, retry, usernames, users};
use crate::users::address_rules;
use crate::users::fields::{self, FieldTaken};
use crate::users::new_password::{self, NotTaken};
use crate::users::terms::{self, Agreement};
use crate::users::username;
use crate::users::welcome::{self, Welcomed};

/// What somebody asks for.
pub struct Registration<'a> {
    /// Their address.
    pub email: EmailAddress,
    /// Their name.
    pub name: String,
    /// Their picture.
    pub image: Option<String>,
    /// What else they are called by.
    pub usernames: Usernames,
    /// What they say in the fields that the operator declared; already judged.
    pub fields: FieldValues,
    /// Their password.
    pub password: Password,
    /// What they may do.
    pub role: Role,
    /// Whether somebody who can vouch for the address (the operator) says that it is theirs.
    pub email_verified: bool,
    /// Whether they agreed to the operator's terms.
    pub agreement: Agreement,
    /// Who asks from where.
    pub asked: Asked<'a>,
}

/// The circumstances of the request.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// From where.
    pub origin: &'a RequestOrigin,
    /// Whether to be kept signed in.
    pub remember: bool,
    /// The session that the browser has.
    pub session: Option<&'a Session>,
    /// The browser's flow secret.
    pub browser_secret: Option<&'a str>,
    /// The language of the page.
    pub locale: &'a str,
    /// Where the mailed link leads afterwards; already checked.
    pub callback_url: Option<&'a str>,
    /// What the browser shows to be trusted.
    pub trusted_device: Option<&'a str>,
    /// The token of the session that the browser shows, whoever's it is and whether or not it lives.
    pub shown_session: Option<&'a str>,
}

/// What comes of it.
pub enum Registered {
    /// The account exists and the browser is signed in.
    SignedIn(Box<Established>),
    /// The account exists; its owner owes a second factor before the browser is signed in.
    SecondFactorOwed {
        /// The account.
        user: Box<User>,
        /// What is owed.
        pending: Box<PendingSignIn>,
    },
    /// A mail tells how to go on. Also the answer for an address that has an account: its owner is told by mail.
    CheckYourMail {
        /// The account as it is or would be; nothing in it tells which.
        user: Box<User>,
    },
    /// The address has an account. Only where the operator chose friendliness over secrecy.
    AddressTaken,
    /// Somebody else has or had the username.
    UsernameTaken,
    /// Somebody else has what was said in a field in which nobody may have the same.
    FieldTaken(FieldTaken),
    /// The operator wants no accounts with addresses of this domain.
    DomainRefused,
    /// An action is against the account, or against signing in with it.
    Refused(Box<Refusal>),
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The password is not taken.
    #[error(transparent)]
    Password(#[from] NotTaken),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Registers somebody. Costs the same whether or not the address is taken: one hash and one unit. A username that is taken is no
/// secret, and costs nothing.
pub async fn register(app: &App, registration: Registration<'_>, now: Timestamp) -> Result<Registered, RegisterError> {
    if !registration.email_verified && address_rules::check(app, &registration.email).is_err() {
        return Ok(Registered::DomainRefused);
    }
    let names = registration.usernames;
    if let Some(username) = &names.username
        && !username::is_available(app, username).await?
    {
        return Ok(Registered::UsernameTaken);
    }
    if let Some(taken) = fields::first_taken(app, &registration.fields).await? {
        return Ok(Registered::FieldTaken(taken));
    }
    let asked = registration.asked;
    let must_verify = app.config.require_verified_email() && !registration.email_verified;
    let (id, email) = (UserId::random(&app.entropy), registration.email.as_str().to_owned());
    let user = User {
        email_verified: registration.email_verified,
        image: registration.image,
        role: registration.role,
        ..User::beginning(id, email, registration.name, now)
    };
    // Before anybody looks whether the address has an account: the question is the same either way.
    let welcomed = if registration.email_verified {
        Welcomed::by_operator(user)
    } else {
        match welcome::ask(app, user, AuthenticationMethod::Password, (asked.origin, now)).await? {
            Ok(welcomed) => welcomed,
            Err(refusal) => return Ok(Registered::Refused(Box::new(refusal))),
        }
    };
    let user = welcomed.user();
    let hash = new_password::hash(app, &registration.password).await?;
    let account = AccountId::random(&app.entropy);
    let proof = Proof {
        user,
        method: AuthenticationMethod::Password,
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: asked.trusted_device,
        shown_session: asked.shown_session,
    };
    let session = establish::prepare(app, &proof, asked.origin, now);
    let mail =
        |mail| OutboxMessage { mail, locale: asked.locale.to_owned(), callback_url: asked.callback_url.map(str::to_owned) };

    let outcome = retry(|| async {
        let mut unit = app.store.write("users.register").await?;
        let outcome = if welcomed.insert(app, &mut unit, (asked.origin, now)).await? {
            if !username::take(&mut unit, &user.id, &names, now).await? {
                return Ok(Written::Done(Registered::UsernameTaken));
            }
            if let Err(taken) = fields::set(app, &mut unit, &user.id, &registration.fields).await? {
                return Ok(Written::Done(Registered::FieldTaken(taken)));
            }
            accounts::insert_credential(&mut unit, &account, &user.id, &hash, now).await?;
            terms::record_of_new_account(app, &mut unit, &user.id, registration.agreement, (asked.origin, now)).await?;
            if !user.email_verified {
                outbox::put(app, &mut unit, &mail(OwedMail::VerifyEmail { email: user.email.clone() }), now).await?;
            }
            if must_verify {
                Written::Done(Registered::CheckYourMail { user: Box::new(user.clone()) })
            } else {
                let recorded = session.record(app, &mut unit, asked.origin).await?;
                let impossible = || StoreError::inconsistent("users", "a user that was just made cannot sign in");
                Written::SignIn(recorded.ok_or_else(impossible)?)
            }
        } else if must_verify {
            // What nobody else may have is gone either way, or asking for it afterwards would tell whether the address has an account.
            // It is kept for who owns the address.
            if let Some(owner) = users::by_email(&mut unit, &user.email).await? {
                if let Some(username) = &names.username
                    && !usernames::keep_for(&mut unit, &owner.id, username, now).await?
                {
                    return Ok(Written::Done(Registered::UsernameTaken));
                }
                if let Err(taken) = fields::keep_for(app, &mut unit, &owner.id, &registration.fields).await? {
                    return Ok(Written::Done(Registered::FieldTaken(taken)));
                }
            }
            outbox::put(app, &mut unit, &mail(OwedMail::ExistingAccount { email: user.email.clone() }), now).await?;
            Written::Done(Registered::CheckYourMail { user: Box::new(user.clone()) })
        } else {
            Written::Done(Registered::AddressTaken)
        };
        unit.commit().await?;
        Ok::<_, StoreError>(outcome)
    })
    .await?;
    app.wake_outbox();
    let recorded = match outcome {
        Written::Done(registered) => return Ok(registered),
        Written::SignIn(recorded) => recorded,
    };
    Ok(match recorded.conclude(app, asked.origin).await? {
        Admission::SignedIn(established) => Registered::SignedIn(established),
        Admission::SecondFactorOwed(pending) => Registered::SecondFactorOwed { user: Box::new(user.clone()), pending },
        Admission::Refused(refusal) => Registered::Refused(refusal),
    })
}

/// What the unit came to.
enum Written {
    Done(Registered),
    /// The account is made, and its owner is about to be signed in.
    SignIn(establish::Recorded),
}

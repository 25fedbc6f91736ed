//! Signing in with a wallet of Ethereum (EIP-4361): its owner signs a message that names this server, a nonce of ours and the time.
//!
//! The nonce is spent by the first message that names it, right or wrong. Accounts of contracts (EIP-1271) cannot be asked without a
//! node of each chain, and are refused.

pub mod confirm;
pub mod page_message;

use std::time::Duration;

use serde::de::IgnoredAny;

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::SignUp;
use crate::crypto::ethereum::{self, EthereumAddress};
use crate::events::actions;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{OutboxMessage, OwedMail};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::email::EmailAddress;
use crate::model::ids::{AccountId, UserId};
use crate::model::request_origin::RequestOrigin;
use crate::model::siwe_message::SiweMessage;
use crate::model::trusted_origin::TrustedOrigins;
use crate::model::user::{Account, PLACEHOLDER_SUFFIX, User, WALLET_PROVIDER};
use crate::one_time::{self, Purpose, SecretError, Shown};
use crate::sessions::establish::{self, Admission, Prepared, Proof, Recorded};
use crate::store::wallet_addresses::{self, WalletAddress};
use crate::store::{StoreError, Tx, accounts, retry, users};
use crate::users::mail_budget::mail_within;
use crate::users::register::Asked;
use crate::users::welcome::{self, Welcomed};

/// How far the clock of a wallet may be ahead of ours.
const SKEW: Duration = Duration::from_secs(30);
/// What tells a placeholder apart whose plain form somebody took.
const SUFFIX_LENGTH: usize = 12;

/// What an app hands over.
#[derive(Clone, Copy)]
pub struct SignedMessage<'a> {
    /// The message.
    pub message: &'a str,
    /// Its signature.
    pub signature: &'a str,
    /// An address that is to be that of a new account.
    pub email: Option<&'a EmailAddress>,
    /// Whose pages may be signed in to.
    pub trusted: &'a TrustedOrigins,
}

/// What came of it.
pub enum SignedIn {
    /// The wallet's owner may come in.
    Admitted {
        /// Who they are.
        user: UserId,
        /// With which wallet.
        wallet: WalletAddress,
        /// Their session, or what they owe before it begins.
        admission: Admission,
    },
    /// Nobody comes in.
    Refused(Refusal),
}

/// Why nobody comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The nonce is none of ours, or spent, or too old.
    Nonce,
    /// The text is no message, or not one for this server.
    Mismatch,
    /// It is too late for the message.
    Expired,
    /// It is too early.
    NotYetValid,
    /// Wallets may not sign on its chain.
    Chain,
    /// It was not signed by the account that it names.
    Signature,
    /// The wallet has no account, and none may be made.
    SignUpClosed,
    /// The operator forbids the person to sign in.
    Disabled,
}

/// Makes a nonce.
pub async fn nonce(app: &App, now: Timestamp) -> Result<String, StoreError> {
    let life = (now, app.config.siwe.nonce_seconds.duration());
    let minted = one_time::mint_nonce(app, Purpose::SiweNonce, life, |_| ())?;
    let mut unit = app.store.write("users.siwe.nonce").await?;
    minted.record_beside(&mut unit).await?;
    unit.commit().await?;
    Ok(minted.secret)
}

/// Judges a message of an app and signs its wallet's owner in. Of any number of tries with one nonce one is judged.
pub async fn sign_in(app: &App, signed: SignedMessage<'_>, asked: Asked<'_>, now: Timestamp) -> Result<SignedIn, StoreError> {
    let Ok(message) = SiweMessage::parse(signed.message) else { return Ok(SignedIn::Refused(Refusal::Mismatch)) };
    let domain =
        app.config.siwe.domain.as_ref().map_or_else(|| app.config.server.public_url.authority(), |domain| domain.as_str());
    let judged = judge(app, &message, (&signed, domain), now);
    let tried = Tried { purpose: Purpose::SiweNonce, nonce: message.nonce, named: message.address, judged: &judged };
    let (signed_in, is_new) = enter(app, tried, asked, now).await?;
    if let (SignedIn::Admitted { user, .. }, Some(email)) = (&signed_in, signed.email.filter(|_| is_new)) {
        let mail = OwedMail::VerifyNewEmail { user_id: user.clone(), new_email: email.as_str().to_owned() };
        let callback_url = asked.callback_url.map(str::to_owned);
        let message = OutboxMessage { mail, locale: asked.locale.to_owned(), callback_url };
        mail_within(app, ("siwe", email.as_str()), &message, now).await?;
    }
    Ok(signed_in)
}

/// A try whose message was judged.
#[derive(Clone, Copy)]
struct Tried<'a> {
    purpose: Purpose,
    nonce: &'a str,
    /// The account that the message names.
    named: &'a str,
    judged: &'a Result<WalletAddress, Refusal>,
}

/// Spends the nonce of a message that was judged, and lets its wallet's owner in if it was right. Says too whether they are new.
async fn enter(app: &App, tried: Tried<'_>, asked: Asked<'_>, now: Timestamp) -> Result<(SignedIn, bool), StoreError> {
    Ok(match retry(|| try_to_enter(app, tried, asked, now)).await? {
        Entered::Came { user, wallet, recorded, is_new } => {
            let admission = recorded.conclude(app, asked.origin).await?;
            (SignedIn::Admitted { user, wallet, admission }, is_new)
        }
        Entered::Kept(signed_in) => (signed_in, false),
    })
}

/// Everything that can be said without asking the store of a message for the pages of `domain`.
fn judge(
    app: &App,
    message: &SiweMessage<'_>,
    (signed, domain): (&SignedMessage<'_>, &str),
    now: Timestamp,
) -> Result<WalletAddress, Refusal> {
    let scheme = message.uri.split(':').next();
    let address = EthereumAddress::parse(message.address).ok_or(Refusal::Mismatch)?;
    let fits = message.domain == domain
        && message.scheme.is_none_or(|named| Some(named) == scheme)
        && signed.trusted.trusts_url(message.uri);
    if !fits {
        return Err(Refusal::Mismatch);
    }
    let life = app.config.siwe.nonce_seconds.duration();
    if message.expires_at.is_some_and(|end| end <= now) || message.issued_at + life + SKEW <= now {
        return Err(Refusal::Expired);
    }
    if message.not_before.is_some_and(|start| start > now) || message.issued_at > now + SKEW {
        return Err(Refusal::NotYetValid);
    }
    if !app.config.siwe.takes_chain(message.chain_id) {
        return Err(Refusal::Chain);
    }
    if ethereum::signer(signed.message, signed.signature) != Some(address) {
        return Err(Refusal::Signature);
    }
    Ok(WalletAddress { address: address.to_string(), chain_id: message.chain_id })
}

/// What the unit came to.
enum Entered {
    /// Somebody may come in, as far as this goes.
    Came { user: UserId, wallet: WalletAddress, recorded: Box<Recorded>, is_new: bool },
    /// Nobody does.
    Kept(SignedIn),
}

/// Why no entrance was prepared.
enum Against {
    Us(Refusal),
    Actions(UserId, WalletAddress, Box<actions::Refusal>),
}

async fn try_to_enter(app: &App, tried: Tried<'_>, asked: Asked<'_>, now: Timestamp) -> Result<Entered, StoreError> {
    let mut unit = app.store.read("users.siwe.find").await?;
    let shown = match one_time::look_up::<IgnoredAny>(app, &mut unit, tried.purpose, tried.nonce).await {
        Ok(shown) => shown,
        Err(SecretError::Store(error)) => return Err(error),
        Err(SecretError::Unknown | SecretError::Spent | SecretError::Expired) => return refused(Refusal::Nonce),
    };
    let owner = wallet_addresses::owner(&mut unit, tried.named).await?;
    drop(unit);
    let about = owner.as_ref().map(|owner| owner.id.clone());
    let entrance = match tried.judged {
        Ok(wallet) => Entrance::prepare(app, wallet.clone(), owner, (asked, now)).await?,
        Err(refusal) => Err(Against::Us(*refusal)),
    };
    let mut unit = app.store.write("users.siwe.sign_in").await?;
    let entered = match entrance {
        Ok(entrance) => entrance.record(app, &mut unit, &shown, (asked, now)).await?,
        Err(against) if shown.spend(&mut unit, now).await? => Entered::Kept(match against {
            Against::Us(refusal) => {
                note_refusal(app, &mut unit, about.as_ref(), (asked.origin, now)).await?;
                SignedIn::Refused(refusal)
            }
            Against::Actions(user, wallet, refusal) => {
                SignedIn::Admitted { user, wallet, admission: Admission::Refused(refusal) }
            }
        }),
        Err(_) => Entered::Kept(SignedIn::Refused(Refusal::Nonce)),
    };
    unit.commit().await?;
    Ok(entered)
}

/// Writes into the trail that a message came to nothing, once for each nonce of ours that was spent on one.
async fn note_refusal(
    app: &App,
    tx: &mut Tx,
    about: Option<&UserId>,
    (origin, now): (&RequestOrigin, Timestamp),
) -> Result<(), StoreError> {
    let event = AuditEvent::new(AuditKind::SignInRefused, origin).detail("method", AuthenticationMethod::Wallet.as_str());
    let event = about.into_iter().fold(event, AuditEvent::user);
    event.record(app, tx, now).await
}

fn refused(refusal: Refusal) -> Result<Entered, StoreError> {
    Ok(Entered::Kept(SignedIn::Refused(refusal)))
}

/// An entrance that is ready to be recorded.
struct Entrance {
    user: User,
    /// Who is to be made, if it is somebody new.
    welcomed: Option<Welcomed>,
    wallet: WalletAddress,
    account: AccountId,
    session: Prepared,
    /// The address of a new person where somebody took the plain placeholder.
    other_email: String,
}

impl Entrance {
    async fn prepare(
        app: &App,
        wallet: WalletAddress,
        owner: Option<User>,
        at: (Asked<'_>, Timestamp),
    ) -> Result<Result<Self, Against>, StoreError> {
        let (asked, now) = at;
        let may_sign_up = app.config.siwe.sign_up && app.config.registration.sign_up == SignUp::Open;
        let user = match owner {
            Some(user) if user.disabled_at.is_some() => return Ok(Err(Against::Us(Refusal::Disabled))),
            Some(user) => (user, None),
            None if may_sign_up => {
                let id = UserId::random(&app.entropy);
                let user = User::beginning(id.clone(), placeholder(&wallet.address), wallet.address.clone(), now);
                match welcome::ask(app, user, AuthenticationMethod::Wallet, (asked.origin, now)).await? {
                    Ok(welcomed) => (welcomed.user().clone(), Some(welcomed)),
                    Err(refusal) => return Ok(Err(Against::Actions(id, wallet, Box::new(refusal)))),
                }
            }
            None => return Ok(Err(Against::Us(Refusal::SignUpClosed))),
        };
        let (user, welcomed) = user;
        let proof = Proof {
            user: &user,
            method: AuthenticationMethod::Wallet,
            remember: asked.remember,
            replaces: asked.session,
            browser_secret: asked.browser_secret,
            trusted_device: asked.trusted_device,
            shown_session: asked.shown_session,
        };
        let session = establish::prepare(app, &proof, asked.origin, now);
        let tail = app.entropy.alphanumeric(SUFFIX_LENGTH).to_ascii_lowercase();
        let other_email = placeholder(&format!("{}-{tail}", wallet.address));
        Ok(Ok(Self { user, welcomed, wallet, account: AccountId::random(&app.entropy), session, other_email }))
    }

    /// Records it and spends the nonce. A conflict means that the wallet's owner changed meanwhile: everything is to be done again.
    async fn record(
        self,
        app: &App,
        tx: &mut Tx,
        shown: &Shown<IgnoredAny>,
        at: (Asked<'_>, Timestamp),
    ) -> Result<Entered, StoreError> {
        let (asked, now) = at;
        let Self { user, welcomed, wallet, .. } = &self;
        let is_new = welcomed.is_some();
        if let Some(welcomed) = welcomed {
            let (other, at) = (welcomed.with_placeholder(self.other_email.clone()), (asked.origin, now));
            if !welcomed.insert(app, tx, at).await? && !other.insert(app, tx, at).await? {
                return Err(StoreError::Conflict);
            }
        } else if !users::hold_for_session(tx, &user.id, user.credential_version).await? {
            return Err(StoreError::Conflict);
        }
        if !shown.spend(tx, now).await? {
            // What was made for somebody new goes with the unit.
            return if is_new { Err(StoreError::Conflict) } else { refused(Refusal::Nonce) };
        }
        let is_first_here = if is_new {
            if !wallet_addresses::claim(tx, &user.id, wallet, now).await? {
                return Err(StoreError::Conflict);
            }
            true
        } else {
            wallet_addresses::add_chain(tx, &user.id, wallet, now).await?
        };
        if is_first_here {
            let subject = account_subject(wallet);
            accounts::insert_linked(tx, &self.account, &user.id, (WALLET_PROVIDER, &subject), now).await?;
        }
        let recorded = self.session.record(app, tx, asked.origin).await?.ok_or(StoreError::Conflict)?;
        let (user, recorded) = (user.id.clone(), Box::new(recorded));
        Ok(Entered::Came { user, wallet: self.wallet, recorded, is_new })
    }
}

/// How a wallet on a chain stands among the ways in of a person.
fn account_subject(wallet: &WalletAddress) -> String {
    format!("{}:{}", wallet.address, wallet.chain_id)
}

/// The wallet that a way in stands for, if it stands for one.
pub fn wallet_of(account: &Account) -> Option<WalletAddress> {
    let subject = Some(account.subject.as_str()).filter(|_| account.provider_id == WALLET_PROVIDER)?;
    let (address, chain_id) = subject.split_once(':')?;
    Some(WalletAddress { address: address.to_owned(), chain_id: chain_id.parse().ok()? })
}

fn placeholder(name: &str) -> String {
    format!("{}@siwe{PLACEHOLDER_SUFFIX}", name.to_ascii_lowercase())
}

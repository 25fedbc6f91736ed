//! The messages that wallets sign on our own pages. We write them whole, so that nothing in them is anybody else's word; they are kept
//! under their nonce, bound to the page's place (a browser, or a login transaction of one), and work there once.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::ethereum::EthereumAddress;
use crate::model::siwe_message::SiweMessage;
use crate::model::trusted_origin::TrustedOrigins;
use crate::one_time::{self, Purpose, SecretError};
use crate::store::StoreError;
use crate::store::wallet_addresses::WalletAddress;
use crate::users::register::Asked;
use crate::users::siwe::{Refusal, SignedIn, SignedMessage, Tried, enter, judge};

/// What a message is to say.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The account that is to sign.
    pub address: EthereumAddress,
    /// The chain that the wallet is on.
    pub chain_id: i64,
    /// What its owner reads.
    pub statement: &'a str,
    /// Where the answer must come from.
    pub place: &'a str,
    /// What the answer is to be good for.
    pub good_for: GoodFor,
}

/// What a signature is good for, and for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoodFor {
    /// Signing in.
    SigningIn,
    /// Proving that it is still the person who is signed in.
    Confirming,
}

impl GoodFor {
    pub(super) const fn purpose(self) -> Purpose {
        match self {
            Self::SigningIn => Purpose::SiweMessage,
            Self::Confirming => Purpose::SiweConfirmation,
        }
    }
}

/// A message to be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageMessage {
    /// What the answer names it by.
    pub nonce: String,
    /// The text.
    pub text: String,
}

/// What is kept of it.
#[derive(Serialize, Deserialize)]
struct Kept {
    text: String,
    place: String,
}

/// A signature that a page brings.
#[derive(Clone, Copy)]
pub struct Signed<'a> {
    /// Of which message.
    pub nonce: &'a str,
    /// It: `0x` and 130 hexadecimal digits.
    pub signature: &'a str,
    /// From where it comes.
    pub place: &'a str,
    /// The origin of our pages.
    pub trusted: &'a TrustedOrigins,
}

/// Writes a message; none where wallets may not sign on this chain.
pub async fn write(app: &App, wanted: Wanted<'_>, now: Timestamp) -> Result<Option<PageMessage>, StoreError> {
    let settings = &app.config.siwe;
    if !settings.takes_chain(wanted.chain_id) {
        return Ok(None);
    }
    let life = settings.nonce_seconds.duration();
    let address = wanted.address.to_string();
    let mut text = String::new();
    let minted = one_time::mint_nonce(app, wanted.good_for.purpose(), (now, life), |nonce| {
        let message = SiweMessage {
            scheme: None,
            domain: app.config.server.public_url.authority(),
            address: &address,
            statement: Some(wanted.statement),
            uri: app.config.server.public_url.as_str(),
            chain_id: wanted.chain_id,
            nonce,
            issued_at: now,
            expires_at: Some(now + life),
            not_before: None,
        };
        text = message.to_string();
        Kept { text: text.clone(), place: wanted.place.to_owned() }
    })?;
    let mut unit = app.store.write("users.siwe.page_message").await?;
    minted.record_beside(&mut unit).await?;
    unit.commit().await?;
    Ok(Some(PageMessage { nonce: minted.secret, text }))
}

/// A signature of a message of ours that was judged.
pub(super) struct Judged {
    /// The account that the message names.
    pub(super) named: String,
    /// Whether it is right.
    pub(super) wallet: Result<WalletAddress, Refusal>,
}

/// Judges a signature. None if there is no such message for this place: then nothing is spent.
pub(super) async fn judge_signed(
    app: &App,
    good_for: GoodFor,
    signed: Signed<'_>,
    now: Timestamp,
) -> Result<Option<Judged>, StoreError> {
    let mut unit = app.store.read("users.siwe.page_message.find").await?;
    let found = one_time::look_up::<Kept>(app, &mut unit, good_for.purpose(), signed.nonce).await;
    drop(unit);
    let kept = match found {
        Ok(shown) if shown.payload.place == signed.place => shown.payload,
        Err(SecretError::Store(error)) => return Err(error),
        Ok(_) | Err(SecretError::Unknown | SecretError::Spent | SecretError::Expired) => return Ok(None),
    };
    let Ok(message) = SiweMessage::parse(&kept.text) else { return Ok(None) };
    let shown = SignedMessage { message: &kept.text, signature: signed.signature, email: None, trusted: signed.trusted };
    let wallet = judge(app, &message, (&shown, app.config.server.public_url.authority()), now);
    Ok(Some(Judged { named: message.address.to_owned(), wallet }))
}

/// Judges a signature and signs its wallet's owner in. Of any number of tries with one message one is judged; what comes from
/// another place spends nothing.
pub async fn sign_in(app: &App, signed: Signed<'_>, asked: Asked<'_>, now: Timestamp) -> Result<SignedIn, StoreError> {
    let Some(Judged { named, wallet }) = judge_signed(app, GoodFor::SigningIn, signed, now).await? else {
        return Ok(SignedIn::Refused(Refusal::Nonce));
    };
    let tried = Tried { purpose: GoodFor::SigningIn.purpose(), nonce: signed.nonce, named: &named, judged: &wallet };
    enter(app, tried, asked, now).await.map(|(signed_in, _)| signed_in)
}

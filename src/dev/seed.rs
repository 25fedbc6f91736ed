//! Somebody to sign in as: an account with a proved address and a passphrase that is new at each start.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::password_pool::Overloaded;
use crate::model::ids::{AccountId, UserId};
use crate::model::user::User;
use crate::random::Entropy;
use crate::store::{StoreError, Tx, accounts, users};

const EMAIL: &str = "ada@example.test";
const NAME: &str = "Ada Lovelace";
const WORDS_IN_PASSPHRASE: usize = 5;

/// Words that are easy to read and to type; 64 of them, six bits each.
const WORDS: [&str; 64] = [
    "amber", "anchor", "apple", "arrow", "autumn", "badger", "basket", "birch", "bridge", "bronze", "candle", "canyon", "castle",
    "cedar", "cherry", "clover", "copper", "coral", "cotton", "desert", "dragon", "ember", "falcon", "fern", "forest", "garden",
    "ginger", "glacier", "harbor", "hazel", "heron", "island", "ivory", "jasmine", "kettle", "lantern", "lemon", "linen",
    "maple", "marble", "meadow", "melon", "mirror", "nutmeg", "ocean", "olive", "orchid", "otter", "paper", "pebble", "pepper",
    "pine", "planet", "raven", "river", "saddle", "silver", "sparrow", "spruce", "summer", "timber", "valley", "walnut",
    "willow",
];

/// The account to try.
#[derive(Clone)]
pub struct SeededPerson {
    /// Their address.
    pub email: String,
    /// Their passphrase.
    pub password: SecretString,
}

impl fmt::Debug for SeededPerson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SeededPerson({})", self.email)
    }
}

/// Why there is nobody to sign in as.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// Too many passwords wait to be hashed.
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes Ada's account, or gives the one that an earlier start left in the database a new passphrase.
pub async fn seed(app: &App, now: Timestamp) -> Result<SeededPerson, SeedError> {
    let person = SeededPerson { email: EMAIL.to_owned(), password: passphrase(&app.entropy).into() };
    let hash = app.passwords.hash(person.password.clone()).await?;
    let account = AccountId::random(&app.entropy);
    let ada =
        User { email_verified: true, ..User::beginning(UserId::random(&app.entropy), EMAIL.to_owned(), NAME.to_owned(), now) };

    let mut unit = app.store.write("dev.seed").await?;
    if users::insert(&mut unit, &ada).await? {
        accounts::insert_credential(&mut unit, &account, &ada.id, &hash, now).await?;
    } else {
        set_password(&mut unit, &account, &hash, now).await?;
    }
    unit.commit().await?;
    Ok(person)
}

async fn set_password(unit: &mut Tx, account: &AccountId, hash: &str, now: Timestamp) -> Result<(), StoreError> {
    let ada = users::by_email(unit, EMAIL).await?;
    let ada = ada.ok_or_else(|| StoreError::inconsistent("users", "an address that is taken has no user"))?;
    if !accounts::set_password(unit, &ada.id, hash, now).await? {
        accounts::insert_credential(unit, account, &ada.id, hash, now).await?;
    }
    Ok(())
}

fn passphrase(entropy: &Entropy) -> String {
    let draws = entropy.bytes::<WORDS_IN_PASSPHRASE>();
    let words = draws.iter().filter_map(|draw| WORDS.get(usize::from(*draw) % WORDS.len()).copied());
    words.collect::<Vec<_>>().join("-")
}

impl SeededPerson {
    /// Address and passphrase, to be shown.
    pub fn shown(&self) -> (String, String) {
        (self.email.clone(), self.password.expose_secret().to_owned())
    }
}

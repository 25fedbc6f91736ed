//! A row in our form, before it is written.

use crate::clock::Timestamp;
use crate::model::client::Client;
use crate::model::ids::{ClientId, UserId};
use crate::model::passkey::Passkey;
use crate::model::phone_number::PhoneNumber;
use crate::model::scope::Scopes;
use crate::model::session::Session;
use crate::model::user::User;
use crate::model::username::Usernames;
use crate::moving::belongings::NewBelongings;
use crate::store::moving::MovedAccount;
use crate::store::sessions::StoredToken;
use crate::store::wallet_addresses::WalletAddress;

/// A row that can be moved, for all that it says itself.
pub(in crate::moving) struct Candidate {
    /// Its id at the other server.
    pub(in crate::moving) id: String,
    /// By which it is known again.
    pub(in crate::moving) digest: [u8; 32],
    /// The digest of the person whose it is.
    pub(in crate::moving) person: Option<[u8; 32]>,
    /// In a plan: whether the real installation has it already.
    pub(in crate::moving) is_here: bool,
    /// What it is here.
    pub(in crate::moving) item: Item,
    /// What of it is not moved.
    pub(in crate::moving) notes: Vec<String>,
}

/// A row in our form.
pub(in crate::moving) enum Item {
    User(Box<NewUser>),
    Account(MovedAccount),
    SecondFactor(NewSecondFactor),
    Passkey(Box<Passkey>),
    Wallet(UserId, WalletAddress, Timestamp),
    Session(Box<Session>, StoredToken),
    Client(Box<Client>, Option<[u8; 32]>),
    Consent { user: UserId, client: ClientId, scopes: Scopes, created_at: Timestamp, updated_at: Timestamp },
}

/// A person, and what is moved with them.
#[derive(Clone)]
pub(in crate::moving) struct NewUser {
    pub(in crate::moving) user: User,
    pub(in crate::moving) usernames: Usernames,
    pub(in crate::moving) phone_number: Option<PhoneNumber>,
    pub(in crate::moving) belongings: NewBelongings,
}

/// An authenticator app and codes on paper.
pub(in crate::moving) struct NewSecondFactor {
    pub(in crate::moving) user: UserId,
    pub(in crate::moving) totp_sealed: Vec<u8>,
    pub(in crate::moving) code_digests: Vec<[u8; 32]>,
    pub(in crate::moving) failures: i64,
    pub(in crate::moving) failed_at: Timestamp,
}

impl Candidate {
    /// When the session ends that it is, if it is one.
    pub(in crate::moving) fn session_ends_at(&self) -> Option<Timestamp> {
        if let Item::Session(session, _) = &self.item { Some(session.expires_at) } else { None }
    }
}

//! Identifiers: opaque text of at most 64 characters, one type for each thing that has one, so that none is taken for another.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::random::Entropy;

/// The longest identifier that is stored or accepted, in characters.
pub const MAXIMUM_LENGTH: usize = 64;
const OUR_LENGTH: usize = 32;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// A new random identifier: 32 characters `A-Za-z0-9`, which tell neither time nor order.
            pub fn random(entropy: &Entropy) -> Self {
                Self(entropy.alphanumeric(OUR_LENGTH))
            }

            /// An identifier that is already known: read from the store, or sent by a caller to be looked up.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The text of it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A person. Also the `sub` of their tokens; never reused.
    UserId
);
id!(
    /// A way in that a person has: their password, or one upstream identity.
    AccountId
);
id!(
    /// A signed-in browser or device. Not its bearer token.
    SessionId
);
id!(
    /// An OAuth client (RFC 6749, section 2.2).
    ClientId
);
id!(
    /// What one person allowed one client once: the parent of codes and tokens.
    GrantId
);
id!(
    /// A device that asks to be signed in (RFC 8628); neither of its codes.
    DeviceAuthorizationId
);
id!(
    /// An access or refresh token's row; not the token.
    TokenId
);
id!(
    /// A signing key (`kid`).
    KeyId
);
id!(
    /// A passkey's row; not the credential's own id.
    PasskeyId
);
id!(
    /// A picture that somebody uploaded, and the last part of its address.
    PictureId
);
id!(
    /// An invitation; not the secret of its link.
    InvitationId
);
id!(
    /// A row of the outbox.
    MessageId
);

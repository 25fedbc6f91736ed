//! `[siwe]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::{Seconds, Text};

/// The section `siwe`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Siwe {
    /// Whether people can sign in with a wallet of Ethereum (EIP-4361).
    pub enabled: bool,
    /// Whether a wallet that nobody has makes an account. Only while `registration.sign_up` is open.
    pub sign_up: bool,
    /// Whether an app must send a mail address beside the wallet. It becomes that of a new account once it is proved. The hosted
    /// pages ask for none.
    pub addresses: bool,
    /// The host, with its port if it has one, of the app's page that asks wallets to sign. Without it that of `server.public_url`,
    /// which is always that of the hosted pages.
    pub domain: Option<Text>,
    /// The numbers of the chains (EIP-155) on which a wallet may sign, such as `[1, 137]`; empty for any.
    #[schemars(inner(range(min = 1)))]
    pub chains: Vec<i64>,
    /// How long a nonce works.
    pub nonce_seconds: Seconds,
}

impl Default for Siwe {
    fn default() -> Self {
        Self {
            enabled: false,
            sign_up: true,
            addresses: false,
            domain: None,
            chains: Vec::new(),
            nonce_seconds: Seconds::new(15 * 60),
        }
    }
}

impl Siwe {
    /// Whether a wallet may sign on the chain of this number.
    pub fn takes_chain(&self, number: i64) -> bool {
        self.chains.is_empty() || self.chains.contains(&number)
    }
}

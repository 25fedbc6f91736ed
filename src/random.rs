//! The only source of entropy.
//!
//! Everything random (identifiers, tokens, codes, nonces, salts) is drawn from the [`Entropy`] in the app handle: the operating
//! system's generator in production, a seeded one in tests. Clippy forbids other generators elsewhere.

use std::cell::RefCell;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::rngs::{OsRng, StdRng};
use rand::{RngCore, SeedableRng, TryRngCore};

const ALPHANUMERIC: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/// RFC 8628, section 6.1: consonants without vowels, so that no words appear, and without look-alikes.
pub const CONSONANTS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";

thread_local! {
    /// Draws labels; seeded by the operating system once a thread.
    static LABELS: RefCell<StdRng> = RefCell::new(StdRng::from_os_rng());
}

/// A handle to a cryptographic random generator. Clones share it.
#[derive(Clone)]
pub struct Entropy(Source);

#[derive(Clone)]
enum Source {
    System,
    Seeded(Arc<Mutex<StdRng>>),
}

impl fmt::Debug for Entropy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Entropy")
    }
}

impl Entropy {
    /// The operating system's generator.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A repeatable generator for tests.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed)))))
    }

    /// Fills `bytes`. A machine whose generator fails cannot run an identity provider, so that ends the process.
    #[expect(clippy::expect_used, reason = "without random bytes nothing here can go on")]
    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            Source::System => OsRng.try_fill_bytes(bytes).expect("the operating system gives random bytes"),
            Source::Seeded(generator) => generator.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes),
        }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// 256 random bits in base64url without padding: 43 characters. The form of every bearer secret.
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// `length` characters of `A-Za-z0-9`. 32 of them hold 190 bits: the form of identifiers and session tokens.
    pub fn alphanumeric(&self, length: usize) -> String {
        self.from_alphabet(ALPHANUMERIC, length)
    }

    /// `length` characters of `A-Za-z0-9` that tell things apart and guard nothing, such as the id of a request: from a generator
    /// within the process that the operating system seeds, because asking the system itself costs a call each time.
    pub fn label(&self, length: usize) -> String {
        match &self.0 {
            Source::System => {
                LABELS.with_borrow_mut(|generator| characters(ALPHANUMERIC, length, |bytes| generator.fill_bytes(bytes)))
            }
            Source::Seeded(_) => self.alphanumeric(length),
        }
    }

    /// `length` decimal digits.
    pub fn digits(&self, length: usize) -> String {
        self.from_alphabet(b"0123456789", length)
    }

    /// `length` characters drawn uniformly from `alphabet` (at most 256 different ones).
    pub fn from_alphabet(&self, alphabet: &[u8], length: usize) -> String {
        characters(alphabet, length, |bytes| self.fill(bytes))
    }
}

fn characters(alphabet: &[u8], length: usize, mut fill: impl FnMut(&mut [u8])) -> String {
    let size = alphabet.len().clamp(1, 256);
    // Bytes at or above the largest multiple of `size` would favour the first characters.
    let limit = 256 - 256 % size;
    let mut text = String::with_capacity(length);
    let mut block = [0_u8; 64];
    while text.len() < length {
        fill(&mut block);
        let usable = block.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < limit);
        text.extend(usable.take(length - text.len()).filter_map(|byte| alphabet.get(byte % size)).map(|byte| char::from(*byte)));
    }
    text
}

//! Passwords: Argon2id (RFC 9106) for new ones; the scrypt hashes of Better Auth, bcrypt and older Argon2 parameters are verified and
//! then replaced by the caller.
//!
//! Pure and slow: call it through [`super::password_pool::PasswordPool`].

use std::fmt;

use argon2::{Algorithm, Argon2, Block, Params, PasswordHash, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use openssl::pkcs5::scrypt;
use secrecy::{ExposeSecret as _, SecretString};
use subtle::ConstantTimeEq as _;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// The length of a salt, in bytes.
pub const SALT_LENGTH: usize = 16;
const OUTPUT_LENGTH: usize = 32;
/// A stored hash that asks for more memory than this is not computed: a bad import must not exhaust the machine.
const MAXIMUM_MEMORY_KIB: u32 = 512 * 1024;
const MAXIMUM_ITERATIONS: u32 = 32;
/// Two to this power are the rounds: about four seconds.
const MAXIMUM_BCRYPT_COST: u32 = 15;

/// The cost of new hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordParameters(Params);

/// The parameters are outside what Argon2 and sense allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("password hashing takes at most {MAXIMUM_MEMORY_KIB} KiB, at least 8 a lane, and 1 to {MAXIMUM_ITERATIONS} passes")]
pub struct InvalidPasswordParameters;

impl PasswordParameters {
    /// Memory in KiB, passes over it, and lanes.
    pub fn new(memory_kib: u32, iterations: u32, lanes: u32) -> Result<Self, InvalidPasswordParameters> {
        let params = Params::new(memory_kib, iterations, lanes, None).map_err(|_| InvalidPasswordParameters)?;
        if is_affordable(&params) { Ok(Self(params)) } else { Err(InvalidPasswordParameters) }
    }
}

impl Default for PasswordParameters {
    /// 19 MiB, two passes, one lane.
    fn default() -> Self {
        Self(Params::DEFAULT)
    }
}

/// There is no memory for the hash: the only way in which hashing fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is not enough memory to hash a password")]
pub struct OutOfMemory;

/// What became of a password that was checked against a stored hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// It is the right one.
    Match {
        /// The stored hash is of another kind or cost than new ones; hash again now that the password is known.
        needs_rehash: bool,
    },
    /// It is not, or the stored text is no hash that is known here.
    Mismatch,
}

/// The working memory of Argon2, kept from one hash to the next.
#[derive(Default)]
pub struct HashingMemory(Vec<Block>);

impl HashingMemory {
    fn blocks(&mut self, count: usize) -> Result<&mut [Block], OutOfMemory> {
        let missing = count.saturating_sub(self.0.len());
        self.0.try_reserve_exact(missing).map_err(|_| OutOfMemory)?;
        self.0.resize(self.0.len() + missing, Block::new());
        self.0.get_mut(..count).ok_or(OutOfMemory)
    }
}

impl fmt::Debug for HashingMemory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("HashingMemory")
    }
}

/// Hashes passwords with one set of parameters.
#[derive(Clone, Debug, Default)]
pub struct PasswordHasher {
    parameters: PasswordParameters,
}

impl PasswordHasher {
    /// A hasher that makes new hashes with `parameters`.
    pub const fn new(parameters: PasswordParameters) -> Self {
        Self { parameters }
    }

    /// The hash of a new password as a PHC string.
    pub fn hash(
        &self,
        password: &SecretString,
        salt: [u8; SALT_LENGTH],
        memory: &mut HashingMemory,
    ) -> Result<String, OutOfMemory> {
        let mut output = [0; OUTPUT_LENGTH];
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.parameters.0.clone());
        derive(&argon2, password, &salt, &mut output, memory)?;
        Ok(self.phc_string(&salt, &output))
    }

    /// Checks a password against a stored hash.
    pub fn verify(&self, password: &SecretString, stored: &str, memory: &mut HashingMemory) -> Result<Verification, OutOfMemory> {
        if let Some(scrypt) = ScryptHash::parse(stored) {
            return Ok(matched(scrypt.verify(password), true));
        }
        if is_bcrypt(stored) {
            let matches = bcrypt::verify(password.expose_secret(), stored).unwrap_or(false);
            return Ok(matched(matches, true));
        }
        match StoredArgon2::parse(stored) {
            Some(argon2) => argon2.verify(password, &self.parameters, memory),
            None => self.verify_nothing(password, memory),
        }
    }

    /// Does the work of a verification for an account that does not exist or has no password; never matches.
    pub fn verify_nothing(&self, password: &SecretString, memory: &mut HashingMemory) -> Result<Verification, OutOfMemory> {
        let nothing = self.phc_string(&[0; SALT_LENGTH], &[0; OUTPUT_LENGTH]);
        if let Some(argon2) = StoredArgon2::parse(&nothing) {
            argon2.verify(password, &self.parameters, memory)?;
        }
        Ok(Verification::Mismatch)
    }

    fn phc_string(&self, salt: &[u8], output: &[u8]) -> String {
        let (m, t, p) = (self.parameters.0.m_cost(), self.parameters.0.t_cost(), self.parameters.0.p_cost());
        let (salt, output) = (STANDARD_NO_PAD.encode(salt), STANDARD_NO_PAD.encode(output));
        format!("$argon2id$v=19$m={m},t={t},p={p}${salt}${output}")
    }
}

/// Whether a stored text is a hash that [`PasswordHasher::verify`] knows, so that an account keeps its password.
pub fn is_known_hash(stored: &str) -> bool {
    ScryptHash::parse(stored).is_some() || is_bcrypt(stored) || StoredArgon2::parse(stored).is_some()
}

/// `$2b$COST$` with 22 characters of salt and 31 of hash, and its older names; at a cost that can be paid.
fn is_bcrypt(stored: &str) -> bool {
    let mut parts = stored.split('$');
    let (Some(""), Some(kind), Some(cost), Some(rest), None) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let affordable = cost.len() == 2 && cost.parse().is_ok_and(|cost: u32| (4..=MAXIMUM_BCRYPT_COST).contains(&cost));
    ["2a", "2b", "2y"].contains(&kind) && affordable && rest.len() == 53 && rest.is_ascii()
}

/// A stored Argon2 hash of any variant, taken apart.
struct StoredArgon2 {
    argon2: Argon2<'static>,
    is_current_kind: bool,
    hash: PasswordHash,
}

impl StoredArgon2 {
    fn parse(stored: &str) -> Option<Self> {
        let hash = PasswordHash::new(stored).ok()?;
        let algorithm = Algorithm::try_from(hash.algorithm.as_str()).ok()?;
        let version = hash.version.map_or(Ok(Version::V0x10), Version::try_from).ok()?;
        let params = Params::try_from(&hash).ok().filter(is_affordable)?;
        let is_current_kind = algorithm == Algorithm::Argon2id && version == Version::V0x13;
        Some(Self { argon2: Argon2::new(algorithm, version, params), is_current_kind, hash })
    }

    fn verify(
        &self,
        password: &SecretString,
        current: &PasswordParameters,
        memory: &mut HashingMemory,
    ) -> Result<Verification, OutOfMemory> {
        let (Some(salt), Some(expected)) = (&self.hash.salt, &self.hash.hash) else { return Ok(Verification::Mismatch) };
        let mut output = vec![0; expected.len()];
        // An imported hash that takes more memory than ours must not leave it with the slot.
        let mut larger = HashingMemory::default();
        let is_larger = self.argon2.params().block_count() > current.0.block_count();
        derive(&self.argon2, password, salt, &mut output, if is_larger { &mut larger } else { memory })?;
        let cost = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
        let is_current =
            self.is_current_kind && expected.len() == OUTPUT_LENGTH && cost(self.argon2.params()) == cost(&current.0);
        Ok(matched(output.ct_eq(expected.as_bytes()).into(), !is_current))
    }
}

/// `saltHex:keyHex` as Better Auth stores it: scrypt with N=16384, r=16, p=1 and 64 bytes, salted with the *text* of the salt.
struct ScryptHash<'a> {
    salt: &'a str,
    key: [u8; 64],
}

impl<'a> ScryptHash<'a> {
    fn parse(stored: &'a str) -> Option<Self> {
        let (salt, key) = stored.split_once(':')?;
        let is_salt = (16..=128).contains(&salt.len()) && salt.bytes().all(|byte| byte.is_ascii_hexdigit());
        let key = hex::decode(key).ok()?.try_into().ok()?;
        is_salt.then_some(Self { salt, key })
    }

    fn verify(&self, password: &SecretString) -> bool {
        const MAXIMUM_MEMORY: u64 = 64 * 1024 * 1024;
        let mut output = [0; 64];
        let derived = scrypt(normalized(password).as_bytes(), self.salt.as_bytes(), 16384, 16, 1, MAXIMUM_MEMORY, &mut output);
        derived.is_ok() && bool::from(output.ct_eq(&self.key))
    }
}

fn derive(
    argon2: &Argon2<'_>,
    password: &SecretString,
    salt: &[u8],
    output: &mut [u8],
    memory: &mut HashingMemory,
) -> Result<(), OutOfMemory> {
    let blocks = memory.blocks(argon2.params().block_count())?;
    argon2.hash_password_into_with_memory(normalized(password).as_bytes(), salt, output, blocks).map_err(|_| OutOfMemory)
}

/// NFKC, so that one password typed on two keyboards is one password.
fn normalized(password: &SecretString) -> Zeroizing<String> {
    Zeroizing::new(password.expose_secret().nfkc().collect())
}

fn is_affordable(params: &Params) -> bool {
    params.m_cost() <= MAXIMUM_MEMORY_KIB && params.t_cost() <= MAXIMUM_ITERATIONS
}

const fn matched(is_match: bool, needs_rehash: bool) -> Verification {
    if is_match { Verification::Match { needs_rehash } } else { Verification::Mismatch }
}

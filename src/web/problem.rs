//! What can be wrong with a form: one list for all forms, so that the same fault has the same words everywhere.

use crate::clock::Timestamp;
use crate::crypto::password_pool::Overloaded;
use crate::locale::Texts;
use crate::users::new_password::NotTaken;
use crate::web::declared_fields::DeclaredProblem;

/// One thing that a person has to put right before a form goes through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Address and password do not belong together. One answer for every cause, so that no account is revealed.
    CredentialsMismatch,
    /// The same for a username and a password.
    UsernameMismatch,
    /// What was typed is neither a mail address nor a username.
    IdentifierMalformed,
    /// Too many tries; the person waits so many minutes.
    TooManyTries {
        /// Whole minutes until the next try, at least one.
        minutes: u64,
    },
    /// The account was disabled by an administrator. Said only after the right password.
    AccountDisabled,
    /// The address is still unproven. Said only after the right password.
    EmailUnverified,
    /// The form was open too long, or came from elsewhere.
    FormExpired,
    /// The name is empty.
    NameMissing,
    /// The name is too long.
    NameTooLong {
        /// The longest allowed, in characters.
        maximum: u64,
    },
    /// A username is needed.
    UsernameMissing,
    /// A username is too short.
    UsernameTooShort {
        /// The shortest allowed, in characters.
        minimum: u64,
    },
    /// A username is too long.
    UsernameTooLong {
        /// The longest allowed, in characters.
        maximum: u64,
    },
    /// A username has a character that usernames do not have.
    UsernameMalformed,
    /// The username is or was somebody else's.
    UsernameTaken,
    /// The username stays as it is.
    UsernameImmutable,
    /// The mail address is empty or not one.
    EmailMalformed,
    /// The mail address belongs to another account. Only where the operator accepts that this reveals accounts.
    EmailTaken,
    /// The operator wants no accounts with addresses of this domain.
    EmailDomainRefused,
    /// What was typed is no phone number that text messages can be sent to.
    PhoneNumberMalformed,
    /// No text messages are sent to the country of the number.
    PhoneNumberElsewhere,
    /// The number stands on another account. Said only to whom it belongs.
    PhoneNumberTaken,
    /// The number is the only way in that the person has.
    PhoneNumberNeeded,
    /// Phone number and password do not belong together.
    PhoneNumberMismatch,
    /// The picture's address is not an https address.
    PictureMalformed,
    /// No file was chosen.
    PictureMissing,
    /// What was uploaded is no picture of a kind that is taken.
    PictureUnreadable,
    /// The file is too large.
    PictureTooLarge {
        /// The largest that is taken, as people say it.
        maximum: String,
    },
    /// The picture has too many pixels.
    PictureTooManyPixels,
    /// A new password is too short.
    PasswordTooShort {
        /// The shortest allowed, in characters.
        minimum: u64,
    },
    /// A new password is too long.
    PasswordTooLong {
        /// The longest allowed, in characters.
        maximum: u64,
    },
    /// A new password is easily guessed.
    PasswordGuessable,
    /// A new password is in a list of leaked ones.
    PasswordBreached,
    /// Whether a new password was leaked cannot be looked up just now.
    PasswordUnchecked,
    /// A second factor is wrong, or was used before.
    SecondFactorWrong,
    /// A code of an authenticator app is right for another time than now.
    SecondFactorOffClock,
    /// The password that confirms the person is wrong.
    PasswordWrong,
    /// The same, where a new password stands beside it.
    CurrentPasswordWrong,
    /// A mailed code is not the one.
    CodeWrong,
    /// What was typed cannot be the code of a device.
    UserCodeMalformed,
    /// No device waits with this code.
    UserCodeUnknown,
    /// Too many wrong codes of devices came from here; none is looked at for this many minutes.
    TooManyUserCodes {
        /// How many.
        minutes: u64,
    },
    /// A mailed code is too old, or was tried too often, or none was sent.
    CodeSpent,
    /// What was typed into a field that the operator declared is not taken.
    Declared(DeclaredProblem),
    /// What an authenticator answered was not taken.
    PasskeyRefused,
    /// The authenticator has a passkey of this account already.
    PasskeyKnown,
    /// The message that a wallet signed works no more, or not here.
    WalletTooLate,
    /// It was signed for a chain that is not taken here.
    WalletChain,
    /// It was not signed by the account that it names.
    WalletRefused,
    /// It was signed by a wallet that is not this person's.
    WalletNotYours,
    /// Without this way in the person could not sign in any more.
    IdentityLastWayIn,
    /// The box that says that the person agrees was not ticked.
    TermsNotAccepted,
    /// The documents that the person agrees to are others than the page showed.
    TermsChanged,
    /// Without this passkey the person could not sign in any more.
    PasskeyLastWayIn,
}

impl Problem {
    /// Too many tries at `now`; none is looked at before `until`.
    pub fn too_many_tries(until: Timestamp, now: Timestamp) -> Self {
        Self::TooManyTries { minutes: minutes_until(until, now) }
    }

    /// The same, of codes of devices.
    pub fn too_many_user_codes(until: Timestamp, now: Timestamp) -> Self {
        Self::TooManyUserCodes { minutes: minutes_until(until, now) }
    }

    /// Why a new password was not taken, as far as the person can do something about it.
    pub const fn of_new_password(error: NotTaken) -> Result<Self, Overloaded> {
        match error {
            NotTaken::Breached => Ok(Self::PasswordBreached),
            NotTaken::Unchecked { .. } => Ok(Self::PasswordUnchecked),
            NotTaken::Overloaded(error) => Err(error),
        }
    }

    /// The name of the field that it is about; none when it is about the whole form.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::CredentialsMismatch | Self::TooManyTries { .. } | Self::AccountDisabled => None,
            Self::UsernameMismatch | Self::IdentifierMalformed => None,
            Self::EmailUnverified | Self::FormExpired => None,
            Self::PasskeyRefused | Self::PasskeyKnown | Self::PasskeyLastWayIn | Self::IdentityLastWayIn => None,
            Self::WalletTooLate | Self::WalletChain | Self::WalletRefused | Self::WalletNotYours => None,
            Self::Declared(problem) => Some(&problem.input),
            Self::TermsNotAccepted | Self::TermsChanged => Some("terms"),
            Self::UserCodeMalformed | Self::UserCodeUnknown | Self::TooManyUserCodes { .. } => Some("user_code"),
            Self::NameMissing | Self::NameTooLong { .. } => Some("name"),
            Self::UsernameMissing | Self::UsernameTooShort { .. } | Self::UsernameTooLong { .. } => Some("username"),
            Self::UsernameMalformed | Self::UsernameTaken | Self::UsernameImmutable => Some("username"),
            Self::EmailMalformed | Self::EmailTaken | Self::EmailDomainRefused => Some("email"),
            Self::PhoneNumberMalformed | Self::PhoneNumberElsewhere | Self::PhoneNumberTaken => Some("phone"),
            Self::PhoneNumberNeeded | Self::PhoneNumberMismatch => None,
            Self::PictureMalformed => Some("picture"),
            Self::PictureMissing | Self::PictureUnreadable => Some("upload"),
            Self::PictureTooLarge { .. } | Self::PictureTooManyPixels => Some("upload"),
            Self::PasswordTooShort { .. } | Self::PasswordTooLong { .. } => Some("password"),
            Self::PasswordGuessable | Self::PasswordBreached | Self::PasswordUnchecked | Self::PasswordWrong => Some("password"),
            Self::CurrentPasswordWrong => Some("current_password"),
            Self::SecondFactorWrong | Self::SecondFactorOffClock | Self::CodeWrong | Self::CodeSpent => Some("code"),
        }
    }

    /// What happened and what to do.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::CredentialsMismatch => texts.get("problem-credentials-mismatch"),
            Self::UsernameMismatch => texts.get("problem-username-mismatch"),
            Self::IdentifierMalformed => texts.get("problem-identifier-malformed"),
            Self::TooManyTries { minutes } => texts.count("problem-too-many-tries", *minutes),
            Self::AccountDisabled => texts.get("problem-account-disabled"),
            Self::EmailUnverified => texts.get("problem-email-unverified"),
            Self::FormExpired => texts.get("problem-form-expired"),
            Self::NameMissing => texts.get("problem-name-missing"),
            Self::NameTooLong { maximum } => texts.count("problem-name-too-long", *maximum),
            Self::UsernameMissing => texts.get("problem-username-missing"),
            Self::UsernameTooShort { minimum } => texts.count("problem-username-too-short", *minimum),
            Self::UsernameTooLong { maximum } => texts.count("problem-username-too-long", *maximum),
            Self::UsernameMalformed => texts.get("problem-username-malformed"),
            Self::UsernameTaken => texts.get("problem-username-taken"),
            Self::UsernameImmutable => texts.get("problem-username-immutable"),
            Self::EmailMalformed => texts.get("problem-email-malformed"),
            Self::EmailTaken => texts.get("problem-email-taken"),
            Self::EmailDomainRefused => texts.get("problem-email-domain-refused"),
            Self::PhoneNumberMalformed => texts.get("problem-phone-number-malformed"),
            Self::PhoneNumberElsewhere => texts.get("problem-phone-number-elsewhere"),
            Self::PhoneNumberTaken => texts.get("problem-phone-number-taken"),
            Self::PhoneNumberNeeded => texts.get("problem-phone-number-needed"),
            Self::PhoneNumberMismatch => texts.get("problem-phone-number-mismatch"),
            Self::PictureMalformed => texts.get("problem-picture-malformed"),
            Self::PictureMissing => texts.get("problem-picture-missing"),
            Self::PictureUnreadable => texts.get("problem-picture-unreadable"),
            Self::PictureTooLarge { maximum } => texts.with("problem-picture-too-large", &[("size", maximum)]),
            Self::PictureTooManyPixels => texts.get("problem-picture-too-many-pixels"),
            Self::PasswordTooShort { minimum } => texts.count("problem-password-too-short", *minimum),
            Self::PasswordTooLong { maximum } => texts.count("problem-password-too-long", *maximum),
            Self::PasswordGuessable => texts.get("problem-password-guessable"),
            Self::PasswordBreached => texts.get("problem-password-breached"),
            Self::PasswordUnchecked => texts.get("problem-password-unchecked"),
            Self::SecondFactorWrong => texts.get("problem-second-factor-wrong"),
            Self::SecondFactorOffClock => texts.get("problem-second-factor-clock"),
            Self::PasswordWrong | Self::CurrentPasswordWrong => texts.get("problem-password-wrong"),
            Self::CodeWrong => texts.get("problem-code-wrong"),
            Self::CodeSpent => texts.get("problem-code-spent"),
            Self::UserCodeMalformed => texts.get("problem-user-code-malformed"),
            Self::UserCodeUnknown => texts.get("problem-user-code-unknown"),
            Self::TooManyUserCodes { minutes } => texts.count("problem-too-many-user-codes", *minutes),
            Self::Declared(problem) => problem.text(texts),
            Self::PasskeyRefused => texts.get("problem-passkey-refused"),
            Self::PasskeyKnown => texts.get("problem-passkey-known"),
            Self::WalletTooLate => texts.get("problem-wallet-too-late"),
            Self::WalletChain => texts.get("wallet-chain"),
            Self::WalletRefused => texts.get("sign-in-notice-wallet-refused"),
            Self::WalletNotYours => texts.get("problem-wallet-not-yours"),
            Self::IdentityLastWayIn => texts.get("problem-identity-last-way-in"),
            Self::PasskeyLastWayIn => texts.get("problem-passkey-last-way-in"),
            Self::TermsNotAccepted => texts.get("problem-terms-not-accepted"),
            Self::TermsChanged => texts.get("problem-terms-changed"),
        }
    }
}

fn minutes_until(until: Timestamp, now: Timestamp) -> u64 {
    until.since(now).as_secs().div_ceil(60).max(1)
}

/// What is wrong with one sent form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// A form as it is first shown.
    pub fn none() -> Self {
        Self::default()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Adds some, after those that there are.
    pub fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        self.0.extend(problems);
    }

    /// Each of them, in the order of the form.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// The one problem, when there is exactly one.
    pub fn only(&self) -> Option<&Problem> {
        match self.0.as_slice() {
            [problem] => Some(problem),
            _ => None,
        }
    }

    /// How long the person has to wait before the next try, if that is what is wrong.
    pub fn minutes_to_wait(&self) -> Option<u64> {
        self.0.iter().find_map(|problem| match problem {
            Problem::TooManyTries { minutes } | Problem::TooManyUserCodes { minutes } => Some(*minutes),
            _ => None,
        })
    }

    /// Whether more was sent than is taken.
    pub fn is_too_large(&self) -> bool {
        self.0.iter().any(|problem| matches!(problem, Problem::PictureTooLarge { .. }))
    }

    /// The text of the first problem of a field.
    pub fn of(&self, field: &str, texts: &Texts) -> Option<String> {
        self.0.iter().find(|problem| problem.field() == Some(field)).map(|problem| problem.text(texts))
    }

    /// What a title begins with after a refusal, so that a screen reader says it first.
    pub fn title_head(&self, texts: &Texts) -> String {
        if self.is_empty() { String::new() } else { texts.get("problem-title-head") }
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl From<Vec<Problem>> for Problems {
    fn from(problems: Vec<Problem>) -> Self {
        Self(problems)
    }
}

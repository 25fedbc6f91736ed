//! The audit trail: who did what, when, from where. It names people, clients and sessions by id, and holds no secret.

use serde_json::{Map, Value};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::webhooks::owe::{self, Happened};
use crate::model::ids::{ClientId, SessionId, UserId};
use crate::model::request_origin::RequestOrigin;
use crate::model::user_agent::Device;
use crate::store::audit_events::{self, StoredAuditEvent};
use crate::store::{StoreError, Tx};

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditKind {
    /// A person made an account.
    UserRegistered,
    /// A person signed in where somebody anonymous was: what that one did is theirs now.
    UserLinked,
    /// A person proved a mail address.
    EmailVerified,
    /// What was set up for an account before its address was proved was ended by whoever proved it.
    UnprovedAccessRevoked,
    /// A person changed their mail address.
    EmailChanged,
    /// A person changed name or picture.
    ProfileChanged,
    /// A person changed what they are called by.
    UsernameChanged,
    /// A person put a phone number on their account that they proved to be theirs.
    PhoneNumberChanged,
    /// A person took it off.
    PhoneNumberRemoved,
    /// A password was changed by someone who knew it.
    PasswordChanged,
    /// A password was set with a mailed link.
    PasswordReset,
    /// A person has signing in ask for a second factor, or changed it.
    TwoFactorEnabled,
    /// A person no longer has it ask for one.
    TwoFactorDisabled,
    /// A person was given new codes on paper.
    BackupCodesRenewed,
    /// A person ended the trust in browsers of theirs.
    BrowserTrustEnded,
    /// A person registered a passkey.
    PasskeyAdded,
    /// A person gave a passkey up.
    PasskeyRemoved,
    /// A passkey signed whose count had not risen: somebody may have a copy of it. The sign-in was refused.
    PasskeyCountRefused,
    /// A person gave up a way in.
    AccountUnlinked,
    /// A person said that something was not they, and took the account back.
    AccessDisowned,
    /// Somebody was invited to make an account.
    InvitationMade,
    /// An invitation was withdrawn.
    InvitationWithdrawn,
    /// An account was made by an invitation.
    InvitationAccepted,
    /// A person agreed to documents.
    TermsAccepted,
    /// An account was erased.
    UserErased,
    /// An operator forbade a person to sign in.
    UserDisabled,
    /// An operator allowed it again.
    UserEnabled,
    /// A session began.
    SignedIn,
    /// A sign-in was refused.
    SignInRefused,
    /// A first factor was right; the sign-in waits for the second.
    SecondFactorOwed,
    /// A second factor was refused.
    SecondFactorRefused,
    /// A session proved itself again.
    IdentityConfirmed,
    /// A session was carried over to another origin by a one-time token.
    SessionCarriedOver,
    /// A browser that keeps several people's sessions was switched to this one.
    AccountSwitched,
    /// A session ended.
    SignedOut,
    /// A person ended other sessions of theirs.
    SessionsEnded,
    /// A person allowed a client something.
    ConsentGiven,
    /// A person took that back.
    ConsentRevoked,
    /// A device asked to be signed in.
    DeviceRequested,
    /// A person allowed a device what it asked for.
    DeviceApproved,
    /// A person refused a device.
    DeviceDenied,
    /// A device took what it was allowed.
    DeviceRedeemed,
    /// A spent code was shown again by its rightful client; what came of it was revoked.
    CodeReused,
    /// A spent refresh token was shown again by its rightful client; its family was revoked.
    RefreshTokenReused,
    /// A client was registered.
    ClientRegistered,
    /// A client was changed.
    ClientChanged,
    /// A client was deleted.
    ClientDeleted,
    /// A signing key changed state.
    KeyRotated,
    /// An operator moved people and apps in from another server.
    PeopleMovedIn,
    /// An operator wrote everything to files.
    EverythingExported,
    /// An action of the operator's refused something.
    ActionRefused,
    /// An action that must allow something gave no answer.
    ActionFailed,
}

impl AuditKind {
    /// Every kind.
    pub const ALL: [Self; 52] = [
        Self::UserRegistered,
        Self::UserLinked,
        Self::EmailVerified,
        Self::UnprovedAccessRevoked,
        Self::EmailChanged,
        Self::ProfileChanged,
        Self::UsernameChanged,
        Self::PhoneNumberChanged,
        Self::PhoneNumberRemoved,
        Self::PasswordChanged,
        Self::PasswordReset,
        Self::TwoFactorEnabled,
        Self::TwoFactorDisabled,
        Self::BackupCodesRenewed,
        Self::BrowserTrustEnded,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::PasskeyCountRefused,
        Self::AccountUnlinked,
        Self::AccessDisowned,
        Self::InvitationMade,
        Self::InvitationWithdrawn,
        Self::InvitationAccepted,
        Self::TermsAccepted,
        Self::UserErased,
        Self::UserDisabled,
        Self::UserEnabled,
        Self::SignedIn,
        Self::SignInRefused,
        Self::SecondFactorOwed,
        Self::SecondFactorRefused,
        Self::IdentityConfirmed,
        Self::SessionCarriedOver,
        Self::AccountSwitched,
        Self::SignedOut,
        Self::SessionsEnded,
        Self::ConsentGiven,
        Self::ConsentRevoked,
        Self::DeviceRequested,
        Self::DeviceApproved,
        Self::DeviceDenied,
        Self::DeviceRedeemed,
        Self::CodeReused,
        Self::RefreshTokenReused,
        Self::ClientRegistered,
        Self::ClientChanged,
        Self::ClientDeleted,
        Self::KeyRotated,
        Self::PeopleMovedIn,
        Self::EverythingExported,
        Self::ActionRefused,
        Self::ActionFailed,
    ];

    /// The name in the trail.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UserRegistered => "user.registered",
            Self::UserLinked => "user.linked",
            Self::EmailVerified => "user.email_verified",
            Self::UnprovedAccessRevoked => "user.unproved_access_revoked",
            Self::EmailChanged => "user.email_changed",
            Self::ProfileChanged => "user.profile_changed",
            Self::UsernameChanged => "user.username_changed",
            Self::PhoneNumberChanged => "user.phone_number_changed",
            Self::PhoneNumberRemoved => "user.phone_number_removed",
            Self::PasswordChanged => "user.password_changed",
            Self::PasswordReset => "user.password_reset",
            Self::TwoFactorEnabled => "user.two_factor_enabled",
            Self::TwoFactorDisabled => "user.two_factor_disabled",
            Self::BackupCodesRenewed => "user.backup_codes_renewed",
            Self::BrowserTrustEnded => "two_factor.browser_trust_ended",
            Self::PasskeyAdded => "user.passkey_added",
            Self::PasskeyRemoved => "user.passkey_removed",
            Self::PasskeyCountRefused => "session.passkey_count_refused",
            Self::AccountUnlinked => "user.account_unlinked",
            Self::AccessDisowned => "user.access_disowned",
            Self::InvitationMade => "invitation.made",
            Self::InvitationWithdrawn => "invitation.withdrawn",
            Self::InvitationAccepted => "invitation.accepted",
            Self::TermsAccepted => "user.terms_accepted",
            Self::UserErased => "user.erased",
            Self::UserDisabled => "user.disabled",
            Self::UserEnabled => "user.enabled",
            Self::SignedIn => "session.signed_in",
            Self::SignInRefused => "session.sign_in_refused",
            Self::SecondFactorOwed => "session.second_factor_owed",
            Self::SecondFactorRefused => "session.second_factor_refused",
            Self::IdentityConfirmed => "session.identity_confirmed",
            Self::SessionCarriedOver => "session.carried_over",
            Self::AccountSwitched => "session.switched",
            Self::SignedOut => "session.signed_out",
            Self::SessionsEnded => "session.others_ended",
            Self::ConsentGiven => "consent.given",
            Self::ConsentRevoked => "consent.revoked",
            Self::DeviceRequested => "device.requested",
            Self::DeviceApproved => "device.approved",
            Self::DeviceDenied => "device.denied",
            Self::DeviceRedeemed => "device.redeemed",
            Self::CodeReused => "token.code_reused",
            Self::RefreshTokenReused => "token.refresh_token_reused",
            Self::ClientRegistered => "client.registered",
            Self::ClientChanged => "client.changed",
            Self::ClientDeleted => "client.deleted",
            Self::KeyRotated => "key.state_changed",
            Self::PeopleMovedIn => "installation.moved_in",
            Self::EverythingExported => "installation.exported",
            Self::ActionRefused => "action.refused",
            Self::ActionFailed => "action.failed",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// One line of the trail, to be recorded.
#[derive(Clone, Debug)]
pub struct AuditEvent {
    kind: AuditKind,
    line: StoredAuditEvent,
    user_agent: String,
}

impl AuditEvent {
    /// Something that happened in a request.
    pub fn new(kind: AuditKind, origin: &RequestOrigin) -> Self {
        let line = StoredAuditEvent {
            kind: kind.as_str(),
            ip_address: Some(origin.ip_address.clone()).filter(|text| !text.is_empty()),
            request_id: Some(origin.request_id.clone()).filter(|text| !text.is_empty()),
            device: Device::guess(&origin.user_agent).stored(),
            detail: "{}".to_owned(),
            ..StoredAuditEvent::default()
        };
        Self { kind, line, user_agent: origin.user_agent.clone() }
    }

    /// The person it concerns.
    #[must_use]
    pub fn user(mut self, id: &UserId) -> Self {
        self.line.user_id = Some(id.to_string());
        self
    }

    /// The client it concerns.
    #[must_use]
    pub fn client(mut self, id: &ClientId) -> Self {
        self.line.client_id = Some(id.to_string());
        self
    }

    /// The session it concerns.
    #[must_use]
    pub fn session(mut self, id: &SessionId) -> Self {
        self.line.session_id = Some(id.to_string());
        self
    }

    /// A word more: a method, a scope, a reason. Never a secret, never an address.
    #[must_use]
    pub fn detail(mut self, name: &str, value: &str) -> Self {
        let mut detail: Map<String, Value> = serde_json::from_str(&self.line.detail).unwrap_or_default();
        detail.insert(name.to_owned(), value.into());
        self.line.detail = Value::Object(detail).to_string();
        self
    }

    /// Writes it, and what webhooks are owed for it, in the unit of the change that it is about.
    pub async fn record(mut self, app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
        self.line.id = app.ordered_id(now);
        tracing::info!(
            target: "audit",
            kind = self.line.kind,
            user = self.line.user_id.as_deref(),
            client = self.line.client_id.as_deref(),
            session = self.line.session_id.as_deref(),
            request_id = self.line.request_id.as_deref()
        );
        audit_events::insert(tx, &self.line, now).await?;
        owe::owe(app, tx, &Happened { kind: self.kind, line: &self.line, user_agent: &self.user_agent }, now).await
    }
}

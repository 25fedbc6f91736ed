//! The page of what happened to an account.

use askama::Template;

use crate::account::frame::Frame;
use crate::clock::Timestamp;
use crate::events::audit::AuditKind;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::urls;
use crate::model::user_agent::Device;
use crate::web::chrome::Chrome;

/// What happened lately, the newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/activity.html")]
pub struct ActivityPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What happened.
    pub lines: Vec<ActivityLine>,
    /// Where what happened before is shown, if there was something.
    pub older_url: Option<String>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct ActivityLine {
    /// What.
    pub kind: AuditKind,
    /// When.
    pub occurred_at: Timestamp,
    /// From which address; empty if it is not known.
    pub ip_address: String,
    /// Where that is, if the operator has a file of places.
    pub place: Option<String>,
    /// With which device, if it is known.
    pub device: Option<Device>,
    /// How somebody proved or tried to prove who they are; none of what was no sign-in.
    pub methods: Option<AuthenticationMethods>,
}

impl ActivityPage {
    fn data_url(&self) -> &'static str {
        urls::ACCOUNT_DATA
    }
}

impl ActivityLine {
    /// It in words.
    fn text(&self, chrome: &Chrome) -> String {
        chrome.text(match self.kind {
            AuditKind::UserRegistered => "activity-user-registered",
            AuditKind::EmailVerified => "activity-email-verified",
            AuditKind::UnprovedAccessRevoked => "activity-unproved-access-revoked",
            AuditKind::EmailChanged => "activity-email-changed",
            AuditKind::ProfileChanged => "activity-profile-changed",
            AuditKind::UsernameChanged => "activity-username-changed",
            AuditKind::PhoneNumberChanged => "activity-phone-number-changed",
            AuditKind::PhoneNumberRemoved => "activity-phone-number-removed",
            AuditKind::PasswordChanged => "activity-password-changed",
            AuditKind::PasswordReset => "activity-password-reset",
            AuditKind::TwoFactorEnabled => "activity-two-factor-enabled",
            AuditKind::TwoFactorDisabled => "activity-two-factor-disabled",
            AuditKind::BackupCodesRenewed => "activity-backup-codes-renewed",
            AuditKind::BrowserTrustEnded => "activity-browser-trust-ended",
            AuditKind::PasskeyAdded => "activity-passkey-added",
            AuditKind::PasskeyRemoved => "activity-passkey-removed",
            AuditKind::PasskeyCountRefused => "activity-passkey-count-refused",
            AuditKind::AccountUnlinked => "activity-account-unlinked",
            AuditKind::AccessDisowned => "activity-access-disowned",
            AuditKind::UserLinked => "activity-user-linked",
            AuditKind::InvitationAccepted => "activity-invitation-accepted",
            AuditKind::TermsAccepted => "activity-terms-accepted",
            AuditKind::UserErased => "activity-user-erased",
            AuditKind::UserDisabled => "activity-user-disabled",
            AuditKind::UserEnabled => "activity-user-enabled",
            AuditKind::SignedIn => "activity-signed-in",
            AuditKind::SignInRefused => "activity-sign-in-refused",
            AuditKind::SecondFactorOwed => "activity-second-factor-owed",
            AuditKind::SecondFactorRefused => "activity-second-factor-refused",
            AuditKind::IdentityConfirmed => "activity-identity-confirmed",
            AuditKind::SessionCarriedOver => "activity-session-carried-over",
            AuditKind::AccountSwitched => "activity-account-switched",
            AuditKind::SignedOut => "activity-signed-out",
            AuditKind::SessionsEnded => "activity-sessions-ended",
            AuditKind::ActionRefused => "activity-action-refused",
            AuditKind::ActionFailed => "activity-action-failed",
            AuditKind::ConsentGiven => "activity-consent-given",
            AuditKind::ConsentRevoked => "activity-consent-revoked",
            AuditKind::DeviceRequested => "activity-device-requested",
            AuditKind::DeviceApproved => "activity-device-approved",
            AuditKind::DeviceDenied => "activity-device-denied",
            AuditKind::DeviceRedeemed => "activity-device-redeemed",
            AuditKind::CodeReused | AuditKind::RefreshTokenReused => "activity-token-reused",
            AuditKind::InvitationMade | AuditKind::InvitationWithdrawn => "activity-administration",
            AuditKind::ClientRegistered
            | AuditKind::ClientChanged
            | AuditKind::ClientDeleted
            | AuditKind::KeyRotated
            | AuditKind::PeopleMovedIn
            | AuditKind::EverythingExported => "activity-administration",
        })
    }

    /// Whether somebody tried and was refused.
    fn is_warning(&self) -> bool {
        matches!(
            self.kind,
            AuditKind::SignInRefused
                | AuditKind::SecondFactorRefused
                | AuditKind::PasskeyCountRefused
                | AuditKind::ActionRefused
                | AuditKind::CodeReused
                | AuditKind::RefreshTokenReused
        )
    }
}

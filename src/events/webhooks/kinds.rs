//! Which event a line of the audit trail is. Every kind is one, so that none is forgotten.

use crate::events::audit::AuditKind;
use crate::model::action_point::ActionPoint;

/// The type of the event, of [`EVENT_TYPES`](crate::model::event_type::EVENT_TYPES).
pub const fn event_type(kind: AuditKind) -> &'static str {
    match kind {
        AuditKind::UserRegistered => "user.created",
        AuditKind::UserLinked => "user.linked",
        AuditKind::EmailVerified => "user.email_verified",
        AuditKind::UnprovedAccessRevoked | AuditKind::AccessDisowned => "user.access_revoked",
        AuditKind::EmailChanged
        | AuditKind::ProfileChanged
        | AuditKind::UsernameChanged
        | AuditKind::PhoneNumberChanged
        | AuditKind::PhoneNumberRemoved => "user.updated",
        AuditKind::PasswordChanged | AuditKind::PasswordReset => "password.changed",
        AuditKind::BrowserTrustEnded => "second_factor.browser_trust_ended",
        AuditKind::TwoFactorEnabled => "second_factor.enabled",
        AuditKind::TwoFactorDisabled => "second_factor.disabled",
        AuditKind::BackupCodesRenewed => "second_factor.renewed",
        AuditKind::SecondFactorOwed => "second_factor.asked",
        AuditKind::SecondFactorRefused => "second_factor.refused",
        AuditKind::PasskeyAdded => "passkey.added",
        AuditKind::PasskeyRemoved => "passkey.removed",
        AuditKind::PasskeyCountRefused => "passkey.refused",
        AuditKind::AccountUnlinked => "account.unlinked",
        AuditKind::InvitationMade => "invitation.made",
        AuditKind::InvitationWithdrawn => "invitation.withdrawn",
        AuditKind::InvitationAccepted => "invitation.accepted",
        AuditKind::TermsAccepted => "user.terms_accepted",
        AuditKind::UserErased => "user.deleted",
        AuditKind::UserDisabled => "user.disabled",
        AuditKind::UserEnabled => "user.enabled",
        AuditKind::SignedIn => "session.created",
        AuditKind::IdentityConfirmed => "session.confirmed",
        AuditKind::SessionCarriedOver => "session.carried_over",
        AuditKind::AccountSwitched => "session.switched",
        AuditKind::SignedOut | AuditKind::SessionsEnded => "session.ended",
        AuditKind::SignInRefused => "sign_in.refused",
        AuditKind::ConsentGiven => "consent.given",
        AuditKind::ConsentRevoked => "consent.revoked",
        AuditKind::DeviceRequested => "device.requested",
        AuditKind::DeviceApproved => "device.approved",
        AuditKind::DeviceDenied => "device.denied",
        AuditKind::DeviceRedeemed => "device.redeemed",
        AuditKind::CodeReused | AuditKind::RefreshTokenReused => "token.family_revoked",
        AuditKind::ClientRegistered => "client.created",
        AuditKind::ClientChanged => "client.updated",
        AuditKind::ClientDeleted => "client.deleted",
        AuditKind::KeyRotated => "key.changed",
        AuditKind::PeopleMovedIn => "installation.moved_in",
        AuditKind::EverythingExported => "installation.exported",
        AuditKind::ActionRefused => "action.refused",
        AuditKind::ActionFailed => "action.failed",
    }
}

/// At which point actions are told of it.
pub fn point_after(kind: AuditKind) -> Option<ActionPoint> {
    match event_type(kind) {
        "user.created" => Some(ActionPoint::AfterSignUp),
        "session.created" => Some(ActionPoint::AfterSignIn),
        "user.updated" => Some(ActionPoint::AfterUserUpdate),
        "user.deleted" => Some(ActionPoint::AfterDelete),
        _ => None,
    }
}

//! What is still missing: pure questions over the policy, the person, the app and what was proved.
//!
//! Every path asks here: [`owed`] before a session begins (`establish`), [`is_short_of`] before a session that lives is given anything
//! new (`still_owed.rs`), [`falls_short`] before an app is given a code, a token or an answer (`oauth/authorize`, `tokens/issue.rs`,
//! `oauth/userinfo.rs`), [`second_factor_is_unshown`] before a sensitive change.

use crate::clock::Timestamp;
use crate::config::{TwoFactor, TwoFactorPolicy};
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::client::SecondFactorDemand;
use crate::model::user::User;

/// What somebody owes before a session may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// Nothing.
    Nothing,
    /// A second factor, in time: they have none yet, and are asked to set one up.
    Later {
        /// From when on they owe it.
        until: Timestamp,
    },
    /// A second factor, now.
    Now,
}

/// What `user`, who proved `methods`, owes. `asked_at` is when they were first asked to set a second factor up; it is read only where
/// [`has_grace`], and counts as now if that never was.
pub fn owed(settings: &TwoFactor, person: (&User, &AuthenticationMethods), asked_at: Option<Timestamp>, now: Timestamp) -> Owed {
    let (user, methods) = person;
    if !second_factor_is_owed(settings.policy, user, methods) {
        return Owed::Nothing;
    }
    match grace_ends(settings, user, asked_at.unwrap_or(now)) {
        Some(until) if now < until => Owed::Later { until },
        _ => Owed::Now,
    }
}

/// What a session or a grant of `methods` lacks by now: the policy, or what its person has, may have changed since it began. Where a
/// trusted browser stood for the second factor, it still does.
pub fn is_short_of(
    settings: &TwoFactor,
    person: (&User, &AuthenticationMethods),
    asked_at: Option<Timestamp>,
    now: Timestamp,
) -> Owed {
    let (_, methods) = person;
    if methods.were_in_trusted_browser() { Owed::Nothing } else { owed(settings, person, asked_at, now) }
}

/// Whether `user` has some time to set a second factor up: everybody owes one, and they have none.
pub fn has_grace(settings: &TwoFactor, user: &User) -> bool {
    settings.policy == TwoFactorPolicy::Required && settings.grace_seconds.is_some() && user.two_factor_enabled_at.is_none()
}

/// When that time is over for somebody who was first asked at `asked_at`.
pub fn grace_ends(settings: &TwoFactor, user: &User, asked_at: Timestamp) -> Option<Timestamp> {
    settings.grace_seconds.filter(|_| has_grace(settings, user)).map(|grace| asked_at + grace)
}

/// Whether `user`, who proved `methods`, owes a second factor before a session may begin, sooner or later.
pub fn second_factor_is_owed(policy: TwoFactorPolicy, user: &User, methods: &AuthenticationMethods) -> bool {
    is_asked(policy, user) && !methods.are_multi_factor()
}

/// Whether `user` has a second factor that was not shown in a session of theirs: it began in a trusted browser, or before they had one.
/// Sensitive changes ask for it then.
pub fn second_factor_is_unshown(policy: TwoFactorPolicy, user: &User, methods: &AuthenticationMethods) -> bool {
    user.two_factor_enabled_at.is_some() && second_factor_is_owed(policy, user, methods)
}

/// Whether signing in asks `user` for a second factor at all. Whoever has shown no first one is asked for none.
pub const fn is_asked(policy: TwoFactorPolicy, user: &User) -> bool {
    match policy {
        _ if user.is_anonymous => false,
        TwoFactorPolicy::Off => false,
        TwoFactorPolicy::Optional => user.two_factor_enabled_at.is_some(),
        TwoFactorPolicy::Required => true,
    }
}

/// Whether `methods` are less than an app demands: it is given no code, no token and no answer then.
pub fn falls_short(demand: SecondFactorDemand, methods: &AuthenticationMethods) -> bool {
    demand == SecondFactorDemand::Required && !methods.are_multi_factor()
}

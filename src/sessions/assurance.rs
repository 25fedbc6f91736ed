//! What is still missing: a pure question over the policy, the person and what they proved.

use crate::config::TwoFactorPolicy;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::user::User;

/// Whether `user`, who proved `methods`, owes a second factor before a session may begin.
pub fn second_factor_is_owed(policy: TwoFactorPolicy, user: &User, methods: &AuthenticationMethods) -> bool {
    is_asked(policy, user) && !methods.are_multi_factor()
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

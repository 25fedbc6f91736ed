//! Names that no field and no claim may take.

/// What people have without a declaration, in whatever spelling, and what bodies that make or change people say beside fields.
const OF_USERS: &[&str] = &[
    "id",
    "sub",
    "uid",
    "userid",
    "name",
    "email",
    "emailverified",
    "image",
    "picture",
    "createdat",
    "updatedat",
    "deletedat",
    "disabledat",
    "role",
    "roles",
    "admin",
    "isadmin",
    "issuperuser",
    "banned",
    "banreason",
    "banexpires",
    "username",
    "displayusername",
    "phone",
    "phonenumber",
    "phonenumberverified",
    "twofactorenabled",
    "twofactorenabledat",
    "isanonymous",
    "locale",
    "lastloginmethod",
    "password",
    "passwordhash",
    "currentpassword",
    "newpassword",
    "credentialversion",
    "token",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "sessionid",
    "session",
    "sessions",
    "account",
    "accounts",
    "user",
    "users",
    "callbackurl",
    "newusercallbackurl",
    "errorcallbackurl",
    "redirectto",
    "rememberme",
    "otp",
    "code",
    "type",
    "disablesession",
    "updatephonenumber",
    "newemail",
    "captcha",
    "captcharesponse",
    "csrf",
    "flow",
    "action",
    "returnto",
    "org",
    "orgid",
    "organization",
    "organizationid",
    "oauthquery",
    "metadata",
    "permissions",
    "scope",
    "scopes",
    "prototype",
    "constructor",
    "tostring",
    "valueof",
    "hasownproperty",
];

/// What sessions have without a declaration.
const OF_SESSIONS: &[&str] = &[
    "id",
    "token",
    "userid",
    "user",
    "session",
    "expiresat",
    "createdat",
    "updatedat",
    "revokedat",
    "ipaddress",
    "useragent",
    "remembered",
    "rememberme",
    "authenticatedat",
    "methods",
    "amr",
    "acr",
    "impersonatedby",
    "activeorganizationid",
    "activeteamid",
    "prototype",
    "constructor",
    "tostring",
    "valueof",
    "hasownproperty",
];

/// Claims that mean something to whoever reads them, or that this server gives itself (RFC 7519, section 4.1; OpenID Connect Core, sections
/// 2 and 5.1; RFC 8693, section 4; RFC 9068, section 2.2).
const CLAIMS: &[&str] = &[
    "iss",
    "sub",
    "aud",
    "exp",
    "nbf",
    "iat",
    "jti",
    "azp",
    "nonce",
    "auth_time",
    "acr",
    "amr",
    "at_hash",
    "c_hash",
    "s_hash",
    "sid",
    "events",
    "toe",
    "txn",
    "act",
    "may_act",
    "cnf",
    "scope",
    "scp",
    "client_id",
    "name",
    "picture",
    "locale",
    "updated_at",
    "email",
    "email_verified",
    "phone_number",
    "phone_number_verified",
    "preferred_username",
    "is_anonymous",
    "_claim_names",
    "_claim_sources",
];

/// Claims by which apps decide what somebody may do: only the operator may fill them.
const OF_AUTHORITY: &[&str] = &["roles", "role", "groups", "entitlements", "permissions", "is_admin"];

fn folded(name: &str) -> String {
    name.chars().filter(|character| *character != '_').map(|character| character.to_ascii_lowercase()).collect()
}

/// Whether people have something of this name already.
pub(super) fn is_of_users(name: &str) -> bool {
    OF_USERS.contains(&folded(name).as_str())
}

/// Whether sessions have something of this name already.
pub(super) fn is_of_sessions(name: &str) -> bool {
    OF_SESSIONS.contains(&folded(name).as_str())
}

/// Whether two names are told apart by case or underscores alone.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// Whether a claim is not the operator's to define.
pub(super) fn is_claim(name: &str) -> bool {
    CLAIMS.contains(&name)
}

/// Whether apps decide by this claim what somebody may do.
pub(super) fn is_claim_of_authority(name: &str) -> bool {
    OF_AUTHORITY.contains(&name)
}

//! The tables of Better Auth 1.3 to 1.7 and its plugins, by their default names.

/// A table, and the columns that are read of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What comes of its rows.
    pub fate: Fate,
    /// Without these nothing can be made of it.
    pub required: &'static [&'static str],
    /// Those of plugins and newer versions.
    pub optional: &'static [&'static str],
}

/// What comes of the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They are moved, as far as they can be.
    Moved,
    /// They stay, for this reason.
    Stays(&'static str),
}

const NOT_YET: Fate = Fate::Stays("Vestibule has no place for it yet");
const SHORT: Fate = Fate::Stays("it lives for minutes only");

const fn moved(name: &'static str, required: &'static [&'static str], optional: &'static [&'static str]) -> Table {
    Table { name, fate: Fate::Moved, required, optional }
}

const fn stays(name: &'static str, fate: Fate) -> Table {
    Table { name, fate, required: &[], optional: &[] }
}

/// All of them: those that are moved in an order in which each finds what it rests on.
pub static TABLES: [Table; 30] = [
    moved(
        "user",
        &["id", "name", "email", "emailVerified", "createdAt", "updatedAt"],
        &[
            "image",
            "username",
            "displayUsername",
            "phoneNumber",
            "phoneNumberVerified",
            "twoFactorEnabled",
            "isAnonymous",
            "role",
            "banned",
            "banReason",
            "banExpires",
            "lastLoginMethod",
        ],
    ),
    moved(
        "account",
        &["id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt"],
        &["accessToken", "refreshToken", "idToken", "accessTokenExpiresAt", "refreshTokenExpiresAt", "scope", "issuer"],
    ),
    moved("twoFactor", &["id", "secret", "backupCodes", "userId"], &["verified", "failedVerificationCount", "lockedUntil"]),
    moved(
        "passkey",
        &["id", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp"],
        &["name", "transports", "createdAt", "aaguid"],
    ),
    moved("walletAddress", &["id", "userId", "address", "chainId"], &["isPrimary", "createdAt"]),
    moved(
        "session",
        &["id", "expiresAt", "token", "createdAt", "updatedAt", "userId"],
        &["ipAddress", "userAgent", "impersonatedBy", "activeOrganizationId", "activeTeamId"],
    ),
    moved(
        "oauthClient",
        &["id", "clientId", "redirectUris"],
        &[
            "clientSecret",
            "clientDiscoveryId",
            "disabled",
            "skipConsent",
            "enableEndSession",
            "subjectType",
            "scopes",
            "clientCredentialsScopes",
            "userId",
            "createdAt",
            "updatedAt",
            "name",
            "uri",
            "icon",
            "contacts",
            "tos",
            "policy",
            "softwareId",
            "softwareVersion",
            "softwareStatement",
            "postLogoutRedirectUris",
            "backchannelLogoutUri",
            "backchannelLogoutSessionRequired",
            "tokenEndpointAuthMethod",
            "applicationType",
            "jwks",
            "jwksUri",
            "grantTypes",
            "responseTypes",
            "requirePKCE",
            "dpopBoundAccessTokens",
            "referenceId",
            "metadata",
            "public",
            "type",
        ],
    ),
    moved(
        "oauthApplication",
        &["id", "clientId", "redirectUrls"],
        &["name", "icon", "metadata", "clientSecret", "type", "disabled", "userId", "createdAt", "updatedAt"],
    ),
    moved(
        "oauthConsent",
        &["id", "clientId", "userId", "scopes"],
        &["createdAt", "updatedAt", "referenceId", "consentGiven", "resources", "requestedUserInfoClaims"],
    ),
    stays("organization", NOT_YET),
    stays("member", NOT_YET),
    stays("invitation", NOT_YET),
    stays("team", NOT_YET),
    stays("teamMember", NOT_YET),
    stays("organizationRole", NOT_YET),
    stays("apikey", NOT_YET),
    stays("ssoProvider", NOT_YET),
    stays("scimProvider", NOT_YET),
    stays("subscription", NOT_YET),
    stays("oauthResource", NOT_YET),
    stays("oauthClientResource", NOT_YET),
    stays("jwks", Fate::Stays("Vestibule signs with keys of its own, which apps read where the issuer says")),
    stays("oauthAccessToken", Fate::Stays("apps get new tokens; people are signed in and are not asked again")),
    stays("oauthRefreshToken", Fate::Stays("apps get new tokens; people are signed in and are not asked again")),
    stays("oauthClientAssertion", SHORT),
    stays("verification", SHORT),
    stays("deviceCode", SHORT),
    stays("rateLimit", SHORT),
    stays("kysely_migration", Fate::Stays("it is about the other server's schema")),
    stays("kysely_migration_lock", Fate::Stays("it is about the other server's schema")),
];

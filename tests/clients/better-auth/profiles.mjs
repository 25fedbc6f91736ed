// The configurations that are compared: what each asks of the reference and of Vestibule, both as environment variables.
// A profile with a `standIn` needs an outside service, which stand-ins.mjs plays at a port; `at` gives the settings for it.
// `vestibule: null` marks behaviour Vestibule has no switch for: such scenarios only run where the target is the reference.
// Declared fields, as the reference writes them; Vestibule calls a default `default`.
const userFields = {
  company: { type: "string", required: false },
  seats: { type: "number", required: false },
  news: { type: "boolean", required: false, defaultValue: false },
  born: { type: "date", required: false },
  settings: { type: "json", required: false },
  interests: { type: "string[]", required: false },
  scores: { type: "number[]", required: false },
  plan: { type: ["free", "pro"], required: false, defaultValue: "free", input: false },
  rank: { type: "number", required: false, input: false },
  secretNote: { type: "string", required: false, returned: false },
};
const mustSay = { company: { type: "string", required: true }, seats: { type: "number", required: false } };
const sessionFields = {
  theme: { type: "string", required: false, defaultValue: "light" },
  tenant: { type: "string", required: false },
  trust: { type: "number", required: false, input: false },
  hidden: { type: "string", required: false, returned: false },
};
const declared = (fields) => JSON.stringify(Object.fromEntries(Object.entries(fields).map(([name, { defaultValue, ...rest }]) =>
  [name, defaultValue === undefined ? rest : { ...rest, default: defaultValue }])));
const withFields = (user, session, { reference = {}, vestibule = {} } = {}) => ({
  reference: { USER_FIELDS: JSON.stringify(user), SESSION_FIELDS: JSON.stringify(session), ...reference },
  vestibule: {
    VESTIBULE__USERS__ADDITIONAL_FIELDS: declared(user), VESTIBULE__SESSIONS__ADDITIONAL_FIELDS: declared(session), ...vestibule,
  },
});

/** Two programs of the operator's own, and one that is somebody else's. */
const device = ({ reference = {}, vestibule = {} } = {}) => ({
  reference: { PLUGINS: "device-authorization,bearer", ...reference },
  vestibule: { VESTIBULE__DEVICE_AUTHORIZATION__INTERVAL_SECONDS: "2", VESTIBULE__BEARER__ENABLED: "true", ...vestibule },
  apps: ["device-client", "another-device-client"].map((id) => ["--id", id, "--name", "Terminal", "--type", "device", "--skip-consent"]),
});

export const profiles = {
  "additional fields": withFields(userFields, sessionFields),
  "additional fields, verified addresses only": withFields(userFields, {}, {
    reference: { REQUIRE_VERIFIED_EMAIL: "1" }, vestibule: { VESTIBULE__REGISTRATION__REQUIRE_VERIFIED_EMAIL: "true" },
  }),
  "fields that everybody must say": withFields(mustSay, {}, {
    reference: { PLUGINS: "email-otp" }, vestibule: { VESTIBULE__EMAIL_CODE__ENABLED: "true" },
  }),
  "custom session": withFields(userFields, sessionFields, { reference: { PLUGINS: "custom-session" } }),
  standard: { reference: {}, vestibule: {} },
  "rate limits": {
    reference: { RATE_LIMIT: "1" },
    vestibule: { VESTIBULE__RATE_LIMIT__ENABLED: "true" },
  },
  "verified addresses only": {
    reference: { REQUIRE_VERIFIED_EMAIL: "1" },
    vestibule: { VESTIBULE__REGISTRATION__REQUIRE_VERIFIED_EMAIL: "true" },
  },
  bearer: { reference: { PLUGINS: "bearer" }, vestibule: { VESTIBULE__BEARER__ENABLED: "true" } },
  "one-time token": { reference: { PLUGINS: "one-time-token" }, vestibule: { VESTIBULE__ONE_TIME_TOKEN__ENABLED: "true" } },
  "multi-session": { reference: { PLUGINS: "multi-session" }, vestibule: { VESTIBULE__MULTI_SESSION__ENABLED: "true" } },
  "session JWT": { reference: { PLUGINS: "jwt" }, vestibule: { VESTIBULE__JWT__ENABLED: "true" } },
  "two-factor": {
    reference: { PLUGINS: "two-factor" },
    vestibule: { VESTIBULE__TWO_FACTOR__POLICY: "optional", VESTIBULE__TWO_FACTOR__ISSUER: "Wire" },
  },
  "two-factor, by text message": {
    reference: { PLUGINS: "two-factor,phone-number", SECOND_FACTOR_BY_TEXT: "1" },
    vestibule: {
      VESTIBULE__TWO_FACTOR__POLICY: "optional", VESTIBULE__TWO_FACTOR__ISSUER: "Wire", VESTIBULE__TWO_FACTOR__TEXT_MESSAGE_CODES: "true",
      VESTIBULE__PHONE__ENABLED: "true", VESTIBULE__PHONE__COUNTRIES: "US",
    },
  },
  "ways in beside a second factor": {
    reference: { PLUGINS: "two-factor,username,phone-number,passkey" },
    vestibule: {
      VESTIBULE__TWO_FACTOR__POLICY: "optional", VESTIBULE__TWO_FACTOR__ISSUER: "Wire", VESTIBULE__USERNAME__ENABLED: "true",
      VESTIBULE__PHONE__ENABLED: "true", VESTIBULE__PHONE__COUNTRIES: "US", VESTIBULE__PHONE__TEMPORARY_EMAIL_DOMAIN: "phone.test",
      VESTIBULE__PASSKEY__ENABLED: "true", VESTIBULE__PASSKEY__RELYING_PARTY_NAME: "Wire",
    },
  },
  "by invitation": { reference: {}, vestibule: { VESTIBULE__REGISTRATION__SIGN_UP: "invitation" } },
  "no sign-up": { reference: { NO_SIGN_UP: "1" }, vestibule: { VESTIBULE__REGISTRATION__SIGN_UP: "off" } },
  terms: {
    reference: {},
    vestibule: {
      VESTIBULE__TERMS__DOCUMENTS: JSON.stringify([{ name: "terms", version: "1", url: "https://app.wire.test/terms" }]),
    },
  },
  production: { reference: { NODE_ENV: "production" }, vestibule: { VESTIBULE__PAGES__ERROR_URL: "/" } },
  "sign-in after verification": {
    reference: { SIGN_IN_AFTER_VERIFICATION: "1" },
    vestibule: { VESTIBULE__REGISTRATION__SIGN_IN_AFTER_VERIFICATION: "true" },
  },
  "no mail on change or deletion": {
    reference: { NO_CHANGE_CONFIRMATION: "1", NO_DELETE_MAIL: "1" },
    vestibule: { VESTIBULE__ACCOUNTS__CONFIRM_EMAIL_CHANGE: "false", VESTIBULE__ACCOUNTS__CONFIRM_DELETION: "false" },
  },
  "unverified addresses change at once": {
    reference: { UPDATE_UNVERIFIED_EMAIL: "1" },
    vestibule: { VESTIBULE__ACCOUNTS__CHANGE_UNPROVED_EMAIL_AT_ONCE: "true" },
  },
  "change and deletion off": {
    reference: { NO_CHANGE_EMAIL: "1", NO_DELETE_USER: "1" },
    vestibule: { VESTIBULE__ACCOUNTS__CHANGE_EMAIL: "false", VESTIBULE__ACCOUNTS__DELETE: "false" },
  },
  username: { reference: { PLUGINS: "username" }, vestibule: { VESTIBULE__USERNAME__ENABLED: "true" } },
  "username that stays": {
    reference: { PLUGINS: "username", USERNAME_IMMUTABLE: "1" },
    vestibule: { VESTIBULE__USERNAME__ENABLED: "true", VESTIBULE__USERNAME__IMMUTABLE: "true" },
  },
  "username, verified addresses only": {
    reference: { PLUGINS: "username", REQUIRE_VERIFIED_EMAIL: "1" },
    vestibule: { VESTIBULE__USERNAME__ENABLED: "true", VESTIBULE__REGISTRATION__REQUIRE_VERIFIED_EMAIL: "true" },
  },
  "last login method": {
    reference: { PLUGINS: "last-login-method,username" },
    vestibule: { VESTIBULE__LAST_LOGIN_METHOD__ENABLED: "true", VESTIBULE__USERNAME__ENABLED: "true" },
  },
  "last login method, verified addresses only": {
    reference: { PLUGINS: "last-login-method", REQUIRE_VERIFIED_EMAIL: "1" },
    vestibule: { VESTIBULE__LAST_LOGIN_METHOD__ENABLED: "true", VESTIBULE__REGISTRATION__REQUIRE_VERIFIED_EMAIL: "true" },
  },
  passkey: {
    reference: { PLUGINS: "passkey" },
    vestibule: { VESTIBULE__PASSKEY__ENABLED: "true", VESTIBULE__PASSKEY__RELYING_PARTY_NAME: "Wire" },
  },
  "passkey, by mail": {
    reference: { PLUGINS: "passkey,email-otp" },
    vestibule: {
      VESTIBULE__PASSKEY__ENABLED: "true", VESTIBULE__PASSKEY__RELYING_PARTY_NAME: "Wire", VESTIBULE__EMAIL_CODE__ENABLED: "true",
    },
  },
  "passkey, last login method": {
    reference: { PLUGINS: "passkey,last-login-method" },
    vestibule: {
      VESTIBULE__PASSKEY__ENABLED: "true", VESTIBULE__PASSKEY__RELYING_PARTY_NAME: "Wire", VESTIBULE__LAST_LOGIN_METHOD__ENABLED: "true",
    },
  },
  "magic link": { reference: { PLUGINS: "magic-link" }, vestibule: { VESTIBULE__MAGIC_LINK__ENABLED: "true" } },
  "magic link without sign-up": {
    reference: { PLUGINS: "magic-link", NO_SIGN_UP_BY_MAIL: "1" },
    vestibule: { VESTIBULE__MAGIC_LINK__ENABLED: "true", VESTIBULE__MAGIC_LINK__SIGN_UP: "false" },
  },
  "phone number": {
    reference: { PLUGINS: "phone-number" },
    vestibule: {
      VESTIBULE__PHONE__ENABLED: "true", VESTIBULE__PHONE__COUNTRIES: "US", VESTIBULE__PHONE__SIGN_UP: "true",
      VESTIBULE__PHONE__TEMPORARY_EMAIL_DOMAIN: "phone.test",
    },
  },
  "email code": {
    reference: { PLUGINS: "email-otp" },
    vestibule: { VESTIBULE__EMAIL_CODE__ENABLED: "true", VESTIBULE__EMAIL_CODE__CHANGE_EMAIL: "true" },
  },
  "email code without sign-up": {
    reference: { PLUGINS: "email-otp", NO_SIGN_UP_BY_MAIL: "1" },
    vestibule: {
      VESTIBULE__EMAIL_CODE__ENABLED: "true", VESTIBULE__EMAIL_CODE__SIGN_UP: "false", VESTIBULE__EMAIL_CODE__CHANGE_EMAIL: "true",
    },
  },
  "email code without change of address": {
    reference: { PLUGINS: "email-otp", NO_CHANGE_BY_CODE: "1" },
    vestibule: { VESTIBULE__EMAIL_CODE__ENABLED: "true" },
  },
  anonymous: { reference: { PLUGINS: "anonymous" }, vestibule: { VESTIBULE__ANONYMOUS__ENABLED: "true" } },
  "anonymous, verified addresses only": {
    reference: { PLUGINS: "anonymous", REQUIRE_VERIFIED_EMAIL: "1" },
    vestibule: { VESTIBULE__ANONYMOUS__ENABLED: "true", VESTIBULE__REGISTRATION__REQUIRE_VERIFIED_EMAIL: "true" },
  },
  "anonymous without deletion": {
    reference: { PLUGINS: "anonymous", NO_ANONYMOUS_DELETION: "1" },
    vestibule: { VESTIBULE__ANONYMOUS__ENABLED: "true", VESTIBULE__ANONYMOUS__DELETE: "false" },
  },
  "anonymous, by mail": {
    reference: { PLUGINS: "anonymous,magic-link,email-otp" },
    vestibule: {
      VESTIBULE__ANONYMOUS__ENABLED: "true", VESTIBULE__MAGIC_LINK__ENABLED: "true", VESTIBULE__EMAIL_CODE__ENABLED: "true",
      VESTIBULE__EMAIL_CODE__CHANGE_EMAIL: "true",
    },
  },
  "anonymous, rate limits": {
    reference: { PLUGINS: "anonymous", RATE_LIMIT: "1" },
    vestibule: { VESTIBULE__ANONYMOUS__ENABLED: "true", VESTIBULE__RATE_LIMIT__ENABLED: "true" },
  },
  "device authorization": device(),
  "device authorization, rate limits": device({
    reference: { RATE_LIMIT: "1" }, vestibule: { VESTIBULE__RATE_LIMIT__ENABLED: "true" },
  }),
  wallets: { reference: { PLUGINS: "siwe" }, vestibule: { VESTIBULE__SIWE__ENABLED: "true" } },
  "wallets with addresses": {
    reference: { PLUGINS: "siwe", SIWE_ADDRESSES: "1" },
    vestibule: { VESTIBULE__SIWE__ENABLED: "true", VESTIBULE__SIWE__ADDRESSES: "true" },
  },
  "wallets, anonymous": {
    reference: { PLUGINS: "siwe,anonymous" },
    vestibule: { VESTIBULE__SIWE__ENABLED: "true", VESTIBULE__ANONYMOUS__ENABLED: "true" },
  },
  "wallets, last login method": {
    reference: { PLUGINS: "siwe,last-login-method" },
    vestibule: { VESTIBULE__SIWE__ENABLED: "true", VESTIBULE__LAST_LOGIN_METHOD__ENABLED: "true" },
  },
  "wallets, rate limits": {
    reference: { PLUGINS: "siwe", RATE_LIMIT: "1" },
    vestibule: { VESTIBULE__SIWE__ENABLED: "true", VESTIBULE__RATE_LIMIT__ENABLED: "true" },
  },
  "leaked passwords": {
    standIn: "range",
    at: (port) => ({
      reference: { PLUGINS: "have-i-been-pwned,email-otp", HIBP_PORT: String(port) },
      vestibule: {
        VESTIBULE__EMAIL_CODE__ENABLED: "true",
        VESTIBULE__PASSWORDS__BREACHED: "service",
        VESTIBULE__PASSWORDS__BREACHED_SERVICE: `http://127.0.0.1:${port}/range/`,
        VESTIBULE__OUTBOUND__ALLOW: "127.0.0.0/8",
      },
    }),
  },
  ...Object.fromEntries(["cloudflare-turnstile", "google-recaptcha", "hcaptcha", "captchafox"].map((provider) => [`captcha by ${provider}`, {
    standIn: "siteVerify",
    at: (port) => ({
      reference: { PLUGINS: "captcha", CAPTCHA_PROVIDER: provider, CAPTCHA_PORT: String(port) },
      vestibule: {
        VESTIBULE__CAPTCHA__PROVIDER: provider,
        VESTIBULE__CAPTCHA__SECRET_KEY: "captcha-secret",
        VESTIBULE__CAPTCHA__SITE_KEY: "captcha-site",
        VESTIBULE__CAPTCHA__VERIFY_URL: `http://127.0.0.1:${port}/siteverify`,
        VESTIBULE__OUTBOUND__ALLOW: "127.0.0.0/8",
      },
    }),
  }])),
};

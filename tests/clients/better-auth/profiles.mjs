// The configurations that are compared: what each asks of the reference and of Vestibule, both as environment variables.
// `vestibule: null` marks behaviour Vestibule has no switch for: such scenarios only run where the target is the reference.
export const profiles = {
  standard: { reference: {}, vestibule: {} },
  "rate limits": {
    reference: { RATE_LIMIT: "1" },
    vestibule: { VESTIBULE__RATE_LIMIT__ENABLED: "true" },
  },
  "verified addresses only": {
    reference: { REQUIRE_VERIFIED_EMAIL: "1" },
    vestibule: { VESTIBULE__REGISTRATION__REQUIRE_VERIFIED_EMAIL: "true" },
  },
  "one-time token": { reference: { PLUGINS: "one-time-token" }, vestibule: { VESTIBULE__ONE_TIME_TOKEN__ENABLED: "true" } },
  "two-factor": {
    reference: { PLUGINS: "two-factor" },
    vestibule: { VESTIBULE__TWO_FACTOR__POLICY: "optional", VESTIBULE__TWO_FACTOR__ISSUER: "Wire" },
  },
  production: { reference: { NODE_ENV: "production" }, vestibule: null },
  "sign-in after verification": { reference: { SIGN_IN_AFTER_VERIFICATION: "1" }, vestibule: null },
  "no mail on change or deletion": { reference: { NO_CHANGE_CONFIRMATION: "1", NO_DELETE_MAIL: "1" }, vestibule: null },
  "unverified addresses change at once": { reference: { UPDATE_UNVERIFIED_EMAIL: "1" }, vestibule: null },
  "change and deletion off": { reference: { NO_CHANGE_EMAIL: "1", NO_DELETE_USER: "1" }, vestibule: null },
};

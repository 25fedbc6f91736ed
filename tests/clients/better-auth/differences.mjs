// Where Vestibule answers differently on purpose. Everything else an unmodified client must not be able to tell apart.
// `scenario` and `call` (matched against the note of a call, or its request if it has none) say where, `expect` makes of the
// reference's answer the one wanted of Vestibule.
const refused = (message, code) => () => ({ status: 400, cookies: [], body: { message, code } });
const wrongType = (field, type) => refused(`[body.${field}] Invalid input: expected string, received ${type}`, "VALIDATION_ERROR");
const noSession = () => ({ cookies: CLEARED, body: null });
const expired = (attributes) => `${attributes}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`;
const CLEARED = ["better-auth.session_token", "better-auth.session_data", "better-auth.dont_remember"].map(expired);
const noChallenge = ({ sent }) => ({
  status: 401, cookies: [], sent: { ...sent, cookie: undefined },
  body: { message: "Invalid two factor cookie", code: "INVALID_TWO_FACTOR_COOKIE" },
});
const notFresh = () => ({ status: 403, body: { message: "Session is not fresh", code: "SESSION_NOT_FRESH" } });
const stale = () => ({ ...notFresh(), cookies: [] });
const notFreshResult = () => ({ body: { data: null, error: { ...notFresh().body, status: 403, statusText: "" } } });
/** An error in the shape of OAuth, and what the client makes of it. */
const oauthFault = (error, description) => () => ({ status: 400, body: { error, error_description: description } });
const oauthFaultResult = (error, description) => () => ({
  body: { data: null, error: { error, error_description: description, status: 400, statusText: "" } },
});
/** A device as whoever opened it sees it. */
const SHOWN = { client_id: "device-client", scope: "openid profile" };
const EVERYWHERE = /(?:)/;

export const differences = [
  {
    reason: "What scripts of trusted origins may read is one list for every answer.",
    scenario: /^session JWT$/,
    call: /get-session$/,
    expect: ({ headers }) => (headers["set-auth-jwt"]
      ? { headers: { ...headers, "access-control-expose-headers": "set-auth-token, set-auth-jwt, retry-after, x-retry-after, x-request-id" } } : {}),
  },
  {
    reason: "What scripts of trusted origins may read is one list for every answer.",
    scenario: /^device /,
    call: /^POST \/sign-up\/email$/,
    expect: ({ headers }) => ({
      headers: { ...headers, "access-control-expose-headers": "set-auth-token, set-auth-token, set-auth-jwt, retry-after, x-retry-after, x-request-id" },
    }),
  },
  {
    reason: "A code is nobody's until somebody opens it: the reference lets whoever asks say whose account it is for, and that person " +
      "approve what they never looked at.",
    scenario: /^device code for somebody in advance$/,
    call: /^POST \/device\/code$/,
    expect: oauthFault("invalid_request", "user_id is not supported: a code is nobody's until somebody opens it"),
  },
  {
    reason: "And so there is none to approve.",
    scenario: /^device code for somebody in advance$/,
    call: /^POST \/device\/approve$/,
    expect: ({ sent }) => ({ sent: { ...sent, body: { userCode: "" } }, ...oauthFault("invalid_request", "Invalid user code")() }),
  },
  {
    reason: "And so there is none to approve.",
    scenario: /^device code for somebody in advance$/,
    call: /^result of approve/,
    expect: oauthFaultResult("invalid_request", "Invalid user code"),
  },
  {
    reason: "The order in which content types are listed is one everywhere.",
    scenario: /^device code in vain$/,
    call: /^plain text$/,
    expect: ({ body }) => ({
      body: { ...body, message: 'Content-Type "text/plain" is not allowed. Allowed types: application/x-www-form-urlencoded, application/json' },
    }),
  },
  {
    reason: "Who shows another client's code learns nothing about it.",
    scenario: /^device token in vain$/,
    call: /^other client$/,
    expect: oauthFault("invalid_grant", "Invalid device code"),
  },
  {
    reason: "What a person answered stays answered as long as the code would have lived: a device that missed it asks again.",
    scenario: /^device is denied$/,
    call: /^POST \/device\/token$/,
    expect: oauthFault("access_denied", "Access denied"),
  },
  {
    reason: "What a person answered stays answered as long as the code would have lived: a device that missed it asks again.",
    scenario: /^device is denied$/,
    call: /^result of token again$/,
    expect: oauthFaultResult("access_denied", "Access denied"),
  },
  {
    reason: "What a person answered stays answered as long as the code would have lived, for them too.",
    scenario: /^device is denied$/,
    call: /^GET \/device/,
    expect: ({ status }) => (status === 400 ? { status: 200, body: { user_code: "<user code 1>", ...SHOWN, status: "denied" } } : {}),
  },
  {
    reason: "What a person answered stays answered as long as the code would have lived, for them too.",
    scenario: /^device is denied$/,
    call: /^result of open after that$/,
    expect: () => ({ body: { data: { user_code: "<user code 1>", ...SHOWN, status: "denied" }, error: null } }),
  },
  {
    reason: "Whether a code that somebody else opened has its answer is told nobody.",
    scenario: /^device of somebody else$/,
    call: /^POST \/device\/approve$/,
    expect: ({ status }) => (status === 400 ? oauthFault("invalid_request", "Invalid user code")() : {}),
  },
  {
    reason: "Whether a code that somebody else opened has its answer is told nobody.",
    scenario: /^device of somebody else$/,
    call: /^result of (approve|open) by bob after that$/,
    expect: oauthFaultResult("invalid_request", "Invalid user code"),
  },
  {
    reason: "Whether a code that somebody else opened has its answer is told nobody.",
    scenario: /^device of somebody else$/,
    call: /^GET \/device/,
    expect: ({ body }) => (body.status === "approved" ? oauthFault("invalid_request", "Invalid user code")() : {}),
  },
  {
    reason: "A code that is too old stays known for a while: a device that asks again hears the same.",
    scenario: /^device code expires$/,
    call: /^POST \/device\/token$/,
    expect: oauthFault("expired_token", "Device code has expired"),
  },
  {
    reason: "A code that is too old stays known for a while: a device that asks again hears the same.",
    scenario: /^device code expires$/,
    call: /^result of token again$/,
    expect: oauthFaultResult("expired_token", "Device code has expired"),
  },
  {
    reason: "A code that is too old stays known for a while, to whoever opened it.",
    scenario: /^device code expires$/,
    call: /^GET \/device/,
    expect: ({ status }) => (status === 400 ? oauthFault("expired_token", "User code has expired")() : {}),
  },
  {
    reason: "A code that is too old stays known for a while, to whoever opened it.",
    scenario: /^device code expires$/,
    call: /^result of open after that$/,
    expect: oauthFaultResult("expired_token", "User code has expired"),
  },
  {
    reason: "Of two who show the same device code one may be a thief: what came of it ends.",
    scenario: /^device code is shown twice$/,
    call: /^session of the device$/,
    expect: () => ({ cookies: [], body: null }),
  },
  {
    reason: "Who showed a token of a session that has ended, and no cookie, has none to clear.",
    scenario: /^device is approved$/,
    call: /^session of the device after that$/,
    expect: () => ({ cookies: [] }),
  },
  {
    reason: "The address of the connection is known, so a session records it where the reference has none without a proxy's header; " +
      "X-Forwarded-For counts only from trusted proxies.",
    scenario: EVERYWHERE,
    call: EVERYWHERE,
    expect: ({ body }) => ({ body: withAddress(body) }),
  },
  {
    reason: "EdDSA keys are not verified here, so none is asked for.",
    scenario: /^(passkey|ways in changed)/,
    call: EVERYWHERE,
    expect: ({ body }) => (body?.pubKeyCredParams
      ? { body: { ...body, pubKeyCredParams: body.pubKeyCredParams.filter(({ alg }) => alg !== -8) } } : {}),
  },
  {
    reason: "A password reset ends every session: who resets a stolen password wants the thief out.",
    scenario: /^password reset$/,
    call: /^session from before the reset$/,
    expect: noSession,
  },
  {
    reason: "A password is looked up before the address, so that nothing tells which addresses have accounts.",
    scenario: /^leaked password at sign-up$/,
    call: /^a known address$/,
    expect: refused("The password you entered has been compromised. Please choose a different password.", "PASSWORD_COMPROMISED"),
  },
  {
    reason: "Whoever follows a mailed link has proved the address.",
    scenario: /^leaked password at a reset by link$/,
    call: /^new password$/,
    expect: ({ body }) => ({ body: verified(body) }),
  },
  {
    reason: "Nobody is mailed a link that can do nothing.",
    scenario: /^magic link while sign-up is off$/,
    call: /^further mails to ann/,
    expect: () => ({ body: 0 }),
  },
  {
    reason: "A page that is not trusted signs nobody in; the reference leaves that to the browser's preflight.",
    scenario: /^email code asked for in vain$/,
    call: /^sign-in by a foreign page$/,
    expect: () => ({ status: 403, body: { message: "Invalid origin", code: "INVALID_ORIGIN" } }),
  },
  {
    reason: "A page that is not trusted signs nobody in; the reference leaves that to the browser's preflight.",
    scenario: /^email code asked for in vain$/,
    call: /^sign-in by a foreign navigation$/,
    expect: () => ({
      status: 403,
      body: {
        message: "Cross-site navigation login blocked. This request appears to be a CSRF attack.", code: "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED",
      },
    }),
  },
  {
    reason: "A password reset ends every session: who resets a stolen password wants the thief out.",
    scenario: /^email code resets a password$/,
    call: /^the session from before$/,
    expect: noSession,
  },
  {
    reason: "A password reset ends every session: who resets a stolen password wants the thief out.",
    scenario: /^phone code resets a password$/,
    call: /^the session from before$/,
    expect: noSession,
  },
  {
    reason: "A verification link works once.",
    scenario: /^verify email$/,
    call: /^the same link again$/,
    expect: () => ({ headers: { location: "/welcome?error=INVALID_TOKEN" } }),
  },
  {
    reason: "A verification link works once.",
    scenario: /^verify email by the client$/,
    call: /^again$/,
    expect: () => ({ status: 401, body: { message: "Invalid token", code: "INVALID_TOKEN" } }),
  },
  {
    reason: "A verification link works once.",
    scenario: /^verify email by the client$/,
    call: /^result of verifyEmail again$/,
    expect: () => ({ body: { data: null, error: { message: "Invalid token", code: "INVALID_TOKEN", status: 401, statusText: "" } } }),
  },
  {
    reason: "A verification link works once.",
    scenario: /^verify email by the client$/,
    call: /^GET \/verify-email\?token=<token 1>$/,
    expect: (call) => (call.sent.cookie ? {} : { status: 401, body: { message: "Invalid token", code: "INVALID_TOKEN" } }),
  },
  {
    reason: "Only the newest link works, and each once.",
    scenario: /^verify email by the newer of two links$/,
    call: /^the older link$/,
    expect: () => ({ headers: { location: "/?error=INVALID_TOKEN" } }),
  },
  {
    reason: "Only the newest link works, and each once.",
    scenario: /^two password reset links$/,
    call: /^the older link$/,
    expect: refused("Invalid token", "INVALID_TOKEN"),
  },
  {
    reason: "Who opens a link that was mailed to an address has proved that it is theirs; the reference forgets it.",
    scenario: /^password reset( by query token)?$/,
    call: /^new password$|^POST \/sign-in\/email$|^result of signIn/,
    expect: ({ body }) => ({ body: verified(body) }),
  },
  {
    reason: "Who opens a link that was mailed to an address has proved that it is theirs; the reference forgets it.",
    scenario: /^change email of an unverified user$/,
    call: /get-session$|^result of getSession$/,
    expect: ({ body }) => ({ body: verified(body) }),
  },
  {
    reason: "Who opens a link that was mailed to an address has proved that it is theirs; the reference forgets it.",
    scenario: /^change email, unverified, no confirmation$/,
    call: /get-session$|^result of getSession$/,
    expect: ({ body }) => ({ body: JSON.stringify(body).includes('"email":"new.') ? verified(body) : body }),
  },
  {
    reason: "A link that proves an address signs in the browser that asked for it; the reference signs in any.",
    scenario: /^sign-in after verification$/,
    call: /^GET \/verify-email\?token=<token 2>$/,
    expect: () => ({ cookies: [] }),
  },
  {
    reason: "A proved address moves without being asked only for somebody who signed in lately.",
    scenario: /^change of address without confirmation in an old session$/,
    call: /^POST \/change-email$/,
    expect: notFresh,
  },
  {
    reason: "A proved address moves without being asked only for somebody who signed in lately.",
    scenario: /^change of address without confirmation in an old session$/,
    call: /^result of changeEmail$/,
    expect: notFreshResult,
  },
  {
    reason: "Nobody can tell from the mail to their own address whether another address has an account; with the reference they can.",
    scenario: /^change email to a taken address$/,
    call: /^further mails to ann/,
    expect: () => ({ body: 1 }),
  },
  {
    reason: "An escape that stands for a control character or for nothing, and an address with user information, are read differently by " +
      "different programs.",
    scenario: /^callbackURL payloads$/,
    call: /^redirectTo ("\/%09\/|"\/%00"|"\/%0d|"\/%"|"\/%zz"|"http:\/\/user:)/,
    expect: () => ({ status: 403, body: { message: "Invalid redirectURL", code: "INVALID_REDIRECT_URL" } }),
  },
  {
    reason: "An escape that stands for a control character or for nothing, and an address with user information, are read differently by " +
      "different programs.",
    scenario: /^callbackURL payloads on links$/,
    call: /^("\/%09\/|"\/%00"|"\/%0d|"\/%"|"\/%zz"|"http:\/\/user:)/,
    expect: () => ({ status: 403, headers: { "content-type": "application/json" }, body: { message: "Invalid callbackURL", code: "INVALID_CALLBACK_URL" } }),
  },
  {
    reason: "A query with a NUL character is refused before its parameters are looked at: no database takes one in a text.",
    scenario: /^callbackURL payloads on links$/,
    call: /^"\/\\u0000"$/,
    expect: refused("Invalid query: the parameters are not well-formed", "BAD_REQUEST"),
  },
  {
    reason: "Texts are escaped by numeric character references, which browsers show alike.",
    scenario: /^error page$/,
    call: /^the page shows$/,
    expect: ({ body }) => ({ body: Object.fromEntries(Object.entries(body).map(([text, shown]) => [text, shown && !text.startsWith("&lt;")])) }),
  },
  {
    reason: "Vestibule answers the preflights of trusted origins itself; the reference leaves that to the server around it.",
    scenario: /^paths and methods$/,
    call: /^preflight$/,
    expect: () => ({ status: 204, headers: {} }),
  },
  {
    reason: "A rate limit counts a path however it is written.",
    scenario: /^rate limit of sign-in$/,
    call: /^double slash$/,
    expect: () => ({
      status: 429, headers: { "content-type": "application/json", "x-retry-after": "<up to 10 seconds>" },
      body: { message: "Too many requests. Please try again later." },
    }),
  },
  {
    reason: "The reference resolves dot segments only after its check and so redirects to another host.",
    scenario: /^callbackURL payloads$/,
    call: /^redirectTo "\/\.\/\/evil/,
    expect: () => ({ status: 403, body: { message: "Invalid redirectURL", code: "INVALID_REDIRECT_URL" } }),
  },
  {
    reason: "The reference resolves dot segments only after its check and so redirects to another host.",
    scenario: /^callbackURL payloads on links$/,
    call: /^"\/\.\/\/evil/,
    expect: () => ({ status: 403, headers: { "content-type": "application/json" }, body: { message: "Invalid callbackURL", code: "INVALID_CALLBACK_URL" } }),
  },
  {
    reason: "A header holds ASCII only: the reference sends the raw letters.",
    scenario: /^callbackURL at sign-in$/,
    call: /^\/ä b$/,
    expect: ({ headers }) => ({ headers: { ...headers, location: "/%C3%A4%20b" } }),
  },
  {
    reason: "Someone who does not remember the browser keeps a short session after a change of password; the reference makes it a long one.",
    scenario: /^change password and revoke other sessions without remember$/,
    call: /get-session$|^result of getSession$/,
    expect: ({ body }) => ({ body: JSON.parse(JSON.stringify(body).replace(/ \+7d>/, " +1d>")) }),
  },
  {
    reason: "Fields have their types: the reference stores what it is given or fails with 500.",
    scenario: /^update user with wrong types$/,
    call: /^name number$/,
    expect: wrongType("name", "number"),
  },
  {
    reason: "Fields have their types: the reference stores what it is given or fails with 500.",
    scenario: /^update user with wrong types$/,
    call: /^name null$/,
    expect: (call) => ({ ...wrongType("name", "null")(), headers: { ...call.headers, "content-type": "application/json" } }),
  },
  {
    reason: "Fields have their types: the reference stores what it is given or fails with 500.",
    scenario: /^update user with wrong types$/,
    call: /^image number$/,
    expect: wrongType("image", "number"),
  },
  {
    reason: "The first code of an authenticator app is answered with the session that goes on and the person as they now are; the " +
      "reference names the session that has just ended.",
    scenario: /^(two-factor|ways in changed) /,
    call: /^POST \/two-factor\/verify-totp$/,
    expect: ({ body, cookies }) => (body.user?.twoFactorEnabled === false ? { body: confirmed(body, cookies) } : {}),
  },
  {
    reason: "Who showed a token of a session that has ended, and no cookie, has none to clear.",
    scenario: /^bearer token$/,
    call: /^afterwards$/,
    expect: () => ({ cookies: [] }),
  },
  {
    reason: "Whoever merely has a browser that is trusted changes no way in: the second factor is shown in the session first.",
    scenario: /^ways in changed without the second factor$/,
    call: /^(username|number|passkey's name|number taken off|passkey taken off|passkey options), with one$/,
    expect: stale,
  },
  {
    reason: "Whoever merely found an old session changes no way in; the reference asks only for a new passkey.",
    scenario: /^ways in changed in an old session$/,
    call: /^(username|number|passkey's name|number taken off|passkey taken off), too late$/,
    expect: stale,
  },
  {
    reason: "Who has a second factor shows it in a session before that session changes anything; the reference takes the password alone.",
    scenario: /^two-factor shown within a session$/,
    call: / with the password alone$/,
    expect: notFresh,
  },
  {
    reason: "Who has a second factor shows it in a session before that session changes anything, also when it is mailed codes alone.",
    scenario: /^two-factor by mailed codes alone$/,
    call: /^POST \/two-factor\/(get-totp-uri|generate-backup-codes)$/,
    expect: notFresh,
  },
  {
    reason: "Who has a second factor shows it in a session before that session changes anything, also when it is mailed codes alone.",
    scenario: /^two-factor by mailed codes alone$/,
    call: /^result of (getTotpUri|generateBackupCodes)$/,
    expect: notFreshResult,
  },
  {
    reason: "A session that shows the second factor goes on under a new token: whoever held the old one gains nothing by it.",
    scenario: /^two-factor shown within a session/,
    call: /^POST \/two-factor\/verify-(totp|otp|backup-code)$/,
    expect: ({ body, sent, cookies }) => {
      if (!sent.cookie.includes("session_token") || cookies?.length) return {};
      const raised = withNextToken(body);
      return { body: raised, cookies: [`better-auth.session_token=<signed ${raised.token}>; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax`] };
    },
  },
  {
    reason: "A session that shows the second factor goes on under a new token: whoever held the old one gains nothing by it.",
    scenario: /^two-factor shown within a session/,
    call: /^result of (verifyTotp|verifyOtp|verifyBackupCode|getSession)$|^GET \/get-session$/,
    expect: ({ body }) => ({ body: withNextToken(body) }),
  },
  {
    reason: "A token of an invitation that does not hold is refused; the reference knows no invitations.",
    scenario: /^sign-up by invitation$/,
    call: /^invitation of somebody else$/,
    expect: refused("Invitation not found", "INVITATION_NOT_FOUND"),
  },
  {
    reason: "Where accounts are made by invitation, sign-up is closed to everybody else, in the words of the reference's own switch.",
    scenario: /^sign-up by invitation$/,
    call: /^uninvited$/,
    expect: refused("Email and password sign up is not enabled", "EMAIL_PASSWORD_SIGN_UP_DISABLED"),
  },
  {
    reason: "Whoever has the invitation that came to an address has proved that it is theirs.",
    scenario: /^sign-up by invitation$/,
    call: /^POST \/sign-(up|in)\/email$|get-session$|^result of/,
    expect: ({ body }) => ({ body: verified(body) }),
  },
  {
    reason: "Wrong codes of all kinds count together, so five wrong mailed codes end the challenge as five wrong others do.",
    scenario: /^two-factor guesses of a mailed code$/,
    call: /^POST \/two-factor\/verify-otp$/,
    expect: (call) => {
      if (call.body.code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE") return { cookies: [expired("better-auth.two_factor")] };
      return call.body.code === "OTP_HAS_EXPIRED" ? noChallenge(call) : {};
    },
  },
  {
    reason: "After a password was set by mail, a mailed code would be the same mailbox once more: the app or a backup code is asked for.",
    scenario: /^two-factor after a new password$/,
    call: /^POST \/sign-in\/email$/,
    expect: ({ body }) => ({ body: { ...body, twoFactorMethods: ["totp"] } }),
  },
  {
    reason: "Signing out ends a challenge too.",
    scenario: /^two-factor signed out in the middle$/,
    call: /^POST \/sign-out$/,
    expect: ({ cookies }) => ({ cookies: [...cookies, expired("better-auth.two_factor")] }),
  },
  {
    reason: "Signing out ends a challenge too.",
    scenario: /^two-factor signed out in the middle$/,
    call: /^POST \/two-factor\/verify-totp$/,
    expect: (call) => (call.sent.cookie === "better-auth.two_factor" ? noChallenge(call) : {}),
  },
  {
    reason: "Fields have their types: the reference stores what it is given or fails with 500.",
    scenario: /^username of a wrong type$/,
    call: /username (number|array)$/,
    expect: (call) => ({
      ...wrongType(Object.keys(call.sent.body).find((name) => /username$/i.test(name)), call.note.split(" ").at(-1))(),
      headers: { ...call.headers, "content-type": "application/json" },
    }),
  },
  {
    reason: "A sign-in by username is refused to foreign pages as one by address is; the reference relies on the content type alone.",
    scenario: /^username sign-in from elsewhere$/,
    call: /^foreign origin$/,
    expect: () => ({ status: 403, cookies: [], body: { message: "Invalid origin", code: "INVALID_ORIGIN" } }),
  },
  {
    reason: "A sign-in by username is refused to foreign pages as one by address is; the reference relies on the content type alone.",
    scenario: /^username sign-in from elsewhere$/,
    call: /^foreign form$/,
    expect: () => ({
      status: 403, cookies: [],
      body: {
        message: "Cross-site navigation login blocked. This request appears to be a CSRF attack.",
        code: "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED",
      },
    }),
  },
  {
    reason: "Nobody is made anonymous by a foreign page; the reference lets any page do so.",
    scenario: /^anonymous sign-in by a foreign page$/,
    call: /^foreign fetch$/,
    expect: () => ({ status: 403, cookies: [], body: { message: "Invalid origin", code: "INVALID_ORIGIN" } }),
  },
  {
    reason: "Nobody is made anonymous by a foreign page; the reference lets any page do so.",
    scenario: /^anonymous sign-in by a foreign page$/,
    call: /^foreign (navigation|form)$/,
    expect: () => ({
      status: 403, cookies: [],
      body: {
        message: "Cross-site navigation login blocked. This request appears to be a CSRF attack.",
        code: "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED",
      },
    }),
  },
  {
    reason: "Who is anonymous gets an address by signing up, not by a change of one that they never had.",
    scenario: /^anonymous user and their account$/,
    call: /^change-email$/,
    expect: refused("Email can not be updated", "EMAIL_CAN_NOT_BE_UPDATED"),
  },
  {
    reason: "Who is anonymous reads no mail, so nobody is asked by mail before they are deleted.",
    scenario: /^anonymous user and their account$/,
    call: /^delete-user$/,
    expect: () => ({ cookies: CLEARED, body: { success: true, message: "User deleted" } }),
  },
  {
    reason: "Somebody without a picture has none; the reference gives the owners of wallets an empty address.",
    scenario: /^wallet/,
    call: /get-session$|session$|^result of getSession/,
    expect: ({ body }) => ({ body: JSON.parse(JSON.stringify(body).replace('"image":""', '"image":null')) }),
  },
  {
    reason: "An address that comes beside a wallet is the person's once it is proved; the reference takes it unproved if nobody has it.",
    scenario: /^wallet with an address$/,
    call: /^a free address: session$/,
    expect: ({ body }) => ({
      body: { ...body, user: { ...body.user, email: `${body.user.name.toLowerCase()}@siwe.placeholder.invalid` } },
    }),
  },
  {
    reason: "Nobody is signed in by a foreign page; the reference relies on the content type alone.",
    scenario: /^wallet sign-in by a foreign page$/,
    call: /^foreign fetch$/,
    expect: () => ({ status: 403, cookies: [], body: { message: "Invalid origin", code: "INVALID_ORIGIN" } }),
  },
  {
    reason: "A message names a page of ours, or of an origin that is trusted; the reference does not look.",
    scenario: /^wallet message for another uri$/,
    call: /^verify$/,
    expect: mismatch,
  },
  {
    reason: "A message that was written long before its nonce, or is yet to be written, is no sign-in of now.",
    scenario: /^wallet message issued long ago$/,
    call: /^verify$/,
    expect: () => walletRefused("Unauthorized: SIWE message has expired", "UNAUTHORIZED_SIWE_MESSAGE_EXPIRED"),
  },
  {
    reason: "A message that was written long before its nonce, or is yet to be written, is no sign-in of now.",
    scenario: /^wallet message issued in the future$/,
    call: /^verify$/,
    expect: () => walletRefused("Unauthorized: SIWE message is not yet valid", "UNAUTHORIZED_SIWE_MESSAGE_NOT_YET_VALID"),
  },
  {
    reason: "Messages are read as EIP-4361 writes them, down to the checksum of the address; the reference looks for some lines.",
    scenario: /^wallet message (with the address in lower case|of another version|with a line more|without a version|with carriage returns)$/,
    call: /^verify$/,
    expect: mismatch,
  },
  {
    reason: "A signature has 65 bytes; the wallet's library that stands behind the reference guesses what is missing, or fails.",
    scenario: /^wallet signature that is (too short|no hex)$/,
    call: /^verify$/,
    expect: () => walletRefused("Unauthorized: Invalid SIWE signature"),
  },
  {
    reason: "A username is never reused: nobody can pass for somebody who was known by it.",
    scenario: /^username freed by a change$/,
    call: /^another takes it$/,
    expect: refused("Username is already taken. Please try another.", "USERNAME_IS_ALREADY_TAKEN"),
  },
  {
    reason: "A username that stays cannot be given up either; the reference lets it go and then takes another.",
    scenario: /^username that stays$/,
    call: /^none$/,
    expect: refused("Username cannot be updated", "USERNAME_IS_IMMUTABLE"),
  },
  {
    reason: "A deletion link opened by someone else is refused and stays the owner's; the reference spends it.",
    scenario: /^delete user by someone else's link$/,
    call: /^the owner afterwards$/,
    expect: () => ({ status: 302, headers: { location: "/goodbye" }, cookies: CLEARED, body: "" }),
  },
];

/** Headers Vestibule may send where the reference sends none: no client of the reference reads them, or, as those of CORS, another
 * server sends them around it. */
export const toleratedHeaders = ["cache-control", "pragma", "retry-after", "x-retry-after", "access-control-allow-origin", "access-control-expose-headers"];

/** Cookies Vestibule sets besides: they tell apart the browser that asked for a mailed link, so that the link works there by opening it
 * and a scanner spends nothing. No client of the reference reads them. */
const toleratedCookies = /\.asked_(verify_email|change_email|delete_account|magic_link)$/;

export function expectedAnswers(scenario, calls) {
  return calls.map((call) =>
    differences
      .filter((difference) => difference.scenario.test(scenario) && difference.call.test(call.note ?? call.request))
      .reduce((expected, difference) => ({ ...expected, ...difference.expect(expected) }), call));
}

export function withoutTolerated(expected, got) {
  return got && withoutToleratedCookies(withoutToleratedHeaders(expected, got));
}

function withoutToleratedHeaders(expected, got) {
  if (!got.headers) return got;
  const kept = Object.entries(got.headers).filter(([name]) => !toleratedHeaders.includes(name) || expected?.headers?.[name] !== undefined);
  return { ...got, headers: Object.fromEntries(kept) };
}

function withoutToleratedCookies({ cookies, sent, ...got }) {
  const isKept = (cookie) => !toleratedCookies.test(cookie.split("=")[0]);
  const kept = cookies?.filter(isKept);
  const { cookie, ...others } = sent ?? {};
  const shown = cookie?.split("; ").filter(isKept).join("; ");
  const isShown = shown || cookie === "";
  return {
    ...got,
    ...(kept?.length ? { cookies: kept } : {}),
    ...(sent ? { sent: { ...others, ...(isShown ? { cookie: shown } : {}) } } : {}),
  };
}

/** The answer to the first code of an app, with the token that its cookie carries. */
function confirmed(body, cookies) {
  const token = /=<signed (<id \d+>)>/.exec(cookies.find((cookie) => cookie.startsWith("better-auth.session_token=")))?.[1];
  return { ...body, token, user: { ...body.user, twoFactorEnabled: true } };
}

/** The answer with the token that comes after it: between the two the session's own id was seen. */
function withNextToken(body) {
  return JSON.parse(JSON.stringify(body).replace(/"token":"<id (\d+)>"/, (_, number) => `"token":"<id ${Number(number) + 2}>"`));
}

/** A message of a wallet that is none, or not for this server. */
function mismatch() {
  const message = "Unauthorized: SIWE message does not match the expected nonce, domain, address, or chain ID";
  return walletRefused(message, "UNAUTHORIZED_SIWE_MESSAGE_MISMATCH");
}

function walletRefused(message, code) {
  return { status: 401, cookies: [], body: { message, status: 401, ...(code ? { code } : {}) } };
}

function withAddress(body) {
  if (Array.isArray(body)) return body.map(withAddress);
  if (body === null || typeof body !== "object") return body;
  const entries = Object.entries(body).map(([key, value]) => [key, key === "ipAddress" ? "127.0.0.1" : withAddress(value)]);
  return Object.fromEntries(entries);
}

function verified(body) {
  return JSON.parse(JSON.stringify(body).replaceAll('"emailVerified":false', '"emailVerified":true'));
}

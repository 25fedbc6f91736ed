// The reference's plugins, off by default since each adds columns to the core answers. PLUGINS=all or a comma-separated list.
import { createHash, randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import {
  admin, anonymous, bearer, captcha, customSession, deviceAuthorization, emailOTP, genericOAuth, haveIBeenPwned, jwt, lastLoginMethod,
  magicLink, multiSession, oneTimeToken, openAPI, organization, phoneNumber, siwe, twoFactor, username,
} from "better-auth/plugins";
import { apiKey } from "@better-auth/api-key";
import { oauthProvider } from "@better-auth/oauth-provider";
import { passkey } from "@better-auth/passkey";
import { sso } from "@better-auth/sso";
import { recoverAddress } from "./ethereum.mjs";

const env = process.env;
const noSignUp = env.NO_SIGN_UP_BY_MAIL === "1";
const local = (name, port) => `http://127.0.0.1:${env[name] ?? port}`;

export const trustedClient = {
  id: "wire-trusted",
  secret: "wire-trusted-secret-0123456789abcdef",
  redirectUri: "https://app.wire.test/cb",
  postLogoutUri: "https://app.wire.test/bye",
};
export const deviceClients = ["device-client", "another-device-client"];
export const administrator = { email: "admin@idp.test", password: "admin-password-1234" };

const table = {
  username: () => username({ immutableUsername: env.USERNAME_IMMUTABLE === "1" }),
  "magic-link": ({ mail }) => magicLink({ disableSignUp: noSignUp, sendMagicLink: ({ email, url }) => mail(email, "Sign in", `Sign in: ${url}`) }),
  "email-otp": ({ mail }) => emailOTP({
    disableSignUp: noSignUp,
    changeEmail: { enabled: env.NO_CHANGE_BY_CODE !== "1" },
    sendVerificationOTP: ({ email, otp, type }) => mail(email, `Code (${type})`, `Your code is ${otp}`),
  }),
  "phone-number": () => phoneNumber({
    sendOTP: ({ phoneNumber: to, code }) => sms(to, `Your code is ${code}`),
    sendPasswordResetOTP: ({ phoneNumber: to, code }) => sms(to, `Your reset code is ${code}`),
    phoneNumberValidator: (number) => /^\+[1-9]\d{6,14}$/.test(number),
    signUpOnVerification: noSignUp ? undefined : { getTempEmail: (number) => `${number.replace("+", "")}@phone.test` },
  }),
  "two-factor": ({ mail }) => twoFactor({
    issuer: "Wire",
    otpOptions: {
      sendOTP: ({ user, otp }) => (env.SECOND_FACTOR_BY_TEXT === "1"
        ? sms(user.phoneNumber, `Your code is ${otp}`)
        : mail(user.email, "Your second factor", `Your code is ${otp}`)),
    },
  }),
  "multi-session": () => multiSession(),
  "last-login-method": () => lastLoginMethod(),
  bearer: () => bearer(),
  jwt: () => jwt(),
  "one-time-token": () => oneTimeToken(),
  anonymous: () => anonymous({ disableDeleteAnonymousUser: env.NO_ANONYMOUS_DELETION === "1", onLinkAccount: () => {} }),
  captcha: () => captcha({
    provider: env.CAPTCHA_PROVIDER ?? "cloudflare-turnstile",
    secretKey: "captcha-secret",
    siteKey: "captcha-site",
    siteVerifyURLOverride: `${local("CAPTCHA_PORT", 2528)}/siteverify`,
  }),
  "have-i-been-pwned": () => {
    rerouteBreachCheck(local("HIBP_PORT", 2527));
    return haveIBeenPwned();
  },
  admin: () => admin(),
  organization: ({ base, mail }) => organization({
    teams: { enabled: true },
    sendInvitationEmail: ({ id, email, organization: { name } }) =>
      mail(email, `Join ${name}`, `Accept: ${base.origin}/accept-invitation/${id}`),
  }),
  "api-key": () => apiKey({
    enableSessionForAPIKeys: true,
    enableMetadata: true,
    rateLimit: { enabled: true, timeWindow: 86400000, maxRequests: 10 },
  }),
  "device-authorization": () => deviceAuthorization({
    interval: "2s", verificationUri: "/device", validateClient: (id) => deviceClients.includes(id),
  }),
  "generic-oauth": () => genericOAuth({
    config: [{
      providerId: "upstream",
      discoveryUrl: `${local("UPSTREAM_PORT", 2529)}/.well-known/openid-configuration`,
      clientId: "upstream-client",
      clientSecret: "upstream-secret",
      scopes: ["openid", "email", "profile"],
      pkce: true,
    }],
  }),
  sso: () => sso({ trustEmailVerified: true }),
  "oauth-provider": () => oauthProvider({
    loginPage: "/sign-in",
    consentPage: "/consent",
    scopes: ["openid", "profile", "email", "offline_access", "api:read"],
    allowDynamicClientRegistration: true,
    allowUnauthenticatedClientRegistration: true,
  }),
  "open-api": () => openAPI(),
  passkey: () => passkey({ rpName: "Wire" }),
  "custom-session": () => customSession(async ({ user, session }) => ({ user, session })),
  siwe: ({ base }) => siwe({
    domain: base.host,
    anonymous: env.SIWE_ADDRESSES !== "1",
    getNonce: async () => randomBytes(16).toString("hex"),
    verifyMessage: async ({ message, signature, address }) =>
      recoverAddress(message, signature).toLowerCase() === address.toLowerCase(),
  }),
};

const sms = (to, body) =>
  fetch(local("SMS_PORT", 2526), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ to, body }),
  });

// The plugin's breach-check host is fixed; send it to a local stand-in.
function rerouteBreachCheck(standIn) {
  const upstream = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = typeof input === "string" ? input : (input.href ?? input.url);
    return upstream(url.replace(/^https:\/\/api\.pwnedpasswords\.com/, standIn), init);
  };
}

export function chosenPlugins(list, context) {
  const names = list === "all" ? Object.keys(table) : list.split(",").filter(Boolean);
  return names.map((name) => {
    if (!table[name]) throw new Error(`no plugin named ${name}`);
    return table[name](context);
  });
}

/** What some plugins need to exist before the first request. */
export async function seed({ internalAdapter, adapter }, plugins) {
  const has = (id) => plugins.some((plugin) => plugin.id === id);
  if (has("admin") && !(await internalAdapter.findUserByEmail(administrator.email))) {
    const user = await internalAdapter.createUser(
      { email: administrator.email, name: "Admin", emailVerified: true, role: "admin" }, { method: "admin" });
    await internalAdapter.linkAccount({
      userId: user.id, providerId: "credential", accountId: user.id, password: await hashPassword(administrator.password),
    });
  }
  if (has("oauth-provider")) await seedClient(adapter);
}

async function seedClient(adapter) {
  const model = "oauthClient";
  if (await adapter.findOne({ model, where: [{ field: "clientId", value: trustedClient.id }] })) return;
  const now = new Date();
  await adapter.create({
    model,
    data: {
      clientId: trustedClient.id,
      clientSecret: createHash("sha256").update(trustedClient.secret).digest("base64url"),
      name: "Trusted app", disabled: false, skipConsent: true, enableEndSession: true,
      redirectUris: [trustedClient.redirectUri],
      postLogoutRedirectUris: [trustedClient.postLogoutUri],
      tokenEndpointAuthMethod: "client_secret_basic", applicationType: "web",
      grantTypes: ["authorization_code", "refresh_token", "client_credentials"], responseTypes: ["code"],
      scopes: ["openid", "profile", "email", "offline_access", "api:read"],
      clientCredentialsScopes: ["api:read"], requirePKCE: true,
      createdAt: now, updatedAt: now,
    },
  });
}

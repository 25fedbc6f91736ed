// The published Better Auth, to compare our answers with. Core only unless PLUGINS names more (see plugins.mjs).
// Every switch comes from the environment; ../profiles.mjs sets them.
import http from "node:http";
import Database from "better-sqlite3";
import nodemailer from "nodemailer";
import { advanceClock } from "./clock.mjs"; // first: it replaces Date before anything keeps a reference to it
const { betterAuth } = await import("better-auth");
const { getMigrations } = await import("better-auth/db/migration");
const { toNodeHandler } = await import("better-auth/node");
const { chosenPlugins, seed } = await import("./plugins.mjs");

const env = process.env;
const on = (name) => env[name] === "1";
const base = new URL(env.BASE_URL ?? "http://127.0.0.1:3000");

const transport = nodemailer.createTransport({
  host: "127.0.0.1", port: Number(env.SMTP_PORT ?? 2525), secure: false, ignoreTLS: true,
});
const mail = (to, subject, text) => transport.sendMail({ from: "auth@idp.test", to, subject, text });

const fields = (name) => (env[name] ? JSON.parse(env[name]) : undefined);

const options = {
  appName: "Wire",
  baseURL: base.origin,
  secret: env.SECRET ?? "reference-secret-reference-secret-0123456789",
  database: new Database(env.DB_FILE ?? ":memory:"),
  trustedOrigins: [base.origin, env.TRUSTED_ORIGIN ?? "http://localhost:4321"],
  logger: { level: "error", disabled: !on("LOG") },
  rateLimit: { enabled: on("RATE_LIMIT") },
  session: { additionalFields: fields("SESSION_FIELDS"), cookieCache: on("COOKIE_CACHE") ? { enabled: true, maxAge: 300 } : undefined },
  emailAndPassword: {
    enabled: true,
    disableSignUp: on("NO_SIGN_UP"),
    minPasswordLength: 8,
    maxPasswordLength: 128,
    requireEmailVerification: on("REQUIRE_VERIFIED_EMAIL"),
    sendResetPassword: ({ user, url }) => mail(user.email, "Reset your password", `Reset your password: ${url}`),
  },
  emailVerification: {
    sendOnSignUp: true,
    sendOnSignIn: on("REQUIRE_VERIFIED_EMAIL"),
    autoSignInAfterVerification: on("SIGN_IN_AFTER_VERIFICATION"),
    sendVerificationEmail: ({ user, url }) => mail(user.email, "Verify your email", `Verify your email: ${url}`),
  },
  user: {
    additionalFields: fields("USER_FIELDS"),
    changeEmail: {
      enabled: !on("NO_CHANGE_EMAIL"),
      updateEmailWithoutVerification: on("UPDATE_UNVERIFIED_EMAIL"),
      sendChangeEmailConfirmation: on("NO_CHANGE_CONFIRMATION")
        ? undefined
        : ({ user, newEmail, url }) => mail(user.email, "Confirm email change", `Confirm the change to ${newEmail}: ${url}`),
    },
    deleteUser: {
      enabled: !on("NO_DELETE_USER"),
      sendDeleteAccountVerification: on("NO_DELETE_MAIL")
        ? undefined
        : ({ user, url }) => mail(user.email, "Delete your account", `Confirm deleting your account: ${url}`),
    },
  },
  plugins: await chosenPlugins(env.PLUGINS ?? "", { base, mail }),
};

const auth = betterAuth(options);
await (await getMigrations(options)).runMigrations();
await seed(await auth.$context, options.plugins);

const handler = toNodeHandler(auth);
const server = http.createServer((req, res) => {
  const [path, query] = req.url.split("?");
  if (path === "/clock") {
    advanceClock(Number(new URLSearchParams(query).get("advance")));
    return res.writeHead(204).end();
  }
  if (path.includes("/api/auth") || path.startsWith("/.well-known/")) return handler(req, res);
  res.writeHead(200, { "content-type": "text/plain" }).end("app page");
});
server.listen(Number(base.port || 80), base.hostname, () => console.log(`reference on ${base.origin}`));
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(0));

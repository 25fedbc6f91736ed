// The published server fills a database and stops; `vestibule import better-auth` moves it; Vestibule starts in its place, at the same
// address; everybody signs in with what they had. Ends with the count of what was looked at.
import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Authenticator } from "./authenticator.mjs";
import { Browser } from "./browser.mjs";
import { Normaliser } from "./normalise.mjs";
import { PasskeyDevice } from "./passkey-device.mjs";
import { administrator, trustedClient } from "./reference/plugins.mjs";
import { launch, place, ready, Server } from "./servers.mjs";
import { Wallet } from "./wallet.mjs";

const PASSWORD = "correct horse battery";
const SECRET = "reference-secret-reference-secret-0123456789";
const REDIRECT = "https://app.wire.test/cb";
const NUMBER = "+12015550142";
const run = promisify(execFile);

const count = { passed: 0, failed: 0 };
function check(what, held, seen) {
  if (held) {
    count.passed++;
    return;
  }
  count.failed++;
  console.log(`✗ ${what}${seen === undefined ? "" : `: ${JSON.stringify(seen)}`}`);
}
/** A part of its own: what breaks in it leaves the others alone. */
async function part(what, run) {
  try {
    await run();
  } catch (error) {
    check(what, false, String(error?.stack ?? error));
  }
}

const folder = mkdtempSync(path.join(tmpdir(), "moving-in-"));
const { origin, mailbox, texts, host } = await place();
const theirs = path.join(folder, "better-auth.db");
const environment = {
  VESTIBULE__SERVER__PUBLIC_URL: origin,
  VESTIBULE__SERVER__LISTEN: host,
  VESTIBULE__DATABASE__URL: `sqlite://${path.join(folder, "v.db")}`,
  VESTIBULE__KEYS__MASTER: randomBytes(32).toString("base64"),
  VESTIBULE__COOKIES__PREFIX: "better-auth",
  VESTIBULE__RATE_LIMIT__ENABLED: "false",
  VESTIBULE__REGISTRATION__REQUIRE_VERIFIED_EMAIL: "false",
  VESTIBULE__MAIL__URL: `smtp://127.0.0.1:${mailbox.port}`,
  VESTIBULE__MAIL__FROM: "auth@idp.test",
  VESTIBULE__SMS__WEBHOOK_URL: `http://127.0.0.1:${texts.port}/`,
  VESTIBULE__SMS__WEBHOOK_SECRET: `whsec_${randomBytes(32).toString("base64")}`,
  VESTIBULE__OUTBOUND__ALLOW: "127.0.0.0/8",
  VESTIBULE__TWO_FACTOR__POLICY: "optional",
  VESTIBULE__PASSKEY__ENABLED: "true",
  VESTIBULE__USERNAME__ENABLED: "true",
  VESTIBULE__PHONE__ENABLED: "true",
  VESTIBULE__PHONE__COUNTRIES: "US,CA",
  VESTIBULE__SIWE__ENABLED: "true",
  VESTIBULE__ANONYMOUS__ENABLED: "true",
};

let server;
const browser = (jar) => {
  const opened = new Browser({
    server, transcript: [], normaliser: new Normaliser(server),
    always: { origin, "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" },
  });
  if (jar) opened.jar = new Map(jar);
  return opened;
};
const address = (who) => `${who}@wire.test`;
const people = {};

async function signUp(who, extra = {}) {
  const person = browser();
  const { status, body } = await person.post("/sign-up/email", { name: who, email: address(who), password: PASSWORD, ...extra });
  if (status !== 200) throw new Error(`${who} cannot sign up: ${status} ${JSON.stringify(body)}`);
  people[who] = { id: body.user.id, browser: person };
  return person;
}
const signIn = async (who, extra = {}) => {
  const person = browser();
  const answer = await person.post("/sign-in/email", { email: address(who), password: PASSWORD, ...extra });
  return { person, answer };
};
const vestibule = async (...args) => {
  const options = { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment }, cwd: folder, maxBuffer: 1 << 26 };
  try {
    const { stdout, stderr } = await run(process.env.VESTIBULE_BIN, args, options);
    return { status: 0, stdout, stderr };
  } catch (error) {
    return { status: error.code, stdout: error.stdout ?? "", stderr: error.stderr ?? String(error) };
  }
};
const table = ({ report }, name) => report?.tables.find((told) => told.table === name) ?? {};
const sessionOf = async (person) => (await person.get("/get-session")).body;

// The published server, with everybody in it.
server = await ready(new Server({
  origin, mailbox: { close() {} },
  child: launch(process.execPath, [path.join(import.meta.dirname, "reference/server.mjs")], {
    BASE_URL: origin, SMTP_PORT: String(mailbox.port), SMS_PORT: String(texts.port), DB_FILE: theirs, SECRET,
    PLUGINS: "username,phone-number,two-factor,bearer,jwt,anonymous,admin,organization,api-key,oauth-provider,passkey,siwe",
  }),
}));
try {
  await signUp("ann");
  await signUp("una", { username: "Una_One" });
  const tess = await signUp("tess");
  const { body: enrolment } = await tess.post("/two-factor/enable", { password: PASSWORD });
  const app = await Authenticator.of(server, enrolment.totpURI);
  await tess.post("/two-factor/verify-totp", { code: app.next() });
  people.tess.app = app;
  people.tess.codes = enrolment.backupCodes;
  // One code on paper is spent there.
  const spent = await signIn("tess");
  await spent.person.post("/two-factor/verify-backup-code", { code: people.tess.codes[0] });

  const pia = await signUp("pia");
  const device = new PasskeyDevice(server, "moving");
  const { body: creation } = await pia.get("/passkey/generate-register-options");
  const { status: registered } = await pia.post("/passkey/verify-registration", { response: device.create(creation), name: "Key ring" });
  check("their passkey is registered", registered === 200, registered);

  const phil = browser();
  await phil.post("/phone-number/send-otp", { phoneNumber: NUMBER });
  const { body: byPhone } = await phil.post("/phone-number/verify", { phoneNumber: NUMBER, code: await texts.code(NUMBER) });
  people.phil = { id: byPhone.user.id, browser: phil };

  const wallet = new Wallet(server, "moving in");
  const wanda = browser();
  const byWallet = async (person) => {
    const { body } = await person.post("/siwe/nonce", {});
    const message = wallet.message(body.nonce);
    return person.post("/siwe/verify", { message, signature: await wallet.sign(message) });
  };
  const walletAnswer = await byWallet(wanda);
  check("their wallet signs in", walletAnswer.status === 200, walletAnswer.body);
  people.wanda = { id: walletAnswer.body.user?.id, browser: wanda };

  const anon = browser();
  const { body: anonymous } = await anon.post("/sign-in/anonymous", {});
  people.anon = { id: anonymous.user.id, browser: anon };

  await signUp("bea");
  const admin = browser();
  await admin.post("/sign-in/email", administrator);
  const { status: banned } = await admin.post("/admin/ban-user", { userId: people.bea.id });
  check("an administrator bans there", banned === 200, banned);

  const oli = await signUp("oli");
  await oli.post("/organization/create", { name: "Wire", slug: "wire" });
  const made = await oli.post("/oauth2/create-client", {
    client_name: "Oli's app", redirect_uris: [REDIRECT], scope: "openid profile email", token_endpoint_auth_method: "client_secret_basic",
  });
  const client = { id: made.body.client_id, secret: made.body.client_secret };
  check("an app is registered there", Boolean(client.secret), made.body);
  const challenge = createHash("sha256").update("v".repeat(43)).digest("base64url");
  const authorize = (id, scope) => `?${new URLSearchParams({
    response_type: "code", client_id: id, redirect_uri: REDIRECT, scope, state: "s", code_challenge: challenge, code_challenge_method: "S256",
  })}`;
  const navigation = { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", accept: "text/html" };
  const asked = await oli.get(`/oauth2/authorize${authorize(client.id, "openid email")}`, { headers: navigation });
  const question = new URL(asked.headers.location ?? "/", origin);
  const allowed = await oli.post("/oauth2/consent", { accept: true, oauth_query: question.search.slice(1) });
  check("consent is given there", String(allowed.body?.url).startsWith(REDIRECT), allowed.body);
  await server.stop();

  // A plan changes nothing, not even that there is a database.
  writeFileSync(path.join(folder, "secret"), `${SECRET}\n`);
  const moving = ["import", "better-auth", "--from", `sqlite://${theirs}`, "--secret-file", path.join(folder, "secret"), "--json"];
  const planned = await vestibule(...moving, "--plan");
  const plan = JSON.parse(planned.stdout || "{}");
  check("the plan is made", planned.status === 0 && plan.plan === true, planned);
  const moved = await vestibule(...moving);
  const told = JSON.parse(moved.stdout || "{}");
  check("everybody is moved", moved.status === 0 && told.refused === false, moved);
  check("the plan said so", JSON.stringify(plan.report) === JSON.stringify(told.report), [plan.report, told.report]);
  for (const name of ["user", "twoFactor", "passkey", "walletAddress", "session", "oauthClient", "oauthConsent"]) {
    check(`all of ${name} is moved`, table(told, name).moved > 0 && table(told, name).moved === table(told, name).found, table(told, name));
  }
  check("what stays is told", Object.keys(table(told, "organization").left ?? {}).length === 1, table(told, "organization"));
  const again = JSON.parse((await vestibule(...moving)).stdout || "{}");
  check("a second run moves nothing", again.report?.tables.every((each) => each.moved === 0), again.report);

  // Vestibule in its place.
  server = await ready(new Server({ origin, mailbox: { close() {} }, child: launch(process.env.VESTIBULE_BIN, ["serve"], environment, folder) }));

  await part("the old cookies", async () => {
    for (const who of ["ann", "una", "tess", "pia", "phil", "wanda", "anon", "oli"]) {
      const seen = await sessionOf(browser(people[who].browser.jar));
      check(`the old cookie of ${who}`, seen?.user?.id === people[who].id, seen);
    }
    check("a banned one's cookie", (await sessionOf(browser(people.bea.browser.jar))) === null);
    const [name, value] = [...people.ann.browser.jar].find(([name]) => name.endsWith("session_token"));
    const forged = browser([[name, value.replace(/.%3D$/, "A%3D").replace(/^./, "x")]]);
    check("a changed cookie", (await sessionOf(forged)) === null);
  });
  await part("the old passwords", async () => {
    for (const who of ["ann", "una", "pia", "oli", "ann"]) {
      const { person, answer } = await signIn(who);
      check(`the password of ${who}`, answer.status === 200 && answer.body.user?.id === people[who].id, answer.body);
      check(`the new session of ${who}`, (await sessionOf(person))?.user?.id === people[who].id);
    }
    check("a wrong password", (await signIn("ann", { password: "another password" })).answer.status === 401);
    const { answer } = await signIn("bea");
    check("a banned one", answer.status === 403, answer);
    const { body } = await browser().post("/sign-in/email", administrator);
    check("the administrator", body.user?.role === "admin" || Boolean(body.user?.id), body);
  });
  await part("the user name", async () => {
    const { body } = await browser().post("/sign-in/username", { username: "una_one", password: PASSWORD });
    check("the user name", body?.user?.id === people.una.id && body.user.displayUsername === "Una_One", body);
  });
  await part("the second factor", async () => {
    for (const [what, target, code] of [
      ["the authenticator app", "/two-factor/verify-totp", () => people.tess.app.next()],
      ["a code on paper", "/two-factor/verify-backup-code", () => people.tess.codes[1]],
    ]) {
      const { person, answer } = await signIn("tess");
      check(`${what} is asked for`, answer.body.twoFactorRedirect === true, answer.body);
      const shown = await person.post(target, { code: code() });
      check(what, shown.status === 200, shown.body);
      check(`${what}: signed in`, (await sessionOf(person))?.user?.id === people.tess.id);
    }
    const { person } = await signIn("tess");
    check("a spent code on paper", (await person.post("/two-factor/verify-backup-code", { code: people.tess.codes[0] })).status === 401);
  });
  await part("the passkey", async () => {
    for (const time of ["first", "second"]) {
      const person = browser();
      const { body: options } = await person.get("/passkey/generate-authenticate-options");
      const { status, body } = await person.post("/passkey/verify-authentication", { response: device.get(options) });
      check(`the passkey, ${time}`, status === 200 && (await sessionOf(person))?.user?.id === people.pia.id, body);
    }
    const stranger = browser();
    const { body: options } = await stranger.get("/passkey/generate-authenticate-options");
    const response = device.get(options);
    response.response.userHandle = Buffer.from("somebody else").toString("base64url");
    const { status } = await stranger.post("/passkey/verify-authentication", { response });
    check("the passkey as another account's", status >= 400, status);
  });
  await part("the phone", async () => {
    const person = browser();
    await person.post("/phone-number/send-otp", { phoneNumber: NUMBER });
    const { body } = await person.post("/phone-number/verify", { phoneNumber: NUMBER, code: await texts.code(NUMBER) });
    check("the phone number", body?.user?.id === people.phil.id, body);
  });
  await part("the wallet", async () => {
    const person = browser();
    const { body } = await byWallet(person);
    check("the wallet", (body?.user?.id ?? body?.user) === people.wanda.id || (await sessionOf(person))?.user?.id === people.wanda.id, body);
  });
  await part("the apps", async () => {
    for (const [what, { id, secret }] of [["the app of Oli", client], ["the trusted app", trustedClient]]) {
      const person = browser(people.oli.browser.jar);
      const { headers, body } = await person.get(`${origin}/oauth2/authorize${authorize(id, "openid email")}`, { headers: navigation });
      const code = new URL(headers.location ?? "/", origin).searchParams.get("code");
      check(`${what} is not asked about again`, Boolean(code), [headers.location, body]);
      const exchanged = await browser().send("POST", `${origin}/oauth2/token`, {
        form: { grant_type: "authorization_code", code, redirect_uri: REDIRECT, code_verifier: "v".repeat(43) },
        headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` }, cookies: false,
      });
      const claims = JSON.parse(Buffer.from(String(exchanged.body.id_token).split(".")[1] ?? "", "base64url").toString() || "{}");
      check(`${what} gets tokens with its old secret`, exchanged.status === 200 && claims.sub === people.oli.id, exchanged.body);
    }
  });
  check("nobody was mailed by the move", (await mailbox.count(address("una"))) <= 1);
  await server.stop();

  // And out again, into an empty installation.
  await part("the way out", async () => {
    const file = path.join(folder, "out.jsonl");
    const out = await vestibule("export", "--to", file, "--with-secrets", "--json");
    check("everything is exported", out.status === 0, out);
    environment.VESTIBULE__DATABASE__URL = `sqlite://${path.join(folder, "other.db")}`;
    const back = await vestibule("import", "vestibule", file, "--json");
    check("and read back", back.status === 0, back);
    server = await ready(new Server({ origin, mailbox: { close() {} }, child: launch(process.env.VESTIBULE_BIN, ["serve"], environment, folder) }));
    const { answer } = await signIn("ann");
    check("the password after the round trip", answer.body.user?.id === people.ann.id, answer.body);
    const { person } = await signIn("tess");
    const shown = await person.post("/two-factor/verify-totp", { code: people.tess.app.next() });
    check("the authenticator app after the round trip", shown.status === 200, shown.body);
    const byKey = browser();
    const { body: options } = await byKey.get("/passkey/generate-authenticate-options");
    const { status, body } = await byKey.post("/passkey/verify-authentication", { response: device.get(options) });
    check("the passkey after the round trip", status === 200, body);
  });
} catch (error) {
  check("the move", false, String(error?.stack ?? error));
} finally {
  await server.stop();
  await Promise.all([mailbox.close(), texts.close()]);
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

import { MINUTE, PASSWORD, scenario } from "../scenario.mjs";
import { Authenticator } from "../authenticator.mjs";

const options = { profile: "two-factor" };
const moves = { profile: "two-factor", clock: true };
const NO_CODE = "999999";

/** Somebody with an authenticator app, and the app. */
async function enrolled(actor, who) {
  const person = await actor.signUp(who);
  const { data } = await person.client.twoFactor.enable({ password: PASSWORD });
  const device = await Authenticator.of(person.server, data.totpURI);
  await person.client.twoFactor.verifyTotp({ code: device.next() });
  return { person, device, backupCodes: data.backupCodes, email: person.email };
}

/** A browser in which that somebody has shown their password. */
async function challenged(actor, email, extra = {}) {
  const browser = actor.browser();
  await browser.client.signIn.email({ email, password: PASSWORD, ...extra });
  return browser;
}

scenario("two-factor with an authenticator app", async (actor) => {
  const { browser, signUp, result } = actor;
  const person = await signUp("ann");
  result("enable wrong password", await person.client.twoFactor.enable({ password: "wrong password" }));
  const { data, error } = await person.client.twoFactor.enable({ password: PASSWORD });
  result("enable", { data, error });
  await person.get("/get-session");
  const early = browser();
  result("signIn.email before the code", await early.client.signIn.email({ email: person.email, password: PASSWORD }));
  const device = await Authenticator.of(person.server, data.totpURI);
  result("verifyTotp wrong", await person.client.twoFactor.verifyTotp({ code: NO_CODE }));
  await person.client.twoFactor.verifyTotp({ code: device.next() });
  await person.get("/get-session");
  await early.get("/get-session");
  const later = browser();
  result("signIn.email", await later.client.signIn.email({ email: person.email, password: PASSWORD }));
  await later.get("/get-session");
  result("verifyTotp wrong", await later.client.twoFactor.verifyTotp({ code: NO_CODE }));
  result("verifyTotp", await later.client.twoFactor.verifyTotp({ code: device.next() }));
  await later.get("/get-session");
  result("verifyTotp as a proof", await later.client.twoFactor.verifyTotp({ code: device.next() }));
  await later.get("/get-session");
}, options);

scenario("two-factor without remembering", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  const person = await challenged(actor, email, { rememberMe: false });
  await person.client.twoFactor.verifyTotp({ code: device.next() });
  await person.get("/get-session");
}, options);

scenario("two-factor with a callbackURL", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  const person = await challenged(actor, email, { callbackURL: "/dashboard" });
  await person.post("/two-factor/verify-totp", { code: device.next() });
}, options);

scenario("two-factor with backup codes", async (actor) => {
  const { result } = actor;
  const { email, person, backupCodes } = await enrolled(actor, "ann");
  const first = await challenged(actor, email);
  result("verifyBackupCode wrong", await first.client.twoFactor.verifyBackupCode({ code: "aaaaa-aaaaa" }));
  result("verifyBackupCode", await first.client.twoFactor.verifyBackupCode({ code: backupCodes[0] }));
  await first.get("/get-session");
  const second = await challenged(actor, email);
  result("verifyBackupCode again", await second.client.twoFactor.verifyBackupCode({ code: backupCodes[0] }));
  result("verifyBackupCode without a session", await second.client.twoFactor.verifyBackupCode({ code: backupCodes[1], disableSession: true }));
  await second.get("/get-session");
  result("generateBackupCodes wrong password", await person.client.twoFactor.generateBackupCodes({ password: "wrong password" }));
  const renewed = await person.client.twoFactor.generateBackupCodes({ password: PASSWORD });
  result("generateBackupCodes", renewed);
  const third = await challenged(actor, email);
  result("verifyBackupCode of before", await third.client.twoFactor.verifyBackupCode({ code: backupCodes[2] }));
  result("verifyBackupCode new", await third.client.twoFactor.verifyBackupCode({ code: renewed.data.backupCodes[9] }));
  result("verifyBackupCode as a proof", await third.client.twoFactor.verifyBackupCode({ code: renewed.data.backupCodes[8] }));
}, options);

scenario("two-factor with a mailed code", async (actor) => {
  const { result, code } = actor;
  const { email } = await enrolled(actor, "ann");
  const person = await challenged(actor, email);
  result("verifyOtp before it is sent", await person.client.twoFactor.verifyOtp({ code: NO_CODE }));
  result("sendOtp", await person.client.twoFactor.sendOtp());
  const mailed = await code(email);
  result("verifyOtp wrong", await person.client.twoFactor.verifyOtp({ code: NO_CODE }));
  result("verifyOtp", await person.client.twoFactor.verifyOtp({ code: mailed }));
  await person.get("/get-session");
}, options);

scenario("two-factor by mailed codes alone", async (actor) => {
  const { result, code, signUp } = actor;
  const person = await signUp("ann");
  result("enable", await person.client.twoFactor.enable({ password: PASSWORD, method: "otp" }));
  await person.get("/get-session");
  result("getTotpUri", await person.client.twoFactor.getTotpUri({ password: PASSWORD }));
  result("generateBackupCodes", await person.client.twoFactor.generateBackupCodes({ password: PASSWORD }));
  const later = await challenged(actor, person.email);
  result("verifyTotp", await later.client.twoFactor.verifyTotp({ code: NO_CODE }));
  result("verifyBackupCode", await later.client.twoFactor.verifyBackupCode({ code: "aaaaa-aaaaa" }));
  result("sendOtp", await later.client.twoFactor.sendOtp());
  result("verifyOtp", await later.client.twoFactor.verifyOtp({ code: await code(person.email) }));
  result("disable", await later.client.twoFactor.disable({ password: PASSWORD }));
}, options);

scenario("two-factor on a trusted device", async (actor) => {
  const { result } = actor;
  const { email, device } = await enrolled(actor, "ann");
  const person = await challenged(actor, email);
  result("verifyTotp", await person.client.twoFactor.verifyTotp({ code: device.next(), trustDevice: true }));
  await person.client.signOut();
  result("signIn.email", await person.client.signIn.email({ email, password: PASSWORD }));
  await person.client.signOut();
  result("signIn.email again", await person.client.signIn.email({ email, password: PASSWORD }));
  const other = await enrolled(actor, "bob");
  result("signIn.email somebody else", await person.client.signIn.email({ email: other.email, password: PASSWORD }));
  const last = await challenged(actor, email);
  await last.client.twoFactor.verifyTotp({ code: device.next(), trustDevice: true });
  result("disable", await last.client.twoFactor.disable({ password: PASSWORD }));
  await last.get("/get-session");
  result("signIn.email when it is off", await last.client.signIn.email({ email, password: PASSWORD }));
}, options);

scenario("two-factor turned off and asked about", async (actor) => {
  const { result, signUp, program } = actor;
  const plain = await signUp("bob");
  result("disable without", await plain.client.twoFactor.disable({ password: PASSWORD }));
  result("getTotpUri without", await plain.client.twoFactor.getTotpUri({ password: PASSWORD }));
  result("generateBackupCodes without", await plain.client.twoFactor.generateBackupCodes({ password: PASSWORD }));
  result("verifyTotp without", await plain.client.twoFactor.verifyTotp({ code: NO_CODE }));
  result("verifyBackupCode without", await plain.client.twoFactor.verifyBackupCode({ code: "aaaaa-aaaaa" }));
  result("sendOtp without", await plain.client.twoFactor.sendOtp());
  const { person } = await enrolled(actor, "ann");
  result("getTotpUri wrong password", await person.client.twoFactor.getTotpUri({ password: "wrong password" }));
  result("getTotpUri", await person.client.twoFactor.getTotpUri({ password: PASSWORD }));
  result("disable wrong password", await person.client.twoFactor.disable({ password: "wrong password" }));
  result("disable", await person.client.twoFactor.disable({ password: PASSWORD }));
  await person.get("/get-session");
  const nobody = program();
  for (const path of ["enable", "disable", "get-totp-uri", "generate-backup-codes"])
    await nobody.post(`/two-factor/${path}`, { password: PASSWORD });
  await nobody.post("/two-factor/verify-totp", { code: NO_CODE });
  await nobody.post("/two-factor/verify-otp", { code: NO_CODE });
  await nobody.post("/two-factor/verify-backup-code", { code: "aaaaa-aaaaa" });
  await nobody.post("/two-factor/send-otp", {});
}, options);

scenario("two-factor again with another authenticator app", async (actor) => {
  const { result } = actor;
  const { person, email, device } = await enrolled(actor, "ann");
  result("enable again", await person.client.twoFactor.enable({ password: PASSWORD }));
  await person.get("/get-session");
  await person.client.twoFactor.disable({ password: PASSWORD });
  const again = await person.client.twoFactor.enable({ password: PASSWORD });
  const other = await Authenticator.of(person.server, again.data.totpURI);
  await person.client.twoFactor.verifyTotp({ code: other.next() });
  const later = await challenged(actor, email);
  result("verifyTotp of before", await later.client.twoFactor.verifyTotp({ code: device.next() }));
  result("verifyTotp", await later.client.twoFactor.verifyTotp({ code: other.next() }));
}, options);

scenario("two-factor guesses within one challenge", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  const person = await challenged(actor, email);
  for (let at = 0; at < 6; at++) await person.post("/two-factor/verify-totp", { code: NO_CODE });
  await person.post("/two-factor/verify-totp", { code: device.next() });
  await person.post("/two-factor/verify-backup-code", { code: "aaaaa-aaaaa" });
}, options);

scenario("two-factor guesses of a mailed code", async (actor) => {
  const { email } = await enrolled(actor, "ann");
  const person = await challenged(actor, email);
  await person.post("/two-factor/send-otp", {});
  const mailed = await actor.code(email);
  for (let at = 0; at < 6; at++) await person.post("/two-factor/verify-otp", { code: NO_CODE });
  await person.post("/two-factor/verify-otp", { code: mailed });
}, options);

scenario("two-factor guesses across challenges", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  for (let round = 0; round < 3; round++) {
    const person = await challenged(actor, email);
    for (let at = 0; at < 4; at++) await person.post("/two-factor/verify-totp", { code: NO_CODE });
  }
  const person = await challenged(actor, email);
  await person.post("/two-factor/verify-totp", { code: device.next() });
  await person.post("/two-factor/verify-backup-code", { code: "aaaaa-aaaaa" });
  await person.post("/two-factor/send-otp", {});
}, options);

scenario("two-factor fields", async (actor) => {
  const { email, person } = await enrolled(actor, "ann");
  await person.post("/two-factor/enable", {});
  await person.post("/two-factor/enable", { password: PASSWORD, method: "sms" });
  await person.post("/two-factor/enable", { password: 1 });
  await person.post("/two-factor/disable", {});
  await person.post("/two-factor/get-totp-uri", {});
  await person.post("/two-factor/generate-backup-codes", {});
  await person.post("/two-factor/verify-totp", {});
  await person.post("/two-factor/verify-totp", { code: 1 });
  await person.post("/two-factor/verify-totp", { code: "12 34" });
  await person.post("/two-factor/verify-totp", { code: NO_CODE, trustDevice: "yes" });
  await person.post("/two-factor/verify-otp", {});
  await person.post("/two-factor/verify-backup-code", {});
  await person.post("/two-factor/verify-backup-code", { code: "aaaaa-aaaaa", disableSession: 1 });
  await person.post("/two-factor/send-otp", { trustDevice: 1 });
  await person.post("/two-factor/send-otp", undefined);
  await person.post("/two-factor/enable", { password: PASSWORD, issuer: "Elsewhere" });
  const fresh = await challenged(actor, email);
  await fresh.post("/two-factor/verify-totp", {});
  await person.get("/two-factor/enable");
  await person.get("/two-factor/view-backup-codes");
  await person.post("/two-factor/view-backup-codes", { userId: "x" });
  await person.post("/two-factor/generate-totp", { secret: "x" });
  await person.post("/update-user", { twoFactorEnabled: false });
  await person.get("/get-session");
  const other = actor.browser();
  await other.post("/sign-up/email", { name: "bob", email: actor.address("bob"), password: PASSWORD, twoFactorEnabled: true });
}, options);

scenario("two-factor signed out in the middle", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  const person = await challenged(actor, email);
  await person.post("/sign-out", {});
  await person.post("/two-factor/verify-totp", { code: device.next() });
}, options);

scenario("two-factor in a browser that is signed in as somebody else", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  const person = await actor.signUp("bob");
  await person.client.signIn.email({ email, password: PASSWORD });
  await person.get("/get-session");
  await person.client.twoFactor.verifyTotp({ code: device.next() });
  await person.get("/get-session");
}, options);

scenario("two-factor with a forged cookie", async (actor) => {
  const { device } = await enrolled(actor, "ann");
  const person = actor.browser();
  person.jar.set("better-auth.two_factor", "2fa-forged.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D");
  await person.post("/two-factor/verify-totp", { code: device.next() });
}, options);

scenario("two-factor sessions that were there before", async (actor) => {
  const elsewhere = await actor.signUp("ann");
  const here = await actor.signIn("ann");
  const { data } = await here.client.twoFactor.enable({ password: PASSWORD });
  const device = await Authenticator.of(here.server, data.totpURI);
  await here.client.twoFactor.verifyTotp({ code: device.next() });
  await elsewhere.get("/get-session");
  await here.get("/list-sessions");
  await here.client.twoFactor.disable({ password: PASSWORD });
  await elsewhere.get("/get-session");
  await here.get("/list-sessions");
}, options);

scenario("two-factor after a new password", async (actor) => {
  const { email } = await enrolled(actor, "ann");
  await actor.link(email);
  const person = actor.browser();
  await person.post("/request-password-reset", { email, redirectTo: "/choose" });
  const link = await actor.link(email);
  const { headers } = await person.get(link);
  const token = new URL(headers.location, person.server.origin).searchParams.get("token");
  await person.post("/reset-password", { newPassword: "another password", token });
  await person.post("/sign-in/email", { email, password: "another password" });
}, options);

/** A browser that is trusted and signed in as that somebody, by the password alone. */
async function trusted(actor, { email, device }) {
  const person = await challenged(actor, email);
  await person.client.twoFactor.verifyTotp({ code: device.next(), trustDevice: true });
  await person.client.signOut();
  await person.client.signIn.email({ email, password: PASSWORD });
  return person;
}

const renewed = { currentPassword: PASSWORD, newPassword: PASSWORD };

scenario("two-factor shown within a session", async (actor) => {
  const { result } = actor;
  const ann = await enrolled(actor, "ann");
  const person = await trusted(actor, ann);
  await person.get("/get-session", { note: "before" });
  for (const [path, body] of Object.entries({
    "/change-password": renewed,
    "/two-factor/get-totp-uri": { password: PASSWORD },
    "/two-factor/enable": { password: PASSWORD },
  })) await person.post(path, body, { note: `${path} with the password alone` });
  result("verifyTotp", await person.client.twoFactor.verifyTotp({ code: ann.device.next() }));
  result("getSession", await person.client.getSession());
  result("changePassword", await person.client.changePassword(renewed));
}, options);

scenario("two-factor shown within a session by a mailed code", async (actor) => {
  const { result, code } = actor;
  const ann = await enrolled(actor, "ann");
  const person = await trusted(actor, ann);
  await person.get("/get-session", { note: "before" });
  result("sendOtp", await person.client.twoFactor.sendOtp());
  result("verifyOtp", await person.client.twoFactor.verifyOtp({ code: await code(ann.email) }));
  result("getSession", await person.client.getSession());
  result("changePassword", await person.client.changePassword(renewed));
}, options);

scenario("two-factor shown within a session by a backup code", async (actor) => {
  const { result } = actor;
  const ann = await enrolled(actor, "ann");
  const person = await trusted(actor, ann);
  await person.get("/get-session", { note: "before" });
  result("verifyBackupCode", await person.client.twoFactor.verifyBackupCode({ code: ann.backupCodes[0] }));
  result("getSession", await person.client.getSession());
  result("changePassword", await person.client.changePassword(renewed));
}, options);

scenario("two-factor by text message", async (actor) => {
  const { number, result, textedCode } = actor;
  const { person, email } = await enrolled(actor, "ann");
  const phoneNumber = number("ann");
  await person.client.phoneNumber.sendOtp({ phoneNumber });
  await person.client.phoneNumber.verify({ phoneNumber, code: await textedCode(phoneNumber), updatePhoneNumber: true });
  const later = await challenged(actor, email);
  result("sendOtp", await later.client.twoFactor.sendOtp({ channel: "sms" }));
  const code = await textedCode(phoneNumber);
  result("verifyOtp wrong", await later.client.twoFactor.verifyOtp({ code: NO_CODE }));
  result("verifyOtp", await later.client.twoFactor.verifyOtp({ code }));
  await later.get("/get-session");
}, { profile: "two-factor, by text message" });

scenario("two-factor takes its time", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  const person = await challenged(actor, email);
  await actor.advance(11 * MINUTE);
  await person.post("/two-factor/verify-totp", { code: device.next() });
  const other = await challenged(actor, email);
  await other.post("/two-factor/send-otp", {});
  const mailed = await actor.code(email);
  await actor.advance(4 * MINUTE);
  await other.post("/two-factor/verify-otp", { code: mailed });
  await other.post("/two-factor/verify-otp", { code: mailed });
}, moves);

scenario("two-factor trusts a device for 30 days", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  const person = await challenged(actor, email);
  await person.client.twoFactor.verifyTotp({ code: device.next(), trustDevice: true });
  await actor.advance(29 * 24 * 60 * MINUTE);
  await person.post("/sign-in/email", { email, password: PASSWORD });
  await actor.advance(29 * 24 * 60 * MINUTE);
  await person.post("/sign-in/email", { email, password: PASSWORD });
  await actor.advance(31 * 24 * 60 * MINUTE);
  await person.post("/sign-in/email", { email, password: PASSWORD });
}, moves);

scenario("two-factor opens again after a quarter of an hour", async (actor) => {
  const { email, device } = await enrolled(actor, "ann");
  for (let round = 0; round < 3; round++) {
    const person = await challenged(actor, email);
    for (let at = 0; at < 4; at++) await person.post("/two-factor/verify-totp", { code: NO_CODE });
  }
  await actor.advance(16 * MINUTE);
  const person = await challenged(actor, email);
  await person.post("/two-factor/verify-totp", { code: device.next() });
}, moves);

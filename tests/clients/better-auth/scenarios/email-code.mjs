import { scenario, MINUTE, PASSWORD } from "../scenario.mjs";

const profile = "email code";
/** A code that is not `code`. */
const wrong = (code) => (code === "000000" ? "000001" : "000000");
const NEW_PASSWORD = "another good password";

scenario("email code for a new person", async ({ browser, address, result, code, mails }) => {
  const person = browser();
  const email = address("ann");
  result("sendVerificationOtp", await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" }));
  const otp = await code(email);
  result("signIn", await person.client.signIn.emailOtp({ email, otp, name: "Ann", image: "https://pictures.test/ann.png" }));
  result("getSession", await person.client.getSession());
  await person.get("/list-accounts");
  result("signIn again", await browser().client.signIn.emailOtp({ email, otp }));
  await mails(email);
}, { profile });

scenario("email code for a new person without a name", async ({ browser, address, result, code }) => {
  const person = browser();
  const email = address("ann");
  await person.client.emailOtp.sendVerificationOtp({ email: email.toUpperCase(), type: "sign-in" });
  result("signIn", await person.client.signIn.emailOtp({ email: email.toUpperCase(), otp: await code(email) }));
}, { profile });

scenario("email code for somebody known", async ({ signUpVerified, browser, result, code, program }) => {
  const { email } = await signUpVerified("ann");
  const person = browser();
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  result("signIn", await person.client.signIn.emailOtp({ email, otp: await code(email), name: "Other" }));
  await program().post("/sign-in/email", { email, password: PASSWORD }, { note: "password afterwards" });
}, { profile });

scenario("email code for an address that was not proved", async ({ signUp, browser, result, code, program }) => {
  const squatter = await signUp("ann");
  const { email } = squatter;
  const person = browser();
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  result("signIn", await person.client.signIn.emailOtp({ email, otp: await code(email) }));
  await person.get("/list-accounts");
  await squatter.get("/get-session", { note: "the session from before" });
  await program().post("/sign-in/email", { email, password: PASSWORD }, { note: "the password from before" });
}, { profile });

scenario("email code guessed", async ({ browser, address, result, code }) => {
  const person = browser();
  const email = address("ann");
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  const otp = await code(email);
  for (const note of ["first", "second", "third", "fourth"])
    await person.post("/sign-in/email-otp", { email, otp: wrong(otp) }, { note });
  await person.post("/sign-in/email-otp", { email, otp }, { note: "the right one" });
  result("signIn", await person.client.signIn.emailOtp({ email, otp }));
}, { profile });

scenario("email code right at the third try", async ({ browser, address, code }) => {
  const person = browser();
  const email = address("ann");
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  const otp = await code(email);
  await person.post("/sign-in/email-otp", { email, otp: wrong(otp) }, { note: "first" });
  await person.post("/email-otp/check-verification-otp", { email, type: "sign-in", otp: wrong(otp) }, { note: "second" });
  await person.post("/sign-in/email-otp", { email, otp }, { note: "the right one" });
}, { profile });

scenario("email codes of different types", async ({ signUp, browser, code }) => {
  const { email } = await signUp("ann");
  const person = browser();
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  const otp = await code(email);
  await person.post("/email-otp/verify-email", { email, otp }, { note: "as proof of the address" });
  await person.post("/email-otp/reset-password", { email, otp, password: NEW_PASSWORD }, { note: "as a reset" });
  await person.post("/email-otp/check-verification-otp", { email, otp, type: "email-verification" }, { note: "checked as another" });
  await person.post("/email-otp/check-verification-otp", { email, otp, type: "sign-in" }, { note: "checked" });
  await person.post("/email-otp/check-verification-otp", { email, otp, type: "sign-in" }, { note: "checked again" });
  await person.post("/sign-in/email-otp", { email, otp }, { note: "used" });
  await person.post("/email-otp/check-verification-otp", { email, otp, type: "sign-in" }, { note: "checked afterwards" });
}, { profile });

scenario("email codes after each other", async ({ browser, address, code }) => {
  const person = browser();
  const email = address("ann");
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  const first = await code(email);
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  const second = await code(email);
  await person.post("/sign-in/email-otp", { email, otp: first }, { note: "the older code" });
  await person.post("/sign-in/email-otp", { email, otp: second }, { note: "the newer code" });
}, { profile });

scenario("email code after its time", async ({ browser, address, code, advance }) => {
  const person = browser();
  const email = address("ann");
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  const otp = await code(email);
  await advance(6 * MINUTE);
  await person.post("/sign-in/email-otp", { email, otp }, { note: "too late" });
  await person.post("/sign-in/email-otp", { email, otp }, { note: "again" });
}, { profile, clock: true });

scenario("email code proves an address", async ({ signUp, browser, result, code, program }) => {
  const person = await signUp("ann");
  const { email } = person;
  result("send", await person.client.emailOtp.sendVerificationOtp({ email, type: "email-verification" }));
  const otp = await code(email);
  await program().post("/email-otp/verify-email", { email, otp: wrong(otp) }, { note: "wrong" });
  result("verifyEmail", await person.client.emailOtp.verifyEmail({ email, otp }));
  result("getSession", await person.client.getSession());
  await browser().post("/email-otp/verify-email", { email, otp }, { note: "again" });
  await program().post("/sign-in/email", { email, password: PASSWORD }, { note: "password afterwards" });
  result("send when verified", await person.client.emailOtp.sendVerificationOtp({ email, type: "email-verification" }));
}, { profile });

scenario("email code proves an address signed out", async ({ signUp, browser, code }) => {
  const { email } = await signUp("ann");
  const other = browser();
  await other.client.emailOtp.sendVerificationOtp({ email, type: "email-verification" });
  await other.post("/email-otp/verify-email", { email, otp: await code(email) }, { note: "signed out" });
}, { profile });

scenario("email code resets a password", async ({ signUp, browser, program, result, code, address }) => {
  const person = await signUp("ann");
  const { email } = person;
  result("request", await browser().client.emailOtp.requestPasswordReset({ email }));
  const otp = await code(email);
  await program().post("/email-otp/reset-password", { email, otp: wrong(otp), password: NEW_PASSWORD }, { note: "wrong" });
  await program().post("/email-otp/reset-password", { email, otp, password: "short" }, { note: "short password" });
  result("reset", await browser().client.emailOtp.resetPassword({ email, otp, password: NEW_PASSWORD }));
  await program().post("/email-otp/reset-password", { email, otp, password: NEW_PASSWORD }, { note: "again" });
  await program().post("/sign-in/email", { email, password: PASSWORD }, { note: "old password" });
  await program().post("/sign-in/email", { email, password: NEW_PASSWORD }, { note: "new password" });
  await person.get("/get-session", { note: "the session from before" });
}, { profile });

scenario("email code resets a password by the older names", async ({ signUp, browser, program, code }) => {
  const { email } = await signUp("ann");
  await browser().post("/forget-password/email-otp", { email }, { note: "the older endpoint" });
  await program().post("/email-otp/reset-password", { email, otp: await code(email), password: NEW_PASSWORD });
  await browser().post("/email-otp/send-verification-otp", { email, type: "forget-password" });
  await program().post("/email-otp/reset-password", { email, otp: await code(email), password: PASSWORD });
}, { profile });

scenario("email code for an unknown address", async ({ browser, address, result, mails }) => {
  const email = address("nobody");
  const person = browser();
  for (const type of ["email-verification", "forget-password"])
    result(`send ${type}`, await person.client.emailOtp.sendVerificationOtp({ email, type }));
  result("request", await person.client.emailOtp.requestPasswordReset({ email }));
  await person.post("/forget-password/email-otp", { email });
  await mails(email);
  await person.post("/email-otp/check-verification-otp", { email, otp: "000000", type: "sign-in" }, { note: "check" });
  await person.post("/email-otp/check-verification-otp", { email, otp: "000000", type: "email-verification" }, { note: "check of a proof" });
  await person.post("/email-otp/verify-email", { email, otp: "000000" });
  await person.post("/email-otp/reset-password", { email, otp: "000000", password: NEW_PASSWORD });
  await person.post("/sign-in/email-otp", { email, otp: "000000" });
}, { profile });

scenario("email code asked for in vain", async ({ browser, program, address, mails }) => {
  const person = browser();
  const email = address("ann");
  for (const [note, body] of Object.entries({
    "empty object": {}, "no type": { email }, "no email": { type: "sign-in" }, "email number": { email: 1, type: "sign-in" },
    "email malformed": { email: "ann", type: "sign-in" }, "type unknown": { email, type: "other" }, "type change": { email, type: "change-email" },
    "type number": { email, type: 1 },
  })) await person.post("/email-otp/send-verification-otp", body, { note });
  await person.send("POST", "/email-otp/send-verification-otp", { note: "no body" });
  await person.get("/email-otp/send-verification-otp", { note: "by GET" });
  for (const [note, headers] of Object.entries({
    "by a foreign page": { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" },
    "by a foreign navigation": { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
  })) {
    await program().post("/email-otp/send-verification-otp", { email, type: "sign-in" }, { note, headers });
    await program().post("/sign-in/email-otp", { email, otp: "000000" }, { note: `sign-in ${note}`, headers });
    await program().post("/email-otp/request-password-reset", { email }, { note: `reset ${note}`, headers });
  }
  await mails(email);
  for (const path of ["create-verification-otp", "get-verification-otp"])
    await person.post(`/email-otp/${path}`, { email, type: "sign-in" });
}, { profile });

scenario("email code sent in vain", async ({ browser, address }) => {
  const person = browser();
  const email = address("ann");
  const bodies = {
    "empty object": {}, "no otp": { email }, "email malformed": { email: "ann", otp: "000000" }, "otp number": { email, otp: 0 },
    "otp empty": { email, otp: "" }, "otp long": { email, otp: "0".repeat(200) },
  };
  for (const [note, body] of Object.entries(bodies)) {
    await person.post("/sign-in/email-otp", body, { note: `sign-in: ${note}` });
    await person.post("/email-otp/verify-email", body, { note: `verify: ${note}` });
    await person.post("/email-otp/check-verification-otp", { type: "sign-in", ...body }, { note: `check: ${note}` });
    await person.post("/email-otp/reset-password", { password: NEW_PASSWORD, ...body }, { note: `reset: ${note}` });
  }
  await person.post("/email-otp/check-verification-otp", { email, otp: "000000", type: "other" }, { note: "check: type unknown" });
  await person.post("/email-otp/check-verification-otp", { email, otp: "000000", type: "change-email" }, { note: "check: type change" });
  await person.post("/email-otp/reset-password", { email, otp: "000000" }, { note: "reset: no password" });
  await person.post("/sign-in/email-otp", { email, otp: "000000", name: 1 }, { note: "sign-in: name number" });
  await person.post("/email-otp/request-password-reset", {}, { note: "request: empty" });
  await person.post("/email-otp/request-password-reset", { email: "ann" }, { note: "request: malformed" });
}, { profile });

scenario("email code changes the address", async ({ signUpVerified, address, code, result, program }) => {
  const person = await signUpVerified("ann");
  const newEmail = address("new");
  result("request", await person.client.emailOtp.requestEmailChange({ newEmail }));
  const otp = await code(newEmail);
  await person.post("/email-otp/change-email", { newEmail, otp: wrong(otp) }, { note: "wrong" });
  result("change", await person.client.emailOtp.changeEmail({ newEmail, otp }));
  result("getSession", await person.client.getSession());
  await person.post("/email-otp/change-email", { newEmail, otp }, { note: "again" });
  await program().post("/sign-in/email", { email: newEmail, password: PASSWORD }, { note: "at the new address" });
}, { profile });

scenario("email code changes the address in vain", async ({ signUpVerified, browser, address, mails }) => {
  const person = await signUpVerified("ann");
  const taken = await signUpVerified("bob");
  await mails(taken.email);
  for (const [note, body] of Object.entries({
    "empty object": {}, "malformed": { newEmail: "ann" }, "the same": { newEmail: person.email }, taken: { newEmail: taken.email },
    "number": { newEmail: 1 },
  })) {
    await person.post("/email-otp/request-email-change", body, { note });
    await person.post("/email-otp/change-email", { otp: "000000", ...body }, { note: `change: ${note}` });
  }
  await mails(taken.email);
  await browser().post("/email-otp/request-email-change", { newEmail: address("new") }, { note: "signed out" });
  await browser().post("/email-otp/change-email", { newEmail: address("new"), otp: "000000" }, { note: "change: signed out" });
}, { profile });

scenario("email code changes no address", async ({ signUpVerified, address, browser }) => {
  const person = await signUpVerified("ann");
  await person.post("/email-otp/request-email-change", { newEmail: address("new") });
  await person.post("/email-otp/change-email", { newEmail: address("new"), otp: "000000" });
  await browser().post("/email-otp/request-email-change", { newEmail: address("new") }, { note: "signed out" });
}, { profile: "email code without change of address" });

scenario("email code while sign-up is off", async ({ browser, address, result, mails }) => {
  const person = browser();
  const email = address("ann");
  result("send", await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" }));
  await mails(email);
  result("signIn", await person.client.signIn.emailOtp({ email, otp: "000000" }));
}, { profile: "email code without sign-up" });

scenario("email code for somebody known while sign-up is off", async ({ signUpVerified, browser, result, code }) => {
  const { email } = await signUpVerified("ann");
  const person = browser();
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  result("signIn", await person.client.signIn.emailOtp({ email, otp: await code(email) }));
}, { profile: "email code without sign-up" });

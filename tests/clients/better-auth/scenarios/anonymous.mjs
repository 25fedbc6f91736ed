import { scenario, DAY, PASSWORD } from "../scenario.mjs";

const profile = "anonymous";

scenario("anonymous sign-in", async ({ browser, result, program }) => {
  const person = browser();
  result("anonymous", await person.client.signIn.anonymous());
  result("getSession", await person.client.getSession());
  await person.get("/list-accounts");
  await person.get("/list-sessions");
  result("anonymous again", await person.client.signIn.anonymous());
  await person.post("/sign-in/anonymous", {}, { note: "again by a bare call" });
  result("signOut", await person.client.signOut());
  await program().send("POST", "/sign-in/anonymous", { note: "by a program, no body" });
  await program().post("/sign-in/anonymous", {}, { note: "by a program, empty object" });
  await program().post("/sign-in/anonymous", { name: "Ann", isAnonymous: false }, { note: "with fields" });
}, { profile });

scenario("anonymous user in user objects", async ({ signUp, result }) => {
  const person = await signUp("ann");
  result("getSession", await person.client.getSession());
}, { profile });

scenario("anonymous sign-in by a foreign page", async ({ program, browser }) => {
  await program().post("/sign-in/anonymous", {}, {
    note: "foreign fetch", headers: { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" },
  });
  await program().send("POST", "/sign-in/anonymous", {
    note: "foreign navigation", headers: { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
  });
  await program().send("POST", "/sign-in/anonymous", {
    form: {}, note: "foreign form", headers: { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
  });
  await browser().get("/sign-in/anonymous", { note: "by GET" });
}, { profile });

scenario("anonymous user becomes a new person", async ({ browser, address, result }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  const before = person.jar.get("better-auth.session_token");
  const email = address("ann");
  result("signUp", await person.client.signUp.email({ name: "Ann", email, password: PASSWORD }));
  result("getSession", await person.client.getSession());
  await person.get("/get-session", { note: "the anonymous session", cookie: `better-auth.session_token=${before}` });
}, { profile });

scenario("anonymous user becomes somebody known", async ({ signUp, browser, result }) => {
  const { email } = await signUp("ann");
  const person = browser();
  await person.client.signIn.anonymous();
  const before = person.jar.get("better-auth.session_token");
  result("refused", await person.client.signIn.email({ email, password: "wrong password" }));
  await person.get("/get-session", { note: "still anonymous" });
  result("signIn", await person.client.signIn.email({ email, password: PASSWORD }));
  result("getSession", await person.client.getSession());
  await person.get("/get-session", { note: "the anonymous session", cookie: `better-auth.session_token=${before}` });
}, { profile });

scenario("anonymous user who must prove an address", async ({ browser, address, result }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  const email = address("ann");
  result("signUp", await person.client.signUp.email({ name: "Ann", email, password: PASSWORD }));
  await person.get("/get-session", { note: "still anonymous" });
  result("signIn", await person.client.signIn.email({ email, password: PASSWORD }));
  await person.get("/get-session", { note: "still anonymous" });
}, { profile: "anonymous, verified addresses only" });

scenario("anonymous user deletes themselves", async ({ browser, result }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  await person.post("/delete-anonymous-user", {}, { note: "delete" });
  result("getSession", await person.client.getSession());
  await person.post("/delete-anonymous-user", {}, { note: "again" });
  const other = browser();
  await other.client.signIn.anonymous();
  result("deleteAnonymousUser", await other.client.deleteAnonymousUser());
  result("getSession", await other.client.getSession());
}, { profile });

scenario("anonymous deletion by somebody known", async ({ signUp, result, program }) => {
  const person = await signUp("ann");
  await person.post("/delete-anonymous-user", {}, { note: "delete" });
  await person.send("POST", "/delete-anonymous-user", { note: "no body" });
  result("getSession", await person.client.getSession());
  await program().post("/delete-anonymous-user", {}, { note: "nobody" });
}, { profile });

scenario("anonymous deletion in an old session", async ({ browser, advance, result }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  await advance(2 * DAY);
  await person.post("/delete-anonymous-user", {}, { note: "delete" });
  result("getSession", await person.client.getSession());
}, { profile, clock: true });

scenario("anonymous deletion turned off", async ({ browser, result }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  await person.post("/delete-anonymous-user", {}, { note: "delete" });
  result("getSession", await person.client.getSession());
}, { profile: "anonymous without deletion" });

scenario("anonymous user and their account", async ({ browser, result, address }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  result("updateUser", await person.client.updateUser({ name: "Guest" }));
  await person.post("/update-user", { isAnonymous: false }, { note: "isAnonymous sent" });
  await person.get("/get-session");
  await person.post("/change-email", { newEmail: address("ann") }, { note: "change-email" });
  await person.post("/change-password", { currentPassword: PASSWORD, newPassword: `${PASSWORD} 2` }, { note: "change-password" });
  await person.post("/delete-user", {}, { note: "delete-user" });
}, { profile });

scenario("anonymous sign-up claims", async ({ browser, address, result }) => {
  const person = browser();
  result("signUp", await person.client.signUp.email({ name: "Ann", email: address("ann"), password: PASSWORD, isAnonymous: true }));
  result("getSession", await person.client.getSession());
}, { profile });

scenario("anonymous user by magic link", async ({ browser, address, result, link }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  const email = address("ann");
  await person.client.signIn.magicLink({ email, name: "Ann", callbackURL: "/welcome" });
  await person.get(await link(email), { note: "the link" });
  result("getSession", await person.client.getSession());
}, { profile: "anonymous, by mail" });

scenario("anonymous user by code", async ({ browser, address, result, code }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  const email = address("ann");
  await person.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  result("emailOtp", await person.client.signIn.emailOtp({ email, otp: await code(email) }));
  result("getSession", await person.client.getSession());
}, { profile: "anonymous, by mail" });

scenario("anonymous sign-in too often", async ({ program }) => {
  for (let at = 1; at <= 5; at++) await program().post("/sign-in/anonymous", {}, { note: `call ${at}` });
}, { profile: "anonymous, rate limits" });

import { PASSWORD, scenario } from "../scenario.mjs";

scenario("verify email", async ({ signUp, browser, program, address, result, link, mails }) => {
  const person = await signUp("ann", { callbackURL: "/welcome" });
  const url = await link(person.email);
  await person.get(url, { note: "link from sign-up" });
  result("getSession", await person.client.getSession());
  await person.get(url, { note: "the same link again" });
  result("sendVerificationEmail when verified", await person.client.sendVerificationEmail({ email: person.email }));
  result("sendVerificationEmail when verified, signed out", await browser().client.sendVerificationEmail({ email: person.email }));
  await mails(address("ann"));
  await program().post("/sign-in/email", { email: person.email, password: PASSWORD });
});

scenario("verify email by the client", async ({ signUp, browser, result, link }) => {
  const person = await signUp("ann");
  const token = new URL(await link(person.email)).searchParams.get("token");
  result("verifyEmail", await person.client.verifyEmail({ query: { token } }));
  result("getSession", await person.client.getSession());
  const again = browser();
  await again.get(`/verify-email?token=${token}`, { note: "again" });
  result("verifyEmail again", await again.client.verifyEmail({ query: { token } }));
});

scenario("verify email elsewhere", async ({ signUp, result, link, script }) => {
  const person = await signUp("ann");
  const eve = await signUp("eve");
  const url = await link(person.email);
  await eve.get(url, { note: "signed in as someone else" });
  result("getSession of the other", await eve.client.getSession());
  result("getSession", await person.client.getSession());
  const caller = script();
  await caller.get(await link(eve.email), { note: "signed out" });
  await caller.get("/get-session");
});

scenario("verify email by the newer of two links", async ({ signUp, link, result, pause, script }) => {
  const person = await signUp("ann");
  const first = await link(person.email);
  await pause();
  result("sendVerificationEmail", await person.client.sendVerificationEmail({ email: person.email, callbackURL: "/second" }));
  const second = await link(person.email);
  await script().get(second, { note: "the newer link" });
  await script().get(first, { note: "the older link" });
});

scenario("verify email refused", async ({ script }) => {
  const caller = script();
  const expired = "eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImFAYi5jIiwiaWF0IjoxLCJleHAiOjJ9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  for (const [note, query] of Object.entries({
    "no token": "", "empty token": "?token=", "unknown": "?token=unknown", "unknown with callback": "?token=unknown&callbackURL=%2Fv",
    "unknown with callback and query": "?token=unknown&callbackURL=%2Fv%3Fa%3Db", "unknown with trusted origin": "?token=unknown&callbackURL=http%3A%2F%2Flocalhost%3A4321%2Fv",
    "unknown with fragment": "?token=unknown&callbackURL=%2Fv%23top", "foreign callback": "?token=unknown&callbackURL=https%3A%2F%2Fevil.test%2F", "double slash callback": "?token=unknown&callbackURL=%2F%2Fevil.test",
    "two callbacks": "?token=unknown&callbackURL=%2Fa&callbackURL=%2Fb", "two tokens": "?token=a&token=b", "forged": `?token=${expired}`, "forged with callback": `?token=${expired}&callbackURL=%2Fv`,
    "empty callback": "?token=unknown&callbackURL=",
  })) await caller.get(`/verify-email${query}`, { note });
});

scenario("send verification email", async ({ signUp, browser, program, address, result, link, mails }) => {
  const person = await signUp("ann");
  await mails(person.email);
  result("sendVerificationEmail", await person.client.sendVerificationEmail({ email: person.email, callbackURL: "/v" }));
  await person.get(await link(person.email));
  result("sendVerificationEmail for someone else", await person.client.sendVerificationEmail({ email: address("bob") }));
  result("sendVerificationEmail unknown", await browser().client.sendVerificationEmail({ email: address("nobody") }));
  await mails(address("nobody"));
  await signUp("bob");
  await mails(address("bob"));
  result("sendVerificationEmail signed out", await browser().client.sendVerificationEmail({ email: address("bob").toUpperCase() }));
  await link(address("bob"));
  const caller = program();
  for (const [note, body] of Object.entries({
    "empty object": {}, "malformed": { email: "nobody" }, "number": { email: 1 }, "callback number": { email: address("bob"), callbackURL: 1 }, "callback foreign": { email: address("bob"), callbackURL: "https://evil.test/" },
  })) await caller.post("/send-verification-email", body, { note });
});

const strict = { profile: "verified addresses only" };
scenario("sign-up where addresses must be verified", async ({ browser, address, result, link, mails, pause, script }) => {
  const person = browser();
  const email = address("ann");
  result("signUp.email", await person.client.signUp.email({ name: "Ann", email, password: PASSWORD, callbackURL: "/welcome" }));
  await pause();
  result("signIn.email", await person.client.signIn.email({ email, password: PASSWORD, callbackURL: "/app" }));
  result("signIn.email wrong password", await person.client.signIn.email({ email, password: "wrong password" }));
  await link(email);
  await script().get(await link(email), { note: "the newer link" });
  await mails(email);
  result("signIn.email", await person.client.signIn.email({ email, password: PASSWORD }));
}, strict);

scenario("sign-up of a known address where addresses must be verified", async ({ browser, program, address, result, link, script }) => {
  const email = address("ann");
  await browser().client.signUp.email({ name: "Ann", email, password: PASSWORD });
  const again = { name: "Ann Two", email, password: "another good password", image: "https://img.test/c.png" };
  result("signUp.email of an unverified address", await browser().client.signUp.email(again));
  await script().get(await link(email));
  result("signUp.email of a verified address", await browser().client.signUp.email(again));
  result("signUp.email refused as ever", await browser().client.signUp.email({ ...again, password: "short" }));
  await program().post("/sign-in/email", { email, password: again.password }, { note: "the second password" });
}, strict);

scenario("sign-in after verification", async ({ browser, address, result, link, script }) => {
  await browser().client.signUp.email({ name: "Ann", email: address("ann"), password: PASSWORD, callbackURL: "/welcome" });
  const visitor = script();
  await visitor.get(await link(address("ann")));
  await visitor.get("/get-session");
  await browser().client.signUp.email({ name: "Bob", email: address("bob"), password: PASSWORD });
  const token = new URL(await link(address("bob"))).searchParams.get("token");
  result("verifyEmail", await browser().client.verifyEmail({ query: { token } }));
}, { profile: "sign-in after verification" });

scenario("sign-in after verification in the browser that asked", async ({ signUp, result, link }) => {
  const person = await signUp("ann");
  await person.get(await link(person.email), { note: "signed in" });
  const later = await signUp("bob");
  const url = await link(later.email);
  await later.client.signOut();
  await later.get(url, { note: "signed out" });
  result("getSession", await later.client.getSession());
}, { profile: "sign-in after verification" });

import { scenario, MINUTE, PASSWORD } from "../scenario.mjs";

const profile = "magic link";

scenario("magic link for a new person", async ({ browser, address, result, link, script }) => {
  const person = browser();
  const email = address("ann");
  result("magicLink", await person.client.signIn.magicLink({ email, name: "Ann", callbackURL: "/welcome" }));
  const url = await link(email);
  await person.get(url, { note: "the link" });
  result("getSession", await person.client.getSession());
  await person.get("/list-accounts");
  await script().get(url, { note: "the same link again" });
}, { profile });

scenario("magic link by the client", async ({ browser, address, result, link }) => {
  const person = browser();
  const email = address("ann");
  result("magicLink", await person.client.signIn.magicLink({ email }));
  const url = new URL(await link(email));
  const other = browser();
  result("verify", await other.client.magicLink.verify({ query: { token: url.searchParams.get("token") } }));
  result("getSession", await other.client.getSession());
  result("verify again", await browser().client.magicLink.verify({ query: { token: url.searchParams.get("token") } }));
}, { profile });

scenario("magic link for somebody known", async ({ signUpVerified, browser, result, link, program }) => {
  const { email } = await signUpVerified("ann");
  const person = browser();
  result("magicLink", await person.client.signIn.magicLink({ email, name: "Other", callbackURL: "/welcome", newUserCallbackURL: "/new" }));
  await person.get(await link(email), { note: "the link" });
  result("getSession", await person.client.getSession());
  await person.get("/list-accounts");
  await program().post("/sign-in/email", { email, password: PASSWORD }, { note: "password afterwards" });
}, { profile });

scenario("magic link for an address that was not proved", async ({ signUp, browser, result, link, program, mails }) => {
  const squatter = await signUp("ann");
  await mails(squatter.email);
  const person = browser();
  result("magicLink", await person.client.signIn.magicLink({ email: squatter.email }));
  await person.get(await link(squatter.email), { note: "the link" });
  result("getSession", await person.client.getSession());
  await person.get("/list-accounts");
  await squatter.get("/get-session", { note: "the session from before" });
  await program().post("/sign-in/email", { email: squatter.email, password: PASSWORD }, { note: "the password from before" });
}, { profile });

scenario("magic link destinations", async ({ browser, address, link }) => {
  for (const [who, body] of Object.entries({
    nowhere: {}, "empty": { callbackURL: "" }, "path": { callbackURL: "/a?b=c#d" }, "origin": { callbackURL: "http://localhost:4321/x" },
    "new": { callbackURL: "/a", newUserCallbackURL: "/new" }, "newonly": { newUserCallbackURL: "/new" },
    "error": { callbackURL: "/a", errorCallbackURL: "/sorry" }, "errorquery": { callbackURL: "/a", errorCallbackURL: "/sorry?a=b" },
    "all": { callbackURL: "/a", newUserCallbackURL: "/new", errorCallbackURL: "/sorry" }, "erroronly": { errorCallbackURL: "/sorry" },
  })) {
    const person = browser();
    const email = address(who);
    await person.post("/sign-in/magic-link", { email, ...body }, { note: who });
    const url = await link(email);
    await person.get(url, { note: `${who}: the link` });
    await person.get(url, { note: `${who}: again` });
  }
}, { profile });

scenario("magic link asked for in vain", async ({ browser, program, address, mails }) => {
  const person = browser();
  const email = address("ann");
  for (const [note, body] of Object.entries({
    "empty object": {}, "email number": { email: 1 }, "email malformed": { email: "ann" }, "email empty": { email: "" },
    "name number": { email, name: 1 }, "name null": { email, name: null }, "metadata text": { email, metadata: "x" },
    "callbackURL number": { email, callbackURL: 1 }, "foreign callbackURL": { email, callbackURL: "https://evil.test/" },
    "foreign newUserCallbackURL": { email, newUserCallbackURL: "https://evil.test/" },
    "foreign errorCallbackURL": { email, errorCallbackURL: "//evil.test/" },
  })) await person.post("/sign-in/magic-link", body, { note });
  await person.send("POST", "/sign-in/magic-link", { note: "no body" });
  await person.send("POST", "/sign-in/magic-link", { form: { email }, note: "form" });
  await person.get("/sign-in/magic-link", { note: "by GET" });
  await program().post("/sign-in/magic-link", { email }, {
    note: "by a foreign page", headers: { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" },
  });
  await program().post("/sign-in/magic-link", { email }, {
    note: "by a foreign navigation", headers: { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
  });
  await mails(email);
  await program().post("/sign-in/magic-link", { email: email.toUpperCase(), metadata: { a: 1 } }, { note: "by a program" });
  await mails(email);
}, { profile });

scenario("magic link refused", async ({ script, browser }) => {
  const caller = script();
  for (const [note, query] of Object.entries({
    "no token": "", "empty token": "?token=", unknown: "?token=unknown", "unknown with callback": "?token=unknown&callbackURL=%2Fv",
    "unknown with callback and query": "?token=unknown&callbackURL=%2Fv%3Fa%3Db", "unknown with fragment": "?token=unknown&callbackURL=%2Fv%23top",
    "unknown with trusted origin": "?token=unknown&callbackURL=http%3A%2F%2Flocalhost%3A4321%2Fv",
    "unknown with error place": "?token=unknown&callbackURL=%2Fv&errorCallbackURL=%2Fsorry",
    "unknown with error place alone": "?token=unknown&errorCallbackURL=%2Fsorry%3Fa%3Db",
    "unknown with new place": "?token=unknown&newUserCallbackURL=%2Fnew",
    "foreign callback": "?token=unknown&callbackURL=https%3A%2F%2Fevil.test%2F", "double slash": "?token=unknown&callbackURL=%2F%2Fevil.test",
    "foreign error place": "?token=unknown&errorCallbackURL=https%3A%2F%2Fevil.test%2F",
    "foreign new place": "?token=unknown&newUserCallbackURL=https%3A%2F%2Fevil.test%2F",
    "empty callback": "?token=unknown&callbackURL=", "two tokens": "?token=a&token=b",
  })) await caller.get(`/magic-link/verify${query}`, { note });
  await browser().post("/magic-link/verify", { token: "unknown" }, { note: "by POST" });
}, { profile });

scenario("magic links beside each other", async ({ browser, address, link, script }) => {
  const person = browser();
  const email = address("ann");
  await person.client.signIn.magicLink({ email });
  const first = await link(email);
  await person.client.signIn.magicLink({ email });
  const second = await link(email);
  await script().get(second, { note: "the newer link" });
  await script().get(first, { note: "the older link" });
}, { profile });

scenario("magic link after its time", async ({ browser, address, link, script, advance }) => {
  const email = address("ann");
  await browser().client.signIn.magicLink({ email, callbackURL: "/a" });
  const url = await link(email);
  await advance(6 * MINUTE);
  await script().get(url, { note: "too late" });
}, { profile, clock: true });

scenario("magic link of a signed-in person", async ({ signUpVerified, link, result }) => {
  const person = await signUpVerified("ann");
  await person.client.signIn.magicLink({ email: person.email });
  await person.get(await link(person.email), { note: "the link" });
  result("listSessions", await person.client.listSessions());
}, { profile });

scenario("magic link while sign-up is off", async ({ browser, address, result, link, mails }) => {
  const person = browser();
  const email = address("ann");
  result("magicLink", await person.client.signIn.magicLink({ email, callbackURL: "/a", errorCallbackURL: "/sorry" }));
  await mails(email);
}, { profile: "magic link without sign-up" });

scenario("magic link for somebody known while sign-up is off", async ({ signUpVerified, browser, result, link }) => {
  const { email } = await signUpVerified("ann");
  const person = browser();
  result("magicLink", await person.client.signIn.magicLink({ email, callbackURL: "/a" }));
  await person.get(await link(email), { note: "the link" });
  result("getSession", await person.client.getSession());
}, { profile: "magic link without sign-up" });

import { PASSWORD, scenario } from "../scenario.mjs";

scenario("sign-up with the client", async ({ browser, address, result, link, mails }) => {
  const person = browser();
  const email = address("ann");
  result("signUp.email", await person.client.signUp.email({ name: "Ann", email, password: PASSWORD }));
  result("getSession", await person.client.getSession());
  await link(email);
  await mails(email);
});

scenario("sign-up with image, callback and rememberMe false", async ({ browser, address, result, link }) => {
  const person = browser();
  const email = address("ann");
  result("signUp.email", await person.client.signUp.email({
    name: "Ann", email, password: PASSWORD, image: "https://img.test/a.png", callbackURL: "/welcome", rememberMe: false,
  }));
  result("getSession", await person.client.getSession());
  await link(email);
});

scenario("sign-up twice", async ({ signUp, browser, program, address, result, mails }) => {
  await signUp("ann");
  const again = browser();
  result("signUp.email", await again.client.signUp.email({ name: "Ann", email: address("ann"), password: PASSWORD }));
  await program().post("/sign-up/email", { name: "Ann", email: address("ANN").toUpperCase(), password: PASSWORD }, { note: "other case" });
  await mails(address("ann"));
});

scenario("sign-up while signed in", async ({ signUp, address, result }) => {
  const person = await signUp("ann");
  result("signUp.email", await person.client.signUp.email({ name: "Bob", email: address("bob"), password: PASSWORD }));
  result("getSession", await person.client.getSession());
});

scenario("sign-up body", async ({ program, address }) => {
  const caller = program();
  const body = (who) => ({ name: "Ann", email: address(who), password: PASSWORD });
  await caller.post("/sign-up/email", {}, { note: "empty object", cookies: false });
  await caller.post("/sign-up/email", undefined, { note: "no body", cookies: false });
  await caller.post("/sign-up/email", [], { note: "array", cookies: false });
  await caller.post("/sign-up/email", null, { note: "null", cookies: false });
  await caller.post("/sign-up/email", "text", { note: "string", cookies: false });
  for (const [note, change] of Object.entries({
    "no name": { name: undefined }, "no email": { email: undefined }, "no password": { password: undefined },
    "name null": { name: null }, "name number": { name: 1 }, "name empty": { name: "" }, "name blank": { name: "  " },
    "email malformed": { email: "nobody" }, "email number": { email: 1 }, "email empty": { email: "" }, "email spaces around": { email: ` ${address("spaces")} ` },
    "email without dot": { email: "ann@localhost" }, "email plus": { email: `a+b.${address("plus")}` }, "email umlaut": { email: "bücher@wire.test" },
    "password number": { password: 12345678 }, "password empty": { password: "" }, "password 7": { password: "1234567" }, "password 8": { password: "12345678" },
    "password 128": { password: "p".repeat(128) }, "password 129": { password: "p".repeat(129) }, "password 8 of two bytes": { password: "ä".repeat(8) },
    "image number": { image: 1 }, "image null": { image: null }, "image empty": { image: "" }, "callbackURL number": { callbackURL: 1 }, "rememberMe text": { rememberMe: "false" }, "rememberMe null": { rememberMe: null },
    "emailVerified true": { emailVerified: true }, "unknown field": { colour: "red" }, "id given": { id: "x".repeat(32) }, "role given": { role: "admin" },
    "three faults": { name: 1, email: "nobody", password: 1 },
    "five faults": { name: undefined, email: undefined, password: undefined, image: 1, rememberMe: 1 },
  })) await caller.post("/sign-up/email", { ...body(note.replace(/\W+/g, "-")), ...change }, { note, cookies: false });
});

scenario("sign-up by form", async ({ program, address }) => {
  const caller = program();
  await caller.send("POST", "/sign-up/email", { form: { name: "Ann", email: address("ann"), password: PASSWORD } });
  await caller.send("POST", "/sign-up/email", { form: { name: "Ann", email: address("bob"), password: PASSWORD, rememberMe: "false" }, note: "rememberMe as text", cookies: false });
  await caller.send("POST", "/sign-up/email", { form: {}, note: "empty form", cookies: false });
  await caller.get("/get-session");
});

scenario("email casing", async ({ program, address }) => {
  const caller = program();
  const email = address("Mixed.Case");
  await caller.post("/sign-up/email", { name: "Mixed", email, password: PASSWORD });
  await caller.post("/sign-in/email", { email: email.toUpperCase(), password: PASSWORD }, { cookies: false });
  await caller.post("/sign-in/email", { email: email.toLowerCase(), password: PASSWORD }, { cookies: false });
});

scenario("sign-up where it is off", async ({ browser, address, result }) => {
  const person = browser();
  result("signUp.email", await person.client.signUp.email({ name: "Ann", email: address("ann"), password: PASSWORD }));
  await person.post("/sign-up/email", { name: "Ann", email: "nobody", password: "short" }, { note: "with faults" });
  await person.get("/get-session");
}, { profile: "no sign-up" });

scenario("sign-up by invitation", async ({ browser, address, result, invite }) => {
  const [email, password] = [address("ann"), PASSWORD];
  const person = browser();
  result("signUp.email", await person.client.signUp.email({ name: "Ann", email, password, invitation: await invite(email) }));
  result("getSession", await person.client.getSession());
  const later = browser();
  result("signIn.email", await later.client.signIn.email({ email, password }));
  const invitation = await invite(address("bob"));
  const other = { name: "Eve", email: address("eve"), password };
  await browser().post("/sign-up/email", { ...other, invitation }, { note: "invitation of somebody else" });
  await browser().post("/sign-up/email", { ...other, email: address("eva") }, { note: "uninvited" });
}, { profile: "by invitation" });

scenario("sign-up with terms", async ({ browser, address, result }) => {
  for (const [who, extra] of Object.entries({ ann: { termsAccepted: true }, bob: { termsAccepted: false }, eve: {} })) {
    const person = browser();
    const email = address(who);
    result("signUp.email", await person.client.signUp.email({ name: who, email, password: PASSWORD, ...extra }));
    result("getSession", await person.client.getSession());
    result("updateUser", await person.client.updateUser({ name: "Another" }));
    await person.client.signOut();
    result("signIn.email", await person.client.signIn.email({ email, password: PASSWORD }));
  }
}, { profile: "terms" });

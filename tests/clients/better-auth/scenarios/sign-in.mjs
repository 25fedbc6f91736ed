import { PASSWORD, scenario } from "../scenario.mjs";

scenario("sign-in and sign-out with the client", async ({ signUp, browser, result }) => {
  const { email } = await signUp("ann");
  const person = browser();
  result("signIn.email", await person.client.signIn.email({ email, password: PASSWORD }));
  result("getSession", await person.client.getSession());
  result("signOut", await person.client.signOut());
  result("getSession", await person.client.getSession());
  result("signOut", await person.client.signOut());
});

scenario("sign-in with rememberMe false", async ({ signUp, browser, result }) => {
  const { email } = await signUp("ann");
  const person = browser();
  result("signIn.email", await person.client.signIn.email({ email, password: PASSWORD, rememberMe: false }));
  result("getSession", await person.client.getSession());
  result("signOut", await person.client.signOut());
});

scenario("sign-in with rememberMe true", async ({ signUp, browser, result }) => {
  const { email } = await signUp("ann");
  const person = browser();
  result("signIn.email", await person.client.signIn.email({ email, password: PASSWORD, rememberMe: true }));
});

scenario("sign-in with callbackURL", async ({ signUp, browser, result }) => {
  const { email } = await signUp("ann");
  for (const callbackURL of ["/dashboard", "http://localhost:4321/app?x=1", ""]) {
    const person = browser();
    result("signIn.email", await person.client.signIn.email({ email, password: PASSWORD, callbackURL }));
  }
});

scenario("sign-in refused", async ({ signUp, browser, program, address, result }) => {
  const { email } = await signUp("ann");
  const person = browser();
  result("signIn.email wrong password", await person.client.signIn.email({ email, password: "wrong password" }));
  result("signIn.email unknown address", await person.client.signIn.email({ email: address("nobody"), password: PASSWORD }));
  const caller = program();
  for (const [note, body] of Object.entries({
    "empty object": {}, "no password": { email }, "no email": { password: PASSWORD }, "email malformed": { email: "nobody", password: PASSWORD },
    "email number": { email: 1, password: PASSWORD }, "password number": { email, password: 1 }, "email empty": { email: "", password: PASSWORD }, "password empty": { email, password: "" },
    "password too short": { email, password: "short" }, "password too long": { email, password: "p".repeat(129) },
    "callbackURL number": { email, password: PASSWORD, callbackURL: 1 }, "callbackURL null": { email, password: PASSWORD, callbackURL: null }, "rememberMe text": { email, password: PASSWORD, rememberMe: "false" },
    "spaces around": { email: ` ${email} `, password: PASSWORD }, "several faults": { email: 1, password: null, rememberMe: "x" },
    "malformed email and wrong type": { email: "nobody", password: 1 }, "unknown field": { email, password: PASSWORD, colour: "red" },
  })) await caller.post("/sign-in/email", body, { note, cookies: false });
  await caller.post("/sign-in/email", undefined, { note: "no body", cookies: false });
  await caller.post("/sign-in/email", [], { note: "array", cookies: false });
});

scenario("sign-in by form", async ({ signUp, program }) => {
  const { email } = await signUp("ann");
  const caller = program();
  await caller.send("POST", "/sign-in/email", { form: { email, password: PASSWORD } });
  await caller.get("/get-session");
  await caller.send("POST", "/sign-in/email", { form: { email, password: PASSWORD, callbackURL: "/home" }, cookies: false, note: "callback" });
  await caller.send("POST", "/sign-in/email", { form: { email, password: PASSWORD, rememberMe: "false" }, cookies: false, note: "rememberMe as text" });
  await caller.send("POST", "/sign-in/email", { form: { email, password: "wrong password" }, cookies: false, note: "wrong" });
});

scenario("sign-in again in the same browser", async ({ signUp, result }) => {
  const person = await signUp("ann");
  result("signIn.email", await person.client.signIn.email({ email: person.email, password: PASSWORD }));
  const { data } = await person.client.listSessions();
  result("listSessions count", { data: data?.length });
});

scenario("sign-out body", async ({ signUp, signIn, program, browser }) => {
  const person = await signUp("ann");
  await person.send("POST", "/sign-out", { note: "no body" });
  for (const [note, json] of Object.entries({
    "empty object": {}, "callback": { callbackURL: "/bye" }, "foreign callback": { callbackURL: "https://evil.test/" },
    "callback, no redirect": { callbackURL: "/bye", disableRedirect: true }, "wrong type": { callbackURL: 1 },
  })) await (await signIn("ann")).post("/sign-out", json, { note });
  await program().send("POST", "/sign-out", { note: "stranger without a body" });
  await program().post("/sign-out", {}, { note: "stranger" });
  await browser().send("GET", "/sign-out", { note: "GET" });
});

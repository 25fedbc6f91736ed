import { scenario, DAY, PASSWORD } from "../scenario.mjs";

const profile = "additional fields";
/** What somebody says; a day counted from now, for dates are compared by how long ago they are. */
const said = () => ({
  company: "Acme", seats: 3, news: true, born: new Date(Date.now() - 3 * DAY).toISOString(), settings: { a: [1, { b: null }] },
  interests: ["engines", "numbers"], scores: [1, 2.5], secretNote: "hush",
});

scenario("fields said at sign-up", async ({ signUp, browser, result, address, program }) => {
  const person = await signUp("ann", said());
  result("getSession", await person.client.getSession());
  result("signIn.email", await browser().client.signIn.email({ email: person.email, password: PASSWORD }));
  result("changePassword", await person.client.changePassword({ currentPassword: PASSWORD, newPassword: "another good password", revokeOtherSessions: true }));
  const caller = program();
  const send = (note, more) => caller.post("/sign-up/email", { name: note, email: address(note.replaceAll(" ", "-")), password: PASSWORD, ...more }, { note, cookies: false });
  await send("nothing said", {});
  await send("nulls", { company: null, seats: null, settings: null, interests: null, born: null });
  await send("empty values", { company: "", seats: 0, news: false, interests: [], scores: [], settings: {} });
  await send("what has a default and may not be set", { plan: "pro" });
  await send("what may not be set", { rank: 3 });
  await send("what may not be set as null", { rank: null });
  await send("what may not be set as zero", { rank: 0 });
  await send("unknown", { colour: "red" });
}, { profile });

scenario("fields of a living account", async ({ signUp, result, browser }) => {
  const person = await signUp("ann", { company: "Acme" });
  const change = async (note, body) => {
    await person.post("/update-user", body, { note });
    result(`getSession after ${note}`, await person.client.getSession());
  };
  result("updateUser", await person.client.updateUser(said()));
  await change("one", { seats: 4 });
  await change("with a name", { name: "Ann Other", company: "Other" });
  await change("null", { company: null, interests: null });
  await change("what may not be set", { rank: 3 });
  await change("what has a default and may not be set", { plan: "pro" });
  await change("what may not be set, and a name", { plan: "pro", name: "Sly" });
  await change("what may not be set as null", { rank: null });
  await change("unknown", { colour: "red" });
  await change("prototype", { constructor: { prototype: { plan: "pro" } } });
  await browser().post("/update-user", { company: "X" }, { note: "signed out" });
}, { profile });

scenario("fields of a session", async ({ signUp, browser, result, program }) => {
  const person = await signUp("ann");
  result("getSession", await person.client.getSession());
  const change = async (note, body) => {
    await person.post("/update-session", body, { note });
    result(`getSession after ${note}`, await person.client.getSession());
  };
  result("updateSession", await person.client.updateSession({ theme: "dark", tenant: "acme", hidden: "hush" }));
  await change("null", { tenant: null });
  await change("what may not be set", { trust: 3 });
  await change("core fields", { userId: "x", token: "x", expiresAt: "2099-01-01T00:00:00.000Z", ipAddress: "x", id: "x" });
  await change("a core field and a declared one", { userId: "x", theme: "blue" });
  await change("empty object", {});
  await person.post("/update-session", [], { note: "array" });
  await person.send("POST", "/update-session", { note: "no body" });
  await person.get("/list-sessions");
  const other = browser();
  await other.client.signIn.email({ email: person.email, password: PASSWORD });
  result("getSession elsewhere", await other.client.getSession());
  await program().post("/update-session", { theme: "dark" }, { note: "signed out" });
}, { profile });

scenario("fields and an unproved address", async ({ signUp, program }) => {
  const { email } = await signUp("ann", { company: "Acme", seats: 1 });
  const caller = program();
  await caller.post("/sign-up/email", { name: "Ann", email, password: PASSWORD, company: "Acme", seats: 1 }, { note: "the address again", cookies: false });
  await caller.post("/sign-up/email", { name: "Ann", email, password: PASSWORD }, { note: "the address again, nothing said", cookies: false });
  await caller.post("/sign-up/email", { name: "Ann", email, password: PASSWORD, rank: 1 }, { note: "the address again, what may not be set", cookies: false });
}, { profile: "additional fields, verified addresses only" });

scenario("fields that everybody must say", async ({ signUp, program, browser, address, code, result }) => {
  const caller = program();
  await caller.post("/sign-up/email", { name: "Ann", email: address("ann"), password: PASSWORD }, { note: "left out", cookies: false });
  await caller.post("/sign-up/email", { name: "Ann", email: address("ann"), password: "x" }, { note: "left out, short password", cookies: false });
  const person = await signUp("bob", { company: "Acme" });
  await person.post("/update-user", { seats: 2 }, { note: "left out of a change" });
  result("getSession", await person.client.getSession());
  const fresh = browser();
  const email = address("cat");
  await fresh.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  const otp = await code(email);
  result("signIn.emailOtp", await fresh.client.signIn.emailOtp({ email, otp, name: "Cat", company: "Acme" }));
  await fresh.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  result("signIn.emailOtp of somebody known", await browser().client.signIn.emailOtp({ email, otp: await code(email) }));
}, { profile: "fields that everybody must say" });

scenario("custom session", async ({ signUp, browser, result, program }) => {
  const person = await signUp("ann", { company: "Acme", seats: 3 });
  result("getSession", await person.client.getSession());
  await person.client.updateSession({ theme: "dark" });
  await person.client.updateUser({ company: "Other" });
  result("getSession afterwards", await person.client.getSession());
  await program().get("/get-session", { note: "nobody" });
  await browser().get("/get-session", { note: "no cookie", cookie: "better-auth.session_token=forged.value" });
  await person.client.signOut();
  result("getSession signed out", await person.client.getSession());
}, { profile: "custom session" });

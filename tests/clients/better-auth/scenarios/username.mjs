import { PASSWORD, scenario } from "../scenario.mjs";

const profile = "username";
const FAULTY = {
  "too short": "ab", "too long": "a".repeat(31), "a space": "ann lee", "a dash": "ann-lee", "an at sign": "ann@lee", "empty": "",
  "letters beyond ASCII": "änne", "a look-alike": "аnn", "letters that fold to ASCII": "ａｎｎ", "spaces around": " ann ",
};
const WRONG_TYPES = { number: 1, array: ["ann"] };

scenario("username by the client", async ({ signUp, browser, result }) => {
  const person = await signUp("ann", { username: "Ann.Lee_1", displayUsername: "Ann Lee" });
  result("getSession", await person.client.getSession());
  for (const username of ["Ann.Lee_1", "ann.lee_1", "ANN.LEE_1"]) {
    const other = browser();
    result(`signIn.username ${username}`, await other.client.signIn.username({ username, password: PASSWORD }));
    result("getSession", await other.client.getSession());
  }
  const forgetful = browser();
  result("signIn.username", await forgetful.client.signIn.username({ username: "ann.lee_1", password: PASSWORD, rememberMe: false }));
  result("getSession", await forgetful.client.getSession());
  result("signOut", await forgetful.client.signOut());
}, { profile });

scenario("username at sign-up", async ({ program, address }) => {
  const caller = program();
  const account = (who, more) => ({ name: who, email: address(who), password: PASSWORD, ...more });
  const send = (note, body) => caller.post("/sign-up/email", body, { note, cookies: false });
  await send("without", account("a"));
  await send("username alone", account("b", { username: "Up_One" }));
  await send("display name alone", account("c", { displayUsername: "Up Two" }));
  await send("display name alone, fit for a username", account("c2", { displayUsername: "Up_Three" }));
  await send("both", account("d", { username: "up.four", displayUsername: "Up Four!" }));
  await send("both, display empty", account("d2", { username: "up.five", displayUsername: "" }));
  await send("display null", account("d3", { username: "up.six", displayUsername: null }));
  await send("taken", account("e", { username: "up_one" }));
  await send("taken in other case", account("e", { username: "UP_ONE" }));
  await send("taken, and the address too", account("b", { username: "up_one" }));
  await send("free, the address taken", account("b", { username: "up_free" }));
  await send("display name that another has", account("f", { username: "up_eight", displayUsername: "Up Four!" }));
  await send("display name that is another's username", account("g", { username: "up_nine", displayUsername: "up_one" }));
  for (const [note, username] of Object.entries(FAULTY)) await send(note, account("h", { username }));
  await send("short password too", account("h", { username: "ab", password: "x" }));
  await send("malformed email too", { ...account("h", { username: "ab" }), email: "nobody" });
  await send("null", account("h", { username: null }));
  await send("twenty-nine and one", account("i", { username: "a".repeat(30) }));
  await send("three", account("j", { username: "a_." }));
  await caller.send("POST", "/sign-up/email", { form: account("k", { username: "Up_Form" }), cookies: false, note: "by form" });
}, { profile });

scenario("username sign-in refused", async ({ signUp, program }) => {
  await signUp("ann", { username: "refused" });
  const caller = program();
  const send = (note, body) => caller.post("/sign-in/username", body, { note, cookies: false });
  await send("wrong password", { username: "refused", password: "wrong password" });
  await send("unknown", { username: "nobody_here", password: PASSWORD });
  for (const [note, username] of Object.entries({ ...FAULTY, ...WRONG_TYPES, "null": null })) await send(note, { username, password: PASSWORD });
  await send("empty object", {});
  await send("no password", { username: "refused" });
  await send("password empty", { username: "refused", password: "" });
  await send("password number", { username: "refused", password: 1 });
  await send("password too short", { username: "refused", password: "short" });
  await send("password too long", { username: "refused", password: "p".repeat(129) });
  await send("rememberMe text", { username: "refused", password: PASSWORD, rememberMe: "false" });
  await send("callbackURL number", { username: "refused", password: PASSWORD, callbackURL: 1 });
  await send("several faults", { username: 1, password: null, rememberMe: "x" });
  await send("by address", { username: "ann.username-sign-in-refused@wire.test", password: PASSWORD });
  await send("unknown field", { username: "refused", password: PASSWORD, colour: "red" });
  await caller.post("/sign-in/username", undefined, { note: "no body", cookies: false });
  await caller.post("/sign-in/username", [], { note: "array", cookies: false });
  await caller.send("POST", "/sign-in/username", { form: { username: "refused", password: PASSWORD }, cookies: false, note: "by form" });
  await caller.get("/sign-in/username", { note: "by GET", cookies: false });
}, { profile });

scenario("username sign-in with callbackURL", async ({ signUp, browser, result }) => {
  await signUp("ann", { username: "callback" });
  for (const callbackURL of ["/dashboard", "http://localhost:4321/app?x=1", "", "https://evil.test/"])
    result(`signIn.username ${callbackURL}`, await browser().client.signIn.username({ username: "callback", password: PASSWORD, callbackURL }));
}, { profile });

scenario("username sign-in from elsewhere", async ({ signUp, program }) => {
  await signUp("ann", { username: "elsewhere" });
  const body = { username: "elsewhere", password: PASSWORD };
  const caller = program();
  await caller.post("/sign-in/username", body, { note: "no origin at all", cookies: false });
  await caller.post("/sign-in/username", body, { note: "foreign origin", headers: { origin: "https://evil.test" }, cookies: false });
  await caller.post("/sign-in/username", body, {
    note: "foreign form", cookies: false,
    headers: { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
  });
}, { profile });

scenario("is-username-available", async ({ signUp, browser, program, result }) => {
  const person = await signUp("ann", { username: "Available" });
  result("taken", await browser().client.isUsernameAvailable({ username: "available" }));
  result("taken, other case", await browser().client.isUsernameAvailable({ username: "AVAILABLE" }));
  result("free", await browser().client.isUsernameAvailable({ username: "available_too" }));
  result("one's own", await person.client.isUsernameAvailable({ username: "available" }));
  const caller = program();
  for (const [note, username] of Object.entries({ ...FAULTY, ...WRONG_TYPES, "null": null }))
    await caller.post("/is-username-available", { username }, { note });
  await caller.post("/is-username-available", {}, { note: "empty object" });
  await caller.post("/is-username-available", undefined, { note: "no body" });
  await caller.get("/is-username-available?username=available", { note: "by GET" });
}, { profile });

scenario("username of a living account", async ({ signUp, browser, result }) => {
  await signUp("bob", { username: "living_bob" });
  const person = await signUp("ann");
  const change = async (note, body) => {
    await person.post("/update-user", body, { note });
    result(`getSession after ${note}`, await person.client.getSession());
  };
  await change("username", { username: "Living_Ann" });
  await change("the same", { username: "living_ann" });
  await change("the same in other case", { username: "LIVING_ANN" });
  await change("another", { username: "Living.Ann" });
  await change("display alone", { displayUsername: "Ann the Living" });
  await change("both", { username: "living_ann2", displayUsername: "Anne" });
  await change("taken", { username: "living_bob" });
  await change("taken in other case", { username: "Living_Bob" });
  await change("display null", { displayUsername: null });
  await change("display empty", { displayUsername: "" });
  await change("with a name", { username: "living_ann3", name: "Ann Other" });
  for (const [note, username] of Object.entries(FAULTY)) await change(note, { username });
  await change("null", { username: null });
  await change("back again", { username: "living_ann3" });
  result("signIn.username by the old", await browser().client.signIn.username({ username: "living_ann2", password: PASSWORD }));
  result("signIn.username by the new", await browser().client.signIn.username({ username: "living_ann3", password: PASSWORD }));
  await browser().post("/update-user", { username: "stranger" }, { note: "stranger" });
}, { profile });

scenario("username of a wrong type", async ({ signUp, program, address }) => {
  const person = await signUp("ann");
  const caller = program();
  for (const [type, value] of Object.entries(WRONG_TYPES)) {
    await caller.post("/sign-up/email", { name: type, email: address(type), password: PASSWORD, username: value }, { note: `sign-up, username ${type}` });
    await person.post("/update-user", { username: value }, { note: `update, username ${type}` });
  }
  await person.post("/update-user", { displayUsername: 1 }, { note: "update, display username number" });
}, { profile });

scenario("username freed by a change", async ({ signUp, program, address, result }) => {
  const person = await signUp("ann", { username: "freed" });
  await person.client.updateUser({ username: "freed_no_more" });
  result("updateUser back", await person.client.updateUser({ username: "freed" }));
  await person.client.updateUser({ username: "freed_no_more" });
  await program().post("/sign-up/email", { name: "bob", email: address("bob"), password: PASSWORD, username: "freed" }, { note: "another takes it" });
}, { profile });

scenario("username that stays", async ({ signUp, result }) => {
  const named = await signUp("ann", { username: "stays" });
  const change = async (person, note, body) => {
    await person.post("/update-user", body, { note });
    result(`getSession after ${note}`, await person.client.getSession());
  };
  await change(named, "another", { username: "stays_not" });
  await change(named, "the same", { username: "stays" });
  await change(named, "the same in other case", { username: "STAYS" });
  await change(named, "display alone", { displayUsername: "Stays On" });
  await change(named, "too short", { username: "st" });
  await change(named, "another and a name", { username: "stays_not", name: "Ann Other" });
  const unnamed = await signUp("bob");
  await change(unnamed, "the first", { username: "stays_bob" });
  await change(unnamed, "the second", { username: "stays_bob2" });
  await change(unnamed, "taken", { username: "stays" });
  const half = await signUp("cat", { displayUsername: "Cat Half" });
  await change(half, "the first, with a display name before", { username: "stays_cat" });
  await half.post("/update-user", { username: null }, { note: "none" });
}, { profile: "username that stays" });

scenario("display username", async ({ signUp, browser, result }) => {
  const person = await signUp("ann");
  const change = async (note, body) => {
    await person.post("/update-user", body, { note });
    result(`getSession after ${note}`, await person.client.getSession());
  };
  await change("fit for a username", { displayUsername: "Display_Fit" });
  result("signIn.username", await browser().client.signIn.username({ username: "display_fit", password: PASSWORD }));
  await change("another fit for a username", { displayUsername: "Display_Other" });
  await signUp("bob", { username: "display_bob" });
  await change("another's username", { displayUsername: "display_bob" });
  await change("long", { displayUsername: "d".repeat(64) });
  await signUp("cat", { displayUsername: "display_bob" });
  await signUp("dog", { username: null, displayUsername: "Display_Dog" });
  await signUp("eel", { displayUsername: "d".repeat(31) });
  await signUp("fox", { displayUsername: "dd" });
}, { profile });

scenario("username and an unproved address", async ({ signUp, browser, program, mails, result }) => {
  const person = await signUp("ann", { username: "unproved" });
  result("getSession", await person.client.getSession());
  result("signIn.username", await browser().client.signIn.username({ username: "unproved", password: PASSWORD }));
  result("signIn.username wrong", await browser().client.signIn.username({ username: "unproved", password: "wrong password" }));
  await mails(person.email);
  const caller = program();
  const again = (note, who, username) =>
    caller.post("/sign-up/email", { name: who, email: `${who}.username-and-an-unproved-address@wire.test`, password: PASSWORD, username }, { note });
  await again("the address again", "ann", "unproved_2");
  await again("address and username again", "ann", "unproved");
  await again("the username again", "bob", "unproved");
}, { profile: "username, verified addresses only" });

import { PASSWORD, scenario } from "../scenario.mjs";

const UNKNOWN = "a".repeat(32);

scenario("get session", async ({ signUp, program, browser, result }) => {
  const person = await signUp("ann");
  result("getSession", await person.client.getSession());
  result("getSession with query", await person.client.getSession({ query: { disableCookieCache: true, disableRefresh: true } }));
  await person.get("/get-session?disableCookieCache=true", { note: "query" });
  await person.get("/get-session?disableCookieCache=maybe", { note: "bad query" });
  await person.get("/get-session?disableRefresh=true", { note: "no refresh" });
  await person.send("POST", "/get-session", { note: "POST" });
  await person.post("/get-session", {}, { note: "POST with body" });
  await program().send("POST", "/get-session", { note: "POST signed out" });
  await program().get("/get-session", { note: "signed out" });
  result("getSession signed out", await browser().client.getSession());
});

scenario("session remembers address and agent", async ({ signUp, browser, address, result }) => {
  await signUp("ann");
  const body = { email: address("ann"), password: "correct horse battery" };
  for (const [note, headers] of Object.entries({
    "plain": {}, "no user agent": { "user-agent": null }, "forwarded": { "x-forwarded-for": "203.0.113.7" },
    "forwarded twice": { "x-forwarded-for": "203.0.113.7, 198.51.100.1" }, "forwarded IPv6": { "x-forwarded-for": "2001:db8:1:2:3:4:5:6" },
    "forwarded nonsense": { "x-forwarded-for": "nonsense" },
  })) {
    const person = browser();
    await person.post("/sign-in/email", body, { headers, note });
    const { data } = await person.client.getSession();
    result(`getSession ${note}`, { data: data && { ipAddress: data.session.ipAddress, userAgent: data.session.userAgent } });
  }
});

scenario("list sessions", async ({ signUp, signIn, program, result }) => {
  const person = await signUp("ann");
  result("listSessions", await person.client.listSessions());
  await signIn("ann", { rememberMe: false });
  const { data } = await person.client.listSessions();
  result("listSessions count", { data: data?.length });
  await program().get("/list-sessions", { note: "signed out" });
});

scenario("revoke session", async ({ signUp, signIn, program, result }) => {
  const person = await signUp("ann");
  const other = await signIn("ann");
  const stranger = await signUp("eve");
  const { data: theirs } = await other.client.getSession();
  const { data: strangers } = await stranger.client.getSession();
  result("revokeSession of a stranger", await person.client.revokeSession({ token: strangers?.session.token }));
  result("getSession of the stranger", await stranger.client.getSession());
  result("revokeSession unknown", await person.client.revokeSession({ token: UNKNOWN }));
  result("revokeSession", await person.client.revokeSession({ token: theirs?.session.token }));
  result("getSession of the other", await other.client.getSession());
  await person.post("/revoke-session", {}, { note: "empty object" });
  await person.post("/revoke-session", { token: 1 }, { note: "token number" });
  await program().post("/revoke-session", { token: UNKNOWN }, { note: "signed out" });
  await program().post("/revoke-session", {}, { note: "signed out, empty object" });
  const { data: own } = await person.client.getSession();
  result("revokeSession own", await person.client.revokeSession({ token: own?.session.token }));
  result("getSession", await person.client.getSession());
});

scenario("revoke other sessions", async ({ signUp, signIn, program, result }) => {
  const person = await signUp("ann");
  const other = await signIn("ann");
  result("revokeOtherSessions", await person.client.revokeOtherSessions());
  result("getSession", await person.client.getSession());
  result("getSession of the other", await other.client.getSession());
  await program().send("POST", "/revoke-other-sessions", { note: "signed out" });
});

scenario("revoke sessions", async ({ signUp, signIn, program, result }) => {
  const person = await signUp("ann");
  const other = await signIn("ann");
  result("revokeSessions", await person.client.revokeSessions());
  result("getSession", await person.client.getSession());
  result("getSession of the other", await other.client.getSession());
  await program().send("POST", "/revoke-sessions", { note: "signed out" });
});

scenario("update session", async ({ signUp, program, result }) => {
  const person = await signUp("ann");
  result("updateSession", await person.client.updateSession({ theme: "dark" }));
  await person.post("/update-session", {}, { note: "empty object" });
  await person.post("/update-session", { token: UNKNOWN }, { note: "token" });
  await person.post("/update-session", { expiresAt: "2100-01-01T00:00:00.000Z" }, { note: "expiry" });
  await person.post("/update-session", { userId: UNKNOWN, theme: "dark" }, { note: "userId and unknown" });
  await person.post("/update-session", { ipAddress: "1.2.3.4", userAgent: "x" }, { note: "address and agent" });
  await person.post("/update-session", [], { note: "array" });
  await person.send("POST", "/update-session", { note: "no body" });
  await program().post("/update-session", { theme: "dark" }, { note: "signed out" });
});

scenario("session cookie tampered with", async ({ signUp, program }) => {
  const person = await signUp("ann");
  const cookie = person.jar.get("better-auth.session_token") ?? "";
  const [token, signature = ""] = decodeURIComponent(cookie).split(".");
  const caller = program();
  const flipped = `${signature[0] === "A" ? "B" : "A"}${signature.slice(1)}`;
  for (const [note, value] of Object.entries({
    "untouched": cookie, "not encoded": `${token}.${signature}`, "no signature": token, "empty signature": `${token}.`,
    "other signature": encodeURIComponent(`${token}.${flipped}`), "other token": encodeURIComponent(`${UNKNOWN}.${signature}`),
    "unpadded signature": encodeURIComponent(`${token}.${signature.replace("=", "")}`), "empty": "", "rubbish": "rubbish", "bad encoding": "%E0%A4%A",
  })) await caller.get("/get-session", { cookies: false, cookie: `better-auth.session_token=${value}`, note });
  await caller.get("/get-session", { cookies: false, cookie: `__Secure-better-auth.session_token=${cookie}`, note: "secure prefix on http" });
  await caller.get("/get-session", { cookies: false, cookie: `other=1; better-auth.session_token=${cookie}; more=2`, note: "among others" });
  await caller.get("/get-session", { cookies: false, headers: { authorization: `Bearer ${token}` }, note: "bearer" });
  await caller.get("/list-sessions", { cookies: false, cookie: "better-auth.session_token=rubbish", note: "list" });
});

scenario("dead session", async ({ signUp, signIn, program }) => {
  const person = await signUp("ann");
  const other = await signIn("ann", { rememberMe: false });
  await person.client.revokeOtherSessions();
  await other.get("/list-sessions", { note: "list" });
  await other.post("/update-user", { name: "X" }, { note: "update user" });
  await other.send("POST", "/sign-out", { note: "sign-out" });
  await program().get("/get-session");
});

scenario("bearer token", async ({ program, address }) => {
  const { headers, body } = await program().post("/sign-up/email", { name: "Ann", email: address("ann"), password: PASSWORD });
  const shown = headers["set-auth-token"];
  const app = program();
  const by = (authorization, note) => ({ headers: { authorization }, note, cookies: false });
  await app.get("/get-session", by(`Bearer ${shown}`, "as it was shown"));
  await app.get("/get-session", by(`bearer ${shown}`, "scheme in lower case"));
  await app.get("/get-session", by(`Bearer ${body.token}`, "without its signature"));
  await app.get("/get-session", by(`Bearer ${body.token}.${"A".repeat(43)}=`, "with another signature"));
  await app.get("/get-session", by(`Basic ${shown}`, "another scheme"));
  await app.post("/update-user", { name: "Anna" }, by(`Bearer ${shown}`, "a change"));
  await app.post("/sign-out", {}, by(`Bearer ${shown}`, "sign-out"));
  await app.get("/get-session", by(`Bearer ${shown}`, "afterwards"));
}, { profile: "bearer" });

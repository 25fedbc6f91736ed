import { PASSWORD, scenario } from "../scenario.mjs";

const NEW = "another good password";

scenario("change password", async ({ signUp, signIn, program, address, result }) => {
  const person = await signUp("ann");
  const other = await signIn("ann");
  result("changePassword", await person.client.changePassword({ currentPassword: PASSWORD, newPassword: NEW }));
  result("getSession", await person.client.getSession());
  result("getSession of the other browser", await other.client.getSession());
  await program().post("/sign-in/email", { email: address("ann"), password: PASSWORD }, { note: "old password" });
  await program().post("/sign-in/email", { email: address("ann"), password: NEW }, { note: "new password" });
});

scenario("change password and revoke other sessions", async ({ signUp, signIn, result }) => {
  const person = await signUp("ann");
  const other = await signIn("ann");
  result("changePassword", await person.client.changePassword({ currentPassword: PASSWORD, newPassword: NEW, revokeOtherSessions: true }));
  result("getSession", await person.client.getSession());
  result("getSession of the other browser", await other.client.getSession());
});

scenario("change password and revoke other sessions without remember", async ({ signUp, result }) => {
  const person = await signUp("ann", { rememberMe: false });
  result("changePassword", await person.client.changePassword({ currentPassword: PASSWORD, newPassword: NEW, revokeOtherSessions: true }));
  result("getSession", await person.client.getSession());
});

scenario("change password refused", async ({ signUp, program, browser, result }) => {
  const person = await signUp("ann");
  result("changePassword wrong", await person.client.changePassword({ currentPassword: "wrong password", newPassword: NEW }));
  result("changePassword short", await person.client.changePassword({ currentPassword: PASSWORD, newPassword: "short" }));
  result("changePassword long", await person.client.changePassword({ currentPassword: PASSWORD, newPassword: "p".repeat(129) }));
  result("changePassword short and wrong", await person.client.changePassword({ currentPassword: "wrong password", newPassword: "short" }));
  result("changePassword same", await person.client.changePassword({ currentPassword: PASSWORD, newPassword: PASSWORD }));
  await person.post("/change-password", {}, { note: "empty object" });
  await person.post("/change-password", { currentPassword: 1, newPassword: null, revokeOtherSessions: "x" }, { note: "types" });
  await person.post("/change-password", { currentPassword: "", newPassword: "" }, { note: "empty strings" });
  await program().post("/change-password", { currentPassword: PASSWORD, newPassword: NEW }, { note: "signed out" });
  await program().post("/change-password", {}, { note: "signed out, empty object" });
  result("changePassword signed out", await browser().client.changePassword({ currentPassword: PASSWORD, newPassword: NEW }));
});

scenario("password reset", async ({ signUp, browser, program, result, link, mails, script }) => {
  const person = await signUp("ann");
  await mails(person.email);
  const caller = browser();
  result("requestPasswordReset", await caller.client.requestPasswordReset({ email: person.email, redirectTo: "/new-password" }));
  const url = await link(person.email);
  await script().get(url);
  const token = /reset-password\/([^?]+)/.exec(url)?.[1] ?? "none";
  result("resetPassword short", await caller.client.resetPassword({ newPassword: "short", token }));
  result("resetPassword", await caller.client.resetPassword({ newPassword: NEW, token }));
  result("resetPassword again", await caller.client.resetPassword({ newPassword: NEW, token }));
  await script().get(url, { note: "used link" });
  await program().post("/sign-in/email", { email: person.email, password: PASSWORD }, { note: "old password" });
  await program().post("/sign-in/email", { email: person.email, password: NEW }, { note: "new password" });
  await person.get("/get-session", { note: "session from before the reset" });
});

scenario("password reset links", async ({ signUp, program, link, mails }) => {
  const { email } = await signUp("ann");
  await mails(email);
  const caller = program();
  for (const redirectTo of [undefined, "/r", "/r?a=b", "http://localhost:4321/r", "http://localhost:4321/r?a=b#c"]) {
    await caller.post("/request-password-reset", { email, redirectTo });
    await caller.get(await link(email));
  }
  await caller.get("/reset-password/unknown", { note: "unknown, no callback" });
  await caller.get("/reset-password/unknown?callbackURL=", { note: "unknown, empty callback" });
  await caller.get("/reset-password/unknown?callbackURL=%2Fr", { note: "unknown" });
  await caller.get("/reset-password/unknown?callbackURL=%2Fr%3Fa%3Db", { note: "unknown with a query" });
  await caller.get("/reset-password/unknown?callbackURL=http%3A%2F%2Flocalhost%3A4321%2Fr", { note: "unknown, trusted origin" });
  await caller.get("/reset-password/unknown?callbackURL=https%3A%2F%2Fevil.test%2Fr", { note: "foreign callback" });
  await caller.get("/reset-password/unknown?callbackURL=%2F%2Fevil.test", { note: "double slash callback" });
  await caller.get("/reset-password", { note: "no token" });
  await caller.get("/reset-password/", { note: "empty token" });
});

scenario("password reset by query token", async ({ signUp, program, link, mails }) => {
  const { email } = await signUp("ann");
  await mails(email);
  await program().post("/request-password-reset", { email });
  const token = /reset-password\/([^?]+)/.exec(await link(email))?.[1];
  await program().post(`/reset-password?token=${token}`, { newPassword: NEW });
  await program().post("/sign-in/email", { email, password: NEW });
});

scenario("two password reset links", async ({ signUp, program, link, mails }) => {
  const { email } = await signUp("ann");
  await mails(email);
  const tokens = [];
  for (let time = 0; time < 2; time++) {
    await program().post("/request-password-reset", { email });
    tokens.push(/reset-password\/([^?]+)/.exec(await link(email))?.[1]);
  }
  await program().post("/reset-password", { newPassword: NEW, token: tokens[0] }, { note: "the older link" });
  await program().post("/reset-password", { newPassword: NEW, token: tokens[1] }, { note: "the newer link" });
});

scenario("password reset refused", async ({ browser, program, address, result, mails }) => {
  const caller = program();
  const email = address("nobody");
  result("requestPasswordReset unknown address", await browser().client.requestPasswordReset({ email }));
  await mails(email);
  for (const [note, body] of Object.entries({
    "empty object": {}, "email malformed": { email: "nobody" }, "email number": { email: 1 }, "redirectTo number": { email, redirectTo: 1 },
    "redirectTo foreign": { email, redirectTo: "https://evil.test/" }, "redirectTo double slash": { email, redirectTo: "//evil.test" },
  })) await caller.post("/request-password-reset", body, { note });
  for (const [note, body] of Object.entries({
    "empty object": {}, "no token": { newPassword: NEW }, "token unknown": { newPassword: NEW, token: "unknown" }, "token number": { newPassword: NEW, token: 1 },
    "token empty": { newPassword: NEW, token: "" }, "short, token unknown": { newPassword: "short", token: "unknown" }, "password number": { newPassword: 1, token: "unknown" },
    "long, token unknown": { newPassword: "p".repeat(129), token: "unknown" }, "short, no token": { newPassword: "short" },
  })) await caller.post("/reset-password", body, { note });
  await caller.post("/forget-password", { email }, { note: "the old name" });
});

scenario("verify password", async ({ signUp, program, result }) => {
  const person = await signUp("ann");
  result("verifyPassword", await person.client.$fetch("/verify-password", { method: "POST", body: { password: PASSWORD } }));
  await person.post("/verify-password", { password: "wrong password" });
  await program().post("/verify-password", { password: PASSWORD });
  await person.post("/set-password", { newPassword: NEW }, { note: "server only" });
});

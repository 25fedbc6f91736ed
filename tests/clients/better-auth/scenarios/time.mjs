import { DAY, HOUR, MINUTE, PASSWORD, scenario } from "../scenario.mjs";

const moves = { clock: true };

scenario("sliding session", async ({ signUp, result, advance }) => {
  const person = await signUp("ann");
  await advance(23 * HOUR + 58 * MINUTE);
  result("getSession before a day", await person.client.getSession());
  await advance(4 * MINUTE);
  result("getSession without refresh", await person.client.getSession({ query: { disableRefresh: true } }));
  result("getSession after a day", await person.client.getSession());
  result("getSession again", await person.client.getSession());
  await advance(7 * DAY - 2 * MINUTE);
  result("getSession near the end", await person.client.getSession());
  await advance(7 * DAY + MINUTE);
  result("getSession after the end", await person.client.getSession());
  await person.get("/list-sessions");
}, moves);

scenario("session slides on other calls", async ({ signUp, advance }) => {
  const person = await signUp("ann");
  await advance(DAY + MINUTE);
  await person.post("/update-user", { name: "Ann Other" });
  await person.get("/get-session");
}, moves);

scenario("session without remember in time", async ({ signUp, result, advance }) => {
  const person = await signUp("ann", { rememberMe: false });
  await advance(23 * HOUR);
  result("getSession before a day", await person.client.getSession());
  await advance(HOUR + MINUTE);
  result("getSession after a day", await person.client.getSession());
}, moves);

scenario("session not fresh", async ({ signUp, result, advance, link, mails }) => {
  const person = await signUp("ann");
  await mails(person.email);
  await advance(DAY + MINUTE);
  result("listSessions", await person.client.listSessions());
  result("revokeSession", await person.client.revokeSession({ token: "a".repeat(32) }));
  result("revokeOtherSessions", await person.client.revokeOtherSessions());
  result("changePassword", await person.client.changePassword({ currentPassword: PASSWORD, newPassword: "another good password" }));
  await person.post("/unlink-account", { accountId: "unknown" });
  result("deleteUser", await person.client.deleteUser());
  await person.get(await link(person.email));
}, moves);

scenario("deletion at once needs a fresh session", async ({ signUp, result, advance }) => {
  const person = await signUp("ann");
  await advance(DAY + MINUTE);
  result("deleteUser", await person.client.deleteUser());
  result("deleteUser with password", await person.client.deleteUser({ password: PASSWORD }));
}, { ...moves, profile: "no mail on change or deletion" });

scenario("change of address without confirmation in an old session", async ({ signUpVerified, address, result, advance }) => {
  const person = await signUpVerified("ann");
  await advance(DAY + MINUTE);
  result("changeEmail", await person.client.changeEmail({ newEmail: address("new") }));
}, { ...moves, profile: "no mail on change or deletion" });

scenario("verification link expires", async ({ signUp, link, advance, script }) => {
  const person = await signUp("ann", { callbackURL: "/welcome" });
  const url = await link(person.email);
  await advance(DAY + MINUTE);
  await script().get(url);
  await script().get(url.replace(/&callbackURL=.*/, ""), { note: "without callback" });
}, moves);

scenario("reset link expires", async ({ signUp, result, link, mails, advance, script }) => {
  const person = await signUp("ann");
  await mails(person.email);
  await person.client.requestPasswordReset({ email: person.email, redirectTo: "/reset" });
  const url = await link(person.email);
  await advance(HOUR + MINUTE);
  await script().get(url);
  const token = /reset-password\/([^?]+)/.exec(url)?.[1];
  result("resetPassword", await person.client.resetPassword({ newPassword: "another good password", token }));
}, moves);

scenario("deletion link expires", async ({ signUp, link, mails, advance }) => {
  const person = await signUp("ann");
  await mails(person.email);
  await person.client.deleteUser({ callbackURL: "/bye" });
  const url = await link(person.email);
  await advance(DAY + MINUTE);
  await person.get(url);
  await person.get("/get-session");
}, moves);

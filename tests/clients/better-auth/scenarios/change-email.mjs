import { scenario } from "../scenario.mjs";

scenario("change email of a verified user", async ({ signUpVerified, address, result, link, program, mails }) => {
  const person = await signUpVerified("ann");
  const next = address("new");
  result("changeEmail", await person.client.changeEmail({ newEmail: next, callbackURL: "/done" }));
  await mails(next);
  const confirmation = await link(person.email);
  await person.get(confirmation, { note: "link in the mail to the old address" });
  result("getSession", await person.client.getSession());
  const verification = await link(next);
  await person.get(verification, { note: "link in the mail to the new address" });
  result("getSession", await person.client.getSession());
  await person.get(verification, { note: "the same link again" });
  await person.get(confirmation, { note: "the first link again" });
  await program().post("/sign-in/email", { email: next, password: "correct horse battery" });
});

scenario("change email without callback", async ({ signUpVerified, address, result, link }) => {
  const person = await signUpVerified("ann");
  result("changeEmail", await person.client.changeEmail({ newEmail: address("new").toUpperCase() }));
  await person.get(await link(person.email), { note: "old" });
  await person.get(await link(address("new")), { note: "new" });
  result("getSession", await person.client.getSession());
});

scenario("change email with links opened elsewhere", async ({ signUpVerified, address, result, link, script }) => {
  const person = await signUpVerified("ann");
  const eve = await signUpVerified("eve");
  await person.client.changeEmail({ newEmail: address("new"), callbackURL: "/done" });
  const confirmation = await link(person.email);
  await eve.get(confirmation, { note: "old, signed in as someone else" });
  await script().get(confirmation, { note: "old, signed out" });
  const verification = await link(address("new"));
  await eve.get(verification, { note: "new, signed in as someone else" });
  await script().get(verification, { note: "new, signed out" });
  result("getSession", await person.client.getSession());
  result("getSession of the other", await eve.client.getSession());
});

scenario("change email of an unverified user", async ({ signUp, address, result, link, mails }) => {
  const person = await signUp("ann");
  await link(person.email);
  result("changeEmail", await person.client.changeEmail({ newEmail: address("new"), callbackURL: "/done" }));
  await mails(person.email);
  await person.get(await link(address("new")), { note: "new" });
  result("getSession", await person.client.getSession());
  await mails(address("new"));
});

scenario("change email to a taken address", async ({ signUpVerified, signUp, address, result, mails }) => {
  const person = await signUpVerified("ann");
  await signUp("bob");
  await mails(address("bob"));
  result("changeEmail", await person.client.changeEmail({ newEmail: address("bob") }));
  await mails(address("bob"));
  await mails(address("ann"));
});

scenario("change email refused", async ({ signUp, program, address, result }) => {
  const person = await signUp("ann");
  result("changeEmail same", await person.client.changeEmail({ newEmail: person.email }));
  result("changeEmail same in other case", await person.client.changeEmail({ newEmail: person.email.toUpperCase() }));
  await person.post("/change-email", {}, { note: "empty object" });
  await person.post("/change-email", { newEmail: "nobody" }, { note: "malformed" });
  await person.post("/change-email", { newEmail: 1 }, { note: "number" });
  await person.post("/change-email", { newEmail: address("new"), callbackURL: "https://evil.test/" }, { note: "foreign callback" });
  await person.post("/change-email", { newEmail: address("new"), callbackURL: 1 }, { note: "callback number" });
  await program().post("/change-email", { newEmail: address("new") }, { note: "signed out" });
  await program().post("/change-email", {}, { note: "signed out, empty object" });
});

const change = async ({ signUp, signUpVerified, address, result, link, mails }, verified) => {
  const person = verified ? await signUpVerified("ann") : await signUp("ann");
  await mails(person.email);
  result("changeEmail", await person.client.changeEmail({ newEmail: address("new"), callbackURL: "/done" }));
  result("getSession", await person.client.getSession());
  await mails(person.email);
  await person.get(await link(address("new")), { note: "new" });
  result("getSession", await person.client.getSession());
};
const quiet = { profile: "no mail on change or deletion" };
const atOnce = { profile: "unverified addresses change at once" };
scenario("change email, verified, no confirmation", (actor) => change(actor, true), quiet);
scenario("change email, unverified, no confirmation", (actor) => change(actor, false), quiet);
scenario("change email, verified, unverified change at once", async ({ signUpVerified, address, result, link }) => {
  const person = await signUpVerified("ann");
  result("changeEmail", await person.client.changeEmail({ newEmail: address("new"), callbackURL: "/done" }));
  await person.get(await link(person.email), { note: "old" });
  await person.get(await link(address("new")), { note: "new" });
  result("getSession", await person.client.getSession());
}, atOnce);
scenario("change email, unverified, unverified change at once", (actor) => change(actor, false), atOnce);
scenario("change email, unverified, to a taken address at once", async ({ signUp, address, result }) => {
  await signUp("bob");
  const person = await signUp("ann");
  result("changeEmail", await person.client.changeEmail({ newEmail: address("bob") }));
  result("getSession", await person.client.getSession());
}, atOnce);
scenario("change email when switched off", async ({ signUp, program, address, result }) => {
  const person = await signUp("ann");
  result("changeEmail", await person.client.changeEmail({ newEmail: address("new") }));
  result("deleteUser", await person.client.deleteUser({ password: "correct horse battery" }));
  await program().get("/delete-user/callback?token=unknown");
}, { profile: "change and deletion off" });

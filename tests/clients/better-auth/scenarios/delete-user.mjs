import { PASSWORD, scenario } from "../scenario.mjs";

scenario("delete user by mailed link", async ({ signUp, browser, result, link, mails, script }) => {
  const person = await signUp("ann");
  await mails(person.email);
  result("deleteUser", await person.client.deleteUser({ callbackURL: "/goodbye" }));
  const url = await link(person.email);
  await script().get(url, { note: "signed out" });
  await person.get(url, { note: "own link" });
  await person.get(url, { note: "own link again" });
  await person.get("/get-session");
  result("signIn.email", await browser().client.signIn.email({ email: person.email, password: PASSWORD }));
});

scenario("delete user by someone else's link", async ({ signUp, link, mails }) => {
  const person = await signUp("ann");
  const eve = await signUp("eve");
  await mails(person.email);
  await person.client.deleteUser({ callbackURL: "/goodbye" });
  const url = await link(person.email);
  await eve.get(url, { note: "signed in as someone else" });
  await eve.get("/get-session");
  await person.get(url, { note: "the owner afterwards" });
});

scenario("delete user without callback", async ({ signUp, result, link, mails }) => {
  const person = await signUp("ann");
  await mails(person.email);
  result("deleteUser", await person.client.deleteUser());
  await person.get(await link(person.email));
});

scenario("delete user with password where mail is sent", async ({ signUp, result, mails }) => {
  const person = await signUp("ann");
  await mails(person.email);
  result("deleteUser wrong password", await person.client.deleteUser({ password: "wrong password" }));
  await mails(person.email);
  result("deleteUser", await person.client.deleteUser({ password: PASSWORD }));
  await mails(person.email);
  result("getSession", await person.client.getSession());
});

scenario("delete user with token", async ({ signUp, result, link, mails }) => {
  const person = await signUp("ann");
  await mails(person.email);
  await person.client.deleteUser();
  const token = new URL(await link(person.email)).searchParams.get("token");
  result("deleteUser with an unknown token", await person.client.deleteUser({ token: "unknown" }));
  result("deleteUser", await person.client.deleteUser({ token }));
  result("getSession", await person.client.getSession());
});

scenario("delete user with someone else's token", async ({ signUp, result, link, mails }) => {
  const person = await signUp("ann");
  const eve = await signUp("eve");
  await mails(person.email);
  await person.client.deleteUser();
  const token = new URL(await link(person.email)).searchParams.get("token");
  result("deleteUser", await eve.client.deleteUser({ token }));
});

scenario("delete user refused", async ({ signUp, program, script }) => {
  const person = await signUp("ann");
  await person.post("/delete-user", { password: 1 }, { note: "password number" });
  await person.post("/delete-user", { callbackURL: "https://evil.test/" }, { note: "foreign callback" });
  await person.post("/delete-user", { callbackURL: 1, token: 1 }, { note: "types" });
  await person.send("POST", "/delete-user", { note: "no body" });
  await program().post("/delete-user", {}, { note: "signed out" });
  await program().send("POST", "/delete-user", { note: "signed out, no body" });
  await person.get("/delete-user/callback", { note: "no token" });
  await person.get("/delete-user/callback?token=unknown", { note: "unknown" });
  await person.get("/delete-user/callback?token=unknown&callbackURL=%2Fbye", { note: "unknown with callback" });
  await person.get("/delete-user/callback?token=unknown&callbackURL=https%3A%2F%2Fevil.test", { note: "foreign link callback" });
  await script().get("/delete-user/callback?token=unknown", { note: "unknown, signed out" });
  await script().get("/delete-user/callback?token=unknown&callbackURL=%2Fbye", { note: "unknown with callback, signed out" });
});

const quiet = { profile: "no mail on change or deletion" };
scenario("delete user at once", async ({ signUp, result }) => {
  for (const [who, body] of Object.entries({ ann: { password: PASSWORD }, bob: undefined, cid: { callbackURL: "/bye" } })) {
    const person = await signUp(who);
    if (body?.password) result("deleteUser wrong password", await person.client.deleteUser({ password: "wrong password" }));
    result("deleteUser", await person.client.deleteUser(body));
    result("getSession", await person.client.getSession());
  }
}, quiet);

import { scenario } from "../scenario.mjs";

scenario("update user", async ({ signUp, program, result }) => {
  const person = await signUp("ann");
  result("updateUser", await person.client.updateUser({ name: "Ann Other", image: "https://img.test/b.png" }));
  result("getSession", await person.client.getSession());
  result("updateUser image null", await person.client.updateUser({ image: null }));
  result("getSession", await person.client.getSession());
  result("updateUser nothing", await person.client.updateUser({}));
  for (const [note, body] of Object.entries({
    "empty object": {}, "email": { email: "x@wire.test" }, "email and name": { email: "x@wire.test", name: "N" }, "email empty": { email: "" }, "email null": { email: null },
    "emailVerified": { emailVerified: true }, "emailVerified and name": { emailVerified: true, name: "Sly" }, "unknown": { colour: "red" }, "unknown and name": { colour: "red", name: "Ann" },
    "name empty": { name: "" }, "id": { id: "x" }, "createdAt": { createdAt: "2020-01-01T00:00:00.000Z" },
  })) await person.post("/update-user", body, { note });
  await person.post("/update-user", [], { note: "array" });
  await person.post("/update-user", null, { note: "null" });
  await person.post("/update-user", "text", { note: "string" });
  await person.send("POST", "/update-user", { note: "no body" });
  result("getSession", await person.client.getSession());
  await program().post("/update-user", { name: "X" }, { note: "signed out" });
});

scenario("update user with wrong types", async ({ signUp }) => {
  const person = await signUp("ann");
  for (const [note, body] of Object.entries({ "name number": { name: 1 }, "name null": { name: null }, "image number": { image: 1 } }))
    await person.post("/update-user", body, { note });
});

scenario("list accounts", async ({ signUp, program, browser, result }) => {
  const person = await signUp("ann");
  result("listAccounts", await person.client.listAccounts());
  await program().get("/list-accounts", { note: "signed out" });
  result("listAccounts signed out", await browser().client.listAccounts());
});

scenario("unlink account", async ({ signUp, program }) => {
  const person = await signUp("ann");
  const { data } = await person.client.listAccounts();
  await person.post("/unlink-account", { accountId: data?.[0]?.id }, { note: "the last one" });
  await person.post("/unlink-account", { accountId: "unknown" }, { note: "unknown" });
  await person.post("/unlink-account", { providerId: "credential" }, { note: "by provider" });
  await person.post("/unlink-account", {}, { note: "empty object" });
  await program().post("/unlink-account", { accountId: "unknown" }, { note: "signed out" });
});

scenario("social sign-in without providers", async ({ signUp, program, browser, result }) => {
  const person = await signUp("ann");
  result("signIn.social", await browser().client.signIn.social({ provider: "github" }));
  result("linkSocial", await person.client.linkSocial({ provider: "github" }));
  await program().post("/sign-in/social", { provider: "no-such" }, { note: "unknown" });
  await program().post("/sign-in/social", {}, { note: "empty object" });
  await program().post("/link-social", { provider: "github" }, { note: "link signed out" });
  await program().get("/callback/github?code=x&state=y", { note: "callback" });
  await program().get("/callback/no-such", { note: "callback unknown" });
  await person.post("/get-access-token", { accountId: "unknown" }, { note: "access token" });
  await person.post("/get-access-token", {}, { note: "access token, empty object" });
  await person.post("/refresh-token", { accountId: "unknown" }, { note: "refresh token" });
  await person.get("/account-info?accountId=unknown", { note: "account info" });
  await program().get("/account-info?accountId=unknown", { note: "account info signed out" });
});

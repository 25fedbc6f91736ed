import { PASSWORD, scenario } from "../scenario.mjs";

const profile = "last login method";

scenario("last login method", async ({ signUp, browser, program, address, result }) => {
  const person = await signUp("ann");
  const { email } = person;
  result("getSession", await person.client.getSession());
  result("updateUser", await person.client.updateUser({ name: "Ann Other" }));
  result("signIn.email", await browser().client.signIn.email({ email, password: PASSWORD }));
  const forgetful = browser();
  result("signIn.email not remembered", await forgetful.client.signIn.email({ email, password: PASSWORD, rememberMe: false }));
  result("signIn.email with callbackURL", await browser().client.signIn.email({ email, password: PASSWORD, callbackURL: "/home" }));
  const wrong = browser();
  result("signIn.email wrong", await wrong.client.signIn.email({ email, password: "wrong password" }));
  result("signIn.email unknown", await wrong.client.signIn.email({ email: address("nobody"), password: PASSWORD }));
  await program().post("/sign-in/email", { email, password: PASSWORD }, { note: "by a program" });
  await program().send("POST", "/sign-in/email", { form: { email, password: PASSWORD }, note: "by form" });
  await program().post("/sign-up/email", { name: "ann", email, password: PASSWORD }, { note: "sign-up with a taken address" });
  result("changePassword", await person.client.changePassword({
    currentPassword: PASSWORD, newPassword: "another horse battery", revokeOtherSessions: true,
  }));
  result("signOut", await person.client.signOut());
}, { profile });

scenario("last login method beside usernames", async ({ signUp, browser, result }) => {
  await signUp("ann", { username: "last_ann" });
  result("signIn.username", await browser().client.signIn.username({ username: "last_ann", password: PASSWORD }));
}, { profile });

scenario("last login method with an unproved address", async ({ signUp, signIn, browser, link }) => {
  await signUp("bob");
  await signIn("bob");
  const person = await signUp("ann");
  await browser().get(await link(person.email), { note: "the link" });
  await signIn("ann");
}, { profile: "last login method, verified addresses only" });

import { PASSWORD, scenario } from "../scenario.mjs";
import { LEAKED, UNKNOWABLE } from "../stand-ins.mjs";

const profile = "leaked passwords";
const NEW = "another good password";
const tokenOf = (url) => /reset-password\/([^?]+)/.exec(url)?.[1] ?? "none";

scenario("leaked password at sign-up", async ({ browser, address, result, signUp, program }) => {
  const person = browser();
  const email = address("ann");
  result("signUp", await person.client.signUp.email({ name: "Ann", email, password: LEAKED }));
  result("signUp unchecked", await person.client.signUp.email({ name: "Ann", email, password: UNKNOWABLE }));
  result("signUp short", await person.client.signUp.email({ name: "Ann", email, password: "short" }));
  await program().post("/sign-in/email", { email, password: LEAKED }, { note: "no account was made" });
  await signUp("ann");
  await program().post("/sign-up/email", { name: "Ann", email, password: LEAKED }, { note: "a known address" });
  result("signIn", await person.client.signIn.email({ email, password: PASSWORD }));
}, { profile });

scenario("leaked password at a change", async ({ signUp, program, address, result }) => {
  const person = await signUp("ann");
  const change = (currentPassword, newPassword) => person.client.changePassword({ currentPassword, newPassword });
  result("leaked", await change(PASSWORD, LEAKED));
  result("leaked and wrong", await change("wrong password", LEAKED));
  result("unchecked", await change(PASSWORD, UNKNOWABLE));
  await program().post("/change-password", { currentPassword: PASSWORD, newPassword: LEAKED }, { note: "signed out" });
  await program().post("/sign-in/email", { email: address("ann"), password: PASSWORD }, { note: "still the old one" });
  result("good", await change(PASSWORD, NEW));
}, { profile });

scenario("leaked password at a reset by link", async ({ signUp, browser, result, link, mails, program }) => {
  const person = await signUp("ann");
  await mails(person.email);
  const caller = browser();
  result("resetPassword without a link", await caller.client.resetPassword({ newPassword: LEAKED, token: "none" }));
  await caller.client.requestPasswordReset({ email: person.email, redirectTo: "/new" });
  const token = tokenOf(await link(person.email));
  result("leaked", await caller.client.resetPassword({ newPassword: LEAKED, token }));
  result("unchecked", await caller.client.resetPassword({ newPassword: UNKNOWABLE, token }));
  result("good, with the same link", await caller.client.resetPassword({ newPassword: NEW, token }));
  await program().post("/sign-in/email", { email: person.email, password: NEW }, { note: "new password" });
}, { profile });

scenario("leaked password at a reset by code", async ({ signUp, program, mails, code }) => {
  const person = await signUp("ann");
  await mails(person.email);
  await program().post("/email-otp/request-password-reset", { email: person.email });
  const otp = await code(person.email);
  await program().post("/email-otp/reset-password", { email: person.email, otp, password: LEAKED }, { note: "leaked" });
  await program().post("/sign-in/email", { email: person.email, password: PASSWORD }, { note: "old password" });
}, { profile });

import { scenario, MINUTE, PASSWORD } from "../scenario.mjs";

const profile = "phone number";
const NEW_PASSWORD = "another good password";
/** A code that is not `code`. */
const wrong = (code) => (code === "000000" ? "000001" : "000000");

/** Puts a number on the account of who is signed in. */
async function add(person, phoneNumber, textedCode) {
  await person.client.phoneNumber.sendOtp({ phoneNumber });
  await person.client.phoneNumber.verify({ phoneNumber, code: await textedCode(phoneNumber), updatePhoneNumber: true });
}

scenario("phone code for a new person", async ({ browser, number, result, textedCode }) => {
  const person = browser();
  const phoneNumber = number("ann");
  result("sendOtp", await person.client.phoneNumber.sendOtp({ phoneNumber }));
  const code = await textedCode(phoneNumber);
  result("verify", await person.client.phoneNumber.verify({ phoneNumber, code }));
  result("getSession", await person.client.getSession());
  await person.get("/list-accounts");
  await browser().post("/phone-number/verify", { phoneNumber, code }, { note: "again" });
}, { profile });

scenario("phone code for somebody known", async ({ browser, number, textedCode }) => {
  const phoneNumber = number("ann");
  for (const note of ["first", "second"]) {
    const person = browser();
    await person.post("/phone-number/send-otp", { phoneNumber });
    await person.post("/phone-number/verify", { phoneNumber, code: await textedCode(phoneNumber), name: "Ann", other: 1 }, { note });
  }
}, { profile });

scenario("phone code without a session", async ({ browser, number, textedCode }) => {
  const phoneNumber = number("ann");
  for (const note of ["new", "known"]) {
    const person = browser();
    await person.post("/phone-number/send-otp", { phoneNumber });
    await person.post("/phone-number/verify", { phoneNumber, code: await textedCode(phoneNumber), disableSession: true }, { note });
    await person.get("/get-session");
  }
}, { profile });

scenario("phone code guessed", async ({ browser, number, textedCode }) => {
  const person = browser();
  const phoneNumber = number("ann");
  await person.post("/phone-number/send-otp", { phoneNumber });
  const code = await textedCode(phoneNumber);
  for (const note of ["first", "second", "third", "fourth", "fifth"])
    await person.post("/phone-number/verify", { phoneNumber, code: wrong(code) }, { note });
  await person.post("/phone-number/verify", { phoneNumber, code }, { note: "the right one" });
}, { profile });

scenario("phone code right at the third try", async ({ browser, number, textedCode }) => {
  const person = browser();
  const phoneNumber = number("ann");
  await person.post("/phone-number/send-otp", { phoneNumber });
  const code = await textedCode(phoneNumber);
  await person.post("/phone-number/verify", { phoneNumber, code: wrong(code) }, { note: "first" });
  await person.post("/phone-number/verify", { phoneNumber, code: wrong(code) }, { note: "second" });
  await person.post("/phone-number/verify", { phoneNumber, code }, { note: "the right one" });
}, { profile });

scenario("phone codes after each other", async ({ browser, number, textedCode }) => {
  const person = browser();
  const phoneNumber = number("ann");
  await person.post("/phone-number/send-otp", { phoneNumber });
  const first = await textedCode(phoneNumber);
  await person.post("/phone-number/send-otp", { phoneNumber });
  const second = await textedCode(phoneNumber);
  await person.post("/phone-number/verify", { phoneNumber, code: first }, { note: "the older code" });
  await person.post("/phone-number/verify", { phoneNumber, code: second }, { note: "the newer code" });
}, { profile });

scenario("phone code after its time", async ({ browser, number, textedCode, advance }) => {
  const person = browser();
  const phoneNumber = number("ann");
  await person.post("/phone-number/send-otp", { phoneNumber });
  const code = await textedCode(phoneNumber);
  await advance(6 * MINUTE);
  await person.post("/phone-number/verify", { phoneNumber, code }, { note: "too late" });
  await person.post("/phone-number/verify", { phoneNumber, code }, { note: "again" });
}, { profile, clock: true });

scenario("phone number put on an account", async ({ signUp, number, result, textedCode, browser, program }) => {
  const person = await signUp("ann");
  const phoneNumber = number("ann");
  await person.post("/phone-number/send-otp", { phoneNumber });
  const code = await textedCode(phoneNumber);
  await person.post("/phone-number/verify", { phoneNumber, code: wrong(code), updatePhoneNumber: true }, { note: "wrong" });
  result("verify", await person.client.phoneNumber.verify({ phoneNumber, code, updatePhoneNumber: true }));
  result("getSession", await person.client.getSession());
  await program().post("/sign-in/phone-number", { phoneNumber, password: PASSWORD });
  result("signIn", await browser().client.signIn.phoneNumber({ phoneNumber, password: PASSWORD, rememberMe: false }));
  await program().post("/sign-in/phone-number", { phoneNumber, password: "wrong password" }, { note: "wrong password" });
  await person.post("/phone-number/send-otp", { phoneNumber });
  await person.post("/phone-number/verify", { phoneNumber, code: await textedCode(phoneNumber), updatePhoneNumber: true }, { note: "the same number" });
}, { profile });

scenario("phone number of somebody else", async ({ signUp, number, textedCode, browser }) => {
  const [ann, bob] = [await signUp("ann"), await signUp("bob")];
  const phoneNumber = number("ann");
  await add(ann, phoneNumber, textedCode);
  await bob.post("/phone-number/send-otp", { phoneNumber });
  await bob.post("/phone-number/verify", { phoneNumber, code: await textedCode(phoneNumber), updatePhoneNumber: true }, { note: "taken" });
  await bob.post("/phone-number/send-otp", { phoneNumber: number("bob") });
  await browser().post("/phone-number/verify",
    { phoneNumber: number("bob"), code: await textedCode(number("bob")), updatePhoneNumber: true }, { note: "signed out" });
}, { profile });

scenario("phone number taken off an account", async ({ signUp, number, result, textedCode, program }) => {
  const person = await signUp("ann");
  const phoneNumber = number("ann");
  await person.post("/update-user", { phoneNumber: null }, { note: "never had one" });
  await add(person, phoneNumber, textedCode);
  await person.post("/update-user", { phoneNumber: number("bob") }, { note: "to another" });
  await person.post("/update-user", { phoneNumber }, { note: "to the same" });
  await person.post("/update-user", { phoneNumber: "" }, { note: "to nothing" });
  await person.post("/update-user", { phoneNumberVerified: true }, { note: "verified" });
  await program().post("/update-user", { phoneNumber }, { note: "signed out" });
  result("updateUser", await person.client.updateUser({ phoneNumber: null, name: "Ann" }));
  result("getSession", await person.client.getSession());
  await program().post("/sign-in/phone-number", { phoneNumber, password: PASSWORD });
}, { profile });

scenario("phone number at sign-up", async ({ program, address, number }) => {
  const body = (who) => ({ name: who, email: address(who), password: PASSWORD });
  await program().post("/sign-up/email", { ...body("ann"), phoneNumber: number("ann") }, { note: "a number" });
  await program().post("/sign-up/email", { ...body("ann"), phoneNumber: 3 }, { note: "no text" });
  await program().post("/sign-up/email", { ...body("ann"), phoneNumberVerified: true }, { note: "verified" });
  await program().post("/sign-up/email", { ...body("ann"), phoneNumber: null }, { note: "null" });
}, { profile });

scenario("phone code resets a password", async ({ signUp, number, program, browser, result, textedCode }) => {
  const person = await signUp("ann");
  const phoneNumber = number("ann");
  await add(person, phoneNumber, textedCode);
  result("request", await browser().client.phoneNumber.requestPasswordReset({ phoneNumber }));
  const otp = await textedCode(phoneNumber);
  await program().post("/phone-number/reset-password", { phoneNumber, otp: wrong(otp), newPassword: NEW_PASSWORD }, { note: "wrong" });
  await program().post("/phone-number/reset-password", { phoneNumber, otp, newPassword: "short" }, { note: "short password" });
  result("reset", await browser().client.phoneNumber.resetPassword({ phoneNumber, otp, newPassword: NEW_PASSWORD }));
  await program().post("/phone-number/reset-password", { phoneNumber, otp, newPassword: NEW_PASSWORD }, { note: "again" });
  await program().post("/sign-in/phone-number", { phoneNumber, password: PASSWORD }, { note: "old password" });
  await program().post("/sign-in/phone-number", { phoneNumber, password: NEW_PASSWORD }, { note: "new password" });
  await person.get("/get-session", { note: "the session from before" });
}, { profile });

scenario("phone code sets the first password", async ({ browser, number, program, textedCode }) => {
  const person = browser();
  const phoneNumber = number("ann");
  await person.post("/phone-number/send-otp", { phoneNumber });
  await person.post("/phone-number/verify", { phoneNumber, code: await textedCode(phoneNumber) });
  await program().post("/sign-in/phone-number", { phoneNumber, password: PASSWORD }, { note: "no password" });
  await program().post("/phone-number/request-password-reset", { phoneNumber });
  await program().post("/phone-number/reset-password", { phoneNumber, otp: await textedCode(phoneNumber), newPassword: NEW_PASSWORD });
  await program().post("/sign-in/phone-number", { phoneNumber, password: NEW_PASSWORD }, { note: "new password" });
}, { profile });

scenario("phone code guessed at a reset", async ({ signUp, number, program, textedCode }) => {
  const person = await signUp("ann");
  const phoneNumber = number("ann");
  await add(person, phoneNumber, textedCode);
  await program().post("/phone-number/request-password-reset", { phoneNumber });
  const otp = await textedCode(phoneNumber);
  for (const note of ["first", "second", "third", "fourth", "fifth"])
    await program().post("/phone-number/reset-password", { phoneNumber, otp: wrong(otp), newPassword: NEW_PASSWORD }, { note });
}, { profile });

scenario("phone number asked for in vain", async ({ program, number }) => {
  const phoneNumber = number("nobody");
  for (const text of ["hello", "", "+1", "2015550123", "+1 201 555 0123"])
    await program().post("/phone-number/send-otp", { phoneNumber: text }, { note: JSON.stringify(text) });
  await program().post("/phone-number/verify", { phoneNumber, code: "123456" }, { note: "no code" });
  await program().post("/phone-number/verify", { phoneNumber: "hello", code: "123456" }, { note: "no number" });
  await program().post("/phone-number/request-password-reset", { phoneNumber }, { note: "reset of nobody" });
  await program().post("/phone-number/reset-password", { phoneNumber, otp: "123456", newPassword: NEW_PASSWORD }, { note: "reset by nobody" });
  await program().post("/phone-number/request-password-reset", { phoneNumber: "hello" }, { note: "reset of no number" });
  await program().post("/sign-in/phone-number", { phoneNumber, password: PASSWORD }, { note: "nobody" });
  await program().post("/sign-in/phone-number", { phoneNumber: "hello", password: PASSWORD }, { note: "sign-in with no number" });
  await program().post("/sign-in/phone-number", { phoneNumber, password: "x".repeat(200) }, { note: "long password" });
}, { profile });

scenario("phone number with wrong types", async ({ program }) => {
  const calls = {
    "/phone-number/send-otp": [{}, { phoneNumber: 1 }],
    "/phone-number/verify": [{}, { phoneNumber: 1, code: 2, disableSession: "x", updatePhoneNumber: "y" }],
    "/sign-in/phone-number": [{}, { phoneNumber: 1, password: null, rememberMe: "x" }],
    "/phone-number/request-password-reset": [{}, { phoneNumber: [] }],
    "/phone-number/reset-password": [{}, { otp: 1, phoneNumber: 2, newPassword: 3 }],
  };
  for (const [path, bodies] of Object.entries(calls))
    for (const body of bodies) await program().post(path, body, { note: `${path} ${JSON.stringify(body)}` });
  await program().post("/phone-number/consume-otp", { phoneNumber: "+12015550123", code: "123456" }, { note: "for servers only" });
}, { profile });

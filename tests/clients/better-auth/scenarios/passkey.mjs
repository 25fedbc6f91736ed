import { PasskeyDevice } from "../passkey-device.mjs";
import { scenario, DAY, MINUTE } from "../scenario.mjs";

const profile = "passkey";

const registerOptions = async (person, query = "", note = undefined) =>
  (await person.get(`/passkey/generate-register-options${query}`, { note })).body;
const signInOptions = async (person, note = undefined) => (await person.get("/passkey/generate-authenticate-options", { note })).body;
const register = async (person, device, extra = {}, note = undefined) =>
  (await person.post("/passkey/verify-registration", { response: device.create(await registerOptions(person)), ...extra }, { note })).body;
const signIn = async (person, device, note = undefined) =>
  person.post("/passkey/verify-authentication", { response: device.get(await signInOptions(person)) }, { note });

scenario("passkey registered and used", async ({ signUp, browser, result, server, name }) => {
  const ann = await signUp("ann");
  const device = new PasskeyDevice(server, name);
  await register(ann, device, { name: " Key ring " });
  await ann.get("/passkey/list-user-passkeys");
  const elsewhere = browser();
  await signIn(elsewhere, device);
  result("getSession", await elsewhere.client.getSession());
  await elsewhere.get("/passkey/list-user-passkeys", { note: "the count rose" });
  await registerOptions(ann, "", "excluded now");
  await signInOptions(ann, "asked for by its owner");
}, { profile });

scenario("passkey options", async ({ signUp, browser }) => {
  const ann = await signUp("ann");
  await registerOptions(ann, "?name=Ann&authenticatorAttachment=platform&context=c");
  await registerOptions(ann, "?authenticatorAttachment=cross-platform");
  await registerOptions(ann, "?authenticatorAttachment=elsewhere", "no such attachment");
  await registerOptions(ann, "?name=", "an empty name");
  await registerOptions(browser(), "", "nobody signed in");
  await signInOptions(browser());
}, { profile });

scenario("passkey challenges", async ({ signUp, browser, server, name }) => {
  const ann = await signUp("ann");
  const device = new PasskeyDevice(server, name);
  await ann.post("/passkey/verify-registration", { response: {} }, { note: "no ceremony" });
  const made = device.create(await registerOptions(ann));
  await ann.post("/passkey/verify-registration", { response: made });
  await ann.post("/passkey/verify-registration", { response: made }, { note: "again" });
  const person = browser();
  await person.post("/passkey/verify-authentication", { response: {} }, { note: "no ceremony to sign in" });
  const signed = device.get(await signInOptions(person));
  await person.post("/passkey/verify-authentication", { response: signed });
  await person.post("/passkey/verify-authentication", { response: signed }, { note: "signed again" });
  const crossed = device.get({ rpId: "localhost", ...(await registerOptions(ann)) });
  await ann.post("/passkey/verify-authentication", { response: crossed }, { note: "the challenge of a registration" });
  await ann.post("/passkey/verify-registration", { response: made }, { note: "that is over" });
}, { profile });

scenario("passkey challenge too old", async ({ signUp, browser, server, name, advance }) => {
  const ann = await signUp("ann");
  const device = new PasskeyDevice(server, name);
  await register(ann, device);
  const person = browser();
  const options = await signInOptions(person);
  await advance(5 * MINUTE + 1_000);
  await person.post("/passkey/verify-authentication", { response: device.get(options) });
}, { profile, clock: true });

scenario("passkey refused", async ({ signUp, browser, server, name }) => {
  const ann = await signUp("ann");
  const device = new PasskeyDevice(server, name);
  await register(ann, device);
  const person = browser();
  await signIn(person, device);
  device.count = 0;
  await signIn(person, device, "a count that did not rise");
  device.count = 9;
  const wrong = device.get({ ...(await signInOptions(person)), challenge: "d3Jvbmc" });
  await person.post("/passkey/verify-authentication", { response: wrong }, { note: "another challenge" });
  device.origin = "https://evil.example";
  await signIn(person, device, "another origin");
  device.origin = server.origin;
  const domain = device.get({ ...(await signInOptions(person)), rpId: "evil.example" });
  await person.post("/passkey/verify-authentication", { response: domain }, { note: "another domain" });
  const forged = device.get(await signInOptions(person));
  forged.response.signature = "MAA";
  await person.post("/passkey/verify-authentication", { response: forged }, { note: "no signature" });
  await signInOptions(person);
  await person.post("/passkey/verify-authentication", { response: {} }, { note: "an empty response" });
  await person.post("/passkey/verify-authentication", { response: "text" }, { note: "no response" });
  await person.post("/passkey/verify-authentication", {}, { note: "nothing" });
  await signIn(person, new PasskeyDevice(server, `${name} other`), "an unknown passkey");
  await person.get("/passkey/list-user-passkeys", { note: "nothing was counted" });
}, { profile });

scenario("passkey not registered", async ({ signUp, server, name, program }) => {
  const ann = await signUp("ann");
  const device = new PasskeyDevice(server, name);
  await registerOptions(ann);
  await ann.post("/passkey/verify-registration", { response: {} }, { note: "an empty response" });
  await registerOptions(ann);
  await ann.post("/passkey/verify-registration", {}, { note: "nothing" });
  device.origin = "https://evil.example";
  await register(ann, device, {}, "another origin");
  device.origin = server.origin;
  const domain = device.create({ ...(await registerOptions(ann)), rp: { id: "evil.example" } });
  await ann.post("/passkey/verify-registration", { response: domain }, { note: "another domain" });
  await ann.post("/passkey/verify-registration", { response: {}, name: 5 }, { note: "a name that is none" });
  await program().post("/passkey/verify-registration", { response: {} }, { note: "nobody signed in" });
  await ann.get("/passkey/list-user-passkeys");
}, { profile });

scenario("passkey of somebody else's ceremony", async ({ signUp, server, name }) => {
  const ann = await signUp("ann");
  const bob = await signUp("bob");
  const device = new PasskeyDevice(server, name);
  const options = await registerOptions(ann);
  for (const [cookie, value] of ann.jar) if (cookie.includes("passkey")) bob.jar.set(cookie, value);
  await bob.post("/passkey/verify-registration", { response: device.create(options) });
}, { profile });

scenario("passkeys renamed and removed", async ({ signUp, program, server, name }) => {
  const ann = await signUp("ann");
  const bob = await signUp("bob");
  const device = new PasskeyDevice(server, name);
  const { id } = await register(ann, device);
  await ann.post("/passkey/update-passkey", { id, name: " Key ring " });
  await ann.post("/passkey/update-passkey", { id, name: "  " }, { note: "no name" });
  await ann.post("/passkey/update-passkey", { id }, { note: "name left out" });
  await ann.post("/passkey/update-passkey", { id: "none", name: "a" }, { note: "unknown" });
  await bob.post("/passkey/update-passkey", { id, name: "mine" }, { note: "by somebody else" });
  await program().post("/passkey/update-passkey", { id, name: "mine" }, { note: "by nobody" });
  await bob.post("/passkey/delete-passkey", { id }, { note: "deleted by somebody else" });
  await program().post("/passkey/delete-passkey", { id }, { note: "deleted by nobody" });
  await ann.post("/passkey/delete-passkey", {}, { note: "no id" });
  await ann.post("/passkey/delete-passkey", { id: "none" }, { note: "unknown id" });
  await ann.get("/passkey/list-user-passkeys");
  await ann.post("/passkey/delete-passkey", { id });
  await ann.get("/passkey/list-user-passkeys", { note: "none left" });
  await bob.get("/passkey/list-user-passkeys", { note: "of somebody else" });
  await program().get("/passkey/list-user-passkeys", { note: "of nobody" });
}, { profile });

scenario("passkey with an old session", async ({ signUp, advance, server, name }) => {
  const ann = await signUp("ann");
  const device = new PasskeyDevice(server, name);
  const made = device.create(await registerOptions(ann));
  await advance(DAY + MINUTE);
  await registerOptions(ann, "", "not fresh");
  await ann.post("/passkey/verify-registration", { response: made }, { note: "not fresh either" });
}, { profile, clock: true });

scenario("passkey as last login method", async ({ signUp, browser, server, name }) => {
  const ann = await signUp("ann");
  const device = new PasskeyDevice(server, name);
  await register(ann, device);
  await signIn(browser(), device);
}, { profile: "passkey, last login method" });

scenario("passkey of somebody without a password", async ({ browser, address, code, result, server, name }) => {
  const ann = browser();
  const email = address("ann");
  await ann.client.emailOtp.sendVerificationOtp({ email, type: "sign-in" });
  result("signIn", await ann.client.signIn.emailOtp({ email, otp: await code(email), name: "Ann" }));
  const device = new PasskeyDevice(server, name);
  await register(ann, device);
  await ann.get("/list-accounts");
  const elsewhere = browser();
  await signIn(elsewhere, device);
  result("getSession", await elsewhere.client.getSession());
}, { profile: "passkey, by mail" });

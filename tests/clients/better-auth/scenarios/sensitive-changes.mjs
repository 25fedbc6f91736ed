import { DAY, MINUTE, PASSWORD, scenario } from "../scenario.mjs";
import { Authenticator } from "../authenticator.mjs";
import { PasskeyDevice } from "../passkey-device.mjs";

// Who may change what is a way in: after the second factor was shown, without it, and long after the sign-in.
const profile = "ways in beside a second factor";

/** Somebody with a user name, a number, a passkey and an authenticator app. */
async function equipped({ signUp, number, textedCode, server, name }) {
  const person = await signUp("ann", { username: `sensitive_${name.length}` });
  await person.post("/phone-number/send-otp", { phoneNumber: number("ann") }, { note: "for the first number" });
  const code = await textedCode(number("ann"));
  await person.post("/phone-number/verify", { phoneNumber: number("ann"), code, updatePhoneNumber: true }, { note: "the first number" });
  const key = new PasskeyDevice(server, name);
  const options = (await person.get("/passkey/generate-register-options", { note: "for the first passkey" })).body;
  const { id } = (await person.post("/passkey/verify-registration", { response: key.create(options) }, { note: "the first passkey" })).body;
  const { data } = await person.client.twoFactor.enable({ password: PASSWORD });
  const app = await Authenticator.of(person.server, data.totpURI);
  await person.client.twoFactor.verifyTotp({ code: app.next() });
  return { person, passkey: id, app };
}

/** Tries each change, and at last asks for what a passkey is made of. */
async function tryAll({ number, textedCode, name }, person, passkey, when) {
  const username = `sensitive_${name.length}_${when.length}`;
  await person.post("/update-user", { displayUsername: "Ann the Other" }, { note: `display name, ${when}` });
  await person.post("/update-user", { username }, { note: `username, ${when}` });
  await person.post("/phone-number/send-otp", { phoneNumber: number(when) }, { note: `code, ${when}` });
  const code = await textedCode(number(when));
  await person.post("/phone-number/verify", { phoneNumber: number(when), code, updatePhoneNumber: true }, { note: `number, ${when}` });
  await person.post("/passkey/update-passkey", { id: passkey, name: `Key ${when}` }, { note: `passkey's name, ${when}` });
  await person.post("/update-user", { phoneNumber: null }, { note: `number taken off, ${when}` });
  await person.post("/passkey/delete-passkey", { id: passkey }, { note: `passkey taken off, ${when}` });
  return (await person.get("/passkey/generate-register-options", { note: `passkey options, ${when}` })).body;
}

scenario("ways in changed after the second factor", async (actor) => {
  const { person, passkey, app } = await equipped(actor);
  const raised = actor.browser();
  await raised.client.signIn.email({ email: person.email, password: PASSWORD });
  await raised.client.twoFactor.verifyTotp({ code: app.next() });
  const options = await tryAll(actor, raised, passkey, "with both");
  const response = new PasskeyDevice(actor.server, `${actor.name} again`).create(options);
  await raised.post("/passkey/verify-registration", { response }, { note: "another passkey" });
  await raised.get("/passkey/list-user-passkeys");
  await raised.get("/get-session");
}, { profile });

scenario("ways in changed without the second factor", async (actor) => {
  const { person, passkey, app } = await equipped(actor);
  const trusted = actor.browser();
  await trusted.client.signIn.email({ email: person.email, password: PASSWORD });
  await trusted.client.twoFactor.verifyTotp({ code: app.next(), trustDevice: true });
  await trusted.client.signOut();
  await trusted.client.signIn.email({ email: person.email, password: PASSWORD });
  await tryAll(actor, trusted, passkey, "with one");
}, { profile });

scenario("ways in changed in an old session", async (actor) => {
  const { person, passkey } = await equipped(actor);
  await actor.advance(DAY + MINUTE);
  await tryAll(actor, person, passkey, "too late");
}, { profile, clock: true });

// A program without a browser is signed in by a person who has one (RFC 8628).
import { MINUTE, scenario } from "../scenario.mjs";

const profile = "device authorization";
const GRANT = "urn:ietf:params:oauth:grant-type:device_code";
const CLIENT = "device-client";
const ANOTHER_CLIENT = "another-device-client";

/** What the client library does for a program: it asks for a code, and then whether somebody has approved it. */
async function ask(program, more = {}) {
  const { data } = await program.client.device.code({ client_id: CLIENT, scope: "openid profile", ...more });
  return { deviceCode: data?.device_code ?? "", userCode: data?.user_code ?? "" };
}
const poll = (program, { deviceCode }, clientId = CLIENT) =>
  program.client.device.token({ grant_type: GRANT, device_code: deviceCode, client_id: clientId });
/** As long as a device waits between two questions. */
const between = async (pause) => { await pause(); await pause(); };
const open = (person, { userCode }) => person.client.device({ query: { user_code: userCode } });
const approve = (person, { userCode }) => person.client.device.approve({ userCode });
const deny = (person, { userCode }) => person.client.device.deny({ userCode });

scenario("device is approved", async ({ program, signUp, result, pause }) => {
  const device = program();
  const codes = await ask(device);
  result("pending", await poll(device, codes));
  const ann = await signUp("ann");
  result("open", await open(ann, codes));
  result("approve", await approve(ann, codes));
  result("open once it is approved", await open(ann, codes));
  await between(pause);
  const { data, error } = await poll(device, codes);
  result("token", { data, error });
  const bearer = { authorization: `Bearer ${data?.access_token}` };
  await device.get("/get-session", { headers: bearer, note: "session of the device" });
  await ann.get("/get-session", { note: "session of the browser" });
  await device.post("/sign-out", {}, { headers: bearer, note: "sign-out of the device" });
  await device.get("/get-session", { headers: bearer, note: "session of the device after that" });
  await ann.get("/get-session", { note: "session of the browser after that" });
}, { profile });

scenario("device code is shown twice", async ({ program, signUp, result, pause }) => {
  const [device, ann] = [program(), await signUp("ann")];
  const codes = await ask(device);
  await open(ann, codes);
  await approve(ann, codes);
  const { data } = await poll(device, codes);
  await between(pause);
  result("token again", await poll(device, codes));
  result("open after that", await open(ann, codes));
  const bearer = { authorization: `Bearer ${data?.access_token}` };
  await device.get("/get-session", { headers: bearer, note: "session of the device" });
}, { profile });

scenario("device sessions are independent of the browser's", async ({ program, signUp, pause }) => {
  const [device, ann] = [program(), await signUp("ann")];
  const codes = await ask(device);
  await open(ann, codes);
  await approve(ann, codes);
  await between(pause);
  const { data } = await poll(device, codes);
  const bearer = { authorization: `Bearer ${data?.access_token}` };
  await ann.client.signOut();
  await device.get("/get-session", { headers: bearer, note: "session of the device" });
  await device.get("/list-sessions", { headers: bearer });
}, { profile });

scenario("device code by form", async ({ program, signUp, pause }) => {
  const device = program();
  const answer = await device.send("POST", "/device/code", { form: { client_id: CLIENT, scope: "openid" } });
  const codes = { deviceCode: answer.body?.device_code, userCode: answer.body?.user_code };
  const ann = await signUp("ann");
  await open(ann, codes);
  await approve(ann, codes);
  await between(pause);
  await poll(device, codes);
}, { profile });

scenario("device code without a scope", async ({ program, signUp, pause }) => {
  const [device, ann] = [program(), await signUp("ann")];
  const codes = await ask(device, { scope: undefined });
  await open(ann, codes);
  await approve(ann, codes);
  await between(pause);
  await poll(device, codes);
}, { profile });

scenario("device code in vain", async ({ program }) => {
  const device = program();
  const code = (json, note) => device.post("/device/code", json, { note });
  await code({}, "no client");
  await code({ client_id: "" }, "client empty");
  await code({ client_id: "nobody" }, "unknown client");
  await code({ client_id: 1 }, "client number");
  await code({ client_id: CLIENT, scope: 1 }, "scope number");
  await code({ client_id: CLIENT, scope: ["openid"] }, "scope array");
  await code({ client_id: CLIENT, user_id: 1 }, "user number");
  await code([], "array");
  await code({ client_id: CLIENT, scope: "" }, "scope empty");
  await device.send("POST", "/device/code", { note: "no body" });
  await device.send("POST", "/device/code", { text: "{", type: "application/json", note: "no JSON" });
  await device.send("POST", "/device/code", { text: "client_id=device-client", type: "text/plain", note: "plain text" });
  const twice = "application/x-www-form-urlencoded";
  await device.send("POST", "/device/code", { text: `client_id=${CLIENT}&client_id=${CLIENT}`, type: twice, note: "client twice" });
  await device.send("POST", "/device/code", { text: `client_id=${CLIENT}&scope=openid&scope=email`, type: twice, note: "scope twice" });
  await device.send("POST", "/device/code", { text: `client_id=${CLIENT}&scope=&scope=email`, type: twice, note: "scope twice, one empty" });
  await device.send("POST", "/device/code", { form: { scope: "openid" }, note: "form without a client" });
  await device.get("/device/code", { note: "by GET" });
}, { profile });

scenario("device code for somebody in advance", async ({ program, signUp, result }) => {
  const [device, ann] = [program(), await signUp("ann")];
  const { data } = await ann.client.getSession();
  const codes = await ask(device, { user_id: data.user.id });
  result("approve without opening", await approve(ann, codes));
}, { profile });

scenario("device token in vain", async ({ program }) => {
  const device = program();
  const codes = await ask(device);
  const token = (json, note) => device.post("/device/token", json, { note });
  const whole = { grant_type: GRANT, device_code: codes.deviceCode, client_id: CLIENT };
  await token({ ...whole, device_code: "x".repeat(40) }, "unknown code");
  await token({ ...whole, device_code: codes.userCode }, "code of the person");
  await token({ ...whole, device_code: "" }, "code empty");
  await token({ ...whole, client_id: ANOTHER_CLIENT }, "other client");
  await token({ ...whole, client_id: "nobody" }, "unknown client");
  await token({ ...whole, grant_type: "authorization_code" }, "other grant");
  await token({ ...whole, grant_type: undefined }, "no grant");
  await token({ ...whole, device_code: undefined }, "no code");
  await token({ ...whole, client_id: undefined }, "no client");
  await token({ ...whole, device_code: 1 }, "code number");
  await token({}, "empty object");
  await device.send("POST", "/device/token", { note: "no body" });
  await device.send("POST", "/device/token", { form: { ...whole, device_code: "x" }, note: "by form" });
  await device.get("/device/token", { note: "by GET" });
  await token(whole, "and the right one");
}, { profile });

scenario("device polls too soon", async ({ program, result, pause }) => {
  const device = program();
  const codes = await ask(device);
  result("the first", await poll(device, codes));
  result("at once", await poll(device, codes));
  await between(pause);
  result("the first of another program", await poll(program(), await ask(device)));
}, { profile });

scenario("device is denied", async ({ program, signUp, result, pause }) => {
  const [device, ann] = [program(), await signUp("ann")];
  const codes = await ask(device);
  await open(ann, codes);
  result("deny", await deny(ann, codes));
  result("deny again", await deny(ann, codes));
  result("approve after all", await approve(ann, codes));
  result("open", await open(ann, codes));
  result("token", await poll(device, codes));
  await between(pause);
  result("token again", await poll(device, codes));
  result("open after that", await open(ann, codes));
}, { profile });

scenario("device is approved twice", async ({ program, signUp, result }) => {
  const [device, ann] = [program(), await signUp("ann")];
  const codes = await ask(device);
  await open(ann, codes);
  result("approve", await approve(ann, codes));
  result("approve again", await approve(ann, codes));
  result("deny after all", await deny(ann, codes));
}, { profile });

scenario("device of nobody yet", async ({ program, browser, signUp, result }) => {
  const [device, stranger] = [program(), browser()];
  const codes = await ask(device);
  result("open, signed out", await open(stranger, codes));
  result("approve, signed out", await approve(stranger, codes));
  result("deny, signed out", await deny(stranger, codes));
  const ann = await signUp("ann");
  result("approve without opening", await approve(ann, codes));
  result("deny without opening", await deny(ann, codes));
  result("open", await open(ann, codes));
  result("open again", await open(ann, codes));
  result("approve", await approve(ann, codes));
}, { profile });

scenario("device of somebody else", async ({ program, signUp, result, pause }) => {
  const device = program();
  const [ann, bob] = [await signUp("ann"), await signUp("bob")];
  const codes = await ask(device);
  result("open by ann", await open(ann, codes));
  result("open by bob", await open(bob, codes));
  result("approve by bob", await approve(bob, codes));
  result("deny by bob", await deny(bob, codes));
  result("approve by ann", await approve(ann, codes));
  result("approve by bob after that", await approve(bob, codes));
  result("open by bob after that", await open(bob, codes));
  await between(pause);
  result("token", await poll(device, codes));
}, { profile });

scenario("device code as people type it", async ({ program, signUp, result }) => {
  const [device, ann] = [program(), await signUp("ann")];
  const codes = await ask(device);
  const letters = codes.userCode.replaceAll("-", "");
  const written = (userCode) => ({ userCode });
  result("open in small letters", await open(ann, written(letters.toLowerCase())));
  result("open with a space", await open(ann, written(`${letters.slice(0, 4)} ${letters.slice(4)}`)));
  result("open with dots", await open(ann, written(`${letters.slice(0, 2)}.${letters.slice(2)}`)));
  result("approve in small letters", await approve(ann, written(`${letters.slice(0, 4)} ${letters.slice(4)}`.toLowerCase())));
}, { profile });

scenario("device code of nobody", async ({ program, signUp }) => {
  const [device, ann] = [program(), await signUp("ann")];
  await device.get("/device?user_code=WRNGCDWR", { note: "open, signed out" });
  await ann.get("/device?user_code=WRNGCDWR", { note: "open" });
  await ann.get("/device?user_code=", { note: "open an empty one" });
  await ann.get("/device", { note: "open none" });
  await ann.get("/device?user_code=A&user_code=B", { note: "open two" });
  for (const what of ["approve", "deny"]) {
    const path = `/device/${what}`;
    await ann.post(path, { userCode: "WRNGCDWR" }, { note: `${what} an unknown one` });
    await ann.post(path, { userCode: "" }, { note: `${what} an empty one` });
    await ann.post(path, {}, { note: `${what} none` });
    await ann.post(path, { userCode: 1 }, { note: `${what} a number` });
    await ann.post(path, { user_code: "WRNGCDWR" }, { note: `${what} by another name` });
    await ann.get(path, { note: `${what} by GET` });
    await device.post(path, {}, { note: `${what} none, signed out` });
    await ann.post(path, { userCode: "WRNGCDWR" }, { headers: { origin: "https://evil.example" }, note: `${what} by a foreign page` });
  }
}, { profile });

scenario("device code expires", async ({ program, signUp, result, advance }) => {
  const [device, ann] = [program(), await signUp("ann")];
  const [opened, approved] = [await ask(device), await ask(device)];
  await open(ann, opened);
  await open(ann, approved);
  await approve(ann, approved);
  await advance(31 * MINUTE);
  result("open", await open(ann, opened));
  result("approve", await approve(ann, opened));
  result("deny", await deny(ann, opened));
  result("token", await poll(device, opened));
  await advance(MINUTE);
  result("token again", await poll(device, opened));
  result("open after that", await open(ann, opened));
  result("token of the approved one", await poll(device, approved));
}, { profile, clock: true });

scenario("device rate limit", async ({ program, browser }) => {
  const [device, stranger] = [program(), browser()];
  const address = { headers: { "x-forwarded-for": "198.51.100.7" } };
  for (let tries = 1; tries <= 6; tries += 1) await stranger.get("/device?user_code=WRNGCDWR", { ...address, note: `guess ${tries}` });
  await device.post("/device/code", { client_id: CLIENT }, address);
}, { profile: "device authorization, rate limits" });

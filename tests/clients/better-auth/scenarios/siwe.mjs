import { scenario, MINUTE } from "../scenario.mjs";

const profile = "wallets";

/** A nonce, as the published client asks for one. */
async function nonceFor(person) {
  const { data } = await person.client.siwe.nonce();
  return data?.nonce ?? "";
}

/** What a wallet sends to sign in. */
async function signed(person, wallet, more = {}) {
  const message = wallet.message(await nonceFor(person), more);
  return { message, signature: await wallet.sign(message) };
}

scenario("wallet of a new person", async ({ browser, wallet, result }) => {
  const person = browser();
  const own = wallet("ann");
  const body = await signed(person, own);
  result("verify", await person.client.siwe.verify(body));
  result("getSession", await person.client.getSession());
  await person.get("/list-accounts");
  await person.post("/siwe/verify", body, { note: "the same message again" });
  const again = browser();
  result("verify elsewhere", await again.client.siwe.verify(await signed(again, own)));
  result("getSession elsewhere", await again.client.getSession());
}, { profile });

scenario("wallet on another chain", async ({ browser, wallet, result }) => {
  const person = browser();
  const own = wallet("ann");
  result("verify", await person.client.siwe.verify(await signed(person, own)));
  const other = browser();
  result("verify on 137", await other.client.siwe.verify(await signed(other, own, { chainId: 137 })));
  await other.get("/list-accounts");
  await other.get("/get-session");
}, { profile });

scenario("wallet nonce", async ({ browser, program, wallet }) => {
  const person = browser();
  const { address } = wallet("ann");
  await person.send("POST", "/siwe/nonce", { note: "no body" });
  await person.post("/siwe/nonce", {}, { note: "empty object" });
  await person.post("/siwe/nonce", { walletAddress: address, chainId: 1 }, { note: "fields of before" });
  await person.post("/siwe/nonce", [], { note: "a list" });
  await person.post("/siwe/nonce", null, { note: "null" });
  await person.post("/siwe/get-nonce", {}, { note: "other spelling" });
  await person.send("POST", "/siwe/nonce", { form: {}, note: "form" });
  await program().send("POST", "/siwe/nonce", { note: "by a program" });
  await program().post("/siwe/nonce", {}, {
    note: "foreign page", headers: { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" },
  });
  await person.get("/siwe/nonce", { note: "by GET" });
}, { profile });

scenario("wallet fields", async ({ browser, wallet }) => {
  const person = browser();
  const body = await signed(person, wallet("ann"));
  for (const [note, change] of Object.entries({
    "no message": { message: undefined }, "empty message": { message: "" }, "message number": { message: 1 }, "no signature": { signature: undefined },
    "empty signature": { signature: "" }, "signature number": { signature: 1 }, "address too": { walletAddress: "0x12" }, "address and chain too": { walletAddress: "0x12", chainId: 1 },
    "email number": { email: 1 }, "email null": { email: null }, "email malformed": { email: "ann" }, "email empty": { email: "" },
  })) await person.post("/siwe/verify", { ...body, ...change }, { note });
  await person.send("POST", "/siwe/verify", { note: "no body" });
  await person.post("/siwe/verify", body, { note: "right" });
}, { profile });

// Each by itself: what is taken by one server and refused by the other leaves another browser behind.
for (const [note, change] of Object.entries({
  "of another domain": () => ({ domain: "evil.test" }), "for another uri": () => ({ uri: "https://evil.test/" }),
  "for another chain": () => ({ chainId: 137 }), "for no chain": () => ({ chainId: 0 }), "with another nonce": () => ({ nonce: "aaaaaaaaaaaaaaaa" }),
  "with a statement": () => ({ statement: "Sign in." }), "with a request id": () => ({ requestId: "some-id" }),
  "with resources": () => ({ resources: ["https://example.com/terms"] }), "with a scheme": () => ({ scheme: "http" }),
  "with an expiry": (now) => ({ expirationTime: new Date(now + 600_000) }), "that has expired": (now) => ({ expirationTime: new Date(now - 60_000) }),
  "not yet valid": (now) => ({ notBefore: new Date(now + 600_000) }), "long since valid": (now) => ({ notBefore: new Date(now - 600_000) }),
  "issued in the future": (now) => ({ issuedAt: new Date(now + 600_000) }), "issued long ago": (now) => ({ issuedAt: new Date(now - 86_400_000) }),
})) scenario(`wallet message ${note}`, async ({ browser, wallet, server }) => {
  const [person, own] = [browser(), wallet("ann")];
  await person.post("/siwe/verify", await signed(person, own, change(server.now())), { note: "verify" });
}, { profile });

for (const [note, form] of Object.entries({
  "of free text": () => "Please sign me in",
  "of free text with the nonce": (message) => `Please sign me in\n${/Nonce: .*/.exec(message)[0]}`,
  "with the address in lower case": (message, address) => message.replace(address, address.toLowerCase()),
  "of another version": (message) => message.replace("Version: 1", "Version: 2"),
  "with a line more": (message) => `${message}\nAnything: else`,
  "without a version": (message) => message.replace("Version: 1\n", ""),
  "with carriage returns": (message) => message.replaceAll("\n", "\r\n"),
})) scenario(`wallet message ${note}`, async ({ browser, wallet }) => {
  const [person, own] = [browser(), wallet("ann")];
  const message = form(own.message(await nonceFor(person)), own.address);
  await person.post("/siwe/verify", { message, signature: await own.sign(message) }, { note: "verify" });
}, { profile });

for (const [note, form] of Object.entries({
  "of another wallet": async ({ message }, own, other) => ({ message, signature: await other.sign(message) }),
  "of another text": async ({ message }, own) => ({ message, signature: await own.sign(`${message} `) }),
  "that is too short": async ({ message, signature }) => ({ message, signature: signature.slice(0, -2) }),
  "that is no hex": async ({ message }) => ({ message, signature: `0x${"z".repeat(130)}` }),
  "under another's message": async ({ message }, own, other) => {
    const foreign = message.replace(own.address, other.address);
    return { message: foreign, signature: await own.sign(foreign) };
  },
})) scenario(`wallet signature ${note}`, async ({ browser, wallet }) => {
  const [person, own] = [browser(), wallet("ann")];
  await person.post("/siwe/verify", await form(await signed(person, own), own, wallet("eve")), { note: "verify" });
}, { profile });

scenario("wallet signature after a wrong one", async ({ browser, wallet }) => {
  const [person, own] = [browser(), wallet("ann")];
  const once = await signed(person, own);
  await person.post("/siwe/verify", { ...once, signature: await wallet("eve").sign(once.message) }, { note: "a wrong signature first" });
  await person.post("/siwe/verify", once, { note: "then the right one" });
}, { profile });

scenario("wallet nonces beside each other", async ({ browser, wallet }) => {
  const own = wallet("ann");
  const [person, other] = [browser(), browser()];
  const first = await signed(person, own);
  const second = await signed(other, own);
  await person.post("/siwe/verify", first, { note: "the first" });
  await person.post("/siwe/verify", second, { note: "that of another browser" });
  const third = await signed(person, own);
  const message = wallet("eve").message(/Nonce: (.*)/.exec(third.message)[1]);
  await other.post("/siwe/verify", { message, signature: await wallet("eve").sign(message) }, { note: "another wallet with the nonce" });
  await person.post("/siwe/verify", third, { note: "whose it was" });
}, { profile });

scenario("wallet nonce after its time", async ({ browser, wallet, advance }) => {
  const own = wallet("ann");
  const person = browser();
  const body = await signed(person, own);
  await advance(16 * MINUTE);
  await person.post("/siwe/verify", body, { note: "too late" });
}, { profile, clock: true });

scenario("wallet and an address", async ({ browser, wallet, address, signUp }) => {
  const { email } = await signUp("bob");
  for (const [note, who, claimed] of [["a free address", "ann", address("ann")], ["somebody's address", "eve", email], ["in capitals", "carl", email.toUpperCase()]]) {
    const person = browser();
    await person.post("/siwe/verify", { ...(await signed(person, wallet(who))), email: claimed }, { note });
    await person.get("/get-session", { note: `${note}: session` });
  }
}, { profile });

scenario("wallet with an address", async ({ browser, wallet, address, signUp, result }) => {
  const { email } = await signUp("bob");
  for (const [note, who, claimed] of [
    ["none", "dan", undefined], ["a free address", "ann", address("ann")], ["somebody's address", "eve", email], ["in capitals", "carl", email.toUpperCase()],
    ["the free address again", "fay", address("ann")],
  ]) {
    const person = browser();
    await person.post("/siwe/verify", { ...(await signed(person, wallet(who))), email: claimed }, { note });
    await person.get("/get-session", { note: `${note}: session` });
  }
  const person = browser();
  result("again without", await person.client.siwe.verify(await signed(person, wallet("ann"))));
  result("getSession", await person.client.getSession());
}, { profile: "wallets with addresses" });

scenario("wallet of somebody who is signed in", async ({ signUp, wallet, result }) => {
  const person = await signUp("ann");
  result("verify", await person.client.siwe.verify(await signed(person, wallet("ann"))));
  result("getSession", await person.client.getSession());
  await person.get("/list-accounts");
}, { profile });

scenario("wallet of somebody anonymous", async ({ browser, wallet, result }) => {
  const person = browser();
  await person.client.signIn.anonymous();
  result("verify", await person.client.siwe.verify(await signed(person, wallet("ann"))));
  result("getSession", await person.client.getSession());
}, { profile: "wallets, anonymous" });

scenario("wallet as the last login method", async ({ browser, wallet }) => {
  const person = browser();
  await person.post("/siwe/verify", await signed(person, wallet("ann")), { note: "verify" });
}, { profile: "wallets, last login method" });

scenario("wallet sign-in by a foreign page", async ({ program, wallet }) => {
  const own = wallet("ann");
  const caller = program();
  const body = await signed(caller, own);
  await caller.post("/siwe/verify", body, {
    note: "foreign fetch", headers: { origin: "https://evil.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" },
  });
}, { profile });

scenario("wallet tried too often", async ({ program }) => {
  for (let at = 1; at <= 5; at++) await program().post("/siwe/nonce", {}, { note: `nonce ${at}` });
  for (let at = 1; at <= 5; at++) await program().post("/siwe/verify", {}, { note: `verify ${at}` });
}, { profile: "wallets, rate limits" });

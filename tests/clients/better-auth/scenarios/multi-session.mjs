import { scenario, PASSWORD } from "../scenario.mjs";

const profile = "multi-session";

/** Several people who sign up in one browser one after the other. */
async function peopleIn(browser, names, address, pause) {
  const tokens = {};
  for (const name of names) {
    const { data } = await browser.client.signUp.email({ name, email: address(name), password: PASSWORD });
    tokens[name] = data?.token;
    await pause();
  }
  return tokens;
}

scenario("several people in one browser", async ({ browser, address, result, pause }) => {
  const shared = browser();
  const { ann, bob } = await peopleIn(shared, ["ann", "bob"], address, pause);
  result("listDeviceSessions", await shared.client.multiSession.listDeviceSessions());
  result("getSession", await shared.client.getSession());
  result("setActive ann", await shared.client.multiSession.setActive({ sessionToken: ann }));
  result("getSession as ann", await shared.client.getSession());
  result("setActive ann again", await shared.client.multiSession.setActive({ sessionToken: ann }));
  result("revoke bob", await shared.client.multiSession.revoke({ sessionToken: bob }));
  result("listDeviceSessions without bob", await shared.client.multiSession.listDeviceSessions());
  result("setActive bob", await shared.client.multiSession.setActive({ sessionToken: bob }));
  result("revoke ann", await shared.client.multiSession.revoke({ sessionToken: ann }));
  result("getSession of nobody", await shared.client.getSession());
  result("listDeviceSessions of nobody", await shared.client.multiSession.listDeviceSessions());
}, { profile });

scenario("multi-session, the one in use is revoked", async ({ browser, address, result, pause }) => {
  const shared = browser();
  const { bob } = await peopleIn(shared, ["ann", "bob"], address, pause);
  result("revoke bob", await shared.client.multiSession.revoke({ sessionToken: bob }));
  result("getSession", await shared.client.getSession());
}, { profile });

scenario("multi-session, the same person again", async ({ browser, address, result, pause }) => {
  const shared = browser();
  const { ann } = await peopleIn(shared, ["ann", "bob"], address, pause);
  await shared.client.signIn.email({ email: address("ann"), password: PASSWORD });
  result("setActive of before", await shared.client.multiSession.setActive({ sessionToken: ann }));
  result("listDeviceSessions", await shared.client.multiSession.listDeviceSessions());
}, { profile });

scenario("multi-session sign-out", async ({ browser, address, result, pause }) => {
  const shared = browser();
  const { ann, bob } = await peopleIn(shared, ["ann", "bob"], address, pause);
  result("signOut", await shared.client.signOut());
  result("getSession", await shared.client.getSession());
  result("setActive ann", await shared.client.multiSession.setActive({ sessionToken: ann }));
  result("setActive bob", await shared.client.multiSession.setActive({ sessionToken: bob }));
}, { profile });

scenario("multi-session without a session in use", async ({ browser, address, result, pause }) => {
  const shared = browser();
  const { ann } = await peopleIn(shared, ["ann"], address, pause);
  shared.jar.delete("better-auth.session_token");
  await shared.post("/multi-session/revoke", { sessionToken: ann }, { note: "revoke" });
  result("setActive", await shared.client.multiSession.setActive({ sessionToken: ann }));
  result("getSession", await shared.client.getSession());
}, { profile });

scenario("multi-session in vain", async ({ browser, program, address, pause }) => {
  const shared = browser();
  await peopleIn(shared, ["ann"], address, pause);
  const unknown = "A".repeat(32);
  await shared.post("/multi-session/set-active", { sessionToken: unknown }, { note: "unknown token" });
  await shared.post("/multi-session/revoke", { sessionToken: unknown }, { note: "revoke an unknown token" });
  await shared.post("/multi-session/set-active", {}, { note: "empty object" });
  await shared.post("/multi-session/revoke", { sessionToken: 1 }, { note: "token number" });
  await shared.get("/multi-session/set-active", { note: "by GET" });
  await shared.post("/multi-session/list-device-sessions", {}, { note: "list by POST" });
  await program().get("/multi-session/list-device-sessions", { note: "without cookies" });
  await program().post("/multi-session/set-active", { sessionToken: unknown }, { note: "by a program" });
  await program().post("/multi-session/revoke", { sessionToken: unknown }, { note: "revoke, signed out" });
}, { profile });

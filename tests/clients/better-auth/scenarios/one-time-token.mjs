import { scenario, MINUTE } from "../scenario.mjs";

const profile = "one-time token";

scenario("one-time token", async ({ signUp, browser, program, result }) => {
  const person = await signUp("ann");
  const { data } = await person.client.oneTimeToken.generate();
  const other = browser();
  result("verify", await other.client.oneTimeToken.verify({ token: data?.token }));
  result("getSession elsewhere", await other.client.getSession());
  result("verify again", await browser().client.oneTimeToken.verify({ token: data?.token }));
  await program().get("/one-time-token/generate", { note: "signed out" });
  await person.post("/one-time-token/generate", {}, { note: "by POST" });
  await browser().post("/one-time-token/verify", {}, { note: "empty object" });
  await browser().post("/one-time-token/verify", { token: 1 }, { note: "token number" });
  await browser().post("/one-time-token/verify", { token: "" }, { note: "token empty" });
  await browser().post("/one-time-token/verify", { token: "unknown" }, { note: "token unknown" });
  await browser().send("POST", "/one-time-token/verify", { note: "no body" });
  await browser().get("/one-time-token/verify?token=unknown", { note: "by GET" });
}, { profile });

scenario("one-time tokens beside each other", async ({ signUp, browser, result }) => {
  const person = await signUp("ann");
  const first = await person.client.oneTimeToken.generate();
  const second = await person.client.oneTimeToken.generate();
  result("verify the first", await browser().client.oneTimeToken.verify({ token: first.data?.token }));
  result("verify the second", await browser().client.oneTimeToken.verify({ token: second.data?.token }));
}, { profile });

scenario("one-time token of a session that is over", async ({ signUp, browser, result }) => {
  const person = await signUp("ann");
  const { data } = await person.client.oneTimeToken.generate();
  await person.client.signOut();
  result("verify", await browser().client.oneTimeToken.verify({ token: data?.token }));
}, { profile });

scenario("one-time token after its time", async ({ signUp, browser, result, advance }) => {
  const person = await signUp("ann");
  const { data } = await person.client.oneTimeToken.generate();
  await advance(4 * MINUTE);
  result("verify", await browser().client.oneTimeToken.verify({ token: data?.token }));
}, { profile, clock: true });

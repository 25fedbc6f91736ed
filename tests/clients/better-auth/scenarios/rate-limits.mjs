import { PASSWORD, scenario } from "../scenario.mjs";

const limited = { profile: "rate limits" };
const times = async (count, call) => {
  for (let time = 0; time < count; time++) await call(time);
};

scenario("rate limit of sign-in", async ({ program, address, browser, result }) => {
  const caller = program();
  const body = { email: address("nobody"), password: PASSWORD };
  await times(5, () => caller.post("/sign-in/email", body));
  result("signIn.email", await browser().client.signIn.email(body));
  await caller.post("/sign-in/email", body, { headers: { origin: "https://evil.test" }, note: "foreign origin" });
  await caller.send("POST", "/sign-in/email", { text: "{", type: "application/json", note: "bad JSON" });
  await caller.get("/sign-in/email", { note: "wrong method" });
  await caller.post("/sign-in/email/", body, { note: "trailing slash" });
  await caller.post("//sign-in/email", body, { note: "double slash" });
  await times(4, () => caller.post("/sign-in/social", { provider: "no-such" }));
  await times(4, () => caller.get("/sign-in/no-such"));
}, limited);

scenario("rate limit of sign-up", async ({ program }) => times(4, () => program().post("/sign-up/email", {})), limited);
scenario("rate limit of change-password", async ({ program }) => times(4, () => program().post("/change-password", {})), limited);
scenario("rate limit of change-email", async ({ program }) => times(4, () => program().post("/change-email", {})), limited);
scenario("rate limit of request-password-reset", async ({ program }) => times(4, () => program().post("/request-password-reset", {})), limited);
scenario("rate limit of send-verification-email", async ({ program }) => times(4, () => program().post("/send-verification-email", {})), limited);
scenario("rate limit of forget-password", async ({ program }) => times(4, () => program().post("/forget-password", {})), limited);
scenario("rate limit of everything else", async ({ program }) => {
  await times(101, () => program().get("/list-accounts"));
  await times(5, () => program().send("POST", "/sign-out"));
  await program().get("/list-sessions");
}, limited);

scenario("rate limit after its window", async ({ program, advance }) => {
  const caller = program();
  await advance(60_000);
  await times(4, () => caller.post("/sign-up/email", {}));
  await advance(9_000);
  await caller.post("/sign-up/email", {}, { note: "9 s later" });
  await advance(1_500);
  await times(4, () => caller.post("/sign-up/email", {}, { note: "10.5 s later" }));
}, { ...limited, clock: true });

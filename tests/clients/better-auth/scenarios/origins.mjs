import { PASSWORD, scenario } from "../scenario.mjs";

const ORIGINS = ({ origin }) => ({
  "own": origin, "trusted": "http://localhost:4321", "none": null, "null": "null", "empty": "", "foreign": "https://evil.test", "own over https": origin.replace("http:", "https:"),
  "own name, other port": "http://127.0.0.1:9", "own with slash": `${origin}/`, "own with path": `${origin}/path`, "trusted without port": "http://localhost",
  "trusted as prefix": "http://localhost:43210", "trusted as host prefix": "http://localhost:4321.evil.test", "trusted as user": "http://localhost:4321@evil.test", "upper case": "HTTP://LOCALHOST:4321", "rubbish": "rubbish",
});

scenario("origin with a cookie", async ({ signUp, server }) => {
  const person = await signUp("ann");
  for (const [note, origin] of Object.entries(ORIGINS(server))) await person.post("/update-user", { name: "Ann" }, { headers: { origin }, note });
  await person.post("/update-user", { name: "Ann" }, { headers: { origin: null, referer: `${server.origin}/page?x=1` }, note: "own referer" });
  await person.post("/update-user", { name: "Ann" }, { headers: { origin: null, referer: "https://evil.test/page" }, note: "foreign referer" });
  await person.post("/update-user", { name: "Ann" }, { headers: { origin: "null", referer: `${server.origin}/page` }, note: "null and own referer" });
  await person.post("/update-user", { name: "Ann" }, { headers: { origin: "null", "sec-fetch-site": "cross-site" }, note: "null, cross-site" });
  await person.post("/update-user", { name: "Ann" }, { headers: { "sec-fetch-site": "cross-site" }, note: "own, cross-site" });
  await person.get("/get-session", { headers: { origin: "https://evil.test" }, note: "GET foreign" });
  await person.send("POST", "/sign-out", { headers: { origin: "https://evil.test" }, note: "sign-out foreign" });
});

scenario("origin with someone else's cookie", async ({ signUp, program }) => {
  const { email } = await signUp("ann");
  const caller = program();
  const body = { email, password: PASSWORD };
  await caller.post("/sign-in/email", body, { cookie: "theme=dark", note: "no origin" });
  await caller.post("/sign-in/email", body, { cookie: "theme=dark", headers: { origin: "https://evil.test" }, note: "foreign" });
  await caller.post("/sign-in/email", body, { cookie: "theme=dark", headers: { origin: "http://localhost:4321" }, note: "trusted" });
  await caller.post("/request-password-reset", { email }, { cookie: "theme=dark", note: "reset, no origin" });
  await caller.post("/sign-in/email", body, { cookies: false, headers: { cookie: "" }, note: "empty cookie header" });
});

scenario("origin without a cookie", async ({ signUp, program, server }) => {
  const { email } = await signUp("ann");
  const caller = program();
  for (const [note, origin] of Object.entries(ORIGINS(server))) await caller.post("/sign-in/email", { email, password: PASSWORD }, { headers: { origin }, cookies: false, note: `sign-in ${note}` });
  for (const [note, origin] of Object.entries(ORIGINS(server))) await caller.post("/request-password-reset", { email: "nobody@wire.test" }, { headers: { origin }, cookies: false, note: `reset ${note}` });
  await caller.post("/sign-in/email", { email, password: PASSWORD }, { headers: { referer: "https://evil.test/page" }, cookies: false, note: "sign-in foreign referer" });
  await caller.post("/sign-in/email", { email, password: PASSWORD }, { headers: { referer: `${server.origin}/page` }, cookies: false, note: "sign-in own referer" });
  await caller.post("/sign-up/email", { email: "x", password: PASSWORD }, { headers: { origin: "https://evil.test" }, cookies: false, note: "sign-up foreign" });
  await caller.post("/update-user", { name: "x" }, { headers: { origin: "https://evil.test" }, cookies: false, note: "update foreign" });
});

scenario("fetch metadata without a cookie", async ({ signUp, program, server }) => {
  const { email } = await signUp("ann");
  const caller = program();
  for (const site of ["cross-site", "same-site", "same-origin", "none", null])
    for (const mode of ["navigate", "cors", null])
      for (const origin of [null, "null", server.origin, "https://evil.test"])
        await caller.post("/sign-in/email", { email, password: "wrong password" }, {
          headers: { "sec-fetch-site": site, "sec-fetch-mode": mode, origin }, note: `site ${site}, mode ${mode}, origin ${origin === server.origin ? "own" : origin}`,
        });
  await caller.post("/sign-in/email", { email, password: "wrong password" }, { headers: { "sec-fetch-dest": "empty" }, note: "only dest" });
  await caller.post("/sign-in/email", { email, password: "wrong password" }, { headers: { "sec-fetch-site": " " }, note: "blank site" });
  await caller.post("/sign-in/email", { email, password: "wrong password" }, { headers: { "sec-fetch-user": "?1" }, note: "only user" });
  await caller.send("POST", "/sign-in/email", { form: { email, password: PASSWORD }, headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", origin: "http://localhost:4321" }, note: "form, cross-site, navigate, trusted" });
  await caller.send("POST", "/sign-up/email", { form: { email, password: PASSWORD, name: "x" }, headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }, note: "sign-up form, cross-site, navigate" });
  await caller.post("/request-password-reset", { email: "nobody@wire.test" }, { headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }, cookies: false, note: "reset, cross-site, navigate" });
});

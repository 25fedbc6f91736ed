import { PASSWORD, scenario } from "../scenario.mjs";

const ERRORS = {
  "": ["UNKNOWN"], "?error=INVALID_TOKEN": ["INVALID_TOKEN"], "?error=state_mismatch": ["state_mismatch"], "?error=a%20b": ["UNKNOWN", "a b"],
  "?error=%3Cscript%3E": ["UNKNOWN", "<script>"], "?error=": ["UNKNOWN"], "?code=INVALID_TOKEN": ["UNKNOWN", "INVALID_TOKEN"],
  "?error=access_denied&error_description=%3Cb%3ENo%3C%2Fb%3E%20%26%20more": ["access_denied", "<b>No</b>", "&lt;b&gt;No&lt;/b&gt; &amp; more"],
};

scenario("ok", async ({ browser, program, result }) => {
  result("ok", await browser().client.$fetch("/ok"));
  await program().get("/ok", { headers: { origin: "https://evil.test" }, note: "foreign origin" });
});

scenario("error page", async ({ program, shows }) => {
  for (const [query, texts] of Object.entries(ERRORS)) shows(await program().get(`/error${query}`), texts);
});

scenario("error page in production", async ({ program }) => {
  for (const query of Object.keys(ERRORS)) await program().get(`/error${query}`);
}, { profile: "production" });

scenario("paths and methods", async ({ signUp, program }) => {
  const person = await signUp("ann");
  const caller = program();
  for (const target of [
    "/no-such", "", "/", "/ok/", "//ok", "/OK", "/get-session/", "//get-session", "/sign-in", "/sign-in/email/", "!/api/auth//get-session", "!//api/auth/get-session",
    "/get%2Dsession", "/get-session%2F", "/sign-in%2Femail", "/get-session;x=1", "/get-session?x=1",
  ]) await caller.get(target);
  for (const method of ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"])
    for (const target of ["/ok", "/get-session", "/sign-in/email", "/no-such"]) await caller.send(method, target);
  await caller.send("OPTIONS", "/sign-in/email", {
    headers: { origin: "http://localhost:4321", "access-control-request-method": "POST", "access-control-request-headers": "content-type" }, note: "preflight",
  });
  await caller.get("/get-session", { headers: { origin: "http://localhost:4321" }, note: "trusted foreign origin" });
  for (const target of ["/sign-in/email", "/sign-up/email", "/sign-out", "/update-user", "/change-email", "/delete-user", "/revoke-session"]) await person.get(target);
  for (const target of ["/ok", "/error", "/list-sessions", "/list-accounts", "/verify-email", "/reset-password/unknown", "/delete-user/callback", "/no-such"]) await person.post(target, {});
  await person.send("HEAD", "/get-session", { note: "HEAD signed in" });
  await caller.post("/sign-in/email/", { email: person.email, password: PASSWORD }, { note: "trailing slash", cookies: false });
  await caller.post("//sign-in/email", { email: person.email, password: PASSWORD }, { note: "leading double slash", cookies: false });
  await caller.post("/sign-in//email", { email: person.email, password: PASSWORD }, { note: "inner double slash", cookies: false });
});

scenario("bodies", async ({ signUp, program }) => {
  const person = await signUp("ann");
  const caller = program();
  const text = JSON.stringify({ email: person.email, password: PASSWORD });
  const send = (note, target, options) => caller.send("POST", target, { note, cookies: false, ...options });
  for (const [note, options] of Object.entries({
    "bad JSON": { text: "{", type: "application/json" }, "empty JSON": { text: "", type: "application/json" }, "trailing comma": { text: '{"email":"a",}', type: "application/json" },
    "two values": { text: "{} {}", type: "application/json" }, "JSON null": { text: "null", type: "application/json" }, "JSON number": { text: "1", type: "application/json" },
    "no content type": { text }, "text": { text, type: "text/plain" }, "charset": { text, type: "application/json; charset=utf-8" }, "charset latin1": { text, type: "application/json; charset=iso-8859-1" },
    "upper case type": { text, type: "APPLICATION/JSON" }, "vendor type": { text, type: "application/vnd.api+json" }, "xml": { text: "<a/>", type: "application/xml" }, "octets": { text, type: "application/octet-stream" },
    "multipart": { text: "--x\r\n\r\n--x--", type: "multipart/form-data; boundary=x" }, "json in form type": { text, type: "application/x-www-form-urlencoded" },
    "duplicate key": { text: `{"email":"x","email":"${person.email}","password":"${PASSWORD}"}`, type: "application/json" },
    "prototype": { text: `{"__proto__":{"email":"${person.email}"},"password":"${PASSWORD}"}`, type: "application/json" },
    "byte order mark": { text: `\ufeff${text}`, type: "application/json" }, "deep": { text: "[".repeat(100) + "]".repeat(100), type: "application/json" },
  })) await send(note, "/sign-in/email", options);
  for (const target of ["/request-password-reset", "/reset-password", "/sign-out", "/change-password", "/update-user", "/send-verification-email", "/sign-in/social"]) {
    await send("form", target, { form: { email: person.email } });
    await send("text", target, { text: "x", type: "text/plain" });
    await send("bad JSON", target, { text: "{", type: "application/json" });
    await send("no content type", target, { text: "{}" });
    await send("nothing", target, {});
    await send("nothing, content type JSON", target, { text: "", type: "application/json" });
  }
  await caller.send("GET", "/get-session", { headers: { "content-type": "text/plain" }, note: "GET with a content type" });
  await person.send("POST", "/sign-out", { text: "{", type: "application/json", note: "bad JSON signed in" });
  await person.send("POST", "/sign-out", { form: { a: "b" }, note: "form signed in" });
});

scenario("order of checks", async ({ signUp, browser, program }) => {
  const person = await signUp("ann");
  const foreign = { origin: "https://evil.test" };
  await person.post("/change-password", { newPassword: 1 }, { headers: foreign, note: "foreign origin and bad body" });
  await person.send("POST", "/change-password", { text: "{", type: "application/json", headers: foreign, note: "foreign origin and bad JSON" });
  await person.send("POST", "/change-password", { text: "x", type: "text/plain", headers: foreign, note: "foreign origin and type" });
  await person.post("/no-such", {}, { headers: foreign, note: "foreign origin and unknown path" });
  await person.get("/change-password", { headers: foreign, note: "foreign origin and wrong method" });
  await person.post("/change-email", { newEmail: "nobody", callbackURL: "https://evil.test" }, { note: "bad body and foreign callback" });
  await program().post("/change-email", { newEmail: "nobody", callbackURL: "https://evil.test" }, { note: "signed out, bad body and foreign callback" });
  await program().post("/change-email", { newEmail: "a@wire.test", callbackURL: "https://evil.test" }, { note: "signed out and foreign callback" });
  await browser().post("/sign-in/email", { email: 1, callbackURL: "https://evil.test" }, { note: "sign-in, bad body and foreign callback" });
  await program().post("/sign-in/email", { email: "nobody", password: "x", callbackURL: "https://evil.test" }, { note: "sign-in, malformed email and foreign callback" });
  await program().post("/sign-in/email", { email: 1 }, { headers: foreign, note: "sign-in, foreign origin and bad body" });
});

import { PASSWORD, scenario } from "../scenario.mjs";

const PAYLOADS = [
  "/ok", "/", "/a/b?c=d&e=f#g", "/a%20b", "/a b", "/ä", "/@evil.test", "/a:b", "/a//b", "/a\\b", "/..", "/../x", "/a?next=https://evil.test", "/a?x=[1]", "/a?x={1}", "/*", "/a'b", "/a\"b", "/a;b", "/a,b", "/a!b", "/a=b", "/a+b", "/a~b", "/a(b)", "/a|b", "/a?b?c", "/?a", "?a", "#a", "a", "./a", "",
  "//evil.test", "///evil.test", "/\\evil.test", "\\evil.test", "\\\\evil.test", "/%2Fevil.test", "/%2fevil.test", "/%5Cevil.test", "/%5cevil.test", "/a/%2Fevil.test", "/a%2Fb", "/\t/evil.test", "/\n/evil.test", "/\r\nset-cookie:x=y", "/\u0000", " /ok", "/ok ", "\t//evil.test", "/.//evil.test", "/%09/evil.test", "/%00", "/%0d%0a", "/%", "/%zz",
  "https://evil.test", "https://evil.test/cb", "http:evil.test", "http:/evil.test", "http:///evil.test", "https:\\\\evil.test", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "myapp://cb", "ftp://localhost:4321",
  "http://localhost:4321", "http://localhost:4321/", "http://localhost:4321/cb?x=y#z", "HTTP://LOCALHOST:4321/cb", "https://localhost:4321/cb", "http://localhost/cb", "http://localhost:4322/cb", "http://localhost:43210/cb", "http://localhost:4321.evil.test/cb", "http://localhost:4321@evil.test/cb", "http://user:pass@localhost:4321/cb", "http://localhost:4321\\@evil.test", "http://localhost:4321%2F@evil.test", " http://localhost:4321/cb", "http://localhost:4321/\\evil.test", "http://localhost.:4321/cb", "http://[::1]:4321/cb", "localhost:4321/cb",
];

scenario("callbackURL payloads", async ({ program, server }) => {
  const caller = program();
  for (const callbackURL of [...PAYLOADS, `${server.origin}/cb`, server.origin])
    await caller.post("/request-password-reset", { email: "nobody@wire.test", redirectTo: callbackURL }, { note: `redirectTo ${JSON.stringify(callbackURL).replace(server.origin, "own")}` });
  for (const callbackURL of ["/ok", "//evil.test", "/%2Fevil.test", "https://evil.test", "http://localhost:4321/cb", 1, true, null, ["/a"], { a: 1 }])
    await caller.post("/sign-in/social", { provider: "github", callbackURL }, { note: `callbackURL ${JSON.stringify(callbackURL)}` });
  for (const name of ["errorCallbackURL", "newUserCallbackURL", "redirectTo"])
    for (const value of ["/ok", "//evil.test", "https://evil.test", 1]) await caller.post("/sign-in/social", { provider: "github", [name]: value }, { note: `${name} ${value}` });
  await caller.post("/sign-out?callbackURL=https%3A%2F%2Fevil.test", {}, { note: "in the query of a POST" });
});

scenario("callbackURL payloads on links", async ({ script }) => {
  const caller = script();
  for (const callbackURL of PAYLOADS) await caller.get(`/verify-email?token=unknown&callbackURL=${encodeURIComponent(callbackURL)}`, { note: JSON.stringify(callbackURL) });
});

scenario("callbackURL at sign-in", async ({ signUp, program }) => {
  const { email } = await signUp("ann");
  for (const callbackURL of ["/ok", "/ä b", "//evil.test", "https://evil.test", "http://localhost:4321/cb"])
    await program().post("/sign-in/email", { email, password: PASSWORD, callbackURL }, { note: callbackURL });
});

import { createPublicKey, verify } from "node:crypto";
import { scenario } from "../scenario.mjs";

const profile = "session JWT";
const decode = (part) => JSON.parse(Buffer.from(part, "base64url").toString());

/** What must be the same in a JWT of either server; the person in it is told in fewer words here. */
function told(token, keys, user) {
  const [header, payload, signature] = token.split(".");
  const { alg, kid } = decode(header);
  const { iss, aud, sub, iat, exp, id, name } = decode(payload);
  const key = createPublicKey({ key: keys.find((one) => one.kid === kid), format: "jwk" });
  const digest = alg === "RS256" ? "sha256" : null;
  const verified = verify(digest, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"));
  return { data: { iss, aud, verified, lasts: exp - iat, subject: sub === user.id, id: id === user.id, name }, error: null };
}

scenario("session JWT", async ({ signUp, browser, result }) => {
  const person = await signUp("ann");
  let brought;
  const { data: session } = await person.client.getSession({ fetchOptions: { onSuccess: ({ response }) => { brought = response.headers.get("set-auth-jwt"); } } });
  const { data, error } = await person.client.token();
  const keys = await person.client.jwks();
  result("token", { data: { token: data?.token }, error });
  result("claims of the token", told(data.token, keys.data.keys, session.user));
  result("claims of the header", told(brought, keys.data.keys, session.user));
  await browser().get("/token", { note: "signed out" });
  await browser().get("/get-session", { note: "session of nobody" });
  await person.post("/token", {}, { note: "by POST" });
  await person.client.signOut();
  await person.get("/token", { note: "after signing out" });
}, { profile });

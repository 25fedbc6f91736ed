// The receivers of docs/webhooks.md and docs/actions.md at a running server. Signatures are judged by the published package.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const PASSWORD = "correct horse battery";
const children = [];
const calls = []; // what the stand-ins for the channel and for Stripe were sent
let outside;
let issuer;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function receiver(name, settings = {}) {
  const port = await freePort();
  const file = fileURLToPath(new URL(`receivers/${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [file], { env: { ...process.env, PORT: port, SECRET, ...settings }, stdio: "inherit" });
  children.push(child);
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body: "{}" }).catch(() => undefined);
    if (answer) {
      assert.equal(answer.status, 401, "what is not signed is refused");
      return { name, url: `http://127.0.0.1:${port}/`, secret: SECRET };
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${name} does not listen`);
}

before(async () => {
  outside = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    calls.push({ method: request.method, path: request.url, headers: request.headers, body });
    const answer = request.url.startsWith("/v1/customers/search") ? { data: [{ id: "cus_1" }] } : {};
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(outside, "listening");
  const there = `http://127.0.0.1:${outside.address().port}`;

  const actions = [
    { ...(await receiver("mail-domain")), points: ["before_sign_up"], on_failure: "refuse" },
    { ...(await receiver("claim")), points: ["token", "session"], on_failure: "go_on" },
  ];
  const webhooks = [
    { ...(await receiver("notify", { CHANNEL_URL: `${there}/channel` })), events: ["user.created"] },
    { ...(await receiver("billing", { STRIPE_URL: there, STRIPE_KEY: "sk_test" })), events: ["user.created", "user.deleted"] },
  ];
  const server = spawn(process.env.VESTIBULE_BIN, ["dev", "--port", "0", "--json"], {
    env: {
      ...process.env,
      VESTIBULE__RATE_LIMIT__ENABLED: "false",
      VESTIBULE__OUTBOUND__ALLOW: "127.0.0.0/8",
      VESTIBULE__ACTIONS: JSON.stringify(actions),
      VESTIBULE__WEBHOOKS: JSON.stringify(webhooks),
      VESTIBULE__ACCOUNTS__CONFIRM_DELETION: "false",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.push(server);
  for await (const line of createInterface(server.stdout)) {
    issuer = JSON.parse(line).issuer;
    break;
  }
});

after(() => {
  children.forEach((child) => child.kill());
  outside.close();
});

async function call(path, body, cookie) {
  return fetch(`${issuer}/api/auth${path}`, {
    method: body ? "POST" : "GET",
    headers: { origin: issuer, ...(body && { "content-type": "application/json" }), ...(cookie && { cookie }) },
    body: body && JSON.stringify(body),
  });
}

async function until(found) {
  for (let tries = 0; tries < 400; tries += 1) {
    const call = calls.find(found);
    if (call) return call;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it never came: ${JSON.stringify(calls)}`);
}

const account = (email) => ({ name: "Ada Lovelace", email, password: PASSWORD });

test("only addresses of the domain get an account", async () => {
  const refused = await call("/sign-up/email", account("ada@elsewhere.test"));
  assert.equal(refused.status, 403);
  assert.deepEqual(await refused.json(), { code: "STAFF_ONLY", message: "Sign up with your address at example.com." });
});

test("a new user is told to the channel and to billing; apps see the plan; billing hears of the end", async () => {
  const made = await call("/sign-up/email", account("ada@example.com"));
  assert.equal(made.status, 200);
  const cookie = made.headers.getSetCookie().map((header) => header.split(";")[0]).join("; ");
  const { user } = await made.json();

  const said = await until((call) => call.path === "/channel");
  assert.deepEqual(JSON.parse(said.body), { text: "New: Ada Lovelace" });
  const customer = await until((call) => call.path === "/v1/customers");
  assert.equal(new URLSearchParams(customer.body).get("metadata[user_id]"), user.id);
  assert.ok(customer.headers["idempotency-key"]);

  const session = await (await call("/get-session", undefined, cookie)).json();
  assert.equal(session.plan, "gold");
  assert.equal(session.user.email, "ada@example.com");

  const gone = await call("/delete-user", { password: PASSWORD }, cookie);
  assert.equal(gone.status, 200);
  const deleted = await until((call) => call.method === "DELETE");
  assert.equal(deleted.path, "/v1/customers/cus_1");
});

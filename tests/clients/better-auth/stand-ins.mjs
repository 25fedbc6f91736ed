// Outside services that both servers ask, played here: nothing of the comparison leaves this machine.
import { createHash } from "node:crypto";
import http from "node:http";

/** A password that the service knows as leaked. */
export const LEAKED = "a leaked password";
/** One whose look-up fails. */
export const UNKNOWABLE = "no answer for this password";

const sha1 = (text) => createHash("sha1").update(text).digest("hex").toUpperCase();

// The range interface of Have I Been Pwned: the suffixes of the digests that begin with the five digits asked for, padded.
function range(request, response) {
  const prefix = request.url.split("/").at(-1);
  if (prefix === sha1(UNKNOWABLE).slice(0, 5)) return response.writeHead(503).end();
  const padding = ["0".repeat(35), "F".repeat(35)].map((suffix) => `${suffix}:0`);
  const leaked = sha1(LEAKED);
  const found = leaked.startsWith(prefix) ? [`${leaked.slice(5)}:17`] : [];
  response.writeHead(200, { "content-type": "text/plain" }).end([padding[0], ...found, padding[1]].join("\r\n"));
}

// What the four captcha providers answer, by the answer that they are asked about.
async function siteVerify(request, response) {
  let body = "";
  for await (const chunk of request) body += chunk;
  const json = (request.headers["content-type"] ?? "").startsWith("application/json");
  const asked = json ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
  const secret = asked.secret === "captcha-secret";
  if (asked.response === "broken") return response.writeHead(500).end();
  const verdict = {
    good: { success: true }, bad: { success: false, "error-codes": ["invalid-input-response"] },
    "low score": { success: true, score: 0.1 }, "high score": { success: true, score: 0.9 },
  }[asked.response] ?? { success: false };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ...verdict, success: verdict.success && secret }));
}

const services = { range, siteVerify };

export async function startStandIn(name) {
  const server = http.createServer(services[name]);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

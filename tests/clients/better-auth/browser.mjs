// One user agent: a cookie jar, the headers it always sends, raw HTTP calls and the unmodified better-auth client on top of them.
// Global fetch is not used: it adds Sec-Fetch-Mode, refuses to set Origin or Cookie, and tidies paths.
import http from "node:http";
import { createAuthClient } from "better-auth/client";
import {
  anonymousClient, customSessionClient, deviceAuthorizationClient, emailOTPClient, inferAdditionalFields, jwtClient, magicLinkClient,
  multiSessionClient, oneTimeTokenClient, phoneNumberClient, siweClient, twoFactorClient, usernameClient,
} from "better-auth/client/plugins";

const COMPARED_HEADERS = [
  "content-type", "location", "cache-control", "pragma", "allow", "www-authenticate", "set-auth-token", "set-auth-jwt",
  "access-control-allow-origin", "access-control-expose-headers", "x-retry-after", "retry-after",
];

export class Browser {
  jar = new Map();

  constructor({ server, transcript, normaliser, always = {} }) {
    Object.assign(this, { server, transcript, normaliser, always });
    this.client = createAuthClient({
      baseURL: server.origin,
      plugins: [
        oneTimeTokenClient(), twoFactorClient(), usernameClient(), magicLinkClient(), emailOTPClient(), phoneNumberClient(),
        anonymousClient(), siweClient(), customSessionClient(), inferAdditionalFields(), multiSessionClient(), jwtClient(),
        deviceAuthorizationClient(),
      ],
      fetchOptions: { customFetchImpl: (url, init) => this.#fetch(url, init) },
    });
  }

  get(target, options) { return this.send("GET", target, options); }
  post(target, json, options) { return this.send("POST", target, { json, ...options }); }

  /**
   * `target` is relative to /api/auth, or a whole URL (from a mail). `note` tells this call apart in the list of differences;
   * `cookies: false` leaves the jar alone; `cookie` sends this Cookie header instead of the jar.
   */
  async send(method, target, { json, form, text, type, headers = {}, note, cookies = true, cookie } = {}) {
    const url = target.startsWith("http") ? target : `${this.server.origin}${target.startsWith("!") ? target.slice(1) : `/api/auth${target}`}`;
    const sent = { "user-agent": "wire-test", ...this.always, ...headers };
    let body;
    if (json !== undefined) [body, sent["content-type"]] = [JSON.stringify(json), type ?? "application/json"];
    if (form !== undefined) [body, sent["content-type"]] = [new URLSearchParams(form).toString(), type ?? "application/x-www-form-urlencoded"];
    if (text !== undefined) body = text;
    if (text !== undefined && type) sent["content-type"] = type;
    for (const name of Object.keys(sent)) if (sent[name] === null) delete sent[name];
    return this.#exchange({ method, url, headers: sent, body, note, cookies, cookie });
  }

  async #fetch(input, init = {}) {
    const headers = { "user-agent": "wire-test", ...this.always, ...Object.fromEntries(new Headers(init.headers)) };
    const answer = await this.#exchange({ method: init.method ?? "GET", url: String(input), headers, body: init.body ?? undefined, cookies: true });
    const headersOut = new Headers();
    for (const [name, value] of answer.pairs) headersOut.append(name, value);
    return new Response([204, 304].includes(answer.status) ? null : answer.text, { status: answer.status, headers: headersOut });
  }

  async #exchange({ method, url, headers, body, note, cookies, cookie }) {
    const jarHeader = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const cookieHeader = cookie ?? (cookies ? jarHeader : "");
    const answer = await request({ method, url, headers: cookieHeader ? { ...headers, cookie: cookieHeader } : headers, body });
    if (cookies) for (const line of answer.cookies) this.#keep(line);
    this.transcript.push({
      ...(note ? { note } : {}),
      request: this.normaliser.text(`${method} ${url.slice(this.server.origin.length).replace(/^\/api\/auth/, "") || "/"}`),
      sent: this.#describe(headers, body, cookieHeader),
      ...this.#answer(answer),
    });
    return answer;
  }

  #describe(headers, body, cookieHeader) {
    const shown = { ...headers };
    delete shown["user-agent"];
    if (body !== undefined && shown["content-type"] === "application/json") delete shown["content-type"];
    if (cookieHeader) shown.cookie = cookieHeader.split("; ").map((pair) => this.normaliser.cookieName(pair.split("=")[0])).join("; ");
    return { ...this.normaliser.value(shown), ...(body !== undefined ? { body: this.normaliser.value(parse(body)) } : {}) };
  }

  #answer({ status, headers, cookies, text }) {
    const compared = {};
    for (const name of COMPARED_HEADERS) if (headers[name] !== undefined) compared[name] = this.normaliser.text(headers[name]);
    if (compared["content-type"]?.startsWith("text/html")) compared["content-type"] = "text/html";
    if (compared["x-retry-after"]) compared["x-retry-after"] = retryAfter(compared["x-retry-after"]);
    if (compared["retry-after"]) compared["retry-after"] = retryAfter(compared["retry-after"]);
    return {
      status,
      headers: compared,
      ...(cookies.length ? { cookies: cookies.map((line) => this.normaliser.cookie(line)) } : {}),
      body: compared["content-type"] === "text/html" ? "<page>" : this.normaliser.value(parse(text)),
    };
  }

  #keep(line) {
    const [pair, ...attributes] = line.split("; ");
    const cut = pair.indexOf("=");
    if (attributes.some((attribute) => attribute.toLowerCase() === "max-age=0")) this.jar.delete(pair.slice(0, cut));
    else this.jar.set(pair.slice(0, cut), pair.slice(cut + 1));
  }
}

const retryAfter = (seconds) => (/^\d+$/.test(seconds) ? `<up to ${Number(seconds) <= 10 ? 10 : 60} seconds>` : seconds);

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function request({ method, url, headers, body }) {
  return new Promise((resolve, reject) => {
    const [, host, port, path] = /^http:\/\/([^:/]+):(\d+)(.*)$/s.exec(url);
    const outgoing = http.request({ host, port, method, path: path || "/", headers, agent: false }, (incoming) => {
      const chunks = [];
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const pairs = [];
        for (let at = 0; at < incoming.rawHeaders.length; at += 2) pairs.push([incoming.rawHeaders[at], incoming.rawHeaders[at + 1]]);
        const { "set-cookie": cookies = [], ...rest } = incoming.headers;
        const text = Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode, headers: rest, cookies, pairs, text, body: parse(text) });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

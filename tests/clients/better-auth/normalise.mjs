// Turns what differs between two runs (identifiers, tokens, dates, ports) into typed, numbered placeholders. A value that does not
// have the right shape stays as it is and so shows up as a difference; the same value twice gets the same number.
const ID = /\b[A-Za-z0-9]{32}\b/g;
const LINK_TOKEN = /(token=|\/reset-password\/)([A-Za-z0-9._~-]{20,})/g;
/** A secret that is alone in its object: nothing but its length and its letters can be told. */
const LONE_TOKEN = /^[A-Za-z0-9_-]{32,}$/;
/** Codes on paper, and what an authenticator app reads: their letters are another server's own. */
const BACKUP_CODE = /^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/;
const SHORT_CODE = /^\d{6}$/;
const TOTP_SECRET = /(otpauth:.*[?&]secret=)[A-Z2-7]{32,}/;
/** Cookies whose value is a secret of the server's own making. */
const SECRET_COOKIE = /\.(two_factor|trust_device|better-auth-passkey)=/;
/** What belongs to one ceremony of a passkey: it holds a challenge, or a signature over one. */
const OF_CEREMONY = new Set(["challenge", "clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]);
/** The account as an authenticator knows it: a text of the server's own. */
const isAccountOfKey = (value) => "displayName" in value && "id" in value && "name" in value;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** What a wallet signs tells the moment, and the signature follows from it. */
const ISSUED = /(Issued At|Expiration Time|Not Before): \S+/g;
const SIGNATURE = /^0x[0-9a-f]{128,130}$/;
const SIGNED = /^([^.]+)\.([A-Za-z0-9+/]{43}=)$/;
const SIGNED_WITHIN = /\b([A-Za-z0-9]{32})\.[A-Za-z0-9+/%]{43,}(=|%3D)/g;
const JWT = /^eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
/** The name of the cookie that keeps a session of several: its token in lower case ends it. */
const KEPT = /(_multi-)([A-Za-z0-9]{32})$/;
const isKeySet = (value) => Array.isArray(value.keys) && value.keys.every((key) => typeof key.kty === "string");
/** The codes of a device: its own, and the one that a person types. */
const DEVICE_CODE = /^[A-Za-z0-9_-]{40,43}$/;
const USER_CODE = /^([A-HJ-NP-Z2-9]{8}|[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4})$/;
const USER_CODE_WITHIN = /(user_code=)([^&]+)/;
const lettersOf = (code) => code.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
const MINUTE = 60_000;

/** Whether a member is of one ceremony, or one server's own, or known to one server only. */
const isOwn = (value, key) =>
  typeof value[key] === "string" && (OF_CEREMONY.has(key) || key === "invitation" || (key === "id" && isAccountOfKey(value) && value.id.length === 43));

export class Normaliser {
  #numbers = new Map();

  constructor(server) {
    this.server = server;
  }

  /** Numbers are given in the order of sorted keys, so that the order of keys in a body does not matter. */
  value(value) {
    this.#visit(value);
    return this.#map(value);
  }

  #visit(value) {
    if (value && typeof value === "object" && Object.keys(value).join() === "token" && LONE_TOKEN.test(value.token))
      this.#number("token", value.token);
    if (DEVICE_CODE.test(value?.device_code)) this.#number("device code", value.device_code);
    if (USER_CODE.test(value?.user_code)) this.#number("user code", value.user_code);
    if (typeof value === "string") this.text(value);
    else if (Array.isArray(value)) for (const item of value) this.#visit(item);
    else if (value && typeof value === "object")
      for (const key of Object.keys(value).sort()) if (!isOwn(value, key)) this.#visit(value[key]);
  }

  #map(value) {
    if (value instanceof Date) return `<Date object ${this.#offset(value)}>`;
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.#map(item));
    if (value && typeof value === "object" && isKeySet(value)) return { keys: "<public keys>" };
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isOwn(value, key) ? `<${key}>` : this.#member(key, item)]));
    return value;
  }

  /** How long something lasts: what passes between its making and its answer differs. */
  #member(key, item) {
    return key === "expires_in" && Number.isInteger(item) ? `<${Math.round(item / 60)} minutes>` : this.#map(item);
  }

  text(text) {
    if (this.#numbers.has(text)) return this.#numbers.get(text);
    if (this.#isSpelling(text)) return this.#spelling(text);
    if (BACKUP_CODE.test(text)) return this.#number("backup code", text);
    if (SHORT_CODE.test(text)) return "<code>";
    if (SIGNATURE.test(text)) return "<signature>";
    if (JWT.test(text)) return "<JWT>";
    if (DATE.test(text)) return `<date ${this.#offset(new Date(text))}>`;
    return text
      .replaceAll(this.server.origin, "<base>")
      .replaceAll(encodeURIComponent(this.server.origin), "<base%>")
      .replaceAll(new URL(this.server.origin).host, "<host>")
      .replace(TOTP_SECRET, "$1<secret>")
      .replace(ISSUED, "$1: <date>")
      .replace(SIGNED_WITHIN, (_, token) => `<signed ${this.#number("id", token)}>`)
      .replace(USER_CODE_WITHIN, (_, before, code) => before + this.#spelling(decodeURIComponent(code)))
      .replace(LINK_TOKEN, (_, before, token) => `${before}${this.#number("token", token)}`)
      .replace(ID, (id) => this.#number("id", id));
  }

  #issued(code) {
    return [...this.#numbers].find(([known, number]) => number.startsWith("<user code ") && lettersOf(known) === lettersOf(code));
  }

  #isSpelling(text) {
    return text.length <= 12 && this.#issued(text) !== undefined;
  }

  /** A code of a device as somebody typed it: each way of writing it has a number of its own. */
  #spelling(code) {
    const [known, number] = this.#issued(code) ?? [code, code];
    return known === code ? number : this.#number(`other spelling of ${number.slice(1, -1)},`, code);
  }

  /** A code that was mailed: from now on it has a number. */
  code(code) {
    return this.#number("code", code);
  }

  cookie(header) {
    const [pair, ...attributes] = header.split("; ");
    const cut = pair.indexOf("=");
    const value = decodeURIComponent(pair.slice(cut + 1));
    const signed = SIGNED.exec(value);
    const name = this.cookieName(pair.slice(0, cut));
    if (signed && SECRET_COOKIE.test(pair)) return `${pair.slice(0, cut)}=<signed secret>; ${attributes.join("; ")}`;
    const shown = signed ? `<signed ${this.text(signed[1])}>` : this.text(value);
    return `${name}=${shown}; ${attributes.join("; ")}`;
  }

  cookieName(name) {
    return name.replace(KEPT, (_, before, token) => {
      const known = [...this.#numbers].find(([text]) => text.toLowerCase() === token.toLowerCase());
      return before + (known ? known[1] : this.#number("id", token));
    });
  }

  #number(kind, value) {
    if (!this.#numbers.has(value)) {
      const count = [...this.#numbers.values()].filter((known) => known.startsWith(`<${kind} `)).length;
      this.#numbers.set(value, `<${kind} ${count + 1}>`);
    }
    return this.#numbers.get(value);
  }

  /** A date as its distance from now, in words coarse enough for two runs to agree. */
  #offset(date) {
    const minutes = Math.round((date.getTime() - this.server.now()) / MINUTE);
    if (minutes === 0) return "now";
    const sign = minutes < 0 ? "-" : "+";
    const size = Math.abs(minutes);
    if (size % 1440 === 0) return `${sign}${size / 1440}d`;
    if (size % 60 === 0) return `${sign}${size / 60}h`;
    return `${sign}${size}min`;
  }
}

// An authenticator app (RFC 6238): reads the address behind the QR code and makes codes.
import { createHmac } from "node:crypto";

const STEP = 30_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** Long enough for the calls that follow to be made within the same step. */
const MARGIN = 12_000;

export class Authenticator {
  #last = -Infinity;

  constructor(server, uri) {
    const parameters = new URL(uri).searchParams;
    Object.assign(this, { server, key: decode(parameters.get("secret")), digits: Number(parameters.get("digits") ?? 6) });
  }

  /** Ready at a moment from which the present step goes on for a while. */
  static async of(server, uri) {
    const rest = STEP - (server.now() % STEP);
    if (rest < MARGIN) await new Promise((resolve) => setTimeout(resolve, rest + 100));
    return new Authenticator(server, uri);
  }

  /** A code that was not shown before: of the step before the present one, then of the present one, then of the next. */
  next() {
    this.#last = Math.max(this.#last + 1, Math.floor(this.server.now() / STEP) - 1);
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.#last));
    const mac = createHmac("sha1", this.key).update(counter).digest();
    const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
    return String(number % 10 ** this.digits).padStart(this.digits, "0");
  }
}

function decode(text) {
  let bits = "";
  for (const letter of text) bits += ALPHABET.indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

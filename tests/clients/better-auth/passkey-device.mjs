// A software authenticator (WebAuthn): attestation `none`, ES256. Its keys follow from its name, so that two runs make the same.
import { createECDH, createHash, createPrivateKey, sign } from "node:crypto";

const sha256 = (data) => createHash("sha256").update(data).digest();
const text = (bytes) => Buffer.from(bytes).toString("base64url");
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

/** CBOR (RFC 8949), as far as an attestation object needs it. */
function cbor(value) {
  const head = (major, length) =>
    length < 24 ? Buffer.from([(major << 5) | length])
      : length < 256 ? Buffer.from([(major << 5) | 24, length])
        : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

export class PasskeyDevice {
  count = 0;
  verifies = true;
  transports = ["internal", "hybrid"];

  constructor(server, name) {
    this.origin = server.origin;
    const curve = createECDH("prime256v1");
    curve.setPrivateKey(sha256(`key of ${name}`));
    const point = curve.getPublicKey();
    [this.x, this.y] = [point.subarray(1, 33), point.subarray(33)];
    const jwk = { kty: "EC", crv: "P-256", d: text(curve.getPrivateKey()), x: text(this.x), y: text(this.y) };
    this.key = createPrivateKey({ key: jwk, format: "jwk" });
    this.id = sha256(`id of ${name}`);
  }

  #data(domain, flags, rest = Buffer.alloc(0)) {
    this.count += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.count);
    return Buffer.concat([sha256(domain), Buffer.from([flags | USER_PRESENT | (this.verifies ? USER_VERIFIED : 0)]), count, rest]);
  }

  #clientData = (type, challenge) => Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));

  #credential = (response) =>
    ({ id: text(this.id), rawId: text(this.id), type: "public-key", response, clientExtensionResults: {} });

  /** What `navigator.credentials.create` would return. */
  create(options) {
    this.user = options.user.id;
    const key = cbor(new Map([[1, 2], [3, -7], [-1, 1], [-2, this.x], [-3, this.y]]));
    const length = Buffer.from([0, this.id.length]);
    const data = this.#data(options.rp.id, ATTESTED, Buffer.concat([Buffer.alloc(16), length, this.id, key]));
    return this.#credential({
      clientDataJSON: text(this.#clientData("webauthn.create", options.challenge)),
      attestationObject: text(cbor(new Map([["fmt", "none"], ["attStmt", new Map()], ["authData", data]]))),
      transports: this.transports,
    });
  }

  /** What `navigator.credentials.get` would return. */
  get(options) {
    const data = this.#data(options.rpId, 0);
    const client = this.#clientData("webauthn.get", options.challenge);
    return this.#credential({
      clientDataJSON: text(client),
      authenticatorData: text(data),
      signature: text(sign("sha256", Buffer.concat([data, sha256(client)]), this.key)),
      userHandle: this.user,
    });
  }
}

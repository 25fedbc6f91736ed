// A wallet of Ethereum: an account of the published viem, which signs what people are shown (EIP-191), and messages of EIP-4361 as viem
// writes them. The key follows from a name, so that both servers meet the same address.
import { keccak256, toBytes } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";

export class Wallet {
  constructor(server, name) {
    Object.assign(this, { server, account: privateKeyToAccount(keccak256(toBytes(name))) });
  }

  get address() { return this.account.address; }

  /** A message that signs in with this nonce; `more` changes or adds fields. */
  message(nonce, more = {}) {
    return createSiweMessage({
      address: this.address, chainId: 1, domain: new URL(this.server.origin).host, nonce, uri: this.server.origin, version: "1",
      issuedAt: new Date(this.server.now()), ...more,
    });
  }

  sign(message) { return this.account.signMessage({ message }); }
}

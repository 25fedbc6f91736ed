// A wallet of Ethereum in the browser (EIP-1193, EIP-6963): an account of the published viem behind the provider that pages find.
import { keccak256, toBytes } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

export class BrowserWallet {
  /** The wallet of this name. It is `answers` that decides what a page gets: an address, a chain, an error's code. */
  constructor(name) {
    this.name = name;
    this.account = privateKeyToAccount(keccak256(toBytes(name)));
    this.answers = { chain: '0x1' };
    this.asked = [];
  }

  get address() { return this.account.address; }

  /** Puts it into every page of a tab or context, as `window.ethereum` or as one that announces itself. */
  async in(place, { announced = false } = {}) {
    const call = `wallet_${this.name.replaceAll(' ', '_')}`;
    await place.exposeFunction(call, (request) => this.#request(request));
    await place.addInitScript(({ call, name, announced }) => {
      const request = async (asked) => {
        const { result, error } = await globalThis[call](asked);
        if (error) throw Object.assign(new Error('refused'), error);
        return result;
      };
      const provider = { request };
      if (!announced) {
        globalThis.ethereum = provider;
        return;
      }
      const detail = Object.freeze({ info: { uuid: `id-of-${name}`, name, icon: 'data:,', rdns: 'test.wallet' }, provider });
      const announce = () => globalThis.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
      globalThis.addEventListener('eip6963:requestProvider', announce);
      announce();
    }, { call, name: this.name, announced });
  }

  async #request({ method, params }) {
    this.asked.push(method);
    const code = this.answers[method];
    if (code !== undefined) return { error: { code } };
    switch (method) {
      // In lower case, as many wallets tell it.
      case 'eth_requestAccounts': return { result: this.answers.accounts ?? [this.address.toLowerCase()] };
      case 'eth_chainId': return { result: this.answers.chain };
      case 'personal_sign': {
        [this.message] = [Buffer.from(params[0].slice(2), 'hex').toString()];
        return { result: await (this.answers.signer ?? this.account).signMessage({ message: { raw: params[0] } }) };
      }
      default: return { error: { code: 4200 } };
    }
  }
}

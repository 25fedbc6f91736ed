// Chromium's virtual authenticator (the WebAuthn domain of the DevTools protocol).

const KNOWING = { transport: 'internal', hasUserVerification: true, isUserVerified: true };
/** As with a screen lock that was taken off. */
const UNKNOWING = { transport: 'internal', hasUserVerification: false, isUserVerified: false };

export class PasskeyDevice {
  /** A device in the page's browser that knows its person. */
  static async in(page) {
    const device = new PasskeyDevice();
    device.protocol = await page.context().newCDPSession(page);
    await device.protocol.send('WebAuthn.enable', { enableUI: false });
    await device.#begin(KNOWING);
    return device;
  }

  async #begin(options) {
    const { authenticatorId } = await this.protocol.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', hasResidentKey: true, automaticPresenceSimulation: true, ...options },
    });
    this.authenticatorId = authenticatorId;
  }

  /** From now on it only sees that somebody is there. */
  async forgetPerson() {
    const credentials = await this.credentials();
    await this.protocol.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.authenticatorId });
    await this.#begin(UNKNOWING);
    for (const credential of credentials) {
      await this.protocol.send('WebAuthn.addCredential', { authenticatorId: this.authenticatorId, credential });
    }
  }

  async credentials() {
    const { credentials } = await this.protocol.send('WebAuthn.getCredentials', { authenticatorId: this.authenticatorId });
    return credentials;
  }

  async forgetAll() {
    await this.protocol.send('WebAuthn.clearCredentials', { authenticatorId: this.authenticatorId });
  }
}

// Chromium's virtual authenticator (the WebAuthn domain of the DevTools protocol).

export class PasskeyDevice {
  /** A device in the page's browser. One that does not know its person is a key on a ring. */
  static async in(page, { knowsPerson = true } = {}) {
    const device = new PasskeyDevice();
    device.protocol = await page.context().newCDPSession(page);
    await device.protocol.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await device.protocol.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2', transport: knowsPerson ? 'internal' : 'usb', hasResidentKey: true,
        hasUserVerification: knowsPerson, isUserVerified: knowsPerson, automaticPresenceSimulation: true,
      },
    });
    device.authenticatorId = authenticatorId;
    return device;
  }

  async credentials() {
    const { credentials } = await this.protocol.send('WebAuthn.getCredentials', { authenticatorId: this.authenticatorId });
    return credentials;
  }

  async forgetAll() {
    await this.protocol.send('WebAuthn.clearCredentials', { authenticatorId: this.authenticatorId });
  }
}

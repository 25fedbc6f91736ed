// A device that can open no browser (RFC 8628): its codes, and what it hears when it asks.
import { discover, issuer } from './server.mjs';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

export class Device {
  /** A device with an app of its own, at the shared server or a suite's own. */
  static async ask(provider = issuer, { name = 'Acme CLI', scope = 'openid profile email' } = {}) {
    const device = new Device();
    device.metadata = await discover(provider);
    const { client_id: clientId } = await device.#json(device.metadata.registration_endpoint, 201, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client_name: name,
        application_type: 'native',
        redirect_uris: [],
        response_types: [],
        grant_types: [GRANT, 'refresh_token'],
        token_endpoint_auth_method: 'none',
        scope: 'openid profile email offline_access',
      }),
    });
    device.clientId = clientId;
    const codes = await device.#json(device.metadata.device_authorization_endpoint, 200, { body: new URLSearchParams({ client_id: clientId, scope }) });
    device.userCode = codes.user_code;
    device.deviceCode = codes.device_code;
    device.address = codes.verification_uri;
    device.wholeAddress = codes.verification_uri_complete;
    return device;
  }

  /** What it hears now: `connected`, or the error. That it asks too fast is no news here. */
  async hears() {
    const response = await fetch(this.metadata.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: GRANT, client_id: this.clientId, device_code: this.deviceCode }),
    });
    const answer = await response.json();
    if (response.status === 200 && answer.access_token) {
      this.accessToken = answer.access_token;
      return 'connected';
    }
    return answer.error === 'slow_down' ? 'authorization_pending' : answer.error;
  }

  /** Whether what it was given still works. */
  async hasAccess() {
    const response = await fetch(this.metadata.userinfo_endpoint, { headers: { authorization: `Bearer ${this.accessToken}` } });
    return response.status === 200;
  }

  async #json(url, status, request) {
    const response = await fetch(url, { method: 'POST', ...request });
    if (response.status !== status) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}

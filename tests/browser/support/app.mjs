// An app of ours on a loopback port: it starts authorization requests and shows what came back.
// Chromium follows the real redirect to it, so the pages' form-action has to allow it.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { discover } from './server.mjs';

export class App {
  /** Registered with the server that all share, or with another. */
  static async start(issuer) {
    const app = new App();
    app.server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html><html lang="en"><title>App</title><main><h1>Back in the app</h1></main>');
    });
    await new Promise((resolve) => { app.server.listen(0, '127.0.0.1', resolve); });
    app.origin = `http://127.0.0.1:${app.server.address().port}`;
    app.redirectUri = `${app.origin}/callback`;
    app.metadata = await discover(issuer);
    const response = await fetch(app.metadata.registration_endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client_name: 'Fieldnotes',
        application_type: 'native',
        redirect_uris: [app.redirectUri],
        post_logout_redirect_uris: [`${app.origin}/signed-out`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        scope: 'openid profile email offline_access',
      }),
    });
    if (response.status !== 201) throw new Error(`registration: ${response.status} ${await response.text()}`);
    app.clientId = (await response.json()).client_id;
    return app;
  }

  /** A new authorization request, with the state that its answer carries. */
  request(parameters = {}) {
    const state = randomBytes(16).toString('hex');
    const url = new URL(this.metadata.authorization_endpoint);
    url.search = new URLSearchParams({
      client_id: this.clientId,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      prompt: 'consent',
      state,
      code_challenge: createHash('sha256').update(randomBytes(32).toString('hex')).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    });
    return { url: url.href, state };
  }

  isCallback(url) {
    return url.href.startsWith(`${this.redirectUri}?`);
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }
}

// Apache's mod_auth_openidc protects a page: sign-in, claims, refresh, sign-out.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Departure } from '../node/support/browser.mjs';
import { Person } from '../node/support/person.mjs';
import { issuer } from '../node/support/server.mjs';
import { Apache } from './apache.mjs';

const SCOPE = 'openid profile email offline_access';

const WAYS = [
  { method: 'client_secret_basic', directives: [] },
  { method: 'client_secret_post', directives: ['OIDCResponseMode form_post'] },
];

for (const { method, directives } of WAYS) {
  describe(`mod_auth_openidc, ${[method, ...directives].join(', ')}`, () => {
    const person = new Person();
    let apache;
    let metadata;
    let inside;

    before(async () => {
      apache = await Apache.reserve();
      metadata = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
      const app = await register(metadata, apache, method);
      await apache.start([
        `OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration`,
        `OIDCClientID ${app.client_id}`,
        `OIDCClientSecret ${app.client_secret}`,
        `OIDCProviderTokenEndpointAuth ${method}`,
        'OIDCPKCEMethod S256',
        `OIDCScope "${SCOPE}"`,
        'OIDCAuthRequestParams prompt=consent',
        ...directives,
      ]);
    });

    after(async () => { await apache.stop(); });

    it('lets nobody in without a sign-in', async () => {
      const { url: target } = await new Person().browser.open(new URL(`${apache.origin}/secure/`), { stopAt: metadata.authorization_endpoint });
      assert.equal(target.origin + target.pathname, metadata.authorization_endpoint);
      assert.equal(target.searchParams.get('code_challenge_method'), 'S256');
    });

    it('shows the page and the claims after the sign-in', async () => {
      const callback = await person.authorize(new URL(`${apache.origin}/secure/`), apache.redirectUri);
      inside = await finish(person.browser, callback);
      assert.equal(inside.status, 200, await apache.log());
      assert.equal(inside.textOf('inside'), 'Inside');
      assert.equal(inside.headers['x-claim-iss'], issuer);
      assert.equal(inside.headers['x-claim-email'], person.email);
      assert.notEqual(inside.headers['x-claim-sub'], '(null)');
    });

    it('the access token is one that userinfo knows', async () => {
      assert.equal(await subjectOf(inside.headers['x-access-token']), inside.headers['x-claim-sub']);
    });

    it('refreshes through its own address', async () => {
      const hook = new URL(apache.redirectUri);
      hook.search = new URLSearchParams({ refresh: `${apache.origin}/secure/`, access_token: inside.headers['x-access-token'] });
      const refreshed = await person.browser.open(hook);
      assert.equal(refreshed.url.searchParams.get('error_code'), null, await apache.log());
      assert.equal(refreshed.status, 200);
      assert.notEqual(refreshed.headers['x-access-token'], inside.headers['x-access-token']);
      assert.equal(await subjectOf(refreshed.headers['x-access-token']), inside.headers['x-claim-sub']);
    });

    it('signs out here and at the provider', async () => {
      const hook = new URL(apache.redirectUri);
      hook.search = new URLSearchParams({ logout: apache.signedOut });
      const back = await person.signOut(hook, apache.signedOut);
      assert.equal((await person.browser.open(back)).textOf('outside'), 'Outside');
      const again = await person.browser.open(new URL(`${apache.origin}/secure/`), { stopAt: apache.redirectUri });
      assert.ok(!(again instanceof Departure));
      assert.equal(again.url.pathname, '/sign-in');
    });

    async function subjectOf(token) {
      const response = await fetch(metadata.userinfo_endpoint, { headers: { authorization: `Bearer ${token}` } });
      assert.equal(response.status, 200);
      return (await response.json()).sub;
    }
  });
}

async function register(metadata, apache, method) {
  const response = await fetch(metadata.registration_endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Intranet',
      redirect_uris: [apache.redirectUri],
      post_logout_redirect_uris: [apache.signedOut],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: method,
      scope: SCOPE,
    }),
  });
  assert.equal(response.status, 201, await response.clone().text());
  return response.json();
}

/** Hands the answer over to Apache, as a link or as the form that the provider made. */
function finish(browser, callback) {
  return callback instanceof URL ? browser.open(callback) : browser.post(callback);
}

// The main path once more, each answer checked member by member by the strictest client.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as oauth from 'oauth4webapi';
import { DeadEnd, Person } from '../support/person.mjs';
import { machine, nativeApplication, postLogoutRedirectUri, redirectUri, signingKey, webApplication } from '../support/relying_party.mjs';
import { issuer } from '../support/server.mjs';
import { discover, http, RelyingParty } from './relying_party.mjs';

describe('oauth4webapi, strict path', () => {
  const person = new Person();
  let app;
  let tokens;

  before(async () => { app = await RelyingParty.register(); });

  it('discovery names what the server can do', async () => {
    const server = await discover();
    assert.deepEqual(server.code_challenge_methods_supported, ['S256']);
    assert.equal(server.authorization_response_iss_parameter_supported, true);
    for (const grant of ['authorization_code', 'refresh_token', 'client_credentials']) assert.ok(server.grant_types_supported.includes(grant), grant);
    for (const method of ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt']) {
      assert.ok(server.token_endpoint_auth_methods_supported.includes(method), method);
    }
  });

  it('OAuth metadata (RFC 8414) says the same', async () => {
    const response = await oauth.discoveryRequest(new URL(issuer), { ...http, algorithm: 'oauth2' });
    const metadata = await oauth.processDiscoveryResponse(new URL(issuer), response);
    assert.equal(metadata.token_endpoint, app.server.token_endpoint);
    assert.equal(metadata.jwks_uri, app.server.jwks_uri);
  });

  it('publishes public keys only', async () => {
    const response = await fetch(app.server.jwks_uri);
    const { keys } = await response.json();
    assert.ok(keys.length > 0);
    for (const key of keys) {
      assert.ok(key.kid, 'every key has a name');
      assert.equal(key.use, 'sig');
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) assert.equal(key[secret], undefined, secret);
    }
    assert.equal(new Set(keys.map((key) => key.kid)).size, keys.length);
  });

  it('registration answers with usable credentials', () => {
    const { client } = app;
    assert.ok(client.client_secret.length >= 43);
    assert.equal(client.client_secret_expires_at, 0);
    assert.deepEqual(client.redirect_uris, [redirectUri]);
    assert.equal(new URL(client.registration_client_uri).origin, new URL(issuer).origin);
    assert.ok(client.registration_access_token);
  });

  it('signs up, redeems the code, verifies signature, nonce and auth_time', async () => {
    tokens = await app.signIn(person, { max_age: '600' }, { maxAge: 600 });
    assert.equal(tokens.claims.iss, issuer);
    assert.equal(typeof tokens.claims.auth_time, 'number');
    assert.ok(tokens.expires_in > 0);
    assert.equal(tokens.headers.get('cache-control'), 'no-store');
  });

  it('userinfo belongs to the subject of the ID token', async () => {
    const claims = await app.userInfo(tokens.access_token, tokens.claims.sub);
    assert.equal(claims.email, person.email);
    await assert.rejects(app.userInfo(tokens.access_token, 'somebody-else'), { code: oauth.JSON_ATTRIBUTE_COMPARISON });
  });

  it('userinfo takes POST with the token in the header and in the form', async () => {
    const endpoint = app.server.userinfo_endpoint;
    const bearer = { authorization: `Bearer ${tokens.access_token}` };
    const header = await fetch(endpoint, { method: 'POST', headers: bearer, body: new URLSearchParams() });
    assert.equal((await header.json()).sub, tokens.claims.sub);
    const form = await fetch(endpoint, { method: 'POST', body: new URLSearchParams({ access_token: tokens.access_token }) });
    assert.equal((await form.json()).sub, tokens.claims.sub);
  });

  it('userinfo challenges who comes without a token', async () => {
    const response = await oauth.userInfoRequest(app.server, app.client, 'not-a-token', http);
    await assert.rejects(oauth.processUserInfoResponse(app.server, app.client, oauth.skipSubjectCheck, response), (error) => {
      assert.equal(error.code, oauth.WWW_AUTHENTICATE_CHALLENGE);
      assert.equal(error.status, 401);
      assert.equal(error.cause[0].parameters.error, 'invalid_token');
      return true;
    });
  });

  it('refreshes twice, each token once', async () => {
    const second = await app.refresh(tokens.refresh_token);
    const third = await app.refresh(second.refresh_token);
    assert.equal(new Set([tokens.refresh_token, second.refresh_token, third.refresh_token]).size, 3);
    assert.equal((await app.introspect(third.access_token)).sub, tokens.claims.sub);
    tokens.last = third;
  });

  it('a revoked refresh token refreshes no more', async () => {
    await app.revoke(tokens.last.refresh_token);
    await assert.rejects(app.refresh(tokens.last.refresh_token), { error: 'invalid_grant', status: 400 });
    assert.equal((await app.introspect(tokens.last.refresh_token)).active, false);
  });

  it("another client's token is not active for a stranger, and cannot be revoked by one", async () => {
    const mine = await app.signIn(person);
    const stranger = await RelyingParty.register();
    await stranger.revoke(mine.access_token).catch((error) => {
      assert.ok(['invalid_request', 'unauthorized_client', 'invalid_client', 'invalid_grant'].includes(error.error), String(error));
    });
    assert.equal((await app.userInfo(mine.access_token, mine.claims.sub)).sub, mine.claims.sub);
  });

  it('asks before it signs a person out without a hint', async () => {
    const url = new URL(app.server.end_session_endpoint);
    const page = await person.browser.open(url);
    assert.equal(page.status, 200);
    assert.ok(page.has('logout-confirm'));
    const done = await person.browser.press(page, 'logout-confirm');
    assert.ok(done.has('logged-out'));
  });

  it('sends nobody to a sign-out address that was not registered', async () => {
    const url = new URL(app.server.end_session_endpoint);
    url.search = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: `${postLogoutRedirectUri}.evil.example` });
    await assert.rejects(person.signOut(url, 'https://rp.example'), (error) => error instanceof DeadEnd && error.page.url.origin === new URL(issuer).origin);
  });
});

describe('oauth4webapi, client authentication', () => {
  const person = new Person();

  for (const [method, alg] of [['client_secret_basic'], ['client_secret_post'], ['private_key_jwt', 'ES256'], ['private_key_jwt', 'RS256'], ['none']]) {
    it(`${method}${alg === undefined ? '' : ` with ${alg}`}`, async () => {
      const key = alg === undefined ? undefined : await signingKey(alg);
      const changes = { token_endpoint_auth_method: method, ...(key && { jwks: key.jwks, token_endpoint_auth_signing_alg: alg }) };
      const app = await RelyingParty.register(method === 'none' ? nativeApplication(changes) : webApplication(changes), key);
      const tokens = await app.signIn(person);
      const next = await app.refresh(tokens.refresh_token);
      assert.equal((await app.userInfo(next.access_token, tokens.claims.sub)).sub, tokens.claims.sub);
      if (method === 'none') return;
      const night = await RelyingParty.register(machine(changes), key);
      const own = await night.clientCredentials();
      assert.equal((await night.introspect(own.access_token)).active, true);
    });
  }

  it('a public client cannot act for itself', async () => {
    const app = await RelyingParty.register(nativeApplication());
    await assert.rejects(app.clientCredentials(), (error) => ['unauthorized_client', 'invalid_client', 'invalid_request'].includes(error.error));
  });
});

// RFC 7592: a client reads, changes and deletes its own registration. The library stops at
// RFC 7591, so these are plain requests with the credentials that it received.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { Person } from '../support/person.mjs';
import { redirectUri, webApplication } from '../support/relying_party.mjs';
import { RelyingParty } from './relying_party.mjs';

describe('openid-client, registration management', () => {
  const person = new Person();
  let app;
  let registrationToken;

  before(async () => {
    app = await RelyingParty.register(webApplication({ client_uri: 'https://rp.example/' }));
    registrationToken = app.registered.registration_access_token;
  });

  it('reads what was registered', async () => {
    const response = await manage('GET');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^application\/json/);
    assert.match(response.headers.get('cache-control'), /no-store/);
    const metadata = await response.json();
    assert.equal(metadata.client_id, app.registered.client_id);
    assert.deepEqual(metadata.redirect_uris, [redirectUri]);
    assert.equal(metadata.client_uri, 'https://rp.example/');
  });

  it('changes it, and the change counts at the next request', async () => {
    const other = 'https://rp.example/other';
    const response = await manage('PUT', { redirect_uris: [other], client_name: 'Fieldnotes 2' });
    assert.equal(response.status, 200, await response.clone().text());
    const metadata = await response.json();
    assert.deepEqual(metadata.redirect_uris, [other]);
    assert.equal(metadata.client_name, 'Fieldnotes 2');
    keepCredentials(metadata);
    app.redirectUri = other;
    const tokens = await app.signIn(person);
    assert.equal(tokens.claims().aud, app.registered.client_id);
  });

  it('refuses a change to what may not be registered', async () => {
    const response = await manage('PUT', { redirect_uris: ['https://rp.example/other#fragment'] });
    assert.equal(response.status, 400);
    assert.match((await response.json()).error, /^invalid_(redirect_uri|client_metadata)$/);
  });

  it('refuses a wrong registration access token', async () => {
    const response = await fetch(app.registered.registration_client_uri, { headers: { authorization: 'Bearer not-the-token' } });
    assert.equal(response.status, 401);
    assert.match(response.headers.get('www-authenticate'), /^Bearer/i);
  });

  it('deletes it: the client and its tokens are gone', async () => {
    const tokens = await app.signIn(person);
    assert.equal((await manage('DELETE')).status, 204);
    assert.equal((await manage('GET')).status, 401);
    await assert.rejects(client.refreshTokenGrant(app.config, tokens.refresh_token), (error) => error.status === 401);
    await assert.rejects(client.fetchUserInfo(app.config, tokens.access_token, tokens.claims().sub), (error) => error.status === 401);
  });

  function manage(method, changes) {
    const uri = app.registered.registration_client_uri;
    const headers = { authorization: `Bearer ${registrationToken}`, accept: 'application/json' };
    if (changes === undefined) return fetch(uri, { method, headers });
    const { registration_client_uri, registration_access_token, client_secret_expires_at, client_id_issued_at, ...metadata } = app.registered;
    return fetch(uri, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...metadata, ...changes }),
    });
  }

  /** RFC 7592 lets the server answer an update with a new registration access token. */
  function keepCredentials(metadata) {
    registrationToken = metadata.registration_access_token ?? registrationToken;
    assert.equal(metadata.client_secret ?? app.registered.client_secret, app.registered.client_secret, 'the secret changed although nobody asked for it');
  }
});

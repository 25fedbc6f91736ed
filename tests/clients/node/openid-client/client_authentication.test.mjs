// Every way in which a client can prove who it is, at each endpoint that asks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as client from 'openid-client';
import { Person } from '../support/person.mjs';
import { machine, signingKey, webApplication } from '../support/relying_party.mjs';
import { RelyingParty } from './relying_party.mjs';

const METHODS = [
  { method: 'client_secret_basic' },
  { method: 'client_secret_post' },
  { method: 'private_key_jwt', alg: 'ES256' },
  { method: 'private_key_jwt', alg: 'RS256' },
];

describe('openid-client, client authentication', () => {
  const person = new Person();

  for (const { method, alg } of METHODS) {
    const label = alg === undefined ? method : `${method} with ${alg}`;

    it(`${label}: code, refresh, introspection, revocation`, async () => {
      const { app } = await registered(webApplication, method, alg);
      const tokens = await app.signIn(person);
      const next = await client.refreshTokenGrant(app.config, tokens.refresh_token);
      assert.equal((await client.tokenIntrospection(app.config, next.access_token)).active, true);
      await client.tokenRevocation(app.config, next.access_token);
      assert.equal((await client.tokenIntrospection(app.config, next.access_token)).active, false);
    });

    it(`${label}: client credentials`, async () => {
      const { app } = await registered(machine, method, alg);
      const tokens = await client.clientCredentialsGrant(app.config);
      assert.ok(tokens.access_token);
      assert.equal(tokens.refresh_token, undefined);
      const facts = await client.tokenIntrospection(app.config, tokens.access_token);
      assert.equal(facts.active, true);
      assert.equal(facts.client_id, app.registered.client_id);
    });
  }

  it('a wrong secret is refused', async () => {
    const { app } = await registered(machine, 'client_secret_basic');
    const impostor = copy(app, client.ClientSecretBasic('not-the-secret'));
    // RFC 6749 5.2: who tried the Authorization header is answered 401 with a challenge.
    await assert.rejects(client.clientCredentialsGrant(impostor), (error) => {
      assert.ok(error instanceof client.WWWAuthenticateChallengeError, String(error));
      assert.equal(error.status, 401);
      assert.equal(error.cause[0].scheme, 'basic');
      return true;
    });
  });

  it('a wrong secret in the form is refused', async () => {
    const { app } = await registered(machine, 'client_secret_post');
    await assert.rejects(client.clientCredentialsGrant(copy(app, client.ClientSecretPost('not-the-secret'))), isInvalidClient);
  });

  it('a client that holds a secret cannot go without it', async () => {
    const { app } = await registered(webApplication, 'client_secret_basic');
    const { url, checks } = await app.start();
    const callback = await person.authorize(url, app.redirectUri);
    await assert.rejects(client.authorizationCodeGrant(copy(app, client.None()), callback, checks), isInvalidClient);
    await app.finish(callback, checks);
  });

  it('an assertion by a key that was not registered is refused', async () => {
    const { app } = await registered(machine, 'private_key_jwt', 'ES256');
    const foreign = await signingKey('ES256');
    const impostor = copy(app, client.PrivateKeyJwt({ key: foreign.key, kid: foreign.kid }));
    await assert.rejects(client.clientCredentialsGrant(impostor), isInvalidClient);
  });

  it('an assertion works once', async () => {
    const { app, key } = await registered(machine, 'private_key_jwt', 'ES256');
    const replaying = copy(app, client.PrivateKeyJwt({ key: key.key, kid: key.kid }, {
      [client.modifyAssertion]: (header, payload) => { payload.jti = 'the-same-each-time'; },
    }));
    await client.clientCredentialsGrant(replaying);
    await assert.rejects(client.clientCredentialsGrant(replaying), isInvalidClient);
  });

  it('an assertion for another audience is refused', async () => {
    const { app, key } = await registered(machine, 'private_key_jwt', 'ES256');
    const misdirected = copy(app, client.PrivateKeyJwt({ key: key.key, kid: key.kid }, {
      [client.modifyAssertion]: (header, payload) => { payload.aud = 'https://elsewhere.example'; },
    }));
    await assert.rejects(client.clientCredentialsGrant(misdirected), isInvalidClient);
  });
});

async function registered(metadata, method, alg) {
  const key = alg === undefined ? undefined : await signingKey(alg);
  const app = await RelyingParty.register(metadata({
    token_endpoint_auth_method: method,
    ...(key && { jwks: key.jwks, token_endpoint_auth_signing_alg: alg }),
  }), key);
  return { app, key };
}

/** `invalid_client`, in the body or beside a challenge, which the library then reports instead. */
function isInvalidClient(error) {
  if (error instanceof client.WWWAuthenticateChallengeError) assert.equal(error.status, 401);
  else assert.equal(error.error, 'invalid_client', String(error));
  return true;
}

/** The same client at the same server, proving itself in another way. */
function copy(app, authentication) {
  const config = new client.Configuration(app.config.serverMetadata(), app.registered.client_id, app.registered, authentication);
  if (new URL(app.config.serverMetadata().issuer).protocol === 'http:') client.allowInsecureRequests(config);
  return config;
}

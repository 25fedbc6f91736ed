// Device authorization (RFC 8628): a program without a browser, and a person who answers for it in one.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { Person } from '../support/person.mjs';
import { deviceApplication, deviceGrant, scope, webApplication } from '../support/relying_party.mjs';
import { issuer } from '../support/server.mjs';
import { RelyingParty } from './relying_party.mjs';

const PATIENCE = 60_000;
/** A program with a server of its own, which keeps a secret. */
const confidential = () => deviceApplication({ application_type: 'web', token_endpoint_auth_method: 'client_secret_basic' });
const ask = (app) => client.initiateDeviceAuthorization(app.config, { scope });
const poll = (app, codes) => client.pollDeviceAuthorizationGrant(app.config, codes, undefined, { signal: AbortSignal.timeout(PATIENCE) });

for (const [kind, metadata] of [['public', deviceApplication], ['confidential', confidential]]) {
  describe(`openid-client, a device with a ${kind} client`, () => {
    const person = new Person();
    let app;
    let codes;
    let tokens;
    let refreshed;

    before(async () => {
      app = await RelyingParty.register(metadata());
      client.enableNonRepudiationChecks(app.config);
    });

    it('is told a code for itself and one for the person', async () => {
      assert.ok(app.config.serverMetadata().grant_types_supported.includes(deviceGrant));
      codes = await ask(app);
      assert.match(codes.user_code, /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
      assert.equal(codes.verification_uri, `${issuer}/device`);
      const whole = new URL(codes.verification_uri_complete);
      assert.equal(whole.searchParams.get('user_code'), codes.user_code);
      assert.ok(codes.expires_in >= 600);
    });

    it('waits until the person has signed up and answered, and has its tokens then', async () => {
      const [received, page] = await Promise.all([poll(app, codes), person.answerDevice(codes.verification_uri, codes.user_code)]);
      assert.ok(page.has('device-connected'), page.describe());
      tokens = received;
      assert.equal(tokens.token_type, 'bearer');
      assert.ok(tokens.expiresIn() > 0);
    });

    it('says who it was in a signed ID token', async () => {
      const claims = tokens.claims();
      assert.equal(claims.iss, issuer);
      assert.deepEqual([claims.aud].flat(), [app.registered.client_id]);
      const known = await client.fetchUserInfo(app.config, tokens.access_token, claims.sub);
      assert.deepEqual([known.name, known.email], [person.name, person.email]);
    });

    it('refreshes, with rotation', async () => {
      const next = await client.refreshTokenGrant(app.config, tokens.refresh_token);
      assert.notEqual(next.refresh_token, tokens.refresh_token);
      assert.equal((await client.fetchUserInfo(app.config, next.access_token, tokens.claims().sub)).email, person.email);
      refreshed = next.refresh_token;
    });

    it('the code works once, and shown again it ends what came of it', async () => {
      await assert.rejects(poll(app, codes), { error: 'invalid_grant' });
      await assert.rejects(client.refreshTokenGrant(app.config, refreshed), { error: 'invalid_grant' });
    });

    it('the address that carries the code asks all the same, and the person may refuse', async () => {
      const others = await ask(app);
      const refused = assert.rejects(poll(app, others), { error: 'access_denied' });
      const page = await person.answerDevice(others.verification_uri_complete, undefined, 'device-deny');
      assert.ok(page.has('device-denied'), page.describe());
      await refused;
    });
  });
}

describe('openid-client, devices in vain', () => {
  it('a code belongs to the client that asked for it', async () => {
    const [app, stranger] = await Promise.all([RelyingParty.register(deviceApplication()), RelyingParty.register(deviceApplication())]);
    const codes = await ask(app);
    await assert.rejects(poll(stranger, codes), { error: 'invalid_grant' });
  });

  it('an app that is not registered for it is told so', async () => {
    const app = await RelyingParty.register(webApplication());
    await assert.rejects(ask(app), (error) => ['unauthorized_client', 'invalid_request'].includes(error.error));
  });

  it('a code that was never made has no tokens', async () => {
    const app = await RelyingParty.register(deviceApplication());
    const codes = await ask(app);
    await assert.rejects(poll(app, { ...codes, device_code: `${codes.device_code}x` }), { error: 'invalid_grant' });
  });
});

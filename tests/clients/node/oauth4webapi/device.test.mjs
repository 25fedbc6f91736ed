// Device authorization (RFC 8628) once more, each answer checked member by member by the strictest client.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { OwnServer } from '../../../browser/support/own_server.mjs';
import { Person } from '../support/person.mjs';
import { deviceApplication } from '../support/relying_party.mjs';
import { issuer } from '../support/server.mjs';
import { RelyingParty } from './relying_party.mjs';

const LONGER_THAN_A_CODE_LIVES = 31;
const pending = { error: 'authorization_pending', status: 400 };
const inOwnSteps = (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });

for (const method of ['none', 'client_secret_basic', 'client_secret_post']) {
  describe(`oauth4webapi, a device, ${method}`, () => {
    const person = new Person();
    let app;
    let codes;

    before(async () => {
      const kind = method === 'none' ? 'native' : 'web';
      app = await RelyingParty.register(deviceApplication({ application_type: kind, token_endpoint_auth_method: method }));
    });

    it('the answers are kept in no cache', async () => {
      codes = await app.askForDevice();
      assert.equal(codes.headers.get('cache-control'), 'no-store');
      assert.ok(codes.device_code.length >= 43, 'a device code of 256 bits');
      await assert.rejects(app.pollForDevice(codes.device_code), pending);
    });

    it('two codes are never the same', async () => {
      const others = await app.askForDevice();
      assert.notEqual(others.device_code, codes.device_code);
      assert.notEqual(others.user_code, codes.user_code);
    });

    it('connects, and tells how the person signed in', async () => {
      await person.answerDevice(codes.verification_uri, codes.user_code.replace('-', '').toLowerCase());
      await inOwnSteps(codes.interval ?? 5);
      const tokens = await app.pollForDevice(codes.device_code);
      assert.equal(tokens.headers.get('cache-control'), 'no-store');
      assert.equal(tokens.claims.iss, issuer);
      assert.equal(typeof tokens.claims.iat, 'number');
      const known = await app.userInfo(tokens.access_token, tokens.claims.sub);
      assert.equal(known.email, person.email);
      const next = await app.refresh(tokens.refresh_token);
      assert.equal((await app.userInfo(next.access_token, tokens.claims.sub)).sub, tokens.claims.sub);
    });

    it('without offline_access there is no refresh token', async () => {
      const plain = await app.askForDevice({ scope: 'openid' });
      await person.answerDevice(plain.verification_uri_complete);
      const tokens = await app.pollForDevice(plain.device_code);
      assert.ok(tokens.id_token);
      assert.equal(tokens.refresh_token, undefined);
    });
  });
}

describe('oauth4webapi, a device whose code is too old', () => {
  it('is told so', async () => {
    const server = await OwnServer.start({});
    try {
      const app = await RelyingParty.register(deviceApplication(), undefined, server.issuer);
      const codes = await app.askForDevice();
      await assert.rejects(app.pollForDevice(codes.device_code), pending);
      server.advance(LONGER_THAN_A_CODE_LIVES);
      await assert.rejects(app.pollForDevice(codes.device_code), { error: 'expired_token', status: 400 });
    } finally {
      await server.stop();
    }
  });
});

// From discovery to sign-out, the way an app does it.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { Person } from '../support/person.mjs';
import { nativeApplication, nativeRedirectUri, postLogoutRedirectUri, redirectUri, webApplication } from '../support/relying_party.mjs';
import { issuer } from '../support/server.mjs';
import { RelyingParty } from './relying_party.mjs';

describe('openid-client, main path', () => {
  const person = new Person();
  let app;
  let tokens;

  before(async () => { app = await RelyingParty.register(); });

  it('discovers the issuer and its capabilities', () => {
    const server = app.config.serverMetadata();
    assert.equal(server.issuer, issuer);
    assert.equal(server.supportsPKCE(), true);
    assert.equal(server.authorization_response_iss_parameter_supported, true);
    for (const endpoint of ['authorization', 'token', 'userinfo', 'registration', 'introspection', 'revocation', 'end_session']) {
      assert.equal(new URL(server[`${endpoint}_endpoint`]).origin, new URL(issuer).origin, endpoint);
    }
  });

  it('signs up a new person and redeems the code', async () => {
    const { url, checks } = await app.start();
    const callback = await person.authorize(url, redirectUri);
    assert.equal(callback.searchParams.get('iss'), issuer);
    assert.equal(callback.searchParams.get('state'), checks.expectedState);
    assert.deepEqual(person.pages, ['/sign-in', '/sign-up', '/consent']);
    tokens = await app.finish(callback, checks);
    assert.equal(tokens.token_type, 'bearer');
    assert.ok(tokens.expiresIn() > 0);
    assert.ok(tokens.refresh_token);
  });

  it('says who it was in an ID token signed with a published key', async () => {
    const claims = tokens.claims();
    assert.equal(claims.iss, issuer);
    assert.deepEqual([claims.aud].flat(), [app.registered.client_id]);
    assert.ok(claims.sub.length > 0 && claims.sub.length <= 255);
    assert.equal(claims.name, undefined, 'scope claims belong to userinfo when there is an access token');
  });

  it('answers userinfo by scope', async () => {
    const claims = await client.fetchUserInfo(app.config, tokens.access_token, tokens.claims().sub);
    assert.equal(claims.name, person.name);
    assert.equal(claims.email, person.email);
    assert.equal(typeof claims.email_verified, 'boolean');
  });

  it('rotates the refresh token and keeps the subject', async () => {
    const next = await client.refreshTokenGrant(app.config, tokens.refresh_token);
    assert.ok(next.refresh_token);
    assert.notEqual(next.refresh_token, tokens.refresh_token);
    assert.notEqual(next.access_token, tokens.access_token);
    const claims = await client.fetchUserInfo(app.config, next.access_token, tokens.claims().sub);
    assert.equal(claims.sub, tokens.claims().sub);
    tokens = Object.assign(next, { first: tokens });
  });

  it('introspects a live token', async () => {
    const facts = await client.tokenIntrospection(app.config, tokens.access_token);
    assert.equal(facts.active, true);
    assert.equal(facts.client_id, app.registered.client_id);
    assert.equal(facts.sub, tokens.first.claims().sub);
    assert.ok(facts.scope.split(' ').includes('openid'));
  });

  it('says nothing about a token that does not exist', async () => {
    assert.deepEqual(await client.tokenIntrospection(app.config, 'not-a-token'), { active: false });
  });

  it('revokes: the token is dead at introspection and at userinfo', async () => {
    await client.tokenRevocation(app.config, tokens.access_token);
    assert.equal((await client.tokenIntrospection(app.config, tokens.access_token)).active, false);
    await assert.rejects(client.fetchUserInfo(app.config, tokens.access_token, tokens.first.claims().sub), (error) => {
      assert.equal(error.status, 401);
      assert.equal(error.cause[0].parameters.error, 'invalid_token');
      return true;
    });
  });

  it('accepts the revocation of an unknown token', async () => {
    await client.tokenRevocation(app.config, 'not-a-token');
  });

  it('signs out at the provider and comes back with the state', async () => {
    const state = client.randomState();
    const url = client.buildEndSessionUrl(app.config, {
      id_token_hint: tokens.first.id_token,
      post_logout_redirect_uri: postLogoutRedirectUri,
      state,
    });
    const back = await person.signOut(url, postLogoutRedirectUri);
    assert.equal(back.searchParams.get('state'), state);
    const { url: silent, checks } = await app.start({ prompt: 'none' });
    const callback = await person.authorize(silent, redirectUri);
    await assert.rejects(app.finish(callback, checks), { error: 'login_required' });
  });
});

describe('openid-client, other shapes of the same path', () => {
  const person = new Person();

  it('a native app on a loopback address signs in without a secret', async () => {
    const app = await RelyingParty.register(nativeApplication());
    assert.equal(app.registered.client_secret, undefined);
    const tokens = await app.signIn(person);
    assert.equal(tokens.claims().aud, app.registered.client_id);
    assert.ok(tokens.refresh_token);
    const refreshed = await client.refreshTokenGrant(app.config, tokens.refresh_token);
    assert.notEqual(refreshed.refresh_token, tokens.refresh_token);
  });

  it('a native app may listen on another port than it registered', async () => {
    const app = await RelyingParty.register(nativeApplication());
    app.redirectUri = nativeRedirectUri.replace('43110', '51000');
    const tokens = await app.signIn(person);
    assert.equal(tokens.claims().aud, app.registered.client_id);
  });

  it('the answer may come as a form post', async () => {
    const app = await RelyingParty.register();
    const { url, checks } = await app.start({ response_mode: 'form_post' });
    const callback = await person.authorize(url, redirectUri);
    assert.equal(callback.method, 'POST');
    const tokens = await app.finish(callback, checks);
    assert.equal(tokens.claims().aud, app.registered.client_id);
  });

  it('without offline_access there is no refresh token', async () => {
    const app = await RelyingParty.register();
    const tokens = await app.signIn(person, { scope: 'openid' });
    assert.equal(tokens.refresh_token, undefined);
  });

  it('the ID token is signed as the app registered it', async () => {
    const { id_token_signing_alg_values_supported: offered } = (await RelyingParty.register()).config.serverMetadata();
    assert.ok(offered.includes('RS256'));
    for (const alg of ['RS256', 'ES256', 'EdDSA']) {
      assert.ok(offered.includes(alg), `${alg} is not offered`);
      const app = await RelyingParty.register(webApplication({ id_token_signed_response_alg: alg }));
      client.enableNonRepudiationChecks(app.config);
      const tokens = await app.signIn(person);
      const header = JSON.parse(Buffer.from(tokens.id_token.split('.')[0], 'base64url'));
      assert.equal(header.alg, alg);
      assert.ok(header.kid);
    }
  });
});

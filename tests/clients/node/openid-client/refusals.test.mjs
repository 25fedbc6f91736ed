// What must not work, as far as a client that keeps the rules can try it.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { DeadEnd, Person } from '../support/person.mjs';
import { redirectUri, webApplication } from '../support/relying_party.mjs';
import { issuer } from '../support/server.mjs';
import { RelyingParty } from './relying_party.mjs';

describe('openid-client, refusals', () => {
  const person = new Person();
  let app;

  before(async () => {
    app = await RelyingParty.register();
    await app.signIn(person);
  });

  it('the person says no: access_denied with state and iss', async () => {
    const { url, checks } = await app.start();
    const callback = await person.authorize(url, redirectUri, { consent: 'deny' });
    assert.equal(callback.searchParams.get('error'), 'access_denied');
    assert.equal(callback.searchParams.get('state'), checks.expectedState);
    assert.equal(callback.searchParams.get('iss'), issuer);
    assert.equal(callback.searchParams.get('code'), null);
    await assert.rejects(app.finish(callback, checks), { error: 'access_denied' });
  });

  it('a code works once, and its second use takes back what came of the first', async () => {
    const { url, checks } = await app.start();
    const callback = await person.authorize(url, redirectUri);
    const tokens = await app.finish(callback, checks);
    await assert.rejects(app.finish(callback, checks), { error: 'invalid_grant', status: 400 });
    assert.equal((await client.tokenIntrospection(app.config, tokens.access_token)).active, false);
    await assert.rejects(client.refreshTokenGrant(app.config, tokens.refresh_token), { error: 'invalid_grant' });
  });

  it('a code is worth nothing without its verifier', async () => {
    const { url, checks } = await app.start();
    const callback = await person.authorize(url, redirectUri);
    const guess = client.randomPKCECodeVerifier();
    await assert.rejects(app.finish(callback, { ...checks, pkceCodeVerifier: guess }), { error: 'invalid_grant', status: 400 });
  });

  it('a request without PKCE is refused', async () => {
    const { url, checks } = await app.start({ code_challenge: undefined, code_challenge_method: undefined });
    const callback = await person.authorize(url, redirectUri);
    await assert.rejects(app.finish(callback, checks), { error: 'invalid_request' });
  });

  it('the plain challenge method is refused', async () => {
    const { url, checks } = await app.start({ code_challenge_method: 'plain' });
    const callback = await person.authorize(url, redirectUri);
    await assert.rejects(app.finish(callback, checks), { error: 'invalid_request' });
  });

  it('the client notices a nonce that is not its own', async () => {
    const { url, checks } = await app.start({ nonce: client.randomNonce() });
    const callback = await person.authorize(url, redirectUri);
    await assert.rejects(app.finish(callback, checks), { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' });
  });

  it('the client notices an answer from another issuer', async () => {
    const { url, checks } = await app.start();
    const callback = await person.authorize(url, redirectUri);
    callback.searchParams.set('iss', 'https://mix-up.example');
    await assert.rejects(app.finish(callback, checks), (error) => /"iss"/.test(`${error.message} ${error.cause?.message ?? ''}`));
  });

  it('a code belongs to the client that it was issued to', async () => {
    const thief = await RelyingParty.register();
    const { url, checks } = await app.start();
    const callback = await person.authorize(url, redirectUri);
    await assert.rejects(thief.finish(callback, checks), { error: 'invalid_grant', status: 400 });
  });

  it('a refresh token belongs to the client that it was issued to', async () => {
    const thief = await RelyingParty.register();
    const tokens = await app.signIn(person);
    await assert.rejects(client.refreshTokenGrant(thief.config, tokens.refresh_token), { error: 'invalid_grant', status: 400 });
  });

  it('a spent refresh token ends its whole family', async () => {
    const tokens = await app.signIn(person);
    const next = await client.refreshTokenGrant(app.config, tokens.refresh_token);
    await assert.rejects(client.refreshTokenGrant(app.config, tokens.refresh_token), { error: 'invalid_grant', status: 400 });
    await assert.rejects(client.refreshTokenGrant(app.config, next.refresh_token), { error: 'invalid_grant', status: 400 });
    assert.equal((await client.tokenIntrospection(app.config, next.access_token)).active, false);
  });

  it('a refresh cannot widen the scope', async () => {
    const tokens = await app.signIn(person, { scope: 'openid offline_access' });
    await assert.rejects(client.refreshTokenGrant(app.config, tokens.refresh_token, { scope: 'openid email offline_access' }), { error: 'invalid_scope', status: 400 });
  });

  it('an address that was not registered gets an error page and no redirect', async () => {
    for (const address of [`${redirectUri}/more`, `${redirectUri}?x=1`, 'https://evil.example/callback']) {
      const { url } = await app.start({ redirect_uri: address });
      await assert.rejects(person.authorize(url, address), (error) => {
        assert.ok(error instanceof DeadEnd, String(error));
        assert.ok(error.page.status >= 400 && error.page.status < 500);
        assert.ok(error.code);
        return true;
      });
    }
  });

  it('an unknown client gets an error page and no redirect', async () => {
    const { url } = await app.start({ client_id: 'nobody' });
    await assert.rejects(person.authorize(url, redirectUri), (error) => error instanceof DeadEnd && error.page.status >= 400 && error.page.status < 500);
  });

  it('a wrong password is answered on the page, and the way on stays open', async () => {
    const { url, checks } = await app.start();
    const stranger = new Person();
    stranger.email = person.email;
    stranger.hasAccount = true;
    const page = await stranger.browser.open(url, { stopAt: redirectUri });
    const again = await stranger.browser.press(page, 'login-submit', { identifier: person.email, password: 'not the password' }, { stopAt: redirectUri });
    assert.ok(again.textOf('form-error'));
    const callback = await stranger.browser
      .press(again, 'login-submit', { identifier: person.email, password: person.password }, { stopAt: redirectUri })
      .then((consent) => stranger.browser.press(consent, 'consent-allow', {}, { stopAt: redirectUri }));
    await app.finish(callback.url, checks);
  });

  it('cancelling the sign-in goes back with access_denied', async () => {
    const { url, checks } = await app.start();
    const { browser } = new Person();
    const page = await browser.open(url, { stopAt: redirectUri });
    const { url: callback } = await browser.press(page, 'login-cancel', {}, { stopAt: redirectUri });
    await assert.rejects(app.finish(callback, checks), { error: 'access_denied' });
  });

  it('registration refuses an address with a fragment', async () => {
    await assert.rejects(RelyingParty.register(webApplication({ redirect_uris: [`${redirectUri}#part`] })), (error) => {
      assert.ok(['invalid_redirect_uri', 'invalid_client_metadata'].includes(error.error), String(error));
      assert.equal(error.status, 400);
      return true;
    });
  });
});

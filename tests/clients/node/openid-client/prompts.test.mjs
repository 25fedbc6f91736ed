// What a request may ask of the person's session: nothing, a fresh sign-in, a hint.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as elapse } from 'node:timers/promises';
import { Person } from '../support/person.mjs';
import { nativeApplication, nativeRedirectUri, redirectUri } from '../support/relying_party.mjs';
import { RelyingParty } from './relying_party.mjs';

const A_CLOCK_SECOND = 1100;

describe('openid-client, prompts', () => {
  const person = new Person();
  let app;
  let first;

  before(async () => {
    app = await RelyingParty.register();
    first = await app.signIn(person, { max_age: '10000' }, { maxAge: 10000 });
  });

  it('prompt=none without a session: login_required', async () => {
    const stranger = new Person();
    await refused(app, stranger, { prompt: 'none' }, ['login_required']);
    assert.deepEqual(stranger.pages, []);
  });

  it('prompt=none with session and consent: silent, the same person, the same auth_time', async () => {
    const tokens = await app.signIn(person, { prompt: 'none', scope: 'openid profile email', max_age: '10000' }, { maxAge: 10000 });
    assert.deepEqual(person.pages, []);
    assert.equal(tokens.claims().sub, first.claims().sub);
    assert.equal(tokens.claims().auth_time, first.claims().auth_time);
  });

  it('prompt=none with the ID token as hint: silent', async () => {
    const tokens = await app.signIn(person, { prompt: 'none', scope: 'openid', id_token_hint: first.id_token });
    assert.equal(tokens.claims().sub, first.claims().sub);
  });

  it("prompt=none with another person's ID token as hint is refused", async () => {
    const other = await app.signIn(new Person());
    await refused(app, person, { prompt: 'none', scope: 'openid', id_token_hint: other.id_token }, ['login_required', 'account_selection_required']);
  });

  it('prompt=none for a scope that was never allowed: no answer without the person', async () => {
    const fresh = await RelyingParty.register();
    await refused(fresh, person, { prompt: 'none' }, ['consent_required', 'interaction_required']);
  });

  it('prompt=none for an app that can prove nothing about itself: no silent answer', async () => {
    const native = await RelyingParty.register(nativeApplication());
    await native.signIn(person);
    await refused(native, person, { prompt: 'none', scope: 'openid' }, ['consent_required', 'interaction_required'], nativeRedirectUri);
  });

  it('prompt=login: the person proves again who they are, and auth_time moves', async () => {
    await elapse(A_CLOCK_SECOND); // auth_time counts whole seconds
    const tokens = await app.signIn(person, { prompt: 'login', max_age: '10000' }, { maxAge: 10000 });
    assert.ok(person.pages.includes('/sign-in'), person.pages.join(' '));
    assert.equal(tokens.claims().sub, first.claims().sub);
    assert.ok(tokens.claims().auth_time > first.claims().auth_time);
  });

  it('max_age in the past of the session: sign in again; within it: do not', async () => {
    const before = await app.signIn(person, { prompt: undefined, max_age: '10000' }, { maxAge: 10000 });
    assert.ok(!person.pages.includes('/sign-in'), person.pages.join(' '));
    await elapse(2 * A_CLOCK_SECOND); // older than max_age=1, counted in whole seconds
    const after = await app.signIn(person, { prompt: undefined, max_age: '1' }, { maxAge: 1 });
    assert.ok(person.pages.includes('/sign-in'), person.pages.join(' '));
    assert.ok(after.claims().auth_time > before.claims().auth_time);
  });

  it('prompt=consent: asked although allowed before', async () => {
    await app.signIn(person, { prompt: 'consent' });
    assert.ok(person.pages.includes('/consent'), person.pages.join(' '));
  });

  it('login_hint fills in the name', async () => {
    const guest = new Person();
    guest.hasAccount = true;
    let shown;
    const { url } = await app.start({ login_hint: 'grace@example.test' });
    await assert.rejects(guest.authorize(url, redirectUri, {
      onPage: (page) => { shown ??= page.valueOf('identifier'); },
    }));
    assert.equal(shown, 'grace@example.test');
  });

  it('an unknown parameter and unknown locales change nothing', async () => {
    const tokens = await app.signIn(person, { extra: 'foobar', ui_locales: 'se', claims_locales: 'se', display: 'page', acr_values: '1 2' });
    assert.equal(tokens.claims().sub, first.claims().sub);
  });
});

/** The request comes back at once as one of these errors. */
async function refused(app, person, parameters, errors, backTo = redirectUri) {
  const { url, checks } = await app.start(parameters);
  const callback = await person.authorize(url, backTo);
  await assert.rejects(app.finish(callback, checks), (error) => {
    assert.ok(errors.includes(error.error), `${error.error ?? error} is none of ${errors}`);
    return true;
  });
}

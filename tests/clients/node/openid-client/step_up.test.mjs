// Step-up (RFC 9470): a resource server asks for more than was proved, and the app gets it.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { Authenticator } from '../../better-auth/authenticator.mjs';
import { Person } from '../support/person.mjs';
import { RelyingParty } from './relying_party.mjs';

/** What a resource server answers that wants two factors, not older than five minutes. */
const CHALLENGE = 'Bearer error="insufficient_user_authentication", error_description="Two factors are needed", acr_values="2", max_age="300"';

/** A resource server that looks at what the person proved. */
async function resource(app, accessToken) {
  const { active, acr, auth_time: authenticatedAt } = await client.tokenIntrospection(app.config, accessToken);
  assert.equal(active, true);
  const fresh = Date.now() / 1000 - authenticatedAt <= 300;
  return acr === '2' && fresh ? new Response('paid') : new Response('', { status: 401, headers: { 'www-authenticate': CHALLENGE } });
}

describe('openid-client, step-up', () => {
  const person = new Person();
  let app;
  let tokens;

  before(async () => { app = await RelyingParty.register(); });

  it('the metadata tells what can be reached', () => {
    assert.deepEqual(app.config.serverMetadata().acr_values_supported, ['1', '2']);
  });

  it('one factor is told as one, in the ID token and by introspection', async () => {
    tokens = await app.signIn(person);
    const told = await client.tokenIntrospection(app.config, tokens.access_token);
    assert.deepEqual([told.acr, told.amr], ['1', ['pwd']]);
    const { acr, amr, auth_time: authenticatedAt } = tokens.claims();
    assert.deepEqual([acr, amr, authenticatedAt], [told.acr, told.amr, told.auth_time]);
  });

  it('the challenge of a resource server leads to two', async () => {
    await person.setUpSecondFactor((uri) => Authenticator.of({ now: () => Date.now() }, uri));
    person.withNewBrowser().trustsBrowser = true;
    tokens = await app.signIn(person, { prompt: 'consent', scope: 'openid' });
    assert.ok(person.pages.includes('/two-factor'), person.pages.join(' '));
    assert.equal((await resource(app, tokens.access_token)).status, 200);
  });

  it('a browser that is trusted proves one until more is asked for', async () => {
    tokens = await app.signIn(person, { prompt: 'login', scope: 'openid' });
    assert.equal(tokens.claims().acr, '1');
    const refused = await resource(app, tokens.access_token);
    assert.equal(refused.status, 401);
    const asked = (name) => refused.headers.get('www-authenticate').match(new RegExp(`${name}="([^"]*)"`))[1];
    assert.equal(asked('error'), 'insufficient_user_authentication');
    const wishes = { acr_values: asked('acr_values'), max_age: asked('max_age') };
    tokens = await app.signIn(person, { prompt: undefined, scope: 'openid', ...wishes }, { maxAge: Number(wishes.max_age) });
    assert.deepEqual(person.pages, ['/two-factor']);
    assert.equal(tokens.claims().acr, '2');
    assert.equal((await resource(app, tokens.access_token)).status, 200);
  });
});

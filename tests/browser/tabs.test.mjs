// What people do to a sign-in: two tabs, Back, reload, a double start, an old address.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { App } from './support/app.mjs';
import { launch, openContext } from './support/chromium.mjs';
import { Person, waysOn } from './support/person.mjs';
import { issuer } from './support/server.mjs';

describe('tabs, Back and reload', () => {
  let app;
  let browser;
  let context;
  let person;
  const isEnd = (url) => app.isCallback(url);

  before(async () => { [app, browser] = await Promise.all([App.start(), launch()]); });
  after(async () => { await Promise.all([app.stop(), browser.close()]); });
  beforeEach(async () => { context = await openContext(browser); person = new Person(); });
  afterEach(async () => { await context.close(); });

  async function begin(tab, request) {
    await tab.goto(request.url);
    await tab.waitForURL((url) => url.pathname === '/sign-in');
  }

  function assertAnswers(tab, request) {
    const { searchParams } = new URL(tab.url());
    assert.equal(searchParams.get('error'), null);
    assert.ok(searchParams.get('code'));
    assert.equal(searchParams.get('state'), request.state);
  }

  it('two tabs, started one after the other, both come back with their own state', async () => {
    const [first, second] = [await context.newPage(), await context.newPage()];
    const [one, two] = [app.request(), app.request()];
    await begin(first, one);
    await begin(second, two);
    await person.signUp(first);
    await person.allow(first, isEnd);
    assertAnswers(first, one);
    await person.signIn(second);
    await person.allow(second, isEnd);
    assertAnswers(second, two);
  });

  it('two tabs started at once without cookies: each can finish', async () => {
    const [first, second] = [await context.newPage(), await context.newPage()];
    const [one, two] = [app.request(), app.request()];
    await Promise.all([begin(first, one), begin(second, two)]);
    // Whoever lost the race for the cookie may be sent back to the start once, never into a dead end.
    await person.signUp(first, { restarts: 1 });
    await person.allow(first, isEnd);
    assertAnswers(first, one);
    await person.signIn(second);
    if (new URL(second.url()).pathname === '/sign-in') await person.signIn(second);
    await person.allow(second, isEnd);
    assertAnswers(second, two);
  });

  it('the same request opened twice in a tab still finishes', async () => {
    const tab = await context.newPage();
    const request = app.request();
    await begin(tab, request);
    await begin(tab, request);
    await person.signUp(tab);
    await person.allow(tab, isEnd);
    assertAnswers(tab, request);
  });

  it('reload changes nothing, also after a wrong password', async () => {
    const tab = await context.newPage();
    const request = app.request();
    await begin(tab, request);
    await tab.reload();
    await person.signUp(tab);
    await tab.waitForURL((url) => url.pathname === '/consent');
    await tab.reload();
    await person.allow(tab, isEnd);
    assertAnswers(tab, request);

    const elsewhere = await openContext(browser);
    const other = await elsewhere.newPage();
    const again = app.request();
    await begin(other, again);
    await person.signIn(other, 'not the password');
    assert.ok(await other.locator('#form-error').innerText());
    await other.reload();
    await person.signIn(other);
    await person.allow(other, isEnd);
    assertAnswers(other, again);
    await elsewhere.close();
  });

  it('Back from the app leads to a page with a way on', async () => {
    const tab = await context.newPage();
    await begin(tab, app.request());
    await person.signUp(tab);
    await person.allow(tab, isEnd);
    await tab.goBack();
    await tab.waitForLoadState();
    if (isEnd(new URL(tab.url()))) return;
    assert.ok(await waysOn(tab) > 0, `no way on from ${tab.url()}`);
  });

  it('an answered consent that is sent once more grants no second code to the same request', async () => {
    const tab = await context.newPage();
    const request = app.request();
    await begin(tab, request);
    await person.signUp(tab);
    await tab.waitForURL((url) => url.pathname === '/consent');
    const copy = await context.newPage();
    await copy.goto(tab.url());
    await person.allow(tab, isEnd);
    assertAnswers(tab, request);
    await copy.locator('#consent-allow').click();
    await copy.waitForLoadState();
    assert.ok(!isEnd(new URL(copy.url())), copy.url());
    assert.ok(await waysOn(copy) > 0, `no way on from ${copy.url()}`);
  });

  it('an address of a flow that never was: an error with a code and a way on', async () => {
    const tab = await context.newPage();
    for (const path of ['/sign-in', '/consent']) {
      const response = await tab.goto(`${issuer}${path}?flow=${'x'.repeat(43)}`);
      assert.ok(response.status() >= 400 && response.status() < 500, `${path} answers ${response.status()}`);
      assert.ok(await tab.locator('#error-code').innerText());
      assert.ok(await waysOn(tab) > 0);
    }
  });

  it("a copied address gives another browser nothing of the person's", async () => {
    const tab = await context.newPage();
    await begin(tab, app.request());
    await person.signUp(tab);
    await tab.waitForURL((url) => url.pathname === '/consent');
    const elsewhere = await openContext(browser);
    const thief = await elsewhere.newPage();
    await thief.goto(tab.url());
    assert.equal(await thief.locator('#consent-allow').count(), 0);
    assert.ok(!(await thief.content()).includes(person.email));
    assert.ok(await waysOn(thief) > 0);
    await elsewhere.close();
  });
});
